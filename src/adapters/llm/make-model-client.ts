import Anthropic from '@anthropic-ai/sdk';
import type { Tokens } from '../../model.ts';
import type { Clock, ModelClient, ModelFailureKind, ModelRequest, Random } from '../../ports.ts';
import { checkBaseUrl } from './check-base-url.ts';
import { explainFailure, type Failure } from './explain-failure.ts';
import { type Arrived, nothingArrived, readStream } from './read-stream.ts';
import { type ModelProfile, toWire } from './to-wire.ts';

export interface ModelClientOptions {
  /** Stays in this closure. */
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly profile: ModelProfile;
  readonly clock: Clock;
  readonly random: Random;
  /** In place of the platform's; for proxies and tests. */
  readonly fetch?: typeof fetch;
}

const MOST_TRIES = 3;
/** Wait before the second try; doubled for the third, with up to a quarter of jitter. */
const FIRST_WAIT_MS = 500;
/** Longest wait that is obeyed when the request has no deadline of its own. */
const LONGEST_WAIT_MS = 30_000;
/** For the answer's head; the body is bounded by the caller's signal. */
const HEAD_TIMEOUT_MS = 120_000;

const SILENT = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
} as const;

/**
 * A client of the Messages API. It streams, follows no redirect, logs nothing and is the only layer that tries again:
 * three tries at most, and a stream that breaks off is tried again once, as a whole.
 * @throws ReviewError when the address may not be used
 */
export function makeModelClient(options: ModelClientOptions): ModelClient {
  const { clock, profile } = options;
  const sdk = makeSdk(options);
  return {
    call: async (request, signal, onFirstEvent) => {
      const began = clock.steady();
      let usage: Tokens = nothingArrived().usage;
      let requestId: string | null = null;
      let announced = false;
      const announce = () => {
        if (!announced) onFirstEvent?.();
        announced = true;
      };
      let brokenStreams = 0;
      for (let tries = 1; ; tries += 1) {
        const arrived = nothingArrived();
        const attempt = await tryOnce(sdk, request, profile, signal, arrived, announce);
        usage = add(usage, arrived.usage);
        requestId = attempt.requestId ?? requestId;
        const facts = { model: request.model, usage, requestId, tries };
        const facing = () => ({ ...facts, ms: Math.round(clock.steady() - began) });
        const failure = attempt.failure;
        if (failure === null) return { ...finish(arrived), ...facing() };
        if (attempt.midStream) brokenStreams += 1;
        const wait = waitBefore(tries, failure, options.random);
        const fits =
          wait <= LONGEST_WAIT_MS && clock.steady() + wait < (request.notAfter ?? Number.POSITIVE_INFINITY);
        const again = failure.mayRetry && tries < MOST_TRIES && brokenStreams < 2 && fits;
        if (!again || !(await pause(wait, signal, clock))) {
          const kind = signal.aborted ? 'aborted' : failure.kind;
          return { kind, reason: describe(failure, kind, tries, fits), text: arrived.text, ...facing() };
        }
      }
    },
  };
}

function makeSdk({ apiKey, baseUrl, fetch: given }: ModelClientOptions): Anthropic {
  const send = given ?? fetch;
  return new Anthropic({
    apiKey,
    baseURL: checkBaseUrl(baseUrl),
    maxRetries: 0,
    timeout: HEAD_TIMEOUT_MS,
    logger: SILENT,
    logLevel: 'off',
    openTelemetry: false,
    // A redirect could carry key and code to another host (security requirement R16).
    fetch: (url, init) => send(url, { ...init, redirect: 'manual' }),
  });
}

interface Attempt {
  readonly failure: Failure | null;
  readonly requestId: string | null;
  readonly midStream: boolean;
}

async function tryOnce(
  sdk: Anthropic,
  request: ModelRequest,
  profile: ModelProfile,
  signal: AbortSignal,
  arrived: Arrived,
  announce: () => void,
): Promise<Attempt> {
  let requestId: string | null = null;
  let midStream = false;
  try {
    const answer = await sdk.messages.create(toWire(request, profile), { signal }).withResponse();
    requestId = answer.request_id ?? null;
    const type = answer.response.headers.get('content-type') ?? '';
    if (!type.includes('text/event-stream')) {
      await answer.response.body?.cancel();
      return {
        failure: protocol('the server answered with something other than a stream', false),
        requestId,
        midStream,
      };
    }
    midStream = true;
    await readStream(answer.data, arrived, announce);
    if (signal.aborted) return { failure: stopped(), requestId, midStream };
    if (!arrived.ended) return { failure: protocol('the answer broke off', true), requestId, midStream };
    return { failure: null, requestId, midStream };
  } catch (thrown) {
    if (signal.aborted) return { failure: stopped(), requestId, midStream };
    const failure = explainFailure(thrown);
    return { failure, requestId: requestId ?? failure.requestId, midStream };
  }
}

function protocol(reason: string, mayRetry: boolean): Failure {
  return { kind: 'protocol', reason, mayRetry, wait: null, requestId: null };
}

function stopped(): Failure {
  return { kind: 'aborted', reason: 'the call was stopped', mayRetry: false, wait: null, requestId: null };
}

/** The answer by its stop reason. Anything but a regular end is a failure: a cut or refused review is not a review. */
function finish({ text, stopReason }: Arrived) {
  if (stopReason === 'max_tokens' || stopReason === 'model_context_window_exceeded') {
    return { kind: 'truncated' as const, reason: `the answer was cut off (${stopReason})`, text };
  }
  if (stopReason === 'refusal') {
    return { kind: 'refused' as const, reason: 'the model declined to answer', text };
  }
  if (stopReason === 'end_turn' || stopReason === 'stop_sequence') {
    return { kind: 'answer' as const, text, stopReason };
  }
  return { kind: 'protocol' as const, reason: 'the answer ended for a reason that is not known', text };
}

function waitBefore(tries: number, failure: Failure, random: Random): number {
  const jitter = Number.parseInt(random.hex(2), 16) / 0xffff;
  return failure.wait ?? FIRST_WAIT_MS * 2 ** (tries - 1) * (1 + jitter / 4);
}

/** Waits on the injected clock. @returns false when the signal aborted first */
function pause(ms: number, signal: AbortSignal, clock: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const stop = () => {
      cancel();
      resolve(false);
    };
    const cancel = clock.after(ms, () => {
      signal.removeEventListener('abort', stop);
      resolve(true);
    });
    signal.addEventListener('abort', stop, { once: true });
  });
}

function describe(failure: Failure, kind: ModelFailureKind, tries: number, fits: boolean): string {
  if (kind === 'aborted' && failure.kind !== 'aborted') return `stopped while waiting: ${failure.reason}`;
  const late =
    failure.mayRetry && !fits && tries < MOST_TRIES ? ', and asks to wait longer than there is time' : '';
  return `${failure.reason}${tries > 1 ? `, ${tries} tries` : ''}${late}`;
}

function add(a: Tokens, b: Tokens): Tokens {
  return {
    input: a.input + b.input,
    cacheWritten: a.cacheWritten + b.cacheWritten,
    cacheRead: a.cacheRead + b.cacheRead,
    output: a.output + b.output,
  };
}
