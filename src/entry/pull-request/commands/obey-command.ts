import { ForgeError } from '../../../errors.ts';
import { obeyedWithinDay, type Refusal, refuseCommand } from '../../../event/command-limits.ts';
import { type Command, commandName } from '../../../event/parse-command.ts';
import type { ObeyedCommand, Settings } from '../../../model.ts';
import type { PullRequestReader, SeenStatus } from '../../../ports.ts';
import { closedAnswer } from '../../../render/answers/order-answers.ts';
import { escapeMarkdownLine } from '../../../render/escape-markdown.ts';
import { ASKED } from '../../../render/render-status.ts';
import { systemClock } from '../../system-ports.ts';
import type { RecordedOrders } from '../recall-review.ts';
import { answerQuestion } from './answer-question.ts';
import type { CommandEvent } from './command-event.ts';
import { giveOrder, type OrderCommand } from './give-order.ts';
import { type CommandWorld, type HeardCommand, hearCommand, MAY_NOT_WRITE } from './hear-command.ts';

/** A review that a command asked for. */
export interface AskedReview {
  readonly reader: PullRequestReader;
  readonly askedBy: string;
  /** The command, when it is `/review` itself; null when an order has to be said by a review. */
  readonly command: Extract<Command, { readonly kind: 'review' }> | null;
  readonly recorded: RecordedOrders | null;
  readonly obeyed: ObeyedCommand;
  /** Answers where the command stands. */
  readonly answer: (text: string) => Promise<void>;
}

/**
 * Obeys a command up to the review that it asks for, if it asks for one.
 * @returns null when nothing is left to do
 * @throws ForgeError when GitHub cannot be reached
 */
export async function obeyCommand(
  event: CommandEvent,
  world: CommandWorld,
  signal: AbortSignal,
): Promise<AskedReview | null> {
  const heard = await hearCommand(event, world, signal);
  if (typeof heard === 'string') {
    world.say.line(heard);
    return null;
  }
  try {
    return await carryOut(heard, signal);
  } catch (error) {
    if (!(error instanceof ForgeError) || error.status !== 403) throw error;
    world.say.line(`${MAY_NOT_WRITE} ${error.message}`);
    return null;
  }
}

async function carryOut(heard: HeardCommand, signal: AbortSignal): Promise<AskedReview | null> {
  const { command, closed } = heard.event;
  heard.world.say.line(`The command "${commandName(command)}" is obeyed.`);
  const answer = await answerQuestion(heard, signal);
  if (answer !== null) {
    await heard.answer(answer);
    return null;
  }
  if (closed) {
    await heard.answer(closedAnswer());
    return null;
  }
  return startRun(heard, command, signal);
}

async function startRun(
  heard: HeardCommand,
  command: Command,
  signal: AbortSignal,
): Promise<AskedReview | null> {
  const { event, reader, configuration, ownId } = heard;
  const now = systemClock.now();
  const obeyed = { commentId: event.commentId, at: now };
  const isReview = command.kind === 'review';
  if (!isReview && ownId === null) {
    await heard.answer('');
    return null;
  }
  const refusal = isFree(command) ? null : await refusalOf(heard, configuration.settings, now, signal);
  if (refusal !== null) {
    await heard.answer(refusal.reason, refusal.once);
    return null;
  }
  const asked = { reader, askedBy: event.actor, obeyed, answer: sayPlainly(heard) };
  if (isReview) return { ...asked, command, recorded: null };
  const recorded = isOrder(command) ? await giveOrder(heard, command, obeyed, signal) : null;
  return recorded === null ? null : { ...asked, command: null, recorded };
}

function sayPlainly(heard: HeardCommand): (text: string) => Promise<void> {
  return (text) => heard.answer(escapeMarkdownLine(text));
}

/** What starts no review must always be possible: it stops one. */
function isFree({ kind }: Command): boolean {
  return kind === 'abort' || kind === 'pause';
}

function isOrder(command: Command): command is OrderCommand {
  return ['pause', 'resume', 'abort', 'dismiss', 'undismiss', 'override'].includes(command.kind);
}

/** By the times that our comment remembers; without it, by our own statuses of the head. */
async function refusalOf(
  heard: HeardCommand,
  settings: Settings,
  now: number,
  signal: AbortSignal,
): Promise<Refusal | null> {
  const { event, read, reader, conversation, ownId, world } = heard;
  const { newestStatus } = conversation;
  const statuses =
    read.state === null
      ? await world.forge.statuses.recent(await reader.pinnedHead(signal), signal)
      : newestStatus === null
        ? []
        : [newestStatus];
  // An earlier try of this very run asked for nothing anew.
  const isAsked = ({ creatorId, state, description, targetUrl }: SeenStatus) =>
    creatorId === ownId &&
    state === 'pending' &&
    description.startsWith(ASKED) &&
    (targetUrl === null || pageOf(targetUrl) !== pageOf(world.targetUrl ?? ''));
  const ofStatuses = statuses
    .filter(isAsked)
    .map(({ createdAt }) => ({ commentId: 0, at: Date.parse(createdAt) }));
  const obeyed = [...(read.state?.obeyed ?? []), ...ofStatuses];
  const rate = { commentId: event.commentId, obeyed: obeyedWithinDay(obeyed, now), now };
  return refuseCommand({ ...rate, asksForReview: event.command.kind === 'review' }, settings.commands);
}

/** The page of a run without the number of its try. */
function pageOf(targetUrl: string): string {
  return targetUrl.split('?', 1)[0] ?? '';
}
