import type { AnalyzedFile } from '../../analyzers/analyzer.ts';
import { type FunctionSymbol, listFunctions } from '../../analyzers/symbols/list-functions.ts';
import { lineIndexOf } from '../../analyzers/tree/line-index.ts';

/** The functions of one changed file, with the text they stand in. */
export interface FileSymbols {
  readonly path: string;
  readonly lines: readonly string[];
  readonly functions: readonly FunctionSymbol[];
  /** Exported functions that the change touches. */
  readonly changedExports: readonly FunctionSymbol[];
}

/** A place that calls a changed function. */
export interface CallSite {
  readonly path: string;
  readonly line: number;
}

const MOST_NAMES = 20;
const MOST_SITES = 5;
/** Files beyond it are not searched: a line-by-line search of generated code says nothing. */
const LONGEST_TEXT = 500_000;

/** The functions of a file, or null when it has no tree or its language's functions cannot be listed. */
export function symbolsOf(analyzed: AnalyzedFile): FileSymbols | null {
  if (analyzed.tree === null || analyzed.text.length > LONGEST_TEXT) return null;
  const functions = listFunctions(analyzed.tree, analyzed.text, lineIndexOf(analyzed.lines));
  const changedExports = functions.filter(
    (one) => one.exported && analyzed.map.firstChangedIn('new', one.startLine, one.endLine) > 0,
  );
  return { path: analyzed.file.path, lines: analyzed.lines, functions, changedExports };
}

/** The innermost function around a line, or undefined. */
export function functionAround(symbols: FileSymbols, line: number): FunctionSymbol | undefined {
  return symbols.functions
    .filter((one) => one.startLine <= line && line <= one.endLine)
    .sort((a, b) => a.endLine - a.startLine - (b.endLine - b.startLine))[0];
}

/** Where other changed files call the changed exports of a file; names in the order of the text. */
export function callSitesOf(
  file: FileSymbols,
  others: readonly FileSymbols[],
): readonly { readonly name: string; readonly sites: readonly CallSite[] }[] {
  const names = [...new Set(file.changedExports.map((one) => one.shortName))].filter(
    (name) => name.length > 1,
  );
  return names.slice(0, MOST_NAMES).map((name) => ({
    name,
    sites: others
      .filter((other) => other.path !== file.path)
      .flatMap((other) =>
        other.lines.flatMap((text, index) =>
          calls(text, name) ? [{ path: other.path, line: index + 1 }] : [],
        ),
      )
      .slice(0, MOST_SITES),
  }));
}

/** The text holds `name(` with no word character before it. */
function calls(text: string, name: string): boolean {
  const wanted = `${name}(`;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\w$]/.test(text[at - 1] ?? '')) return true;
  }
  return false;
}
