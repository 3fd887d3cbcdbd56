import { ForgeError } from '../errors.ts';
import { digestOf } from '../evidence/digest.ts';
import type { ReviewPoster } from '../ports.ts';
import { formatCount } from '../render/format-quantity.ts';
import { type BlobUrl, findingLine } from '../render/markdown-finding.ts';
import type { ChosenComment } from './choose-inline.ts';

export interface PostedInline {
  /** Comments on lines; 0 after GitHub refused a position and all went into the review's text. */
  readonly count: number;
  readonly url: string;
}

/**
 * Posts the chosen comments in one review. When GitHub refuses a position it does not say which, so the review is sent
 * once more with everything in its text: one bad anchor loses nothing (R33). Never one call for each comment.
 * @throws ForgeError
 */
export async function postInline(
  poster: ReviewPoster,
  chosen: readonly ChosenComment[],
  where: { readonly sha: string; readonly authorId: number; readonly blobUrl: BlobUrl },
  signal: AbortSignal,
): Promise<PostedInline> {
  const { sha, authorId } = where;
  const key = digestOf(sha, ...chosen.map(({ finding }) => finding.fingerprint)).slice(0, 16);
  const marker = `<!-- multi-agent-review inline ${key} -->`;
  const words = `${formatCount(chosen.length, 'finding')} in the changed lines; all of them, with proof and fix, stand in the summary comment.`;
  try {
    const comments = chosen.map(({ comment }) => comment);
    const review = await poster.create(
      { commitSha: sha, body: `${marker}\n${words}`, comments },
      authorId,
      signal,
    );
    return { count: comments.length, url: review.url };
  } catch (error) {
    if (!(error instanceof ForgeError) || error.status !== 422) throw error;
    const lines = chosen.map(({ finding }) => findingLine([finding], where.blobUrl));
    const body = `${marker}\n${words}\n\n${lines.join('\n')}`;
    const review = await poster.create({ commitSha: sha, body, comments: [] }, authorId, signal);
    return { count: 0, url: review.url };
  }
}
