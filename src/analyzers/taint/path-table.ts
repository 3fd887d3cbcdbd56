import type { PathPattern } from '../../config/taint-model.ts';

/** Entries found by the path of a call or property. */
export interface PathTable<Entry> {
  /** The entries of which a pattern matches one of the paths, each once. */
  find(paths: readonly string[]): readonly Entry[];
}

interface Row<Entry> {
  readonly pieces: readonly string[];
  readonly entry: Entry;
}

/** Indexes entries by the last segment of their patterns: almost every path is looked up without a comparison. */
export function makePathTable<Entry>(
  entries: readonly Entry[],
  patternsOf: (entry: Entry) => readonly PathPattern[],
): PathTable<Entry> {
  const byEnd = new Map<string, Row<Entry>[]>();
  const open: Row<Entry>[] = [];
  for (const entry of entries) {
    for (const pattern of patternsOf(entry)) {
      const row = { pieces: pattern.split('*'), entry };
      const end = lastSegment(pattern);
      if (end.includes('*')) open.push(row);
      else byEnd.set(end, [...(byEnd.get(end) ?? []), row]);
    }
  }
  return {
    find: (paths) => {
      const found: Entry[] = [];
      for (const path of paths) {
        if (path === '') continue;
        for (const rows of [byEnd.get(lastSegment(path)), open]) {
          for (const { pieces, entry } of rows ?? []) {
            if (matchesPieces(pieces, path) && !found.includes(entry)) found.push(entry);
          }
        }
      }
      return found;
    },
  };
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** `*` stands for any characters, dots among them; linear in the path. */
export function matchesPieces(pieces: readonly string[], path: string): boolean {
  const [first = '', ...others] = pieces;
  if (!path.startsWith(first)) return false;
  const last = others.pop();
  if (last === undefined) return path.length === first.length;
  let from = first.length;
  for (const piece of others) {
    const at = path.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  // `*.query` needs something before the dot.
  const least = from + last.length + (last.startsWith('.') && from === 0 ? 1 : 0);
  return path.length >= least && path.endsWith(last);
}
