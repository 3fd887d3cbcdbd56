import type { SyntaxTree } from '../../model.ts';
import { makeWordSearch } from './word-search.ts';

/**
 * Steps one rule may take on one file. A step is about a node looked at; all of them take 40 to 120 ms. Real files of
 * 400 KB need less than a tenth; what needs more was made to (requirement R26), and the rule gives up on the file.
 */
export const STEPS_PER_RULE = 2_000_000;

/** Conditions may name each other in a circle (utils), so depth is bounded. */
export const DEEPEST_CONDITION = 60;

/** What a rule matches against: shared by all rules of a file. */
export interface Subject {
  readonly tree: SyntaxTree;
  readonly text: string;
  /** The sibling before each node, or -1. */
  previous(): Int32Array;
  /** The text holds the word. */
  has(word: string): boolean;
  /** The text holds one of the words; asked often for the same list. */
  hasAny(words: readonly string[]): boolean;
}

/** Where one rule is with its work on one file. */
export interface MatchState {
  readonly subject: Subject;
  readonly tree: SyntaxTree;
  readonly text: string;
  /** First node that each meta-variable stands for, by slot; -1 when unbound, -2 for an empty list. */
  readonly first: Int32Array;
  /** Last node, the same as the first for `$NAME`. */
  readonly last: Int32Array;
  /** Slots in the order in which they were bound, for taking bindings back. */
  readonly bound: number[];
  /** Answers of searches on this file, by search. */
  readonly remembered: Map<object, Map<string, boolean>>;
  steps: number;
  depth: number;
}

/** A condition on a node. True when it holds; then its bindings stay, else they were taken back. */
export type Matcher = (state: MatchState, node: number) => boolean;

export const UNBOUND = -1;
const EMPTY_LIST = -2;

/** Begins the work of a rule with that many meta-variables on a file. */
export function startMatching(subject: Subject, slots: number): MatchState {
  return {
    subject,
    tree: subject.tree,
    text: subject.text,
    first: new Int32Array(slots).fill(UNBOUND),
    last: new Int32Array(slots).fill(UNBOUND),
    bound: [],
    remembered: new Map(),
    steps: STEPS_PER_RULE,
    depth: 0,
  };
}

/** Makes a file's view for matching. */
export function makeSubject(tree: SyntaxTree, text: string): Subject {
  let previous: Int32Array | null = null;
  const has = makeWordSearch(text);
  const lists = new Map<readonly string[], boolean>();
  return {
    tree,
    text,
    previous: () => (previous ??= previousSiblings(tree)),
    has,
    hasAny: (words) => {
      const answer = lists.get(words) ?? words.some(has);
      lists.set(words, answer);
      return answer;
    },
  };
}

function previousSiblings(tree: SyntaxTree): Int32Array {
  const previous = new Int32Array(tree.size).fill(-1);
  for (let node = 0; node < tree.size; node++) {
    const after = tree.next[node] ?? tree.size;
    if (after < tree.size && tree.parent[after] === tree.parent[node]) previous[after] = node;
  }
  return previous;
}

/** Takes back what was bound since `mark` (an earlier `state.bound.length`). Always false, for use in a return. */
export function undo(state: MatchState, mark: number): false {
  while (state.bound.length > mark) {
    const slot = state.bound.pop() ?? 0;
    state.first[slot] = UNBOUND;
    state.last[slot] = UNBOUND;
  }
  return false;
}

/**
 * Lets a meta-variable stand for the nodes from `first` to `last` (siblings). When it stands for something already,
 * both texts must be equal.
 * @param first -1 for an empty list
 */
export function bind(state: MatchState, slot: number, first: number, last: number): boolean {
  const from = first < 0 ? EMPTY_LIST : first;
  const known = state.first[slot] ?? UNBOUND;
  if (known !== UNBOUND) return sameText(state, known, state.last[slot] ?? known, from, last);
  state.first[slot] = from;
  state.last[slot] = last;
  state.bound.push(slot);
  return true;
}

function sameText(
  state: MatchState,
  first: number,
  last: number,
  otherFirst: number,
  otherLast: number,
): boolean {
  if (first === EMPTY_LIST || otherFirst === EMPTY_LIST) return first === otherFirst;
  const { tree, text } = state;
  const start = tree.start[first] ?? 0;
  const length = (tree.end[last] ?? 0) - start;
  const otherStart = tree.start[otherFirst] ?? 0;
  if (length !== (tree.end[otherLast] ?? 0) - otherStart) return false;
  state.steps -= length >> 5;
  return text.slice(start, start + length) === text.slice(otherStart, otherStart + length);
}

/** The text that a slot stands for, or null when it is unbound. */
export function boundText(state: MatchState, slot: number): string | null {
  const first = state.first[slot] ?? UNBOUND;
  if (first === UNBOUND) return null;
  if (first === EMPTY_LIST) return '';
  return state.text.slice(state.tree.start[first] ?? 0, state.tree.end[state.last[slot] ?? first] ?? 0);
}
