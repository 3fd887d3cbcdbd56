import { ForgeError } from '../../errors.ts';
import type { CommentStore, ForgeComment } from '../../ports.ts';
import { lookBeforeResend } from './look-before-resend.ts';
import type { Client } from './make-client.ts';
import type { Repository } from './repository.ts';

/** Bounds the pages read of a conversation: 10,000 comments. */
const MOST_PAGES = 100;
/** Comments of a page; GraphQL gives as many at once. */
export const PAGE = 100;

interface Answer {
  readonly id: number | bigint;
  readonly user: { readonly id: number | bigint; readonly login: string } | null;
  readonly body?: string;
  readonly html_url: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Conversation comments of one pull request. */
export function makeCommentStore(client: Client, repository: Repository, number: number): CommentStore {
  const issue = { ...repository, issue_number: number };
  const list = (signal: AbortSignal) => listComments(client, repository, number, 1, signal);
  return {
    list,
    create: (body, authorId, signal) =>
      lookBeforeResend(
        async () => {
          const { data } = await client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
            ...issue,
            body,
            request: { signal },
          });
          return toComment(data);
        },
        async () => {
          const all = await list(signal);
          return all.find((one) => one.authorId === authorId && isSameText(one.body, body)) ?? null;
        },
      ),
    update: async (id, body, signal) => {
      const { data } = await client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...repository,
        comment_id: id,
        body,
        request: { signal },
      });
      return toComment(data);
    },
    remove: async (id, signal) => {
      try {
        await client.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {
          ...repository,
          comment_id: id,
          request: { signal },
        });
        return true;
      } catch (error) {
        if (error instanceof ForgeError) return false;
        throw error;
      }
    },
  };
}

/** Comments from a page on, oldest first. @throws ForgeError */
export async function listComments(
  client: Client,
  repository: Repository,
  number: number,
  firstPage: number,
  signal: AbortSignal,
): Promise<readonly ForgeComment[]> {
  const comments: ForgeComment[] = [];
  for (let page = firstPage; page <= MOST_PAGES; page += 1) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...repository,
      issue_number: number,
      per_page: PAGE,
      page,
      request: { signal },
    });
    comments.push(...data.map(toComment));
    if (data.length < PAGE) break;
  }
  return comments;
}

function toComment({ id, user, body, html_url: url, ...times }: Answer): ForgeComment {
  return {
    id: Number(id),
    authorId: user === null ? null : Number(user.id),
    author: user?.login ?? 'ghost',
    body: body ?? '',
    url,
    createdAt: times.created_at,
    edited: times.updated_at !== times.created_at,
  };
}

/** GitHub stores line feeds and may trim the ends. */
function isSameText(left: string, right: string): boolean {
  return left.replaceAll('\r\n', '\n').trim() === right.replaceAll('\r\n', '\n').trim();
}
