/** Longest answer that is looked at, in characters. */
export const LONGEST_ANSWER = 10_000_000;
/** Deepest nesting of brackets; the schema needs four. */
const DEEPEST = 32;

/**
 * Reads one JSON value from text nobody trusts.
 * @returns undefined when the text is no JSON, too long or nested too deeply
 */
export function readJson(text: string): unknown {
  if (text.length > LONGEST_ANSWER || depthOf(text) > DEEPEST) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The JSON object in a text: the whole of it, what a code fence holds, or from the first brace to the last. */
export function readJsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const trimmed = text.trim();
  const start = trimmed.indexOf('{');
  const end = trimmed.lastIndexOf('}');
  const fenceStart = trimmed.indexOf('```json');
  const fenceEnd = trimmed.indexOf('\n```', fenceStart + 7);
  const candidates = [
    trimmed,
    fenceStart >= 0 && fenceEnd > 0 ? trimmed.slice(fenceStart + 7, fenceEnd) : '',
    start >= 0 && end > start ? trimmed.slice(start, end + 1) : '',
  ];
  for (const candidate of candidates) {
    const value = candidate === '' ? undefined : readJson(candidate);
    if (isRecord(value)) return value;
  }
  return undefined;
}

/**
 * The items of a list that may be cut off or broken: each balanced `{…}` after `"name": [`, read on its own.
 * @returns the items' values (undefined where one is no JSON) and whether the list's end was seen
 */
export function salvageItems(text: string, name: string, most: number): { items: unknown[]; ended: boolean } {
  const items: unknown[] = [];
  const key = text.indexOf(`"${name}"`);
  let position = key < 0 ? -1 : text.indexOf('[', key);
  if (position < 0 || !/^\s*:\s*$/.test(text.slice(key + name.length + 2, Math.min(position, key + 200)))) {
    return { items, ended: false };
  }
  position += 1;
  while (position < text.length && items.length < most) {
    const character = text[position];
    if (character === ']') return { items, ended: true };
    if (character !== '{') {
      position += 1;
      continue;
    }
    const end = endOfObject(text, position);
    if (end < 0) break;
    items.push(readJson(text.slice(position, end)));
    position = end;
  }
  return { items, ended: false };
}

/** Offset behind the brace that closes the one at `start`; -1 when it never closes. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  for (let position = start; position < text.length; position += 1) {
    const character = text[position];
    if (character === '"') position = endOfString(text, position);
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return position + 1;
    }
  }
  return -1;
}

/** Offset of the quote that closes the string at `start`, or the text's end. */
function endOfString(text: string, start: number): number {
  for (let position = start + 1; position < text.length; position += 1) {
    if (text[position] === '\\') position += 1;
    else if (text[position] === '"') return position;
  }
  return text.length;
}

function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (let position = 0; position < text.length; position += 1) {
    const character = text[position];
    if (character === '"') position = endOfString(text, position);
    else if (character === '{' || character === '[') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
