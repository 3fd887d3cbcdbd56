import { ForgeError, messageOf } from '../../errors.ts';
import type { Clock, Log, PullRequestReader, SeenStatus } from '../../ports.ts';

/** A pending that stays for as long as its author likes: the status of a draft. */
export const WAITS_BY_CHOICE = /^draft\b/;

/**
 * How long a commit has been pending in our context, in milliseconds.
 * @param status the newest status of our context; null when there is none
 * @param now milliseconds since 1970
 * @returns null when it is not pending, waits for its author, or says no time that makes sense
 */
export function pendingFor(status: SeenStatus | null, now: number): number | null {
  if (status === null || status.state !== 'pending' || WAITS_BY_CHOICE.test(status.description)) return null;
  const since = Date.parse(status.createdAt);
  return Number.isNaN(since) || since > now ? null : now - since;
}

/**
 * Asks how long the head of a pull request has been pending. What was read before this run claimed it tells of an earlier
 * run that never ended; later it is our own claim, as old as this run. Costs no request when the conversation is known.
 */
export function makePendingFor(
  reader: Pick<PullRequestReader, 'conversation'>,
  { clock, log }: { readonly clock: Pick<Clock, 'now'>; readonly log: Log },
): (signal: AbortSignal) => Promise<number | null> {
  return async (signal) => {
    try {
      return pendingFor((await reader.conversation(signal)).newestStatus, clock.now());
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      log.warn('how long the commit was pending is not known', { reason: messageOf(error) });
      return null;
    }
  };
}
