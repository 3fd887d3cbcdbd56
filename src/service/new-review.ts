import type { AppRequest } from '../event/app-event.ts';
import { describedEvent } from '../event/app-schemas.ts';
import { momentOf } from '../event/moment-of.ts';
import { digestOf } from '../evidence/digest.ts';
import type { NewReview, ReviewTrigger, Tenant } from '../ports.ts';

/** The event that asks for a review, and what of the service decides what the review will say. */
export interface Asked {
  readonly request: AppRequest;
  readonly tenant: Tenant;
  readonly deliveryId: string;
  readonly payload: unknown;
  /** Digest of the service's own settings. */
  readonly serviceDigest: string;
}

/** A title is a line in a list. */
const MOST_TITLE = 300;
/** The number that stands where there is no pull request: a group of a merge queue holds several. */
export const NO_PULL_REQUEST = 0;

/**
 * The work that a request asks for. Two deliveries of one event make the same review of it, two pushes never do.
 */
export function newReviewOf(asked: Asked): NewReview {
  const { request, tenant, deliveryId, payload, serviceDigest } = asked;
  const moment = momentOf(payload);
  const { title, author } = descriptionOf(request, payload);
  const isPull = request.kind !== 'merge-group';
  return {
    installationId: tenant.installationId,
    repositoryId: tenant.repositoryId,
    pullNumber: isPull ? request.pullNumber : NO_PULL_REQUEST,
    headSha: request.kind === 'command' ? null : request.headSha,
    baseSha: moment.baseSha,
    configDigest: configDigestOf(serviceDigest, moment.baseSha),
    trigger: triggerOf(request),
    occasion: occasionOf(request, deliveryId, moment.updatedAt),
    title: title.slice(0, MOST_TITLE),
    author,
    askedBy: request.kind === 'merge-group' || triggerOf(request) === 'push' ? null : request.actor,
    eventAt: moment.updatedAt,
    request: { ...request },
  };
}

/** Digest of what decides what a review says: the settings of the service, and the base that holds the repository's. */
export function configDigestOf(serviceDigest: string, baseSha: string | null): string {
  return digestOf(serviceDigest, baseSha ?? '');
}

function triggerOf(request: AppRequest): ReviewTrigger {
  switch (request.kind) {
    case 'merge-group':
    case 'explain':
    case 'command':
      return request.kind;
    case 'review':
      if (request.trigger === 'command') return 'command';
      return request.trigger === 'dispatch' ? 'rerun' : 'push';
  }
}

/**
 * What tells two requests for the same head apart. A pull request that was a draft is reviewed again once it is ready;
 * a push that goes back to an older head, a base that goes back to an earlier one, and reopening ask for a review of
 * their own: comment and status speak of something else by then. The moment of the change is the same in every delivery of it.
 */
function occasionOf(request: AppRequest, deliveryId: string, updatedAt: string | null): string {
  if (request.kind === 'explain') return `check-run:${request.checkRunId}:${deliveryId}`;
  if (request.kind === 'merge-group') return 'merge-group';
  if (request.commentId !== undefined)
    return `${request.commentKind ?? 'conversation'}-comment:${request.commentId}`;
  if (request.kind === 'command') return `delivery:${deliveryId}`;
  switch (request.cause) {
    case 'synchronize':
    case 'reopened':
    case 'base-changed':
      return `${request.cause}:${updatedAt ?? deliveryId}`;
    case 'rerun':
      return `rerun:${deliveryId}`;
    default:
      return request.draft === true ? 'push:draft' : 'push';
  }
}

function descriptionOf(
  request: AppRequest,
  payload: unknown,
): { readonly title: string; readonly author: string } {
  if (request.kind === 'merge-group') return { title: 'Merge queue', author: '' };
  const parsed = describedEvent.safeParse(payload);
  const subject = parsed.success ? (parsed.data.pull_request ?? parsed.data.issue) : undefined;
  return {
    title: subject?.title ?? `Pull request ${request.pullNumber}`,
    author: subject?.user?.login ?? '',
  };
}
