import { messageOf } from '../../errors.ts';
import type { AgentStatus } from '../../model.ts';
import type { Clock, Log, Progress, TenantStore } from '../../ports.ts';

/** People see no more than four pictures a second, and every one is a write. */
const EVERY_MS = 250;

/** What becomes of a review's progress. */
export interface LiveProgress extends Progress {
  /** Writes what is not written yet. Nothing is written any more afterwards. */
  finish(): Promise<void>;
}

/**
 * Writes the newest state of each reviewer into the store, at most four times a second. Progress that cannot be written
 * is left out: the report says everything in the end.
 */
export function writeProgress(
  tenant: Pick<TenantStore, 'agent'>,
  reviewId: string,
  { clock, log }: { readonly clock: Pick<Clock, 'after'>; readonly log: Log },
): LiveProgress {
  const waiting = new Map<string, AgentStatus>();
  let isWaiting = false;
  let isFinished = false;
  let cancel = () => {};
  let writing: Promise<void> | null = null;
  const write = async () => {
    const statuses = [...waiting.values()];
    waiting.clear();
    try {
      for (const status of statuses) await tenant.agent(reviewId, status);
    } catch (error) {
      log.debug('progress could not be written', { review: reviewId, reason: messageOf(error) });
    }
  };
  const later = () => {
    if (isWaiting || isFinished || waiting.size === 0) return;
    isWaiting = true;
    cancel = clock.after(EVERY_MS, flush);
  };
  // One write at a time: while a database is slow, only what is newest by then is kept for the next.
  const flush = () => {
    isWaiting = false;
    if (writing !== null) return;
    writing = write().finally(() => {
      writing = null;
      later();
    });
  };
  return {
    agent(status) {
      if (isFinished) return;
      waiting.set(status.agent, status);
      later();
    },
    async finish() {
      isFinished = true;
      cancel();
      await writing;
      await write();
    },
  };
}
