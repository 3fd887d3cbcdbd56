import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer } from '../analyzer.ts';
import { onNewLine } from '../on-new-line.ts';
import { lineIndexOf } from '../tree/line-index.ts';
import { checkRegex, type UnsafeRegex } from './check-regex.ts';
import { listRegexes, type SourceRegex } from './list-regexes.ts';

/** Bounds the time of one file: at most so many patterns on added lines are judged … */
const MOST_REGEXES = 200;
/** … in so many steps together, some 150 ms of the slowest. */
const MOST_STEPS = 100_000;

/** Reports regular expressions on added lines that a crafted text can keep busy for ever (CWE-1333). */
export const regexSafetyAnalyzer: FileAnalyzer = {
  name: 'regex-safety',
  run(file, report = () => undefined) {
    if (file.tree === null || file.map.addedLines.length === 0) return [];
    const { lineOf } = lineIndexOf(file.lines);
    const isChanged = (start: number) => file.map.isChanged('new', lineOf(start));
    const regexes = listRegexes(file.tree, file.text, isChanged, MOST_REGEXES + 1);
    const judged = judgeAll(regexes.slice(0, MOST_REGEXES));
    if (judged.length < regexes.length)
      report(
        `regular expressions in ${file.file.path} were judged up to line ${lineOf(regexes[judged.length]?.start ?? 0)} only: ` +
          'there are more of them, or more intricate ones, than are judged in one file',
        'performance',
      );
    return judged.flatMap(({ regex, unsafe }) =>
      unsafe === null ? [] : [toFinding(file, lineOf(regex.start), regex, unsafe)],
    );
  },
};

interface Judged {
  readonly regex: SourceRegex;
  readonly unsafe: UnsafeRegex | null;
}

/** Each pattern once. Ends early when the steps are used up. */
function judgeAll(regexes: readonly SourceRegex[]): readonly Judged[] {
  const steps = { left: MOST_STEPS };
  const known = new Map<string, UnsafeRegex | null>();
  const judged: Judged[] = [];
  for (const regex of regexes) {
    const key = `${regex.flags}/${regex.pattern}`;
    const unsafe = known.get(key) ?? checkRegex(regex.pattern, regex.flags, steps);
    if (steps.left <= 0) break;
    known.set(key, unsafe);
    judged.push({ regex, unsafe });
  }
  return judged;
}

function toFinding(
  file: AnalyzedFile,
  line: number,
  regex: SourceRegex,
  unsafe: UnsafeRegex,
): AnalyzerFinding {
  const isExponential = unsafe.growth === 'exponential';
  const part = unsafe.part === '' ? shortened(regex.pattern) : shortened(unsafe.part);
  const text =
    unsafe.pump === '' ? 'many characters that the part accepts' : `${JSON.stringify(unsafe.pump)} repeated`;
  return {
    reviewer: 'performance',
    ruleId: 'catastrophic-regex',
    category: 'regex-dos',
    cwe: 'CWE-1333',
    severity: isExponential ? 'high' : 'medium',
    confidence: isExponential ? 90 : 75,
    ...onNewLine(file, line),
    title: `Regular expression with ${isExponential ? 'exponential' : 'polynomial'} backtracking`,
    explanation:
      `The part ${part} can match the same text in more than one way. When the rest of the pattern does not match, the ` +
      `engine tries them all: the time grows ${isExponential ? 'exponentially' : 'with a power of the length'}.`,
    failureScenario:
      `Someone sends ${text}, followed by a character that makes the match fail. ` +
      (isExponential
        ? 'Some thirty repetitions keep the thread busy for minutes.'
        : 'Some ten thousand repetitions keep the thread busy for seconds or minutes.'),
    fix:
      'Write the repeated part so that each text fits it in one way only (no repetition inside a repetition, no ' +
      'alternatives that begin alike, no two equal repetitions side by side), or limit the length of the input first.',
    proof: [
      {
        path: file.file.path,
        line,
        text: `two ways through ${part}${unsafe.pump === '' ? '' : ` for ${JSON.stringify(unsafe.pump)}`}`,
      },
    ],
  };
}

function shortened(source: string): string {
  return source.length > 80 ? `${source.slice(0, 77)}…` : source;
}
