import { makeCheckRuns } from '../../adapters/github/app/make-check-runs.ts';
import { makeGitHub } from '../../adapters/github/make-github.ts';
import type { CheckRuns, Forge } from '../../ports.ts';
import type { Access } from './open-access.ts';
import type { WorkerWorld } from './worker-world.ts';

/** GitHub as one job may use it. */
export function forgeOf({ owner, repo, token }: Access, { settings, clock, log }: WorkerWorld): Forge {
  const { apiUrl, serverUrl, graphqlUrl, statusContext, writeSpacingMs } = settings;
  return makeGitHub({
    owner,
    repo,
    token,
    apiUrl,
    serverUrl,
    graphqlUrl,
    statusContext,
    writeSpacingMs,
    clock,
    log,
  });
}

/** The check runs of one job's repository; null where the installation allows none. */
export function checksOf(
  { owner, repo, token, hasChecks }: Access,
  { settings, clock, log }: WorkerWorld,
): CheckRuns | null {
  if (!hasChecks) return null;
  const { apiUrl, writeSpacingMs } = settings;
  const name = `${settings.statusContext} report`;
  return makeCheckRuns({ name, owner, repo, token, apiUrl, writeSpacingMs, clock, log });
}
