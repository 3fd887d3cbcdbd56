import { ForgeError, ReviewError } from '../../../errors.ts';
import type { AppHost, Clock, Installation, Log } from '../../../ports.ts';
import type { Advice } from '../as-forge-error.ts';
import { recordOf } from '../json-record.ts';
import { type ClientOptions, makeClient } from '../make-client.ts';
import { failedDeliveries, redeliver } from './failed-deliveries.ts';
import { mintNamedToken, mintToken } from './mint-token.ts';
import { readPrivateKey } from './read-private-key.ts';
import { signWebToken } from './sign-web-token.ts';
import { toInstallation } from './to-installation.ts';

export interface AppHostOptions {
  /** Number or client id of the App. */
  readonly appId: string;
  /** PEM: as the file is, with `\n` spelt out, or in base64. */
  readonly privateKey: string;
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch?: typeof fetch;
}

const PAGE = 100;

/** What to do when GitHub does not take what the App signs with. */
export const APP_ADVICE: Advice = {
  unauthorised:
    'Check that the id and the private key belong to the same App, and that the clock of this machine is right.',
  forbidden:
    "Check that the installation is not suspended and that its owner has approved the App's permissions.",
};

/**
 * The App as itself. Nothing is asked before a method is called; the key is read at once, so that a bad one is told at
 * the start (R40).
 * @throws ReviewError `bad-configuration` for an id or a key that is none
 */
export function makeAppHost(options: AppHostOptions): AppHost {
  const { appId, clock } = options;
  if (!/^(\d{1,15}|Iv[\w.]{1,60})$/.test(appId))
    throw new ReviewError(
      'bad-configuration',
      `"${appId}" is no id of an App.`,
      'Give the "App ID" or the "Client ID" of the App\'s settings.',
    );
  const key = readPrivateKey(options.privateKey);
  // Spacing is for writes that make content; tokens and attempts are none.
  const shared: Omit<ClientOptions, 'token'> = {
    apiUrl: options.apiUrl,
    clock,
    log: options.log,
    writeSpacingMs: 0,
    advice: APP_ADVICE,
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  };
  const client = makeClient({ ...shared, token: () => signWebToken(appId, key, clock.now()) });
  const revoke = async (token: string, signal: AbortSignal) => {
    try {
      await makeClient({ ...shared, token }).request('DELETE /installation/token', { request: { signal } });
    } catch (error) {
      // a token that is no token any more is what was wanted
      if (!(error instanceof ForgeError && error.status === 401)) throw error;
    }
  };
  return {
    identity: async (signal) => {
      const { data } = await client.request('GET /app', { request: { signal } });
      const { id, slug, name, owner } = recordOf(data);
      return {
        id: Number(id),
        slug: String(slug),
        name: String(name),
        ownerId: Number(recordOf(owner).id),
        botLogin: `${String(slug)}[bot]`,
      };
    },
    mintToken: (request, signal) => mintToken(client, request, (token) => revoke(token, signal), signal),
    mintNamedToken: (request, signal) =>
      mintNamedToken(client, request, (token) => revoke(token, signal), signal),
    revokeToken: revoke,
    installationOf: (id, signal) =>
      ifThere(async () => {
        const { data } = await client.request('GET /app/installations/{installation_id}', {
          installation_id: id,
          request: { signal },
        });
        return toInstallation(data);
      }),
    installationOfRepository: (owner, repo, signal) =>
      ifThere(async () => {
        const { data } = await client.request('GET /repos/{owner}/{repo}/installation', {
          owner,
          repo,
          request: { signal },
        });
        return toInstallation(data);
      }),
    async *listInstallations(signal) {
      for (let page = 1; ; page += 1) {
        const { data } = await client.request('GET /app/installations', {
          per_page: PAGE,
          page,
          request: { signal },
        });
        yield* data.map(toInstallation);
        if (data.length < PAGE) return;
      }
    },
    failedDeliveries: (since, signal) => failedDeliveries(client, since, signal),
    redeliver: (deliveryId, signal) => redeliver(client, deliveryId, signal),
  };
}

/** Null for what is not there. */
async function ifThere(ask: () => Promise<Installation>): Promise<Installation | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ForgeError && error.code === 'forge-not-found') return null;
    throw error;
  }
}
