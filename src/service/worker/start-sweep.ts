import { type Chores, makeChores } from '../../adapters/store/make-chores.ts';
import { messageOf } from '../../errors.ts';
import type { SqlDatabase } from '../../ports.ts';
import { endOrphans, type OrphanRound } from './end-orphans.ts';
import { forgetGone, readInstallationNote, writeInstallationNote } from './forget-gone.ts';
import { readNote, redeliverFailed, writeNote } from './redeliver-failed.ts';
import type { WorkerWorld } from './worker-world.ts';

/** What the sweep works with. */
export interface SweepWorld extends WorkerWorld {
  readonly database: SqlDatabase;
  /** Days for which reviews are kept. */
  readonly retentionDays: number;
}

export interface Sweep {
  /** Starts no further round and waits for the one under way. */
  stop(): Promise<void>;
}

const EVERY_MS = 60_000;
/** A round that takes longer than this, or whose process died, does not keep the others from it. */
const HELD_SECONDS = 300;
const MOST_DEAD = 200;
/** Longer than GitHub could send a delivery again. */
const DELIVERY_DAYS = 7;

/**
 * Puts right, every minute and at the start, what processes that died and webhooks that failed left undone. All processes
 * of the service may run it: one of them does at a time.
 */
export function startSweep(world: SweepWorld): Sweep {
  const { clock, log } = world;
  const stopping = new AbortController();
  let cancel = () => {};
  let round: Promise<void> = Promise.resolve();
  let isFirst = true;
  const next = () => {
    if (stopping.signal.aborted) return;
    round = sweep(world, { isFirst, signal: stopping.signal }).catch((error: unknown) =>
      log.warn('a round of the sweep failed', { reason: messageOf(error) }),
    );
    isFirst = false;
    void round.then(() => {
      if (!stopping.signal.aborted) cancel = clock.after(EVERY_MS, next);
    });
  };
  next();
  return {
    async stop() {
      stopping.abort();
      cancel();
      await round;
    },
  };
}

/** One round. Each part is tried although another failed. */
export async function sweep(world: SweepWorld, round: OrphanRound): Promise<void> {
  const { signal } = round;
  const { database, store, host, retentionDays, settings, clock, log } = world;
  const chores = makeChores(database);
  const holder = settings.processName;
  const taken = await chores.take('sweep', holder, HELD_SECONDS);
  if (taken === false) return;
  let note = taken ?? '';
  const attempt = async (what: string, act: () => Promise<void>) => {
    if (signal.aborted) return;
    await act().catch((error: unknown) =>
      log.warn('a part of the sweep failed', { part: what, reason: messageOf(error) }),
    );
  };
  try {
    await attempt('reviews that nobody works on', () => endOrphans(world, round));
    await attempt('dead letters that nobody needs', () => dropSettled(world));
    await attempt('deliveries that failed', async () => {
      note = writeNote(await redeliverFailed(readNote(note), clock.now(), { host, log }, signal));
    });
    await attempt('installations that are gone', () => lookForGone(world, chores, signal));
    await attempt('what is too old to keep', async () => {
      const days = { deliveries: DELIVERY_DAYS, reviews: retentionDays };
      const gone = await store.retire(days, new Date(clock.now()));
      if (gone > 0) log.info('old reviews were deleted', { reviews: gone });
    });
  } finally {
    await chores.finish('sweep', holder, note);
  }
}

async function lookForGone(world: SweepWorld, chores: Chores, signal: AbortSignal): Promise<void> {
  const { settings, clock } = world;
  const taken = await chores.take('installations', settings.processName, HELD_SECONDS);
  if (taken === false) return;
  let note = taken ?? '';
  try {
    note = writeInstallationNote(await forgetGone(readInstallationNote(note), clock.now(), world, signal));
  } finally {
    await chores.finish('installations', settings.processName, note);
  }
}

/** People are called for dead letters: those whose pull request was reviewed since, or is gone, need nobody. */
async function dropSettled({ store, queue }: SweepWorld): Promise<void> {
  for (const { job } of await queue.deadLetters(MOST_DEAD))
    if (!(await store.of(job).isMissing(job.reviewId))) await queue.dropDead(job.reviewId);
}
