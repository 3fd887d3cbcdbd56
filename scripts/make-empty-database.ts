import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { packFolder } from '../src/adapters/store/folder-archive.ts';
import { createCluster } from '../src/adapters/store/start-engine.ts';

/**
 * Writes the empty database that the embedded one begins with. To be run after an update of PGlite: what it holds fits
 * the PostgreSQL inside of that version only.
 */
const TARGET = join(import.meta.dirname, '..', 'src', 'adapters', 'store', 'empty-database.br');

const folder = mkdtempSync(join(tmpdir(), 'empty-database-'));
try {
  await createCluster(folder);
  await dropUsedLog(folder);
  const archive = packFolder(folder);
  writeFileSync(TARGET, archive);
  console.log(`${TARGET}: ${archive.length} bytes`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Leaves a log of zeros. PostgreSQL keeps used files of it under the names of those to come, a third of the archive.
 */
async function dropUsedLog(path: string): Promise<void> {
  const current = await withDatabase(path, async (database) => {
    const { rows } = await database.query<{ name: string }>(
      'select pg_walfile_name(pg_current_wal_lsn()) as name',
    );
    return rows[0]?.name ?? '';
  });
  const log = join(path, 'pg_wal');
  for (const name of readdirSync(log))
    if (/^[0-9A-F]{24}$/.test(name) && name > current) rmSync(join(log, name));
  await withDatabase(path, async (database) => {
    await database.query('select pg_switch_wal()');
    await database.exec('checkpoint');
  });
}

async function withDatabase<T>(path: string, work: (database: PGlite) => Promise<T>): Promise<T> {
  const startParams = [...PGlite.defaultStartParams, '-c', 'wal_recycle=off'];
  const database = await PGlite.create({ dataDir: path, startParams });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
