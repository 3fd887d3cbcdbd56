import type { SyntaxTree } from '../../model.ts';
import { makeTreeBuilder, type TreeBuilder, type TreeNames } from './tree-builder.ts';

/** What the tree of a file of HashiCorp's configuration language is made of. */
export const HCL_NAMES: TreeNames = {
  language: 'hcl',
  kinds: [
    'config_file',
    'comment',
    'block',
    'header',
    'identifier',
    'label',
    'attribute',
    'name',
    'string',
    'heredoc',
    'literal',
    'list',
    'object',
    'group',
    'reference',
  ],
  fields: ['header', 'name', 'value'],
};

/** Values nested deeper than this are left as text: nobody writes them. */
const DEEPEST = 60;
const TOO_DEEP = `it is nested deeper than ${DEEPEST} levels`;
const MOST_LABELS = 10;
const IDENTIFIER = /[A-Za-z0-9_.*-]/;
/** The same for each character of ASCII: it is asked for every character of a file. */
const IS_IDENTIFIER = Uint8Array.from({ length: 128 }, (_, code) =>
  IDENTIFIER.test(String.fromCharCode(code)) ? 1 : 0,
);
const BEGINS_LITERAL = 'tfn-0123456789';
const LITERAL = /^(?:true|false|null|-?[0-9][0-9.eE-]*)$/;
const CLOSING = '}])';
const ENDS_ATTRIBUTE = '\n,}])';
const BLANKS = ' \t\r\n\uFEFF';
const BLANKS_OF_LINE = ' \t\r';
const SLASH = 47;
const BYTE_ORDER_MARK = 0xfeff;

interface Reading {
  readonly text: string;
  readonly builder: TreeBuilder;
  readonly frames: Frame[];
  at: number;
  /** End of the last piece that was read: where an attribute ends. */
  last: number;
}

/** What is being read: the body of a block, an attribute's value, or something in brackets. */
type Frame = 'body' | 'attribute' | 'object' | 'list' | 'group';

/**
 * Reads HCL 2 (its native syntax specification) as blocks and attributes with the shape of their values: strings, lists,
 * objects, the rest as text. Interpolation stays part of its string. One pass with a stack of its own; what makes no
 * sense is an error, and reading goes on with the next line.
 */
export function readHcl(text: string): SyntaxTree {
  const builder = makeTreeBuilder(HCL_NAMES);
  const reading: Reading = { text, builder, frames: ['body'], at: 0, last: 0 };
  const { frames } = reading;
  builder.open('config_file', 0);
  while (reading.at < text.length) {
    const frame = frames.at(-1) ?? 'body';
    if (skipBlank(reading, frame)) continue;
    const character = text[reading.at] ?? '';
    if (frame === 'attribute' && ENDS_ATTRIBUTE.includes(character)) {
      frames.pop();
      builder.close(reading.last);
    } else if (CLOSING.includes(character)) close(reading, frame, character);
    else if (character === ',') reading.at += 1;
    else if (frames.length > DEEPEST) skipDeep(reading);
    else if (frame === 'body') readBodyItem(reading);
    else if (frame === 'object') readObjectItem(reading);
    else readValue(reading);
  }
  while (builder.depth > 1) builder.close(reading.last);
  return builder.finish(text.length);
}

function close(reading: Reading, frame: Frame, character: string): void {
  const { frames, builder } = reading;
  reading.at += 1;
  reading.last = reading.at;
  if (frames.length > 1 && CLOSERS[frame] === character) {
    frames.pop();
    builder.close(reading.at);
  } else builder.error(reading.at - 1, reading.at);
}

const CLOSERS: Readonly<Record<Frame, string>> = {
  body: '}',
  attribute: '',
  object: '}',
  list: ']',
  group: ')',
};

/** Passes spaces and comments; a line feed that ends an attribute stays. True when there were any. */
function skipBlank(reading: Reading, frame: Frame): boolean {
  const { text } = reading;
  const from = reading.at;
  // Blanks and what begins a comment come before the letters; a byte-order mark comes long after them.
  const code = text.charCodeAt(from);
  if (code > SLASH && code !== BYTE_ORDER_MARK) return false;
  const blanks = frame === 'attribute' ? BLANKS_OF_LINE : BLANKS;
  while (reading.at < text.length && blanks.includes(text[reading.at] ?? '')) reading.at += 1;
  const at = reading.at;
  if (text[at] === '#' || text.startsWith('//', at)) {
    reading.at = endOfLine(text, at);
    reading.builder.comment(at, reading.at);
  } else if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    reading.at = end === -1 ? text.length : end + 2;
    reading.builder.comment(at, reading.at);
  }
  return reading.at > from;
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed === -1 ? text.length : feed;
}

/** Too deep to be read: passes to the bracket that ends this level, counting brackets only. */
function skipDeep(reading: Reading): void {
  const { text, builder } = reading;
  const from = reading.at;
  let open = 0;
  while (reading.at < text.length) {
    const character = text[reading.at] ?? '';
    if (/[{[(]/.test(character)) open += 1;
    else if (/[}\])]/.test(character) && open-- === 0) break;
    reading.at += 1;
  }
  builder.leaveOut(from, Math.max(reading.at, from + 1), TOO_DEEP);
  // The bracket is left for the frame it ends; this frame is the one too many.
  if (reading.at === from) reading.at += 1;
}

/** An attribute, or a block with its labels. */
function readBodyItem(reading: Reading): void {
  const { text, builder, frames } = reading;
  const start = reading.at;
  if (!/[A-Za-z_"]/.test(text[start] ?? '')) {
    fail(reading);
    return;
  }
  const nameEnd = text[start] === '"' ? endOfString(text, start) : endOfName(text, start);
  let at = pastBlanks(text, nameEnd);
  if (text[at] === '=' && text[at + 1] !== '=') {
    beginAttribute(reading, nameEnd, at + 1);
    return;
  }
  const labels: (readonly [number, number])[] = [];
  while (at < text.length && labels.length < MOST_LABELS && /["A-Za-z_]/.test(text[at] ?? '')) {
    const end = text[at] === '"' ? endOfString(text, at) : endOfName(text, at);
    labels.push([at, end]);
    at = pastBlanks(text, end);
  }
  if (text[at] !== '{') {
    fail(reading);
    return;
  }
  builder.open('block', start);
  builder.open('header', start, 'header');
  builder.leaf('identifier', start, nameEnd, 'name');
  for (const [from, to] of labels) builder.leaf('label', from, to);
  builder.close(labels.at(-1)?.[1] ?? nameEnd);
  reading.at = at + 1;
  frames.push('body');
}

function beginAttribute(reading: Reading, nameEnd: number, valueStart: number): void {
  const { builder, at, frames } = reading;
  builder.open('attribute', at);
  builder.leaf('name', at, nameEnd, 'name');
  reading.at = valueStart;
  reading.last = valueStart;
  frames.push('attribute');
}

/** An entry of an object: `key = value` or `key : value`; `for` expressions and the rest are read as values. */
function readObjectItem(reading: Reading): void {
  const { text } = reading;
  const start = reading.at;
  const end = text[start] === '"' ? endOfString(text, start) : endOfName(text, start);
  const at = pastBlanks(text, end);
  const isEntry = end > start && (text[at] === '=' || text[at] === ':');
  if (isEntry) beginAttribute(reading, end, at + (text[at + 1] === '>' ? 2 : 1));
  else readValue(reading);
}

/** One value, or the next part of one: an operator with its operands gives several nodes. */
function readValue(reading: Reading): void {
  const { text, builder, frames } = reading;
  const start = reading.at;
  const character = text[start] ?? '';
  const field = frames.at(-1) === 'attribute' ? 'value' : '';
  const leaf = (kind: string, end: number): void => {
    builder.leaf(kind, start, end, field);
    reading.at = Math.max(end, start + 1);
  };
  const bracket = BRACKETS.get(character);
  if (bracket !== undefined) {
    builder.open(bracket, start, field);
    frames.push(bracket);
    reading.at = start + 1;
  } else if (character === '"') leaf('string', endOfString(text, start));
  else if (text.startsWith('<<', start)) leaf('heredoc', endOfHeredoc(text, start));
  else if (!isIdentifier(text, start)) reading.at = start + 1;
  else {
    const end = endOfName(text, start);
    if (text[end] !== '(') leaf(isLiteral(text, start, end) ? 'literal' : 'reference', end);
    else {
      // A call is one group: what it holds can be looked at, and its text begins with its name.
      builder.open('group', start, field);
      builder.leaf('reference', start, end);
      frames.push('group');
      reading.at = end + 1;
    }
  }
  reading.last = reading.at;
}

function isLiteral(text: string, start: number, end: number): boolean {
  return (
    BEGINS_LITERAL.includes(text[start] ?? '') && LITERAL.test(text.slice(start, Math.min(end, start + 40)))
  );
}

const BRACKETS: ReadonlyMap<string, 'list' | 'object' | 'group'> = new Map([
  ['[', 'list'],
  ['{', 'object'],
  ['(', 'group'],
]);

function fail(reading: Reading): void {
  const start = reading.at;
  reading.at = Math.max(endOfLine(reading.text, start), start + 1);
  reading.builder.error(start, reading.at);
}

function pastBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

function endOfName(text: string, from: number): number {
  let at = from;
  while (isIdentifier(text, at)) at += 1;
  return at;
}

function isIdentifier(text: string, at: number): boolean {
  return IS_IDENTIFIER[text.charCodeAt(at)] === 1;
}

/** The end of a quoted string: quotes inside of `${ }` do not end it. A line feed outside does. */
function endOfString(text: string, from: number): number {
  let open = 0;
  let at = from + 1;
  for (; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\\') at += 1;
    else if ((character === '$' || character === '%') && text[at + 1] === '{') {
      open += 1;
      at += 1;
    } else if (open > 0 && character === '}') open -= 1;
    else if (open > 0 && character === '{') open += 1;
    else if (open === 0 && character === '"') return at + 1;
    else if (character === '\n') return at;
  }
  return text.length;
}

function endOfHeredoc(text: string, from: number): number {
  const head = /^<<-?([A-Za-z_][A-Za-z0-9_-]{0,60})[ \t]*\r?\n/.exec(text.slice(from, from + 80));
  if (head === null) return from + 2;
  const delimiter = head[1] ?? '';
  let at = from + head[0].length;
  while (at < text.length) {
    const end = endOfLine(text, at);
    if (text.slice(at, Math.min(end, at + 400)).trim() === delimiter && end - at < 400) return end;
    at = end + 1;
  }
  return text.length;
}
