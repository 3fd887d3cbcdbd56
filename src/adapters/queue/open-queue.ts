import { PgBoss, type QueueOptions as QueueRules } from 'pg-boss';
import type { JobQueue, Log, SqlDatabase } from '../../ports.ts';
import { bossDatabase } from './boss-database.ts';
import { makeJobTable } from './job-table.ts';
import { makeQueue, reviveLost } from './make-queue.ts';
import { DEAD, REVIEWS } from './queue-names.ts';

export interface QueueOptions {
  readonly log: Log;
}

const DAY_SECONDS = 24 * 60 * 60;
/** A waiting job is never thrown away silently: the store retires its review first. */
const KEPT_SECONDS = 365 * DAY_SECONDS;

const RULES: QueueRules = {
  // A try that fails is followed by two more, after some 10 to 20 and 20 to 40 seconds.
  retryLimit: 2,
  retryDelay: 10,
  retryBackoff: true,
  retryDelayMax: 60,
  // A worker that is not heard of for so long has lost its job. The shortest that pg-boss allows.
  heartbeatSeconds: 10,
  // No review takes this long; one that says it is alive for longer has gone astray.
  expireInSeconds: 4 * 60 * 60,
  retentionSeconds: KEPT_SECONDS,
  deleteAfterSeconds: DAY_SECONDS,
};

const NO_JOB = '00000000-0000-0000-0000-000000000000';

/** Key of the advisory lock under which one process sets the queue up: the bytes of "mar2". */
const SET_UP_LOCK = 0x6d617232;

/**
 * Opens the queue in a database, over the database's own connections. On a server any number of processes may.
 * @throws what the database throws
 */
export async function openQueue(database: SqlDatabase, { log }: QueueOptions): Promise<JobQueue> {
  const boss = new PgBoss({
    db: bossDatabase(database),
    ...(database.kind === 'embedded' && { backend: 'pglite' as const }),
    schedule: false,
  });
  boss.on('error', (error) => log.warn('The job queue met an error.', { reason: error.message }));
  boss.on('warning', ({ message }) => log.debug('The job queue warns.', { reason: message }));
  try {
    await oneAtATime(database, async () => {
      await boss.start();
      await boss.createQueue(DEAD, { retryLimit: 0, retentionSeconds: KEPT_SECONDS });
      await boss.createQueue(REVIEWS, { ...RULES, deadLetter: DEAD });
      // A queue that an older version made keeps its rules otherwise.
      await boss.updateQueue(REVIEWS, { ...RULES, deadLetter: DEAD });
    });
    // pg-boss reads the rules of a queue at its first use, over the database. Were that a send inside a transaction, the
    // embedded database would wait for itself.
    await boss.findJobs(REVIEWS, { id: NO_JOB });
    const table = makeJobTable(database);
    // Nobody else can have the folder open: what is held there was held by a process that is gone.
    if (database.kind === 'embedded') await reviveLost(boss, table, 'all');
    return makeQueue(boss, table, database, log);
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
}

/**
 * Runs a set-up while other processes wait with theirs: pg-boss makes its schema in a way that two processes which start
 * on an empty database trip over. The embedded database belongs to one process, and one connection.
 */
async function oneAtATime(database: SqlDatabase, setUp: () => Promise<void>): Promise<void> {
  if (database.kind === 'embedded') return setUp();
  await database.transaction(async (runner) => {
    await runner.query('select pg_advisory_xact_lock($1)', [SET_UP_LOCK]);
    await setUp();
  });
}
