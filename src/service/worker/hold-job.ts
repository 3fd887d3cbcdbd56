import { messageOf } from '../../errors.ts';
import type { Clock, HeldJob, JobQueue, Log, TenantStore } from '../../ports.ts';

/** A third of what the queue waits for a sign of life, so that one that is lost on the way does no harm. */
const BEAT_MS = 3_000;

/**
 * Why work on a job stops before its end. `lost`: another worker has it. `unwanted`: nobody wants it any more. `stopping`:
 * this process was asked to stop.
 */
export type StopReason = 'lost' | 'unwanted' | 'stopping';

/** A job under work. */
export interface Hold {
  readonly held: HeldJob;
  readonly signal: AbortSignal;
  /** Null while the work may go on. */
  stopped(): StopReason | null;
  stop(reason: StopReason): void;
  /** From now on the review gives a sign of life too. */
  watch(tenant: Pick<TenantStore, 'beat'>): void;
  /** No further sign of life. */
  release(): void;
}

/** Keeps a job ours by a sign of life every few seconds, and stops the work when it is not ours any more. */
export function holdJob(
  held: HeldJob,
  { queue, clock, log }: { readonly queue: Pick<JobQueue, 'beat'>; readonly clock: Clock; readonly log: Log },
): Hold {
  const controller = new AbortController();
  let reason: StopReason | null = null;
  let tenant: Pick<TenantStore, 'beat'> | null = null;
  let isReleased = false;
  let cancel = () => {};
  const stop = (why: StopReason) => {
    reason ??= why;
    controller.abort();
  };
  const beat = async () => {
    try {
      if (!(await queue.beat(held))) stop('lost');
      else if (tenant !== null && !(await tenant.beat(held.job.reviewId)) && !isReleased) stop('unwanted');
    } catch (error) {
      // A database that is away gives the job to nobody else: the work goes on, and its end is written when it is back.
      log.warn('a sign of life could not be written', {
        review: held.job.reviewId,
        reason: messageOf(error),
      });
    }
  };
  const next = () => {
    if (isReleased || reason !== null) return;
    cancel = clock.after(BEAT_MS, () => void beat().then(next));
  };
  next();
  return {
    held,
    signal: controller.signal,
    stopped: () => reason,
    stop,
    watch: (watched) => {
      tenant = watched;
    },
    release: () => {
      isReleased = true;
      cancel();
    },
  };
}
