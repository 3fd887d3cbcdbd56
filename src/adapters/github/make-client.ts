import { Octokit } from '@octokit/rest';
import type { Clock, Log, RateLimit } from '../../ports.ts';
import { type Advice, asForgeError } from './as-forge-error.ts';
import { recordOf } from './json-record.ts';
import { readRateLimit } from './read-rate-limit.ts';
import { type FailedAnswer, waitBeforeRetry } from './retry-policy.ts';
import { wait } from './wait.ts';

export interface ClientOptions {
  /** A token, or what makes one anew for every request. */
  readonly token: string | (() => string);
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds between the starts of two writes; 1,000 as GitHub asks for. */
  readonly writeSpacingMs?: number;
  /** Most milliseconds that one request waits in all before it is given up. */
  readonly patienceMs?: number;
  /** Most milliseconds for one answer. */
  readonly answerMs?: number;
  readonly fetch?: typeof fetch;
  /** What to do when the token is not taken; what a job of GitHub Actions would do when absent. */
  readonly advice?: Advice;
  /** Hears what is left of our limits, after every answer that says so. */
  readonly onRateLimit?: (limit: RateLimit) => void;
}

/** Requests by their route. The tables of ready-made methods are no part of what ships (`scripts/build.ts`). */
export type Client = Pick<Octokit, 'request'>;

const API_VERSION = '2022-11-28';
const DEFAULT_SPACING_MS = 1_000;
const DEFAULT_PATIENCE_MS = 90_000;
const DEFAULT_ANSWER_MS = 30_000;

/** The parts of a request that decide how it may be repeated. */
interface Sent {
  readonly method: string;
  readonly url: string;
  readonly signal: AbortSignal | undefined;
  readonly isWrite: boolean;
  /** Its sender looks before it is sent again, though its method would allow to repeat it. */
  readonly once: boolean;
}

/**
 * The one way to GitHub: every request goes through this retry layer and no other. Reads and updates are repeated after
 * a lost or broken answer; a POST that may have been carried out never is (its sender looks first). Limits are waited
 * for by their headers as long as `patienceMs` allows. Writes start at least `writeSpacingMs` apart, one at a time.
 */
export function makeClient(options: ClientOptions): Client {
  const { clock, log, token } = options;
  const client = new Octokit({
    ...(typeof token === 'string' ? { auth: token } : {}),
    baseUrl: options.apiUrl.replace(/\/+$/, ''),
    userAgent: 'multi-agent-review',
    request: { ...(options.fetch === undefined ? {} : { fetch: options.fetch }) },
    log: {
      // Octokit's debug line holds the whole request; only method, path and status are logged.
      debug: () => undefined,
      info: (message: string) => log.debug(message),
      warn: (message: string) => log.debug(message),
      error: (message: string) => log.debug(message),
    },
  });
  const pace = makePace(clock, options.writeSpacingMs ?? DEFAULT_SPACING_MS);
  client.hook.wrap('request', async (request, given) => {
    const sent = describe(given);
    const patience = clock.steady() + (options.patienceMs ?? DEFAULT_PATIENCE_MS);
    given.headers['x-github-api-version'] = API_VERSION;
    for (let tries = 1; ; tries += 1) {
      if (sent.isWrite) await pace(sent.signal);
      if (typeof token === 'function') given.headers.authorization = `bearer ${token()}`;
      const timer = new AbortController();
      const cancel = clock.after(options.answerMs ?? DEFAULT_ANSWER_MS, () => timer.abort());
      try {
        const response = await request({
          ...given,
          request: { ...given.request, signal: withSignal(timer.signal, sent.signal) },
        });
        tellLimit(response.headers, options);
        return response;
      } catch (error) {
        sent.signal?.throwIfAborted();
        const answer = answerOf(error);
        tellLimit(answer.headers, options);
        const idempotent = !sent.once && (sent.method !== 'POST' || isQuery(sent));
        const pause = waitBeforeRetry({ answer, tries, idempotent, now: clock.now() });
        if (pause === null || clock.steady() + pause > patience)
          throw asForgeError(error, answer, `${sent.method} ${sent.url}`, options.advice);
        log.debug('GitHub is asked again', { status: answer.status, pauseMs: pause, tries });
        await wait(clock, pause, sent.signal);
      } finally {
        cancel();
      }
    }
  });
  return client;
}

function describe(given: {
  readonly method?: string;
  readonly url: string;
  readonly data?: unknown;
  readonly request?: { readonly signal?: AbortSignal; readonly once?: boolean };
}): Sent {
  const { method = 'GET', url } = given;
  // Reads of GraphQL are sent as POST too.
  const { query } = recordOf(given.data);
  const isMutation = typeof query === 'string' && query.startsWith('mutation');
  const isWrite = method !== 'GET' && (!isQuery({ url }) || isMutation);
  const { signal, once = false } = given.request ?? {};
  return { method, url, signal, isWrite, once };
}

/** What goes to GraphQL may be repeated: our mutations set a value. */
function isQuery({ url }: Pick<Sent, 'url'>): boolean {
  return url.endsWith('/graphql');
}

function withSignal(timer: AbortSignal, signal: AbortSignal | undefined): AbortSignal {
  return signal === undefined ? timer : AbortSignal.any([timer, signal]);
}

function tellLimit(headers: FailedAnswer['headers'], { onRateLimit }: ClientOptions): void {
  const limit = onRateLimit === undefined ? null : readRateLimit(headers);
  if (limit !== null) onRateLimit?.(limit);
}

/** What came back. Octokit reports a lost connection as status 500 without a response. */
function answerOf(error: unknown): FailedAnswer {
  const response = typeof error === 'object' && error !== null && 'response' in error ? error.response : null;
  if (typeof response !== 'object' || response === null || !('status' in response))
    return { status: null, headers: {} };
  const headers: Record<string, string | number | undefined> = Object.create(null);
  if ('headers' in response && typeof response.headers === 'object' && response.headers !== null) {
    for (const [name, value] of Object.entries(response.headers)) {
      if (typeof value === 'string' || typeof value === 'number') headers[name.toLowerCase()] = value;
    }
  }
  return { status: typeof response.status === 'number' ? response.status : null, headers };
}

/** Lets writes start one after the other, at least `spacing` apart. */
function makePace(clock: Clock, spacing: number): (signal: AbortSignal | undefined) => Promise<void> {
  let next = Number.NEGATIVE_INFINITY;
  return async (signal) => {
    const now = clock.steady();
    const start = Math.max(now, next);
    next = start + spacing;
    if (start > now) await wait(clock, start - now, signal);
  };
}
