import type { SqlRunner } from './database.ts';

/** A piece of work of the App. What is to be done stands in the store; a job only names it. */
export interface ReviewJob {
  /** `StoredReview.id`. */
  readonly reviewId: string;
  readonly installationId: number;
  readonly repositoryId: number;
}

/** A job that a worker holds. It stays ours as long as `beat` is called. */
export interface HeldJob {
  readonly id: string;
  readonly job: ReviewJob;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Another failure sends it to the dead letters. */
  readonly isLastAttempt: boolean;
}

export interface QueueDepth {
  /** Ready or waiting for another try. */
  readonly waiting: number;
  readonly running: number;
  readonly dead: number;
  /** Seconds that the oldest ready job waits; 0 when none does. */
  readonly oldestSeconds: number;
}

/** A job that was given up, for people to look at and to send again. */
export interface DeadJob {
  readonly id: string;
  readonly job: ReviewJob;
  /** In words, without secrets. */
  readonly reason: string;
  readonly diedAt: Date;
}

/**
 * A durable queue. A job whose worker dies comes back within seconds (leases with heartbeats); a job that fails comes
 * back later, each time after a longer pause; one that failed too often becomes a dead letter.
 */
export interface JobQueue {
  /**
   * Puts a job in, inside the transaction of `runner` when there is one. Jobs of a lower round go first, within a round
   * the older ones: who gives each installation one job a round gives all of them the same share.
   * Takers are told at once, except of a job inside a transaction: there `announce` has to be called after its end.
   * @param options.id a UUID that the job shall have
   * @returns the job's id
   */
  send(
    job: ReviewJob,
    options: { readonly round: number; readonly id?: string; readonly runner?: SqlRunner },
  ): Promise<string>;
  /**
   * Tells takers in every process that jobs were put in. Never throws: a word that is lost costs a taker the time until it
   * looks again by itself.
   */
  announce(): void;
  /** Takes back jobs that nobody holds yet. */
  cancel(jobIds: readonly string[], runner?: SqlRunner): Promise<void>;
  /** Which of some reviews have a job that waits, or that somebody holds. */
  coming(reviewIds: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Keeps the waiting job of a review from being taken for so long.
   * @returns false when somebody holds it: nothing is changed then
   */
  postpone(reviewId: string, seconds: number): Promise<boolean>;
  /** Deletes all jobs of an installation, or of some of its repositories, whatever state they are in. */
  forget(installationId: number, repositoryIds: readonly number[] | null, runner?: SqlRunner): Promise<void>;
  /** Takes at most `count` ready jobs, fairly between installations. */
  take(count: number): Promise<readonly HeldJob[]>;
  /** Says that the worker is alive. @returns false when the job is no longer ours: stop the work */
  beat(held: HeldJob): Promise<boolean>;
  complete(held: HeldJob): Promise<void>;
  /** The try failed: again later, or dead. `reason` without secrets. */
  fail(held: HeldJob, reason: string): Promise<void>;
  /** Puts a job back untouched, at once and without counting a try: the process is asked to stop. */
  handBack(held: HeldJob): Promise<void>;
  /** Called when a job may be ready; polling goes on besides. */
  onReady(call: () => void): Promise<() => Promise<void>>;
  depth(): Promise<QueueDepth>;
  deadLetters(most: number): Promise<readonly DeadJob[]>;
  /** Drops the dead letters of a review: what they were to do is done in another way. */
  dropDead(reviewId: string): Promise<void>;
  /** Stops maintenance; held jobs are not touched. */
  close(): Promise<void>;
}
