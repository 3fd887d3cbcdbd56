import type { DiffLine, FileChange, Side } from '../model.ts';

/**
 * Answers where in a changed file a comment may stand. GitHub accepts a line when it lies inside an `@@` hunk: added
 * and context lines on the new side, deleted and context lines on the old side (facts: REST review comments, 2026).
 */
export interface LineMap {
  /** The diff line at a 1-based number of a side, or undefined when the line is outside every hunk. */
  at(side: Side, line: number): DiffLine | undefined;
  /** GitHub would accept a comment on this single line. */
  canComment(side: Side, line: number): boolean;
  /** GitHub would accept a comment on this range: both ends commentable, inside the same hunk, start ≤ end. */
  canCommentRange(side: Side, startLine: number, endLine: number): boolean;
  /** The line was added (new side) or deleted (old side) by the change. */
  isChanged(side: Side, line: number): boolean;
  /** First changed line within a 1-based inclusive range of a side, or 0. */
  firstChangedIn(side: Side, startLine: number, endLine: number): number;
  /** Numbers of all added lines, ascending. */
  readonly addedLines: readonly number[];
  /** Numbers of all deleted lines, ascending. */
  readonly deletedLines: readonly number[];
}

/** Builds the line map of one file from its hunks. */
export function makeLineMap(change: Pick<FileChange, 'hunks'>): LineMap {
  const sides: Record<Side, Map<number, { line: DiffLine; hunk: number }>> = {
    new: new Map(),
    old: new Map(),
  };
  const addedLines: number[] = [];
  const deletedLines: number[] = [];
  change.hunks.forEach((hunk, index) => {
    for (const line of hunk.lines) {
      if (line.kind !== 'delete') sides.new.set(line.newLine, { line, hunk: index });
      if (line.kind !== 'add') sides.old.set(line.oldLine, { line, hunk: index });
      if (line.kind === 'add') addedLines.push(line.newLine);
      if (line.kind === 'delete') deletedLines.push(line.oldLine);
    }
  });
  const changedOf = (side: Side) => (side === 'new' ? addedLines : deletedLines);
  return {
    addedLines,
    deletedLines,
    at: (side, line) => sides[side].get(line)?.line,
    canComment: (side, line) => sides[side].has(line),
    canCommentRange: (side, startLine, endLine) => {
      const start = sides[side].get(startLine);
      const end = sides[side].get(endLine);
      return start !== undefined && end !== undefined && startLine <= endLine && start.hunk === end.hunk;
    },
    isChanged: (side, line) => {
      const found = sides[side].get(line)?.line;
      return found !== undefined && found.kind !== 'context';
    },
    firstChangedIn: (side, startLine, endLine) => {
      const numbers = changedOf(side);
      const index = lowerBound(numbers, startLine);
      const found = numbers[index];
      return found !== undefined && found <= endLine ? found : 0;
    },
  };
}

/** Index of the first element that is not below `value`, in an ascending list. */
function lowerBound(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
