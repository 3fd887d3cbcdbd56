import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite, Results } from '@electric-sql/pglite';
import { messageOf } from '../../errors.ts';
import type { Clock, Log, SqlAnswer, SqlDatabase, SqlRunner } from '../../ports.ts';
import { type FolderLock, lockFolder } from './lock-folder.ts';
import { type Engine, startEngine } from './start-engine.ts';

export interface EmbeddedOptions {
  readonly clock: Clock;
  readonly log: Log;
}

/** Nothing vacuums by itself here: there is no background process. */
const VACUUM_EVERY_MS = 30 * 60_000;

/**
 * Opens the database in a folder for this process alone; makes it at the first start.
 * @throws ReviewError `folder-in-use` when another process has it open, `database-unsuitable` when it cannot be read
 */
export async function openEmbedded(folder: string, options: EmbeddedOptions): Promise<SqlDatabase> {
  const lock = await lockFolder(folder, options);
  try {
    const engine = await startEngine(join(folder, 'database'), findSnapshot());
    return makeDatabase(engine, lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function makeDatabase(
  { postgres: engine, settled }: Engine,
  lock: FolderLock,
  { clock, log }: EmbeddedOptions,
): SqlDatabase {
  const flushed = settled.catch((error: unknown) =>
    log.warn('Files of the database could not be flushed to disk.', { reason: messageOf(error) }),
  );
  const once = makeTurns();
  const around = new AsyncLocalStorage<{ isOpen: boolean }>();
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    // It would wait for the transaction, which waits for it.
    if (around.getStore()?.isOpen === true)
      throw new Error('Inside a transaction only its runner may be asked.');
    return once(() => {
      lock.check();
      return work();
    });
  };
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
      alone(() =>
        engine.transaction(async (inner) => {
          const own = { isOpen: true };
          try {
            return await around.run(own, () => work({ query: (text, values) => ask(inner, text, values) }));
          } finally {
            own.isOpen = false;
          }
        }),
      ),
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
      closing ??= once(() => engine.close())
        .then(() => flushed)
        .finally(lock.release);
      return closing;
    },
  };
}

/** The empty database that ships beside this module, or beside the folder of the bundle's parts. */
function findSnapshot(): URL | null {
  const places = ['./empty-database.br', '../empty-database.br'].map(
    (path) => new URL(path, import.meta.url),
  );
  return places.find((place) => existsSync(place)) ?? null;
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
