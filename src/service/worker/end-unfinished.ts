import { ForgeError, messageOf } from '../../errors.ts';
import type { Report } from '../../model.ts';
import type { Forge, StoredReview } from '../../ports.ts';
import { endedWithout, renderCheckRun } from '../../render/render-check-run.ts';
import { endPending } from './end-pending.ts';
import { checksOf, forgeOf } from './github-of-job.ts';
import { openAccess } from './open-access.ts';
import { type ReviewCheck, reviewCheck } from './review-check.ts';
import { reviewUrl, type WorkerWorld } from './worker-world.ts';

/** Why a review did not come to its end. */
export interface Unended {
  /** In words, without secrets. */
  readonly reason: string;
  /** It may pass by itself: people are told to try again. Otherwise they are told the reason. */
  readonly isRetryable: boolean;
}

/** Most milliseconds that it takes. */
export const PATIENCE_MS = 120_000;

/**
 * Says on the commit that a review did not come to its end: no `pending` and no check run of it is left behind.
 * @param stop ends it early; nothing is settled then
 * @returns false when it could not be said; the sweep tries again
 */
export function endUnfinished(
  review: StoredReview,
  { reason, isRetryable }: Unended,
  world: WorkerWorld,
  stop: AbortSignal | null = null,
): Promise<boolean> {
  return settle(review, world, stop, async (forge, check, signal) => {
    const { publicUrl } = world.settings;
    // A push and a merge group wait for a status; who gave a command sees that nothing came.
    const isExpected = review.trigger === 'push' || review.trigger === 'merge-group';
    const said = isRetryable ? null : reason;
    await endPending({ review, publicUrl, reason: said, isExpected }, forge, world.log, signal);
    if (review.headSha !== null && review.statusId !== null) check.start(review.headSha);
    return check.end(endedWithout('action_required', 'The review did not finish', reason));
  });
}

/**
 * Ends the check run of a review that was published, where GitHub did not take it at first.
 * @returns false when it could not be ended; the sweep tries again
 */
export function finishCheck(
  review: StoredReview,
  report: Report,
  world: WorkerWorld,
  stop: AbortSignal,
): Promise<boolean> {
  return settle(review, world, stop, async (forge, check, signal) => {
    if (review.headSha === null) return true;
    const status = await forge.statuses.newest(review.headSha, signal);
    check.start(review.headSha);
    return check.end(renderCheckRun(report, status));
  });
}

/** Does what is left to do for a review on GitHub, with a token of its own. @returns false when it could not be done */
async function settle(
  review: StoredReview,
  world: WorkerWorld,
  stop: AbortSignal | null,
  act: (forge: Forge, check: ReviewCheck, signal: AbortSignal) => Promise<boolean>,
): Promise<boolean> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const signal = stop === null ? patience : AbortSignal.any([patience, stop]);
  try {
    const access = await openAccess(review, world, signal);
    if ('refused' in access) return true;
    try {
      const check = reviewCheck({
        review,
        checks: checksOf(access, world),
        tenant: world.store.of(review),
        detailsUrl: reviewUrl(world.settings.publicUrl, review.id),
        mayExist: true,
        clock: world.clock,
        log: world.log,
      });
      return await act(forgeOf(access, world), check, signal);
    } finally {
      await access.close();
    }
  } catch (error) {
    if (isGone(error)) return true;
    world.log.warn('what is left of a review could not be settled', {
      review: review.id,
      reason: messageOf(error),
    });
    return false;
  }
}

/**
 * The repository was taken out of the installation: nobody is left who could be told. A token or a key that GitHub does not
 * take (401) says nothing of the kind.
 */
function isGone(error: unknown): boolean {
  if (!(error instanceof ForgeError) || error.status === 401) return false;
  return error.code === 'forge-forbidden' || error.code === 'forge-not-found';
}
