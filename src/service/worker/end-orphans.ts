import type { StoredReview } from '../../ports.ts';
import { endUnfinished } from './end-unfinished.ts';
import type { WorkerWorld } from './worker-world.ts';

/** A worker gives a sign of life every three seconds; its job comes back after ten. */
const UNHEARD_SECONDS = 60;
/** A job that comes back later than this stands behind too many others: until then the commit tells the truth. */
const LONG_UNHEARD_SECONDS = 600;
const MOST_DEAD = 1_000;
const UNHEARD = 'Its worker was not heard of any more.';

/**
 * Ends reviews that nobody works on any more: those whose job is given up, those that were not heard of for long, and
 * those that ended without their final status. No `pending` of theirs stays. A job that comes back later reviews again.
 */
export async function endOrphans(world: WorkerWorld): Promise<void> {
  const { store, queue } = world;
  const orphans = await store.orphans(UNHEARD_SECONDS);
  if (orphans.length === 0) return;
  const dead = new Set((await queue.deadLetters(MOST_DEAD)).map(({ job }) => job.reviewId));
  const longUnheard = new Set((await store.orphans(LONG_UNHEARD_SECONDS)).map(({ id }) => id));
  for (const review of orphans) {
    const isRunning = review.state === 'running';
    if (isRunning && !dead.has(review.id) && !longUnheard.has(review.id)) continue;
    await endOrphan(review, isRunning, world);
  }
}

async function endOrphan(review: StoredReview, isRunning: boolean, world: WorkerWorld): Promise<void> {
  const { store, metrics, clock, log } = world;
  const tenant = store.of(review);
  if (isRunning) {
    const end = { state: 'failed', reason: UNHEARD, report: null, commentUrl: null } as const;
    // A worker that took it up meanwhile has the word.
    if (!(await tenant.end(review.id, { ...end, attempt: review.attempt }))) return;
    const seconds = Math.max(0, (clock.now() - review.queuedAt.getTime()) / 1_000);
    metrics.record({ kind: 'review-ended', gate: 'failed', verdict: null, trigger: review.trigger, seconds });
  }
  log.warn('a review that did not finish is ended', { review: review.id, state: review.state });
  const reason = review.reason ?? UNHEARD;
  if (await endUnfinished(review, { reason, isRetryable: true }, world))
    await tenant.mark(review.id, { statusSettled: true });
}
