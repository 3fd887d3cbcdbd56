import { messageOf } from '../../errors.ts';
import type { AgentStatus, Report, Settings } from '../../model.ts';
import type { Progress, PullRequestReader } from '../../ports.ts';
import { type Claim, claim } from '../../publish/claim.ts';
import { type Published, publishSituation } from '../../publish/publish-report.ts';
import { showProgressComment } from '../../publish/show-progress-comment.ts';
import { systemClock } from '../system-ports.ts';
import { type Publication, publishPullRequest } from './publish-pull-request.ts';
import { type Occasion, recallReview, stateKeyOf } from './recall-review.ts';
import { type ReviewOrder, runPullRequestReview } from './run-pull-request-review.ts';
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
  /** Sees how far the reviewers are, beside the comment that shows it. */
  readonly onlooker?: Progress;
  /** Told once, as soon as the commit is claimed. */
  claimed(own: Claim): void;
  /** Hands on what came out; a failure here counts as a crash of the run. */
  deliver(report: Report, published: Published): Promise<void>;
}

/** For the final status of a run that broke: its own signal may be what broke it. */
const FINAL_STATUS_MS = 30_000;

/** What came out, and what of it stands on the pull request. */
export interface Outcome {
  readonly report: Report;
  readonly published: Published;
}

/**
 * Claims the head of a pull request, reviews it and publishes what came out. Whatever happens after the claim, a final
 * status is tried.
 * @throws what the review or GitHub threw, after the final status
 */
export async function reviewAndPublish(
  run: PublishedReview,
  world: PullRequestWorld,
  signal: AbortSignal,
): Promise<Outcome> {
  const { reader, base, order, key, targetUrl, commands, occasion } = run;
  const { forge, log, say } = world;
  const { number } = await reader.state(signal);
  const own = await claim(forge.statuses, await reader.pinnedHead(signal), targetUrl, signal);
  run.claimed(own);
  try {
    const shown = showProgressComment(forge.comments(number), own, { clock: systemClock, log }, signal);
    const progress = {
      agent: (status: AgentStatus) => {
        shown.agent(status);
        run.onlooker?.agent(status);
      },
    };
    const stateKey = await stateKeyOf(reader, run.stateSecret, signal);
    const recall = recallReview(reader, { own, stateKey, occasion, log });
    const reviewed = await runPullRequestReview(
      reader,
      { base, order, progress, recall },
      world,
      signal,
    ).finally(() => shown.finish());
    const { report } = reviewed;
    const publication = { reader, own, key, commands, stateKey };
    const published = await publishPullRequest(reviewed, publication, world, signal);
    await run.deliver(report, published);
    return { report, published };
  } catch (thrown) {
    if (own.canWrite) {
      const crashed = { kind: 'crashed', targetUrl } as const;
      const patience = AbortSignal.timeout(FINAL_STATUS_MS);
      await publishSituation(forge.statuses, own.sha, crashed, patience).catch((error: unknown) =>
        say.error(`The final status could not be written: ${messageOf(error)}`),
      );
    }
    throw thrown;
  }
}
