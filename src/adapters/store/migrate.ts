import { ReviewError } from '../../errors.ts';
import type { SqlDatabase, SqlRunner } from '../../ports.ts';
import { checksumOf, MIGRATIONS, type Migration } from './migrations.ts';

/** Key of the advisory lock under which one process migrates: the bytes of "mar1". */
const MIGRATION_LOCK = 0x6d617231;

/**
 * Brings the schema to what this program needs: the migrations that have not run yet, in order, each in a transaction of
 * its own, while other processes wait. Running it again changes nothing.
 * @throws ReviewError `database-unsuitable` when the database is newer than the program, or a migration that ran was
 *   changed afterwards
 */
export async function migrate(
  database: SqlDatabase,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await database.transaction(async (runner) => {
    await lock(runner);
    await runner.query(`create table if not exists schema_migration (
      number integer primary key, name text not null, checksum text not null, run_at timestamptz not null default now())`);
  });
  for (const migration of migrations) {
    await database.transaction(async (runner) => {
      await lock(runner);
      const known = await readRecord(runner);
      refuseForeign(known, migrations);
      if (known.has(migration.number)) return;
      // A large table may take longer than any statement of the running App.
      await runner.query('set local statement_timeout = 0');
      await runner.query(migration.text);
      await runner.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [
        migration.number,
        migration.name,
        checksumOf(migration),
      ]);
    });
  }
}

async function lock(runner: SqlRunner): Promise<void> {
  await runner.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
}

async function readRecord(runner: SqlRunner): Promise<ReadonlyMap<number, string>> {
  const { rows } = await runner.query('select number, checksum from schema_migration');
  return new Map(rows.map((row) => [Number(row.number), String(row.checksum)]));
}

function refuseForeign(known: ReadonlyMap<number, string>, migrations: readonly Migration[]): void {
  const newest = migrations.reduce((most, { number }) => Math.max(most, number), 0);
  const found = Math.max(0, ...known.keys());
  if (found > newest) {
    throw new ReviewError(
      'database-unsuitable',
      `The database was written by a newer version of this program: its schema is at number ${found}, this program knows ${newest}.`,
      'Start the newer version again, or restore a backup that was made before the update.',
    );
  }
  for (const migration of migrations) {
    const checksum = known.get(migration.number);
    if (checksum === undefined || checksum === checksumOf(migration)) continue;
    throw new ReviewError(
      'database-unsuitable',
      `Migration ${migration.number} (${migration.name}) ran on this database with another text than this program has.`,
      'Use the program that created the database, or an empty database: one of an unreleased version cannot be updated.',
    );
  }
}
