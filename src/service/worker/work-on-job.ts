import { ForgeError, messageOf, ReviewError } from '../../errors.ts';
import type { Usage } from '../../model.ts';
import type { ReviewEnd, StoredReview, TenantStore } from '../../ports.ts';
import { carryOutReview } from './carry-out-review.ts';
import { endUnfinished } from './end-unfinished.ts';
import type { Hold } from './hold-job.ts';
import { openAccess } from './open-access.ts';
import { persist } from './persist.ts';
import type { JobWorld, WorkerWorld } from './worker-world.ts';

/** What the queue is told of a job. `lost`: nothing, another worker has it. */
export type JobEnd =
  | { readonly kind: 'done' | 'hand-back' | 'lost' }
  | { readonly kind: 'retry'; readonly reason: string };

/** What came of a try. */
export type TryEnd =
  | { readonly kind: 'ended'; readonly end: ReviewEnd }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly isRetryable: boolean;
      /** What it cost, where that is known. */
      readonly usage?: Usage;
    };

const DONE: JobEnd = { kind: 'done' };

/**
 * One try at a job, from the store to the store. A try that fails is followed by another one as long as the queue has one
 * left; after the last, and where another cannot help, what stands on the commit says so.
 * @throws what the database threw, after some patience
 */
export async function workOnJob(hold: Hold, world: JobWorld): Promise<JobEnd> {
  const { job, attempt } = hold.held;
  const tenant = world.store.of(job);
  const review = await persist('reading a review', () => tenant.review(job.reviewId), world);
  if (review === null) return DONE;
  const isWanted = await persist(
    'the start of a review',
    () => tenant.start(review.id, attempt, world.settings.processName),
    world,
  );
  if (!isWanted) return DONE;
  hold.watch(tenant);
  const tried = await tryReview(hold, { ...review, attempt }, tenant, world);
  const stopped = hold.stopped();
  if (stopped !== null && tried.kind === 'failed') return afterStop(stopped);
  if (tried.kind === 'failed') return afterFailure(hold, { review, tenant, failure: tried }, world);
  const statusSettled = tried.end.statusSettled !== false && (await endEarlierTry(review, tried.end, world));
  const end = { ...tried.end, statusSettled, attempt };
  await persist('the end of a review', () => tenant.end(review.id, end), world);
  return DONE;
}

/**
 * A try that found nothing to review (the pull request was closed meanwhile, or is a draft now) says nothing about the
 * commit that an earlier try has claimed: that is done here.
 * @param review as it was before this try
 * @returns whether nothing is left to say
 */
async function endEarlierTry(review: StoredReview, end: ReviewEnd, world: WorkerWorld): Promise<boolean> {
  if (end.state !== 'answered' || review.statusId === null) return true;
  const reason = end.reason ?? 'another try found nothing to review';
  return endUnfinished(review, { reason, isRetryable: false }, world);
}

function afterStop(reason: 'lost' | 'unwanted' | 'stopping'): JobEnd {
  if (reason === 'stopping') return { kind: 'hand-back' };
  return reason === 'lost' ? { kind: 'lost' } : DONE;
}

async function tryReview(
  hold: Hold,
  review: StoredReview,
  tenant: TenantStore,
  world: JobWorld,
): Promise<TryEnd> {
  try {
    const access = await openAccess(review, world, hold.signal);
    if ('refused' in access) return quietEnd(access.refused);
    try {
      return await carryOutReview({ hold, review, tenant, access }, world);
    } finally {
      await access.close();
    }
  } catch (error) {
    return { kind: 'failed', reason: messageOf(error), isRetryable: isRetryable(error) };
  }
}

/** Nobody is left who could be told on the commit. */
function quietEnd(reason: string): TryEnd {
  const end = { state: 'superseded', reason, report: null, commentUrl: null } as const;
  return { kind: 'ended', end };
}

/** What GitHub refuses stays refused; everything else may pass. */
function isRetryable(error: unknown): boolean {
  if (error instanceof ForgeError)
    return (
      error.code === 'forge-limited' || error.status === null || error.status >= 500 || error.status === 401
    );
  return !(error instanceof ReviewError);
}

interface Failure {
  readonly review: StoredReview;
  readonly tenant: TenantStore;
  readonly failure: Extract<TryEnd, { readonly kind: 'failed' }>;
}

async function afterFailure(
  hold: Hold,
  { review, tenant, failure }: Failure,
  world: WorkerWorld,
): Promise<JobEnd> {
  const { attempt, isLastAttempt } = hold.held;
  const { reason, isRetryable: mayHelp } = failure;
  const isOver = isLastAttempt || !mayHelp;
  world.log.warn('a try at a review failed', { review: review.id, attempt, isOver, reason });
  let settled = false;
  if (isOver) {
    // The try has told the store of its claim.
    const now = await persist('reading a review', () => tenant.review(review.id), world);
    settled = await endUnfinished(now ?? review, { reason, isRetryable: mayHelp }, world);
  }
  const told = isOver ? reason : `Try ${attempt} failed and there will be another: ${reason}`;
  const what = { state: 'failed', reason: told, report: null, commentUrl: null } as const;
  const end = { ...what, usage: failure.usage ?? null, statusSettled: settled, attempt };
  await persist('the failure of a review', () => tenant.end(review.id, end), world);
  if (isOver) {
    const { trigger, queuedAt } = review;
    const seconds = Math.max(0, (world.clock.now() - queuedAt.getTime()) / 1_000);
    world.metrics.record({ kind: 'review-ended', gate: 'failed', verdict: null, trigger, seconds });
  }
  return mayHelp ? { kind: 'retry', reason } : DONE;
}
