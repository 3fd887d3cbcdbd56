import type { AgentOutcome, Gate, ReportVerdict, Tokens } from '../model.ts';
import type { RateLimit } from './forge.ts';
import type { QueueDepth } from './job-queue.ts';
import type { ReviewTrigger } from './review-store.ts';

/** How the answer to a webhook came out: `rejected` was not from GitHub, or not readable. */
export const WEBHOOK_OUTCOMES = ['accepted', 'duplicate', 'ignored', 'rejected', 'failed'] as const;
export type WebhookOutcome = (typeof WEBHOOK_OUTCOMES)[number];

/**
 * What became of a finding. Counted once per change: `shown` when it is new or back, `confirmed` when the verifier
 * stood by it then, `addressed` when it is gone from the code, `dismissed` when somebody said that it does not matter.
 * Counted once per review, because nobody sees them: `refuted` by the verifier, `rejected` by the mechanical gate.
 */
export const FINDING_OUTCOMES = [
  'shown',
  'confirmed',
  'addressed',
  'dismissed',
  'refuted',
  'rejected',
] as const;
export type FindingOutcome = (typeof FINDING_OUTCOMES)[number];

/** Ends without a published report: a newer push took its place or a person stopped it; it failed at every try. */
export const ENDS_WITHOUT_REPORT = ['superseded', 'failed'] as const;

/**
 * Something that operators count. Plain data, so that a process that runs reviews can hand it to the one that is
 * scraped. No repository, login or title has a field here: what is not in an event cannot become a label.
 */
export type MetricEvent =
  /** `model` is null while only analyzers run. */
  | {
      readonly kind: 'agent-started' | 'agent-stopped';
      readonly agent: string;
      readonly model: string | null;
    }
  | {
      readonly kind: 'agent-ended';
      readonly agent: string;
      readonly model: string | null;
      readonly status: AgentOutcome;
      readonly seconds: number;
      readonly tokens: Tokens;
      readonly costUsd: number;
    }
  | {
      readonly kind: 'findings';
      readonly agent: string;
      readonly outcome: FindingOutcome;
      readonly count: number;
    }
  /** A person was asked to look; `agent` is null when it was about no single reviewer. */
  | { readonly kind: 'escalation'; readonly agent: string | null }
  /** `reviewer` is null when no reviewer was at fault: unreadable files, a broken configuration. */
  | { readonly kind: 'review-incomplete'; readonly reviewer: string | null }
  | {
      readonly kind: 'review-ended';
      readonly gate: Gate | (typeof ENDS_WITHOUT_REPORT)[number];
      /** Null when there is no report. */
      readonly verdict: ReportVerdict | null;
      readonly trigger: ReviewTrigger;
      readonly seconds: number;
    }
  /** A sample of the queue of all processes. */
  | ({ readonly kind: 'queue' } & QueueDepth)
  | {
      readonly kind: 'webhook';
      /** The name of the event as GitHub sent it. */
      readonly event: string;
      readonly outcome: WebhookOutcome;
      readonly seconds: number;
    }
  | ({
      readonly kind: 'rate-limit';
      /** Whose limit it is (an installation); tells limits apart and never becomes a label. */
      readonly owner: string;
    } & RateLimit);

/** Counts what happens, for operators. Never throws and never waits: a review does not fail for its metrics. */
export interface Metrics {
  record(event: MetricEvent): void;
}
