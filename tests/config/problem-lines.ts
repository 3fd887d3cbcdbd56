import type { ConfigProblem } from '../../src/model.ts';

/** Problems as one line each: `line:column key | message`. */
export function problemLines(problems: readonly ConfigProblem[]): readonly string[] {
  return problems.map(
    ({ line, column, key, message }) => `${line ?? '-'}:${column ?? '-'} ${key} | ${message}`,
  );
}
