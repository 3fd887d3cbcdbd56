import { type CharacterSet, EMPTY, sampleOf } from './character-set.ts';
import { type Automaton, MOST_POSITIONS, makeAutomaton } from './make-automaton.ts';
import type { RegexNode } from './parse-regex.ts';

/** How badly a pattern can backtrack, as its automaton tells. */
export interface Ambiguity {
  readonly growth: 'exponential' | 'polynomial' | 'none' | 'unknown';
  /** A text that can be matched in two ways, to be repeated; empty when there is none. */
  readonly pump: string;
  /** The repetition that matches it in two ways, as it is written; empty when there is none. */
  readonly part: string;
}

/** Steps that may still be taken, over all patterns of a file. */
export interface Steps {
  left: number;
}

/** One pattern takes at most so many. */
const MOST_STEPS = 60_000;

const UNKNOWN: Ambiguity = { growth: 'unknown', pump: '', part: '' };
const NONE: Ambiguity = { growth: 'none', pump: '', part: '' };

/**
 * Decides whether a repeated part can match the same text in two ways. It can when, in the position automaton
 * (Glushkov), a cycle runs over an edge that exists twice, or two different paths with a common text lead from a
 * position back to it (the criterion EDA of Weber and Seidl, 1991): each repetition then doubles the work. Two equal
 * repetitions side by side (`\d+\d+`) are polynomial. Neither does harm where the match may end right there, whatever
 * comes next, as in `(a+)+`: nothing makes it fail, so nothing is tried twice.
 * @param steps taken from; with none left the answer is `unknown`
 */
export function findAmbiguity(node: RegexNode, steps: Steps = { left: MOST_STEPS }): Ambiguity {
  const automaton = makeAutomaton(node);
  steps.left -= automaton?.sets.length ?? MOST_POSITIONS;
  if (automaton === null || steps.left <= 0) return UNKNOWN;
  const cycle = doubledCycle(automaton, steps) ?? twinPaths(automaton, steps);
  if (cycle === null) return UNKNOWN;
  if (cycle.length > 0) return { growth: 'exponential', ...describe(automaton, cycle) };
  const neighbour = equalNeighbour(node, automaton);
  if (neighbour === null) return NONE;
  const position = automaton.positionsOf.get(neighbour)?.[0] ?? 0;
  return { growth: 'polynomial', ...describe(automaton, [[position, position]]) };
}

/** Pairs of positions that take the same characters, one after the other, and then begin again. */
type Cycle = readonly (readonly [left: number, right: number])[];

function describe(
  { sets, loops }: Automaton,
  cycle: Cycle,
): { readonly pump: string; readonly part: string } {
  const common = cycle.map(([left, right]) => (sets[left] ?? EMPTY) & (sets[right] ?? EMPTY));
  const all = cycle.flat();
  const low = Math.min(...all);
  const high = Math.max(...all);
  const inner = loops.find(({ first, last }) => first <= low && last >= high);
  // Of loops around the same positions the outer one is what begins again.
  const part = loops.findLast(({ first, last }) => first === inner?.first && last === inner.last);
  return { pump: textOf(common), part: part?.node.source ?? '' };
}

function isHarmless({ free }: Automaton, cycle: Cycle): boolean {
  return cycle.some(([left, right]) => free.has(left) || free.has(right));
}

/** A cycle over an edge that exists twice; null when there is none. */
function doubledCycle(automaton: Automaton, steps: Steps): Cycle | null {
  for (const [from, targets] of automaton.follow.entries()) {
    const seen = new Set<number>();
    for (const to of targets) {
      if (seen.has(to)) {
        const way = shortestWay(automaton.follow, to, from, steps);
        const cycle = way?.map((position) => [position, position] as const);
        if (cycle !== undefined && !isHarmless(automaton, cycle)) return cycle;
      }
      seen.add(to);
    }
  }
  return null;
}

/** Positions on the shortest way, both ends included; null when there is none. */
function shortestWay(
  follow: readonly (readonly number[])[],
  from: number,
  to: number,
  steps: Steps,
): number[] | null {
  const before = new Map<number, number>([[from, -1]]);
  for (const position of before.keys()) {
    if (position === to) return backTo(before, to);
    steps.left -= 1;
    if (steps.left <= 0) return null;
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
 * A cycle on which some (r, r) reaches a pair of different positions and then (r, r) again; empty when there is none,
 * null when the steps do not suffice to tell.
 */
function twinPaths(automaton: Automaton, steps: Steps): Cycle | null {
  const budget: Steps = { left: Math.min(MOST_STEPS, steps.left) };
  const before = budget.left;
  const edgesOf = makePairEdges(automaton, budget);
  const size = automaton.sets.length;
  let cycle: Cycle | null = [];
  for (let start = 0; start < size && cycle?.length === 0; start += 1) {
    cycle = twinPathFrom(start * size + start, automaton, edgesOf);
  }
  steps.left -= before - budget.left;
  return cycle;
}

type PairEdges = (pair: number) => readonly number[] | null;

/** Steps of the product of the automaton with itself: pair = left × size + right. Null when the budget is used up. */
function makePairEdges({ sets, follow, overlap }: Automaton, budget: Steps): PairEdges {
  const size = sets.length;
  const targets = follow.map((list) => [...new Set(list)]);
  const edges = new Map<number, number[]>();
  return (pair) => {
    const known = edges.get(pair);
    budget.left -= known?.length ?? 1;
    if (budget.left < 0) return null;
    if (known !== undefined) return known;
    const found: number[] = [];
    for (const left of targets[Math.floor(pair / size)] ?? []) {
      for (const right of targets[pair % size] ?? []) {
        budget.left -= 1;
        if (overlap[left * size + right] === 1) found.push(left * size + right);
      }
    }
    edges.set(pair, found);
    return found;
  };
}

function twinPathFrom(start: number, automaton: Automaton, edgesOf: PairEdges): Cycle | null {
  const size = automaton.sets.length;
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
      const cycle = circle.map((one) => [Math.floor(one / size), one % size] as const);
      if (!isHarmless(automaton, cycle)) return cycle;
    }
    for (const source of sources.get(pair) ?? []) if (!after.has(source)) after.set(source, pair);
  }
  return [];
}

/**
 * The later of two endless repetitions of the same set side by side, or null. Only these: with something between
 * them, even something optional as in `\\d*\\.?\\d+`, the pattern is an idiom and its inputs are short.
 */
function equalNeighbour(node: RegexNode, automaton: Automaton): RegexNode | null {
  switch (node.kind) {
    case 'assertion':
    case 'set':
      return null;
    case 'repeat':
      return equalNeighbour(node.part, automaton);
    case 'choice':
    case 'sequence':
      return (
        (node.kind === 'sequence' ? besideEachOther(node.parts, automaton) : null) ??
        firstOf(node.parts, (part) => equalNeighbour(part, automaton))
      );
  }
}

function besideEachOther(parts: readonly RegexNode[], automaton: Automaton): RegexNode | null {
  const sets = parts.map(endlessSet);
  const found = sets.find((set, at) => {
    const before = sets[at - 1];
    const isTwin = set !== null && before !== null && before !== undefined && set.set === before.set;
    const positions = isTwin ? (automaton.positionsOf.get(set) ?? []) : [];
    return positions.some((position) => !automaton.free.has(position));
  });
  return found ?? null;
}

/** The set that a node repeats without end, seen through groups; null for other nodes. */
function endlessSet(node: RegexNode): (RegexNode & { readonly set: CharacterSet }) | null {
  const inner = unwrapped(node);
  if (inner.kind !== 'repeat' || inner.max !== Number.POSITIVE_INFINITY) return null;
  const part = unwrapped(inner.part);
  return part.kind === 'set' ? part : null;
}

function unwrapped(node: RegexNode): RegexNode {
  let inner = node;
  while (inner.kind === 'sequence' && inner.parts.length === 1 && inner.parts[0] !== undefined)
    inner = inner.parts[0];
  return inner;
}

function firstOf(nodes: readonly RegexNode[], find: (node: RegexNode) => RegexNode | null): RegexNode | null {
  for (const node of nodes) {
    const found = find(node);
    if (found !== null) return found;
  }
  return null;
}
