import { ForgeError } from '../../../errors.ts';
import type { Clock, Log, PersonHost, VisibleRepository } from '../../../ports.ts';
import type { Advice } from '../as-forge-error.ts';
import { isRecord, recordOf } from '../json-record.ts';
import { type Client, makeClient } from '../make-client.ts';
import { exchangeGrant } from './exchange-grant.ts';
import { toInstallation } from './to-installation.ts';

export interface PersonHostOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** For people: `https://github.com`, or an Enterprise Server. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch?: typeof fetch;
}

const PAGE = 100;
/** A person who waits for a page does not wait long. */
const PATIENCE_MS = 10_000;
const ANSWER_MS = 10_000;
const ADVICE: Advice = {
  unauthorised: 'Sign in again.',
  forbidden: 'Sign in again, and check that your organisation lets the App in.',
};

/** Sign-in with the App's own OAuth, and GitHub as a person who signed in sees it. */
export function makePersonHost(options: PersonHostOptions): PersonHost {
  const serverUrl = options.serverUrl.replace(/\/+$/, '');
  const { clientId, clock } = options;
  const clientOf = (accessToken: string) =>
    makeClient({
      token: accessToken,
      apiUrl: options.apiUrl,
      clock,
      log: options.log,
      patienceMs: PATIENCE_MS,
      answerMs: ANSWER_MS,
      advice: ADVICE,
      ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    });
  const grantOptions = { ...options, serverUrl, answerMs: ANSWER_MS };
  const installations = async (accessToken: string, signal: AbortSignal) => {
    const shown = await everyPage(clientOf(accessToken), '/user/installations', 'installations', signal);
    return shown.map(toInstallation);
  };
  const repositoriesOf = async (accessToken: string, installationId: number, signal: AbortSignal) => {
    try {
      const path = `/user/installations/${Math.trunc(installationId)}/repositories`;
      const shown = await everyPage(clientOf(accessToken), path, 'repositories', signal);
      return shown.map(toVisible).filter((one) => one !== null);
    } catch (error) {
      if (isHidden(error)) return [];
      throw error;
    }
  };
  return {
    authorizeUrl: ({ state, codeChallenge, redirectUri }) => {
      const url = new URL(`${serverUrl}/login/oauth/authorize`);
      url.search = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        state,
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
      }).toString();
      return url.href;
    },
    exchange: ({ code, codeVerifier, redirectUri }, signal) =>
      exchangeGrant(grantOptions, { code, code_verifier: codeVerifier, redirect_uri: redirectUri }, signal),
    refresh: (refreshToken, signal) =>
      exchangeGrant(grantOptions, { grant_type: 'refresh_token', refresh_token: refreshToken }, signal),
    user: async (accessToken, signal) => {
      const { data } = await clientOf(accessToken).request('GET /user', { request: { signal } });
      return { id: Number(data.id), login: data.login };
    },
    installations,
    repositoriesOf,
    repositories: async (accessToken, signal) => {
      const all = await installations(accessToken, signal);
      const found = await Promise.all(
        all.map(async ({ id }) =>
          (await repositoriesOf(accessToken, id, signal)).map((one) => ({
            installationId: id,
            repositoryId: one.id,
            mayWrite: one.mayWrite,
          })),
        ),
      );
      return found.flat();
    },
    canSee: async (accessToken, repositoryId, signal) => {
      try {
        const path = `GET /repositories/${Math.trunc(repositoryId)}`;
        const { data } = await clientOf(accessToken).request(path, { request: { signal } });
        const shown = toVisible(data);
        return shown?.id === repositoryId ? shown : null;
      } catch (error) {
        if (isHidden(error)) return null;
        throw error;
      }
    },
  };
}

/** GitHub says 404 for what a person may not see, and 403 where an organisation wants its own sign-in or a pause. */
function isHidden(error: unknown): boolean {
  if (!(error instanceof ForgeError)) return false;
  return error.code === 'forge-not-found' || (error.code === 'forge-forbidden' && error.status === 403);
}

/** Null for what the person may not even read. */
function toVisible(shown: unknown): VisibleRepository | null {
  const { id, full_name: fullName, private: isPrivate, permissions } = recordOf(shown);
  const { pull, push, maintain, admin } = recordOf(permissions);
  if (pull !== true) return null;
  return {
    id: Number(id),
    fullName: String(fullName),
    // what is not said to be public is private
    isPrivate: isPrivate !== false,
    mayWrite: push === true || maintain === true || admin === true,
  };
}

/** The members of a counted list over all its pages. */
async function everyPage(
  client: Client,
  path: string,
  key: string,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await client.request(`GET ${path}`, { per_page: PAGE, page, request: { signal } });
    const part = isRecord(data) ? data[key] : null;
    if (!Array.isArray(part))
      throw new ForgeError('forge-unavailable', `GitHub sent no ${key}.`, 'Try again.', {
        status: null,
        maybeDone: false,
      });
    all.push(...part);
    if (part.length < PAGE) return all;
  }
}
