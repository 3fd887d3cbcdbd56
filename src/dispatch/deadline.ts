import type { Clock } from '../ports.ts';

/** A signal that aborts after a time or with its parent, and must be closed. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** True when the time ran out, as opposed to the parent being aborted. */
  expired(): boolean;
  close(): void;
}

/** Starts a deadline of `seconds` below a parent signal, on an injected clock. */
export function startDeadline(seconds: number, parent: AbortSignal, clock: Clock): Deadline {
  const controller = new AbortController();
  let expired = false;
  const follow = () => controller.abort(parent.reason);
  const cancel = clock.after(seconds * 1000, () => {
    expired = true;
    controller.abort(new Error(`not finished after ${seconds} seconds`));
  });
  if (parent.aborted) follow();
  else parent.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    expired: () => expired,
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
