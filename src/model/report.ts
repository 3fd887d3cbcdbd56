import type { PathReason, Revision } from './change.ts';
import type { Finding } from './finding.ts';
import type { Convergence, ReviewExtent, SinceLastReview } from './memory.ts';
import type { Override } from './order.ts';
import type { ConfigProblem } from './settings.ts';
import type { Severity } from './severity.ts';

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
  /** The model that is being asked; absent while none is. */
  readonly model?: string;
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
  /** Of its model's answers so far; absent before the first. */
  readonly tokens?: Tokens;
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

/** Findings whose advice contradicts each other; a person has to decide. */
export interface Conflict {
  /** Short ids of the findings. */
  readonly findings: readonly string[];
  /** What contradicts what, one sentence. */
  readonly reason: string;
}

/** Something that a person should look at. Whom it asks is a role, never an account: nobody is pinged. */
export interface Escalation {
  /** One sentence. */
  readonly reason: string;
  readonly role: string;
  /** The reviewer whose run is the reason; absent when it is no single one. */
  readonly reviewer?: string;
  /** The files it is about; absent when it is about none. */
  readonly paths?: readonly string[];
}

/** What a review took. */
export interface Usage {
  readonly tokens: Tokens;
  readonly costUsd: number;
  readonly ms: number;
}

export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly repository: string;
  readonly verdict: ReportVerdict;
  readonly gate: Gate;
  readonly overriddenBy?: string;
  /** The override that let a gate pass which had not passed; absent when there is none, or none was needed. */
  readonly override?: Override;
  readonly mode: 'deterministic' | 'models';
  readonly failOn: Severity | 'never';
  /** Ranked: the first `shownCount` of those without `suppressedBy` are shown, the rest folded. */
  readonly findings: readonly Finding[];
  readonly shownCount: number;
  /** Absent when there are none. */
  readonly conflicts?: readonly Conflict[];
  /** What became of the findings of the last review; absent on the first. */
  readonly since?: SinceLastReview;
  /** How much the models were asked about; absent when none was. */
  readonly extent?: ReviewExtent;
  /** Absent unless only new and changed lines are commented on. */
  readonly convergence?: Convergence;
  /** What a person should look at; absent when there is nothing. */
  readonly escalations?: readonly Escalation[];
  readonly agents: readonly AgentReport[];
  readonly coverage: Coverage;
  readonly usage: Usage;
  readonly head: Revision;
  readonly base: Revision;
  readonly workflow: string;
  readonly configDigest: string;
  readonly configProblems: readonly ConfigProblem[];
  /** Why the verdict is incomplete, one sentence each; empty otherwise. */
  readonly incompleteReasons: readonly string[];
  readonly notes: readonly string[];
}
