import { WAITS_BY_CHOICE } from '../../entry/pull-request/pending-for.ts';
import { ForgeError, messageOf } from '../../errors.ts';
import type { CommitStatus, Forge, Log, StoredReview } from '../../ports.ts';
import { endProgressComment } from '../../publish/end-progress-comment.ts';
import { publishSituation } from '../../publish/publish-report.ts';
import { reviewUrl } from './worker-world.ts';

/** A review that ended without its own final word. */
export interface Unfinished {
  readonly review: Pick<StoredReview, 'id' | 'pullNumber' | 'headSha' | 'statusId' | 'statusAuthorId'>;
  readonly publicUrl: string | null;
  /** What people are told, in words. Null says that the review did not finish. */
  readonly reason: string | null;
  /** A status is written also where there is none: somebody waits for one. */
  readonly isExpected: boolean;
}

/**
 * Ends what a review left behind on its commit: a `pending` of ours that is still the newest word becomes an error, and a
 * comment that still shows its progress says that it did not finish. Whatever somebody said later stays.
 * @throws ForgeError when GitHub cannot be asked; a commit or repository that is gone is none
 */
export async function endPending(
  { review, publicUrl, reason, isExpected }: Unfinished,
  forge: Forge,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const { headSha: sha, statusId, statusAuthorId: authorId } = review;
  if (sha === null) return;
  try {
    const newest = await forge.statuses.newest(sha, signal);
    const isOpen = newest === null ? isExpected : isPendingOf(newest, review, publicUrl);
    const targetUrl = reviewUrl(publicUrl, review.id);
    const situation =
      reason === null
        ? ({ kind: 'crashed', targetUrl } as const)
        : ({ kind: 'refused', reason, targetUrl } as const);
    if (isOpen) await publishSituation(forge.statuses, sha, situation, signal);
    if (statusId !== null && authorId !== null && review.pullNumber > 0)
      await endProgressComment(forge.comments(review.pullNumber), { sha, statusId, authorId }, true, signal);
  } catch (error) {
    const isGone = error instanceof ForgeError && [403, 404, 410, 422].includes(error.status ?? 0);
    if (!isGone || error.code === 'forge-limited') throw error;
    log.warn('what a review left behind cannot be ended any more', {
      review: review.id,
      reason: messageOf(error),
    });
  }
}

/** By its id, or by the page of the review that it points to: the last try may have died before it could tell its id. */
function isPendingOf(
  { id, state, description, targetUrl }: CommitStatus,
  { id: reviewId, statusId }: Unfinished['review'],
  publicUrl: string | null,
): boolean {
  if (state !== 'pending' || WAITS_BY_CHOICE.test(description)) return false;
  const page = reviewUrl(publicUrl, reviewId);
  return id === statusId || (page !== null && targetUrl?.split('?')[0] === page);
}
