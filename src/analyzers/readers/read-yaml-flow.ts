import { addScalar, beginValue, topOf, type YamlReading } from './yaml-reading.ts';
import {
  endOfPlain,
  endOfQuoted,
  isBlank,
  isBreak,
  isDocumentMarker,
  isFlowIndicator,
  lineEnd,
} from './yaml-scalars.ts';

/** Brackets nested deeper than this are an error; what stands in them is left out. */
const DEEPEST = 64;
const TOO_DEEP = `it is nested deeper than ${DEEPEST} levels`;

/** A `{ … }` or `[ … ]`. */
interface Level {
  readonly isMapping: boolean;
  entry: Entry | null;
}

/** A pair or an item that is open. */
interface Entry {
  readonly isPair: boolean;
  hasColon: boolean;
  /** An item's value, or what stands behind the colon of a pair. */
  hasValue: boolean;
}

/**
 * Reads a collection in brackets, from its first bracket on. Where it is never closed, it ends with the lines that are
 * indented as such a collection has to be.
 */
export function readFlow(reading: YamlReading): void {
  const { text, builder } = reading;
  const { indent } = topOf(reading);
  const levels: Level[] = [];
  let tooDeep = 0;
  openLevel(reading, levels);
  while (reading.at < text.length && levels.length > 0) {
    if (skipBlank(reading)) continue;
    const code = text.charCodeAt(reading.at);
    if (reading.isFresh && isLeft(reading, indent, code)) break;
    reading.isFresh = false;
    const opens = code === 91 || code === 123;
    const closes = code === 93 || code === 125;
    if ((opens && levels.length >= DEEPEST) || (closes && tooDeep > 0)) {
      tooDeep += opens ? 1 : -1;
      reading.at += 1;
      builder.leaveOut(reading.at - 1, reading.at, TOO_DEEP);
    } else if (opens) openLevel(reading, levels);
    else if (closes) closeLevel(reading, levels, code === 125);
    else if (code === 44) {
      if (tooDeep === 0) endEntry(reading, levels);
      reading.at += 1;
    } else readPiece(reading, levels, indent, tooDeep > 0);
  }
  if (levels.length > 0) builder.error(reading.last, reading.last);
  while (levels.length > 0) {
    endEntry(reading, levels);
    builder.close(reading.last);
    levels.pop();
  }
}

/** Passes a blank, a line feed or a comment. False when something else comes. */
function skipBlank(reading: YamlReading): boolean {
  const { text, at } = reading;
  const code = text.charCodeAt(at);
  if (code === 10) {
    reading.at += 1;
    reading.lineStart = reading.at;
    reading.isFresh = true;
  } else if (isBlank(code)) reading.at += 1;
  else if (code === 35 && (reading.isFresh || isBlank(text.charCodeAt(at - 1)))) {
    reading.at = lineEnd(text, at);
    reading.builder.comment(at, reading.at);
  } else return false;
  return true;
}

/** The line is not indented far enough to belong to the collection; its last bracket may stand further left. */
function isLeft({ text, at, lineStart }: YamlReading, indent: number, code: number): boolean {
  const column = at - lineStart;
  if (column === 0 && isDocumentMarker(text, at)) return true;
  return column <= indent && code !== 93 && code !== 125;
}

function openLevel(reading: YamlReading, levels: Level[]): void {
  const { text, builder, at } = reading;
  const isMapping = text.charCodeAt(at) === 123;
  const field = levels.length === 0 ? beginValue(reading, at) : beginEntry(reading, levels, at);
  builder.open(isMapping ? 'mapping' : 'sequence', at, field);
  levels.push({ isMapping, entry: null });
  reading.at += 1;
  reading.last = reading.at;
}

function closeLevel(reading: YamlReading, levels: Level[], isMapping: boolean): void {
  const { builder, at } = reading;
  const top = levels[levels.length - 1];
  reading.at += 1;
  if (top?.isMapping !== isMapping) {
    builder.error(at, at + 1);
    return;
  }
  endEntry(reading, levels);
  levels.pop();
  reading.last = reading.at;
  builder.close(reading.at);
}

function endEntry({ builder, last }: YamlReading, levels: readonly Level[]): void {
  const top = levels[levels.length - 1];
  if (top === undefined || top.entry === null) return;
  builder.close(last);
  top.entry = null;
}

/** Finds the place of a value: in the entry that is open or in a new one. Returns its field. */
function beginEntry(reading: YamlReading, levels: readonly Level[], start: number, isKey = false): string {
  const { builder } = reading;
  const top = levels[levels.length - 1];
  if (top === undefined) return '';
  if (top.entry?.isPair === true && top.entry.hasColon && !top.entry.hasValue) {
    top.entry.hasValue = true;
    return 'value';
  }
  if (top.entry !== null) {
    // A comma is missing.
    builder.error(start, start);
    endEntry(reading, levels);
  }
  const isPair = top.isMapping || isKey;
  top.entry = { isPair, hasColon: false, hasValue: !isPair };
  builder.open(isPair ? 'pair' : 'item', start);
  return isPair ? 'key' : '';
}

/** A scalar, an alias, a colon, an anchor or a tag. */
function readPiece(reading: YamlReading, levels: readonly Level[], indent: number, isSkipped: boolean): void {
  const { text, at } = reading;
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  const entry = levels[levels.length - 1]?.entry ?? null;
  const isEnd = isBreak(next) || isFlowIndicator(next);
  if (code === 58 && (isEnd || (entry?.isPair === true && !entry.hasColon))) {
    reading.at += 1;
    if (!isSkipped) readColon(reading, levels, at);
  } else if (code === 38 || code === 33 || (code === 63 && isEnd)) {
    reading.at = endOfProperty(text, at, true);
  } else readFlowScalar(reading, levels, indent, isSkipped);
}

function readColon(reading: YamlReading, levels: readonly Level[], at: number): void {
  const top = levels[levels.length - 1];
  if (top === undefined) return;
  if (top.entry === null) beginEntry(reading, levels, at, true);
  reading.last = at + 1;
  if (top.entry?.isPair === true && !top.entry.hasColon) top.entry.hasColon = true;
  else reading.builder.error(at, at + 1);
}

function readFlowScalar(
  reading: YamlReading,
  levels: readonly Level[],
  indent: number,
  isSkipped: boolean,
): void {
  const { text, at, lineStart } = reading;
  const code = text.charCodeAt(at);
  const isQuoted = code === 34 || code === 39;
  const scalar = isQuoted
    ? endOfQuoted(text, at, lineStart, indent)
    : endOfPlain(text, at, lineStart, { indent, inFlow: true });
  reading.at = Math.max(scalar.end, at + 1);
  reading.lineStart = scalar.lineStart;
  if (isSkipped) return;
  const isKey = text.charCodeAt(pastBlanks(text, reading.at)) === 58;
  const field = beginEntry(reading, levels, at, isKey);
  addScalar(reading, code === 42 ? 'alias' : 'scalar', at, reading.at, field);
  reading.last = reading.at;
}

function pastBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** The end of an anchor or a tag, which say nothing about the shape of a text. */
export function endOfProperty(text: string, from: number, inFlow: boolean): number {
  let at = from + 1;
  if (text[from] === '!' && text[at] === '<') {
    const close = text.indexOf('>', at);
    if (close !== -1 && close < lineEnd(text, at)) return close + 1;
  }
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isBreak(code) || (inFlow && isFlowIndicator(code))) break;
  }
  return at;
}
