import { type ErrorCode, ForgeError, messageOf, ReviewError } from '../../errors.ts';
import type { AgentStatus, Report, Settings, Usage } from '../../model.ts';
import type { Progress, PullRequestReader } from '../../ports.ts';
import { type Claim, claim } from '../../publish/claim.ts';
import { endProgressComment } from '../../publish/end-progress-comment.ts';
import { type Published, publishSituation } from '../../publish/publish-report.ts';
import { showProgressComment } from '../../publish/show-progress-comment.ts';
import { systemClock } from '../system-ports.ts';
import { makePendingFor } from './pending-for.ts';
import { type Publication, publishPullRequest } from './publish-pull-request.ts';
import { type Occasion, type RecordedOrders, recallReview, stateKeyOf } from './recall-review.ts';
import { RunHalted } from './run-halted.ts';
import { type ReviewOrder, runPullRequestReview } from './run-pull-request-review.ts';
import { haltedBy, watchClaim } from './watch-claim.ts';
import type { PullRequestWorld } from './world.ts';

/** One review that is published. */
export interface PublishedReview {
  readonly reader: PullRequestReader;
  /** The settings of the base commit. */
  readonly base: Settings;
  readonly order: ReviewOrder;
  readonly key: Publication['key'];
  /** Where the statuses of this run point to until there is a comment. */
  readonly targetUrl: string | null;
  /** The comment names the `/review` commands. */
  readonly commands: boolean;
  /** Signs what is remembered: the model key or the input `state-key`; null remembers unsigned. */
  readonly stateSecret: string | null;
  readonly occasion: Occasion;
  /** Orders that a command gave just now. */
  readonly recorded: RecordedOrders | null;
  /** The command that asked for this review; null when none did. */
  readonly obeyed: Publication['obeyed'];
  /** Threads of fixed findings are resolved. */
  readonly resolveThreads: boolean;
  /** Login of who asked for it by a command; null when nobody did. */
  readonly askedBy: string | null;
  /** Sees how far the reviewers are, beside the comment that shows it. */
  readonly onlooker?: Progress;
  /** Told once, as soon as the commit is claimed. */
  claimed(own: Claim): void;
  /** Hands on what came out; a failure here counts as a crash of the run. */
  deliver(report: Report, published: Published): Promise<void>;
}

/** For the final status of a run that broke: its own signal may be what broke it. */
const FINAL_STATUS_MS = 30_000;
const MISTAKES: readonly ErrorCode[] = ['bad-usage', 'bad-configuration'];

/** What came out and what of it stands on the pull request, or why the run stopped before it published anything. */
export type Outcome =
  | { readonly kind: 'reviewed'; readonly report: Report; readonly published: Published }
  /** `usage`: what was asked until then; null when it is not known. */
  | { readonly kind: 'halted'; readonly why: string; readonly usage: Usage | null };

/**
 * Claims the head of a pull request, reviews it and publishes what came out. Whatever happens after the claim, a final
 * status is tried, and a comment that shows progress ends with the run.
 * @throws what the review or GitHub threw, after the final status
 */
export async function reviewAndPublish(
  run: PublishedReview,
  world: PullRequestWorld,
  signal: AbortSignal,
): Promise<Outcome> {
  const { reader, base, order, key, targetUrl, commands, occasion, recorded, obeyed } = run;
  const { forge, log, say } = world;
  const { number } = await reader.state(signal);
  const sha = await reader.pinnedHead(signal);
  const own = await claim(forge.statuses, sha, targetUrl, signal, run.askedBy).catch(
    unlessGone(reader, sha, signal),
  );
  if (own === 'gone') return { kind: 'halted', why: `${sha.slice(0, 7)} is no longer the head`, usage: null };
  run.claimed(own);
  const comments = forge.comments(number);
  const shown = showProgressComment(comments, own, { clock: systemClock, log }, signal);
  const endShown = async () => {
    if (!own.canWrite || !shown.isShown()) return;
    await endProgressComment(comments, own, commands, AbortSignal.timeout(FINAL_STATUS_MS)).catch(
      (error: unknown) => say.error(`The comment still shows progress: ${messageOf(error)}`),
    );
  };
  // Another run at work replaces the comment with its own; a report must not be written over.
  const isTakenOver = () =>
    forge.statuses.newest(own.sha, AbortSignal.timeout(FINAL_STATUS_MS)).then(
      (newest) => newest?.state === 'pending',
      () => true,
    );
  const watch = watchClaim({ own, reader, statuses: forge.statuses, clock: systemClock, log }, signal);
  let usage: Usage | null = null;
  try {
    const progress = {
      agent: (status: AgentStatus) => {
        shown.agent(status);
        run.onlooker?.agent(status);
      },
    };
    const stateKey = await stateKeyOf(reader, run.stateSecret, signal);
    const { permissions } = forge;
    const recall = recallReview(reader, { own, stateKey, occasion, recorded, permissions, log });
    const pendingFor = own.canWrite ? makePendingFor(reader, { clock: systemClock, log }) : null;
    const reviewed = await runPullRequestReview(
      reader,
      { base, order, progress, recall, pendingFor, guard: watch.guard },
      world,
      AbortSignal.any([signal, watch.signal]),
    ).finally(() => {
      watch.end();
      return shown.finish();
    });
    usage = reviewed.report.usage;
    const stopped = watch.halted();
    if (stopped !== null) throw stopped;
    const { resolveThreads } = run;
    const publication = { reader, own, key, commands, stateKey, obeyed, resolveThreads };
    const published = await publishPullRequest(reviewed, publication, world, signal);
    // Somebody ended this run between its last look and now: nothing of it was published.
    if (published.outcome === 'superseded' && published.status === null)
      throw await haltedBy(forge.statuses, own, signal);
    const report = { ...reviewed.report, notes: [...reviewed.report.notes, ...published.notes] };
    await run.deliver(report, published);
    return { kind: 'reviewed', report, published };
  } catch (thrown) {
    const halted = watch.halted() ?? (thrown instanceof RunHalted ? thrown : null);
    if (own.canWrite && halted?.isSaid !== true) {
      const ending = { ...(halted?.reason ?? endingOf(thrown)), targetUrl };
      const patience = AbortSignal.timeout(FINAL_STATUS_MS);
      await publishSituation(forge.statuses, own.sha, ending, patience).catch((error: unknown) =>
        say.error(`The final status could not be written: ${messageOf(error)}`),
      );
    }
    if (halted?.isSaid !== true || !(await isTakenOver())) await endShown();
    if (halted === null) throw thrown;
    return { kind: 'halted', why: halted.message, usage };
  }
}

/** GitHub takes no status for a commit that is gone: nothing is missing there when it is no longer the head. */
function unlessGone(
  reader: PullRequestReader,
  sha: string,
  signal: AbortSignal,
): (error: unknown) => Promise<'gone'> {
  return async (error) => {
    const isRefused = error instanceof ForgeError && error.status === 422;
    if (isRefused && (await reader.refresh(signal)).headSha !== sha) return 'gone';
    throw error;
  };
}

/** A mistake in an input is no crash: running again does not mend it. */
function endingOf(thrown: unknown): { kind: 'crashed' } | { kind: 'refused'; reason: string } {
  const isMistake = thrown instanceof ReviewError && MISTAKES.includes(thrown.code);
  return isMistake ? { kind: 'refused', reason: thrown.message } : { kind: 'crashed' };
}
