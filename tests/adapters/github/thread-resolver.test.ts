import { describe, expect, it } from 'vitest';
import { graphql, hub, makeForge, makeImpatientClock, type Query, SIGNAL, useNock } from './fake-hub.ts';

useNock();
const resolver = () => makeForge().threads;
const thread = (isResolved: boolean, id = 'T1') => ({ data: { changed: { thread: { id, isResolved } } } });

describe('a review thread', () => {
  it.each([
    [true, 'resolveReviewThread'],
    [false, 'unresolveReviewThread'],
  ])('is resolved %s by a mutation of one field, and done when its answer says so', async (wanted, field) => {
    const asked: Query[] = [];
    graphql()
      .post('/graphql')
      .reply(200, (_uri, body) => {
        asked.push(body as unknown as Query);
        return thread(wanted);
      });
    expect(await resolver().setResolved('T1', wanted, SIGNAL)).toBe('done');
    expect(asked[0]?.query).toContain(`: ${field}(`);
    expect(asked[0]?.query.match(/ReviewThread\(/g)).toHaveLength(1);
    expect(asked[0]?.variables).toEqual({ thread: 'T1' });
  });

  it.each([
    ['the thread is as it was', thread(false)],
    ['it speaks of another thread', thread(true, 'T2')],
    ['there is no thread', { data: { changed: null } }],
    ['the thread is not known', { data: null, errors: [{ type: 'NOT_FOUND', message: 'no' }] }],
    ['there is nothing', null],
  ])('is not resolved when in the answer %s', async (_what, body) => {
    graphql().post('/graphql').reply(200, JSON.stringify(body), { 'content-type': 'application/json' });
    expect(await resolver().setResolved('T1', true, SIGNAL)).toBe('not-done');
  });

  it('that the token may not resolve: a refusal inside an answer with status 200, or a status 403', async () => {
    const errors = [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }];
    graphql()
      .post('/graphql')
      .reply(200, { data: { changed: null }, errors });
    expect(await resolver().setResolved('T1', true, SIGNAL)).toBe('forbidden');
    graphql().post('/graphql').reply(403, {});
    expect(await resolver().setResolved('T1', true, SIGNAL)).toBe('forbidden');
  });

  it('is resolved after a lost answer, at the pace of writes', async () => {
    const clock = makeImpatientClock();
    const forge = makeForge(clock);
    graphql().post('/graphql').times(2).reply(200, thread(true));
    hub().patch('/repos/acme/shop/pulls/comments/9', { body: 'text' }).reply(200, {});
    await forge.threads.setResolved('T1', true, SIGNAL);
    await forge.threads.setResolved('T1', true, SIGNAL);
    await forge.reviews(5).updateComment(9, 'text', SIGNAL);
    expect(clock.waits).toEqual([1_000, 1_000]);
    graphql().post('/graphql').reply(502, '');
    graphql().post('/graphql').reply(200, thread(true));
    expect(await forge.threads.setResolved('T1', true, SIGNAL)).toBe('done');
  });

  it('that cannot be reached is an error', async () => {
    graphql().post('/graphql').reply(404, {});
    await expect(resolver().setResolved('T1', true, SIGNAL)).rejects.toMatchObject({ status: 404 });
  });
});
