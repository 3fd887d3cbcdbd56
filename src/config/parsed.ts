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
