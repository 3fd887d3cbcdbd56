import { messageOf } from '../../errors.ts';
import type { ParseResult } from '../../ports.ts';
import type { ParseJob } from './messages.ts';
import type { ParseThread } from './parse-thread.ts';

/** A further thread costs about 60 ms to start; it pays when this much text waits for each thread there is. */
const TEXT_PER_THREAD = 150_000;

interface Waiting {
  readonly job: ParseJob;
  readonly settle: (result: ParseResult) => void;
}

/** Threads that share a queue of texts. */
export interface ThreadPool {
  /** Never rejects. */
  run(job: ParseJob): Promise<ParseResult>;
  /** Starts the first thread ahead of the work. */
  startOne(): void;
  /** Ends all threads; what is not parsed by then is answered as failed. */
  close(): Promise<void>;
}

/**
 * Makes a pool without threads: they start when there is work for them, and a dead one is replaced.
 * @param startThread may throw
 * @param most threads at once
 */
export function makeThreadPool(startThread: () => ParseThread, most: number): ThreadPool {
  const threads = new Set<ParseThread>();
  const idle: ParseThread[] = [];
  /** Threads that were told to end and may not have yet. */
  const ending = new Set<Promise<void>>();
  const queue: Waiting[] = [];
  let queuedLength = 0;
  let closed = false;

  const drop = (thread: ParseThread) => {
    threads.delete(thread);
    const end = thread.end().finally(() => ending.delete(end));
    ending.add(end);
  };
  const refuse = (reason: string) => {
    for (const { settle } of queue.splice(0)) settle({ kind: 'failed', reason });
    queuedLength = 0;
  };
  const start = (): ParseThread | undefined => {
    try {
      const thread = startThread();
      threads.add(thread);
      return thread;
    } catch (thrown) {
      refuse(`no thread for parsing could be started: ${messageOf(thrown)}`);
      return undefined;
    }
  };
  const serve = async (thread: ParseThread) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      queuedLength -= next.job.text.length;
      next.settle(await thread.run(next.job));
      if (thread.dead) {
        drop(thread);
        wake();
        return;
      }
    }
    idle.push(thread);
  };
  const wake = () => {
    if (queue.length === 0 || closed) return;
    let thread = idle.pop();
    while (thread?.dead) {
      drop(thread);
      thread = idle.pop();
    }
    if (!thread && threads.size < most && queuedLength >= threads.size * TEXT_PER_THREAD) {
      thread = start();
    }
    if (thread) void serve(thread);
  };

  return {
    run: (job) => {
      if (closed) return Promise.resolve({ kind: 'failed', reason: 'the parser was closed already' });
      return new Promise((settle) => {
        queue.push({ job, settle });
        queuedLength += job.text.length;
        wake();
      });
    },
    startOne: () => {
      const thread = threads.size === 0 ? start() : undefined;
      if (thread) idle.push(thread);
    },
    close: async () => {
      closed = true;
      refuse('the review ended before this file was parsed');
      for (const thread of [...threads]) drop(thread);
      await Promise.all(ending);
    },
  };
}
