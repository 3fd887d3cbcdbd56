import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '../../tests/store/start-postgres.ts';
import { type StandIn, type StandInManner, startStandIn } from './processes.ts';
import type { StandInSize } from './stand-in.ts';

/** What all parts of the bench share. */
export interface World {
  readonly isQuick: boolean;
  /** How many reviews wait in the queue that is drained. */
  readonly reviews: number;
  /** How far away GitHub is while it is drained, in milliseconds; one table for each. */
  readonly latencies: readonly number[];
  /** Over how many jobs memory is watched. */
  readonly jobs: number;
  /** Address of an empty database on a PostgreSQL server that flushes every commit to disk. */
  createDatabase(): Promise<string>;
  /** Name of a folder that is not there yet. */
  folder(name: string): string;
  startStandIn(size: StandInSize, manner?: StandInManner): Promise<StandIn>;
  close(): Promise<void>;
}

type WorldSize = Pick<World, 'isQuick' | 'reviews' | 'latencies' | 'jobs'>;

export function makeWorld({ isQuick, reviews, latencies, jobs }: WorldSize): World {
  const root = mkdtempSync(join(tmpdir(), 'bench-app-'));
  let server: PostgresServer | null = null;
  let count = 0;
  const folder = (name: string) => {
    count += 1;
    return join(root, `${name}-${count}`);
  };
  return {
    isQuick,
    reviews,
    latencies,
    jobs,
    folder,
    async createDatabase() {
      server ??= await startPostgres([]);
      return server.createDatabase();
    },
    startStandIn(size, manner = {}) {
      const directory = folder('repository');
      mkdirSync(directory, { recursive: true });
      return startStandIn(directory, size, manner);
    },
    async close() {
      await server?.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
