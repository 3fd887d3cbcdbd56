import { makeStateSeal } from '../../adapters/state/make-state-seal.ts';
import { ForgeError, messageOf } from '../../errors.ts';
import type { EarlierReview, PullRequestContext } from '../../model.ts';
import type { Log, PullRequestReader } from '../../ports.ts';
import type { Claim } from '../../publish/claim.ts';
import { readComment, type StateKey } from '../../publish/comment-state.ts';
import { ownComments } from '../../publish/upsert-comment.ts';

/** Why this run was started, as far as it decides how much is looked at again. */
export type Occasion = Pick<
  EarlierReview,
  'widenBecause' | 'reviewersAgain' | 'fullWhenUnchanged' | 'isAutomatic'
>;

/** A push, or anything else that nobody asked for. */
export const AUTOMATIC: Occasion = {
  widenBecause: [],
  reviewersAgain: [],
  fullWhenUnchanged: false,
  isAutomatic: true,
};

/**
 * The seal of a pull request's state.
 * @param secret the model key or the input `state-key`; null signs nothing
 */
export async function stateKeyOf(
  reader: PullRequestReader,
  secret: string | null,
  signal: AbortSignal,
): Promise<StateKey> {
  const { repositoryId, number } = await reader.state(signal);
  return { seal: makeStateSeal(secret), about: `${repositoryId}/${number}` };
}

/** Looks up what the last review left in our comment; null when there is none, or when nobody can tell which is ours. */
export function recallReview(
  reader: PullRequestReader,
  { own, stateKey, occasion, log }: { own: Claim; stateKey: StateKey; occasion: Occasion; log: Log },
): (context: PullRequestContext, signal: AbortSignal) => Promise<EarlierReview | null> {
  return async ({ head }, signal) => {
    if (!own.canWrite) return null;
    try {
      const { comments, commits } = await reader.conversation(signal);
      const [oldest] = ownComments(comments, own.authorId);
      if (oldest === undefined) return null;
      const { state, isSigned } = readComment(oldest.body, stateKey);
      const memory = state?.memory ?? null;
      if (memory === null) return null;
      const isKept = memory.head === head.sha || commits?.includes(memory.head) === true;
      const rewritten = isKept
        ? []
        : ['the history was rewritten by a rebase, an amended commit or a force-push'];
      return {
        ...occasion,
        memory,
        isTrusted: isSigned,
        widenBecause: [...occasion.widenBecause, ...rewritten],
      };
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      // Without it everything is looked at again: dearer, never less.
      log.warn('the last review could not be recalled', { reason: messageOf(error) });
      return null;
    }
  };
}
