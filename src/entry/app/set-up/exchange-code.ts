import { makeClient } from '../../../adapters/github/make-client.ts';
import { ReviewError } from '../../../errors.ts';
import { integer, object, safely, text } from '../../../event/shape.ts';
import type { Clock, Log } from '../../../ports.ts';
import type { GivenCredentials } from '../credentials.ts';

const conversion = safely(
  object({
    id: integer(1),
    pem: text,
    webhook_secret: text,
    client_id: text,
    client_secret: text,
    html_url: text,
  }),
);

/** An App that GitHub just made. */
export interface NewApp {
  readonly credentials: GivenCredentials;
  /** Its page on GitHub. */
  readonly pageUrl: string;
}

/**
 * Exchanges the code that the browser brought for the new App's credentials. A code works once.
 * @throws ForgeError when GitHub does not take it; ReviewError when the answer is none
 */
export async function exchangeCode(
  code: string,
  { apiUrl, clock, log }: { readonly apiUrl: string; readonly clock: Clock; readonly log: Log },
): Promise<NewApp> {
  const client = makeClient({ token: '', apiUrl, clock, log, patienceMs: 20_000 });
  const { data } = await client.request('POST /app-manifests/{code}/conversions', { code });
  const parsed = conversion.safeParse(data);
  if (!parsed.success) {
    throw new ReviewError(
      'forge-refused',
      'GitHub answered without the credentials of the App.',
      'Delete the App on GitHub and register it again.',
    );
  }
  const { id, pem, webhook_secret, client_id, client_secret, html_url } = parsed.data;
  return {
    credentials: {
      appId: String(id),
      privateKey: pem,
      webhookSecret: webhook_secret,
      clientId: client_id,
      clientSecret: client_secret,
    },
    pageUrl: html_url,
  };
}
