import type { ConfigProblem } from '../model.ts';

/** What a parser of user text answers: what could be used, and everything that could not. It never throws instead. */
export interface Parsed<Value> {
  readonly value: Value;
  readonly problems: readonly ConfigProblem[];
}

/** Problems in the order in which the file is read; what concerns the whole file stands first. */
export function inOrder(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  return problems.toSorted(
    (left, right) => (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0),
  );
}

/** More problems than this in one file are counted, not listed: nobody reads them, and each costs a message. */
export const MOST_PROBLEMS = 50;

/** The problems in order, and in place of what is beyond the first fifty one that counts it. */
export function capped(problems: readonly ConfigProblem[], uncounted = 0): readonly ConfigProblem[] {
  const ordered = inOrder(problems);
  const more = uncounted + Math.max(0, ordered.length - MOST_PROBLEMS);
  const kept = ordered.slice(0, MOST_PROBLEMS);
  const last = kept.at(-1);
  return more === 0 || last === undefined
    ? kept
    : [...kept, { ...last, key: '', message: `and ${more} more problems in this file` }];
}
