import type { InstallationRecord, RepositoryRecord } from '../ports.ts';
import type { CommandRequest, Ignored, MergeGroupRequest, ReviewRequest } from './read-event.ts';

/** Somebody pressed "Explain" on a check run. */
export interface ExplainRequest {
  readonly kind: 'explain';
  readonly owner: string;
  readonly repo: string;
  readonly repositoryId: number;
  readonly pullNumber: number;
  readonly headSha: string;
  readonly checkRunId: number;
  /** The login whose permission counts. */
  readonly actor: string;
}

/**
 * What a worker is asked to do. It is stored as JSON between the webhook and the worker; a re-run is a `ReviewRequest`
 * with the cause `rerun`, whose `actor` pressed the button.
 */
export type AppRequest = ReviewRequest | CommandRequest | MergeGroupRequest | ExplainRequest;

/** Somebody asked for the checks of a commit again. */
export type RerunOfHead = Pick<ReviewRequest, 'owner' | 'repo' | 'repositoryId' | 'actor'> & {
  readonly headSha: string;
};

/** What an event means to the App. */
export type AppEvent =
  /** Work on one or, when a whole check suite is run again, several pull requests. */
  | { readonly kind: 'work'; readonly requests: readonly AppRequest[] }
  /** The same for whatever pull requests have this head: GitHub names none that comes from a fork. */
  | { readonly kind: 'head'; readonly asked: RerunOfHead }
  /** What still waits for this pull request is no longer wanted. */
  | {
      readonly kind: 'closed';
      readonly repositoryId: number;
      readonly pullNumber: number;
      /** When, ISO 8601; null when the event does not say. */
      readonly closedAt: string | null;
    }
  | {
      readonly kind: 'installed';
      readonly installation: InstallationRecord;
      readonly repositories: readonly RepositoryRecord[];
    }
  | { readonly kind: 'uninstalled'; readonly installationId: number }
  | {
      readonly kind: 'repositories-removed';
      readonly installationId: number;
      readonly repositoryIds: readonly number[];
    }
  | Ignored;

/** Nothing to do, and why. */
export function ignored(reason: string): Ignored {
  return { kind: 'ignored', reason };
}

/** A payload that GitHub does not document, or that somebody else made. */
export function unreadable(name: string): Ignored {
  return ignored(`the payload of ${name} does not have the fields that GitHub documents`);
}

const KINDS: readonly string[] = [
  'review',
  'command',
  'merge-group',
  'explain',
] satisfies AppRequest['kind'][];

/**
 * The request that was stored as JSON.
 * @throws Error when it was not stored by this code
 */
export function storedRequest(stored: Readonly<Record<string, unknown>>): AppRequest {
  if (typeof stored.kind === 'string' && KINDS.includes(stored.kind)) return stored as unknown as AppRequest;
  throw new Error(`A stored request is of no kind that this version knows: "${String(stored.kind)}".`);
}
