import { findAmbiguity } from './find-ambiguity.ts';
import { parseRegex } from './parse-regex.ts';

/** A pattern that can take very long on a text made for it. */
export interface UnsafeRegex {
  readonly growth: 'exponential' | 'polynomial';
  /** The repeated part that matches in two ways, as far as the library tells; empty when it does not. */
  readonly part: string;
  /** A text that the part matches in two ways, to be repeated; empty when none was found. */
  readonly pump: string;
}

const LONGEST_PATTERN = 500;
/** The library does not read names; nothing refers to them, or the parser had given up. */
const NAMED_GROUP = /\(\?P?<[A-Za-z_$][\w$]{0,60}>/g;
/** Milliseconds and steps for the library: it is asked only about patterns that are ambiguous by their automaton. */
const LIMITS = { timeout: 120, maxSteps: 20_000, maxScore: 60 } as const;

/**
 * Judges a pattern. Two engines must agree: the automaton says that a repeated part is ambiguous, and redos-detector
 * does not find the whole pattern safe (it knows, for instance, that `(a+)+` without an end to miss never backtracks).
 * redos-detector alone also calls every unanchored `\s*,` unsafe, which is true and of no use to anyone.
 *
 * @returns null when the pattern is fine, too long, not understood, or the answer is not known
 */
export async function checkRegex(pattern: string, flags = ''): Promise<UnsafeRegex | null> {
  if (pattern.length > LONGEST_PATTERN || !mayBacktrack(pattern)) return null;
  const node = parseRegex(pattern, flags.includes('s'));
  if (node === null) return null;
  const { growth, pump } = findAmbiguity(node);
  if (growth !== 'exponential' && growth !== 'polynomial') return null;
  const { isSafePattern } = await import('redos-detector');
  // Outside the try below: a library that did not load is a failure of this check, not a pattern it does not know.
  if (typeof isSafePattern !== 'function') throw new Error('redos-detector has no isSafePattern');
  try {
    const result = isSafePattern(pattern.replace(NAMED_GROUP, '('), {
      ...LIMITS,
      caseInsensitive: flags.includes('i'),
      multiLine: flags.includes('m'),
      dotAll: flags.includes('s'),
      unicode: flags.includes('u'),
    });
    if (result.safe) return null;
    const entry = result.trails[0]?.trail[0]?.a;
    return { growth, pump, part: entry?.quantifierIterations[0]?.node.source ?? '' };
  } catch {
    return null; // syntax that the library does not know: unknown, and unknown is no finding
  }
}

/** Cheap test: there must be a repetition without end, and something else that leaves a choice. */
function mayBacktrack(pattern: string): boolean {
  const choices = pattern.match(/[*+|]|\{[0-9]{1,4},|[^(]\?/g)?.length ?? 0;
  return choices >= 2 && /[*+]|\{[0-9]{1,4},\}/.test(pattern);
}
