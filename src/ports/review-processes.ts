import type { AgentStatus, ModelTier, Report, Usage } from '../model.ts';
import type { RateLimit, StatusState } from './forge.ts';

/**
 * One order for a review process: everything it needs, plain data. It travels between the processes only, never by
 * environment or arguments: its tokens and keys are used for this order and forgotten.
 */
export interface ProcessOrder {
  /** What the event asked for: a `ReviewRequest`, `CommandRequest`, `MergeGroupRequest` or `ExplainRequest` as JSON. */
  readonly request: Readonly<Record<string, unknown>>;
  /** As GitHub names them now. */
  readonly owner: string;
  readonly repo: string;
  /** For this one repository. */
  readonly token: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly graphqlUrl: string;
  readonly statusContext: string;
  readonly writeSpacingMs: number;
  /** Where statuses point to until there is a comment: of no other try. */
  readonly targetUrl: string | null;
  /** Null without a key, and when none may be used. */
  readonly models: ProcessModels | null;
  /** Whether the service has a model key. */
  readonly hasKey: boolean;
  /** Signs what our comment remembers. */
  readonly stateSecret: string | null;
  readonly deadlineSeconds: number;
  /** Settings of the organisation; null when it has none. */
  readonly organisation: { readonly name: string; readonly text: string } | null;
}

/** What a review would spend on models, by the settings of its base commit. */
export interface SpendingWish {
  readonly runDollars: number;
  /** Most dollars of all reviews of the repository in a month; null for no limit. */
  readonly monthDollars: number | null;
}

/** What it may spend. */
export type Allowance =
  | { readonly kind: 'allowed'; readonly dollars: number }
  /** No model may be asked; `reason` for people. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Which models are asked, and how. */
export interface ProcessModels {
  readonly apiKey: string;
  /** Empty for the vendor's own. */
  readonly baseUrl: string;
  readonly profile: 'anthropic' | 'compat';
  /** Ids; empty ones stand for the built-in choice. */
  readonly models: Partial<Readonly<Record<ModelTier, string>>>;
  readonly prices: string;
}

/** What a review process says while it works. */
export type ProcessEvent =
  /** The commit is claimed by a pending status, or the token may not write. */
  | {
      readonly kind: 'claimed';
      readonly canWrite: boolean;
      readonly headSha: string;
      readonly baseSha: string;
      readonly title: string;
      readonly author: string;
      /** Both null when nothing may be written. */
      readonly statusId: number | null;
      readonly authorId: number | null;
    }
  | { readonly kind: 'agent'; readonly status: AgentStatus }
  /** After every answer of the code host that names a limit. */
  | ({ readonly kind: 'rate-limit' } & RateLimit)
  | {
      readonly kind: 'log';
      readonly level: 'debug' | 'info' | 'warn';
      readonly message: string;
      readonly fields: Readonly<Record<string, unknown>>;
    };

/** What stands on the pull request after a review. */
export interface ProcessPublished {
  readonly outcome: 'published' | 'superseded' | 'read-only' | 'partly';
  readonly commentUrl: string | null;
  readonly statusWritten: boolean;
  /** The final status; null when none belongs there. */
  readonly status: { readonly state: StatusState; readonly description: string } | null;
  readonly problems: readonly string[];
}

/** How an order ended. */
export type ProcessEnd =
  | { readonly kind: 'reviewed'; readonly report: Report; readonly published: ProcessPublished }
  /** Something that asks for no review was done: a command, a merge group. `text`: an explanation that was asked for. */
  | { readonly kind: 'answered'; readonly text: string | null }
  /** No review is published there now: a closed pull request, a draft, another tool's. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Somebody said so, or a newer run took over; the status says it. */
  | { readonly kind: 'halted'; readonly why: string; readonly usage: Usage | null }
  /** `reason` without secrets. */
  | { readonly kind: 'failed'; readonly reason: string; readonly isRetryable: boolean };

/** Processes that carry reviews out, apart from the one that answers webhooks. */
export interface ReviewProcesses {
  /**
   * Carries out an order; waits for a process to be free. Never rejects: a process that dies or takes too long is
   * `failed`.
   * @param onEvent called in order, never after the end
   * @param signal aborting it ends the process at once, in the middle of whatever it does
   * @param allow says what the review may spend; asked once, and only where a model could be asked
   */
  run(
    order: ProcessOrder,
    onEvent: (event: ProcessEvent) => void,
    signal: AbortSignal,
    allow: (wish: SpendingWish) => Promise<Allowance>,
  ): Promise<ProcessEnd>;
  /** Ends all processes at once. */
  close(): Promise<void>;
}
