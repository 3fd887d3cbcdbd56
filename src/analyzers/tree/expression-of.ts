import { compileRegex, type TextTest } from './compile-regex.ts';
import { literalsOfRegex } from './literals-of-regex.ts';
import type { PatternTable } from './pattern.ts';

/** An expression on the text of a node. */
export interface Expression {
  readonly test: TextTest;
  /** Texts of which one occurs wherever it matches; null when none can be named. */
  readonly literals: readonly string[] | null;
}

/** Rules share their expressions, and each dialect of a language compiles its rules anew. */
const KNOWN = new WeakMap<PatternTable, Map<string, Expression>>();

/**
 * The expression of a rule, compiled once for all rules that are compiled with the same table.
 * @param builtIn as for `compileRegex`
 * @throws what `compileRegex` throws
 */
export function expressionOf(table: PatternTable, regex: string, builtIn: boolean): Expression {
  const known = KNOWN.get(table) ?? new Map<string, Expression>();
  KNOWN.set(table, known);
  const key = `${builtIn} ${regex}`;
  const earlier = known.get(key);
  if (earlier !== undefined) return earlier;
  const made = { test: compileRegex(regex, builtIn), literals: literalsOfRegex(regex) };
  known.set(key, made);
  return made;
}
