import { messageOf } from '../errors.ts';
import type { Clock, JobQueue, Log, Metrics } from '../ports.ts';

export interface QueueSampler {
  /** Ends the sampling; a look that is under way is waited for. */
  close(): Promise<void>;
}

/** About as often as Prometheus looks; `ReviewQueueUnwatched` fires after twelve that failed. */
const EVERY_MS = 10_000;

/**
 * Looks at the queue now and every ten seconds, one look at a time. A look that fails is logged and tried again at the
 * next turn; until then the age of the last sample grows, which is what operators are warned by.
 */
export function sampleQueue(
  queue: Pick<JobQueue, 'depth'>,
  { metrics, clock, log }: { readonly metrics: Metrics; readonly clock: Clock; readonly log: Log },
): QueueSampler {
  let isClosed = false;
  let cancel = () => {};
  const look = async () => {
    try {
      metrics.record({ kind: 'queue', ...(await queue.depth()) });
    } catch (thrown) {
      log.warn('the queue could not be looked at', { reason: messageOf(thrown) });
    }
    if (!isClosed) cancel = clock.after(EVERY_MS, turn);
  };
  let looking = look();
  function turn(): void {
    looking = look();
  }
  return {
    close() {
      isClosed = true;
      cancel();
      return looking;
    },
  };
}
