import type { SyntaxTree } from '../../model.ts';
import { addCommands } from './read-shell.ts';
import { makeTreeBuilder, type TreeBuilder, type TreeNames } from './tree-builder.ts';

const KEYWORDS =
  'from run cmd label maintainer expose env add copy entrypoint volume user workdir arg onbuild stopsignal healthcheck shell'.split(
    ' ',
  );

/** What a Dockerfile's tree is made of. An instruction's kind is its keyword, such as `run_instruction`. */
export const DOCKERFILE_NAMES: TreeNames = {
  language: 'dockerfile',
  kinds: [
    'source_file',
    'stage',
    'comment',
    ...KEYWORDS.map((keyword) => `${keyword}_instruction`),
    'keyword',
    'flag',
    'image',
    'alias',
    'pipeline',
    'command',
    'assignment',
    'word',
    'json_array',
    'string',
    'pair',
    'key',
    'value',
    'heredoc',
  ],
  fields: ['name', 'key', 'value', 'alias'],
};
/** Keyword → kind of its instruction. */
const KINDS: ReadonlyMap<string, string> = new Map(
  KEYWORDS.map((keyword) => [keyword, `${keyword}_instruction`]),
);

/** Where one instruction stands: its lines, and the comments among them. */
interface Extent {
  readonly end: number;
  readonly skip: ReadonlyMap<number, number>;
  readonly heredocs: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Reads a Dockerfile (format: the Dockerfile reference of Docker). `FROM` begins a `stage`; shell text is split into
 * commands. One pass over the lines, whatever they hold; a line with an unknown keyword is an error and is skipped.
 */
export function readDockerfile(text: string): SyntaxTree {
  const builder = makeTreeBuilder(DOCKERFILE_NAMES);
  builder.open('source_file', 0);
  const continuation = /^(?:#[^\n]*\n){0,3}#[ \t]*escape[ \t]*=[ \t]*`/i.test(text.slice(0, 500))
    ? '`'
    : '\\';
  /** Delimiters that end nowhere: looked for once, or a file of them would cost its square. */
  const unclosed = new Set<string>();
  let inStage = false;
  let at = 0;
  while (at < text.length) {
    const feed = text.indexOf('\n', at);
    const lineEnd = feed === -1 ? text.length : feed;
    let start = at;
    while (start < lineEnd && /\s/.test(text[start] ?? '')) start += 1;
    at = lineEnd + 1;
    if (start >= lineEnd) continue;
    if (text[start] === '#') {
      builder.comment(start, lineEnd);
      continue;
    }
    const extent = extentOf(text, start, continuation, unclosed);
    at = extent.end + 1;
    const keyword = /^[A-Za-z]{2,12}(?=\s|$)/.exec(text.slice(start, start + 14))?.[0] ?? '';
    if (!KINDS.has(keyword.toLowerCase())) {
      builder.error(start, extent.end);
      continue;
    }
    if (keyword.toLowerCase() === 'from') {
      if (inStage) builder.close(start);
      builder.open('stage', start);
      inStage = true;
    }
    addInstruction(builder, text, start, keyword, extent);
  }
  return builder.finish(text.length);
}

/** Follows line continuations, the comment and empty lines among them, and here-documents. */
function extentOf(text: string, start: number, continuation: string, unclosed: Set<string>): Extent {
  let skip: Map<number, number> | null = null;
  const heredocs: { start: number; end: number }[] = [];
  let lineStart = start;
  for (;;) {
    const feed = text.indexOf('\n', lineStart);
    const end = feed === -1 ? text.length : feed;
    const line = text.slice(lineStart, end).trimEnd();
    const passed = lineStart > start && (line.trimStart().startsWith('#') || line.trim() === '');
    if (passed) skip = (skip ?? new Map()).set(lineStart, end);
    if (feed === -1 || !(passed || line.endsWith(continuation))) {
      const delimiters = heredocsIn(text.slice(start, Math.min(end, start + 2_000)));
      let last = end;
      for (const delimiter of delimiters) {
        const close = endOfHeredoc(text, last + 1, delimiter, unclosed);
        if (close === null) continue;
        heredocs.push({ start: last + 1, end: close.body });
        last = close.end;
      }
      return { end: Math.min(last, text.length), skip: skip ?? NOTHING_SKIPPED, heredocs };
    }
    lineStart = end + 1;
  }
}

const NONE: readonly string[] = [];
const NOTHING_SKIPPED: ReadonlyMap<number, number> = new Map();

/** The delimiters of here-documents that an instruction opens; only these instructions have any. */
function heredocsIn(instruction: string): readonly string[] {
  if (!instruction.includes('<<') || !/^(?:run|copy|add)\s/i.test(instruction)) return NONE;
  return [...instruction.matchAll(/(?<!<)<<-?["']?([A-Za-z_][A-Za-z0-9_]{0,40})["']?/g)]
    .slice(0, 4)
    .map((match) => match[1] ?? '');
}

const MOST_UNCLOSED = 20;

function endOfHeredoc(
  text: string,
  from: number,
  delimiter: string,
  unclosed: Set<string>,
): { body: number; end: number } | null {
  if (unclosed.has(delimiter) || unclosed.size >= MOST_UNCLOSED) return null;
  let at = from;
  while (at < text.length) {
    const feed = text.indexOf('\n', at);
    const end = feed === -1 ? text.length : feed;
    if (text.slice(at, end).trim() === delimiter) return { body: Math.max(from, at - 1), end };
    at = end + 1;
  }
  unclosed.add(delimiter);
  return null;
}

function addInstruction(
  builder: TreeBuilder,
  text: string,
  start: number,
  keyword: string,
  extent: Extent,
): void {
  const kind = keyword.toLowerCase();
  const bodyEnd = extent.heredocs[0] === undefined ? extent.end : extent.heredocs[0].start - 1;
  builder.open(KINDS.get(kind) ?? 'ERROR', start);
  builder.leaf('keyword', start, start + keyword.length);
  let at = start + keyword.length;
  if (['from', 'run', 'copy', 'add', 'healthcheck'].includes(kind)) at = addFlags(builder, text, at, bodyEnd);
  at = pastSpace(text, at, bodyEnd);
  if (kind === 'from') addFrom(builder, text, at, bodyEnd);
  else if (text[at] === '[') addArray(builder, text, at, bodyEnd);
  else if (['env', 'arg', 'label'].includes(kind)) addPairs(builder, text, at, bodyEnd, extent.skip);
  else if (['run', 'cmd', 'entrypoint', 'healthcheck', 'onbuild'].includes(kind))
    addCommands(builder, text, at, bodyEnd, extent.skip);
  else for (const word of wordsIn(text, at, bodyEnd, extent.skip)) builder.leaf('word', word.start, word.end);
  for (const heredoc of extent.heredocs) {
    builder.open('heredoc', heredoc.start);
    if (kind === 'run') addCommands(builder, text, heredoc.start, heredoc.end);
    builder.close(heredoc.end);
  }
  builder.close(extent.end);
}

function pastSpace(text: string, from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    (/\s/.test(text[at] ?? '') || (/[\\`]/.test(text[at] ?? '') && /[\r\n]/.test(text[at + 1] ?? '')))
  )
    at += 1;
  return at;
}

function addFlags(builder: TreeBuilder, text: string, from: number, to: number): number {
  let at = pastSpace(text, from, to);
  while (text.startsWith('--', at) && at < to) {
    let end = at;
    while (end < to && !/\s/.test(text[end] ?? '')) end += 1;
    builder.open('flag', at);
    // Within the flag only: searching on in the file for each of them would cost its square.
    const equals = text.slice(at, end).indexOf('=');
    if (equals !== -1 && at + equals + 1 < end) builder.leaf('value', at + equals + 1, end, 'value');
    builder.close(end);
    at = pastSpace(text, end, to);
  }
  return at;
}

function addFrom(builder: TreeBuilder, text: string, from: number, to: number): void {
  const [image, as, alias] = wordsIn(text, from, to, NOTHING_SKIPPED);
  if (image === undefined) return;
  builder.leaf('image', image.start, image.end, 'name');
  if (as !== undefined && alias !== undefined && /^as$/i.test(text.slice(as.start, as.end)))
    builder.leaf('alias', alias.start, alias.end, 'alias');
}

/** The exec form: strings of a JSON array. */
function addArray(builder: TreeBuilder, text: string, from: number, to: number): void {
  builder.open('json_array', from);
  let at = from;
  while (at < to) {
    const start = text.indexOf('"', at);
    if (start === -1 || start >= to) break;
    let end = start + 1;
    while (end < to && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    end = Math.min(end + 1, to);
    builder.leaf('string', start, end);
    at = end;
  }
  builder.close(to);
}

/** `NAME=value` pairs, or the old form with one name and the rest of the line. */
function addPairs(
  builder: TreeBuilder,
  text: string,
  from: number,
  to: number,
  skip: ReadonlyMap<number, number>,
): void {
  const words = wordsIn(text, from, to, skip);
  const [first] = words;
  if (first === undefined) return;
  const last = words.at(-1)?.end ?? to;
  const isOld = words.length > 1 && !text.slice(first.start, first.end).includes('=');
  for (const word of isOld ? [{ start: first.start, end: last }] : words) {
    const equals = isOld ? first.end : text.indexOf('=', word.start);
    builder.open('pair', word.start);
    const keyEnd = equals === -1 || equals > word.end ? word.end : equals;
    builder.leaf('key', word.start, keyEnd, 'key');
    if (keyEnd < word.end) builder.leaf('value', pastSpace(text, keyEnd + 1, word.end), word.end, 'value');
    builder.close(word.end);
  }
}

function wordsIn(
  text: string,
  from: number,
  to: number,
  skip: ReadonlyMap<number, number>,
): readonly { readonly start: number; readonly end: number }[] {
  const words: { start: number; end: number }[] = [];
  let at = from;
  while (at < to) {
    const jump = skip.get(at);
    const character = text[at] ?? '';
    if (jump !== undefined) at = Math.max(jump, at + 1);
    else if (/\s/.test(character) || (/[\\`]/.test(character) && /[\r\n]/.test(text[at + 1] ?? ''))) at += 1;
    else {
      const start = at;
      let quote = '';
      for (; at < to; at += 1) {
        const inner = text[at] ?? '';
        if (quote === '' && (/\s/.test(inner) || (inner === '\\' && /[\r\n]/.test(text[at + 1] ?? ''))))
          break;
        if (inner === '\\') at += 1;
        else if (inner === quote) quote = '';
        else if (quote === '' && (inner === '"' || inner === "'")) quote = inner;
      }
      words.push({ start, end: Math.min(at, to) });
    }
  }
  return words;
}
