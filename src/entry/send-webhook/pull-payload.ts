import { makeAppHost } from '../../adapters/github/app/make-app-host.ts';
import { readPrivateKey } from '../../adapters/github/app/read-private-key.ts';
import { signWebToken } from '../../adapters/github/app/sign-web-token.ts';
import { type ClientOptions, makeClient } from '../../adapters/github/make-client.ts';
import { ReviewError } from '../../errors.ts';
import type { Clock, Log } from '../../ports.ts';
import { readPullRequestName } from '../pull-request/pull-request-name.ts';
import type { PullPayload } from './webhook-options.ts';

/**
 * The payload of `pull_request` as GitHub would send it now.
 * @throws ReviewError when the App is not installed there or GitHub does not show the pull request
 */
export async function pullPayload(
  payload: PullPayload,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<Readonly<Record<string, unknown>>> {
  const { credentials, apiUrl } = payload;
  const { owner, repo, number } = readPullRequestName('--pull', payload.name);
  const signal = AbortSignal.timeout(30_000);
  const appId = String(credentials.appId);
  const options = { appId, privateKey: credentials.privateKey, apiUrl, clock, log, token: '' };
  const host = makeAppHost(options);
  const installation = await host.installationOfRepository(owner, repo, signal);
  if (installation === null) {
    throw new ReviewError(
      'forge-not-found',
      `The App ${appId} is not installed in ${owner}/${repo}.`,
      'Install it there: the page of the App on GitHub has the button.',
    );
  }
  const token = await readingToken(options, { installationId: installation.id, repo }, signal);
  try {
    const client = makeClient({ token, apiUrl, clock, log });
    const at = { owner, repo, request: { signal } };
    const { data: repository } = await client.request('GET /repos/{owner}/{repo}', at);
    const { data: pull } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...at,
      pull_number: number,
    });
    return {
      action: payload.action,
      number,
      pull_request: pull,
      repository,
      installation: { id: installation.id },
      sender: pull.user,
    };
  } finally {
    await host.revokeToken(token, signal);
  }
}

/** A token by the name of the repository: its number is what is looked up with it. */
async function readingToken(
  { appId, privateKey, ...options }: ClientOptions & { readonly appId: string; readonly privateKey: string },
  { installationId, repo }: { readonly installationId: number; readonly repo: string },
  signal: AbortSignal,
): Promise<string> {
  const key = readPrivateKey(privateKey);
  const client = makeClient({ ...options, token: () => signWebToken(appId, key, options.clock.now()) });
  const { data } = await client.request('POST /app/installations/{installation_id}/access_tokens', {
    installation_id: installationId,
    repositories: [repo],
    permissions: { pull_requests: 'read', metadata: 'read' },
    request: { signal },
  });
  return data.token;
}
