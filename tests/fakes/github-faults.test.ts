import { beforeEach, describe, expect, it } from 'vitest';
import { COMMENTS, REVIEWS, review, type Setting, setUp } from './github/set-up.ts';

let setting: Setting;
beforeEach(async () => {
  setting = await setUp();
});

describe('large changes', () => {
  it('ends listings, comparisons and diffs where GitHub does', async () => {
    setting = await setUp({ limits: { files: 3, compareFiles: 2, diffFiles: 4, patchLines: 5 } });
    const { ask, pull } = setting;
    const files = JSON.parse((await ask('GET', '/repos/octo/shop/pulls/7/files')).text);
    expect(files).toHaveLength(3);
    expect(files.map((one: { patch?: string }) => typeof one.patch)).toEqual([
      'undefined',
      'undefined',
      'string',
    ]);
    const compared = await ask('GET', `/repos/octo/shop/compare/${pull.baseSha}...${pull.headSha}`);
    expect(compared.body.files).toHaveLength(2);
    const accept = { accept: 'application/vnd.github.diff' };
    const diff = await ask('GET', '/repos/octo/shop/pulls/7', undefined, accept);
    expect([diff.status, JSON.stringify(diff.body.errors)]).toEqual([
      406,
      expect.stringContaining('too_large'),
    ]);
  });

  it('gives the diff as git writes it, and 406 above so many lines', async () => {
    const accept = { accept: 'application/vnd.github.v3.diff' };
    const { repository, pull } = setting;
    const diff = await setting.ask('GET', '/repos/octo/shop/pulls/7', undefined, accept);
    const own = repository.git('diff', '-M', '--full-index', pull.baseSha, pull.headSha);
    expect(diff.text.trimEnd()).toBe(own.trimEnd());
    setting = await setUp({ limits: { diffLines: 10 } });
    expect((await setting.ask('GET', '/repos/octo/shop/pulls/7', undefined, accept)).status).toBe(406);
  });
});

describe('who may do what', () => {
  it('refuses every write of a read-only token and still lets it read', async () => {
    const { fake, pull, ask } = setting;
    fake.addToken({ token: 'fork', readOnly: true });
    const comment = fake.addComment({ pull, login: 'eve', body: 'x' });
    const fork = { authorization: 'Bearer fork' };
    const writes = [
      await ask('POST', COMMENTS, { body: 'x' }, fork),
      await ask('PATCH', `/repos/octo/shop/issues/comments/${comment.id}`, { body: 'y' }, fork),
      await ask('POST', REVIEWS, { event: 'COMMENT', body: 'x' }, fork),
      await ask('POST', `/repos/octo/shop/statuses/${pull.headSha}`, { state: 'success' }, fork),
      await ask(
        'POST',
        `/repos/octo/shop/issues/comments/${comment.id}/reactions`,
        { content: 'eyes' },
        fork,
      ),
    ];
    expect(writes.map((one) => `${one.status} ${one.body.message}`)).toEqual(
      Array(5).fill('403 Resource not accessible by integration'),
    );
    expect((await ask('GET', '/repos/octo/shop/pulls/7', undefined, fork)).status).toBe(200);
    expect([fake.comments.length, fake.comments[0]?.body, fake.reviews, fake.statuses]).toEqual([
      1,
      'x',
      [],
      [],
    ]);
  });

  it('takes away one kind of write at a time', async () => {
    const { fake, pull, ask } = setting;
    fake.addToken({ token: 'no-status', denied: ['statuses'], reactionsAllowed: false });
    const token = { authorization: 'token no-status' };
    const comment = await ask('POST', COMMENTS, { body: 'x' }, token);
    const reaction = `/repos/octo/shop/issues/comments/${comment.body.id}/reactions`;
    const status = await ask(
      'POST',
      `/repos/octo/shop/statuses/${pull.headSha}`,
      { state: 'success' },
      token,
    );
    expect([
      comment.status,
      (await ask('POST', reaction, { content: 'eyes' }, token)).status,
      status.status,
    ]).toEqual([201, 403, 403]);
    expect(status.headers.get('x-accepted-github-permissions')).toBe('statuses=write');
  });

  it('hides private repositories, and knows no token that nobody made', async () => {
    const { fake, repository, ask } = setting;
    fake.addRepository({ name: 'octo/secret', directory: repository.directory, private: true });
    fake.addToken({ token: 'narrow', repositories: ['octo/shop'] });
    const secret = (authorization: string) => ask('GET', '/repos/octo/secret', undefined, { authorization });
    expect((await secret('token bot')).status).toBe(200);
    expect((await secret('token narrow')).status).toBe(404);
    expect((await secret('token unknown')).status).toBe(401);
    expect((await ask('GET', '/user')).status).toBe(403);
    expect((await ask('GET', '/user', undefined, { 'user-agent': '' })).status).toBe(403);
    expect((await ask('GET', '/user', undefined, { 'x-github-api-version': '2019-01-01' })).status).toBe(400);
  });

  it.each([
    ['admin', 'admin', 'admin'],
    ['maintain', 'write', 'maintain'],
    ['write', 'write', 'write'],
    ['triage', 'read', 'triage'],
    ['read', 'read', 'read'],
    ['none', 'none', 'none'],
  ] as const)('tells the role %s as permission %s', async (role, permission, name) => {
    setting.fake.addUser({ login: 'kim', roles: { 'octo/shop': role }, association: 'NONE' });
    const path = '/repos/octo/shop/collaborators/kim/permission';
    expect((await setting.ask('GET', path)).body).toMatchObject({ permission, role_name: name });
    expect((await setting.ask('GET', path.replace('kim', 'nobody'))).status).toBe(404);
    expect(setting.fake.unexpected).toEqual([]);
  });

  it('lets a person without push rights comment, but set no status, edit nobody and not speak when locked', async () => {
    const { fake, pull, ask } = setting;
    fake.addToken({ token: 'eve', login: 'eve', type: 'user' });
    const eve = { authorization: 'token eve' };
    const foreign = fake.addComment({ pull, login: 'ada', body: 'mine' });
    expect((await ask('POST', COMMENTS, { body: 'x' }, eve)).status).toBe(201);
    expect(
      (await ask('POST', `/repos/octo/shop/statuses/${pull.headSha}`, { state: 'success' }, eve)).status,
    ).toBe(404);
    const edit = await ask('PATCH', `/repos/octo/shop/issues/comments/${foreign.id}`, { body: 'y' }, eve);
    pull.locked = true;
    expect([edit.status, (await ask('POST', COMMENTS, { body: 'x' }, eve)).status]).toEqual([403, 403]);
    expect((await ask('GET', '/user', undefined, eve)).body).toMatchObject({ login: 'eve' });
  });
});

describe('faults', () => {
  it('fails once, then works', async () => {
    setting.fake.script({
      route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      effect: { kind: 'fail', status: 502 },
    });
    const answers = [
      await setting.ask('POST', COMMENTS, { body: 'x' }),
      await setting.ask('POST', COMMENTS, { body: 'x' }),
    ];
    expect(answers.map((one) => one.status)).toEqual([502, 201]);
    expect(setting.fake.comments).toHaveLength(1);
  });

  it('loses the answer after the work was done, or drops the request before it', async () => {
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    setting.fake.script({ route, effect: { kind: 'lose-answer' } });
    await expect(setting.ask('POST', COMMENTS, { body: 'done' })).rejects.toThrow();
    setting.fake.script({ route, effect: { kind: 'drop' } });
    await expect(setting.ask('POST', COMMENTS, { body: 'never' })).rejects.toThrow();
    expect(setting.fake.comments.map((one) => one.body)).toEqual(['done']);
    expect(setting.fake.requests.map((one) => one.status)).toEqual([0, 0]);
  });

  it('limits by header: secondary with retry-after, primary with remaining 0 until the reset', async () => {
    let now = Date.UTC(2026, 0, 1);
    setting = await setUp({ now: () => now });
    setting.fake.script({ route: 'POST', effect: { kind: 'secondary-limit', status: 429, retryAfter: 7 } });
    const secondary = await setting.ask('POST', COMMENTS, { body: 'x' });
    expect([secondary.status, secondary.headers.get('retry-after')]).toEqual([429, '7']);
    setting.fake.script({ route: 'GET', effect: { kind: 'primary-limit', resetInSeconds: 30 } });
    const primary = await setting.ask('GET', COMMENTS);
    const headers = ['x-ratelimit-remaining', 'x-ratelimit-reset'].map((name) => primary.headers.get(name));
    expect([primary.status, headers]).toEqual([403, ['0', String(now / 1000 + 30)]]);
    expect((await setting.ask('GET', COMMENTS)).status).toBe(403);
    now += 30_000;
    expect((await setting.ask('GET', COMMENTS)).status).toBe(200);
    expect(setting.fake.unusedFaults()).toEqual([]);
  });

  it('refuses the eighty-first text in a minute', async () => {
    let now = Date.UTC(2026, 0, 1);
    setting = await setUp({ now: () => now, limits: { writesPerMinute: 2 } });
    const post = async () => (await setting.ask('POST', COMMENTS, { body: 'x' })).status;
    expect([await post(), await post(), await post()]).toEqual([201, 201, 403]);
    now += 61_000;
    expect(await post()).toBe(201);
    expect(setting.fake.comments.map((one) => one.createdAt)).toEqual([
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:01:01Z',
    ]);
  });

  it('moves the head between requests, and outdates comments on what changed', async () => {
    const { fake, pull, repository, ask } = setting;
    const before = pull.headSha;
    const next = repository.commit('next', { 'src/a.ts': 'all new\n' });
    await review(setting, { line: 5 });
    fake.moveHeadAfter(pull, { requests: 1, to: next });
    const head = async () => JSON.parse((await ask('GET', '/repos/octo/shop/pulls/7')).text).head.sha;
    expect([await head(), await head()]).toEqual([before, next]);
    expect(fake.reviewComments.map((one) => [one.line, one.originalLine])).toEqual([[null, 5]]);
    expect((await review(setting, { line: 5 }, { commit_id: before })).status).toBe(200);
  });

  it('speaks up about what it does not serve', async () => {
    const { fake, ask } = setting;
    expect((await ask('GET', '/repos/octo/shop/branches')).status).toBe(501);
    expect((await ask('GET', '/repos/octo/shop/pulls/7?foo=1')).status).toBe(422);
    expect(
      (await ask('GET', '/repos/octo/shop/pulls/7', undefined, { accept: 'application/vnd.github.patch' }))
        .status,
    ).toBe(501);
    expect((await ask('POST', COMMENTS, { body: 'x', extra: 1 })).status).toBe(422);
    expect((await ask('POST', COMMENTS, { body: 1 })).status).toBe(422);
    expect(fake.unexpected).toHaveLength(5);
    expect(() => fake.script({ route: 'GET /none', effect: { kind: 'hang' } })).toThrow(
      'No route "GET /none"',
    );
  });

  it('checks its own answers', async () => {
    const { fake, ask, pull } = setting;
    fake.addStatus({ pull, login: 'x', context: 'c', state: 'success', description: 5 as unknown as string });
    await ask('GET', `/repos/octo/shop/commits/${pull.headSha}/statuses`);
    expect(fake.unexpected.join()).toContain(
      'own answer to GET /repos/{owner}/{repo}/commits/{ref}/statuses',
    );
  });
});
