/**
 * Steps that one comparison may take: about half a second. Beyond it, what is still open is told as replaced as a
 * whole, which is true and only less fine.
 */
export const STEP_LIMIT = 20_000_000;

/** Which elements of two sequences are not part of a longest common subsequence: 1 is changed. */
export interface ChangedLines {
  readonly old: Uint8Array;
  readonly new: Uint8Array;
}

/** A stretch of either sequence, ends exclusive, that is still to be compared. */
interface Box {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

interface Point {
  readonly old: number;
  readonly new: number;
}

/**
 * Compares two sequences of numbers after Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), section 4b:
 * a furthest-reaching search from both ends finds a point in the middle of a shortest edit, then both halves are
 * compared alike. Space is linear, time is bounded by `stepLimit`.
 */
export function changedLines(before: Int32Array, after: Int32Array, stepLimit = STEP_LIMIT): ChangedLines {
  const changed = { old: new Uint8Array(before.length), new: new Uint8Array(after.length) };
  const search = new MiddleSearch(before, after, stepLimit);
  const boxes: Box[] = [{ oldFrom: 0, oldTo: before.length, newFrom: 0, newTo: after.length }];
  for (let box = boxes.pop(); box !== undefined; box = boxes.pop()) {
    let { oldFrom, oldTo, newFrom, newTo } = box;
    while (oldFrom < oldTo && newFrom < newTo && before[oldFrom] === after[newFrom]) {
      oldFrom += 1;
      newFrom += 1;
    }
    while (oldFrom < oldTo && newFrom < newTo && before[oldTo - 1] === after[newTo - 1]) {
      oldTo -= 1;
      newTo -= 1;
    }
    const middle =
      oldFrom === oldTo || newFrom === newTo ? null : search.middle({ oldFrom, oldTo, newFrom, newTo });
    if (middle === null) {
      changed.old.fill(1, oldFrom, oldTo);
      changed.new.fill(1, newFrom, newTo);
    } else {
      boxes.push({ oldFrom, oldTo: middle.old, newFrom, newTo: middle.new });
      boxes.push({ oldFrom: middle.old, oldTo, newFrom: middle.new, newTo });
    }
  }
  return changed;
}

/** Finds middle points; holds the furthest-reaching ends of both directions, so that they are allocated once. */
class MiddleSearch {
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  readonly #forward: Int32Array;
  readonly #backward: Int32Array;
  #stepsLeft: number;

  constructor(before: Int32Array, after: Int32Array, stepLimit: number) {
    this.#before = before;
    this.#after = after;
    this.#forward = new Int32Array(before.length + after.length + 3);
    this.#backward = new Int32Array(before.length + after.length + 3);
    this.#stepsLeft = stepLimit;
  }

  /**
   * A point on a shortest edit of the box that is not one of its corners. Both sides of the box must be non-empty and
   * differ in their first and last elements. Null when the steps are used up, or nothing in the box is common.
   */
  middle(box: Box): Point | null {
    const width = box.oldTo - box.oldFrom;
    const height = box.newTo - box.newFrom;
    this.#forward.fill(-1, 0, width + height + 3);
    this.#backward.fill(-1, 0, width + height + 3);
    const half = (width + height + 1) >> 1;
    for (let edits = 0; edits <= half; edits += 1) {
      const point = this.#advance(box, edits, false) ?? this.#advance(box, edits, true);
      if (point !== null) {
        const atStart = point.old === box.oldFrom && point.new === box.newFrom;
        const atEnd = point.old === box.oldTo && point.new === box.newTo;
        return atStart || atEnd ? null : point;
      }
      if (this.#stepsLeft <= 0) return null;
    }
    return null;
  }

  /**
   * Moves one direction's ends on by one edit, on every diagonal (old − new, counted from that direction's corner).
   * Returns the point where it meets the other direction's end on the same diagonal, or null.
   */
  #advance(box: Box, edits: number, backward: boolean): Point | null {
    const width = box.oldTo - box.oldFrom;
    const height = box.newTo - box.newFrom;
    const ends = backward ? this.#backward : this.#forward;
    const others = backward ? this.#forward : this.#backward;
    const origin = height + 1;
    const first = edits <= height ? -edits : -height + ((edits - height) & 1);
    const last = edits <= width ? edits : width - ((edits - width) & 1);
    for (let diagonal = first; diagonal <= last; diagonal += 2) {
      const start = edits === 0 ? 0 : reach(ends, origin + diagonal, diagonal, width, height);
      const end = start === -1 ? -1 : this.#slide(box, start, start - diagonal, backward);
      ends[origin + diagonal] = end;
      this.#stepsLeft -= 1 + end - start;
      if (end === -1) continue;
      const across = origin + (width - height) - diagonal;
      const other = across < 0 || across > width + height + 2 ? -1 : (others[across] ?? -1);
      if (other !== -1 && end + other >= width) {
        return backward
          ? { old: box.oldTo - end, new: box.newTo - (end - diagonal) }
          : { old: box.oldFrom + end, new: box.newFrom + (end - diagonal) };
      }
    }
    return null;
  }

  /** Follows equal elements from a point (counted from the direction's corner); returns the old side's end. */
  #slide(box: Box, oldStart: number, newStart: number, backward: boolean): number {
    const before = this.#before;
    const after = this.#after;
    const width = box.oldTo - box.oldFrom;
    const height = box.newTo - box.newFrom;
    let x = oldStart;
    let y = newStart;
    if (backward) {
      while (x < width && y < height && before[box.oldTo - 1 - x] === after[box.newTo - 1 - y]) {
        x += 1;
        y += 1;
      }
    } else {
      while (x < width && y < height && before[box.oldFrom + x] === after[box.newFrom + y]) {
        x += 1;
        y += 1;
      }
    }
    return x;
  }
}

/** The furthest start on a diagonal one edit after its neighbours' ends; -1 when neither leads to a point of the box. */
function reach(ends: Int32Array, at: number, diagonal: number, width: number, height: number): number {
  const inserted = ends[at + 1] ?? -1;
  const deleted = ends[at - 1] ?? -1;
  const afterInsert = inserted === -1 || inserted - diagonal > height ? -1 : inserted;
  const afterDelete = deleted === -1 || deleted >= width ? -1 : deleted + 1;
  return Math.max(afterInsert, afterDelete);
}
