import type { AnalyzedFile } from '../../analyzers/analyzer.ts';
import type { FunctionSymbol } from '../../analyzers/symbols/function-symbol.ts';
import { listFunctions } from '../../analyzers/symbols/list-functions.ts';
import { lineIndexOf } from '../../analyzers/tree/line-index.ts';
import { removedExports } from './removed-exports.ts';

/** The functions of one changed file, with the text they stand in. */
export interface FileSymbols {
  readonly path: string;
  readonly lines: readonly string[];
  readonly functions: readonly FunctionSymbol[];
  /** Exported functions that the change touches, those whose signature it touches first. */
  readonly changedExports: readonly FunctionSymbol[];
  /** Names that the file exported before the change and does not any more. */
  readonly removedExports: readonly string[];
}

/** A text that is searched for calls. */
export type SearchedText = Pick<FileSymbols, 'path' | 'lines'>;

/** A place that calls a changed function. */
export interface CallSite {
  readonly path: string;
  readonly line: number;
}

const MOST_NAMES = 20;
const MOST_SITES = 5;
const MOST_SITES_IN_FILE = 3;
/** Files beyond it are not searched: a line-by-line search of generated code says nothing. */
const LONGEST_TEXT = 500_000;

/** The functions of a file, or null when it has no tree or its language's functions cannot be listed. */
export function symbolsOf(analyzed: AnalyzedFile): FileSymbols | null {
  const { tree, text, lines, map } = analyzed;
  if (tree === null || text.length > LONGEST_TEXT) return null;
  const index = lineIndexOf(lines);
  const functions = listFunctions(tree, text, index);
  const deletions = placesOfDeletions(analyzed);
  const isTouched = (first: number, last: number) =>
    map.firstChangedIn('new', first, last) > 0 || deletions.some((line) => first < line && line <= last);
  const touched = functions.filter((one) => one.exported && isTouched(one.startLine, one.endLine));
  const inSignature = (one: FunctionSymbol) =>
    map.firstChangedIn('new', one.startLine, index.lineOf(tree.start[one.body] ?? 0)) > 0;
  const changedExports = [...touched.filter(inSignature), ...touched.filter((one) => !inSignature(one))];
  return {
    path: analyzed.file.path,
    lines,
    functions,
    changedExports,
    removedExports: removedExports(analyzed.file.change.hunks, lines),
  };
}

/** Lines at head before which the change deletes something. */
function placesOfDeletions({ file }: AnalyzedFile): readonly number[] {
  return file.change.hunks.flatMap((hunk) => {
    const places: number[] = [];
    let next = hunk.newStart;
    for (const line of hunk.lines) {
      if (line.kind === 'delete') places.push(next);
      else next = line.newLine + 1;
    }
    return [...new Set(places)];
  });
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
/** A name that is defined, not called. */
const DEFINITION = /(?:\bfunction|\bdef)[ \t]{1,9}\*?[ \t]{0,9}$/;

/**
 * Looks for calls of the changed and removed exports.
 * @param files the changed files, whose exports they are
 * @param unchanged further texts, searched after them
 */
export function indexCalls(
  files: readonly FileSymbols[],
  unchanged: readonly SearchedText[] = [],
): CallIndex {
  const names = new Set(files.flatMap((file) => namesOf(file).map(({ name }) => name)));
  const calls = new Map<string, CallSite[]>([...names].map((name) => [name, []]));
  if (names.size === 0) return calls;
  for (const { path, lines } of [...files, ...unchanged]) {
    for (const [index, text] of lines.entries()) {
      if (text.length > LONGEST_LINE || !text.includes('(')) continue;
      for (const match of text.matchAll(/([\w$]+)\(/g)) {
        const sites = calls.get(match[1] ?? '');
        if (sites === undefined || sites.length >= MOST_SITES_KEPT) continue;
        // One file that calls a name often does not hide the others.
        if (sites.at(-MOST_SITES_IN_FILE)?.path === path) continue;
        if (!DEFINITION.test(text.slice(Math.max(0, match.index - 30), match.index)))
          sites.push({ path, line: index + 1 });
      }
    }
  }
  return calls;
}

/** A name that other files may call, and where they do. */
export interface CalledName {
  readonly name: string;
  /** The file exported it before the change and does not any more. */
  readonly removed: boolean;
}

/** Where other files call the changed exports of a file: changed signatures and removed names first. */
export function callSitesOf(
  file: FileSymbols,
  calls: CallIndex,
): readonly (CalledName & { readonly sites: readonly CallSite[] })[] {
  return namesOf(file).map((called) => ({
    ...called,
    sites: (calls.get(called.name) ?? []).filter((site) => site.path !== file.path).slice(0, MOST_SITES),
  }));
}

function namesOf(file: FileSymbols): readonly CalledName[] {
  const changed = new Set(file.changedExports.map((one) => one.shortName));
  const names = [
    ...file.removedExports.map((name) => ({ name, removed: true })),
    ...[...changed].map((name) => ({ name, removed: false })),
  ];
  return names.filter(({ name }) => name.length > 1).slice(0, MOST_NAMES);
}
