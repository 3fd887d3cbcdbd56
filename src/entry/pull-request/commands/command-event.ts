import type { Command } from '../../../event/parse-command.ts';
import type { CommandPlace, CommandRequest, ReviewRequest } from '../../../event/read-event.ts';

/** A comment that is a command, whatever it asks for. */
export interface CommandEvent extends CommandPlace {
  readonly pullNumber: number;
  readonly command: Command;
  /** Login of the author; nobody asked yet what it may do. */
  readonly actor: string;
  readonly closed: boolean;
}

/** The command of an event; null when the event is none. */
export function commandEventOf(request: ReviewRequest | CommandRequest): CommandEvent | null {
  const { pullNumber, actor, closed } = request;
  if (request.kind === 'command') return { ...request, pullNumber, actor, closed: request.closed };
  const { command, commentId, commentKind, inReplyTo = null, line, commentUrl, createdAt } = request;
  if (command === undefined || commentId === undefined || commentKind === undefined) return null;
  if (line === undefined || commentUrl === undefined || createdAt === undefined) return null;
  const place = { commentId, commentKind, inReplyTo, line, commentUrl, createdAt };
  return { ...place, pullNumber, actor, closed: closed === true, command };
}
