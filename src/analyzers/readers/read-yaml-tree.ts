import type { SyntaxTree } from '../../model.ts';
import { endOfProperty, readFlow } from './read-yaml-flow.ts';
import { makeTreeBuilder, type TreeNames } from './tree-builder.ts';
import { addScalar, beginValue, type Frame, topOf, type YamlReading } from './yaml-reading.ts';
import {
  endOfPlain,
  endOfQuoted,
  extentOfBlockScalar,
  isBlank,
  isBreak,
  isDocumentMarker,
  lineEnd,
} from './yaml-scalars.ts';

/** What the tree of a YAML or JSON file is made of. `expression` is `${{ … }}` inside of a scalar. */
export const YAML_NAMES: TreeNames = {
  language: 'yaml',
  kinds: [
    'stream',
    'document',
    'comment',
    'mapping',
    'pair',
    'sequence',
    'item',
    'scalar',
    'block_scalar',
    'alias',
    'expression',
  ],
  fields: ['key', 'value'],
};

/** Lines of collections nested deeper than this are errors. */
const DEEPEST = 64;
const TOO_DEEP = `it is nested deeper than ${DEEPEST} levels`;

/**
 * Reads the shape of YAML 1.2: nothing is resolved, so aliases, tags and merge keys cost nothing. One pass with a stack
 * of its own. What makes no sense is an error, and reading goes on with the next line; so are lines that a template
 * language adds (`{{ if … }}`).
 */
export function readYamlTree(text: string): SyntaxTree {
  const builder = makeTreeBuilder(YAML_NAMES);
  builder.open('stream', 0);
  const reading: YamlReading = {
    text,
    builder,
    frames: [{ kind: 'root', indent: -1, isOpen: false, awaits: 'value' }],
    comments: [],
    hasExpressions: text.includes('${{'),
    at: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    lineStart: 0,
    isFresh: true,
    properties: -1,
    last: 0,
  };
  while (reading.at < text.length) {
    const code = text.charCodeAt(reading.at);
    if (code === 10) {
      reading.at += 1;
      reading.lineStart = reading.at;
      reading.isFresh = true;
      reading.properties = -1;
    } else if (isBlank(code)) reading.at += 1;
    else if (code === 35 && (reading.isFresh || isBlank(text.charCodeAt(reading.at - 1))))
      readComment(reading);
    else if (!(reading.isFresh && readLineOfItsOwn(reading, code))) readNode(reading, code);
  }
  endDocument(reading);
  return builder.finish(text.length);
}

function readComment(reading: YamlReading): void {
  const { text, builder, at } = reading;
  reading.at = lineEnd(text, at);
  // What a line of its own belongs to is known when the next node is.
  if (reading.isFresh) reading.comments.push(at, reading.at);
  else builder.comment(at, reading.at);
}

function addComments({ builder, comments }: YamlReading): void {
  for (let index = 0; index + 1 < comments.length; index += 2) {
    builder.comment(comments[index] ?? 0, comments[index + 1] ?? 0);
  }
  comments.length = 0;
}

/** Markers of documents, directives, and lines of template languages. False for all others. */
function readLineOfItsOwn(reading: YamlReading, code: number): boolean {
  const { text, at, lineStart, builder } = reading;
  const stop = lineEnd(text, at);
  if (at === lineStart && (code === 45 || code === 46) && isDocumentMarker(text, at)) {
    endDocument(reading);
    reading.last = at + 3;
    reading.at = at + 3;
    reading.isFresh = false;
    return true;
  }
  if (at === lineStart && code === 37 && reading.frames.length === 1 && topOf(reading).awaits !== null) {
    reading.at = stop;
    return true;
  }
  if (code !== 123 || !isTemplateLine(text, at, stop)) return false;
  addComments(reading);
  builder.error(at, stop);
  reading.at = stop;
  return true;
}

/** `{{ … }}` or `{% … %}`, and nothing behind it. */
function isTemplateLine(text: string, from: number, to: number): boolean {
  const next = text.charCodeAt(from + 1);
  if (next !== 123 && next !== 37) return false;
  const line = text.slice(Math.max(from, to - 200), to).trimEnd();
  return line.endsWith(next === 123 ? '}}' : '%}');
}

function endDocument(reading: YamlReading): void {
  const { frames, builder } = reading;
  while (frames.length > 1) endFrame(reading);
  addComments(reading);
  const top = topOf(reading);
  if (top.awaits === null) builder.close(reading.last);
  top.awaits = 'value';
}

function endEntry({ builder, last }: YamlReading, frame: Frame): void {
  if (!frame.isOpen) return;
  builder.close(last);
  frame.isOpen = false;
  frame.awaits = null;
}

function endFrame(reading: YamlReading): void {
  endEntry(reading, topOf(reading));
  reading.builder.close(reading.last);
  reading.frames.pop();
}

/** Ends what the first node of a line, by its column, does not belong to. */
function settle(reading: YamlReading, column: number, isDash: boolean, isColon: boolean): void {
  let top = topOf(reading);
  while (top.indent > column || (top.indent === column && top.kind === 'sequence' && !isDash)) {
    endFrame(reading);
    top = topOf(reading);
  }
  const goesOn = isColon || (isDash && top.kind === 'mapping' && top.awaits === 'value');
  if (top.indent === column && !goesOn) endEntry(reading, top);
  addComments(reading);
}

function readNode(reading: YamlReading, code: number): void {
  const { text, at, lineStart } = reading;
  const isIndicator = (code === 45 || code === 58 || code === 63) && isBreak(text.charCodeAt(at + 1));
  if (reading.isFresh)
    settle(reading, at - lineStart, isIndicator && code === 45, isIndicator && code === 58);
  reading.isFresh = false;
  const isTemplate = code === 123 && (text[at + 1] === '{' || text[at + 1] === '%');
  if (isIndicator && code === 45) readDash(reading);
  else if (isIndicator) readPairIndicator(reading, code === 63);
  else if (code === 38 || code === 33) {
    if (reading.properties < 0) reading.properties = at - lineStart;
    reading.at = endOfProperty(text, at, false);
  } else if (code === 124 || code === 62) readBlockScalar(reading);
  else if ((code === 91 || code === 123) && !isTemplate && topOf(reading).awaits !== null) readFlow(reading);
  else readScalar(reading, code);
}

/** Nothing of this kind may stand here. */
function skipLine(reading: YamlReading): void {
  const { text, builder, at, frames } = reading;
  reading.at = lineEnd(text, at);
  if (frames.length > DEEPEST) builder.leaveOut(at, reading.at, TOO_DEEP);
  else builder.error(at, reading.at);
}

function readDash(reading: YamlReading): void {
  const { builder, frames, at, lineStart } = reading;
  const top = topOf(reading);
  const column = at - lineStart;
  if (top.kind !== 'sequence' || top.indent !== column) {
    if (top.awaits === null || frames.length > DEEPEST) {
      skipLine(reading);
      return;
    }
    builder.open('sequence', at, beginValue(reading, at));
    frames.push({ kind: 'sequence', indent: column, isOpen: false, awaits: null });
  }
  openEntry(reading, 'item', at, 'value');
  reading.at += 1;
  reading.last = reading.at;
}

/** `? ` before a key that is more than a scalar, `: ` before its value. */
function readPairIndicator(reading: YamlReading, isKey: boolean): void {
  const { at } = reading;
  const top = topOf(reading);
  const continues = !isKey && top.kind === 'mapping' && top.isOpen && top.indent === at - reading.lineStart;
  if (!continues && !openPair(reading, at)) {
    skipLine(reading);
    return;
  }
  topOf(reading).awaits = isKey ? 'key' : 'value';
  reading.at += 1;
  reading.last = reading.at;
}

function openEntry(
  reading: YamlReading,
  kind: 'pair' | 'item',
  start: number,
  awaits: Frame['awaits'],
): void {
  const top = topOf(reading);
  endEntry(reading, top);
  reading.builder.open(kind, start);
  top.isOpen = true;
  top.awaits = awaits;
}

/** Opens a pair in the mapping that stands in this column, or in a new one. False when neither may be here. */
function openPair(reading: YamlReading, start: number): boolean {
  const { builder, frames, lineStart, properties } = reading;
  const column = properties < 0 ? start - lineStart : properties;
  const top = topOf(reading);
  if (top.kind !== 'mapping' || top.indent !== column) {
    if (top.awaits === null || frames.length > DEEPEST) return false;
    builder.open('mapping', start, beginValue(reading, start));
    frames.push({ kind: 'mapping', indent: column, isOpen: false, awaits: null });
  }
  reading.properties = -1;
  openEntry(reading, 'pair', start, null);
  return true;
}

function readBlockScalar(reading: YamlReading): void {
  const { text, builder, at } = reading;
  const top = topOf(reading);
  if (top.awaits === null) {
    skipLine(reading);
    return;
  }
  const extent = extentOfBlockScalar(text, at, top.indent);
  const field = beginValue(reading, at);
  reading.last = Math.max(extent.end, at + 1);
  addScalar(reading, 'block_scalar', at, reading.last, field);
  const comment = text.slice(at, extent.start).search(/[ \t]#/);
  if (comment >= 0) builder.comment(at + comment + 1, lineEnd(text, at));
  reading.at = extent.next;
  reading.lineStart = extent.next;
  reading.isFresh = true;
  reading.properties = -1;
}

/** A plain or quoted scalar or an alias: the key of a pair when a colon follows, a value otherwise. */
function readScalar(reading: YamlReading, code: number): void {
  const { text, builder, at } = reading;
  const { indent } = topOf(reading);
  const isQuoted = code === 34 || code === 39;
  const scalar = isQuoted
    ? endOfQuoted(text, at, reading.lineStart, indent)
    : endOfPlain(text, at, reading.lineStart, { indent, inFlow: false });
  const kind = code === 42 ? 'alias' : 'scalar';
  const end = Math.max(scalar.end, at + 1);
  let colon = end;
  while (isBlank(text.charCodeAt(colon))) colon += 1;
  const isKey =
    scalar.lineStart === reading.lineStart &&
    text.charCodeAt(colon) === 58 &&
    isBreak(text.charCodeAt(colon + 1));
  const isAllowed = isKey ? openPair(reading, at) : beginsValue(reading, at);
  if (!isAllowed) {
    skipLine(reading);
    return;
  }
  const field = isKey || topOf(reading).awaits === null ? 'key' : beginValue(reading, at);
  addScalar(reading, kind, at, end, field);
  if (isQuoted && 'closed' in scalar && !scalar.closed) builder.error(end, end);
  reading.lineStart = scalar.lineStart;
  reading.at = isKey ? colon + 1 : end;
  reading.last = reading.at;
  if (isKey) topOf(reading).awaits = 'value';
}

/** A value is expected; or a key stands alone, whose colon is missing. */
function beginsValue(reading: YamlReading, at: number): boolean {
  const top = topOf(reading);
  if (top.awaits !== null) return true;
  return top.kind === 'mapping' && top.indent === at - reading.lineStart && openPair(reading, at);
}
