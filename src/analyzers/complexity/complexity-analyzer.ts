import { isTestPath } from '../../diff/is-test-path.ts';
import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer } from '../analyzer.ts';
import { onNewLine } from '../on-new-line.ts';
import { shorten } from '../shorten.ts';
import { changedLineOf } from '../symbols/changed-line-of.ts';
import type { FunctionSymbol } from '../symbols/function-symbol.ts';
import { listFunctions } from '../symbols/list-functions.ts';
import { lineIndexOf, makeLineIndex } from '../tree/line-index.ts';
import { type Complexity, measureComplexity } from './measure-complexity.ts';

/** From here a function is hard to follow (the limit that SonarSource gives for its measure). */
const HARD = 15;
/** Growth that is worth a word, when the function was hard already. */
const GROWTH = 4;
const DEEP = 5;
const LONG = 100;
const LONG_GROWTH = 25;

/** Functions that the change made hard to follow, too deep or too long; compared with the base. */
export const complexityAnalyzer: FileAnalyzer = {
  name: 'complexity',
  run: async (file) => {
    const { tree, text } = file;
    if (tree === null || isTestPath(file.file.path)) return [];
    const changed = listFunctions(tree, text, lineIndexOf(file.lines)).filter(
      (one) => file.map.firstChangedIn('new', one.startLine, one.endLine) > 0,
    );
    const suspects = changed.filter((one) => {
      const { cognitive, nesting } = measureComplexity(tree, text, one.body);
      return cognitive > HARD || nesting >= DEEP || lengthOf(one) > LONG;
    });
    if (suspects.length === 0) return [];
    const before = await measureBase(file);
    return suspects.flatMap((one) => {
      const now = { ...measureComplexity(tree, text, one.body), lines: lengthOf(one) };
      const finding = judge(file, one, now, before.get(one.name));
      return finding === null ? [] : [finding];
    });
  },
};

interface Measured extends Complexity {
  readonly lines: number;
}

async function measureBase(file: AnalyzedFile): Promise<ReadonlyMap<string, Measured>> {
  const tree = await file.baseTree();
  const measured = new Map<string, Measured>();
  if (tree === null || file.baseText === null) return measured;
  for (const one of listFunctions(tree, file.baseText, makeLineIndex(file.baseText.split('\n')))) {
    measured.set(one.name, { ...measureComplexity(tree, file.baseText, one.body), lines: lengthOf(one) });
  }
  return measured;
}

function judge(
  file: AnalyzedFile,
  one: FunctionSymbol,
  now: Measured,
  before: Measured | undefined,
): AnalyzerFinding | null {
  const was = before ?? { cognitive: 0, nesting: 0, lines: 0 };
  if (now.cognitive > HARD && now.cognitive - was.cognitive >= GROWTH) {
    const from = before === undefined ? 'It is new' : `Before the change it was ${was.cognitive}`;
    return findingOf(file, one, {
      ruleId: 'complexity-growth',
      severity: now.cognitive > 2 * HARD ? 'medium' : 'low',
      title: `${one.shortName} is hard to follow: cognitive complexity ${now.cognitive}`,
      explanation: `Its cognitive complexity is ${now.cognitive}; above ${HARD} a reader loses track of which conditions hold. ${from}.`,
      fix: 'Return early, and move the deepest blocks into functions that say what they decide.',
    });
  }
  if (now.nesting >= DEEP && now.nesting > was.nesting) {
    return findingOf(file, one, {
      ruleId: 'deep-nesting',
      severity: 'low',
      title: `${one.shortName} nests ${now.nesting} levels deep`,
      explanation: `Branches and loops stand ${now.nesting} levels inside each other${before === undefined ? '' : `, ${was.nesting} before the change`}.`,
      fix: 'Turn outer conditions round and return early, or move the inner loop into a function of its own.',
    });
  }
  if (now.lines > LONG && now.lines - was.lines >= LONG_GROWTH) {
    return findingOf(file, one, {
      ruleId: 'long-function',
      severity: 'info',
      title: `${one.shortName} is ${now.lines} lines long`,
      explanation: `The function has ${now.lines} lines${before === undefined ? '' : `, ${was.lines} before the change`}; it no longer fits a screen.`,
      fix: 'Split it where a blank line or a comment already names the next step.',
    });
  }
  return null;
}

type Words = Pick<AnalyzerFinding, 'ruleId' | 'severity' | 'title' | 'explanation' | 'fix'>;

function findingOf(file: AnalyzedFile, one: FunctionSymbol, words: Words): AnalyzerFinding {
  const inside = changedLineOf(file, one);
  return {
    ...words,
    title: shorten(words.title, 80),
    reviewer: 'style',
    category: 'complexity',
    confidence: 85,
    ...onNewLine(file, inside),
    failureScenario:
      'The next change to this function is made on a wrong belief of what holds at that point.',
    proof: [
      {
        path: file.file.path,
        line: one.nameLine,
        text: `${one.name}, lines ${one.startLine} to ${one.endLine}`,
      },
    ],
  };
}

function lengthOf(one: FunctionSymbol): number {
  return one.endLine - one.startLine + 1;
}
