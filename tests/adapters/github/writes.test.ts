import { describe, expect, it } from 'vitest';
import { waitBeforeRetry } from '../../../src/adapters/github/retry-policy.ts';
import { HEAD, hub, makeForge, makeImpatientClock, SIGNAL, useNock } from './fake-hub.ts';

useNock();
const OWN = 41;
const comment = (id: number, body: string, userId = OWN) => ({
  id,
  body,
  user: { id: userId, login: 'bot' },
  html_url: `https://ghe.example/c/${id}`,
});
const COMMENTS = '/repos/acme/shop/issues/5/comments';
const REVIEWS = '/repos/acme/shop/pulls/5/reviews';
const STATUSES = `/repos/acme/shop/statuses/${HEAD}`;

describe('a lost answer', () => {
  it.each([[502], ['reset']])('of "create comment" makes no second comment (%s)', async (failure) => {
    const first = hub().post(COMMENTS);
    if (failure === 'reset') first.replyWithError('socket hang up');
    else first.reply(502, 'bad gateway');
    hub()
      .get(COMMENTS)
      .query(true)
      .reply(200, [comment(1, 'text', 99), comment(2, 'text\r\n')]);
    const created = await makeForge().comments(5).create('text', OWN, SIGNAL);
    expect(created.id).toBe(2);
  });

  it('is sent again when nothing was written', async () => {
    hub().post(COMMENTS).reply(502, '');
    hub()
      .get(COMMENTS)
      .query(true)
      .reply(200, [comment(1, 'text', 99)]);
    hub().post(COMMENTS).reply(201, comment(3, 'text'));
    expect((await makeForge().comments(5).create('text', OWN, SIGNAL)).id).toBe(3);
  });

  it('of "create review" makes no second review', async () => {
    const draft = { commitSha: HEAD, body: 'marker 1', comments: [] };
    const review = (id: number, body: string, userId: number, sha = HEAD) => ({
      id,
      body,
      user: { id: userId },
      commit_id: sha,
      html_url: 'https://ghe.example/r',
    });
    hub().post(REVIEWS).replyWithError('socket hang up');
    hub()
      .get(REVIEWS)
      .query(true)
      .reply(200, [
        review(1, 'marker 1', 99),
        review(2, 'marker 1', OWN, 'b'.repeat(40)),
        review(3, 'marker 2', OWN),
        review(4, 'marker 1', OWN),
      ]);
    expect((await makeForge().reviews(5).create(draft, OWN, SIGNAL)).id).toBe(4);
  });

  it('is given up after three sends', async () => {
    hub().post(COMMENTS).times(3).reply(500, '');
    hub().get(COMMENTS).query(true).times(3).reply(200, []);
    await expect(makeForge().comments(5).create('text', OWN, SIGNAL)).rejects.toMatchObject({
      code: 'forge-unavailable',
      status: 500,
    });
  });
});

describe('R9 reviews', () => {
  it('only ever comment, at the reviewed commit, with sides and ranges', async () => {
    let sent: unknown = null;
    hub()
      .post(REVIEWS, (body) => {
        sent = body;
        return true;
      })
      .reply(200, { id: 1, html_url: 'https://ghe.example/r' });
    await makeForge()
      .reviews(5)
      .create(
        {
          commitSha: HEAD,
          body: 'text',
          comments: [
            { path: 'a.ts', side: 'new', startLine: 2, line: 4, body: 'one' },
            { path: 'a.ts', side: 'old', startLine: 3, line: 3, body: 'two' },
          ],
        },
        OWN,
        SIGNAL,
      );
    expect(sent).toEqual({
      commit_id: HEAD,
      event: 'COMMENT',
      body: 'text',
      comments: [
        { path: 'a.ts', body: 'one', line: 4, side: 'RIGHT', start_line: 2, start_side: 'RIGHT' },
        { path: 'a.ts', body: 'two', line: 3, side: 'LEFT' },
      ],
    });
  });
});

describe('R20 comments', () => {
  it('are read over all pages', async () => {
    for (let page = 1; page <= 3; page += 1)
      hub()
        .get(COMMENTS)
        .query({ per_page: 100, page })
        .reply(
          200,
          Array.from({ length: page === 3 ? 50 : 100 }, (_, index) => comment(page * 1_000 + index, 'x')),
        );
    expect(await makeForge().comments(5).list(SIGNAL)).toHaveLength(250);
  });

  it('of accounts that are gone have no author', async () => {
    hub()
      .get(COMMENTS)
      .query(true)
      .reply(200, [{ ...comment(1, 'x'), user: null }]);
    expect(await makeForge().comments(5).list(SIGNAL)).toMatchObject([{ authorId: null, author: 'ghost' }]);
  });
});

describe('statuses', () => {
  it('tell the newest of our context and who made it', async () => {
    const status = (id: number, context: string) => ({
      id,
      context,
      state: 'success',
      description: null,
      target_url: null,
      created_at: '2026-11-21T10:00:00Z',
      creator: { id: OWN, login: 'bot' },
    });
    hub()
      .get(`/repos/acme/shop/commits/${HEAD}/statuses`)
      .query(true)
      .reply(200, [status(9, 'ci'), status(8, 'Multi-Agent-Review'), status(7, 'multi-agent-review')]);
    expect(await makeForge().statuses.newest(HEAD, SIGNAL)).toMatchObject({ id: 8, creatorId: OWN });
  });
});

describe('R11 permissions', () => {
  it.each([
    [{ permission: 'admin', role_name: 'admin' }, 'admin'],
    [{ permission: 'write', role_name: 'maintain' }, 'maintain'],
    [{ permission: 'write', role_name: 'write' }, 'write'],
    [{ permission: 'read', role_name: 'triage' }, 'triage'],
    [{ permission: 'read', role_name: 'read' }, 'read'],
    [{ permission: 'none', role_name: '' }, 'none'],
    [{ permission: 'write', role_name: 'release-manager' }, 'write'],
    [{ permission: 'owner' }, 'none'],
    [{}, 'none'],
  ])('%j is %s', async (answer, permission) => {
    hub().get('/repos/acme/shop/collaborators/jane/permission').reply(200, answer);
    expect(await makeForge().permissions.permissionOf('jane', SIGNAL)).toBe(permission);
  });

  it.each([404, 403, 500, 503])('an answer of %i is none', async (status) => {
    const tries = status >= 500 ? 4 : 1;
    hub().get('/repos/acme/shop/collaborators/jane/permission').times(tries).reply(status, {});
    expect(await makeForge().permissions.permissionOf('jane', SIGNAL)).toBe('none');
  });

  it('asks for nothing but a login', async () => {
    for (const login of ['', '../../orgs/acme', 'a b', 'x'.repeat(200)])
      expect(await makeForge().permissions.permissionOf(login, SIGNAL)).toBe('none');
  });

  it('a reaction that may not be made is no failure', async () => {
    hub().post('/repos/acme/shop/issues/comments/9/reactions').reply(403, {});
    const comment = { commentId: 9, commentKind: 'conversation' } as const;
    expect(await makeForge().reactions.react(comment, 'eyes', SIGNAL)).toBeNull();
  });

  it('a reaction beside a line has a route of its own, and its answer tells who we are', async () => {
    const answer = { id: 1, content: 'eyes', user: { login: 'github-actions[bot]', id: 41898282 } };
    hub().post('/repos/acme/shop/pulls/comments/9/reactions', { content: 'eyes' }).reply(201, answer);
    const comment = { commentId: 9, commentKind: 'review' } as const;
    expect(await makeForge().reactions.react(comment, 'eyes', SIGNAL)).toBe(41898282);
  });
});

describe('R33 limits and failures', () => {
  const created = { id: 1, context: 'multi-agent-review', state: 'pending', creator: null };
  const draft = { state: 'pending', description: 'reviewing', targetUrl: null } as const;

  it('waits as long as a secondary limit says, then sends again', async () => {
    const clock = makeImpatientClock();
    hub().post(STATUSES).reply(403, {}, { 'retry-after': '7' });
    hub().post(STATUSES).reply(201, created);
    await makeForge(clock).statuses.create(HEAD, draft, SIGNAL);
    expect(clock.waits).toContain(7_000);
  });

  it('waits for the reset of a primary limit, and gives up what takes too long', async () => {
    const clock = makeImpatientClock(1_000_000);
    const limit = (reset: number) => ({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) });
    hub().get(COMMENTS).query(true).reply(403, {}, limit(1_020));
    hub().get(COMMENTS).query(true).reply(200, []);
    await makeForge(clock).comments(5).list(SIGNAL);
    expect(clock.waits).toEqual([21_000]);
    hub().get(COMMENTS).query(true).reply(429, {}, limit(9_999));
    await expect(makeForge(clock).comments(5).list(SIGNAL)).rejects.toMatchObject({
      code: 'forge-limited',
      status: 429,
    });
    expect(clock.waits).toHaveLength(1);
  });

  it('takes a plain 403 for a missing permission and does not repeat it', async () => {
    hub().post(STATUSES).reply(403, { message: 'Resource not accessible by integration' });
    await expect(makeForge().statuses.create(HEAD, draft, SIGNAL)).rejects.toMatchObject({
      code: 'forge-forbidden',
      status: 403,
      maybeDone: false,
    });
  });

  it('does not repeat what was refused', async () => {
    hub()
      .post(REVIEWS)
      .reply(422, { errors: ['line must be part of the diff'] });
    const review = { commitSha: HEAD, body: 'x', comments: [] };
    await expect(makeForge().reviews(5).create(review, OWN, SIGNAL)).rejects.toMatchObject({ status: 422 });
  });

  it('keeps a second between writes and none between reads', async () => {
    const clock = makeImpatientClock();
    const forge = makeForge(clock);
    hub().patch('/repos/acme/shop/issues/comments/1').times(3).reply(200, comment(1, 'x'));
    hub().get(COMMENTS).query(true).times(2).reply(200, []);
    for (let index = 0; index < 3; index += 1) await forge.comments(5).update(1, 'x', SIGNAL);
    await forge.comments(5).list(SIGNAL);
    await forge.comments(5).list(SIGNAL);
    expect(clock.waits).toEqual([1_000, 1_000]);
  });

  it('stops at once when the run is aborted, also while it waits', async () => {
    const abort = new AbortController();
    const clock = { ...makeImpatientClock(), after: () => () => undefined };
    hub().get(COMMENTS).query(true).reply(502, '');
    const list = makeForge(clock).comments(5).list(abort.signal);
    setTimeout(() => abort.abort(new Error('deadline')), 50);
    await expect(list).rejects.toThrow('deadline');
  });

  it('decides by status and header, and ends', () => {
    const ask = (status: number | null, tries = 1, idempotent = true, headers = {}) =>
      waitBeforeRetry({ answer: { status, headers }, tries, idempotent, now: 0 });
    for (const status of [400, 401, 403, 404, 409, 410, 422, 451]) expect(ask(status)).toBeNull();
    for (const status of [null, 500, 502, 503, 504]) {
      expect(ask(status)).toBe(500);
      expect(ask(status, 3)).toBe(2_000);
      expect(ask(status, 4)).toBeNull();
      expect(ask(status, 1, false)).toBeNull();
    }
    expect(ask(429, 1, false)).toBe(60_000);
    expect(ask(403, 1, true, { 'retry-after': 'soon' })).toBeNull();
  });

  it('never says the token or the words of the answer', async () => {
    hub().get(COMMENTS).query(true).reply(401, { message: 'example-token is bad' });
    const error: unknown = await makeForge()
      .comments(5)
      .list(SIGNAL)
      .catch((thrown: unknown) => thrown);
    expect(String(error)).not.toContain('example-token');
  });
});

describe('GitHub Enterprise Server', () => {
  it('has its own addresses in every link', () => {
    const forge = makeForge();
    expect(forge.blobUrl(HEAD, 'a b/ü#.ts', 2, 4)).toBe(
      `https://ghe.example/acme/shop/blob/${HEAD}/a%20b/%C3%BC%23.ts#L2-L4`,
    );
    expect(forge.pullRequestUrl(5)).toBe('https://ghe.example/acme/shop/pull/5');
  });
});
