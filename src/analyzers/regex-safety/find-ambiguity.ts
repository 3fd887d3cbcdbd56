import { type CharacterSet, EMPTY, sampleOf } from './character-set.ts';
import type { RegexNode } from './parse-regex.ts';

/** How badly a pattern can backtrack, as its automaton tells. */
export interface Ambiguity {
  readonly growth: 'exponential' | 'polynomial' | 'none' | 'unknown';
  /** A text that can be matched in two ways, to be repeated; empty when there is none. */
  readonly pump: string;
}

/** Beyond this the answer is "unknown", not slow. */
const MOST_POSITIONS = 140;
const MOST_STEPS = 400_000;

interface Automaton {
  readonly sets: readonly CharacterSet[];
  /** follow[p] lists the positions that may come right after p; twice when there are two ways to get there. */
  readonly follow: readonly number[][];
}

/**
 * Decides whether a repeated part can match the same text in two ways. It can when, in the position automaton
 * (Glushkov), a cycle runs over an edge that exists twice, or two different paths with a common text lead from a
 * position back to it (the criterion EDA of Weber and Seidl, 1991): each repetition then doubles the work. Two equal
 * repetitions side by side (`\d+\d+`) are polynomial.
 */
export function findAmbiguity(node: RegexNode): Ambiguity {
  const automaton = makeAutomaton(node);
  if (automaton === null) return { growth: 'unknown', pump: '' };
  const pump = doubledCycle(automaton) ?? twinPaths(automaton);
  if (pump === null) return { growth: 'unknown', pump: '' };
  if (pump !== '') return { growth: 'exponential', pump };
  const neighbour = equalNeighbour(node);
  return neighbour === null ? { growth: 'none', pump: '' } : { growth: 'polynomial', pump: neighbour };
}

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly nullable: boolean;
}

const NOTHING: Part = { first: [], last: [], nullable: true };

function makeAutomaton(node: RegexNode): Automaton | null {
  const sets: CharacterSet[] = [];
  const follow: number[][] = [];
  let isTooLarge = false;

  const link = (from: readonly number[], to: readonly number[]): void => {
    for (const one of from) follow[one]?.push(...to);
  };
  const join = (left: Part, right: Part): Part => {
    link(left.last, right.first);
    return {
      first: left.nullable ? [...left.first, ...right.first] : left.first,
      last: right.nullable ? [...right.last, ...left.last] : right.last,
      nullable: left.nullable && right.nullable,
    };
  };
  const repeat = (part: RegexNode, min: number, max: number): Part => {
    const isOpen = max === Number.POSITIVE_INFINITY;
    const copies = isOpen ? Math.max(1, min) : max;
    let whole = NOTHING;
    for (let copy = 1; copy <= copies && !isTooLarge; copy += 1) {
      let one = build(part);
      if (isOpen && copy === copies) link(one.last, one.first);
      if (copy > min) one = { ...one, nullable: true };
      whole = join(whole, one);
    }
    return whole;
  };
  const build = (one: RegexNode): Part => {
    switch (one.kind) {
      case 'empty':
        return NOTHING;
      case 'set': {
        if (sets.length >= MOST_POSITIONS) isTooLarge = true;
        if (isTooLarge) return NOTHING;
        sets.push(one.set);
        follow.push([]);
        return { first: [sets.length - 1], last: [sets.length - 1], nullable: false };
      }
      case 'sequence':
        return one.parts.reduce((whole: Part, part) => join(whole, build(part)), NOTHING);
      case 'choice': {
        const parts = one.parts.map(build);
        return {
          first: parts.flatMap((part) => part.first),
          last: parts.flatMap((part) => part.last),
          nullable: parts.some((part) => part.nullable),
        };
      }
      case 'repeat':
        return repeat(one.part, one.min, one.max);
    }
  };
  build(node);
  return isTooLarge || follow.reduce((sum, list) => sum + list.length, 0) > 20_000 ? null : { sets, follow };
}

/** Text of a cycle over an edge that exists twice, or null when there is none. */
function doubledCycle({ sets, follow }: Automaton): string | null {
  for (const [from, targets] of follow.entries()) {
    const seen = new Set<number>();
    for (const to of targets) {
      if (seen.has(to)) {
        const way = shortestWay(follow, to, from);
        if (way !== null) return textOf(way.map((position) => sets[position] ?? EMPTY));
      }
      seen.add(to);
    }
  }
  return null;
}

/** Positions on the shortest way, both ends included; null when there is none. */
function shortestWay(follow: readonly (readonly number[])[], from: number, to: number): number[] | null {
  const before = new Map<number, number>([[from, -1]]);
  for (const position of before.keys()) {
    if (position === to) return backTo(before, to);
    for (const next of follow[position] ?? []) if (!before.has(next)) before.set(next, position);
  }
  return null;
}

function backTo(before: ReadonlyMap<number, number>, end: number): number[] {
  const way: number[] = [];
  for (let at = end; at >= 0; at = before.get(at) ?? -1) way.unshift(at);
  return way;
}

function textOf(sets: readonly CharacterSet[]): string {
  return sets.slice(0, 20).map(sampleOf).join('');
}

/**
 * Text on which some (r, r) reaches a pair of different positions and then (r, r) again; empty when there is none,
 * null when the automaton is too large to tell.
 */
function twinPaths(automaton: Automaton): string | null {
  const edgesOf = makePairEdges(automaton);
  const size = automaton.sets.length;
  for (let start = 0; start < size; start += 1) {
    const pump = twinPathFrom(start * size + start, automaton, edgesOf);
    if (pump !== '') return pump;
  }
  return '';
}

type PairEdges = (pair: number) => readonly number[] | null;

/** Steps of the product of the automaton with itself: pair = left × size + right. Null when the budget is used up. */
function makePairEdges({ sets, follow }: Automaton): PairEdges {
  const size = sets.length;
  const targets = follow.map((list) => [...new Set(list)]);
  const edges = new Map<number, number[]>();
  let steps = 0;
  return (pair) => {
    const known = edges.get(pair);
    steps += known?.length ?? 1;
    if (steps > MOST_STEPS) return null;
    if (known !== undefined) return known;
    const found: number[] = [];
    for (const left of targets[Math.floor(pair / size)] ?? []) {
      for (const right of targets[pair % size] ?? []) {
        steps += 1;
        if (((sets[left] ?? EMPTY) & (sets[right] ?? EMPTY)) !== EMPTY) found.push(left * size + right);
      }
    }
    edges.set(pair, found);
    return found;
  };
}

function twinPathFrom(start: number, { sets }: Automaton, edgesOf: PairEdges): string | null {
  const size = sets.length;
  const before = new Map<number, number>([[start, -1]]);
  const sources = new Map<number, number[]>();
  for (const pair of before.keys()) {
    const targets = edgesOf(pair);
    if (targets === null) return null;
    for (const next of targets) {
      const list = sources.get(next);
      if (list === undefined) sources.set(next, [pair]);
      else list.push(pair);
      if (!before.has(next)) before.set(next, pair);
    }
  }
  // Backwards from the start: the first pair of different positions closes the circle.
  const after = new Map<number, number>([[start, -1]]);
  for (const pair of after.keys()) {
    if (Math.floor(pair / size) !== pair % size) {
      const circle = [...backTo(before, pair).slice(1), ...backTo(after, pair).reverse().slice(1)];
      return textOf(
        circle.map((one) => (sets[Math.floor(one / size)] ?? EMPTY) & (sets[one % size] ?? EMPTY)),
      );
    }
    for (const source of sources.get(pair) ?? []) if (!after.has(source)) after.set(source, pair);
  }
  return '';
}

/**
 * A character of two endless repetitions of the same set side by side, or null. Only these: with something between
 * them, even something optional as in `\\d*\\.?\\d+`, the pattern is an idiom and its inputs are short.
 */
function equalNeighbour(node: RegexNode): string | null {
  switch (node.kind) {
    case 'empty':
    case 'set':
      return null;
    case 'repeat':
      return equalNeighbour(node.part);
    case 'choice':
    case 'sequence':
      return (
        (node.kind === 'sequence' ? besideEachOther(node.parts) : null) ?? firstOf(node.parts, equalNeighbour)
      );
  }
}

function besideEachOther(parts: readonly RegexNode[]): string | null {
  const sets = parts.map(endlessSet);
  const index = sets.findIndex((set, at) => at > 0 && set !== null && set === sets[at - 1]);
  return index < 0 ? null : sampleOf(sets[index] ?? EMPTY);
}

/** The set that a node repeats without end, seen through groups; null for other nodes. */
function endlessSet(node: RegexNode): CharacterSet | null {
  const inner = unwrapped(node);
  if (inner.kind !== 'repeat' || inner.max !== Number.POSITIVE_INFINITY) return null;
  const part = unwrapped(inner.part);
  return part.kind === 'set' ? part.set : null;
}

function unwrapped(node: RegexNode): RegexNode {
  let inner = node;
  while (inner.kind === 'sequence' && inner.parts.length === 1 && inner.parts[0] !== undefined)
    inner = inner.parts[0];
  return inner;
}

function firstOf(nodes: readonly RegexNode[], find: (node: RegexNode) => string | null): string | null {
  for (const node of nodes) {
    const found = find(node);
    if (found !== null) return found;
  }
  return null;
}
