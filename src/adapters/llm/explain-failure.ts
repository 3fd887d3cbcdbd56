import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
} from '@anthropic-ai/sdk';
import type { ModelFailureKind } from '../../ports.ts';

/** What a failed try means. */
export interface Failure {
  readonly kind: ModelFailureKind;
  /** Our own words and the status: the server's text may hold the key or text of the change. */
  readonly reason: string;
  readonly mayRetry: boolean;
  /** Milliseconds the server asked us to wait, or null. */
  readonly wait: number | null;
  readonly requestId: string | null;
}

/** Sorts whatever a call threw, by class and status, never by words. */
export function explainFailure(thrown: unknown): Failure {
  const plain = (kind: ModelFailureKind, reason: string, mayRetry: boolean): Failure => ({
    kind,
    reason,
    mayRetry,
    wait: null,
    requestId: null,
  });
  if (thrown instanceof APIUserAbortError) return plain('aborted', 'the call was stopped', false);
  if (thrown instanceof APIConnectionTimeoutError)
    return plain('timed-out', 'the server did not answer', true);
  if (thrown instanceof APIConnectionError)
    return plain('unreachable', 'the server could not be reached', true);
  if (!(thrown instanceof APIError)) {
    return plain('protocol', 'the answer is no stream of the Messages API', !(thrown instanceof RangeError));
  }
  const byType = thrown.status === undefined ? statusOfType(thrown.type) : thrown.status;
  const { kind, words, mayRetry } = byStatus(byType);
  return {
    kind,
    reason: `${words} (${byType})`,
    mayRetry,
    wait: retryAfter(thrown.headers),
    requestId: thrown.requestID ?? null,
  };
}

interface StatusMeaning {
  readonly kind: ModelFailureKind;
  readonly words: string;
  readonly mayRetry: boolean;
}

function byStatus(status: number): StatusMeaning {
  if (status === 401)
    return { kind: 'unauthorised', words: 'the server does not accept the key', mayRetry: false };
  if (status === 402) return { kind: 'unauthorised', words: 'the account cannot pay', mayRetry: false };
  if (status === 403) {
    return { kind: 'unauthorised', words: 'the key may not use this model or server', mayRetry: false };
  }
  if (status === 404)
    return { kind: 'bad-request', words: 'the server does not know the model or address', mayRetry: false };
  if (status === 413)
    return { kind: 'bad-request', words: 'the request is too large for the server', mayRetry: false };
  if (status === 429) return { kind: 'rate-limited', words: 'the rate limit is reached', mayRetry: true };
  if (status === 529) return { kind: 'overloaded', words: 'the server is overloaded', mayRetry: true };
  if (status === 408) return { kind: 'timed-out', words: 'the server gave up waiting', mayRetry: true };
  if (status >= 500) return { kind: 'overloaded', words: 'the server failed', mayRetry: true };
  if (status >= 300 && status < 400) {
    return { kind: 'protocol', words: 'the server redirects, which is not followed', mayRetry: false };
  }
  return { kind: 'bad-request', words: 'the server refuses the request', mayRetry: false };
}

/** Errors inside a stream carry a type in place of a status (Messages API, streaming errors). */
const STATUS_OF_TYPE: ReadonlyMap<string, number> = new Map([
  ['invalid_request_error', 400],
  ['authentication_error', 401],
  ['permission_error', 403],
  ['not_found_error', 404],
  ['request_too_large', 413],
  ['rate_limit_error', 429],
  ['overloaded_error', 529],
]);

function statusOfType(type: string | null): number {
  return STATUS_OF_TYPE.get(type ?? '') ?? 500;
}

function retryAfter(headers: Headers | undefined): number | null {
  const exact = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(exact) && exact >= 0) return exact;
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
