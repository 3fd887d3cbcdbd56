import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeHunks } from '../../src/diff/make-hunks.ts';
import { parseHunks } from '../../src/diff/parse-hunks.ts';
import { parseRawEntries } from '../../src/diff/parse-raw.ts';
import { SPARSE_LINE_LIMIT, sparseText } from '../../src/diff/sparse-text.ts';
import { ReviewError } from '../../src/errors.ts';

describe('sparseText', () => {
  it('keeps every line at its number and leaves the others empty', () => {
    const { hunks } = parseHunks('@@ -2,2 +2,2 @@\n a\n-b\n+B\n@@ -6 +6,2 @@\n c\n+d\n');

    expect(sparseText(hunks).split('\n')).toEqual(['', 'a', 'B', '', '', 'c', 'd', '']);
  });

  it('is the text itself when the hunks hold all of it', () => {
    const text = fc
      .tuple(fc.array(fc.constantFrom('a', 'b', '', 'c\r'), { maxLength: 20 }), fc.boolean())
      .map(([lines, ended]) => lines.join('\n') + (ended ? '\n' : ''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        expect(sparseText(makeHunks(before, after, 1_000))).toBe(after);
      }),
    );
  });

  it('is empty for a file that was deleted', () => {
    expect(sparseText(parseHunks('@@ -1,2 +0,0 @@\n-a\n-b').hunks)).toBe('');
    expect(sparseText([])).toBe('');
  });

  it('refuses to make millions of empty lines because a header says so', () => {
    const at = (line: number) => parseHunks(`@@ -${line} +${line} @@\n-a\n+b`).hunks;

    expect(sparseText(at(SPARSE_LINE_LIMIT))).toHaveLength(SPARSE_LINE_LIMIT + 1);
    expect(() => sparseText(at(SPARSE_LINE_LIMIT + 1))).toThrow(ReviewError);
    expect(() => sparseText(at(900_000_000))).toThrow('900000000');
  });
});

describe('parseRawEntries', () => {
  const zeros = '0'.repeat(40);
  const sha = 'a'.repeat(40);

  it('reads names with anything in them, and both names of a rename', () => {
    const text =
      `:000000 100644 ${zeros} ${sha} A\0new\nfile\0` +
      `:100644 100755 ${sha} ${zeros} M095\0 :100644 x\0` +
      `:100644 100644 ${sha} ${sha} R100\0old\tname\0new "name"\0` +
      `:100644 000000 ${sha} ${zeros} D\0gone\0`;

    expect(
      parseRawEntries(Buffer.from(text)).map(({ status, score, oldPath, path }) => [
        status,
        score,
        oldPath,
        path,
      ]),
    ).toEqual([
      ['A', null, 'new\nfile', 'new\nfile'],
      ['M', 95, ' :100644 x', ' :100644 x'],
      ['R', 100, 'old\tname', 'new "name"'],
      ['D', null, 'gone', 'gone'],
    ]);
  });

  it('marks names that are not UTF-8', () => {
    const record = Buffer.concat([
      Buffer.from(`:000000 100644 ${zeros} ${sha} A\0caf`),
      Buffer.from([0xe9, 0]),
    ]);

    expect(parseRawEntries(record)).toMatchObject([{ path: 'caf\uFFFD', undecodable: true }]);
  });

  it('is empty for no change', () => {
    expect(parseRawEntries(new Uint8Array())).toEqual([]);
  });

  it.each([
    'nonsense\0',
    `::100644 100644 100644 ${sha} ${sha} ${sha} MM\0x\0`,
    `:100644 100644 ${sha} ${sha} M\0x`,
  ])('says what it could not read: %j', (text) => {
    expect(() => parseRawEntries(Buffer.from(text))).toThrow(ReviewError);
  });
});
