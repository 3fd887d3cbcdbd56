import { type ErrorCode, ForgeError } from '../../errors.ts';
import { type FailedAnswer, isLimit } from './retry-policy.ts';

/** What to do when the host does not take what a request is signed with, or does not allow it. */
export interface Advice {
  readonly unauthorised: string;
  readonly forbidden: string;
}

const JOB_ADVICE: Advice = {
  unauthorised: 'Check the input `github-token`: it may be expired.',
  forbidden:
    'Grant the job the permissions the README lists: contents: read, pull-requests: write, statuses: write.',
};

/**
 * An answer that was no success, as an error whose status decides what is done. The host's own words are kept as cause
 * for the debug log only: they may repeat hostile text.
 * @param what method and route, without values
 */
export function asForgeError(
  error: unknown,
  answer: FailedAnswer,
  what: string,
  advice: Advice = JOB_ADVICE,
): ForgeError {
  const { status } = answer;
  const [code, why, remedy] = explain(answer, advice);
  const maybeDone = status === null || status >= 500;
  return new ForgeError(
    code,
    `GitHub ${why} (${what}, ${status === null ? 'no answer' : `status ${status}`}).`,
    remedy,
    { status, maybeDone },
    { cause: error },
  );
}

function explain(answer: FailedAnswer, advice: Advice): readonly [ErrorCode, string, string] {
  const { status } = answer;
  if (isLimit(answer))
    return [
      'forge-limited',
      'refused for its rate limit for longer than we wait',
      'Run the review again later, or with a token of its own.',
    ];
  if (status === 401) return ['forge-forbidden', 'did not accept the token', advice.unauthorised];
  if (status === 403) return ['forge-forbidden', 'does not allow this token to do that', advice.forbidden];
  if (status === 404 || status === 410)
    return [
      'forge-not-found',
      'does not know this, or hides it from this token',
      'Check the repository, the number and what the token may read.',
    ];
  if (status === null || status >= 500)
    return ['forge-unavailable', 'could not be reached or failed', 'Run the review again.'];
  return ['forge-refused', 'refused the request', 'Report this with the log of a run in debug mode.'];
}
