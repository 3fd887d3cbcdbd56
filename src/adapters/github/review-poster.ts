import type { InlineComment, PostedReview, ReviewPoster } from '../../ports.ts';
import { lookBeforeResend } from './look-before-resend.ts';
import type { Client } from './make-client.ts';
import type { Repository } from './repository.ts';

const MOST_PAGES = 30;
const PAGE = 100;

/** Posts reviews with the event COMMENT and no other (R9). */
export function makeReviewPoster(client: Client, repository: Repository, number: number): ReviewPoster {
  const pull = { ...repository, pull_number: number };
  return {
    create: (draft, authorId, signal) =>
      lookBeforeResend(
        async () => {
          const { data } = await client.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
            ...pull,
            commit_id: draft.commitSha,
            event: 'COMMENT',
            body: draft.body,
            comments: draft.comments.map(toInput),
            request: { signal },
          });
          return { id: Number(data.id), url: data.html_url };
        },
        () => findReview(draft.commitSha, draft.body, authorId, signal),
      ),
    updateComment: async (id, body, signal) => {
      await client.request('PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}', {
        ...repository,
        comment_id: id,
        body,
        request: { signal },
      });
    },
  };

  /** The review of a lost answer is among the newest; GitHub lists the oldest first. */
  async function findReview(
    sha: string,
    body: string,
    authorId: number,
    signal: AbortSignal,
  ): Promise<PostedReview | null> {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
        ...pull,
        per_page: PAGE,
        page,
        request: { signal },
      });
      const own = data.find(
        (review) =>
          Number(review.user?.id ?? 0) === authorId &&
          review.commit_id === sha &&
          review.body.replaceAll('\r\n', '\n').trim() === body.trim(),
      );
      if (own !== undefined) return { id: Number(own.id), url: own.html_url };
      if (data.length < PAGE) return null;
    }
    return null;
  }
}

type Side = 'LEFT' | 'RIGHT';

function toInput({ path, side, startLine, line, body }: InlineComment): {
  path: string;
  body: string;
  line: number;
  side: Side;
  start_line?: number;
  start_side?: Side;
} {
  const where: Side = side === 'old' ? 'LEFT' : 'RIGHT';
  const isRange = startLine !== undefined && startLine < line;
  return {
    path,
    body,
    line,
    side: where,
    ...(isRange ? { start_line: startLine, start_side: where } : {}),
  };
}
