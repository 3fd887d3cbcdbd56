import { saveState } from '@actions/core';
import type { CommandRequest, ReviewRequest } from '../../event/read-event.ts';
import type { Forge } from '../../ports.ts';
import { readGivenFiles } from '../given-files.ts';
import type { ShippedData } from '../load-built-ins.ts';
import { type Conducted, conductReview } from '../pull-request/conduct-review.ts';
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
  const { deadlineSeconds, yieldTo, overrides, models, key, resolveThreads } = settings;
  const conducted = await conductReview(
    request,
    {
      overrides,
      deadlineSeconds,
      yieldTo,
      targetUrl: runner.runUrl,
      key,
      models,
      modelMissing: ({ isFork }) => (key === 'empty' && !isFork ? KEY_IS_EMPTY : null),
      stateSecret: settings.stateKey || (models?.apiKey ?? null),
      resolveThreads,
      given: () => {
        const { workspace: folder } = runner;
        return readGivenFiles(settings.given, { folder, repository: folder, outsideAllowed: false });
      },
      sayCommand: NOTICE,
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
    { forge, shipped, assets, hide, log: runnerLog, say: SAY },
  );
  return exitCodeOf(conducted, settings);
}

/** 0 whenever the final status says it; where it could not be written, or when asked for, the gate's own code. */
function exitCodeOf(conducted: Conducted, settings: ActionSettings): number {
  if (conducted.kind === 'answered') return ACTION_EXIT.done;
  if (conducted.kind === 'refused') {
    printNotice(conducted.reason);
    return ACTION_EXIT.done;
  }
  if (conducted.kind === 'halted') {
    printNotice(`The review ended before it published anything: ${conducted.why}.`);
    return ACTION_EXIT.done;
  }
  const { report, published } = conducted;
  if (published.outcome === 'superseded') return ACTION_EXIT.done;
  if (published.statusWritten && !settings.failStep) return ACTION_EXIT.done;
  // A claim whose end could not be written stands as pending: the step must not look well.
  const isEnded = published.statusWritten || published.outcome === 'read-only';
  if (report.gate === 'pass') return isEnded ? ACTION_EXIT.done : ACTION_EXIT.incomplete;
  return report.gate === 'fail' ? ACTION_EXIT.failed : ACTION_EXIT.incomplete;
}
