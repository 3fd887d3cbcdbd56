import type { FindingVerdict, RaisedFinding, Side } from './finding.ts';
import type { Severity } from './severity.ts';

/**
 * What is kept of a finding between the reviews of one pull request. Texts of the change are not among it, but its
 * title, which was shown. Line numbers are for people: they play no part in finding it again.
 */
export interface RememberedFinding {
  readonly fingerprint: string;
  /** Equal for the same code in another place of the pull request. */
  readonly codeKey: string;
  /** Equal for the same kind of finding in the same function, whatever its line says now. */
  readonly placeKey: string;
  readonly state: 'open' | 'fixed' | 'dismissed';
  /** Head at which it was first missing; only with the state `fixed`. */
  readonly fixedBy?: string;
  readonly reviewer: string;
  readonly ruleId: string;
  readonly origin: RaisedFinding['origin'];
  readonly severity: Severity;
  readonly title: string;
  readonly path?: string;
  readonly line?: number;
  readonly side?: Side;
}

/** A model's finding with all of its text, so that it can be shown again without asking. */
export interface CarriedFinding extends RaisedFinding {
  readonly verdict: FindingVerdict;
  readonly symbol: string;
  /** Other reviewers that found the same. */
  readonly agreedBy: readonly string[];
}

/** What one review leaves for the next of the same pull request. */
export interface ReviewMemory {
  readonly head: string;
  /** The merge base. */
  readonly base: string;
  /** Name of the base branch. */
  readonly baseLabel: string;
  readonly configDigest: string;
  /** Digest of the models asked and how; null when none was. */
  readonly modelsDigest: string | null;
  /** Automatic reviews of different heads until now. */
  readonly rounds: number;
  /** Reviewers whose model finished all its files. */
  readonly finished: readonly string[];
  /** A key for each file that all its reviewers looked at, of path, content and patch. */
  readonly files: ReadonlySet<string>;
  /** The same for files that only a few looked at, for a small push. */
  readonly glanced: ReadonlySet<string>;
  /** The last head at which no file was left to a few. */
  readonly seenHead: string;
  /** A key for each file with exported functions, of path and signatures. */
  readonly signatures: ReadonlySet<string>;
  /** A key for each changed line that all reviewers of its file looked at; empty when there are too many. */
  readonly lines: ReadonlySet<string>;
  readonly findings: readonly RememberedFinding[];
  readonly carried: readonly CarriedFinding[];
}

/** The memory of the last review, and whether it is proven to be ours. */
export interface EarlierReview {
  readonly memory: ReviewMemory;
  /** Its signature was verified. Without it nothing is skipped (R21): the memory is a hint for words alone. */
  readonly isTrusted: boolean;
  /** Reasons from outside the change to look at everything again: reopened, asked for, rewritten history. */
  readonly widenBecause: readonly string[];
  /** Reviewers that were asked for by name: they look at all of their files. */
  readonly reviewersAgain: readonly string[];
  /** When nothing changed since, everything is looked at again: somebody asked. */
  readonly fullWhenUnchanged: boolean;
  /** Lines of all files that came or went since `seenHead`; null when nobody knows. */
  readonly linesSince: number | null;
  /** This run counts as a further automatic round. */
  readonly isAutomatic: boolean;
}

/** A finding of an earlier review that is gone. */
export interface FixedFinding {
  readonly id: string;
  readonly fingerprint: string;
  /** Who had raised it. */
  readonly reviewer: string;
  readonly severity: Severity;
  readonly title: string;
  readonly path?: string;
  /** Head at which it was first missing. */
  readonly fixedBy: string;
  /** Fixed by this very head, not by an earlier one. */
  readonly isNew: boolean;
}

/** What changed since the last review. */
export interface SinceLastReview {
  readonly head: string;
  readonly fixed: readonly FixedFinding[];
  /** Earlier findings that this review could not look for: their reviewer or file did not finish. */
  readonly notChecked: number;
  /** Ids of findings that are dismissed now and were not then. */
  readonly dismissed: readonly string[];
  /** Dismissals that ended because the code changed: id of the finding that stands there now. */
  readonly endedDismissals: readonly string[];
}

/** How much of the change the models were asked about. */
export interface ReviewExtent {
  readonly kind: 'full' | 'changed';
  /** Why everything; empty when only what changed. */
  readonly reasons: readonly string[];
  /** Files whose model results were carried over from the last review. */
  readonly carriedFiles: number;
  /** Files that models were asked about in this run. */
  readonly askedFiles: number;
  /** Only with a small push: who was asked about it. */
  readonly glance?: Glance;
}

/** So little changed since all reviewers looked that a few are asked; the others look when more has come together. */
export interface Glance {
  /** Changed lines since all reviewers looked. */
  readonly lines: number;
  readonly reviewers: readonly string[];
}

/** A pull request that was reviewed so often that only new and changed lines are commented on. */
export interface Convergence {
  /** The automatic review that this is, counted from 1. */
  readonly round: number;
  /** Setting `convergence.rounds`. */
  readonly after: number;
  /** Findings that are not shown for it; each is annotated. */
  readonly suppressed: number;
}
