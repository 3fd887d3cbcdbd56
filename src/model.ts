/**
 * The values that travel through a review, in the order in which they appear: change → settings → plan → finding →
 * report. Plain data, no behaviour beyond ranking; every stage takes one of these and returns another.
 */

/** Severities, worst first. The only ranking of severities in the code. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Position of a severity in the ranking: 0 is worst. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** True when `severity` is as bad as `limit` or worse. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severityRank(severity) <= severityRank(limit);
}

/** What a finding is about. A closed list: reports, rules and models use these words and no others. */
export const CATEGORIES = [
  // security
  'injection',
  'code-execution',
  'xss',
  'path-traversal',
  'ssrf',
  'open-redirect',
  'deserialization',
  'xxe',
  'authentication',
  'authorization',
  'cryptography',
  'secrets',
  'transport',
  'misconfiguration',
  'prototype-pollution',
  'mass-assignment',
  'information-exposure',
  'regex-dos',
  'supply-chain',
  'hidden-text',
  'prompt-injection',
  // correctness
  'logic',
  'async',
  'error-handling',
  'null-dereference',
  'type-confusion',
  'api-misuse',
  'race-condition',
  'resource-leak',
  'merge-conflict',
  // performance
  'query-in-loop',
  'sequential-await',
  'blocking-io',
  'algorithmic-complexity',
  'memory-growth',
  'rendering',
  'loading',
  // style
  'complexity',
  'duplication',
  'dead-code',
  'naming',
  'leftover',
  'maintainability',
  // test-coverage
  'untested-change',
  'weak-test',
  'focused-test',
  'skipped-test',
  'flaky-test',
  // documentation
  'missing-docs',
  'docs-drift',
  'broken-link',
  // about the review itself
  'configuration',
] as const;
export type Category = (typeof CATEGORIES)[number];

// ---------------------------------------------------------------------------------------------- the change

/** What happened to a file, as git names it (A, D, M, R, C, T). */
export type ChangeStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'type-changed';

export type LineKind = 'context' | 'add' | 'delete';

/** One line of a hunk. `oldLine` and `newLine` are 1-based; 0 on the side where the line does not exist. */
export interface DiffLine {
  readonly kind: LineKind;
  readonly oldLine: number;
  readonly newLine: number;
  /** Text without mark and without the line feed; a carriage return is content and stays. */
  readonly text: string;
}

/** One `@@` section. `oldStart`/`newStart` are 1-based as in the header (0 for an empty side). */
export interface Hunk {
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
  /** Text after the second `@@`. */
  readonly section: string;
  readonly lines: readonly DiffLine[];
  /** The side's last line of this hunk has no line feed at its end. */
  readonly oldNoNewline: boolean;
  readonly newNoNewline: boolean;
}

/** What one changed file went through. `path` is the path at head, or at base when the file was removed. */
export interface FileChange {
  readonly path: string;
  /** Path at base; equal to `path` unless renamed or copied; null when the file is new. */
  readonly oldPath: string | null;
  readonly status: ChangeStatus;
  /** Percent, for renames and copies; null otherwise. */
  readonly similarity: number | null;
  /** Git modes such as 100644, 100755, 120000 (symlink), 160000 (submodule); null where the side is absent or unknown. */
  readonly oldMode: string | null;
  readonly newMode: string | null;
  readonly binary: boolean;
  readonly hunks: readonly Hunk[];
  readonly added: number;
  readonly deleted: number;
  /** Why the hunks are missing or cannot be trusted (no patch given, lying header, combined diff); null when fine. */
  readonly problem: string | null;
}

/** A file that should have been looked at and could not be, with the reason in words for a person. */
export interface PathReason {
  readonly path: string;
  readonly reason: string;
}

/** What stands at a path on one side of the change. */
export type Blob =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The bytes are not valid UTF-8; `text` holds U+FFFD in their place. */
      readonly undecodable: boolean;
    }
  | { readonly kind: 'binary' }
  | { readonly kind: 'symlink'; readonly target: string }
  | { readonly kind: 'submodule'; readonly commit: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A changed file with its contents on both sides. */
export interface ChangedFile {
  readonly path: string;
  readonly change: FileChange;
  readonly head: Blob;
  readonly base: Blob;
  /** `head` was rebuilt from the hunks alone: lines outside them are empty. */
  readonly partial: boolean;
  /** Language id such as `typescript`, `tsx`, `python`, `markdown`; null when unknown. */
  readonly language: string | null;
}

/** The commits that are compared, and what a person calls them. */
export interface Revision {
  /** 40-hex SHA; null for the index, the working tree or a bare patch. */
  readonly sha: string | null;
  /** For people: a branch name, `working tree`, `index`, a patch file's name. */
  readonly label: string;
}

/** Title and description of the change; hostile text, shown to some reviewers only. */
export interface ChangeSubject {
  readonly title: string;
  readonly description: string;
}

/** Everything a review needs to know of the pull request, pinned to one head. */
export interface PullRequestContext {
  /** owner/name on a forge, or a folder name. */
  readonly repository: string;
  readonly head: Revision;
  readonly base: Revision;
  readonly subject: ChangeSubject | null;
  readonly files: readonly ChangedFile[];
  /** Files that could not even be listed or read. */
  readonly unreadable: readonly PathReason[];
  /** All paths at head; null when they could not be listed (said in the report where it matters). */
  readonly headPaths: readonly string[] | null;
  /** Unchanged files that analyzers compare with: READMEs, docs, tests near the change, manifests. path → text at head. */
  readonly related: ReadonlyMap<string, string>;
  readonly settings: Settings;
  /** What is wrong with the base configuration; not empty makes the review incomplete. */
  readonly configProblems: readonly ConfigProblem[];
  readonly notes: readonly string[];
}

// ---------------------------------------------------------------------------------------------- syntax

/**
 * A syntax tree as flat arrays in pre-order, ready to be moved between threads and walked without crossing into WASM.
 * Node 0 is the root. Offsets are UTF-16 units into the text that was parsed.
 */
export interface SyntaxTree {
  readonly language: string;
  /** Kind names; `kind[i]` indexes it. */
  readonly kindNames: readonly string[];
  /** Field names; `field[i]` indexes it, 0 is the empty name. */
  readonly fieldNames: readonly string[];
  readonly size: number;
  readonly kind: Uint16Array;
  readonly field: Uint16Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Index of the parent; -1 for the root. */
  readonly parent: Int32Array;
  /** Index of the first node after this node's subtree (so children of i start at i + 1 and hop by `next`). */
  readonly next: Uint32Array;
  /** Bits: 1 named, 2 error, 4 missing, 8 extra (comments). */
  readonly flags: Uint8Array;
  /** Number of error and missing nodes. */
  readonly errors: number;
}

// ---------------------------------------------------------------------------------------------- settings

export interface ConfigProblem {
  /** File as the user knows it, repository-relative. */
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  /** Dotted key, or the empty string for the whole file. */
  readonly key: string;
  /** What is wrong, with the user's value, and what is allowed. */
  readonly message: string;
}

export type ModelTier = 'fast' | 'balanced' | 'strong';
export type Scope = 'diff' | 'intent' | 'tests' | 'docs';

/** A reviewer's definition, from `reviewers/<name>/reviewer.md` or `.github/reviewers/<name>.md`. */
export interface ReviewerDefinition {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly expertise: readonly string[];
  readonly model: ModelTier;
  /** Globs of files it reviews; empty means all. `!` excludes. */
  readonly paths: readonly string[];
  readonly categories: readonly Category[];
  /** Names of the analyzers whose rules and checks it runs: its own name runs the rules filed under it. */
  readonly analyzers: readonly string[];
  /** 0–100; model findings below it are not shown. */
  readonly minConfidence: number;
  readonly sees: readonly Scope[];
  readonly required: boolean;
  /** The Markdown body: what the model is told. */
  readonly instructions: string;
  readonly source: string;
  readonly builtIn: boolean;
}

export interface WorkflowPhase {
  readonly name: string;
  readonly reviewers: readonly string[];
  /** Phases that must end before this one starts. */
  readonly needs: readonly string[];
}

export interface WorkflowDefinition {
  readonly name: string;
  readonly description: string;
  readonly phases: readonly WorkflowPhase[];
  readonly source: string;
}

export interface Budgets {
  /** Seconds for one reviewer, and for the whole run. */
  readonly agentSeconds: number;
  readonly runSeconds: number;
  readonly runTokens: number;
  readonly runDollars: number;
}

/** The effective settings of a run: built-in values with base configuration and flags laid over. */
export interface Settings {
  readonly model: 'auto' | 'required' | 'off';
  /** Names of the reviewers that run; null means all of the workflow. */
  readonly reviewers: readonly string[] | null;
  /** Rule id → off or another severity. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Globs; files that match none of the includes or any exclude (`!…`) are excluded by policy. */
  readonly paths: readonly string[];
  readonly instructions: string;
  /** Findings with lower confidence are folded, not shown. */
  readonly thresholds: { readonly shown: number; readonly minConfidence: number };
  readonly failOn: Severity | 'never';
  readonly onIncomplete: 'error' | 'success';
  readonly drafts: boolean;
  readonly skip: {
    readonly labels: readonly string[];
    readonly authors: readonly string[];
    readonly titles: readonly string[];
    readonly paths: readonly string[];
  };
  readonly budgets: Budgets;
  readonly language: string;
  readonly workflow: string;
  readonly commands: { readonly enabled: boolean; readonly cooldownSeconds: number; readonly perDay: number };
  readonly escalation: { readonly paths: readonly string[]; readonly pendingMinutes: number };
  readonly neverSend: readonly string[];
}

// ---------------------------------------------------------------------------------------------- findings

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

// ---------------------------------------------------------------------------------------------- agents

/** What a finished agent run came to. All but `done` and `not-needed` are incomplete. */
export const AGENT_OUTCOMES = [
  'done',
  'degraded',
  'failed',
  'timed-out',
  'truncated',
  'refused',
  'unparsable',
  'cancelled',
  'over-budget',
  'not-needed',
] as const;
export type AgentOutcome = (typeof AGENT_OUTCOMES)[number];

/** Live state of an agent, for progress displays. */
export interface AgentStatus {
  readonly agent: string;
  readonly state: 'waiting' | 'running' | AgentOutcome;
  readonly task: string;
  /** 0–100. */
  readonly progress: number;
  /** Milliseconds left, when known. */
  readonly eta?: number;
  readonly blockers: readonly string[];
  readonly support?: {
    readonly from: string;
    readonly reason: string;
    readonly urgency: 'low' | 'normal' | 'high';
  };
  readonly findings: number;
}

export interface Tokens {
  readonly input: number;
  readonly cacheWritten: number;
  readonly cacheRead: number;
  readonly output: number;
}

/** One agent's line of the report. */
export interface AgentReport {
  readonly name: string;
  readonly engine: 'analyzers' | 'model' | 'analyzers+model';
  readonly status: AgentOutcome;
  readonly required: boolean;
  /** In words for a person, when the status is not `done`. */
  readonly reason?: string;
  readonly model: string | null;
  readonly ms: number;
  readonly tokens: Tokens;
  readonly costUsd: number;
  readonly findings: {
    readonly raised: number;
    readonly rejected: number;
    readonly refuted: number;
    readonly shown: number;
  };
}

// ---------------------------------------------------------------------------------------------- report

export type ReportVerdict = 'clean' | 'findings' | 'incomplete' | 'skipped';
export type Gate = 'pass' | 'fail' | 'incomplete';

export interface Coverage {
  /** `by`: `tree` (rules over the syntax tree), `text`, `model`. */
  readonly reviewed: readonly { readonly path: string; readonly by: readonly string[] }[];
  /** By policy; counted, never incomplete. */
  readonly excluded: readonly PathReason[];
  /** Should have been reviewed and could not be; makes the verdict incomplete. */
  readonly notReviewed: readonly PathReason[];
}

export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly repository: string;
  readonly verdict: ReportVerdict;
  readonly gate: Gate;
  readonly overriddenBy?: string;
  readonly mode: 'deterministic' | 'models';
  readonly failOn: Severity | 'never';
  /** Ranked: the first `shownCount` of those without `suppressedBy` are shown, the rest folded. */
  readonly findings: readonly Finding[];
  readonly shownCount: number;
  readonly agents: readonly AgentReport[];
  readonly coverage: Coverage;
  readonly usage: { readonly tokens: Tokens; readonly costUsd: number; readonly ms: number };
  readonly head: Revision;
  readonly base: Revision;
  readonly workflow: string;
  readonly configDigest: string;
  readonly configProblems: readonly ConfigProblem[];
  /** Why the verdict is incomplete, one sentence each; empty otherwise. */
  readonly incompleteReasons: readonly string[];
  readonly notes: readonly string[];
}
