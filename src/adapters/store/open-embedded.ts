import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Results } from '@electric-sql/pglite';
import { messageOf, ReviewError } from '../../errors.ts';
import type { Clock, Log, SqlAnswer, SqlDatabase, SqlRunner } from '../../ports.ts';
import { durableFiles } from './durable-files.ts';
import { type FolderLock, lockFolder } from './lock-folder.ts';

export interface EmbeddedOptions {
  readonly clock: Clock;
  readonly log: Log;
}

/** Nothing vacuums by itself here: there is no background process. */
const VACUUM_EVERY_MS = 30 * 60_000;

/**
 * Settings of the one process that is the database. PGlite would leave out every flush to disk (`-F`), keep 128 MB of
 * buffers and let the log grow to a gigabyte; figures in docs/decisions/0008-embedded-database.md.
 */
const START_PARAMETERS = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'shared_buffers=16MB', 'wal_buffers=1MB'].flatMap(setting),
  ...['min_wal_size=32MB', 'max_wal_size=64MB'].flatMap(setting),
];

function setting(text: string): readonly string[] {
  return ['-c', text];
}

/**
 * Opens the database in a folder for this process alone; makes it at the first start.
 * @throws ReviewError `folder-in-use` when another process has it open, `database-unsuitable` when it cannot be read
 */
export async function openEmbedded(folder: string, options: EmbeddedOptions): Promise<SqlDatabase> {
  const lock = await lockFolder(folder, options);
  try {
    const engine = await startEngine(join(folder, 'database'));
    return makeDatabase(engine, lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startEngine(path: string): Promise<PGlite> {
  const isNew = !existsSync(join(path, 'PG_VERSION'));
  mkdirSync(path, { recursive: true, mode: 0o700 });
  try {
    return await PGlite.create({ fs: durableFiles(path), startParams: START_PARAMETERS });
  } catch (error) {
    throw new ReviewError(
      'database-unsuitable',
      `The embedded database in ${path} could not be ${isNew ? 'made' : 'opened'}: ${messageOf(error)}.`,
      isNew
        ? 'Check that the folder is writable and that the disk has 100 MB left.'
        : 'Restore the folder from a backup, or move it away to start with an empty database.',
      { cause: error },
    );
  }
}

function makeDatabase(engine: PGlite, lock: FolderLock, { clock, log }: EmbeddedOptions): SqlDatabase {
  const once = makeTurns();
  const alone = <T>(work: () => Promise<T>): Promise<T> =>
    once(() => {
      lock.check();
      return work();
    });
  const query: SqlRunner['query'] = (text, values) =>
    alone(async () => {
      try {
        return await ask(engine, text, values);
      } catch (error) {
        // Several statements at once may have opened a transaction, and there is one session for everybody.
        await engine.exec('rollback').catch(() => undefined);
        throw error;
      }
    });
  const stopVacuum = vacuumNowAndThen(() => query('vacuum (analyze)'), clock, log);
  let closing: Promise<void> | null = null;
  return {
    kind: 'embedded',
    query,
    transaction: (work) =>
      alone(() => engine.transaction((inner) => work({ query: (text, values) => ask(inner, text, values) }))),
    notify: async (channel, payload, runner) => {
      await (runner?.query ?? query)('select pg_notify($1, $2)', [channel, payload]);
    },
    async listen(channel, onMessage) {
      const name = `"${channel}"`;
      await once(() => engine.listen(name, onMessage));
      return () => closing ?? once(() => engine.unlisten(name, onMessage));
    },
    close() {
      stopVacuum();
      closing ??= once(() => engine.close()).finally(lock.release);
      return closing;
    },
  };
}

type Asked = Pick<PGlite, 'query' | 'exec'>;

async function ask(engine: Asked, text: string, values: readonly unknown[] = []): Promise<SqlAnswer> {
  if (values.length > 0) return answerOf(await engine.query(text, [...values]));
  const answers = (await engine.exec(text)).map(answerOf);
  // PGlite counts written rows on from one statement to the next.
  return { rows: answers.flatMap(({ rows }) => rows), affected: answers.at(-1)?.affected ?? 0 };
}

function answerOf(result: Results): SqlAnswer {
  return { rows: result.rows, affected: result.affectedRows ?? 0 };
}

/** Lets pieces of work through one after the other, in the order they came. */
function makeTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

function vacuumNowAndThen(vacuum: () => Promise<unknown>, clock: Clock, log: Log): () => void {
  let cancel = clock.after(VACUUM_EVERY_MS, run);
  function run(): void {
    vacuum()
      .catch((error: unknown) =>
        log.warn('The database could not be vacuumed.', { reason: messageOf(error) }),
      )
      .finally(() => {
        if (!isStopped) cancel = clock.after(VACUUM_EVERY_MS, run);
      });
  }
  let isStopped = false;
  return () => {
    isStopped = true;
    cancel();
  };
}
