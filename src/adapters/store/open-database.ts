import type { Clock, Log, SqlDatabase } from '../../ports.ts';
import { migrate } from './migrate.ts';
import { openEmbedded } from './open-embedded.ts';
import { openServer } from './open-server.ts';

/** Where the App keeps its data. */
export type DatabaseLocation =
  /** A PostgreSQL server, 15 or later: `postgres://user:password@host:port/name`. */
  | { readonly url: string }
  /** A folder that one process at a time may open; made when it is not there. */
  | { readonly folder: string };

export interface DatabaseOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Connections to a server besides the one that listens. */
  readonly connections?: number;
}

/**
 * Opens the database and brings its schema up to date.
 * @throws ReviewError `database-unreachable`, `database-refused`, `database-unsuitable` or `folder-in-use`, each with
 *   what to do; passwords never stand in it
 */
export async function openDatabase(
  location: DatabaseLocation,
  options: DatabaseOptions,
): Promise<SqlDatabase> {
  const database =
    'url' in location
      ? await openServer(location.url, options)
      : await openEmbedded(location.folder, options);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}
