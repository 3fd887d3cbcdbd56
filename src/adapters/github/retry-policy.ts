/** What an answer says about sending the request again. Header names in lower case. */
export interface FailedAnswer {
  /** Null when no answer arrived. */
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

export interface RetryQuestion {
  readonly answer: FailedAnswer;
  /** 1 after the first try. */
  readonly tries: number;
  /** Doing it twice is the same as doing it once. */
  readonly idempotent: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const MOST_TRIES = 4;
const FIRST_PAUSE_MS = 500;
/** GitHub asks for at least a minute when it names no time (facts: rate limits for the REST API). */
const UNNAMED_LIMIT_MS = 60_000;

/**
 * How long to wait before the request is sent again, or null when it must not be. A limit is known by status 403 or 429
 * with its headers (`retry-after`, then `x-ratelimit-remaining: 0` with `x-ratelimit-reset`); a request that met a
 * limit was not carried out, so it may always be repeated. A 403 without them is a missing permission: no repetition.
 */
export function waitBeforeRetry({ answer, tries, idempotent, now }: RetryQuestion): number | null {
  if (tries >= MOST_TRIES) return null;
  const limited = limitWait(answer, tries, now);
  if (limited !== null) return limited;
  const broken = answer.status === null || [500, 502, 503, 504].includes(answer.status);
  return broken && idempotent ? FIRST_PAUSE_MS * 2 ** (tries - 1) : null;
}

/** True when the answer is a rate limit, primary or secondary. */
export function isLimit(answer: FailedAnswer): boolean {
  return limitWait(answer, 1, 0) !== null;
}

function limitWait({ status, headers }: FailedAnswer, tries: number, now: number): number | null {
  if (status !== 403 && status !== 429) return null;
  const after = secondsOf(headers['retry-after']);
  if (after !== null) return after * 1_000;
  const reset = secondsOf(headers['x-ratelimit-reset']);
  if (String(headers['x-ratelimit-remaining']) === '0' && reset !== null)
    return Math.max(0, reset * 1_000 - now) + 1_000;
  return status === 429 ? UNNAMED_LIMIT_MS * 2 ** (tries - 1) : null;
}

function secondsOf(value: string | number | undefined): number | null {
  if (value === undefined || !/^\d{1,12}$/.test(String(value))) return null;
  return Number(value);
}
