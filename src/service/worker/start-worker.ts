import { messageOf } from '../../errors.ts';
import type { HeldJob } from '../../ports.ts';
import { type Hold, holdJob } from './hold-job.ts';
import { makeReadOrganisation } from './organisation-settings.ts';
import { persist } from './persist.ts';
import { workOnJob } from './work-on-job.ts';
import type { JobWorld, WorkerWorld } from './worker-world.ts';

/** The part of the service that carries reviews out. */
export interface Worker {
  /**
   * Takes no more jobs and waits for those under work. What is not done in time is stopped and handed back, for another
   * process or the next start.
   */
  stop(graceMs: number): Promise<void>;
}

/** Jobs are announced; this is for those whose announcement was lost and those that wait for another try. */
const POLL_MS = 2_000;

/** Starts taking jobs, as many at once as the settings say. */
export function startWorker(world: WorkerWorld): Worker {
  const { queue, settings, clock, log } = world;
  const jobWorld = { ...world, readOrganisation: makeReadOrganisation(world) };
  const holds = new Map<Hold, Promise<void>>();
  let isStopping = false;
  let taking: Promise<void> | null = null;
  let again = false;
  let cancelPoll = () => {};

  const launch = (held: HeldJob) => {
    const hold = holdJob(held, world);
    const done = settle(hold, jobWorld).finally(() => {
      holds.delete(hold);
      wake();
    });
    holds.set(hold, done);
  };
  const take = async () => {
    while (!isStopping && holds.size < settings.reviewConcurrency) {
      const jobs = await queue.take(settings.reviewConcurrency - holds.size);
      // Asked to stop meanwhile: what it begins now, nobody would wait for.
      if (isStopping) return giveBack(jobs, world);
      for (const held of jobs) launch(held);
      if (jobs.length === 0 && !again) return;
      again = false;
    }
  };
  const wake = () => {
    again = true;
    if (taking !== null || isStopping) return;
    again = false;
    taking = take()
      .catch((error: unknown) => log.warn('no job could be taken', { reason: messageOf(error) }))
      .finally(() => {
        taking = null;
      });
  };
  const poll = () => {
    wake();
    if (!isStopping) cancelPoll = clock.after(POLL_MS, poll);
  };
  const listening = queue.onReady(wake).catch((error: unknown) => {
    log.warn('new jobs are not announced; they are looked for', { reason: messageOf(error) });
    return async () => undefined;
  });
  poll();

  return {
    async stop(graceMs) {
      isStopping = true;
      cancelPoll();
      await (await listening)();
      await taking;
      const timer = clock.after(graceMs, () => {
        for (const hold of holds.keys()) hold.stop('stopping');
      });
      while (holds.size > 0) await Promise.all(holds.values());
      timer();
    },
  };
}

/** Puts jobs back that nothing was done about. Never rejects. */
async function giveBack(jobs: readonly HeldJob[], world: WorkerWorld): Promise<void> {
  const { queue, log } = world;
  for (const held of jobs) {
    await persist('handing a job back', () => queue.handBack(held), world).catch((error: unknown) =>
      log.warn('a job could not be handed back; it comes back by itself', {
        review: held.job.reviewId,
        reason: messageOf(error),
      }),
    );
  }
}

/** Works on a job and tells the queue what came of it. Never rejects. */
async function settle(hold: Hold, world: JobWorld): Promise<void> {
  const { held } = hold;
  const { queue, log } = world;
  try {
    const end = await workOnJob(hold, world);
    if (end.kind === 'done') await persist('the end of a job', () => queue.complete(held), world);
    if (end.kind === 'retry')
      await persist('the failure of a job', () => queue.fail(held, end.reason), world);
    if (end.kind === 'hand-back') await persist('handing a job back', () => queue.handBack(held), world);
  } catch (error) {
    // The queue hears no sign of life of it from now on and gives it to another worker.
    log.warn('a job was given up', { review: held.job.reviewId, reason: messageOf(error) });
  } finally {
    hold.release();
  }
}
