import { readFile } from 'node:fs/promises';
import { saveState, setSecret } from '@actions/core';
import { makeGitHub } from '../../adapters/github/make-github.ts';
import { messageOf, ReviewError } from '../../errors.ts';
import {
  type CommandRequest,
  type MergeGroupRequest,
  type ReviewRequest,
  readEvent,
} from '../../event/read-event.ts';
import { stateOfEvent } from '../../event/state-of-event.ts';
import type { Forge, PullRequestState } from '../../ports.ts';
import { publishSituation } from '../../publish/publish-report.ts';
import { makeSecretFilter } from '../../render/secret-filter.ts';
import { loadBuiltIns } from '../load-built-ins.ts';
import { guardForge } from '../pull-request/guard-forge.ts';
import { systemClock } from '../system-ports.ts';
import {
  type ActionSettings,
  type RunnerFacts,
  readActionSettings,
  readRunnerFacts,
} from './action-settings.ts';
import { ACTION_EXIT } from './exit.ts';
import { reviewPullRequest } from './review-pull-request.ts';
import { hideInLog, printError, printNotice, runnerLog } from './runner-log.ts';

/**
 * One run of the Action, from the event to the final status.
 * @param assets folder of the built assets
 * @returns the exit code
 */
export async function runAction(assets: URL): Promise<number> {
  try {
    const settings = readActionSettings();
    const runner = readRunnerFacts();
    const key = settings.models?.apiKey ?? '';
    // The runner knows its own token; the key may come from anywhere.
    for (const secret of [key, settings.stateKey]) if (secret !== '') setSecret(secret);
    const hide = makeSecretFilter([settings.token, key, settings.stateKey]);
    hideInLog(hide);
    return await handleEvent(settings, runner, hide, assets);
  } catch (thrown) {
    if (thrown instanceof ReviewError) {
      printError(`${thrown.message} ${thrown.remedy}`);
      return thrown.code === 'bad-usage' || thrown.code === 'bad-configuration'
        ? ACTION_EXIT.badInput
        : ACTION_EXIT.failed;
    }
    printError(
      `The review stopped on a fault of its own: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : messageOf(thrown)}`,
    );
    return ACTION_EXIT.failed;
  }
}

async function handleEvent(
  settings: ActionSettings,
  runner: RunnerFacts,
  hide: (text: string) => string,
  assets: URL,
): Promise<number> {
  const shipped = await loadBuiltIns(assets);
  const payload: unknown = JSON.parse(await readFile(runner.eventPath, 'utf8'));
  const names = shipped.builtIns.reviewers.map((reviewer) => reviewer.name);
  const request = readEvent(runner.eventName, payload, { reviewers: names });
  if (request.kind === 'ignored') {
    printNotice(`Nothing to review: ${request.reason}.`);
    return ACTION_EXIT.done;
  }
  const known = stateOfEvent(runner.eventName, payload);
  const forge = guardForge(openForge(settings, runner, request, known), hide);
  if (request.kind === 'merge-group') {
    const situation = { kind: 'merge-group', targetUrl: runner.runUrl } as const;
    await publishSituation(forge.statuses, request.headSha, situation, new AbortController().signal);
    printNotice('The pull requests of this merge group were reviewed one by one.');
    return ACTION_EXIT.done;
  }
  saveState('repository', `${request.owner}/${request.repo}`);
  return reviewPullRequest(request, { forge, settings, runner, shipped, assets, hide });
}

function openForge(
  settings: ActionSettings,
  runner: RunnerFacts,
  { owner, repo }: ReviewRequest | CommandRequest | MergeGroupRequest,
  known: PullRequestState | null,
): Forge {
  const { apiUrl, serverUrl, graphqlUrl } = runner;
  return makeGitHub({
    token: settings.token,
    apiUrl,
    serverUrl,
    graphqlUrl,
    owner,
    repo,
    clock: systemClock,
    log: runnerLog,
    statusContext: settings.statusContext,
    writeSpacingMs: settings.writeSpacingMs,
    known,
  });
}
