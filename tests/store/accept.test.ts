import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewReview } from '../../src/ports.ts';
import {
  accept,
  empty,
  makeDelivery,
  makePlace,
  makeReview,
  makeWork,
  type Opened,
  openAll,
  type Place,
} from './fixtures.ts';
import { until } from './until.ts';

describe.each(['embedded', 'server'] as const)('deliveries, %s', (kind) => {
  let place: Place;
  /** Two processes on a server; an embedded database has one. */
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

  const waiting = async () => (await one.queue.depth()).waiting;

  it('tells takers in every process of a review that waits', async () => {
    let told = 0;
    const stop = await other.queue.onReady(() => {
      told += 1;
    });

    await accept(one);

    await until(() => told > 0);
    await stop();
  });

  describe('R34 one review, however often it is delivered', () => {
    it('takes 100 copies of one delivery, to two processes at once, as one review', async () => {
      const review = makeReview();
      const delivery = makeDelivery('the-same', review);

      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          (index % 2 === 0 ? one : other).store.accept(delivery, makeWork(review)),
        ),
      );

      expect(answers.filter(({ kind: answer }) => answer === 'queued')).toHaveLength(1);
      expect(answers.filter(({ kind: answer }) => answer === 'duplicate')).toHaveLength(99);
      expect(await waiting()).toBe(1);
    });

    it('takes the same event under two ids as one review', async () => {
      const review = makeReview();

      const [first, second] = await Promise.all([
        one.store.accept(makeDelivery('first', review), makeWork(review)),
        other.store.accept(makeDelivery('second', review), makeWork(review)),
      ]);

      expect([first.kind, second.kind].sort()).toEqual(['claimed', 'queued']);
      expect('reviewId' in first && 'reviewId' in second && first.reviewId === second.reviewId).toBe(true);
      expect(await waiting()).toBe(1);
    });

    it('knows a delivery without a head by what else it is', async () => {
      const review = makeReview({ headSha: null, trigger: 'command', occasion: 'comment:5' });
      await one.store.accept(makeDelivery('first', review), makeWork(review));

      const again = await one.store.accept(makeDelivery('second', review), makeWork(review));
      const another = await one.store.accept(
        makeDelivery('third', review),
        makeWork({ ...review, occasion: 'comment:6' }),
      );

      expect([again.kind, another.kind]).toEqual(['claimed', 'queued']);
    });

    it('notes a delivery that asks for nothing, once', async () => {
      const delivery = makeDelivery('ping', makeReview());

      expect((await one.store.accept(delivery, null)).kind).toBe('noted');
      expect((await one.store.accept(delivery, null)).kind).toBe('duplicate');
      expect(await waiting()).toBe(0);
    });

    it('leaves no trace of a delivery that could not be taken in, so that the next try is the first', async () => {
      const review = makeReview();
      const broken: NewReview = { ...review, pullNumber: 3_000_000_000 };
      await expect(one.store.accept(makeDelivery('late', review), makeWork(broken))).rejects.toThrow();

      const answer = await one.store.accept(makeDelivery('late', review), makeWork(review));

      expect(answer.kind).toBe('queued');
      expect(await waiting()).toBe(1);
    });
  });

  it('keeps what the event asked for, whatever text is in it', async () => {
    const id = await accept(one, {
      title: 'null \u0000, half \ud83d, whole 🦉',
      request: { comment: '/review \u0000 \udc00', nested: { list: [1, 'x', null] } },
    });

    const review = await one.store.of(makeReview()).review(id);

    expect(review).toMatchObject({
      id,
      state: 'queued',
      title: 'null \ufffd, half \ufffd, whole 🦉',
      eventAt: '2026-11-21T10:00:00.000Z',
      request: { comment: '/review \ufffd \ufffd', nested: { list: [1, 'x', null] } },
      attempt: 0,
      startedAt: null,
      statusId: null,
    });
    expect(review?.queuedAt).toBeInstanceOf(Date);
  });

  describe('a newer push', () => {
    const push = (letter: string, minute: number): Partial<NewReview> => ({
      headSha: letter.repeat(40),
      eventAt: `2026-11-21T10:0${minute}:00.000Z`,
    });
    const stateOf = async (id: string) => (await one.store.of(makeReview()).review(id))?.state;

    it('supersedes the queued reviews of older heads and takes their jobs back', async () => {
      const old = await accept(one, push('1', 1));
      const review = makeReview(push('2', 2));

      const answer = await one.store.accept(makeDelivery('newer', review), makeWork(review));

      expect(answer).toMatchObject({ kind: 'queued', superseded: [old] });
      expect(await one.store.of(review).review(old)).toMatchObject({
        state: 'superseded',
        reason: 'superseded by 2222222',
      });
      expect(await waiting()).toBe(1);
    });

    it('does not when its delivery only arrives later', async () => {
      const newer = await accept(one, push('2', 2));
      const late = makeReview(push('1', 1));
      expect(await one.store.accept(makeDelivery('late', late), makeWork(late))).toEqual({ kind: 'noted' });
      expect(await one.store.accept(makeDelivery('late', late), makeWork(late))).toEqual({
        kind: 'duplicate',
      });

      expect(await stateOf(newer)).toBe('queued');
      // It would take the place of the newer one's comment.
      expect(await waiting()).toBe(1);
      const { rows } = await one.database.query("select reason from review where state = 'superseded'");
      expect(rows).toEqual([{ reason: 'superseded by a newer push' }]);
    });

    it('says nothing of commands, of other pull requests, and of what came in the same second', async () => {
      await accept(one, push('2', 2));
      for (const changes of [
        { ...push('1', 1), trigger: 'command', occasion: 'comment:1' },
        { ...push('1', 1), pullNumber: 8 },
        { ...push('3', 2) },
      ] as const)
        await accept(one, changes);
      // The last one took the place of the first.
      expect(await waiting()).toBe(3);
    });

    it('leaves running reviews, commands, and other pull requests alone', async () => {
      const running = await accept(one, push('1', 1));
      await one.store.of(makeReview()).start(running, 1, 'a-process');
      const command = await accept(one, { ...push('2', 2), trigger: 'command', occasion: 'comment:1' });
      const elsewhere = await accept(one, { ...push('3', 3), pullNumber: 8 });

      await accept(one, push('4', 4));

      expect(await Promise.all([running, command, elsewhere].map(stateOf))).toEqual([
        'running',
        'queued',
        'queued',
      ]);
    });

    it('leaves one of many that arrive at once', async () => {
      // The first delivery of an installation makes its row, and the others wait for that.
      await accept(one, { pullNumber: 8 });
      const ids = await Promise.all(
        Array.from({ length: 16 }, (_, index) =>
          accept(index % 2 === 0 ? one : other, { headSha: index.toString(16).repeat(40), eventAt: null }),
        ),
      );

      const states = await Promise.all(ids.map(stateOf));

      expect(states.filter((state) => state === 'queued')).toHaveLength(1);
      expect(await waiting()).toBe(2);
    });

    it('is taken back when the pull request is closed', async () => {
      const id = await accept(one, push('1', 1));

      const { withdraw } = one.store.of(makeReview());
      // A late word of an earlier closing: it was opened again since.
      expect(await withdraw(7, 'the pull request was closed', '2026-11-21T10:00:30Z')).toEqual([]);
      expect(await stateOf(id)).toBe('queued');
      expect(await withdraw(7, 'the pull request was closed', '2026-11-21T10:01:30Z')).toEqual([id]);

      expect(await stateOf(id)).toBe('superseded');
      expect(await waiting()).toBe(0);
      expect(await one.store.of(makeReview()).start(id, 1, 'a-process')).toBe(false);
    });
  });
});
