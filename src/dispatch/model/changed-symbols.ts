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

/** Where the changed exports of all files are called, by name; made in one pass over the files. */
export type CallIndex = ReadonlyMap<string, readonly CallSite[]>;

/** Longer lines are generated code; the pattern below is only quick on short ones. */
const LONGEST_LINE = 1_000;
const MOST_SITES_KEPT = 40;

/** Looks for calls of the changed exports in all files. */
export function indexCalls(files: readonly FileSymbols[]): CallIndex {
  const names = new Set(files.flatMap(namesOf));
  const calls = new Map<string, CallSite[]>([...names].map((name) => [name, []]));
  if (names.size === 0) return calls;
  for (const { path, lines } of files) {
    for (const [index, text] of lines.entries()) {
      if (text.length > LONGEST_LINE || !text.includes('(')) continue;
      for (const [, name = ''] of text.matchAll(/([\w$]+)\(/g)) {
        const sites = calls.get(name);
        if (sites !== undefined && sites.length < MOST_SITES_KEPT) sites.push({ path, line: index + 1 });
      }
    }
  }
  return calls;
}

/** Where other files call the changed exports of a file; names in the order of the text. */
export function callSitesOf(
  file: FileSymbols,
  calls: CallIndex,
): readonly { readonly name: string; readonly sites: readonly CallSite[] }[] {
  return namesOf(file).map((name) => ({
    name,
    sites: (calls.get(name) ?? []).filter((site) => site.path !== file.path).slice(0, MOST_SITES),
  }));
}

function namesOf(file: FileSymbols): readonly string[] {
  const names = new Set(file.changedExports.map((one) => one.shortName).filter((name) => name.length > 1));
  return [...names].slice(0, MOST_NAMES);
}
