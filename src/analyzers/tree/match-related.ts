import type { RelationalNode, RuleNode } from '../../config/rule.ts';
import type { ConditionContext } from './condition-context.ts';
import { variablesOf } from './condition-cost.ts';
import { kindMask } from './kind-lookup.ts';
import { type Matcher, type MatchState, undo } from './match-state.ts';
import { possibleKinds } from './possible-kinds.ts';
import { rememberSearch } from './remember-search.ts';
import { rememberSiblings } from './remember-siblings.ts';

const NAMED = 1;
const EXTRA = 8;

/** Children or siblings that are looked at before what was seen earlier is asked for. */
const NEAR = 16;

export type Relation = 'inside' | 'has' | 'precedes' | 'follows';

/** How far a relation looks, with the matchers it needs. */
interface Search {
  readonly match: Matcher;
  /** Kinds that can match at all; null for any. */
  readonly mask: Uint8Array | null;
  /** `neighbor` is neither; a stop condition is inclusive: the node that meets it is still looked at. */
  readonly toEnd: boolean;
  readonly stop: Matcher | null;
  /** Looks through the nodes from one index up to another. */
  readonly below: (state: MatchState, from: number, end: number) => boolean;
  /** Looks through the children of a node from one on. */
  readonly among: (state: MatchState, child: number, end: number) => boolean;
  /** Whether a sibling before or behind a node holds, however far away. */
  readonly beyond: (state: MatchState, node: number) => boolean;
  /** Index of the field that the related node (for `inside`: the node towards us) must stand in; 0 for any. */
  readonly field: number;
}

/** Makes the matcher of a relation. `make` makes the matchers of the conditions in it. */
export function matchRelated(
  context: ConditionContext,
  relation: Relation,
  related: RelationalNode,
  make: (node: RuleNode) => Matcher,
): Matcher {
  const { stopBy = 'neighbor', field, ...condition } = related;
  const kinds = possibleKinds(context, condition);
  const stop = typeof stopBy === 'object' ? stopBy : null;
  const variables = new Set([
    ...variablesOf(context, condition),
    ...(stop ? variablesOf(context, stop) : []),
  ]);
  const slots = [...variables].map((name) => context.slots.get(name) ?? -1);
  const forward = relation === 'precedes';
  const search: Search = {
    beyond: rememberSiblings(slots, forward, (state, from, until) =>
      siblingFrom(state, from, until, forward, search),
    ),
    among: rememberSearch(slots, (state, child, end) => hasAmong(state, child, end, search)),
    below: rememberSearch(slots, (state, from, end) => hasBelow(state, from, end, search)),
    // A field alone asks whether there is anything in it.
    match: Object.keys(condition).length === 0 ? () => true : make(condition),
    mask: kinds === null ? null : kindMask(context.kindNames, kinds),
    toEnd: stopBy === 'end',
    stop: stop && make(stop),
    field: field === undefined ? 0 : fieldIndex(context, field),
  };
  if (search.field < 0) return () => false;
  if (relation === 'inside') return (state, node) => inside(state, node, search);
  if (relation === 'has') {
    return search.field > 0
      ? (state, node) => hasInField(state, node, search)
      : (state, node) => has(state, node, search);
  }
  return (state, node) => beside(state, node, search, forward);
}

function fieldIndex(context: ConditionContext, field: string): number {
  const index = context.fieldNames.indexOf(field);
  if (index <= 0) {
    context.absent.push(`field "${field}" does not exist in ${context.language}`);
    return -1;
  }
  return index;
}

function tryAt(state: MatchState, node: number, search: Search): boolean {
  const { mask, match } = search;
  if (mask && mask[state.tree.kind[node] ?? 0] === 0) return false;
  state.steps -= 2;
  return state.steps > 0 && match(state, node);
}

/** The stop condition holds at a node. Its bindings are not part of the match. */
function stopsAt(state: MatchState, node: number, stop: Matcher): boolean {
  state.steps -= 2;
  const mark = state.bound.length;
  const holds = stop(state, node);
  undo(state, mark);
  return holds;
}

function inside(state: MatchState, node: number, search: Search): boolean {
  const { tree } = state;
  let towards = node;
  for (let above = tree.parent[node] ?? -1; above >= 0; above = tree.parent[above] ?? -1) {
    if (state.steps-- <= 0) return false;
    if ((search.field === 0 || tree.field[towards] === search.field) && tryAt(state, above, search))
      return true;
    if (!search.toEnd && !(search.stop && !stopsAt(state, above, search.stop))) return false;
    towards = above;
  }
  return false;
}

function has(state: MatchState, node: number, search: Search): boolean {
  const { tree } = state;
  const end = tree.next[node] ?? tree.size;
  if (search.toEnd || search.stop) return search.below(state, node + 1, end);
  let looked = 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (looked === NEAR) return search.among(state, child, end);
    if (state.steps-- <= 0) return false;
    if (tryAt(state, child, search)) return true;
    looked += 1;
  }
  return false;
}

function hasAmong(state: MatchState, from: number, end: number, search: Search): boolean {
  for (let child = from; child < end; child = state.tree.next[child] ?? end) {
    if (state.steps-- <= 0) return false;
    if (tryAt(state, child, search)) return true;
  }
  return false;
}

/** Looks through a run of subtrees, in the order of the text. */
function hasBelow(state: MatchState, from: number, end: number, search: Search): boolean {
  const { tree } = state;
  const { stop, mask } = search;
  if (!stop && mask) return hasKindBelow(state, from, end, search, mask);
  let below = from;
  while (below < end) {
    if (state.steps-- <= 0) return false;
    if (tryAt(state, below, search)) return true;
    below = stop && stopsAt(state, below, stop) ? (tree.next[below] ?? end) : below + 1;
  }
  return false;
}

/** The same for known kinds: a bare loop over one array, many times as fast. */
function hasKindBelow(
  state: MatchState,
  from: number,
  end: number,
  search: Search,
  mask: Uint8Array,
): boolean {
  const { kind } = state.tree;
  let paidUntil = from;
  for (let below = from; below < end; below++) {
    if (mask[kind[below] ?? 0] === 0) continue;
    state.steps -= 2 + ((below - paidUntil) >> 4);
    paidUntil = below;
    if (state.steps <= 0) return false;
    if (search.match(state, below)) return true;
  }
  state.steps -= (end - paidUntil) >> 4;
  return false;
}

/** The child in the field, and with `stopBy` what is below that child. */
function hasInField(state: MatchState, node: number, search: Search): boolean {
  const { tree } = state;
  const end = tree.next[node] ?? tree.size;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (state.steps-- <= 0) return false;
    if (tree.field[child] !== search.field) continue;
    if (!search.toEnd && !search.stop) {
      if (tryAt(state, child, search)) return true;
    } else if (search.below(state, child, tree.next[child] ?? end)) return true;
  }
  return false;
}

/**
 * Siblings before or after. The neighbour is the next named one; tokens on the way are looked at too, comments are not
 * (`follows: {regex: ^\($}` means the first argument).
 */
function beside(state: MatchState, node: number, search: Search, forward: boolean): boolean {
  const step = stepOver(state, node, forward);
  let looked = 0;
  for (let other = step(node); other >= 0; other = step(other)) {
    if (state.steps-- <= 0) return false;
    const flags = state.tree.flags[other] ?? 0;
    if ((flags & EXTRA) !== 0) continue;
    if (holdsAt(state, other, search)) return true;
    looked += 1;
    if (search.toEnd) {
      if (looked === NEAR) return search.beyond(state, other);
    } else if (search.stop ? stopsAt(state, other, search.stop) : (flags & NAMED) !== 0) return false;
  }
  return false;
}

function holdsAt(state: MatchState, node: number, search: Search): boolean {
  return (search.field === 0 || state.tree.field[node] === search.field) && tryAt(state, node, search);
}

/** The first sibling on one side that holds; -1 when there is none up to `until`. */
function siblingFrom(
  state: MatchState,
  from: number,
  until: number,
  forward: boolean,
  search: Search,
): number {
  const step = stepOver(state, from, forward);
  for (let other = step(from); other >= 0 && other !== until; other = step(other)) {
    if (state.steps-- <= 0) return -1;
    if (((state.tree.flags[other] ?? 0) & EXTRA) === 0 && holdsAt(state, other, search)) return other;
  }
  return -1;
}

/** From a sibling of the node to the next one, or -1. */
function stepOver(state: MatchState, node: number, forward: boolean): (from: number) => number {
  const { tree } = state;
  const parent = tree.parent[node] ?? -1;
  if (parent < 0) return () => -1;
  if (!forward) {
    const previous = state.subject.previous();
    return (from) => previous[from] ?? -1;
  }
  const end = tree.next[parent] ?? tree.size;
  return (from) => {
    const after = tree.next[from] ?? end;
    return after < end ? after : -1;
  };
}
