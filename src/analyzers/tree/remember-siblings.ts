import type { MatchState } from './match-state.ts';
import { keyOf } from './remember-search.ts';

/** How far the siblings were looked through, and what was found at the end of it. */
interface Seen {
  /** The node from which on. */
  from: number;
  /** The sibling that holds; -1 when there is none in this direction. */
  at: number;
}

/** Which sibling holds, looking on from a node in one direction to the last; -1 for none. */
export type SiblingScan = (state: MatchState, from: number, until: number) => number;

/**
 * Makes a search through all siblings on one side remember what it found: a thousand instructions of a stage that each
 * ask for one before them would cost the square of their number. As with `rememberSearch`, only while all meta-variables
 * of the condition stand for something.
 * @param slots of the meta-variables that the condition has
 * @param scan looks at the siblings behind (`forward`) or before a node, up to but without `until` (-1 for the last)
 */
export function rememberSiblings(
  slots: readonly number[],
  forward: boolean,
  scan: SiblingScan,
): (state: MatchState, node: number) => boolean {
  const owners = new WeakMap<MatchState, Map<string, Seen>>();
  return (state, node) => {
    const parent = state.tree.parent[node] ?? -1;
    const key = keyOf(state, slots, parent, 0);
    if (key === null) return scan(state, node, -1) >= 0;
    const answers = owners.get(state) ?? new Map<string, Seen>();
    owners.set(state, answers);
    const seen = answers.get(key);
    state.steps -= 4;
    if (seen === undefined) {
      const at = scan(state, node, -1);
      answers.set(key, { from: node, at });
      return at >= 0;
    }
    return forward ? answerForward(state, node, seen, scan) : answerBackward(state, node, seen, scan);
  };
}

function answerForward(state: MatchState, node: number, seen: Seen, scan: SiblingScan): boolean {
  if (node >= seen.from && (seen.at < 0 || node < seen.at)) return seen.at >= 0;
  seen.at = scan(state, node, -1);
  seen.from = node;
  return seen.at >= 0;
}

function answerBackward(state: MatchState, node: number, seen: Seen, scan: SiblingScan): boolean {
  if (seen.at >= 0 && node > seen.at) return true;
  if (seen.at < 0 && node <= seen.from) return false;
  // Nothing held before `from`: only what lies between is new.
  seen.at = scan(state, node, seen.at < 0 ? seen.from : -1);
  seen.from = node;
  return seen.at >= 0;
}
