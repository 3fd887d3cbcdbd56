import { readConfiguration } from '../../context/read-configuration.ts';
import { ReviewError } from '../../errors.ts';
import type { Report, Settings } from '../../model.ts';
import type { PullRequestReader } from '../../ports.ts';
import type { Published } from '../../publish/publish-report.ts';
import { admitPullRequest } from '../pull-request/admit-pull-request.ts';
import { AUTOMATIC } from '../pull-request/recall-review.ts';
import { reviewAndPublish } from '../pull-request/review-and-publish.ts';
import { type ReviewOrder, runPullRequestReview } from '../pull-request/run-pull-request-review.ts';
import type { PullRequestWorld } from '../pull-request/world.ts';
import { checkGivenConfiguration } from './check-given-configuration.ts';
import type { Invocation } from './commands.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exit-code.ts';
import { explainForgeError, WRITE_SCOPES } from './explain-forge-error.ts';
import { openPullRequest } from './open-pull-request.ts';
import type { PullRequestOptions } from './pull-request-options.ts';
import type { ReviewOptions } from './review-options.ts';
import { type ProgressDisplay, showProgress } from './show-progress.ts';
import { writeReport } from './write-report.ts';

/** One review of a pull request on the command line. */
interface Run {
  readonly reader: PullRequestReader;
  readonly number: number;
  readonly options: ReviewOptions;
  readonly world: PullRequestWorld;
  readonly progress: ProgressDisplay;
}

/** What came of it; `published` is null when nothing was to be posted. */
interface Result {
  readonly report: Report;
  readonly published: Published | null;
}

/**
 * `review --pr`: a pull request over the API. Reads only; with `--post` it claims, comments and sets the status like
 * the Action does.
 * @returns the exit code that says the gate
 */
export async function reviewPullRequestCommand(
  target: PullRequestOptions,
  options: ReviewOptions,
  invocation: Invocation,
): Promise<ExitCode> {
  const { owner, repo, number } = target.name;
  const pullRequest = `${owner}/${repo}#${number}`;
  const { world, tokenMissing } = await openPullRequest(target, options, invocation);
  if (options.configText) await checkGivenConfiguration(options.configText, world.shipped.builtIns);
  if (tokenMissing !== null) {
    world.say.line(
      `note: ${tokenMissing} Only public repositories can be read without one, 60 requests an hour, file by file.`,
    );
  }
  const progress = showProgress(invocation.terminal, options.quiet);
  const interrupt = new AbortController();
  const stop = () => interrupt.abort(new Error('interrupted'));
  process.once('SIGINT', stop);
  try {
    const reader = world.forge.pullRequest(number, null);
    const run: Run = { reader, number, options, world, progress };
    const { report, published } = await (target.post ? reviewAndPost : reviewOnly)(run, interrupt.signal);
    progress.end();
    await writeReport(report, options, invocation);
    if (published === null) return exitCodeOf(report.gate);
    sayPublished(published, world);
    // A claim whose end could not be written stands as pending: that is no pass.
    const isEnded = published.statusWritten || published.outcome !== 'partly';
    return isEnded || report.gate !== 'pass' ? exitCodeOf(report.gate) : EXIT.incomplete;
  } catch (thrown) {
    if (interrupt.signal.aborted)
      throw new ReviewError('aborted', `The review of ${pullRequest} was interrupted.`, 'Run it again.');
    throw explainForgeError(thrown, { pullRequest, tokenMissing });
  } finally {
    progress.end();
    process.removeListener('SIGINT', stop);
  }
}

async function reviewOnly({ reader, options, world, progress }: Run, signal: AbortSignal): Promise<Result> {
  const { builtIns } = world.shipped;
  const base = (await readConfiguration(reader, options.configText ?? null, builtIns, signal)).settings;
  const order = orderOf(options, base);
  const run = { base, order, progress, recall: null };
  const { report } = await runPullRequestReview(reader, run, world, signal);
  return { report, published: null };
}

async function reviewAndPost(run: Run, signal: AbortSignal): Promise<Result> {
  const { reader, number, options, world, progress } = run;
  const targetUrl = world.forge.pullRequestUrl(number);
  const { statuses } = world.forge;
  const { builtIns } = world.shipped;
  const config = options.configText ?? null;
  const where = { statuses, builtIns, config, yieldTo: '', targetUrl, log: world.log };
  const admission = await admitPullRequest(reader, where, signal);
  if (!admission.admitted) {
    world.say.line(`note: ${admission.reason} Nothing is posted; the report is only printed.`);
    return reviewOnly(run, signal);
  }
  const { base } = admission;
  const order = orderOf(options, base);
  const isKeyUsed = options.models !== null && order.overrides.model !== 'off' && base.model !== 'off';
  const outcome = await reviewAndPublish(
    {
      reader,
      base,
      order,
      key: isKeyUsed ? 'present' : 'unset',
      targetUrl,
      // Whether something listens to commands there is not known here.
      commands: false,
      stateSecret: options.models?.apiKey ?? null,
      // Somebody asked for it: when nothing changed, everything is looked at again.
      occasion: { ...AUTOMATIC, fullWhenUnchanged: true, isAutomatic: false },
      recorded: null,
      obeyed: null,
      resolveThreads: false,
      askedBy: null,
      onlooker: progress,
      claimed: () => undefined,
      deliver: () => Promise.resolve(),
    },
    world,
    signal,
  );
  if (outcome.kind === 'reviewed') return outcome;
  throw new ReviewError(
    'aborted',
    `The review stopped before it posted anything: ${outcome.why}.`,
    'Run it again when nothing else reviews this pull request.',
  );
}

function orderOf(
  { overrides, models, deadlineSeconds, configText, given }: ReviewOptions,
  base: Settings,
): ReviewOrder {
  return {
    overrides,
    models,
    modelMissing: null,
    config: configText ?? null,
    given,
    runSeconds: deadlineSeconds ?? base.budgets.runSeconds,
  };
}

/** Says on standard error what stands on the pull request now. */
function sayPublished(published: Published, { say }: PullRequestWorld): void {
  const { outcome, commentUrl, inlineCount, status, statusWritten, problems } = published;
  if (outcome === 'read-only') {
    say.error(`nothing was posted: ${problems.join(' ')}\n  ${WRITE_SCOPES}`);
    return;
  }
  for (const problem of problems) say.error(`not posted: ${problem}`);
  if (outcome === 'superseded')
    say.line('note: a newer run or commit took over; its report stands on the pull request.');
  if (commentUrl !== null) say.line(`posted: ${commentUrl}, ${inlineCount} new on lines`);
  if (status !== null && statusWritten) say.line(`status ${status.state}: ${status.description}`);
}
