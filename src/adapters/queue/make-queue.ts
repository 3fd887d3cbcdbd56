import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { HeldJob, JobQueue, Log, SqlDatabase } from '../../ports.ts';
import { makeAnnouncer } from './announcer.ts';
import { bossDatabase } from './boss-database.ts';
import { jobOf } from './job-of.ts';
import type { Claim, JobTable } from './job-table.ts';
import { READY, REVIEWS } from './queue-names.ts';

/** The port over a started pg-boss and its table. */
export function makeQueue(boss: PgBoss, table: JobTable, database: SqlDatabase, log: Log): JobQueue {
  const announcer = makeAnnouncer(() => database.notify(READY, ''), log);
  const send: JobQueue['send'] = async (job, { round, id: chosen, runner = database }) => {
    // pg-boss takes the highest priority first.
    const id = await boss.send(
      REVIEWS,
      { ...job },
      { priority: -round, db: bossDatabase(runner), ...(chosen !== undefined && { id: chosen }) },
    );
    if (id === null) throw new Error('The job queue did not take a job.');
    if (runner === database) announcer.announce();
    return id;
  };
  return {
    announce: announcer.announce,
    send,
    async cancel(jobIds, runner = database) {
      if (jobIds.length > 0) await boss.cancel(REVIEWS, [...jobIds], { db: bossDatabase(runner) });
    },
    coming: table.coming,
    async postpone(reviewId, seconds) {
      await reviveLost(boss, table, 'unheard');
      return table.postpone(reviewId, seconds);
    },
    forget: table.forget,
    async take(count) {
      await reviveLost(boss, table, 'unheard');
      const jobs = await boss.fetch<object>(REVIEWS, { batchSize: count, includeMetadata: true });
      return jobs.map(heldJobOf);
    },
    async beat(held) {
      return affects(await boss.touch(REVIEWS, claimOf(held)));
    },
    async complete(held) {
      await boss.complete(REVIEWS, claimOf(held));
    },
    async fail(held, reason) {
      await boss.fail(REVIEWS, claimOf(held), { reason });
    },
    async handBack(held) {
      if (await table.release(held)) await database.notify(READY, '');
    },
    onReady: (call) => database.listen(READY, call, call),
    depth: table.depth,
    deadLetters: table.deadLetters,
    dropDead: table.dropDead,
    async close() {
      await announcer.settled();
      await boss.stop({ graceful: false });
    },
  };
}

/** Makes jobs of workers that are gone ready for another try; one that has had its last becomes a dead letter. */
export async function reviveLost(boss: PgBoss, table: JobTable, which: 'unheard' | 'all'): Promise<void> {
  const spent = await table.reviveLost(which);
  if (spent.length > 0)
    await boss.fail(REVIEWS, [...spent], { reason: 'Its worker was not heard of any more.' });
}

/** Names the try, so that a worker that lost its job cannot settle the try of another. */
function claimOf({ id, attempt }: HeldJob): Claim {
  return { id, retryCount: attempt - 1 };
}

function heldJobOf({ id, data, retryCount, retryLimit }: JobWithMetadata): HeldJob {
  const job = jobOf(data);
  if (job === null) throw new Error(`Job ${id} of the queue names no review.`);
  return { id, job, attempt: retryCount + 1, isLastAttempt: retryCount >= retryLimit };
}

/** Whether a command found its job: pg-boss answers with the count, and leaves it out of its types. */
function affects(response: object): boolean {
  return 'affected' in response && typeof response.affected === 'number' && response.affected > 0;
}
