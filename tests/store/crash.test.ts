import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import { accept, makePlace, makeReview, OPTIONS, openAll, type Place } from './fixtures.ts';
import { until } from './until.ts';

interface Child {
  readonly process: ChildProcess;
  /** What it said so far. */
  readonly said: readonly string[];
}

function start(place: Place, task: 'hold' | 'accept'): Child {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'child.ts'), JSON.stringify(place.location), task],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
  let trouble = '';
  child.stderr.on('data', (chunk: Buffer) => {
    trouble += chunk.toString();
  });
  child.once('exit', (code) => {
    if (code !== null && code !== 0) throw new Error(`The child ended: ${trouble.slice(-2_000)}`);
  });
  return { process: child, said };
}

async function kill({ process: child }: Child): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('R35 a process that is killed', () => {
  let place: Place;

  afterAll(() => place.remove());

  describe('on the embedded database', () => {
    beforeAll(async () => {
      place = await makePlace('embedded');
    });

    afterAll(() => place.remove());

    it('keeps others out while it lives, and loses nothing it acknowledged', {
      timeout: 90_000,
    }, async () => {
      const child = start(place, 'accept');
      await until(() => child.said.length > 10, 60_000);
      await expect(openDatabase(place.location, OPTIONS)).rejects.toMatchObject({
        code: 'folder-in-use',
        message: expect.stringContaining(`process ${child.process.pid} `),
      });
      await kill(child);

      const opened = await openAll(place.location);

      const acknowledged = child.said.slice(1);
      const store = opened.store.of(makeReview());
      const found = await Promise.all(acknowledged.map((id) => store.review(id)));
      expect(found.map((review) => review?.state)).toEqual(acknowledged.map(() => 'queued'));
      // Each with its job: what was written was written in full.
      const { waiting } = await opened.queue.depth();
      const { rows } = await opened.database.query('select count(*) from review');
      expect(waiting).toBe(rows[0]?.count);
      await opened.close();
    });

    it('gives its job to the next start at once', { timeout: 90_000 }, async () => {
      const child = start(place, 'hold');
      await until(() => child.said.length === 2, 60_000);
      await kill(child);

      const opened = await openAll(place.location);
      const jobs = await opened.queue.take(1_000);

      expect(jobs.find(({ job }) => job.reviewId === child.said[1])).toMatchObject({ attempt: 2 });
      await opened.close();
    });
  });

  describe('on a server', () => {
    beforeAll(async () => {
      place = await makePlace('server');
    });

    it('gives its job to another as soon as it is not heard of', { timeout: 90_000 }, async () => {
      const opened = await openAll(place.location);
      const id = await accept(opened);
      const child = start(place, 'hold');
      await until(() => child.said.length === 2, 60_000);
      await kill(child);
      expect(await opened.queue.take(1)).toEqual([]);

      await opened.database.query(
        `update pgboss.job set heartbeat_on = heartbeat_on - interval '1 minute' where state = 'active'`,
      );

      expect(await opened.queue.take(1)).toMatchObject([{ job: { reviewId: id }, attempt: 2 }]);
      expect(await opened.store.of(makeReview()).start(id, 2, 'another')).toBe(true);
      await opened.close();
    });
  });
});
