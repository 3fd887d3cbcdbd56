import { makeGitHub } from '../../adapters/github/make-github.ts';
import { ReviewError } from '../../errors.ts';
import { makeSecretFilter } from '../../render/secret-filter.ts';
import { loadBuiltIns } from '../load-built-ins.ts';
import { githubAddress } from '../pull-request/github-address.ts';
import { guardForge } from '../pull-request/guard-forge.ts';
import type { PullRequestWorld } from '../pull-request/world.ts';
import { silentLog, systemClock } from '../system-ports.ts';
import type { Invocation } from './commands.ts';
import type { PullRequestOptions } from './pull-request-options.ts';
import type { ReviewOptions } from './review-options.ts';

/** The world of one pull request on the command line. */
export interface OpenedPullRequest {
  readonly world: PullRequestWorld;
  /** Why no token is sent; null when one is. */
  readonly tokenMissing: string | null;
}

/**
 * Finds the GitHub of a pull request and the token for it; asks nothing yet.
 * @throws ReviewError `bad-usage` when an address is none, or posting has no token
 */
export async function openPullRequest(
  { name, post, statusContext }: PullRequestOptions,
  { models }: ReviewOptions,
  { terminal, assets }: Invocation,
): Promise<OpenedPullRequest> {
  const { tokenMissing, ...address } = githubAddress(name.serverUrl, process.env);
  if (post && tokenMissing !== null)
    throw new ReviewError('bad-usage', `--post needs a token. ${tokenMissing}`, 'Set GITHUB_TOKEN.');
  const hide = makeSecretFilter([address.token, models?.apiKey ?? '']);
  const forge = makeGitHub({
    ...address,
    owner: name.owner,
    repo: name.repo,
    clock: systemClock,
    log: silentLog,
    ...(statusContext === null ? {} : { statusContext }),
  });
  const say = {
    line: (text: string) => terminal.err(`${text}\n`),
    error: (text: string) => terminal.err(`error: ${text}\n`),
  };
  const shipped = await loadBuiltIns(assets);
  return {
    world: { forge: guardForge(forge, hide), shipped, assets, hide, log: silentLog, say },
    tokenMissing,
  };
}
