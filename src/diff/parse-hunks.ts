import type { Hunk } from '../model.ts';
import { endOfLine, HunkReader, isHunkStart } from './hunk-reader.ts';

/** Hunks of one file, and what was wrong with the text they came from (null when nothing was). */
export interface HunksResult {
  readonly hunks: readonly Hunk[];
  readonly problem: string | null;
}

/**
 * Parses the `patch` of one file as GitHub's REST API gives it: it starts at `@@` and has no file header.
 * Takes any text; returns the hunks that are certain and a problem in words; never throws. Linear in the text's length.
 * Counts and line numbers follow the hunk headers; where a body disagrees with its header, the lines that fit are kept.
 */
export function parseHunks(patch: string): HunksResult {
  const reader = new HunkReader(patch, 0);
  reader.readRun();
  while (!reader.atEnd) {
    reader.note(`text that belongs to no hunk: ${reader.preview()}`);
    if (!seekHunk(patch, reader)) break;
    reader.readRun();
  }
  return { hunks: reader.hunks, problem: reader.problem };
}

/** Moves the reader to the next line that starts a hunk. Returns false when there is none. */
function seekHunk(patch: string, reader: HunkReader): boolean {
  while (!reader.atEnd) {
    reader.position = endOfLine(patch, reader.position) + 1;
    if (isHunkStart(patch, reader.position)) return true;
  }
  return false;
}
