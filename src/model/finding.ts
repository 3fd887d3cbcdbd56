import type { Category } from './category.ts';
import type { Severity } from './severity.ts';

export type Anchor = 'line' | 'file' | 'subject';
export type Side = 'new' | 'old';
export type Origin = 'analyzer' | 'model' | 'sarif';
export type FindingVerdict = 'confirmed' | 'refuted' | 'uncertain' | 'unverified';
export type FindingState = 'new' | 'open' | 'moved' | 'fixed' | 'dismissed' | 'reopened';

/** One step of the proof of a finding. */
export interface ProofStep {
  readonly path?: string;
  readonly line?: number;
  readonly text: string;
}

/**
 * What an engine says before the mechanical gate has looked at it. `line` findings carry path, startLine, side and
 * quote; `file` findings a path; `subject` findings `source` and quote.
 */
export interface RaisedFinding {
  readonly reviewer: string;
  readonly ruleId: string;
  readonly category: Category;
  readonly cwe?: string;
  readonly severity: Severity;
  /** 0–100. */
  readonly confidence: number;
  readonly anchor: Anchor;
  readonly path?: string;
  /** 1-based, inclusive, on `side`. */
  readonly startLine?: number;
  readonly endLine?: number;
  readonly side?: Side;
  /** The exact text of `startLine` (for `subject`: of the text in `source`). */
  readonly quote?: string;
  /** Where a `subject` quote stands: title, description, path, commit message. */
  readonly source?: string;
  /** At most 80 characters. */
  readonly title: string;
  readonly explanation: string;
  /** What goes wrong, with which input. */
  readonly failureScenario: string;
  readonly fix: string;
  /** Replacement text for startLine…endLine on the new side. */
  readonly suggestion?: string;
  readonly proof: readonly ProofStep[];
  readonly origin: Origin;
}

/** A raised finding that may not be believed: why, and the finding itself, for logs, metrics and tests. */
export interface RejectedFinding {
  readonly raised: RaisedFinding;
  readonly reason: string;
}

/** Lines around a finding, secrets masked. */
export interface Excerpt {
  /** 1-based number of the first line. */
  readonly startLine: number;
  readonly lines: readonly string[];
}

/** A finding that passed the mechanical gate. */
export interface Finding extends RaisedFinding {
  /** `f1:` + hash; identity of the finding across pushes. */
  readonly fingerprint: string;
  /** The short id people type: the first 8 hex of the fingerprint, longer when needed to be unique. */
  readonly id: string;
  readonly verdict: FindingVerdict;
  /** Other reviewers that found the same. */
  readonly agreedBy: readonly string[];
  readonly state: FindingState;
  /** Why it is not shown: `threshold`, `rule off`, a dismissal's id. Absent when shown. */
  readonly suppressedBy?: string;
  /** The enclosing function or class, or the empty string. */
  readonly symbol: string;
  readonly excerpt?: Excerpt;
}
