/**
 * Takes our own secrets out of whatever leaves the product (R14): the secret itself, any part of it of twelve
 * characters or more, and the same in base64, in hexadecimal, percent-encoded, each also in reverse, or split by
 * characters that nobody sees.
 */

/** Parts of a secret that are shorter are not recognised (security requirement R14). */
const WINDOW = 12;
/** Shorter texts are no secret and would blot out ordinary words. */
const SHORTEST_SECRET = 8;
const HIDDEN = '[hidden]';
/** Ranges of characters that nobody sees. */
const INVISIBLE: readonly (readonly [first: number, last: number])[] = [
  [0x0000, 0x0008],
  [0x000b, 0x000c],
  [0x000e, 0x001f],
  [0x007f, 0x009f],
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
/** First half of U+E0000 to U+E03FF: tags and variation selectors. */
const TAGS = 0xdb40;

/** Windows of one size. */
interface Windows {
  readonly texts: Set<string>;
  /** 1 where a window's sketch falls: spares nearly every place of a text the cost of a slice and a look-up. */
  readonly sketch: Uint8Array;
}

const SKETCH = 1 << 16;

/** A number for the first characters of what stands at `start`. */
function sketchOf(text: string, start: number): number {
  const pair = text.charCodeAt(start) * 31 + text.charCodeAt(start + 1);
  return (pair * 961 + text.charCodeAt(start + 3) * 31 + text.charCodeAt(start + 6)) % SKETCH;
}

/** Makes the filter of some secrets. Takes time in the length of the text alone. */
export function makeSecretFilter(secrets: readonly string[]): (text: string) => string {
  const windows = new Map<number, Windows>();
  for (const secret of secrets) {
    if (secret.length < SHORTEST_SECRET) continue;
    for (const [form, perCharacter] of formsOf(secret)) {
      const size = Math.min(Math.round(WINDOW * perCharacter), form.length);
      const known = windows.get(size) ?? { texts: new Set(), sketch: new Uint8Array(SKETCH) };
      for (let start = 0; start + size <= form.length; start += 1) {
        known.texts.add(form.slice(start, start + size));
        known.sketch[sketchOf(form, start)] = 1;
      }
      windows.set(size, known);
    }
  }
  if (windows.size === 0) return (text) => text;
  return (text) => hide(text, windows);
}

/** The forms of a secret, each with the characters it takes for one of the secret's. */
function formsOf(secret: string): readonly (readonly [form: string, perCharacter: number])[] {
  const forms = [secret, reverse(secret)].flatMap(encodingsOf);
  return [...forms, ...forms.map(([form, perCharacter]) => [reverse(form), perCharacter] as const)];
}

/** Base64 has three forms, by where in a group of three bytes the secret begins. */
function encodingsOf(text: string): readonly (readonly [form: string, perCharacter: number])[] {
  const bytes = [...new TextEncoder().encode(text)];
  const hexOf = (separator: string) =>
    bytes.map((byte) => `${separator}${byte.toString(16).padStart(2, '0')}`).join('');
  const base64 = [0, 1, 2].map((skip) => toBase64(bytes.slice(skip)));
  return [
    [text, 1],
    [encodeURIComponent(text.toWellFormed()), 1],
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

function reverse(text: string): string {
  return [...text].reverse().join('');
}

/** Without padding: the last group of what is shorter differs anyway. */
function toBase64(bytes: readonly number[]): string {
  return btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');
}

function hide(text: string, windows: ReadonlyMap<number, Windows>): string {
  const { seen, places } = withoutInvisible(text);
  const spans: { start: number; end: number }[] = [];
  for (const [size, { texts, sketch }] of windows) {
    for (let start = 0; start + size <= seen.length; start += 1) {
      if (sketch[sketchOf(seen, start)] === 1 && texts.has(seen.slice(start, start + size)))
        spans.push({ start, end: start + size });
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
    const code = text.charCodeAt(index);
    if (isInvisible(code)) continue;
    if (code === TAGS) {
      index += 1;
      continue;
    }
    seen += text.charAt(index);
    places.push(index);
  }
  return places.length === text.length ? { seen: text, places: null } : { seen, places };
}

function isInvisible(code: number): boolean {
  return (code < 0x20 || code >= 0x7f) && INVISIBLE.some(([first, last]) => first <= code && code <= last);
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
