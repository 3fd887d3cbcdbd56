import type {
  AppHost,
  Clock,
  JobQueue,
  Log,
  Metrics,
  ProcessModels,
  ReviewProcesses,
  ReviewStore,
} from '../../ports.ts';
import type { ReadOrganisation } from './organisation-settings.ts';

/** What a worker is told from outside. */
export interface WorkerSettings {
  /** Address of the dashboard, without a slash at its end; null when nobody said. */
  readonly publicUrl: string | null;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly graphqlUrl: string;
  readonly statusContext: string;
  readonly writeSpacingMs: number;
  /** How many reviews this process carries out at once. */
  readonly reviewConcurrency: number;
  readonly deadlineSeconds: number;
  /** Null without a key. */
  readonly models: ProcessModels | null;
  /** Signs what comments remember; null remembers unsigned. */
  readonly stateSecret: string | null;
  /** Dollars that one installation may spend in a month; null for no limit. */
  readonly monthlyBudgetUsd: number | null;
  /** Tells the processes of the service apart, for people. */
  readonly processName: string;
}

/** What a worker works with. */
export interface WorkerWorld {
  readonly store: ReviewStore;
  readonly queue: JobQueue;
  readonly host: AppHost;
  readonly processes: ReviewProcesses;
  readonly metrics: Metrics;
  readonly settings: WorkerSettings;
  readonly clock: Clock;
  readonly log: Log;
}

/** What the jobs of one worker share. */
export interface JobWorld extends WorkerWorld {
  readonly readOrganisation: ReadOrganisation;
}

/** The page of a review. Null where the address of the dashboard is not known. */
export function reviewUrl(publicUrl: string | null, reviewId: string): string | null {
  return publicUrl === null ? null : `${publicUrl}/reviews/${reviewId}`;
}
