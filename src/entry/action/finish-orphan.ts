import { getState } from '@actions/core';
import { makeGitHub } from '../../adapters/github/make-github.ts';
import { messageOf } from '../../errors.ts';
import { endProgressComment } from '../../publish/end-progress-comment.ts';
import { publishSituation } from '../../publish/publish-report.ts';
import { makeSecretFilter } from '../../render/secret-filter.ts';
import { guardForge } from '../pull-request/guard-forge.ts';
import { systemClock } from '../system-ports.ts';
import { readActionSettings, readRunnerFacts } from './action-settings.ts';
import { ACTION_EXIT } from './exit.ts';
import { hideInLog, printError, runnerLog } from './runner-log.ts';

const PATIENCE_MS = 60_000;

/**
 * The post step: a run that was killed leaves `pending` behind, which would block the pull request for ever, and a comment
 * that says it is running. Writes an error only when the newest status is still the pending one of this very run, and
 * touches the comment only where it still shows this run.
 */
export async function finishOrphan(): Promise<number> {
  const sha = getState('sha');
  const [owner = '', repo = ''] = getState('repository').split('/');
  if (sha === '' || repo === '' || getState('finished') === 'true') return ACTION_EXIT.done;
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
    if (newest?.state === 'pending' && newest.targetUrl === runUrl)
      await publishSituation(forge.statuses, sha, { kind: 'crashed', targetUrl: runUrl }, signal);
    const [statusId, authorId, number] = ['status-id', 'author-id', 'pull-number'].map(idOfState);
    if (statusId && authorId && number)
      await endProgressComment(forge.comments(number), { sha, statusId, authorId }, true, signal);
    return ACTION_EXIT.done;
  } catch (thrown) {
    printError(`What a run that broke had left behind could not be ended: ${messageOf(thrown)}`);
    return ACTION_EXIT.failed;
  }
}

/** 0 for what was not saved: the id of nothing. */
function idOfState(name: string): number {
  const text = getState(name);
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
