import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../src/entry/system-ports.ts';
import { makeReviewAgain } from '../../src/service/review-again.ts';
import { opened, setService, shareDatabase } from './service-scene.ts';

shareDatabase();

describe('a review that a person asks for on the dashboard', () => {
  it('is a new one of the pull request as it is then, in the name of that person', async () => {
    const scene = await setService({ isIdle: true });
    const { database, store, queue } = scene;
    await scene.accept(opened(scene));
    const [first] = await scene.reviews();
    if (first === undefined) throw new Error('no review');
    const { installationId, repositoryId } = first;
    const again = makeReviewAgain({ database, store, queue, random: systemRandom, serviceDigest: 'tests' });
    const asked = { installationId, repositoryId, reviewId: first.id, askedBy: 'maintainer' };
    const pages = [await again(asked), await again(asked)];

    const [, ...rest] = await scene.reviews();
    expect(pages).toEqual(rest.map(({ id }) => `/reviews/${id}`));
    for (const review of rest)
      expect(review).toMatchObject({
        installationId,
        repositoryId,
        pullNumber: 7,
        headSha: null,
        trigger: 'rerun',
        title: first.title,
        askedBy: 'maintainer',
        state: 'queued',
        request: { kind: 'review', owner: 'octo', repo: 'shop', cause: 'rerun', actor: 'maintainer' },
      });
    expect((await queue.depth()).waiting).toBe(3);
  });

  it('takes the place of the dead letter of the one that was given up', async () => {
    const scene = await setService({ isIdle: true });
    const { database, store, queue } = scene;
    await scene.accept(opened(scene));
    const [first] = await scene.reviews();
    const [held] = await queue.take(1);
    if (first === undefined || held === undefined) throw new Error('no review');
    await database.query('update pgboss.job set retry_count = retry_limit');
    await queue.fail({ ...held, attempt: 3, isLastAttempt: true }, 'GitHub was away.');
    expect((await queue.depth()).dead).toBe(1);
    const again = makeReviewAgain({ database, store, queue, random: systemRandom, serviceDigest: 'tests' });
    const { installationId, repositoryId } = first;
    await again({ installationId, repositoryId, reviewId: first.id, askedBy: 'maintainer' });
    expect(await queue.depth()).toMatchObject({ waiting: 1, dead: 0 });
  });

  it('is none of another repository, nor of one that is gone', async () => {
    const scene = await setService({ isIdle: true });
    const { database, store, queue } = scene;
    await scene.accept(opened(scene));
    const [first] = await scene.reviews();
    if (first === undefined) throw new Error('no review');
    const { installationId, repositoryId } = first;
    const again = makeReviewAgain({ database, store, queue, random: systemRandom, serviceDigest: 'tests' });
    const asked = { installationId, repositoryId, reviewId: first.id, askedBy: 'maintainer' };
    await expect(again({ ...asked, installationId: installationId + 1 })).rejects.toThrow('no pull request');
    await expect(again({ ...asked, repositoryId: repositoryId + 1 })).rejects.toThrow('no pull request');
    await expect(again({ ...asked, reviewId: 'x' })).rejects.toThrow('no pull request');
    await store.forget(installationId);
    await expect(again(asked)).rejects.toThrow('no pull request');
  });
});
