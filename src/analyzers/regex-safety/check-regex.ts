import { type Ambiguity, findAmbiguity, type Steps } from './find-ambiguity.ts';
import { parseRegex } from './parse-regex.ts';

/** A pattern that can take very long on a text made for it. */
export interface UnsafeRegex extends Omit<Ambiguity, 'growth'> {
  readonly growth: 'exponential' | 'polynomial';
}

const LONGEST_PATTERN = 500;

/**
 * Judges a pattern by its automaton: a part that matches the same text in two ways, where something that comes after it
 * can make the match fail.
 *
 * @param steps taken from, when several patterns share a bound
 * @returns null when the pattern is fine, too long, not understood, or the answer is not known
 */
export function checkRegex(pattern: string, flags = '', steps?: Steps): UnsafeRegex | null {
  if (pattern.length > LONGEST_PATTERN || !mayBacktrack(pattern)) return null;
  const node = parseRegex(pattern, flags.includes('s'));
  if (node === null) return null;
  const { growth, pump, part } = findAmbiguity(node, steps);
  return growth === 'exponential' || growth === 'polynomial' ? { growth, pump, part } : null;
}

/** Cheap test: there must be a repetition without end, and something else that leaves a choice. */
function mayBacktrack(pattern: string): boolean {
  const choices = pattern.match(/[*+|]|\{[0-9]{1,4},|[^(]\?/g)?.length ?? 0;
  return choices >= 2 && /[*+]|\{[0-9]{1,4},\}/.test(pattern);
}
