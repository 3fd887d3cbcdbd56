import type { IncomingMessage, ServerResponse } from 'node:http';
import { Probot } from 'probot';
import { messageOf } from '../../errors.ts';
import type { Clock, Log, Metrics, WebhookOutcome } from '../../ports.ts';
import { announce, isRefusal, type Refusal } from './announce.ts';
import { type Body, makeBodyReader } from './read-body.ts';

/** A delivery of GitHub whose signature was verified. */
export interface WebhookDelivery {
  /** `X-GitHub-Delivery`. */
  readonly id: string;
  /** `X-GitHub-Event`. */
  readonly name: string;
  /** Parsed JSON, an object. */
  readonly payload: object;
}

export interface WebhookOptions {
  /** What GitHub signs with. */
  readonly secret: string;
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  /** Path that GitHub posts to; others are left to the next handler. */
  readonly path: string;
  /** Most bytes of a delivery; GitHub sends none above 25 MB. */
  readonly mostBytes?: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /**
   * Takes a delivery in. GitHub is told that it arrived when this resolves, so it resolves once the delivery is durable.
   */
  readonly handle: (delivery: WebhookDelivery) => Promise<WebhookOutcome>;
}

/** Answers a request, or leaves it alone. @returns whether it was answered */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

const MOST_BYTES = 25 * 1024 * 1024;
const MOST_BYTES_AT_ONCE = 128 * 1024 * 1024;

/** What became of a delivery. */
interface Taken {
  readonly event: string;
  readonly outcome: WebhookOutcome;
}

/**
 * Webhooks by Probot, which verifies the signature (HMAC-SHA-256, compared in constant time) and hands the event on. Our
 * own checks stand before it, because its middleware reads bodies without a limit, repairs bytes that are no text before
 * it verifies them, and answers after nine seconds whether or not anything is stored. Nothing of a request reaches
 * `handle` or the log before its signature was verified.
 */
export async function makeWebhooks(options: WebhookOptions): Promise<RequestHandler> {
  const { clock, log, metrics, path } = options;
  const probot = await openProbot(options);
  const mostBytes = options.mostBytes ?? MOST_BYTES;
  const readBody = makeBodyReader({ mostBytes, mostBytesAtOnce: MOST_BYTES_AT_ONCE });
  const take = async (request: IncomingMessage): Promise<Taken | Refusal> => {
    const announced = announce(request);
    if (isRefusal(announced)) return announced;
    const { id, name, signature } = announced;
    const text = textOf(await readBody(request));
    if (typeof text !== 'string') return text;
    if (!(await probot.verify(text, signature)))
      return { status: 401, reason: 'The signature does not fit. Is the webhook secret the one of the App?' };
    const payload = parseObject(text);
    if (payload === null) return { status: 400, reason: 'The body is not an object in JSON.' };
    return { event: name, outcome: await probot.receive({ id, name, payload }) };
  };
  return async (request, response) => {
    if (pathOf(request) !== path) return false;
    const start = clock.steady();
    const taken = await take(request);
    // The name of an event counts as one only when GitHub signed it.
    const { event, outcome } = isRefusal(taken) ? { event: 'unknown', outcome: 'rejected' as const } : taken;
    const said = isRefusal(taken) ? taken : SAID[taken.outcome === 'failed' ? 'failed' : 'taken'];
    if (isRefusal(taken)) {
      log.warn(`A webhook was refused: ${taken.reason}`, { status: taken.status });
      request.resume();
    }
    response.writeHead(said.status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${said.reason}\n`);
    metrics.record({ kind: 'webhook', event, outcome, seconds: (clock.steady() - start) / 1_000 });
    return true;
  };
}

const SAID = {
  taken: { status: 202, reason: 'Accepted.' },
  failed: { status: 500, reason: 'The delivery could not be stored. It has to be sent again.' },
} as const;

/** What we use of Probot. */
interface OpenProbot {
  verify(text: string, signature: string): Promise<boolean>;
  receive(delivery: WebhookDelivery): Promise<WebhookOutcome>;
}

async function openProbot({ secret, appId, privateKey, handle, log }: WebhookOptions): Promise<OpenProbot> {
  // Its own log goes past our filter, so it is left with what cannot happen.
  const probot = new Probot({ appId, privateKey, secret, logLevel: 'fatal' });
  await probot.ready();
  const outcomes = new WeakMap<object, WebhookOutcome>();
  probot.onAny(async ({ id, name, payload }) => {
    try {
      outcomes.set(payload, await handle({ id, name, payload }));
    } catch (thrown) {
      // Probot would log the error together with the whole payload.
      log.warn(`The delivery ${id} could not be stored: ${messageOf(thrown)}`, { event: name });
    }
  });
  return {
    verify: (text, signature) => probot.webhooks.verify(text, signature),
    receive: async (delivery) => {
      // Its types list the events of today; which of them mean something is decided behind it.
      try {
        await probot.receive(delivery as Parameters<typeof probot.receive>[0]);
      } catch (thrown) {
        // Names such as `__proto__` trip Probot after our handler has run.
        log.warn(`Probot failed on the delivery ${delivery.id}: ${messageOf(thrown)}`);
      }
      return outcomes.get(delivery.payload) ?? 'failed';
    },
  };
}

function textOf(body: Body): string | Refusal {
  switch (body.kind) {
    case 'too-large':
      return { status: 413, reason: 'The body is larger than GitHub sends.' };
    case 'busy':
      return { status: 503, reason: 'Too much is being sent at the same time.' };
    case 'not-text':
      return { status: 400, reason: 'The body is not text in UTF-8.' };
    case 'broken-off':
      return { status: 400, reason: 'The body was not sent to its end.' };
    case 'text':
      return body.text === '' ? { status: 400, reason: 'The body is empty.' } : body.text;
  }
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function pathOf({ url = '' }: IncomingMessage): string {
  const [path = ''] = url.split('?', 1);
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}
