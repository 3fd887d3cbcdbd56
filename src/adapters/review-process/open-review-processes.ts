import type { Clock, Log, ProcessEnd, ProcessOrder, ReviewProcesses } from '../../ports.ts';
import { makeSecretFilter } from '../../render/secret-filter.ts';
import { type Ear, type ReviewProcess, startReviewProcess } from './start-review-process.ts';

export interface ReviewProcessesOptions {
  /** The program of a review process. */
  readonly entry: URL;
  /** Folder of the built assets, with a slash at its end. */
  readonly assets: URL;
  /** How many orders are carried out at once. */
  readonly count: number;
  readonly clock: Clock;
  readonly log: Log;
  /** All of a process's environment; without secrets of ours. */
  readonly environment?: Readonly<Record<string, string>>;
  /** A process makes room for a new one after so many orders. */
  readonly mostOrders?: number;
  /** … or when it holds more memory than this after an order. */
  readonly mostRssBytes?: number;
  /** How long after its deadline an order is waited for before its process is ended. */
  readonly graceMs?: number;
}

/** Far more than an hour of reviews: what a leak of a library could gather until then is bounded. */
const MOST_ORDERS = 200;
/** A review of 3,000 files stays below 512 MB (design, section 8); what is kept after one is far less. */
const MOST_RSS_BYTES = 700 * 1024 * 1024;
/** Publishing has two minutes after the deadline, and the final status half a minute more. */
const GRACE_MS = 180_000;

/**
 * Processes that carry out reviews, started when they are needed and used again. One that fails, takes too long, grows
 * or has done its share is replaced.
 */
export function openReviewProcesses(options: ReviewProcessesOptions): ReviewProcesses {
  const { clock, log, mostOrders = MOST_ORDERS, mostRssBytes = MOST_RSS_BYTES } = options;
  const idle: ReviewProcess[] = [];
  const alive = new Set<ReviewProcess>();
  const queue: (() => void)[] = [];
  let running = 0;
  let isClosed = false;

  const start = (): ReviewProcess => {
    const started = startReviewProcess(options);
    alive.add(started);
    void started.ended.then(() => {
      alive.delete(started);
      const index = idle.indexOf(started);
      if (index >= 0) idle.splice(index, 1);
    });
    return started;
  };
  const takeTurn = async (): Promise<void> => {
    if (running >= options.count) await new Promise<void>((resolve) => queue.push(resolve));
    running += 1;
  };
  const giveTurn = () => {
    running -= 1;
    queue.shift()?.();
  };
  const settle = async (used: ReviewProcess) => {
    const { orders, rssBytes, isAlive } = used.state();
    if (isAlive && !isClosed && orders < mostOrders && rssBytes <= mostRssBytes) {
      idle.push(used);
      return;
    }
    if (isAlive && !isClosed)
      log.info('a review process made room for a new one', {
        orders,
        megabytes: Math.round(rssBytes / 1024 / 1024),
      });
    await used.kill();
  };

  return {
    run: async (order, onEvent, signal, allow) => {
      await takeTurn();
      try {
        if (isClosed || signal.aborted) return ABORTED;
        const used = idle.pop() ?? start();
        const end = await supervise(used, { order, onEvent, signal, allow }, options);
        await settle(used);
        return end;
      } finally {
        giveTurn();
      }
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...alive].map((one) => one.kill()));
    },
  };

  async function supervise(
    used: ReviewProcess,
    { order, onEvent, signal, allow }: Work,
    { graceMs = GRACE_MS }: ReviewProcessesOptions,
  ): Promise<ProcessEnd> {
    const seconds = order.deadlineSeconds + graceMs / 1_000;
    const hide = hideSecretsOf(order);
    // What ends a process on purpose is what is told, not that it was gone then.
    let early: ProcessEnd | null = null;
    const endBecause = (end: ProcessEnd) => {
      early ??= end;
      void used.kill();
    };
    const abort = () => endBecause(ABORTED);
    const cancel = clock.after(seconds * 1_000, () => {
      const reason = `The review was ended: it took longer than ${Math.round(seconds)} s.`;
      endBecause({ kind: 'failed', reason, isRetryable: true });
    });
    signal.addEventListener('abort', abort, { once: true });
    try {
      const end = await used.carryOut(order, { onEvent, allow, hide });
      return early ?? end;
    } finally {
      cancel();
      signal.removeEventListener('abort', abort);
    }
  }
}

/** Made at the first text: a process that works well writes none, and making it keeps webhooks waiting. */
function hideSecretsOf({ token, models, stateSecret }: ProcessOrder): (text: string) => string {
  let hide: ((text: string) => string) | null = null;
  return (text) => {
    hide ??= makeSecretFilter([token, models?.apiKey ?? '', stateSecret ?? '']);
    return hide(text);
  };
}

interface Work {
  readonly order: ProcessOrder;
  readonly onEvent: Ear['onEvent'];
  readonly signal: AbortSignal;
  readonly allow: Ear['allow'];
}

const ABORTED: ProcessEnd = { kind: 'failed', reason: 'The review was stopped.', isRetryable: true };
