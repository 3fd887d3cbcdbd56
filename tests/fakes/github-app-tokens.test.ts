import { beforeEach, describe, expect, it } from 'vitest';
import { newPrivateKey } from './github/build-app.ts';
import { type AppSetting, setUpApp, webToken } from './github/set-up-app.ts';

let setting: AppSetting;
beforeEach(async () => {
  setting = await setUpApp();
});

const message = (answer: { readonly body: Readonly<Record<string, unknown>> }) => answer.body.message;

describe('an App as itself', () => {
  it('is known by its id or its client id, and lists where it is installed', async () => {
    const { app, installation, as, clock, fake } = setting;
    for (const iss of [app.id, String(app.id), app.clientId]) {
      const found = await as(webToken(app, clock.now, { iss }), 'GET', '/app');
      expect(found.body).toMatchObject({ id: app.id, slug: 'reviewer', installations_count: 1 });
    }
    const token = webToken(app, clock.now);
    const all = await as(token, 'GET', '/app/installations?per_page=1');
    expect(JSON.parse(all.text)).toMatchObject([{ id: installation.id, account: { login: 'octo' } }]);
    const paths = [`/app/installations/${installation.id}`, '/repos/octo/shop/installation'];
    for (const path of paths) expect((await as(token, 'GET', path)).body.id).toBe(installation.id);
    for (const path of [
      '/app/installations/1',
      '/repos/octo/other/installation',
      '/repos/no/body/installation',
    ])
      expect((await as(token, 'GET', path)).status).toBe(404);
    expect(fake.unexpected).toEqual([]);
  });

  it.each([
    ['too long a life', { exp: 1_795_255_260 }, {}, 401, /too far in the future/],
    ['an end in the past', { exp: 1_795_000_000 }, {}, 401, /'exp'/],
    ['a beginning in the future', { iat: 1_795_255_201 }, {}, 401, /'iat'/],
    ['no beginning', { iat: undefined }, {}, 401, /'iat'/],
    ['an issuer nobody knows', { iss: 1 }, {}, 404, /Integration not found/],
    ['another algorithm', {}, { alg: 'none' }, 401, /could not be decoded/],
  ])('is refused with %s', async (_, claims, header, status, text) => {
    const { app, as, clock } = setting;
    clock.now = 1_795_255_200_000 - 600_000;
    const moved = 'iat' in claims && claims.iat !== undefined ? { iat: clock.now / 1000 + 1 } : claims;
    const answer = await as(webToken(app, clock.now, moved, header), 'GET', '/app');
    expect([answer.status, message(answer)]).toEqual([status, expect.stringMatching(text)]);
  });

  it('is refused with the key of another, and where no App speaks for itself', async () => {
    const { app, as, ask, clock } = setting;
    const forged = webToken({ ...app, privateKey: newPrivateKey() }, clock.now);
    expect((await as(forged, 'GET', '/app')).status).toBe(401);
    expect(message(await ask('GET', '/app'))).toBe('A JSON web token could not be decoded');
    expect((await as(webToken(app, clock.now), 'GET', '/repos/octo/shop')).status).toBe(403);
  });
});

describe('a token of an installation', () => {
  it('is narrowed to repositories and permissions, is long, and names what it was given', async () => {
    const { app, installation, as, clock, fake } = setting;
    const shop = fake.state.repositories.get('octo/shop')?.id;
    const path = `/app/installations/${installation.id}/access_tokens`;
    const answer = await as(webToken(app, clock.now), 'POST', path, {
      repository_ids: [shop],
      permissions: { contents: 'read', statuses: 'write' },
    });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        expires_at: '2026-11-21T11:00:00Z',
        permissions: { contents: 'read', metadata: 'read', statuses: 'write' },
        repository_selection: 'selected',
        repositories: [{ full_name: 'octo/shop' }],
      },
    ]);
    const token = String((answer.body as Record<string, unknown>).token);
    expect(token.startsWith(`ghs_${app.id}_`) && token.length > 400).toBe(true);
    const mine = await as(token, 'GET', '/installation/repositories');
    expect(mine.body).toMatchObject({ total_count: 1, repositories: [{ full_name: 'octo/shop' }] });
    expect(fake.unexpected).toEqual([]);
  });

  it('is refused for repositories and permissions that the installation has not', async () => {
    const { app, installation, as, clock, fake } = setting;
    const other = fake.state.repositories.get('octo/other')?.id;
    const path = `/app/installations/${installation.id}/access_tokens`;
    const token = webToken(app, clock.now);
    const bodies = [
      { repository_ids: [other] },
      { repositories: ['other'] },
      { permissions: { contents: 'write' } },
      { permissions: { issues: 'write' } },
    ];
    for (const body of bodies) expect((await as(token, 'POST', path, body)).status).toBe(422);
    fake.suspend(installation);
    expect((await as(token, 'POST', path, {})).status).toBe(403);
    fake.uninstall(installation);
    expect((await as(token, 'POST', path, {})).status).toBe(404);
  });

  it('does what it was given and nothing else, there and nowhere else', async () => {
    const { as, mint, pull, fake } = setting;
    const narrow = await mint({ permissions: { contents: 'read', pull_requests: 'read' } });
    const review = { event: 'COMMENT', body: 'x' };
    expect((await as(narrow, 'GET', '/repos/octo/shop/contents/README.md')).status).toBe(200);
    expect((await as(narrow, 'GET', '/repos/octo/shop/pulls/7')).status).toBe(200);
    const refused = [
      ['POST', '/repos/octo/shop/issues/7/comments', { body: 'x' }, 'issues=write; pull_requests=write'],
      ['POST', '/repos/octo/shop/pulls/7/reviews', review, 'pull_requests=write'],
      ['POST', `/repos/octo/shop/statuses/${pull.headSha}`, { state: 'success' }, 'statuses=write'],
      ['GET', `/repos/octo/shop/commits/${pull.headSha}/statuses`, undefined, 'statuses=read'],
      ['POST', '/repos/octo/shop/check-runs', { name: 'x', head_sha: pull.headSha }, 'checks=write'],
    ] as const;
    for (const [method, path, body, accepted] of refused) {
      const answer = await as(narrow, method, path, body);
      expect([answer.status, message(answer)]).toEqual([403, 'Resource not accessible by integration']);
      expect(answer.headers.get('x-accepted-github-permissions')).toBe(accepted);
    }
    const wide = await mint();
    expect((await as(wide, 'GET', '/repos/octo/other')).status).toBe(404);
    expect((await as(wide, 'POST', '/repos/octo/shop/issues/7/comments', { body: 'x' })).status).toBe(201);
    expect(fake.comments.map((one) => one.user.login)).toEqual(['reviewer[bot]']);
    expect((await as(wide, 'GET', '/user')).status).toBe(403);
    expect(fake.unexpected).toEqual([]);
  });

  it('obeys its permissions in GraphQL too', async () => {
    const { as, mint } = setting;
    const narrow = await mint({ permissions: { contents: 'read' } });
    const query = (inner: string) => ({ query: `{ repository(owner: "octo", name: "shop") { ${inner} } }` });
    const file = await as(
      narrow,
      'POST',
      '/graphql',
      query('object(expression: "HEAD:README.md") { id: oid }'),
    );
    const pull = await as(narrow, 'POST', '/graphql', query('pullRequest(number: 7) { title }'));
    expect(file.text).not.toContain('errors');
    expect(pull.text).toContain('FORBIDDEN');
  });

  it('ends after an hour, when revoked, and with its installation; it is refused while that is suspended', async () => {
    const { as, mint, clock, fake, installation } = setting;
    const [first, second, third] = [await mint(), await mint(), await mint()];
    const status = async (token: string) => (await as(token, 'GET', '/repos/octo/shop')).status;
    expect((await as(first, 'DELETE', '/installation/token')).status).toBe(204);
    expect([await status(first), await status(second)]).toEqual([401, 200]);
    fake.suspend(installation);
    expect(await status(second)).toBe(403);
    fake.unsuspend(installation);
    clock.now += 3_600_000;
    expect(await status(second)).toBe(401);
    clock.now -= 1;
    expect(await status(third)).toBe(200);
    fake.uninstall(installation);
    expect(await status(third)).toBe(401);
  });

  it('loses a repository that is taken from the installation, and gains none that is added', async () => {
    const { as, mint, fake, installation } = setting;
    const shop = fake.state.repositories.get('octo/shop')?.id;
    const narrow = await mint({ repository_ids: [shop] });
    fake.addToInstallation(installation, ['octo/other']);
    expect((await as(narrow, 'GET', '/repos/octo/other')).status).toBe(404);
    fake.removeFromInstallation(installation, ['octo/shop']);
    const answer = await as(narrow, 'POST', '/repos/octo/shop/issues/7/comments', { body: 'x' });
    expect(answer.status).toBe(403);
  });

  it('shares one hour of requests with all tokens of its installation', async () => {
    const { as, mint, fake, repository } = setting;
    const remaining = async (token: string) =>
      (await as(token, 'GET', '/repos/octo/shop')).headers.get('x-ratelimit-remaining');
    const [one, other] = [await mint(), await mint()];
    expect([await remaining(one), await remaining(other)]).toEqual(['4999', '4998']);
    for (let count = 0; count < 24; count += 1)
      fake.addRepository({ name: `acme/r${count}`, directory: repository.directory });
    const app = fake.addApp({ slug: 'second' });
    const big = fake.installApp({ app, account: 'acme' });
    const path = `/app/installations/${big.id}/access_tokens`;
    const made = await as(webToken(app, setting.clock.now), 'POST', path);
    const token = String((made.body as Record<string, unknown>).token);
    const answer = await as(token, 'GET', '/repos/acme/r1');
    expect(answer.headers.get('x-ratelimit-limit')).toBe('5200');
  });

  it("reads an organisation's own settings where it is installed there", async () => {
    const { as, fake, repository, app, clock } = setting;
    fake.addUser({ login: 'acme', type: 'Organization' });
    fake.addRepository({ name: 'acme/.github', directory: repository.directory, private: true });
    const installation = fake.installApp({ app, account: 'acme' });
    const path = `/app/installations/${installation.id}/access_tokens`;
    const made = await as(webToken(app, clock.now), 'POST', path, {
      repositories: ['.github'],
      permissions: { contents: 'read' },
    });
    const token = String((made.body as Record<string, unknown>).token);
    const file = await as(token, 'GET', '/repos/acme/.github/contents/README.md');
    expect([file.status, file.body.name]).toEqual([200, 'README.md']);
    expect(fake.unexpected).toEqual([]);
  });
});
