/** A name read out of a header line, and the offset behind it. */
export interface Unquoted {
  readonly value: string;
  readonly end: number;
}

/** What git's C-style quoting writes after a backslash (quote.c), as bytes. */
const ESCAPES: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['b', 8],
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
  ['"', 34],
  ['\\', 92],
]);

const OCTAL = /[0-3][0-7]{2}/y;

/**
 * Decodes the C-quoted string whose opening quote stands at `start`. Octal escapes are bytes, read as UTF-8 together
 * with their neighbours; bytes that are not UTF-8 become U+FFFD.
 * Returns the name and the offset behind the closing quote, or null when the quoting is broken.
 */
export function unquotePath(text: string, start: number): Unquoted | null {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  let position = start + 1;
  let plain = position;
  const flush = () => {
    if (plain < position) for (const byte of encoder.encode(text.slice(plain, position))) bytes.push(byte);
  };
  while (position < text.length) {
    const character = text[position];
    if (character === '"') {
      flush();
      const value = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
      return { value, end: position + 1 };
    }
    if (character !== '\\') {
      position += 1;
      continue;
    }
    flush();
    const escaped = ESCAPES.get(text[position + 1] ?? '');
    if (escaped !== undefined) {
      bytes.push(escaped);
      position += 2;
    } else {
      OCTAL.lastIndex = position + 1;
      const digits = OCTAL.exec(text)?.[0];
      if (digits === undefined) return null;
      bytes.push(Number.parseInt(digits, 8));
      position += 4;
    }
    plain = position;
  }
  return null;
}

/** The name in `text`: unquoted when it is quoted from end to end, as it is otherwise. Null when the quoting is broken. */
export function readName(text: string): string | null {
  if (!text.startsWith('"')) return text;
  const quoted = unquotePath(text, 0);
  return quoted !== null && quoted.end === text.length ? quoted.value : null;
}
