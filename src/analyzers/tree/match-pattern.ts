import { kindIndex } from './kind-lookup.ts';
import { bind, type Matcher, type MatchState, undo } from './match-state.ts';
import type { PatternNode } from './pattern.ts';

const NAMED = 1;
const EXTRA = 8;

/** Tokens that a pattern may have at its end and the code not: `foo();` matches `foo()`. */
const SEPARATORS = new Set([';', ',']);
const QUOTES = ['"', "'"];
/** Named leaves of Python whose text is a prefix and quotes, of which only the prefix counts. */
const QUOTE_KINDS = new Set(['string_start', 'string_end']);

/** One element of a pattern's list of children. */
type Item =
  | { readonly many: true; readonly slot: number }
  | {
      readonly many: false;
      readonly match: Matcher;
      readonly optionalAtEnd: boolean;
      /** A separator next to `$$$`, which is absent when `$$$` is empty: `f($A, $$$)` matches `f(1)`. */
      readonly besideMany: boolean;
    };

/**
 * Builds the matcher of a pattern for a grammar. Strictness is what ast-grep calls smart: every node of the pattern
 * must be there; tokens that only the code has are skipped, comments too. Two differences: either quote matches the
 * other, and a `;` or `,` at the pattern's end is optional.
 * @param slotOf gives the slot of a meta-variable
 */
export function matchPattern(
  pattern: PatternNode,
  kindNames: readonly string[],
  slotOf: (name: string) => number,
): Matcher {
  if ('many' in pattern) return () => false;
  if ('one' in pattern) return matchOne(pattern.one === '' ? -1 : slotOf(pattern.one));
  const kind = kindIndex(kindNames, pattern.kind, pattern.named);
  if (pattern.children) {
    const items = toItems(pattern.children, kindNames, slotOf);
    return (state, node) => state.tree.kind[node] === kind && matchChildren(state, node, items);
  }
  if (!pattern.named) return matchToken(pattern.kind, kind, kindNames);
  return matchLeaf(kind, pattern.text ?? '', QUOTE_KINDS.has(pattern.kind));
}

function matchOne(slot: number): Matcher {
  return (state, node) => {
    if (((state.tree.flags[node] ?? 0) & (NAMED | EXTRA)) !== NAMED) return false;
    return slot < 0 || bind(state, slot, node, node);
  };
}

function matchToken(token: string, kind: number, kindNames: readonly string[]): Matcher {
  if (!QUOTES.includes(token)) return (state, node) => state.tree.kind[node] === kind;
  const quotes = QUOTES.map((quote) => kindIndex(kindNames, quote, false));
  return (state, node) => quotes.includes(state.tree.kind[node] ?? -1);
}

function matchLeaf(kind: number, text: string, isQuote: boolean): Matcher {
  const prefix = prefixOf(text);
  return (state, node) => {
    const { tree } = state;
    if (tree.kind[node] !== kind) return false;
    const start = tree.start[node] ?? 0;
    const end = tree.end[node] ?? 0;
    if (isQuote) return prefixOf(state.text.slice(start, Math.min(end, start + 8))) === prefix;
    return end - start === text.length && state.text.startsWith(text, start);
  };
}

function prefixOf(quote: string): string {
  return quote.replace(/["']+/, '').toLowerCase();
}

function toItems(
  patterns: readonly PatternNode[],
  kindNames: readonly string[],
  slotOf: (name: string) => number,
): readonly Item[] {
  const isMany = (at: number) => {
    const pattern = patterns[at];
    return pattern !== undefined && 'many' in pattern;
  };
  return patterns.map((pattern, at) => {
    if ('many' in pattern) return { many: true, slot: pattern.many === '' ? -1 : slotOf(pattern.many) };
    const separator = 'kind' in pattern && !pattern.named && SEPARATORS.has(pattern.kind);
    return {
      many: false,
      match: matchPattern(pattern, kindNames, slotOf),
      optionalAtEnd: separator,
      besideMany: separator && (isMany(at - 1) || isMany(at + 1)),
    };
  });
}

/**
 * Matches the children of a node against a list with `$$$` in it, as a wildcard expression is matched: `$$$` takes as
 * little as it can, and only the latest one is ever given more. That finds a match whenever there is one (meta-variables
 * that occur twice aside), in time that grows with children × items, never exponentially.
 */
function matchChildren(state: MatchState, node: number, items: readonly Item[]): boolean {
  const { tree } = state;
  const end = tree.next[node] ?? tree.size;
  const mark = state.bound.length;
  let at = 0;
  let child = skipExtras(state, node + 1, end);
  let latest: Latest | null = null;
  for (;;) {
    if (state.steps-- <= 0) return undo(state, mark);
    const item = items[at];
    if (item?.many) {
      if (latest && !bindMany(state, latest, latest.child)) return undo(state, mark);
      latest = { item: at, slot: item.slot, from: child, child, mark: state.bound.length };
      at++;
      continue;
    }
    if (item && child < end) {
      if (item.match(state, child)) {
        at++;
        child = skipExtras(state, tree.next[child] ?? end, end);
        continue;
      }
      if (item.besideMany) {
        at++;
        continue;
      }
      if (((tree.flags[child] ?? 0) & NAMED) === 0) {
        child = skipExtras(state, tree.next[child] ?? end, end);
        continue;
      }
    } else if (onlyTokensLeft(state, child, end) && onlyOptionalLeft(items, at)) {
      if (!latest || bindMany(state, latest, latest.child)) return true;
    }
    if (!latest || latest.child >= end) return undo(state, mark);
    // Does not fit: the latest `$$$` takes one more.
    undo(state, latest.mark);
    latest.child = skipExtras(state, tree.next[latest.child] ?? end, end);
    child = latest.child;
    at = latest.item + 1;
  }
}

/** The latest `$$$` of a list: it stands for the children from `from` up to, not including, `child`. */
interface Latest {
  readonly item: number;
  readonly slot: number;
  readonly from: number;
  child: number;
  readonly mark: number;
}

function bindMany(state: MatchState, latest: Latest, until: number): boolean {
  if (latest.slot < 0) return true;
  const { tree } = state;
  let first = -1;
  let last = -1;
  for (let node = latest.from; node < until; node = tree.next[node] ?? until) {
    state.steps--;
    if (((tree.flags[node] ?? 0) & (NAMED | EXTRA)) !== NAMED) continue;
    if (first < 0) first = node;
    last = node;
  }
  return bind(state, latest.slot, first, last);
}

function skipExtras(state: MatchState, from: number, end: number): number {
  const { tree } = state;
  let node = from;
  while (node < end && ((tree.flags[node] ?? 0) & EXTRA) !== 0) node = tree.next[node] ?? end;
  return node;
}

function onlyTokensLeft(state: MatchState, from: number, end: number): boolean {
  const { tree } = state;
  for (let node = from; node < end; node = tree.next[node] ?? end) {
    if (((tree.flags[node] ?? 0) & (NAMED | EXTRA)) === NAMED) return false;
  }
  return true;
}

function onlyOptionalLeft(items: readonly Item[], from: number): boolean {
  for (let at = from; at < items.length; at++) {
    const item = items[at];
    if (item && !item.many && !item.optionalAtEnd) return false;
  }
  return true;
}
