import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
} from 'yaml';
import type { ConfigProblem } from '../model.ts';
import { capped } from './parsed.ts';
import { showText, showValue } from './show-value.ts';
import { dotted, type KeyPath, type Position, type YamlEntry, type YamlNode } from './yaml-node.ts';

/** Bounds of one file (security requirement R27): what a person writes stays far below, what a bomb needs is above. */
export const MOST_BYTES = 64 * 1024;

/** Most bytes and YAML tokens of one file. */
export interface YamlLimits {
  readonly bytes: number;
  readonly tokens: number;
}

const USUAL: YamlLimits = { bytes: MOST_BYTES, tokens: 20_000 };
const DEEPEST = 48;
/** Mistakes each make the composer build an Error with a stack: 19,000 of them took 0.15 s. */
const MOST_ODDITIES = 20;
const MOST_SYNTAX_PROBLEMS = 5;

/** Keys that reach an object's prototype in careless code; no format of ours needs them. */
const RESERVED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** A file as a tree with places. `root` is null when the file is empty or could not be read at all. */
export interface YamlText {
  readonly root: YamlNode | null;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Reads one YAML document without ever throwing, in bounded time and depth. Aliases, foreign tags and keys that touch
 * prototypes are refused, the entry that holds them is left out.
 *
 * @param text the document; 64 KB at most unless `limits` say otherwise
 * @param file its name for messages
 * @param linesBefore lines of the file that precede `text`
 * @param limits for files that hold many small entries
 */
export function readYaml(text: string, file: string, linesBefore = 0, limits = USUAL): YamlText {
  const problems: ConfigProblem[] = [];
  const report = (at: Position | null, key: string, message: string): void => {
    problems.push({ file, line: at?.line ?? null, column: at?.column ?? null, key, message });
  };
  // Nothing longer is even measured: a character has at least one byte.
  if (text.length > limits.bytes || new TextEncoder().encode(text).length > limits.bytes) {
    report(
      null,
      '',
      `the file is larger than ${limits.bytes / 1024} KB and was not read; split it or shorten it`,
    );
    return { root: null, problems };
  }
  const lines = new LineCounter();
  const positionAt = (offset: number): Position => {
    const found = lines.linePos(offset);
    return { line: found.line + linesBefore, column: Math.max(1, found.col) };
  };
  const tokens = tokenize(text, lines, limits.tokens);
  if ('refusal' in tokens) {
    report(positionAt(tokens.offset), '', tokens.refusal);
    return { root: null, problems };
  }
  const documents = compose(tokens.tokens, text.length);
  for (const error of documents.flatMap((document) => document.errors).slice(0, MOST_SYNTAX_PROBLEMS)) {
    report(
      positionAt(error.pos[0]),
      '',
      `not valid YAML, so nothing of this file is used: ${reasonOf(error)}`,
    );
  }
  if (tokens.cut && problems.length === 0) {
    report(null, '', `not valid YAML, so nothing of this file is used: more than ${MOST_ODDITIES} mistakes`);
  }
  const [document, second] = documents;
  if (second !== undefined) {
    report(positionAt(second.range[0]), '', 'a second YAML document starts here; write everything into one');
  }
  if (problems.length > 0 || document === undefined || document.contents === null) {
    return { root: null, problems };
  }
  const root = convert(document.contents, [], { positionAt, report });
  return { root: root?.kind === 'scalar' && root.value === null ? null : root, problems: capped(problems) };
}

/**
 * Reads a file that must be a map of keys.
 *
 * @returns `root` is null when there is nothing to go on, and then `problems` says why
 */
export function readMap(text: string, file: string, { linesBefore = 0, mayBeEmpty = false } = {}): YamlText {
  const yaml = readYaml(text, file, linesBefore);
  if (yaml.root?.kind === 'map' || (yaml.root === null && (mayBeEmpty || yaml.problems.length > 0))) {
    return yaml;
  }
  if (yaml.root === null) {
    const message = 'the file holds no settings at all';
    return { root: null, problems: [{ file, line: linesBefore + 1, column: 1, key: '', message }] };
  }
  const found = yaml.root.kind === 'list' ? 'a list' : 'a single value';
  const message = `this is ${found}; expected keys with values, such as "name: value"`;
  return { root: null, problems: [...yaml.problems, { file, ...yaml.root.at, key: '', message }] };
}

/**
 * The concrete syntax, one token at a time, so that a bomb is noticed while it is read. The depth must be checked
 * here: the composer recurses, and running out of stack inside it ended the whole process on Node 20.20.2.
 */
function tokenize(
  text: string,
  lines: LineCounter,
  most: number,
):
  | { readonly tokens: readonly CST.Token[]; readonly cut: boolean }
  | { readonly refusal: string; readonly offset: number } {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let count = 0;
  let oddities = 0;
  let previous = '';
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (count > most) {
      return {
        refusal: `the file has more than ${most} YAML tokens and was not read; split it or shorten it`,
        offset: parser.offset,
      };
    }
    for (const token of parser.next(lexeme)) {
      oddities += token.type === 'error' || token.type === 'directive' ? 1 : 0;
      tokens.push(token);
    }
    oddities += lexeme === ',' && /^[[{,]$/.test(previous) ? 1 : 0;
    previous = lexeme.trim() === '' ? previous : lexeme;
    if (oddities > MOST_ODDITIES) {
      break;
    }
    if (parser.stack.length > DEEPEST) {
      return {
        refusal: `values are nested more than ${DEEPEST} levels deep here; the file was not read`,
        offset: parser.offset,
      };
    }
  }
  for (const token of parser.end()) {
    tokens.push(token);
  }
  return { tokens, cut: oddities > MOST_ODDITIES };
}

function compose(tokens: readonly CST.Token[], end: number): Document.Parsed[] {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    // Duplicates are found in `convert`, where they cost one entry instead of the file.
    uniqueKeys: false,
    stringKeys: true,
    merge: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return [...composer.compose(tokens, true, end)];
}

interface Conversion {
  readonly positionAt: (offset: number) => Position;
  readonly report: (at: Position | null, key: string, message: string) => void;
}

/** Null when the value is refused; the problem has been reported. */
function convert(node: Node | null, path: KeyPath, conversion: Conversion): YamlNode | null {
  const at = conversion.positionAt(node?.range?.[0] ?? 0);
  const refuse = (message: string): null => {
    conversion.report(at, showText(dotted(path)), message);
    return null;
  };
  if (node === null) {
    return { kind: 'scalar', at, value: null };
  }
  if (isAlias(node)) {
    return refuse(`the alias "*${showText(node.source)}" is not supported; write the value out`);
  }
  if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
    return refuse(`the tag "${showText(node.tag)}" is not supported; write a plain value`);
  }
  if (isSeq<Node>(node)) {
    const entries = node.items.flatMap((item, index): YamlEntry[] => {
      const child = convert(item, [...path, index], conversion);
      return child === null ? [] : [{ key: index, at: child.at, node: child }];
    });
    return { kind: 'list', at, entries };
  }
  if (isMap<Node, Node | null>(node)) {
    return { kind: 'map', at, entries: convertPairs(node.items, path, conversion) };
  }
  return isScalar(node) ? convertScalar(node.value, at, refuse) : refuse('only lists, maps and plain values');
}

function convertScalar(value: unknown, at: Position, refuse: (message: string) => null): YamlNode | null {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return { kind: 'scalar', at, value };
  }
  return refuse(`${showValue(value)} is not supported; write text, a number, true or false`);
}

function convertPairs(
  pairs: readonly { readonly key: Node; readonly value: Node | null }[],
  path: KeyPath,
  conversion: Conversion,
): YamlEntry[] {
  const entries = new Map<string, YamlEntry>();
  for (const pair of pairs) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const at = conversion.positionAt(pair.key.range?.[0] ?? 0);
    const here = [...path, key];
    const earlier = entries.get(key);
    if (RESERVED_KEYS.has(key)) {
      conversion.report(at, showText(dotted(here)), `the key "${key}" is not allowed`);
    } else if (earlier !== undefined) {
      const first = `line ${earlier.at.line}`;
      conversion.report(
        at,
        showText(dotted(here)),
        `the key "${showText(key)}" was already given in ${first}, which counts`,
      );
    } else {
      // A key with nothing behind it has no node of its own; the key's place is where to look.
      const child = pair.value === null ? null : convert(pair.value, here, conversion);
      if (pair.value === null) {
        entries.set(key, { key, at, node: { kind: 'scalar', at, value: null } });
      } else if (child !== null) {
        entries.set(key, { key, at, node: child });
      }
    }
  }
  return [...entries.values()];
}

function reasonOf(error: { readonly code: string; readonly message: string }): string {
  // The parser names its own option here.
  return error.code === 'NON_STRING_KEY' ? 'a key must be plain text' : showLong(error.message);
}

/** Messages of the YAML parser may quote the file; they are longer than a value. */
function showLong(message: string): string {
  const parts = message.match(/[\s\S]{1,60}/g) ?? [];
  return parts.slice(0, 4).map(showText).join('');
}
