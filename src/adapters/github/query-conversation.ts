import type { ForgeComment, SeenStatus } from '../../ports.ts';
import { isRecord, recordOf } from './json-record.ts';
import type { Client } from './make-client.ts';
import type { QueryPart } from './query-part.ts';
import { type QueriedThreads, readThreads, THREADS } from './query-threads.ts';
import { ACTOR, COMMENT, toActor, toComment } from './read-comment.ts';
import type { Repository } from './repository.ts';
import { statusWord } from './status-board.ts';

/** One moment of a pull request and of a commit, as one query tells it. */
export interface QueriedConversation {
  readonly headSha: string;
  readonly isOpen: boolean;
  readonly draft: boolean;
  readonly newestStatus: SeenStatus | null;
  readonly commits: readonly string[] | null;
  /** The oldest comments, at most 100. */
  readonly comments: readonly ForgeComment[];
  /** How many comments there are in all. */
  readonly commentCount: number;
  /** The oldest review threads, at most 100; null when the answer does not hold them. */
  readonly threads: QueriedThreads | null;
}

/** What is asked for: a pull request, one of its commits and our status context. */
export interface ConversationPlace {
  readonly number: number;
  readonly sha: string;
  readonly context: string;
}

const STATUS = `state description targetUrl createdAt creator { ${ACTOR} }`;

/** The part of a query that asks for a conversation. Values travel as variables, never inside the query. */
export function conversationPart({ number, sha, context }: ConversationPlace): QueryPart {
  return {
    declarations: '$number: Int!, $sha: GitObjectID!, $context: String!',
    selections: `pull: pullRequest(number: $number) { headRefOid state isDraft commits(last: 100) { nodes { commit { oid } } } comments(first: 100) { totalCount nodes { ${COMMENT} } } reviewThreads(first: 100) { ${THREADS} } } pinned: object(oid: $sha) { ... on Commit { status { context(name: $context) { ${STATUS} } } } }`,
    variables: { number, sha, context },
  };
}

/**
 * Asks for a conversation alone.
 * @returns null when the answer does not hold all of it
 * @throws ForgeError
 */
export async function queryConversation(
  client: Client,
  graphqlUrl: string,
  repository: Repository,
  place: ConversationPlace,
  signal: AbortSignal,
): Promise<QueriedConversation | null> {
  const { declarations, selections, variables } = conversationPart(place);
  const { data } = await client.request({
    method: 'POST',
    url: graphqlUrl,
    data: {
      query: `query ($owner: String!, $repo: String!, ${declarations}) { repository(owner: $owner, name: $repo) { ${selections} } }`,
      variables: { owner: repository.owner, repo: repository.repo, ...variables },
    },
    request: { signal },
  });
  return readConversation(recordOf(recordOf(data).data).repository);
}

/**
 * Reads what was answered to `conversationPart`. Whatever is missing or strange makes it null: an answer without a
 * comment of ours would let a second one appear. Only a status that is not there stays open, for its reader to ask again,
 * and threads that are not there stay unknown.
 * @param repository the answered repository
 */
export function readConversation(repository: unknown): QueriedConversation | null {
  const { pull, pinned } = recordOf(repository);
  const { headRefOid, state, isDraft, commits, comments, reviewThreads } = recordOf(pull);
  const { totalCount, nodes } = recordOf(comments);
  if (typeof headRefOid !== 'string' || typeof state !== 'string' || typeof isDraft !== 'boolean')
    return null;
  if (typeof totalCount !== 'number' || !Array.isArray(nodes)) return null;
  const read = nodes.map(toComment);
  const known = read.filter((comment) => comment !== null);
  if (known.length < read.length) return null;
  return {
    headSha: headRefOid,
    isOpen: state === 'OPEN',
    draft: isDraft,
    newestStatus: toStatus(recordOf(recordOf(pinned).status).context),
    commits: toCommits(commits),
    comments: known,
    commentCount: totalCount,
    threads: readThreads(reviewThreads),
  };
}

function toStatus(value: unknown): SeenStatus | null {
  if (!isRecord(value)) return null;
  const { state, description, targetUrl, createdAt, creator } = value;
  if (typeof state !== 'string' || typeof createdAt !== 'string') return null;
  const { name, accountId } = toActor(creator);
  return {
    state: statusWord(state.toLowerCase()),
    description: typeof description === 'string' ? description : '',
    targetUrl: typeof targetUrl === 'string' ? targetUrl : null,
    creatorId: accountId,
    creator: name,
    createdAt,
  };
}

function toCommits(connection: unknown): readonly string[] | null {
  const { nodes } = recordOf(connection);
  if (!Array.isArray(nodes)) return null;
  const shas = nodes.map((node) => recordOf(recordOf(node).commit).oid);
  return shas.every((sha) => typeof sha === 'string') ? shas : null;
}
