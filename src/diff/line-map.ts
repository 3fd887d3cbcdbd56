import type { DiffLine, FileChange, Hunk, Side } from '../model.ts';

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

/** One side of a file: its lines inside hunks. */
interface SideIndex {
  /** Line numbers, ascending; all arrays run in parallel. */
  readonly numbers: Int32Array;
  readonly lines: readonly DiffLine[];
  /** Index of the hunk that holds the line. */
  readonly hunks: Int32Array;
  readonly changed: readonly number[];
}

/**
 * Builds the line map of one file from its hunks. Nothing is computed before the first question, and then only for the
 * side that is asked about: most files are asked about one side, many about none.
 */
export function makeLineMap(change: Pick<FileChange, 'hunks'>): LineMap {
  const built: { new: SideIndex | null; old: SideIndex | null } = { new: null, old: null };
  const indexOf = (side: Side): SideIndex => {
    const index = built[side] ?? buildSide(change.hunks, side);
    built[side] = index;
    return index;
  };
  const at = (side: Side, line: number): DiffLine | undefined => {
    const index = indexOf(side);
    return index.lines[find(index.numbers, line)];
  };
  return {
    get addedLines() {
      return indexOf('new').changed;
    },
    get deletedLines() {
      return indexOf('old').changed;
    },
    at,
    canComment: (side, line) => at(side, line) !== undefined,
    canCommentRange: (side, startLine, endLine) => {
      if (startLine > endLine) return false;
      const { numbers, hunks } = indexOf(side);
      const start = hunks[find(numbers, startLine)];
      return start !== undefined && start === hunks[find(numbers, endLine)];
    },
    isChanged: (side, line) => {
      const found = at(side, line);
      return found !== undefined && found.kind !== 'context';
    },
    firstChangedIn: (side, startLine, endLine) => {
      const { changed } = indexOf(side);
      const found = changed[lowerBound(changed, startLine)];
      return found !== undefined && found <= endLine ? found : 0;
    },
  };
}

function buildSide(hunks: readonly Hunk[], side: Side): SideIndex {
  const absent = side === 'new' ? 'delete' : 'add';
  const lines: DiffLine[] = [];
  const hunkOf: number[] = [];
  const changed: number[] = [];
  hunks.forEach((hunk, index) => {
    for (const line of hunk.lines) {
      if (line.kind === absent) continue;
      lines.push(line);
      hunkOf.push(index);
      if (line.kind !== 'context') changed.push(numberOn(line, side));
    }
  });
  const numbers = Int32Array.from(lines, (line) => numberOn(line, side));
  return { numbers, lines, hunks: Int32Array.from(hunkOf), changed };
}

function numberOn(line: DiffLine, side: Side): number {
  return side === 'new' ? line.newLine : line.oldLine;
}

/** Index of `value` in an ascending list; -1 when it is not there. */
function find(numbers: Int32Array, value: number): number {
  const index = lowerBound(numbers, value);
  return numbers[index] === value ? index : -1;
}

/** Index of the first element that is not below `value`, in an ascending list. */
function lowerBound(numbers: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
