import { type CST, Lexer, Parser } from 'yaml';
import type { SyntaxTree } from '../../model.ts';
import { makeTreeBuilder, type TreeBuilder, type TreeNames } from './tree-builder.ts';

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

/** Nested deeper than this, or longer than so many tokens, a file is read up to there. */
const DEEPEST = 64;
const MOST_TOKENS = 120_000;
/** A mistake costs the parser far more than a token; a file full of them is no YAML. */
const MOST_ERRORS = 50;
/** Longer lines are data; the lexer may look at one of them again and again. */
const LONGEST_LINE = 50_000;

/**
 * Reads YAML by its concrete syntax: nothing is resolved, so aliases, tags and merge keys cost nothing. The depth is
 * checked while reading, as in the configuration's reader. What lies behind a bound is an error node.
 */
export function readYamlTree(text: string): SyntaxTree {
  const builder = makeTreeBuilder(YAML_NAMES);
  const { tokens, end, errors } = tokensOf(text);
  builder.open('stream', 0);
  const writer: Writer = { text, builder, last: 0 };
  for (const token of tokens) {
    if (token.type === 'document') addDocument(writer, token);
    else if (token.type === 'comment') builder.comment(token.offset, token.offset + token.source.length);
  }
  for (const at of errors) builder.error(Math.min(at, text.length), Math.min(at + 1, text.length));
  if (end < text.length) builder.error(end, text.length);
  return builder.finish(text.length);
}

interface Writer {
  readonly text: string;
  readonly builder: TreeBuilder;
  /** End of the last piece that is no comment or blank: where collections end. */
  last: number;
}

function tokensOf(text: string): {
  readonly tokens: readonly CST.Token[];
  readonly end: number;
  readonly errors: readonly number[];
} {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const errors: number[] = [];
  const readable = upToLongLine(text);
  const take = (token: CST.Token): void => {
    if (token.type === 'error') errors.push(token.offset);
    else tokens.push(token);
  };
  let count = 0;
  let end = readable.length;
  for (const lexeme of new Lexer().lex(readable)) {
    for (const token of parser.next(lexeme)) take(token);
    count += 1;
    if (parser.stack.length <= DEEPEST && count <= MOST_TOKENS && errors.length <= MOST_ERRORS) continue;
    end = Math.min(end, parser.offset);
    break;
  }
  for (const token of parser.end()) take(token);
  return { tokens, end, errors };
}

function upToLongLine(text: string): string {
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    if (end - start > LONGEST_LINE) return text.slice(0, start);
    start = end + 1;
  }
  return text;
}

function addDocument(writer: Writer, document: CST.Document): void {
  const { builder } = writer;
  const start = document.value?.offset ?? document.offset;
  addComments(writer, document.start);
  builder.open('document', start);
  if (document.value !== undefined) addValue(writer, document.value, '');
  addComments(writer, document.end);
  builder.close(Math.max(writer.last, start));
}

function addComments({ builder }: Writer, tokens: readonly CST.SourceToken[] | undefined): void {
  for (const token of tokens ?? []) {
    if (token.type === 'comment') builder.comment(token.offset, token.offset + token.source.length);
  }
}

/** Adds a node and what is in it. Recursion is as deep as the parser's stack was, which is bounded. */
function addValue(writer: Writer, token: CST.Token, field: string): void {
  const { builder } = writer;
  switch (token.type) {
    case 'block-map':
      builder.open('mapping', token.offset, field);
      for (const item of token.items) addPair(writer, item);
      builder.close(writer.last);
      return;
    case 'block-seq':
      builder.open('sequence', token.offset, field);
      for (const item of token.items) addItem(writer, item);
      builder.close(writer.last);
      return;
    case 'flow-collection': {
      const isMap = token.start.type === 'flow-map-start';
      builder.open(isMap ? 'mapping' : 'sequence', token.offset, field);
      for (const item of token.items) {
        if (isMap || item.sep !== undefined) addPair(writer, item);
        else addItem(writer, item);
      }
      const close = token.end.find(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end');
      if (close !== undefined) writer.last = close.offset + 1;
      builder.close(writer.last);
      addComments(writer, token.end);
      return;
    }
    case 'block-scalar':
      addBlockScalar(writer, token, field);
      return;
    case 'alias':
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      writer.last = token.offset + token.source.length;
      builder.open(token.type === 'alias' ? 'alias' : 'scalar', token.offset, field);
      addExpressions(writer, token.offset, writer.last);
      builder.close(writer.last);
      addComments(writer, token.end);
      return;
    default:
  }
}

function addPair(writer: Writer, item: CST.CollectionItem): void {
  const { builder } = writer;
  addComments(writer, item.start);
  const separator = item.sep?.find(({ type }) => type === 'map-value-ind');
  const start = item.key?.offset ?? separator?.offset ?? item.value?.offset;
  if (start === undefined) return;
  builder.open('pair', start);
  if (item.key) addValue(writer, item.key, 'key');
  if (separator !== undefined) writer.last = separator.offset + 1;
  addComments(writer, item.sep);
  if (item.value) addValue(writer, item.value, 'value');
  builder.close(writer.last);
}

function addItem(writer: Writer, item: CST.CollectionItem): void {
  const { builder } = writer;
  const dash = item.start.find(({ type }) => type === 'seq-item-ind');
  const start = dash?.offset ?? item.key?.offset ?? item.value?.offset;
  if (start === undefined) {
    addComments(writer, item.start);
    return;
  }
  for (const before of item.start) if (before.offset < start) addComments(writer, [before]);
  builder.open('item', start);
  writer.last = Math.max(writer.last, start + (dash === undefined ? 0 : 1));
  for (const after of item.start) if (after.offset > start) addComments(writer, [after]);
  if (item.value) addValue(writer, item.value, '');
  builder.close(writer.last);
}

function addBlockScalar(writer: Writer, token: CST.BlockScalar, field: string): void {
  const { builder } = writer;
  const header = token.props.reduce(
    (end, prop) => ('source' in prop ? Math.max(end, prop.offset + prop.source.length) : end),
    token.offset,
  );
  const end = header + token.source.trimEnd().length;
  writer.last = Math.max(end, token.offset + 1);
  builder.open('block_scalar', token.offset, field);
  addExpressions(writer, header, writer.last);
  builder.close(writer.last);
}

/** Looks at the scalar's own text only: searching on in the file for each scalar would cost its square. */
function addExpressions({ text, builder }: Writer, from: number, to: number): void {
  const own = text.slice(from, to);
  for (let at = own.indexOf('${{'); at !== -1; at = own.indexOf('${{', at)) {
    const close = own.indexOf('}}', at);
    const end = close === -1 ? own.length : close + 2;
    builder.leaf('expression', from + at, from + end);
    at = end;
  }
}
