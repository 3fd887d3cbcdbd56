import type { AgentStatus, Report, Usage } from '../model.ts';

/** What every row of a repository is keyed by. Names change, these numbers do not. */
export interface Tenant {
  readonly installationId: number;
  readonly repositoryId: number;
}

/** A webhook delivery whose signature was verified. */
export interface Delivery {
  /** `X-GitHub-Delivery`: the same when GitHub is asked to send again. */
  readonly id: string;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
}

export interface InstallationRecord {
  readonly id: number;
  readonly accountId: number;
  readonly accountLogin: string;
  readonly accountType: 'User' | 'Organization';
  readonly suspended: boolean;
}

export interface RepositoryRecord extends Tenant {
  readonly owner: string;
  readonly name: string;
  readonly isPrivate: boolean;
}

export const REVIEW_STATES = [
  'queued',
  'running',
  'done',
  /** A command that asked for no review: it was answered. */
  'answered',
  'failed',
  'superseded',
] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export type ReviewTrigger = 'push' | 'command' | 'rerun' | 'explain' | 'merge-group';

/**
 * Work on one pull request at one head. No two are the same in (repository, pull request, head, configuration digest,
 * occasion): that is what makes a delivery under another id no second review.
 */
export interface NewReview extends Tenant {
  readonly pullNumber: number;
  readonly headSha: string | null;
  readonly baseSha: string | null;
  /** Digest of everything known at the webhook that decides what a review says: base SHA and settings of the service. */
  readonly configDigest: string;
  readonly trigger: ReviewTrigger;
  /** Tells two requests of the same trigger apart: `push`, `comment:<id>`, `check-run:<id>:<delivery>`. */
  readonly occasion: string;
  readonly title: string;
  readonly author: string;
  readonly askedBy: string | null;
  /** When GitHub changed the pull request, ISO 8601; null when the event does not say. Deliveries come in any order. */
  readonly eventAt: string | null;
  /** What the event asked for, as JSON: given back to the worker as it is. */
  readonly request: Readonly<Record<string, unknown>>;
}

export interface StoredReview extends NewReview {
  readonly id: string;
  readonly jobId: string | null;
  readonly state: ReviewState;
  readonly attempt: number;
  readonly queuedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** Id of the pending status that a try posted; for the sweep. */
  readonly statusId: number | null;
  /** Account id that posted it. */
  readonly statusAuthorId: number | null;
  readonly checkRunId: number | null;
  /** Why it failed or was superseded, in words; null otherwise. */
  readonly reason: string | null;
}

/** What a worker tells of a try as it goes. */
export interface ReviewMarks {
  readonly headSha?: string;
  readonly baseSha?: string;
  readonly title?: string;
  readonly author?: string;
  readonly statusId?: number;
  readonly statusAuthorId?: number;
  readonly checkRunId?: number;
  /** The final status is on the forge, or there is nothing left to write: the sweep need not look after it. */
  readonly statusSettled?: boolean;
}

export interface ReviewEnd {
  readonly state: Exclude<ReviewState, 'queued' | 'running'>;
  readonly reason: string | null;
  readonly report: Report | null;
  readonly commentUrl: string | null;
  /** What a try cost that has no report to tell; counted into the month like that of a report. */
  readonly usage?: Usage | null;
  /** As in `ReviewMarks`; written with the end, so that no crash comes between the two. */
  readonly statusSettled?: boolean;
  /** The try that ends it. When another one runs by now, nothing happens; without it, it ends whoever runs. */
  readonly attempt?: number;
}

/** What a review may spend at most, in dollars. Null for no limit. */
export interface SpendingLimits {
  readonly run: number;
  /** Of all reviews of the repository in a month. */
  readonly repository: number | null;
  /** Of all reviews of the installation in a month. */
  readonly installation: number | null;
}

/** What was set aside. */
export interface Reserved {
  readonly dollars: number;
  /** The limit that leaves nothing; null while all leave something. */
  readonly usedUp: { readonly of: 'repository' | 'installation'; readonly spent: number } | null;
}

/** How a delivery was taken in. */
export type Accepted =
  | { readonly kind: 'queued'; readonly reviewId: string; readonly superseded: readonly string[] }
  /** The delivery was seen before. */
  | { readonly kind: 'duplicate' }
  /** Another delivery asked for exactly this review. */
  | { readonly kind: 'claimed'; readonly reviewId: string }
  /** Nothing to do beyond noting it. */
  | { readonly kind: 'noted' }
  /** Its installation was taken away: nothing of it was kept. */
  | { readonly kind: 'gone' };

/** Rows of one repository. There is no way to ask for rows of another through it. */
export interface TenantStore {
  readonly tenant: Tenant;
  review(id: string): Promise<StoredReview | null>;
  /** False for one that is not there, that ended well, or whose pull request was reviewed since. */
  isMissing(id: string): Promise<boolean>;
  /** Null where it ended without one. */
  report(id: string): Promise<Report | null>;
  /** Numbers of the pull requests that were reviewed at a head, the newest first. At most ten. */
  pullsAt(headSha: string): Promise<readonly number[]>;
  /**
   * Queued, failed, or running in a process that is gone → running, for this try.
   * @returns false when it is no longer wanted (superseded, done, forgotten)
   */
  start(id: string, attempt: number, process: string): Promise<boolean>;
  /** Says that the try is alive. @returns false when it runs no longer: stop the work */
  beat(id: string): Promise<boolean>;
  mark(id: string, marks: ReviewMarks): Promise<void>;
  /**
   * Sets dollars aside for a running review, out of what this month (UTC) leaves of its limits after all that was spent and
   * what other running reviews have set aside: together they never go beyond a limit. Given back at the end of the try.
   */
  reserve(id: string, limits: SpendingLimits): Promise<Reserved>;
  /** Writes what an agent is at, and tells `review-progress` listeners. */
  agent(id: string, status: AgentStatus): Promise<void>;
  /**
   * The pull request was closed: its queued push reviews end as superseded and their jobs are taken back, those of events
   * after that moment excepted. Null: all of them.
   * @returns their ids
   */
  withdraw(pullNumber: number, reason: string, closedAt: string | null): Promise<readonly string[]>;
  /**
   * Ends a review: state, report, agents, findings and spending in one transaction. Ending twice keeps the first end.
   * Findings of the report are settled as `dismissed` where their state says so; earlier rows of the pull request whose
   * fingerprint stands in `since.fixed` are settled as `addressed`.
   * @returns false when it had ended already, or another try runs
   */
  end(id: string, end: ReviewEnd): Promise<boolean>;
}

/** The App's memory. Everything that belongs to a repository goes through `of`. */
export interface ReviewStore {
  of(tenant: Tenant): TenantStore;
  /**
   * Takes a delivery in, in one transaction: notes its id, keeps names of installation and repository, claims the
   * review, marks queued push reviews of older heads of the same pull request superseded (those whose `eventAt` is not
   * later: a delivery that GitHub sends again late must not push out a newer one) and puts the job into the queue.
   */
  accept(
    delivery: Delivery,
    work: {
      readonly repository: RepositoryRecord;
      readonly installation: InstallationRecord;
      readonly review: NewReview;
    } | null,
  ): Promise<Accepted>;
  /**
   * Keeps what an installation and some of its repositories are called now.
   * @returns false when it was taken away: deliveries come in any order
   */
  saveInstallation(
    installation: InstallationRecord,
    repositories: readonly RepositoryRecord[],
  ): Promise<boolean>;
  /** Numbers of all installations that are known. */
  installations(): Promise<readonly number[]>;
  /**
   * Deletes everything of an installation, or of some of its repositories: rows, reports, spending, jobs. What comes later
   * from an installation that was deleted is refused.
   */
  forget(installationId: number, repositoryIds?: readonly number[]): Promise<void>;
  /**
   * Running reviews that were not heard of for `seconds` (`start`, `beat`, `mark` and `agent` are signs), and reviews that
   * ended as long ago and failed, or have a pending status, where nobody settled it. At most 100, the oldest first.
   */
  orphans(seconds: number): Promise<readonly StoredReview[]>;
  /** Deletes deliveries and reviews older than the given days. @returns how many reviews went */
  retire(days: { readonly deliveries: number; readonly reviews: number }, now: Date): Promise<number>;
}
