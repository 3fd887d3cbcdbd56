import type { SyntaxTree } from '../../model.ts';
import { YAML_NAMES } from './read-yaml-tree.ts';
import { makeTreeBuilder } from './tree-builder.ts';

/** Brackets nested deeper than this are an error, and the text up to their end is left out. */
const DEEPEST = 200;
const TOO_DEEP = `it is nested deeper than ${DEEPEST} levels`;

interface Level {
  readonly kind: 'mapping' | 'sequence';
  /** A pair is open: its key was read. */
  inPair: boolean;
}

/**
 * Reads JSON into the same shape as YAML. Comments and trailing commas are let pass (JSON with comments); other mistakes
 * are errors, and reading goes on behind them. One pass with a stack of its own.
 */
export function readJson(text: string, language = 'json'): SyntaxTree {
  const builder = makeTreeBuilder({ ...YAML_NAMES, language });
  builder.open('stream', 0);
  builder.open('document', 0);
  const levels: Level[] = [];
  let tooDeep = 0;
  let at = 0;
  let last = 0;
  const endPair = (): void => {
    const level = levels.at(-1);
    if (level?.inPair !== true) return;
    builder.close(last);
    level.inPair = false;
  };
  const begin = (start: number): string => {
    const level = levels.at(-1);
    if (level?.kind === 'sequence') {
      builder.open('item', start);
      return '';
    }
    return level?.inPair === true ? 'value' : '';
  };
  const finishItem = (): void => {
    if (levels.at(-1)?.kind === 'sequence') builder.close(last);
  };
  const open = (kind: Level['kind']): void => {
    if (levels.length >= DEEPEST) {
      tooDeep += 1;
      if (tooDeep === 1) builder.leaveOut(at, at + 1, TOO_DEEP);
      return;
    }
    const field = begin(at);
    builder.open(kind, at, field);
    levels.push({ kind, inPair: false });
  };
  const close = (): void => {
    if (tooDeep > 0) {
      tooDeep -= 1;
      return;
    }
    if (levels.length === 0) {
      builder.error(at, at + 1);
      return;
    }
    endPair();
    last = at + 1;
    levels.pop();
    builder.close(last);
    finishItem();
  };
  const scalar = (end: number): void => {
    const level = levels.at(-1);
    if (tooDeep > 0) return;
    if (level?.kind === 'mapping' && !level.inPair) {
      builder.open('pair', at);
      builder.leaf('scalar', at, end, 'key');
      level.inPair = true;
    } else builder.leaf('scalar', at, end, begin(at));
    last = end;
    finishItem();
  };
  while (at < text.length) {
    const character = text[at] ?? '';
    let next = at + 1;
    if (character === '"') {
      next = endOfString(text, at);
      scalar(next);
    } else if (character === '{') open('mapping');
    else if (character === '[') open('sequence');
    else if (character === '}' || character === ']') close();
    else if (character === ',') {
      if (tooDeep === 0) endPair();
    } else if (character === '/' && /[/*]/.test(text[next] ?? '')) {
      next = endOfComment(text, at);
      builder.comment(at, next);
    } else if (/[-+.\w]/.test(character)) {
      while (next < text.length && /[-+.\w]/.test(text[next] ?? '')) next += 1;
      scalar(next);
    } else if (!/[\s:\uFEFF]/.test(character)) builder.error(at, next);
    at = next;
  }
  if (levels.length > 0) builder.error(text.length, text.length);
  return builder.finish(text.length);
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '"') return at + 1;
    else if (character === '\n') return at;
  }
  return text.length;
}

function endOfComment(text: string, from: number): number {
  const end = text[from + 1] === '*' ? text.indexOf('*/', from + 2) : text.indexOf('\n', from);
  if (end === -1) return text.length;
  return text[from + 1] === '*' ? end + 2 : end;
}
