import pLimit from 'p-limit';
import type { Clock } from '../../ports.ts';

/** One call of a fan-out. */
export interface FanOutCall<T> {
  readonly name: string;
  /** Calls of a group share a cached prefix: one model, one effort, one bundle of files. */
  readonly group: string;
  /** @param onFirstEvent to be called when the answer begins, so that the prefix can be read */
  run(onFirstEvent: () => void): Promise<T>;
}

export type FanOutResult<T> =
  | { readonly name: string; readonly kind: 'ended'; readonly value: T }
  | { readonly name: string; readonly kind: 'threw'; readonly thrown: unknown };

export interface FanOutOptions {
  /** Estimated tokens of a group's shared prefix. */
  readonly estimatePrefixTokens: (group: string) => number;
  readonly clock: Clock;
  /** Calls under way at once: 6, or 1 for servers of the compat profile. */
  readonly atOnce?: number;
}

const AT_ONCE = 6;
/** A leader that says nothing for this long does not hold the others up (facts/models.md C2). */
const RELEASE_AFTER_MS = 8_000;
/** Below it a cached prefix saves less than the wait for the leader costs (facts/models.md C2). */
const SMALLEST_SHARED_PREFIX = 4_000;

/**
 * Runs calls so that each shared prefix is written to the server's cache once: the first call of a group starts alone,
 * the others when its answer begins, when it ends however it ends, or after 8 seconds.
 * @param calls the most important first: the first of each group leads it
 * @returns one result per call, in order; never rejects
 */
export async function runFanOut<T>(
  calls: readonly FanOutCall<T>[],
  { estimatePrefixTokens, clock, atOnce = AT_ONCE }: FanOutOptions,
): Promise<readonly FanOutResult<T>[]> {
  const limit = pLimit(atOnce);
  const releases = new Map<string, Promise<void>>();
  const run = async (call: FanOutCall<T>, onFirstEvent: () => void): Promise<FanOutResult<T>> => {
    try {
      return { name: call.name, kind: 'ended', value: await call.run(onFirstEvent) };
    } catch (thrown) {
      return { name: call.name, kind: 'threw', thrown };
    }
  };
  const lead = (call: FanOutCall<T>): Promise<FanOutResult<T>> => {
    const gate = makeGate();
    releases.set(call.group, gate.opened);
    return limit(async () => {
      const cancel = clock.after(RELEASE_AFTER_MS, gate.open);
      try {
        return await run(call, gate.open);
      } finally {
        cancel();
        gate.open();
      }
    });
  };
  return Promise.all(
    calls.map((call) => {
      if (estimatePrefixTokens(call.group) < SMALLEST_SHARED_PREFIX) return limit(run, call, () => undefined);
      const release = releases.get(call.group);
      if (release === undefined) return lead(call);
      return release.then(() => limit(run, call, () => undefined));
    }),
  );
}

function makeGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
