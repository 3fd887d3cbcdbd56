import type { ChangedFile, Side } from '../model.ts';
import { digestOf } from './digest.ts';

/** Hex characters of a line's key: 40 bits, so that a thousand lines take a third of a comment's hidden state. */
export const LINE_KEY_LENGTH = 10;
/** What more lines would take does not fit into the state; then the keys of whole files have to do. */
const MOST_LINES = 1_500;

/**
 * Keys of the changed lines of files, by path, side and text; equal lines of a file are counted. Line numbers and
 * spacing play no part, so they outlive a rebase and a reformatting.
 * @returns empty when there are too many
 */
export function lineKeysOf(files: readonly ChangedFile[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const file of files) {
    for (const [text, count] of countLines(file)) {
      for (let nth = 1; nth <= count; nth += 1) keys.add(keyOf(file, text, nth));
      if (keys.size > MOST_LINES) return new Set();
    }
  }
  return keys;
}

/**
 * Whether a range holds changed lines and all of them were part of the change before. Of equal lines nobody can tell
 * which is the new one: when there are more of them than before, each counts as new.
 * @param known keys of the lines that the change had before
 */
export function areKnownLines(
  file: ChangedFile,
  { side, startLine, endLine }: { readonly side: Side; readonly startLine: number; readonly endLine: number },
  known: ReadonlySet<string>,
): boolean {
  if (known.size === 0) return false;
  const counts = countLines(file);
  const within = changedLines(file).filter(
    (line) => line.side === side && line.number >= startLine && line.number <= endLine,
  );
  return within.length > 0 && within.every(({ text }) => known.has(keyOf(file, text, counts.get(text) ?? 0)));
}

interface ChangedLine {
  readonly side: Side;
  readonly number: number;
  /** Side and text without spacing. */
  readonly text: string;
}

function changedLines({ change }: ChangedFile): readonly ChangedLine[] {
  return change.hunks
    .flatMap((hunk) => hunk.lines)
    .flatMap(({ kind, newLine, oldLine, text }): ChangedLine[] => {
      const bare = text.replace(/\s+/g, '');
      if (kind === 'context' || bare === '') return [];
      const side = kind === 'add' ? 'new' : 'old';
      return [{ side, number: side === 'new' ? newLine : oldLine, text: `${side} ${bare}` }];
    });
}

function countLines(file: ChangedFile): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of changedLines(file)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function keyOf({ path, change }: ChangedFile, text: string, nth: number): string {
  return digestOf(change.oldPath ?? path, text, String(nth)).slice(0, LINE_KEY_LENGTH);
}
