import { isTestPath } from '../../diff/is-test-path.ts';
import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer } from '../analyzer.ts';
import { shorten } from '../shorten.ts';
import type { FunctionSymbol } from '../symbols/function-symbol.ts';
import { listFunctions } from '../symbols/list-functions.ts';
import { lineIndexOf } from '../tree/line-index.ts';
import { kindOf, parentOf, textOf } from '../tree/syntax.ts';
import { countWords } from './word-counts.ts';

const SCRIPTS = new Set(['javascript', 'typescript', 'tsx']);
/** Without one of these a script may be loaded by a page, where every function is global. */
const MODULE = /^\s*(?:import\b|export\b)|\brequire\s*\(|\bmodule\.exports\b/m;
/** What is called from outside by its name, whoever may see it: frameworks, runtimes, decorators. */
const CALLED_BY_OTHERS =
  /^(?:_?_\w+__|_|main|setup|teardown|default|_get_\w+|_on_\w+|_handle_\w+|_clean_\w+)$/;

/** Functions nobody outside the file can call, and that nothing in the file names (any more). */
export const unusedFunctionsAnalyzer: FileAnalyzer = {
  name: 'unused-functions',
  run: (file) => {
    const { tree, text } = file;
    if (tree === null || isTestPath(file.file.path) || file.file.partial) return [];
    const isScript = SCRIPTS.has(tree.language);
    if (!(isScript && MODULE.test(text)) && tree.language !== 'python') return [];
    const hidden = listFunctions(tree, text, lineIndexOf(file.lines)).filter(
      (one) =>
        !CALLED_BY_OTHERS.test(plainName(one)) &&
        (isScript ? isHiddenScript(file, one) : isHiddenPython(file, one)),
    );
    if (hidden.length === 0) return [];
    const names = new Set(hidden.map(plainName));
    const counts = countWords(text, names);
    const before = file.baseText === null ? null : countWords(file.baseText, names);
    const lonely = hidden.filter((one) => counts.get(plainName(one)) === 1);
    return lonely.flatMap((one) => {
      if (file.map.isChanged('new', one.nameLine)) return [findingOf(file, one, one.nameLine, 'new')];
      const call = (before?.get(plainName(one)) ?? 0) > 1 ? lastCall(file, plainName(one)) : null;
      return call === null ? [] : [findingOf(file, one, call, 'old')];
    });
  },
};

/** The name as the words of a text hold it. */
function plainName({ shortName }: FunctionSymbol): string {
  return shortName.replace(/^#/, '');
}

/** A declared function of the module or of another function; or a private method, whose name nobody else may use. */
function isHiddenScript({ tree, text }: AnalyzedFile, { exported, node }: FunctionSymbol): boolean {
  if (tree === null) return false;
  const kind = kindOf(tree, node);
  if (kind === 'method_definition') {
    const head = textOf(tree, text, node).slice(0, 80);
    return /^(?:private\s|#)/.test(head) || /^(?:static |async )*#/.test(head);
  }
  if (exported) return false;
  if (kind === 'function_declaration' || kind === 'generator_function_declaration') return true;
  const parent = parentOf(tree, node);
  return parent >= 0 && kindOf(tree, parent) === 'variable_declarator';
}

/** A function of the module whose name starts with one underscore, without decorators. */
function isHiddenPython({ tree }: AnalyzedFile, { shortName, node }: FunctionSymbol): boolean {
  if (tree === null || !/^_[a-z]/.test(shortName)) return false;
  const parent = parentOf(tree, node);
  return parent >= 0 && kindOf(tree, parent) === 'module';
}

/** The line of the old side that named the function last. */
function lastCall(file: AnalyzedFile, name: string): number | null {
  const lines = file.file.change.hunks.flatMap((hunk) =>
    hunk.lines.filter(
      (line) => line.kind === 'delete' && line.text.length < 2_000 && holdsWord(line.text, name),
    ),
  );
  return lines.at(-1)?.oldLine ?? null;
}

function holdsWord(text: string, word: string): boolean {
  return countWords(text, new Set([word])).has(word);
}

function findingOf(
  file: AnalyzedFile,
  one: FunctionSymbol,
  line: number,
  side: 'new' | 'old',
): AnalyzerFinding {
  const quote = side === 'new' ? file.lines[line - 1] : (file.baseText ?? '').split('\n')[line - 1];
  const name = shorten(one.shortName, 40);
  return {
    reviewer: 'style',
    ruleId: 'unused-function',
    category: 'dead-code',
    // Other modules of a Python package may import what starts with an underscore.
    severity: file.tree?.language === 'python' ? 'info' : 'low',
    confidence: 86,
    anchor: 'line',
    path: file.file.path,
    startLine: line,
    endLine: line,
    side,
    quote: quote ?? '',
    title: side === 'new' ? `Nothing calls ${name}` : `With this call gone nothing calls ${name} any more`,
    explanation: `${name} is not visible outside its file, and its file names it nowhere but where it is defined.`,
    failureScenario: 'Readers keep it working and test it, although it never runs.',
    fix: `Remove ${name}, or call it where it was meant to be called.`,
    proof: [{ path: file.file.path, line: one.nameLine, text: 'defined here' }],
  };
}
