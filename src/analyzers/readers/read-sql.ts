import type { SyntaxTree } from '../../model.ts';
import { makeTreeBuilder, type TreeNames } from './tree-builder.ts';

/** What the tree of an SQL script is made of. Words keep their case; parentheses are `group`s. */
export const SQL_NAMES: TreeNames = {
  language: 'sql',
  kinds: ['script', 'comment', 'statement', 'word', 'string', 'quoted_name', 'number', 'operator', 'group'],
  fields: [],
};

const DEEPEST = 100;

/**
 * Reads SQL of any dialect as statements of words: enough to know which statement it is and which clauses it has, with
 * strings and comments told apart. `;` ends a statement. One pass.
 */
export function readSql(text: string): SyntaxTree {
  const builder = makeTreeBuilder(SQL_NAMES);
  builder.open('script', 0);
  let groups = 0;
  let inStatement = false;
  let last = 0;
  const endStatement = (): void => {
    while (groups > 0) {
      builder.close(last);
      groups -= 1;
    }
    if (inStatement) builder.close(last);
    inStatement = false;
  };
  let at = 0;
  while (at < text.length) {
    const start = at;
    const character = text[at] ?? '';
    if (/\s/.test(character)) {
      at += 1;
      continue;
    }
    const comment = endOfComment(text, at);
    if (comment > at) {
      builder.comment(at, comment);
      at = comment;
      continue;
    }
    if (character === ';') {
      endStatement();
      at += 1;
      continue;
    }
    if (!inStatement) builder.open('statement', at);
    inStatement = true;
    if (character === '(' && groups < DEEPEST) {
      builder.open('group', at);
      groups += 1;
      at += 1;
    } else if (character === ')') {
      at += 1;
      if (groups > 0) builder.close(at);
      groups = Math.max(0, groups - 1);
    } else {
      const piece = pieceAt(text, at);
      at = Math.max(piece.end, at + 1);
      if (piece.kind !== '') builder.leaf(piece.kind, start, at);
    }
    last = at;
  }
  endStatement();
  return builder.finish(text.length);
}

function pieceAt(text: string, from: number): { readonly kind: string; readonly end: number } {
  const character = text[from] ?? '';
  if (character === "'") return { kind: 'string', end: endOfQuoted(text, from, "'") };
  if (character === '"' || character === '`')
    return { kind: 'quoted_name', end: endOfQuoted(text, from, character) };
  if (character === '$') return dollarQuoted(text, from);
  if (/[A-Za-z_@#\u0080-\uFFFF]/.test(character))
    return { kind: 'word', end: endOf(text, from, /[\w@#$.\u0080-\uFFFF]/) };
  if (/[0-9]/.test(character)) return { kind: 'number', end: endOf(text, from, /[\w.]/) };
  if (/[<>=!*+\-/%|&~^]/.test(character)) return { kind: 'operator', end: endOf(text, from, /[<>=!*|&]/) };
  return { kind: '', end: from + 1 };
}

function endOf(text: string, from: number, part: RegExp): number {
  let at = from + 1;
  while (at < text.length && part.test(text[at] ?? '')) at += 1;
  return at;
}

/** A doubled quote stands for one; a backslash escapes in some dialects and is followed by a quote in few others. */
function endOfQuoted(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\' && text[at + 1] === quote && text[at + 2] !== ';') at += 1;
    else if (text[at] === quote) {
      if (text[at + 1] !== quote) return at + 1;
      at += 1;
    }
  }
  return text.length;
}

/** The body of a function in PostgreSQL, `$$ … $$`; a lone `$1` is a parameter. */
function dollarQuoted(text: string, from: number): { readonly kind: string; readonly end: number } {
  const tag = /^\$(?:[A-Za-z_]\w{0,40})?\$/.exec(text.slice(from, from + 50))?.[0];
  if (tag === undefined) return { kind: 'word', end: endOf(text, from, /\w/) };
  const close = text.indexOf(tag, from + tag.length);
  return { kind: 'string', end: close === -1 ? text.length : close + tag.length };
}

function endOfComment(text: string, from: number): number {
  if (text.startsWith('--', from) || (text[from] === '#' && /[\s#]/.test(text[from + 1] ?? ' '))) {
    const feed = text.indexOf('\n', from);
    return feed === -1 ? text.length : feed;
  }
  if (!text.startsWith('/*', from)) return from;
  const close = text.indexOf('*/', from + 2);
  return close === -1 ? text.length : close + 2;
}
