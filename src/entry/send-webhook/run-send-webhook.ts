import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { messageOf, ReviewError } from '../../errors.ts';
import type { Environment } from '../app/app-settings.ts';
import { silentLog, systemClock } from '../system-ports.ts';
import { pullPayload } from './pull-payload.ts';
import { signedDelivery } from './sign-delivery.ts';
import { readWebhookOptions, USAGE, type WebhookOptions } from './webhook-options.ts';

/** What the process gives the program. */
export interface SendWebhookProcess {
  readonly args: readonly string[];
  readonly environment: Environment;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** 0: the App took the delivery in; 1: it did not, or was not reached; 3: there was nothing to send. */
const EXIT = { taken: 0, refused: 1, badInput: 3 } as const;

/**
 * Sends one signed webhook.
 * @returns the exit code
 */
export async function runSendWebhook({ args, environment, out, error }: SendWebhookProcess): Promise<number> {
  try {
    const options = readWebhookOptions(args, environment);
    if (options === null) {
      out(USAGE);
      return EXIT.taken;
    }
    const body = await payloadOf(options);
    const deliveryId = options.deliveryId ?? randomUUID();
    const { secret, event, url } = options;
    const sent = signedDelivery({ secret, event, payload: body, deliveryId });
    const { status, text } = await post(url, sent);
    out(`${event} ${deliveryId} → ${url}: ${status} ${text.trim().slice(0, 300)}\n`);
    if (status === 202) return EXIT.taken;
    error(`${ADVICE[status] ?? 'The log of the App says why.'}\n`);
    return EXIT.refused;
  } catch (thrown) {
    const isOurs = thrown instanceof ReviewError;
    error(`${isOurs ? `${thrown.message} ${thrown.remedy}` : `Nothing was sent: ${messageOf(thrown)}`}\n`);
    return isOurs && thrown.code === 'bad-usage' ? EXIT.badInput : EXIT.refused;
  }
}

/** What to do about an answer that is not 202. */
const ADVICE: Readonly<Record<number, string>> = {
  401: 'Sign with the secret that the App was started with: --secret or WEBHOOK_SECRET.',
  404: 'Nothing takes webhooks at that address: check --url.',
};

async function payloadOf({ what }: WebhookOptions): Promise<string> {
  if (what.kind === 'pull')
    return JSON.stringify(await pullPayload(what, { clock: systemClock, log: silentLog }));
  let text: string;
  try {
    text = await readFile(what.path, 'utf8');
  } catch (cause) {
    throw new ReviewError('bad-usage', `"${what.path}" cannot be read.`, 'Give --payload a file with JSON.', {
      cause,
    });
  }
  try {
    JSON.parse(text);
    return text;
  } catch (thrown) {
    throw new ReviewError(
      'bad-usage',
      `"${what.path}" is no JSON: ${messageOf(thrown)}.`,
      'Give --payload what GitHub sends as the body of an event.',
    );
  }
}

async function post(
  url: string,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(15_000),
    });
    return { status: answer.status, text: await answer.text() };
  } catch (cause) {
    const why =
      cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : messageOf(cause);
    throw new ReviewError(
      'timed-out',
      `No answer from ${url}: ${why}.`,
      'Start the App with npm run app, or give its address with --url.',
      { cause },
    );
  }
}
