import type { ForgeComment, ThreadStore } from '../../ports.ts';
import { lookBeforeResend } from './look-before-resend.ts';
import type { Client } from './make-client.ts';
import type { Repository } from './repository.ts';

/** Bounds the pages read of all threads: 3,000 comments. */
const MOST_PAGES = 30;
const PAGE = 100;

interface Answer {
  readonly id: number | bigint;
  readonly user: { readonly id: number | bigint; readonly login: string } | null;
  readonly body: string;
  readonly html_url: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly in_reply_to_id?: number | bigint;
}

/**
 * The replies in one review thread.
 * @param first id of the comment that opened the thread: GitHub takes replies to no other
 */
export function makeThreadStore(
  client: Client,
  repository: Repository,
  number: number,
  first: number,
): ThreadStore {
  const pull = { ...repository, pull_number: number };
  const list = async (signal: AbortSignal): Promise<readonly ForgeComment[]> => {
    const replies: ForgeComment[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/comments', {
        ...pull,
        per_page: PAGE,
        page,
        request: { signal },
      });
      replies.push(...data.filter((one) => Number(one.in_reply_to_id ?? 0) === first).map(toComment));
      if (data.length < PAGE) break;
    }
    return replies;
  };
  return {
    list,
    create: (body, authorId, signal) =>
      lookBeforeResend(
        async () => {
          const { data } = await client.request(
            'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies',
            { ...pull, comment_id: first, body, request: { signal } },
          );
          return toComment(data);
        },
        async () => {
          const all = await list(signal);
          return all.find((one) => one.authorId === authorId && one.body.trim() === body.trim()) ?? null;
        },
      ),
  };
}

function toComment({ id, user, body, html_url: url, ...times }: Answer): ForgeComment {
  return {
    id: Number(id),
    authorId: user === null ? null : Number(user.id),
    author: user?.login ?? 'ghost',
    body: body.replaceAll('\r\n', '\n'),
    url,
    createdAt: times.created_at,
    edited: times.updated_at !== times.created_at,
  };
}
