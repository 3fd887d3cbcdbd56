import { getState } from '@actions/core';
import { makeGitHub } from '../../adapters/github/make-github.ts';
import { messageOf } from '../../errors.ts';
import { publishSituation } from '../../publish/publish-report.ts';
import { makeSecretFilter } from '../../render/secret-filter.ts';
import { guardForge } from '../pull-request/guard-forge.ts';
import { systemClock } from '../system-ports.ts';
import { readActionSettings, readRunnerFacts } from './action-settings.ts';
import { ACTION_EXIT } from './exit.ts';
import { hideInLog, printError, runnerLog } from './runner-log.ts';

const PATIENCE_MS = 60_000;

/**
 * The post step: a run that was killed leaves `pending` behind, which would block the pull request for ever. Writes an
 * error only when the newest status is still the pending one of this very run.
 */
export async function finishOrphan(): Promise<number> {
  const sha = getState('sha');
  const [owner = '', repo = ''] = getState('repository').split('/');
  if (sha === '' || repo === '') return ACTION_EXIT.done;
  try {
    const { apiUrl, serverUrl, graphqlUrl, runUrl } = readRunnerFacts();
    const { token, models, stateKey, statusContext, writeSpacingMs } = readActionSettings();
    const hide = makeSecretFilter([token, models?.apiKey ?? '', stateKey]);
    hideInLog(hide);
    const gitHub = makeGitHub({
      token,
      apiUrl,
      serverUrl,
      graphqlUrl,
      owner,
      repo,
      clock: systemClock,
      log: runnerLog,
      statusContext,
      writeSpacingMs,
    });
    const forge = guardForge(gitHub, hide);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const newest = await forge.statuses.newest(sha, signal);
    if (newest?.state !== 'pending' || newest.targetUrl !== runUrl) return ACTION_EXIT.done;
    await publishSituation(forge.statuses, sha, { kind: 'crashed', targetUrl: runUrl }, signal);
    return ACTION_EXIT.done;
  } catch (thrown) {
    printError(`The status that was left pending could not be ended: ${messageOf(thrown)}`);
    return ACTION_EXIT.failed;
  }
}
