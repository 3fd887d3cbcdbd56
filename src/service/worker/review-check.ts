import { ForgeError, messageOf } from '../../errors.ts';
import { checkRunReference } from '../../event/check-run-reference.ts';
import {
  type CheckRuns,
  type Clock,
  EXPLAIN_BUTTON,
  type Log,
  RERUN_BUTTON,
  type StoredReview,
  type TenantStore,
} from '../../ports.ts';
import type { EndedCheck } from '../../render/render-check-run.ts';
import { persist } from './persist.ts';

/** The check run of a review: an addition to its commit status, so that no failure of it fails the review. */
export interface ReviewCheck {
  /** Makes it, or takes that of an earlier try on the same commit. Returns at once. */
  start(headSha: string): void;
  /** Ends it, when there is one. @returns false when it could not be ended */
  end(check: EndedCheck): Promise<boolean>;
}

const PATIENCE_MS = 60_000;

/** What a check run needs. */
export interface CheckedReview {
  readonly review: Pick<StoredReview, 'id' | 'pullNumber' | 'headSha' | 'checkRunId'>;
  /** Null where the installation allows none. */
  readonly checks: CheckRuns | null;
  readonly tenant: Pick<TenantStore, 'mark'>;
  /** Page of the review. */
  readonly detailsUrl: string | null;
  /** A try that died may have made one that the store knows nothing of. */
  readonly mayExist: boolean;
  readonly clock: Clock;
  readonly log: Log;
}

export function reviewCheck(checked: CheckedReview): ReviewCheck {
  const { review, checks, tenant, detailsUrl, mayExist, clock, log } = checked;
  const failed = (what: string) => (error: unknown) => {
    log.warn(what, { review: review.id, reason: messageOf(error) });
    return null;
  };
  let started: Promise<number | null> = Promise.resolve(review.checkRunId);
  const begin = async (headSha: string, board: CheckRuns): Promise<number> => {
    if (review.checkRunId !== null && review.headSha === headSha) return review.checkRunId;
    const externalId = checkRunReference(review.pullNumber, review.id);
    const id = await board.start(
      { headSha, externalId, detailsUrl, mayExist },
      AbortSignal.timeout(PATIENCE_MS),
    );
    // Also a database that is away for now must not leave it open: this try knows it.
    void persist('a check run', () => tenant.mark(review.id, { checkRunId: id }), { clock, log }).catch(
      failed('the check run could not be noted'),
    );
    return id;
  };
  return {
    start(headSha) {
      if (checks !== null)
        started = begin(headSha, checks).catch(failed('the check run could not be made; the review goes on'));
    },
    async end(check) {
      const id = await started;
      if (checks === null || id === null) return true;
      const report = { ...check, buttons: [RERUN_BUTTON, EXPLAIN_BUTTON] };
      try {
        await checks.complete(id, report, AbortSignal.timeout(PATIENCE_MS));
        return true;
      } catch (error) {
        failed('the check run could not be ended')(error);
        return isGone(error);
      }
    },
  };
}

/** The commit, or the right to write there, is gone for good. */
function isGone(error: unknown): boolean {
  return (
    error instanceof ForgeError &&
    error.code !== 'forge-limited' &&
    [403, 404, 410, 422].includes(error.status ?? 0)
  );
}
