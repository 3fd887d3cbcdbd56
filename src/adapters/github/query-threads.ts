import type { ReviewThread } from '../../ports.ts';
import { recordOf } from './json-record.ts';
import type { QuerySource } from './query-blobs.ts';
import { COMMENT, toComment } from './read-comment.ts';

/** Review threads as one answer tells them. */
export interface QueriedThreads {
  readonly threads: readonly ReviewThread[];
  /** Where the next page starts; null when these are all. */
  readonly next: string | null;
}

/** 1,000 threads; what lies beyond is not known. */
const MOST_PAGES = 10;

// Reactions are asked of the first comment alone: asked of all, one query would cost twenty times as much of the limit.
const THREAD = `id isResolved path resolvedBy { login databaseId } opening: comments(first: 1) { nodes { reactions(content: THUMBS_DOWN, first: 20) { nodes { user { login } } } } } comments(first: 50) { totalCount nodes { ${COMMENT} } }`;

/** What a query asks of a page of threads. */
export const THREADS = `pageInfo { hasNextPage endCursor } nodes { ${THREAD} }`;

/**
 * Reads what was answered to `THREADS`.
 * @returns null when anything is missing or strange: threads that are not known are never taken for none
 */
export function readThreads(connection: unknown): QueriedThreads | null {
  const { pageInfo, nodes } = recordOf(connection);
  const { hasNextPage, endCursor } = recordOf(pageInfo);
  if (!Array.isArray(nodes) || typeof hasNextPage !== 'boolean') return null;
  if (hasNextPage && typeof endCursor !== 'string') return null;
  const read = nodes.map(toThread);
  const threads = read.filter((thread) => thread !== null);
  if (threads.length < read.length) return null;
  return { threads, next: hasNextPage && typeof endCursor === 'string' ? endCursor : null };
}

/**
 * The threads beyond the first page, one query for each further hundred.
 * @returns null when they are not all known
 * @throws ForgeError
 */
export async function allThreads(
  { client, graphqlUrl, repository }: QuerySource,
  number: number,
  first: QueriedThreads | null,
  signal: AbortSignal,
): Promise<readonly ReviewThread[] | null> {
  const threads: ReviewThread[] = [];
  let page = first;
  for (let pages = 1; page !== null; pages += 1) {
    threads.push(...page.threads);
    if (page.next === null) return threads;
    if (pages >= MOST_PAGES) return null;
    const { data } = await client.request({
      method: 'POST',
      url: graphqlUrl,
      data: {
        query: `query ($owner: String!, $repo: String!, $number: Int!, $after: String!) { repository(owner: $owner, name: $repo) { pullRequest(number: $number) { reviewThreads(first: 100, after: $after) { ${THREADS} } } } }`,
        variables: { owner: repository.owner, repo: repository.repo, number, after: page.next },
      },
      request: { signal },
    });
    const { pullRequest } = recordOf(recordOf(recordOf(data).data).repository);
    page = readThreads(recordOf(pullRequest).reviewThreads);
  }
  return null;
}

function toThread(value: unknown): ReviewThread | null {
  const { id, isResolved, path, resolvedBy, opening, comments } = recordOf(value);
  if (typeof id !== 'string' || typeof isResolved !== 'boolean' || typeof path !== 'string') return null;
  const { totalCount, nodes } = recordOf(comments);
  if (typeof totalCount !== 'number' || !Array.isArray(nodes)) return null;
  const read = nodes.map(toComment);
  const known = read.filter((comment) => comment !== null);
  const thumbsDown = toThumbsDown(opening);
  if (known.length < read.length || thumbsDown === null) return null;
  return {
    id,
    path,
    isResolved,
    resolvedBy: toResolver(resolvedBy),
    comments: known,
    commentCount: totalCount,
    thumbsDown,
  };
}

/** An account that is gone is nobody. */
function toResolver(value: unknown): ReviewThread['resolvedBy'] {
  const { login, databaseId } = recordOf(value);
  if (typeof login !== 'string') return null;
  return { login, id: typeof databaseId === 'number' ? databaseId : null };
}

function toThumbsDown(opening: unknown): readonly string[] | null {
  const { nodes } = recordOf(opening);
  if (!Array.isArray(nodes)) return null;
  const [first] = nodes;
  if (first === undefined) return [];
  const { nodes: reactions } = recordOf(recordOf(first).reactions);
  if (!Array.isArray(reactions)) return null;
  const logins = reactions.map((reaction) => recordOf(recordOf(reaction).user).login);
  return logins.filter((login) => typeof login === 'string');
}
