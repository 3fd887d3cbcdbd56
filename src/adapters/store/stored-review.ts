import { REVIEW_STATES, type ReviewState, type ReviewTrigger, type StoredReview } from '../../ports.ts';
import { dateIn, dateOrNull, numberIn, numberOrNull, type Row, textIn, textOrNull } from './rows.ts';

/** Columns of a review without its report, in the order of the port. */
export const REVIEW_COLUMNS = `id::text as id, installation_id, repository_id, pull_number, head_sha, base_sha,
  config_digest, trigger, occasion, title, author, asked_by, event_at, request, job_id::text as job_id, state, attempt,
  queued_at, started_at, finished_at, status_id, status_author_id, check_run_id, reason`;

/** A row of these columns as the port has it. */
export function storedReviewOf(row: Row): StoredReview {
  return {
    id: textIn(row, 'id'),
    installationId: numberIn(row, 'installation_id'),
    repositoryId: numberIn(row, 'repository_id'),
    pullNumber: numberIn(row, 'pull_number'),
    headSha: textOrNull(row, 'head_sha'),
    baseSha: textOrNull(row, 'base_sha'),
    configDigest: textIn(row, 'config_digest'),
    // The table allows no other words.
    trigger: textIn(row, 'trigger') as ReviewTrigger,
    occasion: textIn(row, 'occasion'),
    title: textIn(row, 'title'),
    author: textIn(row, 'author'),
    askedBy: textOrNull(row, 'asked_by'),
    eventAt: dateOrNull(row, 'event_at')?.toISOString() ?? null,
    request: requestOf(row.request),
    jobId: textOrNull(row, 'job_id'),
    state: stateOf(textIn(row, 'state')),
    attempt: numberIn(row, 'attempt'),
    queuedAt: dateIn(row, 'queued_at'),
    startedAt: dateOrNull(row, 'started_at'),
    finishedAt: dateOrNull(row, 'finished_at'),
    statusId: numberOrNull(row, 'status_id'),
    statusAuthorId: numberOrNull(row, 'status_author_id'),
    checkRunId: numberOrNull(row, 'check_run_id'),
    reason: textOrNull(row, 'reason'),
  };
}

function stateOf(text: string): ReviewState {
  const state = REVIEW_STATES.find((one) => one === text);
  if (state === undefined) throw new Error(`"${text}" is no state of a review.`);
  return state;
}

function requestOf(value: unknown): StoredReview['request'] {
  return typeof value === 'object' && value !== null ? (value as StoredReview['request']) : {};
}
