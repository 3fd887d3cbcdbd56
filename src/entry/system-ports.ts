import { randomBytes } from 'node:crypto';
import type { Clock, Log, Random } from '../ports.ts';

/** The machine’s clock. A timer keeps the process alive until it is cancelled: what waits for one must not end early. */
export const systemClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** The machine's random source. */
export const systemRandom: Random = { hex: (bytes) => randomBytes(bytes).toString('hex') };

/** A log of nothing, for runs whose report says everything. */
export const silentLog: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
