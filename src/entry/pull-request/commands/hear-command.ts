import type { Configuration } from '../../../config/load-configuration.ts';
import { readConfiguration } from '../../../context/read-configuration.ts';
import { mayTrigger } from '../../../event/may-trigger.ts';
import { commandName, parseCommand } from '../../../event/parse-command.ts';
import type { Conversation, ForgeComment, PullRequestReader } from '../../../ports.ts';
import { answerCommand } from '../../../publish/answer-command.ts';
import { shouldYield } from '../../../publish/claim.ts';
import { type ReadComment, readComment, type StateKey } from '../../../publish/comment-state.ts';
import { ownComments } from '../../../publish/upsert-comment.ts';
import { stateKeyOf } from '../recall-review.ts';
import type { PullRequestWorld } from '../world.ts';
import type { CommandEvent } from './command-event.ts';

/** What obeying a command takes besides the world of a review. */
export interface CommandWorld extends PullRequestWorld {
  /** Login of another tool's account that goes first; empty for none. */
  readonly yieldTo: string;
  /** Where statuses point to. */
  readonly targetUrl: string | null;
  /** Signs the state; null leaves it unsigned. */
  readonly stateSecret: string | null;
}

/** A command of somebody who may give one, and all that is known when it is obeyed. */
export interface HeardCommand {
  readonly event: CommandEvent;
  readonly world: CommandWorld;
  readonly reader: PullRequestReader;
  readonly configuration: Configuration;
  readonly conversation: Conversation;
  /** Our own account; null when nobody can tell. */
  readonly ownId: number | null;
  readonly stateKey: StateKey;
  /** Our comment; null when there is none. */
  readonly sticky: ForgeComment | null;
  /** What the sticky comment says and remembers. */
  readonly read: ReadComment;
  /**
   * Answers where the command stands, in Markdown that is inert.
   * @param once see `CommandAnswer`
   */
  answer(text: string, once?: string): Promise<void>;
}

/** For the log: there is no other place to say it. */
export const MAY_NOT_WRITE =
  'The command could not be answered: the token may not write here. On pull requests from forks GitHub gives no more to events beside a line; write the command in the conversation.';

const UNREADABLE: ReadComment = { text: '', state: null, isSigned: false };

/**
 * Finds out whether a command is to be obeyed and reacts to it. People without permission, other tools' pull requests and
 * repositories without commands get silence: no reaction and no answer.
 * @returns why not, as a sentence for the log
 * @throws ForgeError when GitHub cannot be reached
 */
export async function hearCommand(
  event: CommandEvent,
  world: CommandWorld,
  signal: AbortSignal,
): Promise<HeardCommand | string> {
  const { forge } = world;
  const name = commandName(event.command);
  if (!mayTrigger(await forge.permissions.permissionOf(event.actor, signal)))
    return `The command "${name}" was not obeyed: it takes write permission.`;
  const reader = forge.pullRequest(event.pullNumber, null);
  const head = await reader.pinnedHead(signal);
  if (await shouldYield(forge.statuses, head, world.yieldTo, signal))
    return `The command "${name}" is left to ${world.yieldTo}.`;
  const configuration = await readConfiguration(reader, null, world.shipped.builtIns, signal);
  if (!configuration.settings.commands.enabled)
    return `The command "${name}" was not obeyed: commands.enabled is false in the base configuration.`;
  const reacted = await forge.reactions.react(event, 'eyes', signal);
  const conversation = await reader.conversation(signal);
  // The account of our reaction is ours beyond doubt; that of our newest status is the next best.
  const ownId = reacted ?? conversation.newestStatus?.creatorId ?? null;
  const stateKey = await stateKeyOf(reader, world.stateSecret, signal);
  const [sticky = null] = ownId === null ? [] : ownComments(conversation.comments, ownId);
  return {
    event: { ...event, command: readAgain(event, configuration) },
    world,
    reader,
    configuration,
    conversation,
    ownId,
    stateKey,
    sticky,
    read: sticky === null ? UNREADABLE : readComment(sticky.body, stateKey),
    answer: (text, once) => answer(event, { world, conversation, ownId, text, once }, signal),
  };
}

/** An event does not know the reviewers of the repository. */
function readAgain({ command, line }: CommandEvent, { reviewers }: Configuration): CommandEvent['command'] {
  if (command.kind !== 'unknown') return command;
  return (
    parseCommand(
      line,
      reviewers.map(({ name }) => name),
    ) ?? command
  );
}

interface Said {
  readonly world: CommandWorld;
  readonly conversation: Conversation;
  readonly ownId: number | null;
  readonly text: string;
  readonly once: string | undefined;
}

async function answer(
  { pullNumber, commentId, commentKind, inReplyTo }: CommandEvent,
  { world: { forge, say }, conversation, ownId, text, once }: Said,
  signal: AbortSignal,
): Promise<void> {
  if (ownId === null) {
    say.line(MAY_NOT_WRITE);
    return;
  }
  const isBeside = commentKind === 'review';
  const comments = isBeside ? forge.replies(pullNumber, inReplyTo ?? commentId) : forge.comments(pullNumber);
  const listed = isBeside ? await comments.list(signal) : conversation.comments;
  await answerCommand(
    comments,
    { commentId, text, ...(once === undefined ? {} : { once }) },
    listed,
    ownId,
    signal,
  );
}
