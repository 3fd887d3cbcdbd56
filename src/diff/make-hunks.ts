import type { DiffLine, Hunk } from '../model.ts';
import { type ChangedLines, changedLines } from './changed-lines.ts';

/** A text as lines; the last one may lack its line feed. */
interface Lines {
  readonly lines: readonly string[];
  readonly noNewline: boolean;
}

/** A run of changed lines, 0-based, ends exclusive. */
interface Change {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/**
 * Compares two texts line by line, for when both contents are known and nobody gives a patch.
 * Takes the texts and the number of context lines; returns hunks as `git diff` would print them: applying them to
 * `before` yields `after`. Lines end at LF; a missing line feed at the end is a difference. Memory is linear. Beyond
 * `STEP_LIMIT` steps of comparison the part that is still open is told as replaced as a whole.
 */
export function makeHunks(before: string, after: string, context = 3): readonly Hunk[] {
  if (before === after) return [];
  const old = splitLines(before);
  const current = splitLines(after);
  const changes = listChanges(compare(old, current));
  const groups = groupChanges(changes, Math.max(0, Math.floor(context)));
  return groups.map((group) => toHunk(group, old, current, Math.max(0, Math.floor(context))));
}

function splitLines(text: string): Lines {
  if (text === '') return { lines: [], noNewline: false };
  const lines = text.split('\n');
  const noNewline = lines.at(-1) !== '';
  if (!noNewline) lines.pop();
  return { lines, noNewline };
}

/**
 * Numbers equal lines alike and compares the numbers. Lines that the other side does not have at all are changed
 * without being compared: that leaves the answer as short as before and spares most of the work.
 */
function compare(old: Lines, current: Lines): ChangedLines {
  const numbers = new Map<string, number>();
  const oldNumbers = number(old, numbers);
  const known = numbers.size;
  const newNumbers = number(current, numbers);
  const inNew = new Uint8Array(numbers.size);
  for (const line of newNumbers) inNew[line] = 1;
  const keptOld = indexesWhere(oldNumbers, (line) => inNew[line] === 1);
  const keptNew = indexesWhere(newNumbers, (line) => line < known);
  const changed = changedLines(
    keptOld.map((index) => oldNumbers[index] ?? -1),
    keptNew.map((index) => newNumbers[index] ?? -1),
  );
  return {
    old: spread(changed.old, keptOld, old.lines.length),
    new: spread(changed.new, keptNew, current.lines.length),
  };
}

function number({ lines, noNewline }: Lines, numbers: Map<string, number>): Int32Array {
  const result = new Int32Array(lines.length);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    // No line holds a line feed, so this key belongs to the unended last line alone.
    const key = noNewline && index === lines.length - 1 ? `\n${line}` : line;
    let value = numbers.get(key);
    if (value === undefined) {
      value = numbers.size;
      numbers.set(key, value);
    }
    result[index] = value;
  }
  return result;
}

function indexesWhere(values: Int32Array, keep: (value: number) => boolean): Int32Array {
  const result = new Int32Array(values.length);
  let count = 0;
  for (let index = 0; index < values.length; index += 1) {
    if (keep(values[index] ?? -1)) {
      result[count] = index;
      count += 1;
    }
  }
  return result.subarray(0, count);
}

/** Marks of the kept lines, put back among the lines that were changed anyway. */
function spread(changed: Uint8Array, kept: Int32Array, length: number): Uint8Array {
  const result = new Uint8Array(length).fill(1);
  for (let index = 0; index < kept.length; index += 1) result[kept[index] ?? 0] = changed[index] ?? 1;
  return result;
}

function listChanges(changed: ChangedLines): Change[] {
  const changes: Change[] = [];
  let oldAt = 0;
  let newAt = 0;
  while (oldAt < changed.old.length || newAt < changed.new.length) {
    const oldFrom = oldAt;
    const newFrom = newAt;
    while (changed.old[oldAt] === 1) oldAt += 1;
    while (changed.new[newAt] === 1) newAt += 1;
    if (oldAt > oldFrom || newAt > newFrom) changes.push({ oldFrom, oldTo: oldAt, newFrom, newTo: newAt });
    else {
      oldAt += 1;
      newAt += 1;
    }
  }
  return changes;
}

/** Changes whose context would touch or overlap share a hunk. */
function groupChanges(changes: readonly Change[], context: number): Change[][] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && change.oldFrom - last.oldTo <= 2 * context)
      group.push(change);
    else groups.push([change]);
  }
  return groups;
}

function toHunk(group: readonly Change[], old: Lines, current: Lines, context: number): Hunk {
  const first = group[0] ?? { oldFrom: 0, oldTo: 0, newFrom: 0, newTo: 0 };
  const last = group.at(-1) ?? first;
  const lead = Math.min(context, first.oldFrom);
  const trail = Math.min(context, old.lines.length - last.oldTo);
  const oldTo = last.oldTo + trail;
  const newTo = last.newTo + trail;
  const lines: DiffLine[] = [];
  let oldAt = first.oldFrom - lead;
  let newAt = first.newFrom - lead;
  const keepUntil = (end: number) => {
    for (; oldAt < end; oldAt += 1, newAt += 1) {
      lines.push({ kind: 'context', oldLine: oldAt + 1, newLine: newAt + 1, text: old.lines[oldAt] ?? '' });
    }
  };
  for (const change of group) {
    keepUntil(change.oldFrom);
    for (; oldAt < change.oldTo; oldAt += 1) {
      lines.push({ kind: 'delete', oldLine: oldAt + 1, newLine: 0, text: old.lines[oldAt] ?? '' });
    }
    for (; newAt < change.newTo; newAt += 1) {
      lines.push({ kind: 'add', oldLine: 0, newLine: newAt + 1, text: current.lines[newAt] ?? '' });
    }
  }
  keepUntil(oldTo);
  const oldFrom = first.oldFrom - lead;
  const newFrom = first.newFrom - lead;
  return {
    // As git writes it: an empty side is named by the line before it.
    oldStart: oldTo === oldFrom ? oldFrom : oldFrom + 1,
    oldCount: oldTo - oldFrom,
    newStart: newTo === newFrom ? newFrom : newFrom + 1,
    newCount: newTo - newFrom,
    section: '',
    lines,
    oldNoNewline: old.noNewline && oldTo === old.lines.length && oldTo > oldFrom,
    newNoNewline: current.noNewline && newTo === current.lines.length && newTo > newFrom,
  };
}
