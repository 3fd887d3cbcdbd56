import { findTenantRecords } from '../adapters/store/tenant-records.ts';
import { ReviewError } from '../errors.ts';
import { type AppRequest, storedRequest } from '../event/app-event.ts';
import type { JobQueue, Random, ReviewStore, SqlDatabase, StoredReview } from '../ports.ts';
import type { AgainRequest } from './dashboard/make-dashboard.ts';
import { configDigestOf, NO_PULL_REQUEST } from './new-review.ts';

export interface AgainWorld {
  readonly database: SqlDatabase;
  readonly store: ReviewStore;
  readonly queue: Pick<JobQueue, 'dropDead'>;
  readonly random: Random;
  readonly serviceDigest: string;
}

/**
 * Makes the function that reviews a pull request once more, at its head of that time, because a person asked for it on
 * the dashboard; its dead letter, if there is one, goes. Whether the person may is decided there.
 * @returns it; it gives the address of the new review's page and throws ReviewError when the review is not there any more
 */
export function makeReviewAgain({
  database,
  store,
  queue,
  random,
  serviceDigest,
}: AgainWorld): (request: AgainRequest) => Promise<string> {
  return async ({ reviewId, askedBy, ...tenant }) => {
    const review = await store.of(tenant).review(reviewId);
    const records = await findTenantRecords(database, tenant);
    if (review === null || records === null || review.pullNumber === NO_PULL_REQUEST) {
      throw new ReviewError(
        'bad-usage',
        'There is no pull request that could be reviewed again.',
        'Go back to the list of reviews.',
      );
    }
    const id = `dashboard-${random.hex(16)}`;
    const { installationId, repositoryId } = tenant;
    const delivery = { id, event: 'dashboard', action: 'again', installationId, repositoryId };
    const request = rerunOf(review, askedBy);
    const accepted = await store.accept(delivery, {
      ...records,
      review: {
        installationId,
        repositoryId,
        pullNumber: review.pullNumber,
        headSha: null,
        baseSha: null,
        configDigest: configDigestOf(serviceDigest, null),
        trigger: 'rerun',
        occasion: `rerun:${id}`,
        title: review.title,
        author: review.author,
        askedBy,
        eventAt: null,
        request: { ...request },
      },
    });
    // Given up as it was, it is done by the new one: nobody has to look after it any more.
    if (accepted.kind === 'queued') await queue.dropDead(reviewId);
    return `/reviews/${accepted.kind === 'queued' || accepted.kind === 'claimed' ? accepted.reviewId : reviewId}`;
  };
}

function rerunOf({ request, pullNumber }: StoredReview, actor: string): AppRequest {
  const { owner, repo, repositoryId } = storedRequest(request);
  return {
    kind: 'review',
    owner,
    repo,
    repositoryId,
    pullNumber,
    headSha: null,
    trigger: 'dispatch',
    cause: 'rerun',
    before: null,
    isFork: null,
    draft: null,
    closed: null,
    actor,
  };
}
