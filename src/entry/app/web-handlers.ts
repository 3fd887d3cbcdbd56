import { makePersonHost } from '../../adapters/github/app/make-person-host.ts';
import { makeWebhooks } from '../../adapters/probot/make-webhooks.ts';
import { makeAcceptDelivery } from '../../service/accept-delivery.ts';
import { makeDashboard } from '../../service/dashboard/make-dashboard.ts';
import { makeReviewAgain } from '../../service/review-again.ts';
import { WEBHOOKS_PATH } from './paths.ts';
import type { Handler } from './serve.ts';
import { serviceDigest } from './service-digest.ts';
import type { Service } from './start-app.ts';

/** What answers requests of GitHub and of people. */
export interface WebHandlers {
  readonly handlers: readonly Handler[];
  close(): Promise<void>;
}

/** Makes the webhooks and the dashboard. */
export async function webHandlers(service: Service): Promise<WebHandlers> {
  const { settings, store, queue, database, clock, random, log, metrics, reviewers, publicUrl } = service;
  const { credentials, serverUrl, apiUrl } = settings;
  const { clientId, clientSecret } = credentials;
  const digest = serviceDigest(settings);
  const accept = makeAcceptDelivery(
    { store, log },
    { appId: credentials.appId, reviewers, serviceDigest: digest },
  );
  const webhooks = await makeWebhooks({
    secret: credentials.webhookSecret,
    appId: credentials.appId,
    privateKey: credentials.privateKey,
    path: WEBHOOKS_PATH,
    clock,
    log,
    metrics,
    handle: accept,
  });
  const canSignIn = clientId !== '' && clientSecret !== '';
  const dashboard = makeDashboard({
    database,
    people: canSignIn ? makePersonHost({ clientId, clientSecret, serverUrl, apiUrl, clock, log }) : null,
    // Stays the same over all processes and starts.
    secret: canSignIn ? clientSecret : credentials.webhookSecret,
    publicUrl,
    serverUrl,
    again: makeReviewAgain({ database, store, queue, random, serviceDigest: digest }),
    clock,
    random,
    log,
  });
  return {
    handlers: [webhooks, (request, response) => dashboard.handle(request, response)],
    close: () => dashboard.close(),
  };
}
