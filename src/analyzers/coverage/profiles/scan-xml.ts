import { BadProfile } from './run-counts.ts';

/** An opening tag of an XML text, or the end of one; `text` is what stands between it and the next tag. */
export interface XmlTag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** The longest tag; a report names a file and a few numbers in one. */
const LONGEST_TAG = 20_000;

/**
 * The tags of an XML text in order, in one pass. No entity is ever expanded but the five that XML itself defines and
 * character numbers; a text that declares its own is refused.
 * @throws BadProfile when a construct has no end
 */
export function* scanXml(text: string): Generator<XmlTag> {
  let at = text.indexOf('<');
  while (at !== -1) {
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at + 9);
    else if (text.startsWith('<?', at)) at = after(text, '?>', at + 2);
    else if (text.startsWith('<!', at)) at = afterDeclaration(text, at);
    else {
      const end = endOfTag(text, at);
      const next = text.indexOf('<', end + 1);
      const between = text.slice(end + 1, Math.min(next === -1 ? text.length : next, end + 1 + LONGEST_TAG));
      yield { ...readTag(text.slice(at + 1, end)), text: decode(between.trim()) };
      at = next;
      continue;
    }
    at = text.indexOf('<', at);
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  if (found === -1) throw new BadProfile(`its XML has no "${mark}" where one must stand`);
  return found + mark.length;
}

function afterDeclaration(text: string, at: number): number {
  const end = after(text, '>', at);
  if (text.slice(at, Math.min(end, at + LONGEST_TAG)).includes('['))
    throw new BadProfile('its XML declares entities of its own, which are not read');
  return end;
}

/** A `>` in quotes does not end a tag. */
function endOfTag(text: string, start: number): number {
  let quote = '';
  const limit = Math.min(text.length, start + LONGEST_TAG);
  for (let at = start; at < limit; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  throw new BadProfile('its XML has a tag without an end');
}

function readTag(inner: string): Omit<XmlTag, 'text'> {
  const closes = inner.startsWith('/');
  const name = /^\/?([^\s/>]{1,200})/.exec(inner)?.[1] ?? '';
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single] of inner.matchAll(
    /([\w:.-]{1,100})\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  ))
    attributes.set(key, decode(double ?? single ?? ''));
  return { name, closes, attributes };
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return ENTITIES.get(name) ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0x10_ffff ? whole : String.fromCodePoint(code);
  });
}
