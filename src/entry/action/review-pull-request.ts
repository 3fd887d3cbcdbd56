import { saveState } from '@actions/core';
import { readConfiguration } from '../../context/read-configuration.ts';
import { ForgeError, messageOf } from '../../errors.ts';
import { mayTrigger } from '../../event/may-trigger.ts';
import type { ReviewRequest } from '../../event/read-event.ts';
import type { Report, Settings } from '../../model.ts';
import type { Forge, Progress, PullRequestReader, PullRequestState } from '../../ports.ts';
import { type Claim, claim, shouldYield } from '../../publish/claim.ts';
import { type Published, publishReport, publishSituation } from '../../publish/publish-report.ts';
import { showProgressComment } from '../../publish/show-progress-comment.ts';
import { mapTexts } from '../../render/secret-filter.ts';
import type { ShippedData } from '../load-built-ins.ts';
import { openGrammars } from '../open-grammars.ts';
import { openModels } from '../open-models.ts';
import { systemClock } from '../system-ports.ts';
import type { ActionSettings, RunnerFacts } from './action-settings.ts';
import { ACTION_EXIT } from './exit.ts';
import { printError, printLine, printNotice, runnerLog } from './runner-log.ts';
import { skipReason } from './skip-reason.ts';
import { writeResults } from './write-results.ts';

declare const __VERSION__: string;

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

/**
 * Reviews one pull request and publishes what came out. Whatever happens after the claim, a final status is tried.
 * @returns the exit code
 */
export async function reviewPullRequest(request: ReviewRequest, world: ActionWorld): Promise<number> {
  const { forge, settings, runner } = world;
  const signal = AbortSignal.timeout((settings.deadlineSeconds + PUBLISH_SECONDS) * 1_000);
  if (request.trigger === 'command' && !(await mayCommand(request, forge, signal))) return ACTION_EXIT.done;
  const reader = forge.pullRequest(request.pullNumber, request.headSha);
  const state = await reader.state(signal);
  const reason = noReviewReason(state);
  if (reason !== null) {
    printNotice(reason);
    return ACTION_EXIT.done;
  }
  const sha = await reader.pinnedHead(signal);
  if (await shouldYield(forge.statuses, sha, settings.yieldTo, signal)) {
    printNotice(`${settings.yieldTo} reviews this commit.`);
    return ACTION_EXIT.done;
  }
  const base = (await readConfiguration(reader, null, world.shipped.builtIns, signal)).settings;
  if (state.draft && !base.drafts) {
    await publishSituation(forge.statuses, sha, { kind: 'draft', targetUrl: runner.runUrl }, signal).catch(
      forgiveReadOnly,
    );
    printNotice('A draft is reviewed when it is ready.');
    return ACTION_EXIT.done;
  }
  const own = await claim(forge.statuses, sha, runner.runUrl, signal);
  if (own.canWrite) {
    saveState('sha', sha);
    saveState('status-id', String(own.statusId));
  }
  try {
    const overrides = overridesOf(settings, base, state);
    const key = base.model === 'off' ? 'unset' : settings.key;
    const modelMissing = key === 'empty' && !state.isFork ? KEY_IS_EMPTY : null;
    const tools = { clock: systemClock, log: runnerLog };
    const progress = showProgressComment(forge.comments(request.pullNumber), own, tools, signal);
    const order = { overrides, modelMissing, progress };
    const found = await runReview(reader, order, world, signal).finally(() => progress.finish());
    const report = mapTexts(found, world.hide);
    const published = await publish(report, { request, reader, state, own, key, world }, signal);
    await writeResults(report, published, runner);
    return exitCodeOf(report, published, settings);
  } catch (thrown) {
    if (own.canWrite) {
      const crashed = { kind: 'crashed', targetUrl: runner.runUrl } as const;
      await publishSituation(forge.statuses, sha, crashed, signal).catch((error: unknown) =>
        printError(`The final status could not be written: ${messageOf(error)}`),
      );
    }
    throw thrown;
  }
}

const KEY_IS_EMPTY =
  'the input anthropic-api-key is given but empty: is the secret set, and may this event read it?';

async function mayCommand(request: ReviewRequest, forge: Forge, signal: AbortSignal): Promise<boolean> {
  if (!mayTrigger(await forge.permissions.permissionOf(request.actor, signal))) {
    printNotice('The command was not obeyed: it takes write permission.');
    return false;
  }
  if (request.commentId !== undefined) await forge.reactions.react(request.commentId, 'eyes', signal);
  return true;
}

function noReviewReason(state: PullRequestState): string | null {
  if (state.state === 'closed') return 'The pull request is closed.';
  return null;
}

/** Inputs stand above the base configuration; a pull request that it skips has all its files filtered out. */
function overridesOf(settings: ActionSettings, base: Settings, state: PullRequestState): Partial<Settings> {
  const skipped = skipReason(base.skip, state);
  if (skipped !== null) printLine(`skipped by configuration: ${skipped}`);
  return {
    ...settings.overrides,
    budgets: { ...base.budgets, runSeconds: Math.min(settings.deadlineSeconds, base.budgets.runSeconds) },
    ...(skipped === null ? {} : { skip: { ...base.skip, paths: ['**'] } }),
  };
}

async function runReview(
  reader: PullRequestReader,
  {
    progress,
    ...order
  }: {
    readonly overrides: Partial<Settings>;
    readonly modelMissing: string | null;
    readonly progress: Progress;
  },
  { settings: { models }, shipped, assets }: ActionWorld,
  signal: AbortSignal,
): Promise<Report> {
  // The analyzers are most of the program: loaded when the first requests are answered.
  const { review } = await import('../../review.ts');
  const grammars = openGrammars(assets);
  try {
    const { builtIns, patterns } = shipped;
    const tool = { name: 'multi-agent-review', version: __VERSION__ };
    const ports = {
      source: reader,
      grammars,
      progress,
      clock: systemClock,
      log: runnerLog,
      openModels: models === null ? null : () => openModels(models),
    };
    return await review({ ...order, tool, builtIns, patterns, config: null }, ports, signal);
  } finally {
    await grammars.close();
  }
}

interface Publication {
  readonly request: ReviewRequest;
  readonly reader: PullRequestReader;
  readonly state: PullRequestState;
  readonly own: Claim;
  readonly key: ActionSettings['key'];
  readonly world: ActionWorld;
}

async function publish(
  report: Report,
  { request, reader, state, own, key, world: { forge } }: Publication,
  signal: AbortSignal,
): Promise<Published> {
  const { files } = await reader.changes(signal);
  const currentHead = await reader.refresh(signal).then(
    (now) => now.headSha,
    (error: unknown) => {
      printLine(`warning: the head could not be read again: ${messageOf(error)}`);
      return null;
    },
  );
  const ports = {
    comments: forge.comments(request.pullNumber),
    reviews: forge.reviews(request.pullNumber),
    statuses: forge.statuses,
  };
  const sha = own.sha;
  const options = {
    claim: own,
    files,
    currentHead,
    key,
    isFork: state.isFork,
    blobUrl: (path: string, line: number, endLine?: number) => forge.blobUrl(sha, path, line, endLine),
    commands: true,
  } as const;
  return publishReport(report, ports, options, signal);
}

/** 0 whenever the final status says it; where it could not be written, or when asked for, the gate's own code. */
function exitCodeOf(report: Report, published: Published, settings: ActionSettings): number {
  if (published.outcome === 'superseded') return ACTION_EXIT.done;
  if (published.statusWritten && !settings.failStep) return ACTION_EXIT.done;
  // A claim whose end could not be written stands as pending: the step must not look well.
  const isEnded = published.statusWritten || published.outcome === 'read-only';
  if (report.gate === 'pass') return isEnded ? ACTION_EXIT.done : ACTION_EXIT.incomplete;
  return report.gate === 'fail' ? ACTION_EXIT.failed : ACTION_EXIT.incomplete;
}

function forgiveReadOnly(error: unknown): void {
  if (!(error instanceof ForgeError) || error.status !== 403) throw error;
}
