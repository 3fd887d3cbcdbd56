import { messageOf } from '../../errors.ts';
import type { Conversation, ForgeComment, PullRequestState, ReviewThread, StatusBoard } from '../../ports.ts';
import { listComments, PAGE } from './comment-store.ts';
import type { QuerySource } from './query-blobs.ts';
import {
  type ConversationPlace,
  conversationPart,
  type QueriedConversation,
  queryConversation,
  readConversation,
} from './query-conversation.ts';
import type { Rider } from './query-part.ts';
import { allThreads } from './query-threads.ts';

export interface ConversationReader {
  /** See `PullRequestReader.conversation`. */
  first(signal: AbortSignal): Promise<Conversation>;
  /** See `PullRequestReader.now`. */
  now(signal: AbortSignal): Promise<Conversation>;
  /** What goes with the first query of contents; null when the conversation was asked for already. */
  takeRider(signal: AbortSignal): Promise<Rider | null>;
}

interface Sources {
  readonly source: QuerySource;
  readonly number: number;
  readonly context: string;
  readonly statuses: Pick<StatusBoard, 'newest'>;
  readonly pinnedHead: (signal: AbortSignal) => Promise<string>;
  readonly refresh: (signal: AbortSignal) => Promise<PullRequestState>;
}

/**
 * Reads the conversation of one pull request by one GraphQL query. Where that fails or is not understood (an Enterprise
 * Server without one of the fields), by the calls of REST that say the same.
 */
export function makeConversationReader(sources: Sources): ConversationReader {
  const { source, number, context, pinnedHead } = sources;
  const { client, graphqlUrl, repository, log } = source;
  let isUnderstood = true;
  let ridden: Promise<QueriedConversation | null> | null = null;
  let first: Promise<Conversation> | null = null;

  const place = async (signal: AbortSignal): Promise<ConversationPlace> => ({
    number,
    context,
    sha: await pinnedHead(signal),
  });
  const query = async (signal: AbortSignal): Promise<QueriedConversation | null> => {
    if (!isUnderstood) return null;
    try {
      const asked = await place(signal);
      const answer = await queryConversation(client, graphqlUrl, repository, asked, signal);
      isUnderstood = answer !== null;
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      log.debug('the query of the conversation failed', { reason: messageOf(error) });
      return null;
    }
  };
  const complete = async (answer: QueriedConversation | null, signal: AbortSignal): Promise<Conversation> => {
    if (answer === null) return readByRest(sources, signal);
    const { commentCount, ...rest } = answer;
    const comments = await allComments(sources, answer, signal);
    return { ...rest, comments, threads: await threadsOf(sources, answer, signal) };
  };
  const now = async (signal: AbortSignal) => complete(await query(signal), signal);
  const asFirst = async (signal: AbortSignal) => {
    const answer = await ridden;
    return answer === null ? now(signal) : complete(answer, signal);
  };
  return {
    now,
    first: (signal) => {
      first ??= asFirst(signal).catch((error: unknown) => {
        first = null;
        throw error;
      });
      return first;
    },
    takeRider: async (signal) => {
      const asked = await place(signal);
      if (ridden !== null || first !== null) return null;
      let arrive: (repository: unknown) => void = () => undefined;
      ridden = new Promise((resolve) => {
        arrive = (answered) => {
          const answer = readConversation(answered);
          if (answered !== null) isUnderstood = answer !== null;
          resolve(answer);
        };
      });
      return { ...conversationPart(asked), arrive: (answered) => arrive(answered) };
    },
  };
}

/** The comments beyond the first hundred come by REST; when the two ways do not add up, all of them do. */
async function allComments(
  { source: { client, repository }, number }: Sources,
  { comments, commentCount }: QueriedConversation,
  signal: AbortSignal,
): Promise<readonly ForgeComment[]> {
  const byAge = (left: ForgeComment, right: ForgeComment) => left.id - right.id;
  if (comments.length === commentCount) return [...comments].sort(byAge);
  if (comments.length === PAGE) {
    const more = await listComments(client, repository, number, 2, signal);
    const all = new Map([...comments, ...more].map((comment) => [comment.id, comment]));
    if (all.size >= commentCount) return [...all.values()].sort(byAge);
  }
  return listComments(client, repository, number, 1, signal);
}

/** Threads that cannot be read cost what is decided by them, never the comments. */
async function threadsOf(
  { source, number }: Sources,
  { threads }: QueriedConversation,
  signal: AbortSignal,
): Promise<readonly ReviewThread[] | null> {
  try {
    return await allThreads(source, number, threads, signal);
  } catch (error) {
    signal.throwIfAborted();
    source.log.debug('a query of review threads failed', { reason: messageOf(error) });
    return null;
  }
}

async function readByRest(
  { source: { client, repository }, number, statuses, pinnedHead, refresh }: Sources,
  signal: AbortSignal,
): Promise<Conversation> {
  const sha = await pinnedHead(signal);
  const [state, newestStatus, comments] = await Promise.all([
    refresh(signal),
    statuses.newest(sha, signal),
    listComments(client, repository, number, 1, signal),
  ]);
  const { headSha, draft } = state;
  // REST does not know which threads are resolved.
  return {
    headSha,
    isOpen: state.state === 'open',
    draft,
    newestStatus,
    comments,
    threads: null,
    commits: null,
  };
}
