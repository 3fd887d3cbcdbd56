import { isTestPath } from '../../diff/is-test-path.ts';
import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer } from '../analyzer.ts';
import { onNewLine } from '../on-new-line.ts';
import { shorten } from '../shorten.ts';
import type { FunctionSymbol } from '../symbols/function-symbol.ts';
import { listFunctions } from '../symbols/list-functions.ts';
import { lineIndexOf } from '../tree/line-index.ts';
import { countWords } from '../unused/word-counts.ts';

/** A file has the habit of documenting when this share of its other exported functions is documented. */
const HABIT = 0.6;
const LEAST_OTHERS = 2;
/** What the documentation of the class says; what the language calls by itself. */
const SPEAKS_FOR_ITSELF = /^(?:constructor$|__)/;

/** Exported functions that the change adds without a word, in a file that documents its others. */
export const undocumentedExportsAnalyzer: FileAnalyzer = {
  name: 'undocumented-exports',
  run: (file) => {
    if (file.tree === null || isTestPath(file.file.path)) return [];
    const exported = listFunctions(file.tree, file.text, lineIndexOf(file.lines)).filter(
      (one) => one.exported,
    );
    const added = exported.filter((one) => file.map.isChanged('new', one.nameLine));
    const others = exported.filter((one) => !file.map.isChanged('new', one.nameLine));
    const documented = others.filter((one) => one.documentation !== null).length;
    if (others.length < LEAST_OTHERS || documented / others.length < HABIT) return [];
    const silent = added.filter(
      (one) => one.documentation === null && !SPEAKS_FOR_ITSELF.test(one.shortName) && isNew(file, one),
    );
    const [first] = silent;
    return first === undefined ? [] : [findingOf(file, first, silent, documented, others.length)];
  },
};

/** The base does not hold the name: a function that changed its head was as silent before, and nobody minded. */
function isNew({ baseText }: AnalyzedFile, { shortName }: FunctionSymbol): boolean {
  return baseText === null || (countWords(baseText, new Set([shortName])).get(shortName) ?? 0) === 0;
}

function findingOf(
  file: AnalyzedFile,
  first: FunctionSymbol,
  silent: readonly FunctionSymbol[],
  documented: number,
  others: number,
): AnalyzerFinding {
  const names = silent.map((one) => one.shortName).slice(0, 5);
  const title =
    silent.length === 1
      ? `${first.shortName} is exported without documentation`
      : `${silent.length} new exports have no documentation`;
  return {
    reviewer: 'documentation',
    ruleId: 'undocumented-export',
    category: 'missing-docs',
    severity: 'info',
    confidence: 80,
    ...onNewLine(file, first.nameLine),
    title: shorten(title, 80),
    explanation: `${documented} of the other ${others} exported functions of this file are documented; ${names.join(', ')} ${silent.length === 1 ? 'is' : 'are'} not.`,
    failureScenario: 'Readers have to read the body to know what it takes, returns and throws.',
    fix: 'Add the comment the others have: what it takes, returns and throws.',
    proof: silent
      .slice(0, 5)
      .map((one) => ({ path: file.file.path, line: one.nameLine, text: `${one.name} has none` })),
  };
}
