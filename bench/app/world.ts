import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '../../tests/store/start-postgres.ts';
import { type StandIn, startStandIn } from './processes.ts';
import type { StandInSize } from './stand-in.ts';

/** What all parts of the bench share. */
export interface World {
  readonly isQuick: boolean;
  /** Address of an empty database on a PostgreSQL server that flushes every commit to disk. */
  createDatabase(): Promise<string>;
  /** Name of a folder that is not there yet. */
  folder(name: string): string;
  /** @param isNice whether it makes way for what is measured */
  startStandIn(size: StandInSize, isNice: boolean): Promise<StandIn>;
  close(): Promise<void>;
}

export async function makeWorld(isQuick: boolean): Promise<World> {
  const root = mkdtempSync(join(tmpdir(), 'bench-app-'));
  let server: PostgresServer | null = null;
  let count = 0;
  const folder = (name: string) => {
    count += 1;
    return join(root, `${name}-${count}`);
  };
  return {
    isQuick,
    folder,
    async createDatabase() {
      server ??= await startPostgres([]);
      return server.createDatabase();
    },
    startStandIn(size, isNice) {
      const directory = folder('repository');
      mkdirSync(directory, { recursive: true });
      return startStandIn(directory, size, isNice);
    },
    async close() {
      await server?.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
