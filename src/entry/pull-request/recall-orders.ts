import { firstOwnLine } from '../../event/first-own-line.ts';
import { mayTrigger } from '../../event/may-trigger.ts';
import { type Command, parseCommand } from '../../event/parse-command.ts';
import { digestOf } from '../../evidence/digest.ts';
import type { Dismissal, Order, Override, StandingOrders } from '../../model.ts';
import type { Conversation, ForgeComment, Permissions } from '../../ports.ts';

/** The orders that count, and who paused automatic reviews. */
export interface RecalledOrders extends StandingOrders {
  /** Login; null when they are not paused. */
  readonly pausedBy: string | null;
}

/** What orders are looked up in. */
export interface OrderWitnesses {
  readonly conversation: Pick<Conversation, 'comments' | 'threads'>;
  /** A comment that may be too young to be in the conversation; it counts only when it is not found there. */
  readonly said: { readonly said: ForgeComment; readonly commentKind: Order['commentKind'] } | null;
  readonly permissions: Permissions;
  /** The commit under review. */
  readonly head: string;
}

/** An order with the comment that gives it. */
interface Witnessed {
  readonly order: Order;
  readonly comment: ForgeComment;
  readonly command: Command;
}

/** By this an order recognises its line. */
export function lineDigest(line: string): string {
  return digestOf(line.trimEnd()).slice(0, 32);
}

/**
 * Looks up every order where it was given. It counts when its comment is still there, still says the same in its first
 * own line, and its author may still command; otherwise a note says why it does not. Each author is asked about once.
 */
export async function recallOrders(
  orders: readonly Order[],
  { conversation, said, permissions, head }: OrderWitnesses,
  signal: AbortSignal,
): Promise<RecalledOrders> {
  const notes: string[] = [];
  const witnessed: Witnessed[] = [];
  for (const order of orders) {
    const found = witness(order, { conversation, said });
    if (typeof found === 'string') notes.push(found);
    else if (order.kind === 'override' && order.head !== head)
      notes.push(
        `The override by ${found.comment.author} was for ${order.head.slice(0, 7)} and ended with that commit.`,
      );
    else witnessed.push(found);
  }
  const permitted = new Map<string, boolean>();
  for (const { comment } of witnessed)
    if (!permitted.has(comment.author))
      permitted.set(comment.author, mayTrigger(await permissions.permissionOf(comment.author, signal)));
  const dismissals: Dismissal[] = [];
  let override: Override | null = null;
  let pausedBy: string | null = null;
  for (const { order, comment, command } of witnessed) {
    const { author: by, url: source } = comment;
    if (permitted.get(by) !== true)
      notes.push(`${nameOf(order)} by ${by} no longer counts: ${by} has no write permission.`);
    else if (order.kind === 'pause') pausedBy = by;
    else if (order.kind === 'override' && command.kind === 'override')
      override = { by, reason: command.reason, head, source };
    else if (order.kind === 'dismiss' && command.kind === 'dismiss')
      dismissals.push(dismissalOf(order.fingerprint, command.reason, comment));
  }
  return { dismissals, override, pausedBy, notes };
}

/** The comment of an order, or why it gives the order no longer. */
function witness(
  order: Order,
  { conversation: { comments, threads }, said }: Pick<OrderWitnesses, 'conversation' | 'said'>,
): Witnessed | string {
  const among =
    order.commentKind === 'conversation'
      ? comments
      : (threads ?? []).flatMap(({ comments: inThread }) => inThread);
  const isSaid = said?.said.id === order.commentId && said.commentKind === order.commentKind;
  const comment = among.find(({ id }) => id === order.commentId) ?? (isSaid ? said.said : undefined);
  if (comment === undefined && order.commentKind === 'review' && threads === null)
    return `${nameOf(order)} does not count in this run: the review threads could not be read.`;
  if (comment === undefined) return `${nameOf(order)} no longer counts: its comment is gone.`;
  const line = firstOwnLine(comment.body);
  const command = line === null ? null : parseCommand(line, []);
  const isSame = line !== null && lineDigest(line) === order.line && command?.kind === order.kind;
  const isMeant =
    order.kind !== 'dismiss' ||
    (command?.kind === 'dismiss' && order.fingerprint.startsWith(`f1:${command.id}`));
  if (command === null || !isSame || !isMeant)
    return `${nameOf(order)} by ${comment.author} no longer counts: its comment was edited.`;
  return { order, comment, command };
}

function dismissalOf(fingerprint: string, reason: string, { author, url }: ForgeComment): Dismissal {
  return { fingerprint, scope: 'finding', reason, by: author, until: null, origin: 'comment', source: url };
}

function nameOf(order: Order): string {
  if (order.kind === 'pause') return 'The pause';
  return order.kind === 'override' ? 'The override' : `The dismissal of ${order.fingerprint.slice(3, 11)}`;
}
