import type { CommentStore, ForgeComment } from '../ports.ts';
import { COMMENT_MARKER } from '../render/render-markdown.ts';

/**
 * Our comments in a conversation, oldest first: by author id and by their first line. Anyone may type the marker, and
 * other tools write as the same account, so it takes both (R20).
 */
export function ownComments(comments: readonly ForgeComment[], authorId: number): readonly ForgeComment[] {
  return comments
    .filter((comment) => comment.authorId === authorId && authorId !== 0 && isMarked(comment.body))
    .sort((left, right) => left.id - right.id);
}

function isMarked(body: string): boolean {
  return body.split(/\r?\n/, 1)[0] === COMMENT_MARKER;
}

/**
 * Writes the one comment of a pull request: edits the oldest of ours, or creates it. After creating it looks again, so
 * that of two runs at once the lower id stays.
 * @param known our comments as listed before
 */
export async function upsertComment(
  store: CommentStore,
  known: readonly ForgeComment[],
  body: string,
  authorId: number,
  signal: AbortSignal,
): Promise<ForgeComment> {
  const [oldest, ...others] = known;
  if (oldest !== undefined) {
    const updated = await store.update(oldest.id, body, signal);
    for (const other of others) await store.remove(other.id, signal);
    return updated;
  }
  const created = await store.create(body, authorId, signal);
  const [first, ...later] = ownComments(await store.list(signal), authorId);
  if (first === undefined || first.id >= created.id) return created;
  for (const other of later) if (other.id === created.id) await store.remove(other.id, signal);
  return store.update(first.id, body, signal);
}
