import type { Severity } from '../../model.ts';

/** A secret's place in a text, with what it looks like. Offsets are UTF-16 units, end exclusive. */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
  /** 1-based line of `start`. */
  readonly line: number;
  /** What it is, for people: `AWS access key`. */
  readonly kind: string;
  readonly ruleId: string;
  readonly severity: Severity;
  /** 0–100. */
  readonly confidence: number;
}

/** A span before its line is known. */
export type SecretCandidate = Omit<SecretSpan, 'line'>;
