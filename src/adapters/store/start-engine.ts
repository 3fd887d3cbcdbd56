import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { messageOf, ReviewError } from '../../errors.ts';
import { DurableFiles, flushFiles } from './durable-files.ts';
import { unpackFolder } from './folder-archive.ts';

/** A PostgreSQL inside this process. */
export interface Engine {
  readonly postgres: PGlite;
  /** When the files that were there at the start are safely on disk. */
  readonly settled: Promise<void>;
}

/**
 * Settings of the one process that is the database. PGlite would leave out every flush to disk (`-F`), keep 128 MB of
 * buffers and let the log grow to a gigabyte; figures in docs/decisions/0008-embedded-database.md.
 */
const START_PARAMETERS = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'shared_buffers=16MB', 'wal_buffers=1MB'].flatMap(setting),
  ...['min_wal_size=8MB', 'max_wal_size=64MB'].flatMap(setting),
];

/** Files of the log are of one megabyte instead of sixteen: there is little of it, and an empty one is copied. */
const INITDB_PARAMETERS = ['--wal-segsize=1'];

function setting(text: string): readonly string[] {
  return ['-c', text];
}

/**
 * Starts PostgreSQL on a folder; at the first start the folder is made.
 * @param snapshot an empty database to begin with; without one PostgreSQL makes it, which takes seconds and much memory
 * @throws ReviewError `database-unsuitable`
 */
export async function startEngine(folder: string, snapshot: URL | null): Promise<Engine> {
  const isNew = !existsSync(join(folder, 'PG_VERSION'));
  try {
    const made = isNew ? await makeDatabase(folder, snapshot) : [];
    const files = new DurableFiles(folder);
    const postgres = await PGlite.create({ fs: files, startParams: START_PARAMETERS });
    return { postgres, settled: settle(files, made) };
  } catch (error) {
    throw new ReviewError(
      'database-unsuitable',
      `The embedded database in ${folder} could not be ${isNew ? 'made' : 'opened'}: ${messageOf(error)}.`,
      isNew
        ? 'Check that the folder is writable and that the disk has 100 MB left.'
        : 'Restore the folder from a backup, or move it away to start with an empty database.',
      { cause: error },
    );
  }
}

/** A start that is cut short leaves no half-made database: the folder gets its name when it is complete. */
async function makeDatabase(folder: string, snapshot: URL | null): Promise<readonly string[]> {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const made = snapshot === null ? [] : unpackFolder(readFileSync(snapshot), unfinished);
  if (snapshot === null) await createCluster(unfinished);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return made.map((path) => join(folder, path.slice(unfinished.length)));
}

/** Has PostgreSQL make an empty database in a folder. */
export async function createCluster(folder: string): Promise<void> {
  const postgres = await PGlite.create({ dataDir: folder, initDbStartParams: INITDB_PARAMETERS });
  await postgres.close();
}

async function settle(files: DurableFiles, made: readonly string[]): Promise<void> {
  const waiting = files.flushWaiting();
  await flushFiles(made);
  await waiting;
}
