import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areKnownLines, lineKeysOf } from '../../src/evidence/line-keys.ts';
import { makeChangedFile } from '../make-changed-file.ts';

const file = (lines: readonly string[], base: readonly string[] | null = null) =>
  makeChangedFile('src/a.ts', base === null ? null : `${base.join('\n')}\n`, `${lines.join('\n')}\n`);
const at = (line: number, endLine = line, side: 'new' | 'old' = 'new') => ({
  side,
  startLine: line,
  endLine,
});

describe('keys of changed lines', () => {
  it('know a line again wherever it went and however it is spaced', () => {
    const known = lineKeysOf([file(['one', 'two'])]);
    const moved = file(['', '  two', 'new', 'one']);
    expect([2, 3, 4].map((line) => areKnownLines(moved, at(line), known))).toEqual([true, false, true]);
    expect(areKnownLines(moved, at(2, 3), known)).toBe(false);
  });

  it('tell the sides and the files apart', () => {
    const known = lineKeysOf([file(['one'])]);
    expect(areKnownLines(file(['kept'], ['kept', 'one']), at(2, 2, 'old'), known)).toBe(false);
    expect(areKnownLines(makeChangedFile('src/b.ts', null, 'one\n'), at(1), known)).toBe(false);
  });

  it('know nothing of lines that are no part of the change, and of too many', () => {
    const changed = file(['kept', 'one'], ['kept']);
    expect(areKnownLines(changed, at(1), lineKeysOf([changed]))).toBe(false);
    expect(lineKeysOf([file(Array.from({ length: 1_600 }, (_, index) => `line ${index}`))]).size).toBe(0);
  });

  it('an added line is known only when as many of it were there before', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, words, (then, now) => {
        const known = lineKeysOf([file(then)]);
        const count = (lines: readonly string[], word: string) => lines.filter((one) => one === word).length;
        for (const [index, word] of now.entries()) {
          const expected = count(now, word) <= count(then, word);
          expect(areKnownLines(file(now), at(index + 1), known)).toBe(expected);
        }
      }),
    );
  });
});
