import pg from 'pg';
import { ReviewError } from '../../errors.ts';
import type { Clock, Log, SqlAnswer, SqlDatabase, SqlRunner } from '../../ports.ts';
import { explainConnection } from './explain-connection.ts';
import { type Listener, makeListener } from './make-listener.ts';
import { makeStatementNames } from './statement-names.ts';

export interface ServerOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly connections?: number;
}

const OLDEST_VERSION = 15;
const CONNECT_TIMEOUT_MS = 5_000;
/** After how long without traffic it is asked whether the other side is still there. */
const KEEP_ALIVE_MS = 10_000;
/** Nothing the App asks takes seconds; what does is stuck, and must give its connection back. */
const STATEMENT_TIMEOUT_MS = 30_000;
/** A transaction whose process hangs must not hold locks that others wait for. */
const IDLE_TRANSACTION_TIMEOUT_MS = 60_000;

const NOTIFY_ALONE = "select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)";

/** "cached plan must not change result type" (PostgreSQL, src/backend/utils/cache/plancache.c). */
const FEATURE_NOT_SUPPORTED = '0A000';

/** Statements whose count of rows is one of written rows. */
const WRITES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/**
 * A pool of connections to a PostgreSQL server, and one more that listens once somebody listens.
 * @throws ReviewError when the server cannot be reached, refuses, or is too old
 */
export async function openServer(url: string, options: ServerOptions): Promise<SqlDatabase> {
  const config: pg.ClientConfig = {
    connectionString: url,
    application_name: 'multi-agent-review',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types: { getTypeParser },
  };
  const pool = new pg.Pool({ ...config, max: options.connections ?? 10 });
  // An idle connection that breaks is replaced when the next one is asked for; without a listener it ends the process.
  pool.on('error', (error) => options.log.warn('A database connection was lost.', { reason: error.message }));
  try {
    await checkVersion(pool);
  } catch (error) {
    await pool.end();
    throw error instanceof ReviewError ? error : explainConnection(url, error);
  }
  const listener = makeListener(() => new pg.Client(config), options);
  return makeDatabase(pool, listener);
}

/** 64-bit numbers as numbers: ids of GitHub and our counts stay far below 2^53. The embedded database does the same. */
function getTypeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format);
}

async function checkVersion(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ server_version: string }>('show server_version');
  const version = rows[0]?.server_version ?? '';
  if (Number.parseInt(version, 10) >= OLDEST_VERSION) return;
  throw new ReviewError(
    'database-unsuitable',
    `The PostgreSQL server is version ${version}; at least ${OLDEST_VERSION} is needed.`,
    'Point DATABASE_URL at a newer server, or leave it out to use the embedded database.',
  );
}

function makeDatabase(pool: pg.Pool, listener: Listener): SqlDatabase {
  const nameOf = makeStatementNames();
  const runnerOf = (client: pg.PoolClient) => makeRunner(client, nameOf);
  // Several statements at once may open a transaction; an error in it must not stay with a pooled connection.
  const query: SqlRunner['query'] = (text, values) =>
    withClient(pool, (client) => runnerOf(client).query(text, values));
  return {
    kind: 'server',
    query,
    transaction: (work) =>
      withClient(pool, async (client) => {
        await client.query('begin');
        const result = await work(runnerOf(client));
        await client.query('commit');
        return result;
      }),
    notify: async (channel, payload, runner) => {
      // By itself it changes nothing that the disk would have to keep, and PostgreSQL waits for the disk all the same.
      if (runner === undefined) await query(NOTIFY_ALONE, [channel, payload]);
      else await runner.query('select pg_notify($1, $2)', [channel, payload]);
    },
    listen: (channel, onMessage, onReconnect) => listener.listen(channel, onMessage, onReconnect),
    async close() {
      await listener.close();
      if (!pool.ended && !pool.ending) await pool.end();
    },
  };
}

async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  // A connection that breaks between two statements says so here; the next statement fails. Unheard, it ends the process.
  const onError = (): void => {
    broken = true;
  };
  client.on('error', onError);
  try {
    return await work(client);
  } catch (error) {
    broken = isOutdated(error);
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/** A newer process has changed a table under a statement that this connection has planned: it would fail for ever. */
function isOutdated(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === FEATURE_NOT_SUPPORTED;
}

function makeRunner(client: pg.PoolClient, nameOf: (text: string) => string | undefined): SqlRunner {
  return {
    async query(text, values) {
      if (values !== undefined && values.length > 0) {
        const name = nameOf(text);
        return answerOf(
          await client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) }),
        );
      }
      const results: pg.QueryResult | readonly pg.QueryResult[] = await client.query(text);
      return Array.isArray(results) ? joined(results) : answerOf(results as pg.QueryResult);
    },
  };
}

function answerOf(result: pg.QueryResult): SqlAnswer {
  return { rows: result.rows, affected: WRITES.has(result.command) ? (result.rowCount ?? 0) : 0 };
}

function joined(results: readonly pg.QueryResult[]): SqlAnswer {
  const answers = results.map(answerOf);
  return {
    rows: answers.flatMap(({ rows }) => rows),
    affected: answers.reduce((sum, { affected }) => sum + affected, 0),
  };
}
