import type { Clock } from '../ports.ts';

/** A signal that aborts after a time or with its parent, and must be closed. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** True when time ran out, its own or that of the run it is part of, as opposed to the run being stopped. */
  expired(): boolean;
  close(): void;
}

/** Time ran out. The message names the seconds and the setting that allows them. */
class TimeIsUp extends Error {}

/** Why the reviewers of a run stop that took longer than it may. */
export function runIsUp(seconds: number): Error {
  return new TimeIsUp(
    `the time of the whole run was up after ${seconds} seconds (budgets.run-seconds, or the deadline given for this run)`,
  );
}

function reviewerIsUp(seconds: number): Error {
  return new TimeIsUp(`not finished after ${seconds} seconds (budgets.agent-seconds)`);
}

/**
 * Starts a deadline of `seconds` below a parent signal, on an injected clock.
 * @param reason why what hangs on it stops when time is up; that of a reviewer when absent
 */
export function startDeadline(
  seconds: number,
  parent: AbortSignal,
  clock: Clock,
  reason: Error = reviewerIsUp(seconds),
): Deadline {
  const controller = new AbortController();
  const follow = () => controller.abort(parent.reason);
  const cancel = clock.after(seconds * 1000, () => controller.abort(reason));
  if (parent.aborted) follow();
  else parent.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    expired: () => controller.signal.reason instanceof TimeIsUp,
    close: () => {
      cancel();
      parent.removeEventListener('abort', follow);
    },
  };
}

/** The work's result, or a rejection with the signal's reason as soon as it aborts. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
