/** The four numbers and the heading of an `@@` line. */
export interface HunkHeader {
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
  readonly section: string;
}

/** Line numbers above this are refused: no git file has so many lines, and V8 keeps smaller numbers unboxed. */
const MAX_LINE = 1_000_000_000;

/**
 * Parses the `@@ -a,b +c,d @@ heading` line that spans `start`…`end` of `text`.
 * Returns the header, or the reason in words when it cannot be one.
 */
export function parseHunkHeader(text: string, start: number, end: number): HunkHeader | string {
  if (text.startsWith('@@@', start)) return 'a combined diff of a merge is not supported';
  const cursor = { text, position: start, end };
  if (!skip(cursor, '@@ -')) return 'not a hunk header';
  const oldStart = number(cursor);
  const oldCount = skip(cursor, ',') ? number(cursor) : 1;
  if (!skip(cursor, ' +')) return 'not a hunk header';
  const newStart = number(cursor);
  const newCount = skip(cursor, ',') ? number(cursor) : 1;
  if (!skip(cursor, ' @@')) return 'not a hunk header';
  if (oldStart < 0 || oldCount < 0 || newStart < 0 || newCount < 0)
    return 'a hunk header without usable numbers';
  if ((oldStart === 0 && oldCount > 0) || (newStart === 0 && newCount > 0)) {
    return 'a hunk header that starts at line 0, which does not exist';
  }
  skip(cursor, ' ');
  return { oldStart, oldCount, newStart, newCount, section: text.slice(cursor.position, end) };
}

interface Cursor {
  readonly text: string;
  position: number;
  readonly end: number;
}

function skip(cursor: Cursor, expected: string): boolean {
  if (!cursor.text.startsWith(expected, cursor.position)) return false;
  cursor.position += expected.length;
  return cursor.position <= cursor.end;
}

/** Reads digits; -1 when there are none or the number is out of range. */
function number(cursor: Cursor): number {
  let value = 0;
  const from = cursor.position;
  while (cursor.position < cursor.end) {
    const digit = cursor.text.charCodeAt(cursor.position) - 48;
    if (digit < 0 || digit > 9) break;
    value = value > MAX_LINE ? value : value * 10 + digit;
    cursor.position += 1;
  }
  return cursor.position === from || value > MAX_LINE ? -1 : value;
}
