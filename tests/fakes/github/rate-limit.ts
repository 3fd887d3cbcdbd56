import { type Answer, type Call, refuse } from './answers.ts';
import type { State, Token } from './state.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Routes that make content others are told of; they count towards the secondary limit (facts/github.md, 1.7). */
const CONTENT = /\/(comments|replies|reviews)$/;

/** @throws Refusal when the token has used up its hour or writes too fast */
export function countRequest(call: Call, method: string): void {
  const { state, token } = call;
  if (token === null) return;
  const now = state.milliseconds();
  if (now >= token.resetAt) {
    token.used = 0;
    token.resetAt = now + HOUR;
  }
  if (call.route === 'GET /rate_limit') return;
  if (token.used >= token.limit) throw primaryLimit(token);
  token.used += 1;
  if (method !== 'POST' || !CONTENT.test(call.route)) return;
  const recent = (span: number) => token.writes.filter((time) => time > now - span).length;
  if (recent(MINUTE) >= state.limits.writesPerMinute || recent(HOUR) >= state.limits.writesPerHour) {
    throw secondaryLimit(403, 60);
  }
  token.writes.push(now);
}

export function primaryLimit(token: Token) {
  return refuse(403, `API rate limit exceeded for installation ID ${token.user.id}.`);
}

export function secondaryLimit(status: 403 | 429, retryAfter: number | undefined) {
  const message =
    'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. ' +
    'Please retry your request again later.';
  return refuse(status, message, {}, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
}

/** The headers every answer carries. */
export function rateHeaders(state: State, token: Token | null): Readonly<Record<string, string>> {
  const limit = token?.limit ?? 60;
  const used = Math.min(token?.used ?? 0, limit);
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(limit - used),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(Math.ceil((token?.resetAt ?? state.milliseconds() + HOUR) / 1000)),
    'x-ratelimit-resource': 'core',
  };
}

/** Uses up a token's hour; it ends `seconds` from now. */
export function exhaust(token: Token, state: State, seconds: number): Answer {
  token.used = token.limit;
  token.resetAt = state.milliseconds() + seconds * 1000;
  return primaryLimit(token).answer;
}
