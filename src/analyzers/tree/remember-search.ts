import { boundText, type MatchState } from './match-state.ts';

/** Searches through fewer nodes are done again rather than remembered. */
const SMALLEST_REMEMBERED = 256;
/** Longer texts are no names, and make long keys. */
const LONGEST_TEXT = 200;

/**
 * Makes a search through the nodes below one node remember its answers within a file. The answer depends on the node
 * and on the texts of the meta-variables it compares with, so it is kept only while all of them stand for something:
 * "is there a declaration of this name in the file" is asked once for each name, not for each use of it.
 * @param slots of the meta-variables that the search's condition has
 */
export function rememberSearch(
  slots: readonly number[],
  search: (state: MatchState, from: number, end: number) => boolean,
): (state: MatchState, from: number, end: number) => boolean {
  const owner = {};
  return (state, from, end) => {
    const key = end - from < SMALLEST_REMEMBERED ? null : keyOf(state, slots, from, end);
    if (key === null) return search(state, from, end);
    const answers = state.remembered.get(owner) ?? new Map<string, boolean>();
    state.remembered.set(owner, answers);
    const known = answers.get(key);
    state.steps -= 4;
    if (known !== undefined) return known;
    const answer = search(state, from, end);
    answers.set(key, answer);
    return answer;
  };
}

/** Stands for a place and the texts of the meta-variables; null while one of them stands for nothing, or for much. */
export function keyOf(state: MatchState, slots: readonly number[], from: number, end: number): string | null {
  let key = `${from} ${end}`;
  for (const slot of slots) {
    const text = boundText(state, slot);
    if (text === null || text.length > LONGEST_TEXT) return null;
    key += `\0${text}`;
  }
  return key;
}
