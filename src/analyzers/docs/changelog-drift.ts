import { isTestPath } from '../../diff/is-test-path.ts';
import type { AnalyzedFile, AnalyzerFinding, ChangeAnalyzer } from '../analyzer.ts';
import { shorten } from '../shorten.ts';
import type { FunctionSymbol } from '../symbols/function-symbol.ts';
import { listFunctions } from '../symbols/list-functions.ts';
import { lineIndexOf, makeLineIndex } from '../tree/line-index.ts';

const CHANGELOG = /(^|\/)(changelog|changes|history)(\.(md|rst|txt))?$/i;
/** A log that is written while the work goes on, not by a program at release. */
const UNRELEASED = /^(?:#+\s*)?\[?unreleased\b/im;
/** Folders whose exports nobody outside uses. */
const INTERNAL = /(^|\/)(internal|scripts?|examples?|bench(marks)?|docs?|fixtures?|migrations?)\//;

/** The first exported function that the change removes, while the change log with its open section stays as it was. */
export const changelogDriftAnalyzer: ChangeAnalyzer = {
  name: 'changelog-drift',
  run: async (context, files) => {
    if (context.files.some((file) => CHANGELOG.test(file.path))) return [];
    const log = [...context.related].find(([path, text]) => CHANGELOG.test(path) && UNRELEASED.test(text));
    if (log === undefined) return [];
    const names = new Set<string>();
    for (const file of files) for (const one of functionsOf(file)) names.add(one.shortName);
    for (const file of files) {
      if (isTestPath(file.file.path) || INTERNAL.test(file.file.path)) continue;
      const gone = (await exportedAtBase(file)).find(
        (one) => !names.has(one.shortName) && file.map.isChanged('old', one.nameLine),
      );
      if (gone !== undefined) return [findingOf(file, gone, log[0])];
    }
    return [];
  },
};

function functionsOf({ tree, text, lines }: AnalyzedFile): readonly FunctionSymbol[] {
  return tree === null ? [] : listFunctions(tree, text, lineIndexOf(lines));
}

async function exportedAtBase(file: AnalyzedFile): Promise<readonly FunctionSymbol[]> {
  if (file.baseText === null || file.map.deletedLines.length === 0 || file.tree === null) return [];
  const tree = await file.baseTree();
  if (tree === null) return [];
  const all = listFunctions(tree, file.baseText, makeLineIndex(file.baseText.split('\n')));
  return all.filter((one) => one.exported);
}

function findingOf(file: AnalyzedFile, gone: FunctionSymbol, log: string): AnalyzerFinding {
  const name = shorten(gone.name, 40);
  return {
    reviewer: 'documentation',
    ruleId: 'changelog-missing',
    category: 'docs-drift',
    severity: 'info',
    confidence: 75,
    anchor: 'line',
    path: file.file.path,
    startLine: gone.nameLine,
    endLine: gone.nameLine,
    side: 'old',
    quote: (file.baseText ?? '').split('\n')[gone.nameLine - 1] ?? '',
    title: shorten(`${name} is gone, and ${log} does not say so`, 80),
    explanation: `The change removes the exported ${name}; ${log} has a section for what is not released yet, and the change leaves it as it was.`,
    failureScenario: 'Who upgrades learns of it from a program that no longer starts.',
    fix: `Add a line to ${log}: what is gone, and what to use in its place.`,
    proof: [],
  };
}
