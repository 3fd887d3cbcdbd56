import type { CommentStore } from '../ports.ts';
import { renderUnfinished, type ShownRun, showsProgressOf } from '../render/render-progress-comment.ts';
import { visibleText, withSameState } from './comment-state.ts';
import { ownComments } from './upsert-comment.ts';

/** The run, and by whom its comment was written. */
export interface EndedRun extends ShownRun {
  readonly authorId: number;
}

/**
 * Ends the comment of a run that ends without a report: while it stands, it says that a review is running. Only our own
 * comment that still shows this very run is touched; what it remembers is kept byte for byte.
 * @param commands the comment names the `/review` commands
 * @returns whether there was one
 * @throws ForgeError
 */
export async function endProgressComment(
  comments: CommentStore,
  run: EndedRun,
  commands: boolean,
  signal: AbortSignal,
): Promise<boolean> {
  const own = ownComments(await comments.list(signal), run.authorId);
  const shown = own.find(({ body }) => showsProgressOf(run.statusId, body));
  if (shown === undefined) return false;
  const text = renderUnfinished(run, visibleText(shown.body), commands);
  await comments.update(shown.id, withSameState(text, shown.body), signal);
  return true;
}
