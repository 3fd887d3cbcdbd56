import { ForgeError, messageOf } from '../errors.ts';
import type { AgentStatus } from '../model.ts';
import type { Clock, CommentStore, Log, Progress } from '../ports.ts';
import { renderProgressComment } from '../render/render-progress-comment.ts';
import type { Claim } from './claim.ts';
import { withSameState } from './comment-state.ts';
import { ownComments, upsertComment } from './upsert-comment.ts';

/** A review that ends before this is never shown running; later its comment is edited at most as often. */
const EVERY_MS = 10_000;

/** Progress that may be shown; `finish` before the report is published. */
export interface ShownProgress extends Progress {
  /** Ends the showing; resolves when no write is under way any more. Never rejects. */
  finish(): Promise<void>;
}

/**
 * Shows how far each reviewer of a long review is, in the sticky comment. What the comment remembers is kept, so that
 * the report that replaces it says nothing twice. A write that fails is logged: progress is never worth a review.
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
  const write = async (authorId: number): Promise<void> => {
    const text = renderProgressComment(claim.sha, [...agents.values()]);
    if (agents.size === 0 || text === written) return;
    const own = ownComments(await comments.list(signal), authorId);
    const body = own[0] === undefined ? text : withSameState(text, own[0].body);
    if (isFinished) return;
    await upsertComment(comments, own, body, authorId, signal);
    written = text;
  };
  const next = () => {
    if (isFinished || !claim.canWrite) return;
    const { authorId } = claim;
    cancel = clock.after(EVERY_MS, () => {
      underWay = write(authorId)
        .catch((error: unknown) => {
          if (!(error instanceof ForgeError)) isFinished = true;
          log.debug('the progress could not be shown', { reason: messageOf(error) });
        })
        .then(next);
    });
  };
  next();
  return {
    agent: (status) => void agents.set(status.agent, status),
    finish: async () => {
      isFinished = true;
      cancel();
      await underWay;
    },
  };
}
