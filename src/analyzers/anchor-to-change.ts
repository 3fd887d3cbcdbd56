import type { AnalyzedFile } from './analyzer.ts';

/** What is longer than this is a construct as a whole; a line in its middle would not explain it. */
const LONGEST_MOVED = 20;
/** A range is marked as a whole up to here; of a longer one, such as a loop with its body, the first line says it. */
const LONGEST_MARKED = 6;
/** What a setting belongs to begins at most so many lines before it. */
const LONGEST_UNIT = 200;

/** Where a finding on the new side stands. */
export interface ChangeAnchor {
  readonly startLine: number;
  readonly endLine: number;
  /** The exact text of `startLine`. */
  readonly quote: string;
}

/**
 * Where to put a finding about the lines from `startLine` to `endLine` of a file at head: at its start; from its first to
 * its last changed line when the start is not changed and the range is at most 20 lines long; nowhere (null) when the
 * change touches none of its lines.
 */
export function anchorToChange(file: AnalyzedFile, startLine: number, endLine: number): ChangeAnchor | null {
  const changed = file.map.firstChangedIn('new', startLine, endLine);
  if (changed === 0) return null;
  const start = endLine - startLine < LONGEST_MOVED ? changed : startLine;
  const end = endLine - start < LONGEST_MARKED ? endLine : start;
  return {
    startLine: start,
    endLine: start === startLine ? end : lastChanged(file, start, end),
    quote: file.lines[start - 1] ?? '',
  };
}

/**
 * The same finding from an earlier line on, that of what its lines belong to, such as the container of a setting: where
 * the change adds all lines between, and they are at most 200.
 */
export function beginEarlier(file: AnalyzedFile, anchor: ChangeAnchor, startLine: number): ChangeAnchor {
  const { endLine } = anchor;
  if (startLine >= anchor.startLine || anchor.startLine - startLine > LONGEST_UNIT) return anchor;
  for (let line = startLine; line < anchor.startLine; line++)
    if (!file.map.isChanged('new', line)) return anchor;
  const end = endLine - startLine < LONGEST_MOVED ? endLine : startLine;
  return { startLine, endLine: end, quote: file.lines[startLine - 1] ?? '' };
}

/** The lines behind it, such as the bracket that closes a call, were there before. */
function lastChanged({ map }: AnalyzedFile, first: number, last: number): number {
  let line = last;
  while (line > first && !map.isChanged('new', line)) line -= 1;
  return line;
}
