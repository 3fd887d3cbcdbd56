import { makeStateSeal } from '../../adapters/state/make-state-seal.ts';
import { ForgeError, messageOf } from '../../errors.ts';
import { type EarlierReview, NOTHING_RECALLED, type Order, type ReviewMemory } from '../../model.ts';
import type { Conversation, ForgeComment, Log, Permissions, PullRequestReader, Recall } from '../../ports.ts';
import type { Claim } from '../../publish/claim.ts';
import { readComment, type StateKey } from '../../publish/comment-state.ts';
import { ownComments } from '../../publish/upsert-comment.ts';
import { askOnce } from './ask-once.ts';
import { recallOrders } from './recall-orders.ts';
import { recallThreadDismissals } from './recall-thread-dismissals.ts';
import { RunHalted } from './run-halted.ts';

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

/** What a command recorded in our comment a moment ago: the conversation may have been read before that. */
export interface RecordedOrders {
  readonly orders: readonly Order[];
  /** The comment that is the command, as the event showed it. */
  readonly said: ForgeComment;
  /** Of the order that `said` gives. */
  readonly commentKind: Order['commentKind'];
}

/** What recalling needs besides the conversation. */
export interface RecallOptions {
  readonly own: Claim;
  readonly stateKey: StateKey;
  readonly occasion: Occasion;
  /** Null when no command gave any. */
  readonly recorded: RecordedOrders | null;
  readonly permissions: Permissions;
  readonly log: Log;
}

/**
 * Looks up what the last review left in our comment, and what people ordered since. Nothing when there is none, or when
 * nobody can tell which comment is ours.
 * @returns a function that throws `RunHalted` when automatic reviews are paused and this is one
 */
export function recallReview(
  reader: PullRequestReader,
  { own, stateKey, occasion, recorded, permissions, log }: RecallOptions,
): Recall {
  return async ({ head }, signal) => {
    if (!own.canWrite) return NOTHING_RECALLED;
    try {
      const conversation = await reader.conversation(signal);
      const [oldest] = ownComments(conversation.comments, own.authorId);
      const { state, isSigned } =
        oldest === undefined ? { state: null, isSigned: false } : readComment(oldest.body, stateKey);
      const asked = askOnce(permissions);
      const witnesses = { conversation, said: recorded, permissions: asked, head: own.sha };
      const { pausedBy, ...ordered } = await recallOrders(
        recorded?.orders ?? state?.orders ?? [],
        witnesses,
        signal,
      );
      if (pausedBy !== null && occasion.isAutomatic && recorded === null)
        throw new RunHalted({ kind: 'paused', by: pausedBy }, false);
      const { threads } = conversation;
      const ofThreads = await recallThreadDismissals(threads ?? [], own.authorId, asked, signal);
      const orders = {
        ...ordered,
        dismissals: [...ordered.dismissals, ...ofThreads],
        notes: [...ordered.notes, ...(threads === null && state?.posted.length ? [THREADS_UNREAD] : [])],
      };
      const memory = state?.memory ?? null;
      if (memory === null) return { earlier: null, orders };
      const widenBecause = [...occasion.widenBecause, ...historyReasons(memory, head.sha, conversation)];
      const known = { ...occasion, memory, isTrusted: isSigned, widenBecause };
      return { earlier: { ...known, linesSince: await linesSince(reader, known, log, signal) }, orders };
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      // Without it everything is looked at again: dearer, never less.
      log.warn('the last review could not be recalled', { reason: messageOf(error) });
      return NOTHING_RECALLED;
    }
  };
}

/** Asked for only where it can save questions to models. */
async function linesSince(
  reader: PullRequestReader,
  { memory, isTrusted, widenBecause, fullWhenUnchanged }: Omit<EarlierReview, 'linesSince'>,
  log: Log,
  signal: AbortSignal,
): Promise<number | null> {
  if (memory.seenHead === (await reader.pinnedHead(signal))) return 0;
  if (!isTrusted || fullWhenUnchanged || widenBecause.length > 0 || memory.modelsDigest === null) return null;
  try {
    return await reader.linesSince(memory.seenHead, signal);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn('what was pushed since the last review could not be counted', { reason: messageOf(error) });
    return null;
  }
}

const THREADS_UNREAD =
  'The review threads could not be read: a 👎 or a resolved thread does not count in this run, and comments on fixed findings stay as they are.';

function historyReasons(
  memory: ReviewMemory,
  head: string | null,
  { commits }: Pick<Conversation, 'commits'>,
): readonly string[] {
  const isKept = memory.head === head || commits?.includes(memory.head) === true;
  return isKept ? [] : ['the history was rewritten by a rebase, an amended commit or a force-push'];
}
