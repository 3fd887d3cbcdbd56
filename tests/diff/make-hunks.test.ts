import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines } from '../../src/diff/changed-lines.ts';
import { makeHunks } from '../../src/diff/make-hunks.ts';
import { applyHunks } from './apply-hunks.ts';

const line = fc.oneof(fc.constantFrom('a', 'b', 'c', '', '}', 'x\r', '\u2028'), fc.string({ maxLength: 3 }));

const text = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.boolean())
  .map(([lines, ended]) => lines.map((part) => part.replaceAll('\n', '')).join('\n') + (ended ? '\n' : ''));

/** Length of a longest common subsequence by the table everyone knows: slow, and surely right. */
function commonLength(before: readonly number[], after: readonly number[]): number {
  let row: number[] = new Array<number>(after.length + 1).fill(0);
  for (const one of before) {
    const next = [0];
    after.forEach((other, index) => {
      next.push(one === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe('makeHunks', () => {
  it('gives hunks that turn the one text into the other', () => {
    fc.assert(
      fc.property(text, text, fc.nat(5), (before, after, context) => {
        expect(applyHunks(before, makeHunks(before, after, context))).toBe(after);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never tells more lines as changed than must be', () => {
    const numbers = fc.array(fc.nat(4), { maxLength: 24 });
    fc.assert(
      fc.property(numbers, numbers, (before, after) => {
        const changed = changedLines(Int32Array.from(before), Int32Array.from(after));

        const keptOld = before.filter((_, index) => changed.old[index] === 0);
        const keptNew = after.filter((_, index) => changed.new[index] === 0);
        expect(keptOld).toEqual(keptNew);
        expect(keptOld).toHaveLength(commonLength(before, after));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is still right when its steps are used up', () => {
    const numbers = fc.array(fc.nat(4), { maxLength: 24 });
    fc.assert(
      fc.property(numbers, numbers, fc.nat(30), (before, after, steps) => {
        const changed = changedLines(Int32Array.from(before), Int32Array.from(after), steps);

        expect(before.filter((_, index) => changed.old[index] === 0)).toEqual(
          after.filter((_, index) => changed.new[index] === 0),
        );
      }),
    );
  });

  it('writes hunks as git does', () => {
    expect(makeHunks('a\nb\nc\n', 'a\nB\nc\n', 1)).toEqual([
      {
        oldStart: 1,
        oldCount: 3,
        newStart: 1,
        newCount: 3,
        section: '',
        lines: [
          { kind: 'context', oldLine: 1, newLine: 1, text: 'a' },
          { kind: 'delete', oldLine: 2, newLine: 0, text: 'b' },
          { kind: 'add', oldLine: 0, newLine: 2, text: 'B' },
          { kind: 'context', oldLine: 3, newLine: 3, text: 'c' },
        ],
        oldNoNewline: false,
        newNoNewline: false,
      },
    ]);
    expect(makeHunks('', 'a\n')).toMatchObject([{ oldStart: 0, oldCount: 0, newStart: 1, newCount: 1 }]);
    expect(makeHunks('a\n', '')).toMatchObject([{ oldStart: 1, oldCount: 1, newStart: 0, newCount: 0 }]);
    expect(makeHunks('a\nc\n', 'a\nb\nc\n', 0)).toMatchObject([
      { oldStart: 1, oldCount: 0, newStart: 2, newCount: 1 },
    ]);
    expect(makeHunks('a', 'a\n')).toMatchObject([
      { oldNoNewline: true, newNoNewline: false, oldCount: 1, newCount: 1 },
    ]);
    expect(makeHunks('a\n', 'a\n')).toEqual([]);
  });

  it('joins changes whose context touches and parts those whose does not', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `${index}\n`);
    const edited = (...indexes: number[]) =>
      lines.map((text, at) => (indexes.includes(at) ? 'x\n' : text)).join('');

    expect(makeHunks(lines.join(''), edited(5, 12))).toHaveLength(1);
    expect(makeHunks(lines.join(''), edited(5, 13))).toHaveLength(2);
  });

  it('is bounded: two long texts with nothing in order end in a whole replacement', () => {
    const lines = (seed: number) => {
      let state = seed;
      return Array.from({ length: 60_000 }, () => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        return `${state % 5_000}\n`;
      }).join('');
    };
    const [before, after] = [lines(1), lines(2)];
    const start = performance.now();

    const hunks = makeHunks(before, after);

    expect(performance.now() - start).toBeLessThan(5_000);
    expect(applyHunks(before, hunks)).toBe(after);
  });
});
