import type { CharacterSet } from './character-set.ts';
import { EMPTY } from './character-set.ts';
import type { RegexNode, RegexRepeat } from './parse-regex.ts';

/** Beyond this the answer is "unknown", not slow. */
export const MOST_POSITIONS = 140;
const MOST_EDGES = 20_000;

/** The position automaton of a pattern (Glushkov): a position is a place of the pattern that takes one character. */
export interface Automaton {
  readonly sets: readonly CharacterSet[];
  /** follow[p] lists the positions that may come right after p; twice when there are two ways to get there. */
  readonly follow: readonly (readonly number[])[];
  /** Positions after which the match may end, whatever comes then: no assertion stands in the way. */
  readonly free: ReadonlySet<number>;
  /** The positions of each set of the pattern; several where a repetition was unrolled. */
  readonly positionsOf: ReadonlyMap<RegexNode, readonly number[]>;
  /** Repetitions without end, the inner before the outer, with the first and the last of their positions. */
  readonly loops: readonly { readonly node: RegexRepeat; readonly first: number; readonly last: number }[];
  /** size × size: 1 where two positions have a character in common. */
  readonly overlap: Uint8Array;
}

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly nullable: boolean;
  /** Those of `last` behind which no assertion stands. */
  readonly free: readonly number[];
  /** It may match nothing without any assertion. */
  readonly freelyNullable: boolean;
}

const NOTHING: Part = { first: [], last: [], nullable: true, free: [], freelyNullable: true };
const ASSERTION: Part = { ...NOTHING, freelyNullable: false };

/** Builds the automaton, or null when it would be too large. */
export function makeAutomaton(node: RegexNode): Automaton | null {
  const sets: CharacterSet[] = [];
  const follow: number[][] = [];
  const positionsOf = new Map<RegexNode, number[]>();
  const loops: { node: RegexRepeat; first: number; last: number }[] = [];
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
      free: right.freelyNullable ? [...right.free, ...left.free] : right.free,
      freelyNullable: left.freelyNullable && right.freelyNullable,
    };
  };
  /** Copies one behind the other: the third is reached through the second only, or `x{0,3}` would have many ways. */
  const repeat = (one: RegexRepeat): Part => {
    const { part, min, max } = one;
    const isOpen = max === Number.POSITIVE_INFINITY;
    const copies = isOpen ? Math.max(1, min) : max;
    const start = sets.length;
    const last = new Set<number>();
    const free = new Set<number>();
    let whole = NOTHING;
    for (let copy = 1; copy <= copies && !isTooLarge; copy += 1) {
      const next = build(part);
      if (isOpen && copy === copies) link(next.last, next.first);
      whole = join(whole, next);
      if (copy < min) continue;
      for (const position of whole.last) last.add(position);
      for (const position of whole.free) free.add(position);
    }
    if (isOpen) loops.push({ node: one, first: start, last: sets.length - 1 });
    return {
      first: whole.first,
      last: [...last],
      nullable: min === 0 || whole.nullable,
      free: [...free],
      freelyNullable: min === 0 || whole.freelyNullable,
    };
  };
  const build = (one: RegexNode): Part => {
    switch (one.kind) {
      case 'assertion':
        return ASSERTION;
      case 'set': {
        if (sets.length >= MOST_POSITIONS) isTooLarge = true;
        if (isTooLarge) return NOTHING;
        const position = sets.push(one.set) - 1;
        follow.push([]);
        const known = positionsOf.get(one);
        if (known === undefined) positionsOf.set(one, [position]);
        else known.push(position);
        const only = [position];
        return { first: only, last: only, nullable: false, free: only, freelyNullable: false };
      }
      case 'sequence':
        return one.parts.reduce((whole: Part, part) => join(whole, build(part)), NOTHING);
      case 'choice': {
        const parts = one.parts.map(build);
        return {
          first: parts.flatMap((part) => part.first),
          last: parts.flatMap((part) => part.last),
          nullable: parts.some((part) => part.nullable),
          free: parts.flatMap((part) => part.free),
          freelyNullable: parts.some((part) => part.freelyNullable),
        };
      }
      case 'repeat':
        return repeat(one);
    }
  };
  const { free } = build(node);
  if (isTooLarge || follow.reduce((sum, list) => sum + list.length, 0) > MOST_EDGES) return null;
  return { sets, follow, free: new Set(free), positionsOf, loops, overlap: overlapOf(sets) };
}

/** Patterns have few different sets: those are compared, not the positions. */
function overlapOf(sets: readonly CharacterSet[]): Uint8Array {
  const size = sets.length;
  const distinct = [...new Set(sets)];
  const numberOf = new Map(distinct.map((set, index) => [set, index]));
  const common = distinct.map((left) => distinct.map((right) => ((left & right) === EMPTY ? 0 : 1)));
  const numbers = sets.map((set) => numberOf.get(set) ?? 0);
  const overlap = new Uint8Array(size * size);
  numbers.forEach((left, row) => {
    const ofLeft = common[left] ?? [];
    numbers.forEach((right, column) => {
      overlap[row * size + column] = ofLeft[right] ?? 0;
    });
  });
  return overlap;
}
