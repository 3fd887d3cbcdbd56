import type { StoredReview } from '../../ports.ts';
import { endUnfinished, finishCheck, PATIENCE_MS } from './end-unfinished.ts';
import type { WorkerWorld } from './worker-world.ts';

/** A worker gives a sign of life every three seconds; its job comes back after ten. */
const UNHEARD_SECONDS = 60;
/** A job that comes back later than this stands behind too many others: until then the commit tells the truth. */
const LONG_UNHEARD_SECONDS = 600;
/** Its job stays away for as long as its end may take to be said, and some. */
const POSTPONED_SECONDS = PATIENCE_MS / 1_000 + 60;
const UNHEARD = 'Its worker was not heard of any more.';

/** How a round goes about it. */
export interface OrphanRound {
  /** Reviews whose job still comes are left to it, however long they were not heard of: the service was away itself. */
  readonly isFirst: boolean;
  readonly signal: AbortSignal;
}

/**
 * Ends reviews that nobody works on any more: those whose job does not come back, those whose job comes back late, and
 * those that ended without their final status. No `pending` of theirs stays. A job that comes back later reviews again;
 * it is kept from coming back just now, or the error would be written over the word of a try that has begun.
 */
export async function endOrphans(world: WorkerWorld, { isFirst, signal }: OrphanRound): Promise<void> {
  const { store, queue } = world;
  const orphans = await store.orphans(UNHEARD_SECONDS);
  if (orphans.length === 0) return;
  const coming = await queue.coming(orphans.map(({ id }) => id));
  const longUnheard = new Set((await store.orphans(LONG_UNHEARD_SECONDS)).map(({ id }) => id));
  for (const review of orphans) {
    if (signal.aborted) return;
    if (coming.has(review.id)) {
      if (isFirst || !longUnheard.has(review.id)) continue;
      if (!(await queue.postpone(review.id, POSTPONED_SECONDS))) continue;
    }
    await endOrphan(review, world, signal);
  }
}

async function endOrphan(review: StoredReview, world: WorkerWorld, signal: AbortSignal): Promise<void> {
  const { store, metrics, clock, log } = world;
  const tenant = store.of(review);
  if (review.state === 'running') {
    const end = { state: 'failed', reason: UNHEARD, report: null, commentUrl: null } as const;
    // A worker that took it up meanwhile has the word.
    if (!(await tenant.end(review.id, { ...end, attempt: review.attempt }))) return;
    const seconds = Math.max(0, (clock.now() - review.queuedAt.getTime()) / 1_000);
    metrics.record({ kind: 'review-ended', gate: 'failed', verdict: null, trigger: review.trigger, seconds });
  }
  const report = review.state === 'done' ? await tenant.report(review.id) : null;
  if (report !== null) {
    if (await finishCheck(review, report, world, signal))
      await tenant.mark(review.id, { statusSettled: true });
    return;
  }
  log.warn('a review that did not finish is ended', { review: review.id, state: review.state });
  const reason = review.reason ?? UNHEARD;
  if (await endUnfinished(review, { reason, isRetryable: true }, world, signal))
    await tenant.mark(review.id, { statusSettled: true });
}
