import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLineMap } from '../../src/diff/line-map.ts';
import { makeHunks } from '../../src/diff/make-hunks.ts';
import { parseHunks } from '../../src/diff/parse-hunks.ts';

/** Two hunks: lines 1–4 → 1–4 and 10–11 → 10–12, the numbers apart by nothing and then by one. */
const HUNKS = parseHunks(
  '@@ -1,4 +1,4 @@\n a\n-b\n+B\n c\n d\n@@ -10,2 +10,3 @@\n x\n+new\n y\n\\ No newline at end of file\n',
).hunks;

describe('line map: may a comment go here, as GitHub answers', () => {
  const map = makeLineMap({ hunks: HUNKS });

  it('added and context lines on the new side, deleted and context lines on the old side', () => {
    const allowed = (side: 'old' | 'new') =>
      Array.from({ length: 16 }, (_, index) => index - 1).filter((line) => map.canComment(side, line));

    expect(allowed('new')).toEqual([1, 2, 3, 4, 10, 11, 12]);
    expect(allowed('old')).toEqual([1, 2, 3, 4, 10, 11]);
  });

  it('ranges only inside one hunk, first line first', () => {
    expect(map.canCommentRange('new', 1, 4)).toBe(true);
    expect(map.canCommentRange('new', 2, 2)).toBe(true);
    expect(map.canCommentRange('new', 4, 10)).toBe(false);
    expect(map.canCommentRange('new', 4, 1)).toBe(false);
    expect(map.canCommentRange('new', 4, 5)).toBe(false);
    expect(map.canCommentRange('new', 0, 1)).toBe(false);
    expect(map.canCommentRange('old', 11, 12)).toBe(false);
  });

  it('knows the line at a number and whether it changed', () => {
    expect(map.at('new', 2)).toEqual({ kind: 'add', oldLine: 0, newLine: 2, text: 'B' });
    expect(map.at('old', 2)).toEqual({ kind: 'delete', oldLine: 2, newLine: 0, text: 'b' });
    expect(map.at('new', 12)).toEqual({ kind: 'context', oldLine: 11, newLine: 12, text: 'y' });
    expect(map.at('new', 7)).toBeUndefined();
    expect([map.isChanged('new', 2), map.isChanged('new', 1), map.isChanged('old', 2)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([map.addedLines, map.deletedLines]).toEqual([[2, 11], [2]]);
  });

  it('finds the first changed line of a range, or 0', () => {
    expect(map.firstChangedIn('new', 1, 12)).toBe(2);
    expect(map.firstChangedIn('new', 3, 12)).toBe(11);
    expect(map.firstChangedIn('new', 3, 10)).toBe(0);
    expect(map.firstChangedIn('old', 3, 100)).toBe(0);
  });

  it('has no answer but no for a file without hunks', () => {
    const empty = makeLineMap({ hunks: [] });

    expect(empty.canComment('new', 1)).toBe(false);
    expect(empty.canCommentRange('new', 1, 1)).toBe(false);
    expect(empty.addedLines).toEqual([]);
  });

  it('agrees with a walk over all lines, for any change', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 })
      .map((lines) => `${lines.join('\n')}\n`);
    fc.assert(
      fc.property(text, text, fc.nat(3), (before, after, context) => {
        const hunks = makeHunks(before, after, context);
        const lines = hunks.flatMap((hunk) => hunk.lines);
        const built = makeLineMap({ hunks });
        for (let number = 0; number <= 45; number += 1) {
          const current = lines.find(({ kind, newLine }) => kind !== 'delete' && newLine === number);
          const old = lines.find(({ kind, oldLine }) => kind !== 'add' && oldLine === number);
          expect(built.at('new', number)).toBe(number === 0 ? undefined : current);
          expect(built.at('old', number)).toBe(number === 0 ? undefined : old);
        }
      }),
    );
  });
});
