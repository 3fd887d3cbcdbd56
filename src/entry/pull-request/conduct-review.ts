import type { GivenFiles } from '../../context/read-imports.ts';
import type { CommandRequest, ReviewRequest } from '../../event/read-event.ts';
import type { Settings } from '../../model.ts';
import type { Allowance, Progress, PullRequestState, SpendingWish } from '../../ports.ts';
import type { Claim } from '../../publish/claim.ts';
import type { ModelOrder } from '../open-models.ts';
import { admitPullRequest } from './admit-pull-request.ts';
import { commandEventOf } from './commands/command-event.ts';
import { obeyCommand } from './commands/obey-command.ts';
import { AUTOMATIC, type Occasion } from './recall-review.ts';
import { type Outcome, type PublishedReview, reviewAndPublish } from './review-and-publish.ts';
import type { ReviewOrder } from './run-pull-request-review.ts';
import type { PullRequestWorld, Sayings } from './world.ts';

/** On which terms the request of an event is carried out. */
export interface ReviewTerms {
  /** What inputs or options change of the settings. */
  readonly overrides: Partial<Settings>;
  readonly deadlineSeconds: number;
  /** Login of another tool's account that goes first; empty for none. */
  readonly yieldTo: string;
  /** Where statuses point to until there is a comment. */
  readonly targetUrl: string | null;
  readonly key: PublishedReview['key'];
  /** Null without a key. */
  readonly models: ModelOrder | null;
  /** Why a model that was expected cannot be asked; null when none is missing. */
  modelMissing(pull: Pick<PullRequestState, 'isFork'>): string | null;
  /** What the review may spend on models, where somebody counts; absent leaves it to its settings. */
  allow?(wish: SpendingWish): Promise<Allowance>;
  /** Signs what is remembered; null remembers unsigned. */
  readonly stateSecret: string | null;
  readonly resolveThreads: boolean;
  /** Reads the files of other programs that were named; called once the review is sure to run. */
  given(): Promise<GivenFiles | null>;
  /** Says what is done about a command. */
  readonly sayCommand: Sayings;
  readonly onlooker?: Progress;
  /** Told once, as soon as the commit is claimed. */
  claimed(own: Claim, pull: PullRequestState): void;
  readonly deliver: PublishedReview['deliver'];
}

/** What came of a request. */
export type Conducted =
  | Outcome
  /** A command that asked for no review: nothing is left to do. */
  | { readonly kind: 'answered' }
  /** No review is published here now: a closed pull request, a draft, another tool's. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Publishing goes on for this long after the review's own deadline. */
export const PUBLISH_SECONDS = 120;

/**
 * Carries out what an event asked of a pull request: obeys its command, looks whether a review may be published, reviews
 * and publishes. Action and App do the same.
 * @throws ForgeError, ReviewError and whatever the review threw, after a final status was tried
 */
export async function conductReview(
  request: ReviewRequest | CommandRequest,
  terms: ReviewTerms,
  world: PullRequestWorld,
  stop: AbortSignal | null = null,
): Promise<Conducted> {
  const { forge, shipped } = world;
  const { deadlineSeconds, yieldTo, targetUrl, stateSecret } = terms;
  const time = AbortSignal.timeout((deadlineSeconds + PUBLISH_SECONDS) * 1_000);
  const signal = stop === null ? time : AbortSignal.any([time, stop]);
  const event = commandEventOf(request);
  const heard = { ...world, say: terms.sayCommand, yieldTo, targetUrl, stateSecret };
  const asked = event === null ? null : await obeyCommand(event, heard, signal);
  if (event !== null && asked === null) return { kind: 'answered' };
  const reader =
    asked?.reader ??
    forge.pullRequest(request.pullNumber, request.kind === 'review' ? request.headSha : null);
  const where = { statuses: forge.statuses, builtIns: shipped.builtIns, config: null };
  const admission = await admitPullRequest(reader, { ...where, yieldTo, targetUrl, log: world.log }, signal);
  if (!admission.admitted) {
    await asked?.answer(admission.reason);
    return { kind: 'refused', reason: admission.reason };
  }
  const { base } = admission;
  const pull = await reader.state(signal);
  return reviewAndPublish(
    {
      reader,
      base,
      order: {
        overrides: terms.overrides,
        runSeconds: Math.min(deadlineSeconds, base.budgets.runSeconds),
        ...(await modelsOf(base, pull, terms)),
        config: null,
        given: await terms.given(),
      },
      key: base.model === 'off' ? 'unset' : terms.key,
      targetUrl,
      commands: true,
      stateSecret,
      occasion: occasionOf(request),
      resolveThreads: terms.resolveThreads,
      recorded: asked?.recorded ?? null,
      obeyed: asked?.obeyed ?? null,
      askedBy: asked?.askedBy ?? null,
      ...(terms.onlooker === undefined ? {} : { onlooker: terms.onlooker }),
      claimed: (own) => terms.claimed(own, pull),
      deliver: terms.deliver,
    },
    world,
    signal,
  );
}

/** Which models may be asked, and for how much. */
async function modelsOf(
  { model, budgets }: Settings,
  pull: PullRequestState,
  terms: ReviewTerms,
): Promise<Pick<ReviewOrder, 'models' | 'modelMissing' | 'mostDollars'>> {
  const { models } = terms;
  const modelMissing = terms.modelMissing(pull);
  if (models === null || model === 'off' || terms.allow === undefined)
    return { models, modelMissing, mostDollars: null };
  const { runDollars, monthDollars } = budgets;
  const allowance = await terms.allow({ runDollars, monthDollars });
  return allowance.kind === 'allowed'
    ? { models, modelMissing, mostDollars: allowance.dollars }
    : { models: null, modelMissing: allowance.reason, mostDollars: null };
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
