import { ReviewError } from '../errors.ts';
import type { Hunk } from '../model.ts';

/** More lines than this are refused: a lying hunk header could otherwise ask for gigabytes of line feeds. */
export const SPARSE_LINE_LIMIT = 5_000_000;

/**
 * Rebuilds what hunks show of the new side. Lines outside them are empty, so that every line keeps its number.
 * Takes hunks in ascending order; returns the text, with a line feed at its end unless the hunks say there is none.
 * @throws ReviewError (`patch-unreadable`) when the last line's number is above {@link SPARSE_LINE_LIMIT}
 */
export function sparseText(hunks: readonly Hunk[]): string {
  const last = hunks.findLast(({ newCount }) => newCount > 0);
  if (last === undefined) return '';
  const lastLine = last.newStart + last.newCount - 1;
  if (lastLine > SPARSE_LINE_LIMIT) {
    throw new ReviewError(
      'patch-unreadable',
      `The hunks end at line ${lastLine}; a text of more than ${SPARSE_LINE_LIMIT} lines is not rebuilt from a patch.`,
      'Review from a clone, where the file itself can be read, or exclude the file with "paths".',
    );
  }
  const pieces: string[] = [];
  let next = 1;
  for (const hunk of hunks) {
    for (const { kind, newLine, text } of hunk.lines) {
      if (kind === 'delete' || newLine < next) continue;
      if (newLine > next) pieces.push('\n'.repeat(newLine - next));
      pieces.push(text, '\n');
      next = newLine + 1;
    }
  }
  if (last.newNoNewline) pieces.pop();
  return pieces.join('');
}
