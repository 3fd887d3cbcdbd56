import { ForgeError, messageOf } from '../errors.ts';
import type { AgentStatus } from '../model.ts';
import type { Clock, CommentStore, Log, Progress } from '../ports.ts';
import { earlierReport, renderProgressComment } from '../render/render-progress-comment.ts';
import type { Claim } from './claim.ts';
import { visibleText, withSameState } from './comment-state.ts';
import { ownComments, upsertComment } from './upsert-comment.ts';

/** A review that ends before this is never shown running; later its comment is edited at most as often. */
const EVERY_MS = 10_000;
/** GitHub refuses longer bodies (facts: body limits). */
const MOST_CHARACTERS = 65_000;

/** Progress that may be shown; `finish` before the report is published. */
export interface ShownProgress extends Progress {
  /** A comment may show it: asked for once `finish` has resolved. */
  isShown(): boolean;
  /** Ends the showing; resolves when no write is under way any more. Never rejects. */
  finish(): Promise<void>;
}

/**
 * Shows how far each reviewer of a long review is, in the sticky comment. What the comment remembers is kept, so that
 * the report that replaces it says nothing twice; so is its last report, for a run that ends without one. A write that fails is logged: progress is never worth a review.
 */
export function showProgressComment(
  comments: CommentStore,
  claim: Claim,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  signal: AbortSignal,
): ShownProgress {
  const agents = new Map<string, AgentStatus>();
  let written = '';
  let underWay: Promise<void> = Promise.resolve();
  let cancel = () => {};
  let isFinished = !claim.canWrite;
  let isShown = false;
  const write = async (run: Extract<Claim, { readonly canWrite: true }>): Promise<void> => {
    const render = (earlier: string | null) => renderProgressComment(run, [...agents.values()], earlier);
    const text = render(null);
    if (agents.size === 0 || text === written) return;
    const own = ownComments(await comments.list(signal), run.authorId);
    const body = own[0] === undefined ? text : aboveEarlier(own[0].body, render);
    if (isFinished) return;
    isShown = true;
    await upsertComment(comments, own, body, run.authorId, signal);
    written = text;
  };
  const next = () => {
    if (isFinished || !claim.canWrite) return;
    cancel = clock.after(EVERY_MS, () => {
      underWay = write(claim)
        .catch((error: unknown) => {
          if (!(error instanceof ForgeError)) isFinished = true;
          log.debug('the progress could not be shown', { reason: messageOf(error) });
        })
        .then(next);
    });
  };
  next();
  return {
    isShown: () => isShown,
    agent: (status) => void agents.set(status.agent, status),
    finish: async () => {
      isFinished = true;
      cancel();
      await underWay;
    },
  };
}

/** Progress above the last report, or in its place where both do not fit. */
function aboveEarlier(body: string, render: (earlier: string | null) => string): string {
  const both = withSameState(render(earlierReport(visibleText(body))), body);
  return both.length <= MOST_CHARACTERS ? both : withSameState(render(null), body);
}
