import { messageOf } from '../../errors.ts';
import type {
  ProcessEnd,
  ProcessEvent,
  ReviewEnd,
  SpendingWish,
  StoredReview,
  TenantStore,
} from '../../ports.ts';
import { endedWithout, renderCheckRun } from '../../render/render-check-run.ts';
import { meterReview } from '../meter-review.ts';
import { allowSpending } from './allow-spending.ts';
import { checksOf } from './github-of-job.ts';
import type { Hold } from './hold-job.ts';
import { writeProgress } from './live-progress.ts';
import { makeOrder } from './make-order.ts';
import type { Access } from './open-access.ts';
import { persist } from './persist.ts';
import { type ReviewCheck, reviewCheck } from './review-check.ts';
import type { TryEnd } from './work-on-job.ts';
import { type JobWorld, reviewUrl, type WorkerWorld } from './worker-world.ts';

/** A try that has started. */
export interface StartedReview {
  readonly hold: Hold;
  readonly review: StoredReview;
  readonly tenant: TenantStore;
  readonly access: Access;
}

/**
 * Has a review process carry out a review, and writes what it tells: progress into the store and the metrics, the claim
 * into the store, the check run to GitHub.
 * @throws ForgeError, or what the database threw
 */
export async function carryOutReview(started: StartedReview, world: JobWorld): Promise<TryEnd> {
  const { hold, review, tenant, access } = started;
  const { processes, settings, clock, log } = world;
  const meter = meterReview(review, world);
  const organisation = await world.readOrganisation(access, review);
  const order = makeOrder({ review, attempt: hold.held.attempt, access, organisation }, world);
  const detailsUrl = reviewUrl(settings.publicUrl, review.id);
  // Also a first try may be the second: one that was handed back, or a dead letter that was sent again.
  const mayExist = hold.held.attempt > 1 || review.startedAt !== null;
  const checks = checksOf(access, world);
  const check = reviewCheck({ review, checks, tenant, detailsUrl, mayExist, clock, log });
  const progress = writeProgress(tenant, review.id, world);
  let marked: Promise<void> = Promise.resolve();
  const onEvent = (event: ProcessEvent) => {
    meter.hear(event);
    if (event.kind === 'agent') progress.agent(event.status);
    if (event.kind === 'log') log[event.level](event.message, { review: review.id, ...event.fields });
    if (event.kind === 'claimed') marked = noteClaim(event, started, check, world);
  };
  const allow = (wish: SpendingWish) => allowSpending({ review, tenant }, wish, world);
  const end = await processes.run(order, onEvent, hold.signal, allow);
  await Promise.all([progress.finish(), marked]);
  const tried = await conclude(end, { check, isLastAttempt: hold.held.isLastAttempt });
  meter.end(end, tried.kind === 'failed' ? 'again' : 'final');
  return tried;
}

async function noteClaim(
  claim: Extract<ProcessEvent, { readonly kind: 'claimed' }>,
  { review, tenant }: StartedReview,
  check: ReviewCheck,
  world: WorkerWorld,
): Promise<void> {
  const { canWrite, headSha, baseSha, title, author, statusId, authorId } = claim;
  if (canWrite) check.start(headSha);
  const ids = statusId === null || authorId === null ? {} : { statusId, statusAuthorId: authorId };
  const marks = { headSha, baseSha, title, author, ...ids, statusSettled: !canWrite };
  // A claim that cannot be written now is found by the page it points to.
  await persist('a claim', () => tenant.mark(review.id, marks), world).catch((error: unknown) =>
    world.log.warn('a claim could not be noted', { review: review.id, reason: messageOf(error) }),
  );
}

interface Concluded {
  readonly check: ReviewCheck;
  readonly isLastAttempt: boolean;
}

async function conclude(end: ProcessEnd, { check, isLastAttempt }: Concluded): Promise<TryEnd> {
  switch (end.kind) {
    case 'failed':
      return end;
    case 'reviewed': {
      const failure = unpublished(end, isLastAttempt);
      if (failure !== null) return failure;
      const { report, published } = end;
      const statusSettled = await check.end(renderCheckRun(report, published.status));
      const reason = published.problems.length === 0 ? null : published.problems.join(' ');
      return ended({ state: 'done', reason, report, commentUrl: published.commentUrl, statusSettled });
    }
    case 'halted':
      await check.end(
        endedWithout('cancelled', end.why, `The review ended before it published anything: ${end.why}.`),
      );
      return ended({
        state: 'superseded',
        reason: end.why,
        report: null,
        commentUrl: null,
        usage: end.usage,
      });
    case 'answered':
      return ended({ state: 'answered', reason: null, report: null, commentUrl: null });
    case 'refused':
      return ended({ state: 'answered', reason: end.reason, report: null, commentUrl: null });
  }
}

function ended(end: ReviewEnd): TryEnd {
  return { kind: 'ended', end };
}

/**
 * A report whose status or comment GitHub did not take, for a reason that may pass: the next try posts what is missing
 * and nothing twice. After the last, what was posted stays and the reason is kept; a missing status never is.
 */
function unpublished(
  { report, published }: Extract<ProcessEnd, { readonly kind: 'reviewed' }>,
  isLastAttempt: boolean,
): Extract<TryEnd, { readonly kind: 'failed' }> | null {
  const { outcome, statusWritten, commentUrl, problems } = published;
  if (outcome !== 'partly' || (statusWritten && (commentUrl !== null || isLastAttempt))) return null;
  const reason = `Not all could be posted: ${problems.join(' ')}`;
  return { kind: 'failed', reason, isRetryable: true, usage: report.usage };
}
