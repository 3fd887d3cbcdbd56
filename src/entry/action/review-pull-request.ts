import { saveState } from '@actions/core';
import type { CommandRequest, ReviewRequest } from '../../event/read-event.ts';
import type { Forge } from '../../ports.ts';
import { readGivenFiles } from '../given-files.ts';
import type { ShippedData } from '../load-built-ins.ts';
import { admitPullRequest } from '../pull-request/admit-pull-request.ts';
import { commandEventOf } from '../pull-request/commands/command-event.ts';
import { obeyCommand } from '../pull-request/commands/obey-command.ts';
import { AUTOMATIC, type Occasion } from '../pull-request/recall-review.ts';
import { type Outcome, reviewAndPublish } from '../pull-request/review-and-publish.ts';
import type { ActionSettings, RunnerFacts } from './action-settings.ts';
import { ACTION_EXIT } from './exit.ts';
import { printError, printLine, printNotice, runnerLog } from './runner-log.ts';
import { writeResults } from './write-results.ts';

/** What a run works with. */
export interface ActionWorld {
  readonly forge: Forge;
  readonly settings: ActionSettings;
  readonly runner: RunnerFacts;
  readonly shipped: ShippedData;
  readonly assets: URL;
  /** Takes our own secrets out of a text. */
  readonly hide: (text: string) => string;
}

/** Publishing goes on for this long after the review's own deadline. */
const PUBLISH_SECONDS = 120;
const SAY = { line: printLine, error: printError };
const NOTICE = { line: printNotice, error: printError };
const KEY_IS_EMPTY =
  'the input anthropic-api-key is given but empty: is the secret set, and may this event read it?';

/**
 * Reviews the pull request of an event and publishes what came out.
 * @returns the exit code
 */
export async function reviewPullRequest(
  request: ReviewRequest | CommandRequest,
  world: ActionWorld,
): Promise<number> {
  const { forge, settings, runner, shipped, assets, hide } = world;
  const { deadlineSeconds, yieldTo, overrides, models } = settings;
  const signal = AbortSignal.timeout((deadlineSeconds + PUBLISH_SECONDS) * 1_000);
  const stateSecret = settings.stateKey || (models?.apiKey ?? null);
  const common = { forge, shipped, assets, hide, log: runnerLog, say: SAY };
  const event = commandEventOf(request);
  const asked =
    event === null
      ? null
      : await obeyCommand(
          event,
          { ...common, say: NOTICE, yieldTo, targetUrl: runner.runUrl, stateSecret },
          signal,
        );
  if (event !== null && asked === null) return ACTION_EXIT.done;
  const reader =
    asked?.reader ??
    forge.pullRequest(request.pullNumber, request.kind === 'review' ? request.headSha : null);
  const where = {
    statuses: forge.statuses,
    builtIns: shipped.builtIns,
    config: null,
    yieldTo,
    targetUrl: runner.runUrl,
    log: runnerLog,
  };
  const admission = await admitPullRequest(reader, where, signal);
  if (!admission.admitted) {
    printNotice(admission.reason);
    await asked?.answer(admission.reason);
    return ACTION_EXIT.done;
  }
  const { base } = admission;
  const { isFork } = await reader.state(signal);
  const key = base.model === 'off' ? 'unset' : settings.key;
  const modelMissing = key === 'empty' && !isFork ? KEY_IS_EMPTY : null;
  const runSeconds = Math.min(deadlineSeconds, base.budgets.runSeconds);
  const given = await readGivenFiles(settings.given, {
    folder: runner.workspace,
    repository: runner.workspace,
    outsideAllowed: false,
  });
  const outcome = await reviewAndPublish(
    {
      reader,
      base,
      order: { overrides, runSeconds, models, modelMissing, config: null, given },
      key,
      targetUrl: runner.runUrl,
      commands: true,
      stateSecret,
      occasion: occasionOf(request),
      resolveThreads: settings.resolveThreads,
      recorded: asked?.recorded ?? null,
      obeyed: asked?.obeyed ?? null,
      askedBy: asked?.askedBy ?? null,
      claimed: (own) => {
        if (!own.canWrite) return;
        saveState('sha', own.sha);
        saveState('status-id', String(own.statusId));
        saveState('author-id', String(own.authorId));
        saveState('pull-number', String(request.pullNumber));
      },
      deliver: async (report, published) => {
        await writeResults(report, published, runner);
        if (published.problems.length === 0) saveState('finished', 'true');
      },
    },
    common,
    signal,
  );
  return exitCodeOf(outcome, settings);
}

/** A push is looked at as far as it changed something; who asks for a review gets one. */
function occasionOf(request: ReviewRequest | CommandRequest): Occasion {
  // An order changes what is said, not what is looked at.
  if (request.kind === 'command') return AUTOMATIC;
  const { trigger, cause, command } = request;
  const isFull = command?.extent === 'full';
  return {
    widenBecause: [
      ...(isFull ? ['everything was asked for by /review full'] : []),
      ...(cause === 'reopened' ? ['the pull request was reopened'] : []),
    ],
    reviewersAgain: command?.reviewers ?? [],
    fullWhenUnchanged: trigger !== 'pull_request' && (command?.reviewers ?? null) === null,
    isAutomatic: trigger === 'pull_request',
  };
}

/** 0 whenever the final status says it; where it could not be written, or when asked for, the gate's own code. */
function exitCodeOf(outcome: Outcome, settings: ActionSettings): number {
  if (outcome.kind === 'halted') {
    printNotice(`The review ended before it published anything: ${outcome.why}.`);
    return ACTION_EXIT.done;
  }
  const { report, published } = outcome;
  if (published.outcome === 'superseded') return ACTION_EXIT.done;
  if (published.statusWritten && !settings.failStep) return ACTION_EXIT.done;
  // A claim whose end could not be written stands as pending: the step must not look well.
  const isEnded = published.statusWritten || published.outcome === 'read-only';
  if (report.gate === 'pass') return isEnded ? ACTION_EXIT.done : ACTION_EXIT.incomplete;
  return report.gate === 'fail' ? ACTION_EXIT.failed : ACTION_EXIT.incomplete;
}
