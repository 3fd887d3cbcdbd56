import { isTestPath } from '../../diff/is-test-path.ts';
import type { ChangedFile } from '../../model.ts';
import type { AnalyzerFinding, ChangeAnalyzer } from '../analyzer.ts';

/** The line that opens a test in the common runners of JavaScript, Python, Go, Java and Ruby. */
const TEST_HEAD =
  /^\s*(?:(?:it|test)(?:\.\w+)?\s*\(\s*['"`]|(?:async\s+)?def\s+test_\w+|func\s+Test[A-Z_]\w*\s*\(|@(?:Test|ParameterizedTest)\b|(?:it|specify|test|scenario)\s+['"])/;

/** Tests that the change takes away while the code they covered stays: the counts of a file, added against deleted. */
export const removedTestsAnalyzer: ChangeAnalyzer = {
  name: 'removed-tests',
  run: (context) => {
    const tests = context.files.filter((file) => isTestPath(file.path) && file.change.status !== 'renamed');
    const added = tests.reduce((sum, file) => sum + headsOf(file, 'add').length, 0);
    const removed = tests.reduce((sum, file) => sum + headsOf(file, 'delete').length, 0);
    if (removed <= added) return [];
    const codeRemoved = context.files.some(
      (file) => !isTestPath(file.path) && file.change.status === 'removed',
    );
    if (codeRemoved) return [];
    return tests.flatMap((file) => {
      const gone = headsOf(file, 'delete');
      const lost = gone.length - headsOf(file, 'add').length;
      const [first] = gone;
      return lost > 0 && first !== undefined ? [findingOf(file, first, lost)] : [];
    });
  },
};

interface Head {
  readonly line: number;
  readonly text: string;
}

function headsOf(file: ChangedFile, kind: 'add' | 'delete'): readonly Head[] {
  return file.change.hunks.flatMap((hunk) =>
    hunk.lines
      .filter((line) => line.kind === kind && line.text.length < 500 && TEST_HEAD.test(line.text))
      .map((line) => ({ line: kind === 'add' ? line.newLine : line.oldLine, text: line.text })),
  );
}

function findingOf(file: ChangedFile, first: Head, lost: number): AnalyzerFinding {
  return {
    reviewer: 'test-coverage',
    ruleId: 'removed-test',
    category: 'weak-test',
    severity: 'medium',
    confidence: 80,
    anchor: 'line',
    path: file.path,
    startLine: first.line,
    endLine: first.line,
    side: 'old',
    quote: first.text,
    title:
      lost === 1
        ? 'The change removes a test and keeps the code'
        : `The change removes ${lost} tests and keeps the code`,
    explanation: 'More tests leave this file than enter the change, and no source file is removed with them.',
    failureScenario: 'The behaviour that the test held breaks later, and nothing turns red.',
    fix: 'Say in the description why the behaviour needs no test any more, or bring the test back.',
    proof: [
      { path: file.path, line: first.line, text: 'the first test that is removed (line of the old side)' },
    ],
  };
}
