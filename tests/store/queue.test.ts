import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HeldJob, ReviewJob } from '../../src/ports.ts';
import { makeReport } from '../render/make-report.ts';
import { accept, empty, makePlace, type Opened, openAll, type Place } from './fixtures.ts';
import { until } from './until.ts';

const JOB: ReviewJob = {
  reviewId: '7c514151-7ae9-49e5-bf7e-b7180964f435',
  installationId: 11,
  repositoryId: 22,
};

describe.each(['embedded', 'server'] as const)('the job queue, %s', (kind) => {
  let place: Place;
  let one: Opened;
  let other: Opened;

  beforeAll(async () => {
    place = await makePlace(kind);
    one = await openAll(place.location);
    other = kind === 'server' ? await openAll(place.location) : one;
  });

  afterAll(async () => {
    await one.close();
    if (other !== one) await other.close();
    await place.remove();
  });

  beforeEach(() => empty(one));

  const take = async (from = one): Promise<HeldJob> => {
    const [held] = await from.queue.take(1);
    if (held === undefined) throw new Error('No job was ready.');
    return held;
  };
  /** As if the worker had not been heard of for a minute. */
  const age = () =>
    one.database.query(
      `update pgboss.job set heartbeat_on = now() - interval '1 minute' where state = 'active'`,
    );
  /** As if the pause before the next try were over. */
  const skipPause = () =>
    one.database.query(`update pgboss.job set start_after = now() where state = 'retry'`);

  it('gives each job to one taker, and counts', async () => {
    await Promise.all(Array.from({ length: 20 }, () => one.queue.send(JOB, { round: 0 })));

    const batches = await Promise.all(
      Array.from({ length: 8 }, (_, index) => (index % 2 ? one : other).queue.take(3)),
    );

    const ids = batches.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(15);
    expect(batches.flat()[0]).toMatchObject({ job: JOB, attempt: 1, isLastAttempt: false });
    expect(await one.queue.depth()).toMatchObject({ waiting: 20 - ids.length, running: ids.length, dead: 0 });
  });

  it('puts nothing in when the transaction around it fails', async () => {
    await expect(
      one.database.transaction(async (runner) => {
        await one.queue.send(JOB, { round: 0, runner });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');

    expect(await one.queue.take(1)).toEqual([]);
  });

  it('tells takers in every process that a job came in', async () => {
    let told = 0;
    const stop = await other.queue.onReady(() => {
      told += 1;
    });

    await one.queue.send(JOB, { round: 0 });

    await until(() => told > 0);
    await stop();
  });

  it('tells takers of a job that a transaction put in once that is over and says so', async () => {
    let told = 0;
    const stop = await other.queue.onReady(() => {
      told += 1;
    });

    await one.database.transaction((runner) => one.queue.send(JOB, { round: 0, runner }));
    one.queue.announce();

    await until(() => told > 0);
    expect(await other.queue.take(1)).toHaveLength(1);
    await stop();
  });

  it('takes back jobs that nobody holds', async () => {
    const id = await one.queue.send(JOB, { round: 0 });

    await one.queue.cancel([id]);

    expect(await one.queue.take(1)).toEqual([]);
  });

  it('gives a job whose worker is not heard of to another at once; the first can settle nothing any more', async () => {
    await one.queue.send(JOB, { round: 0 });
    const lost = await take();
    expect(await one.queue.beat(lost)).toBe(true);
    expect(await one.queue.take(1)).toEqual([]);
    await age();

    const found = await take(other);

    expect(found).toMatchObject({ id: lost.id, attempt: 2, isLastAttempt: false });
    expect(await one.queue.beat(lost)).toBe(false);
    await one.queue.complete(lost);
    await one.queue.fail(lost, 'late');
    expect(await one.queue.depth()).toMatchObject({ running: 1, waiting: 0, dead: 0 });
    expect(await other.queue.beat(found)).toBe(true);
  });

  it('keeps a job whose worker is heard of', async () => {
    await one.queue.send(JOB, { round: 0 });
    const held = await take();
    await age();
    await one.queue.beat(held);

    expect(await other.queue.take(1)).toEqual([]);
  });

  it('tries a failed job again after a pause, three times in all, then keeps it as a dead letter', async () => {
    const id = await one.queue.send(JOB, { round: 8 });
    for (const attempt of [1, 2, 3]) {
      const held = await take();
      expect(held).toMatchObject({ id, attempt, isLastAttempt: attempt === 3 });
      await one.queue.fail(held, `reason ${attempt}`);
      expect(await one.queue.take(1)).toEqual([]);
      await skipPause();
    }

    const [dead] = await one.queue.deadLetters(10);
    expect(dead).toMatchObject({ job: JOB, reason: 'reason 3' });
    expect(await one.queue.depth()).toMatchObject({ waiting: 0, running: 0, dead: 1 });
  });

  it('drops the dead letters of a review', async () => {
    const reviewId = 'e0f3ab26-ee1f-4e1d-b56a-aa0e1ba4e7f5';
    for (const job of [JOB, { ...JOB, reviewId }]) {
      await one.queue.send(job, { round: 0 });
      for (let tries = 0; tries < 3; tries += 1) {
        await one.queue.fail(await take(), 'no');
        await skipPause();
      }
    }

    await one.queue.dropDead(JOB.reviewId);

    expect((await one.queue.deadLetters(10)).map(({ job }) => job.reviewId)).toEqual([reviewId]);
  });

  it('gives up a job that ends its worker each time', async () => {
    await one.queue.send(JOB, { round: 0 });
    for (const attempt of [1, 2, 3]) {
      expect((await take()).attempt).toBe(attempt);
      await age();
    }

    expect(await one.queue.take(1)).toEqual([]);
    expect(await one.queue.depth()).toMatchObject({ waiting: 0, running: 0, dead: 1 });
    expect(await one.queue.deadLetters(10)).toMatchObject([
      { reason: 'Its worker was not heard of any more.' },
    ]);
  });

  it('waits between tries, longer each time', async () => {
    await one.queue.send(JOB, { round: 0 });
    const pauses: number[] = [];
    for (let tries = 0; tries < 2; tries += 1) {
      await one.queue.fail(await take(), 'no');
      const { rows } = await one.database.query(
        `select extract(epoch from start_after - now())::float8 as pause from pgboss.job where state = 'retry'`,
      );
      pauses.push(Number(rows[0]?.pause));
      await skipPause();
    }

    expect(pauses[0]).toBeGreaterThan(8);
    expect(pauses[0]).toBeLessThan(22);
    expect(pauses[1]).toBeGreaterThan(18);
    expect(pauses[1]).toBeLessThan(61);
  });

  it('hands a job back untouched: ready at once, no try counted', async () => {
    await one.queue.send(JOB, { round: 0 });
    await one.queue.handBack(await take());
    const again = await take(other);
    expect(again.attempt).toBe(1);

    await one.queue.fail(again, 'no');
    await skipPause();
    await one.queue.handBack(await take());

    expect(await take()).toMatchObject({ attempt: 2 });
  });

  it('says whose job comes, and keeps it away for a while unless somebody holds it', async () => {
    await one.queue.send(JOB, { round: 0 });
    const other = 'e0f3ab26-ee1f-4e1d-b56a-aa0e1ba4e7f5';
    expect(await one.queue.coming([JOB.reviewId, other])).toEqual(new Set([JOB.reviewId]));
    const held = await take();
    expect(await one.queue.coming([JOB.reviewId])).toEqual(new Set([JOB.reviewId]));
    expect(await one.queue.postpone(JOB.reviewId, 60)).toBe(false);
    await age();

    expect(await one.queue.postpone(JOB.reviewId, 60)).toBe(true);

    expect(await one.queue.take(1)).toEqual([]);
    expect(await one.queue.beat(held)).toBe(false);
    await skipPause();
    await one.queue.complete(await take());
    expect(await one.queue.coming([JOB.reviewId])).toEqual(new Set());
  });

  it('forgets jobs of an installation or of its repositories', async () => {
    for (const [installationId, repositoryId] of [
      [11, 22],
      [11, 23],
      [12, 22],
    ] as const) {
      await one.queue.send({ ...JOB, installationId, repositoryId }, { round: 0 });
    }

    await one.queue.forget(11, [23]);
    expect(await one.queue.depth()).toMatchObject({ waiting: 2 });
    await one.queue.forget(11, null);

    expect((await one.queue.take(9)).map(({ job }) => job.installationId)).toEqual([12]);
  });

  describe('fair share', () => {
    it('serves an installation with one review next, whatever another has queued before', {
      timeout: 120_000,
    }, async () => {
      for (let batch = 0; batch < 10; batch += 1) {
        await Promise.all(
          Array.from({ length: 50 }, (_, index) => accept(one, { pullNumber: 1 + batch * 50 + index })),
        );
      }
      await accept(one, { installationId: 12, repositoryId: 30 });

      const served = [await take(), await take(), await take()].map(({ job }) => job.installationId);

      expect(served).toContain(12);
      expect(await one.queue.depth()).toMatchObject({ waiting: 498 });
    });

    it('serves everybody in turn while all keep sending', async () => {
      for (let index = 0; index < 8; index += 1) await accept(one, { pullNumber: index + 1 });
      const served: number[] = [];
      for (let index = 0; index < 12; index += 1) {
        await accept(one, { installationId: 12, repositoryId: 30, pullNumber: 100 + index });
        const held = await take();
        const store = one.store.of(held.job);
        await store.start(held.job.reviewId, 1, 'a-process');
        await store.end(held.job.reviewId, {
          state: 'done',
          reason: null,
          report: makeReport(),
          commentUrl: null,
        });
        await one.queue.complete(held);
        served.push(held.job.installationId);
      }

      const first = served.filter((id) => id === 11).length;
      expect(first).toBeGreaterThanOrEqual(5);
      expect(first).toBeLessThanOrEqual(7);
    });
  });
});
