import type { Command } from '../../../event/parse-command.ts';
import type { ObeyedCommand, Order } from '../../../model.ts';
import { publishSituation } from '../../../publish/publish-report.ts';
import { unknownFinding } from '../../../render/answers/finding-lines.ts';
import {
  alreadyFixedAnswer,
  dismissedAnswer,
  NOTHING_TO_DO,
  notDismissedAnswer,
  overriddenAnswer,
  pausedAnswer,
  unseenHeadAnswer,
} from '../../../render/answers/order-answers.ts';
import { escapeMarkdownLine } from '../../../render/escape-markdown.ts';
import type { RecordedOrders } from '../recall-review.ts';
import { findRemembered } from './find-remembered.ts';
import type { HeardCommand } from './hear-command.ts';
import { placeOfOrder, recordOrders } from './record-orders.ts';

/** Commands that change what holds for a pull request. */
export type OrderCommand =
  | { readonly kind: 'pause' | 'resume' | 'abort' }
  | { readonly kind: 'undismiss'; readonly id: string }
  | Extract<Command, { readonly kind: 'dismiss' }>
  | Extract<Command, { readonly kind: 'override' }>;

const ON_ITS_WAY = 'A review of this pull request is on its way.';

/**
 * Carries out an order: it is recorded first, then answered.
 * @param obeyed what counts for the daily cap
 * @returns the orders that stand now when a review has to say so; null when nothing is left to do
 * @throws ForgeError
 */
export async function giveOrder(
  heard: HeardCommand,
  command: OrderCommand,
  obeyed: ObeyedCommand,
  signal: AbortSignal,
): Promise<RecordedOrders | null> {
  switch (command.kind) {
    case 'pause':
      return pause(heard, signal);
    case 'abort':
      return abort(heard, signal);
    case 'resume':
      return resume(heard, obeyed, signal);
    case 'override':
      return override(heard, command.reason, obeyed, signal);
    case 'dismiss':
      return dismiss(heard, command, obeyed, signal);
    case 'undismiss':
      return undismiss(heard, command.id, obeyed, signal);
  }
}

async function pause(heard: HeardCommand, signal: AbortSignal): Promise<null> {
  const { event, world, reader } = heard;
  const pausing: Order = { ...placeOfOrder(event), kind: 'pause' };
  await recordOrders(
    heard,
    {
      change: (orders) => [...orders.filter(({ kind }) => kind !== 'pause'), pausing],
      obeyed: null,
      placeholder: `Automatic reviews are paused by ${escapeMarkdownLine(event.actor)}.`,
    },
    signal,
  );
  const situation = { kind: 'paused', by: event.actor, targetUrl: world.targetUrl } as const;
  await publishSituation(world.forge.statuses, await reader.pinnedHead(signal), situation, signal);
  await heard.answer(pausedAnswer());
  return null;
}

/** The running run sees that its status is no longer the newest, and stops. */
async function abort(heard: HeardCommand, signal: AbortSignal): Promise<null> {
  const { event, world, reader } = heard;
  const head = await reader.pinnedHead(signal);
  const newest = await world.forge.statuses.newest(head, signal);
  if (newest?.state !== 'pending' || !newest.description.startsWith('reviewing')) {
    await heard.answer(NOTHING_TO_DO.abort);
    return null;
  }
  const situation = { kind: 'aborted', by: event.actor, targetUrl: world.targetUrl } as const;
  await publishSituation(world.forge.statuses, head, situation, signal);
  return null;
}

async function resume(
  heard: HeardCommand,
  obeyed: ObeyedCommand,
  signal: AbortSignal,
): Promise<RecordedOrders | null> {
  if (heard.read.state?.orders.some(({ kind }) => kind === 'pause') !== true) {
    await heard.answer(NOTHING_TO_DO.resume);
    return null;
  }
  const change = (orders: readonly Order[]) => orders.filter(({ kind }) => kind !== 'pause');
  return recordOrders(heard, { change, obeyed, placeholder: ON_ITS_WAY }, signal);
}

/**
 * The head that the person saw must be the one that passes: a push right after the comment would ride on it. So a status
 * of ours on this head has to be as old as the comment.
 */
async function override(
  heard: HeardCommand,
  reason: string,
  obeyed: ObeyedCommand,
  signal: AbortSignal,
): Promise<RecordedOrders | null> {
  const { event, world, reader, ownId } = heard;
  const head = await reader.pinnedHead(signal);
  const written = Date.parse(event.createdAt);
  const seen = (await world.forge.statuses.recent(head, signal)).some(
    ({ creatorId, createdAt }) => creatorId === ownId && Date.parse(createdAt) <= written,
  );
  if (!seen) {
    await heard.answer(unseenHeadAnswer(head));
    return null;
  }
  const given: Order = { ...placeOfOrder(event), kind: 'override', head };
  const change = (orders: readonly Order[]) => [...orders.filter(({ kind }) => kind !== 'override'), given];
  const recorded = await recordOrders(heard, { change, obeyed, placeholder: ON_ITS_WAY }, signal);
  await heard.answer(overriddenAnswer(head, reason, event.actor));
  return recorded;
}

async function dismiss(
  heard: HeardCommand,
  { id, reason }: Extract<Command, { readonly kind: 'dismiss' }>,
  obeyed: ObeyedCommand,
  signal: AbortSignal,
): Promise<RecordedOrders | null> {
  const { event, read } = heard;
  const memory = read.state?.memory ?? null;
  const finding = findRemembered(memory, id);
  if (finding === null || finding.state === 'fixed') {
    const known = memory?.findings ?? [];
    await heard.answer(finding === null ? unknownFinding(id, known) : alreadyFixedAnswer(finding));
    return null;
  }
  const { fingerprint } = finding;
  const given: Order = { ...placeOfOrder(event), kind: 'dismiss', fingerprint };
  const change = (orders: readonly Order[]) => [...withoutDismissal(orders, fingerprint), given];
  const recorded = await recordOrders(heard, { change, obeyed, placeholder: ON_ITS_WAY }, signal);
  await heard.answer(dismissedAnswer(finding, reason, event.actor));
  return recorded;
}

async function undismiss(
  heard: HeardCommand,
  id: string,
  obeyed: ObeyedCommand,
  signal: AbortSignal,
): Promise<RecordedOrders | null> {
  const { state } = heard.read;
  const finding = findRemembered(state?.memory ?? null, id);
  if (finding === null) {
    await heard.answer(unknownFinding(id, state?.memory?.findings ?? []));
    return null;
  }
  const { fingerprint } = finding;
  const change = (orders: readonly Order[]) => withoutDismissal(orders, fingerprint);
  if (state === null || change(state.orders).length === state.orders.length) {
    await heard.answer(notDismissedAnswer(finding));
    return null;
  }
  return recordOrders(heard, { change, obeyed, placeholder: ON_ITS_WAY }, signal);
}

function withoutDismissal(orders: readonly Order[], fingerprint: string): readonly Order[] {
  return orders.filter((order) => order.kind !== 'dismiss' || order.fingerprint !== fingerprint);
}
