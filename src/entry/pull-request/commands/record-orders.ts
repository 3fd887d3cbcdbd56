import type { ObeyedCommand, Order } from '../../../model.ts';
import { readComment, withOrders } from '../../../publish/comment-state.ts';
import { ownComments, upsertComment } from '../../../publish/upsert-comment.ts';
import { COMMENT_MARKER } from '../../../render/render-markdown.ts';
import { lineDigest } from '../recall-orders.ts';
import type { RecordedOrders } from '../recall-review.ts';
import type { CommandEvent } from './command-event.ts';
import type { HeardCommand } from './hear-command.ts';

/** A change of the orders that stand. */
export interface OrderChange {
  /** @returns the orders that stand from now on */
  readonly change: (orders: readonly Order[]) => readonly Order[];
  /** When the command counts for the daily cap. */
  readonly obeyed: ObeyedCommand | null;
  /** What the comment says when there was none, in Markdown that is inert. */
  readonly placeholder: string;
}

/** Where an order was given. */
export function placeOfOrder({ commentId, commentKind, line }: CommandEvent) {
  return { commentId, commentKind, line: lineDigest(line) };
}

/**
 * Writes the orders of a command into the state of our comment, before anything is done about them: whatever happens to
 * this run, the next one knows. The comment is read once more right before, so that a report that was published
 * meanwhile stays.
 * @throws ForgeError
 */
export async function recordOrders(
  { event, world, ownId, stateKey }: HeardCommand,
  { change, obeyed, placeholder }: OrderChange,
  signal: AbortSignal,
): Promise<RecordedOrders | null> {
  if (ownId === null) return null;
  const comments = world.forge.comments(event.pullNumber);
  const own = ownComments(await comments.list(signal), ownId);
  const read = readComment(own[0]?.body ?? `${COMMENT_MARKER}\n${placeholder}`, stateKey);
  const orders = change(read.state?.orders ?? []);
  const before = (read.state?.obeyed ?? []).filter(({ commentId }) => commentId !== obeyed?.commentId);
  const times = obeyed === null ? before : [...before, obeyed];
  await upsertComment(comments, own, withOrders(read, orders, times, stateKey), ownId, signal);
  return { orders, commentKind: event.commentKind, said: saidBy(event) };
}

/** The comment of a command as its event showed it. */
function saidBy({ commentId, actor, line, commentUrl, createdAt }: CommandEvent): RecordedOrders['said'] {
  return {
    id: commentId,
    authorId: null,
    author: actor,
    body: line,
    url: commentUrl,
    createdAt,
    edited: false,
  };
}
