/**
 * Takes our own secrets out of whatever leaves the product (R14): the secret itself, any part of it of twelve
 * characters or more, and the same in reverse, in base64, in hexadecimal, percent-encoded, or split by characters that
 * nobody sees.
 */

/** Parts of a secret that are shorter are not recognised (security requirement R14). */
const WINDOW = 12;
/** Shorter texts are no secret and would blot out ordinary words. */
const SHORTEST_SECRET = 8;
const HIDDEN = '[hidden]';
/** Ranges of characters that nobody sees. */
const INVISIBLE: readonly (readonly [first: number, last: number])[] = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
];

/** Makes the filter of some secrets. Takes time in the length of the text alone. */
export function makeSecretFilter(secrets: readonly string[]): (text: string) => string {
  const windows = new Map<number, Set<string>>();
  for (const secret of secrets) {
    if (secret.length < SHORTEST_SECRET) continue;
    for (const [form, perCharacter] of formsOf(secret)) {
      const size = Math.min(Math.round(WINDOW * perCharacter), form.length);
      const known = windows.get(size) ?? new Set<string>();
      for (let start = 0; start + size <= form.length; start += 1) known.add(form.slice(start, start + size));
      windows.set(size, known);
    }
  }
  if (windows.size === 0) return (text) => text;
  return (text) => hide(text, windows);
}

/** The forms of a secret, each with the characters it takes for one of the secret's. */
function formsOf(secret: string): readonly (readonly [form: string, perCharacter: number])[] {
  const bytes = [...new TextEncoder().encode(secret)];
  const hexOf = (separator: string) =>
    bytes.map((byte) => `${separator}${byte.toString(16).padStart(2, '0')}`).join('');
  const base64 = [0, 1, 2].map((skip) => toBase64(bytes.slice(skip)));
  return [
    [secret, 1],
    [[...secret].reverse().join(''), 1],
    [encodeURIComponent(secret), 1],
    ...base64.flatMap((form) => [
      [form, 1] as const,
      [form.replaceAll('+', '-').replaceAll('/', '_'), 1] as const,
    ]),
    [hexOf(''), 2],
    [hexOf('').toUpperCase(), 2],
    [hexOf('%'), 3],
    [hexOf('%').toUpperCase(), 3],
  ];
}

/** Without padding: the last group of what is shorter differs anyway. */
function toBase64(bytes: readonly number[]): string {
  return btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');
}

function hide(text: string, windows: ReadonlyMap<number, ReadonlySet<string>>): string {
  const { seen, places } = withoutInvisible(text);
  const spans: { start: number; end: number }[] = [];
  for (const [size, known] of windows) {
    for (let start = 0; start + size <= seen.length; start += 1) {
      if (known.has(seen.slice(start, start + size))) spans.push({ start, end: start + size });
    }
  }
  if (spans.length === 0) return text;
  const at = (index: number) => (places === null ? index : (places[index] ?? text.length));
  let [result, from] = ['', 0];
  let open: { start: number; end: number } | null = null;
  const close = () => {
    if (open === null) return;
    result += text.slice(from, at(open.start)) + HIDDEN;
    from = at(open.end - 1) + 1;
  };
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    if (open !== null && span.start <= open.end)
      open = { start: open.start, end: Math.max(open.end, span.end) };
    else {
      close();
      open = span;
    }
  }
  close();
  return result + text.slice(from);
}

/** The text as it is seen, with the place of each of its characters; null for the places when nothing is hidden. */
function withoutInvisible(text: string): {
  readonly seen: string;
  readonly places: readonly number[] | null;
} {
  const places: number[] = [];
  let seen = '';
  for (let index = 0; index < text.length; index += 1) {
    if (isInvisible(text.charCodeAt(index))) continue;
    seen += text.charAt(index);
    places.push(index);
  }
  return places.length === text.length ? { seen: text, places: null } : { seen, places };
}

function isInvisible(code: number): boolean {
  return code >= 0xad && INVISIBLE.some(([first, last]) => first <= code && code <= last);
}

/** The value with every text in it replaced; keys and all else stay. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  return mapValue(value, change) as T;
}

function mapValue(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapValue(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapValue(one, change)]));
}
