import { describe, expect, it } from 'vitest';
import { INJECTION, LARGE } from '../action/model-scene.ts';
import { opened, ownComments, PUBLIC_URL, setService, shareDatabase } from './service-scene.ts';

const CRITICAL = { 'src/users.js': `${INJECTION}${LARGE}` };

shareDatabase();

describe('a webhook', () => {
  it('leads to one comment, one status and one check run, and to a review in the store', async () => {
    const scene = await setService({ after: CRITICAL });
    expect(await scene.accept(opened(scene))).toBe('accepted');
    await scene.idle();
    const { fake, pull } = scene.stage;
    const [review] = await scene.reviews();
    expect(review).toMatchObject({
      state: 'done',
      attempt: 1,
      reason: null,
      headSha: pull.headSha,
      author: 'ada',
    });
    expect(ownComments(scene)).toHaveLength(1);
    expect(scene.stage.statuses().map((status) => status.split(':')[0])).toEqual(['pending', 'failure']);
    expect(fake.statuses[0]?.targetUrl).toBe(`${PUBLIC_URL}/reviews/${review?.id}`);
    expect(fake.state.checkRuns).toHaveLength(1);
    expect(fake.state.checkRuns[0]).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(fake.unexpected).toEqual([]);
  });
});
