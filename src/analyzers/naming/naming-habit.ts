import { isTestPath } from '../../diff/is-test-path.ts';
import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer } from '../analyzer.ts';
import { onNewLine } from '../on-new-line.ts';
import { shorten } from '../shorten.ts';
import type { FunctionSymbol } from '../symbols/function-symbol.ts';
import { listFunctions } from '../symbols/list-functions.ts';
import { lineIndexOf } from '../tree/line-index.ts';

type Style = 'camelCase' | 'snake_case';

/** A file has a habit when it names at least so many other functions of several words … */
const LEAST_NAMES = 4;
/** … and at least this share of them in one manner. */
const HABIT = 0.9;
const LANGUAGES = new Set(['javascript', 'typescript', 'tsx', 'python']);
/** Names that a framework or the language gives, not the author. */
const GIVEN =
  /^(?:__\w+__|visit_\w+|do_[A-Z]+|test_?\w*|setUp\w*|tearDown\w*|add\w*Cleanup|assert[A-Z]\w*|UNSAFE_\w+|unstable_\w+|experimental_\w+)$/;

/** Functions that the change adds under a name of another manner than the names of the file. */
export const namingHabitAnalyzer: FileAnalyzer = {
  name: 'naming-habit',
  run: (file) => {
    const { tree, text } = file;
    if (tree === null || !LANGUAGES.has(tree.language) || isTestPath(file.file.path)) return [];
    const named = listFunctions(tree, text, lineIndexOf(file.lines)).flatMap((one) => {
      const style = styleOf(one.shortName);
      return style === null ? [] : [{ one, style }];
    });
    const others = named.filter(({ one }) => !file.map.isChanged('new', one.nameLine));
    const habit = habitOf(others.map(({ style }) => style));
    if (habit === null) return [];
    const odd = named.find(({ one, style }) => style !== habit && file.map.isChanged('new', one.nameLine));
    return odd === undefined ? [] : [findingOf(file, odd.one, odd.style, habit, others.length)];
  },
};

/** The manner of a name of several words; null for one word, and for classes, constants and given names. */
function styleOf(name: string): Style | null {
  if (GIVEN.test(name)) return null;
  const plain = name.replace(/^[#_$]+/, '');
  if (/^[a-z][a-z\d]*(?:_[a-z\d]+)+$/.test(plain)) return 'snake_case';
  return /^[a-z][a-z\d]*(?:[A-Z][a-zA-Z\d]*)+$/.test(plain) ? 'camelCase' : null;
}

function habitOf(styles: readonly Style[]): Style | null {
  if (styles.length < LEAST_NAMES) return null;
  const camels = styles.filter((style) => style === 'camelCase').length / styles.length;
  if (camels >= HABIT) return 'camelCase';
  return camels <= 1 - HABIT ? 'snake_case' : null;
}

function findingOf(
  file: AnalyzedFile,
  one: FunctionSymbol,
  style: Style,
  habit: Style,
  others: number,
): AnalyzerFinding {
  return {
    reviewer: 'style',
    ruleId: 'name-against-habit',
    category: 'naming',
    severity: 'info',
    confidence: 85,
    ...onNewLine(file, one.nameLine),
    title: shorten(`${shorten(one.shortName, 36)} is ${style}, the file's names are ${habit}`, 80),
    explanation: `At least nine of ten of the ${others} other functions of this file that have several words in their names are ${habit}.`,
    failureScenario: 'Callers guess the name wrong, and a search for it misses.',
    fix: `Name it in ${habit} as well.`,
    proof: [],
  };
}
