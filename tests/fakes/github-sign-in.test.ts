import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type AppSetting, setUpApp, webToken } from './github/set-up-app.ts';

const CALLBACK = 'https://review.example/signed-in';
const VERIFIER = 'v'.repeat(64);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
let setting: AppSetting;

beforeEach(async () => {
  setting = await setUpApp();
  setting.fake.addUser({ login: 'grace', roles: { 'octo/shop': 'write' } });
});

type Fields = Readonly<Record<string, string>>;

/** Opens the page; nothing is followed. */
const open = (more: Fields = {}) => {
  const { app, fake } = setting;
  const query = new URLSearchParams({ client_id: app.clientId, redirect_uri: CALLBACK, state: 's', ...more });
  return fetch(`${fake.serverUrl}/login/oauth/authorize?${query}`, { redirect: 'manual' });
};
const post = (path: string, fields: Fields) =>
  fetch(`${setting.fake.serverUrl}${path}`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
const locationOf = (answer: Response) => new URL(answer.headers.get('location') ?? 'about:blank');
/** A code for a person who is signed in at GitHub already. */
const codeFor = async (login: string, more: Fields = {}) => {
  setting.fake.signInAs(login);
  return locationOf(await open(more)).searchParams.get('code') ?? '';
};
const exchange = async (fields: Fields) => {
  const { clientId, clientSecret } = setting.app;
  const sent = { client_id: clientId, client_secret: clientSecret, ...fields };
  const answer = await post('/login/oauth/access_token', sent);
  return { status: answer.status, body: (await answer.json()) as Fields };
};
const signIn = async (login: string) =>
  (await exchange({ code: await codeFor(login) })).body.access_token ?? '';

describe('the sign-in of an App', () => {
  it('shows a page to choose from, and comes back with a code and the state', async () => {
    const page = await (await open({ code_challenge: CHALLENGE, code_challenge_method: 'S256' })).text();
    expect(page).toContain('<button name="login" value="grace">');
    const hidden = Object.fromEntries(
      [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    const said = locationOf(await post('/login/oauth/authorize', { ...hidden, login: 'grace' }));
    expect([said.origin + said.pathname, said.searchParams.get('state')]).toEqual([CALLBACK, 's']);
    const code = said.searchParams.get('code') ?? '';
    const { body } = await exchange({ code, code_verifier: VERIFIER });
    const self = await setting.as(body.access_token ?? '', 'GET', '/user');
    expect(self.body.login).toBe('grace');
    const refused = locationOf(await post('/login/oauth/authorize', { ...hidden, cancel: 'Cancel' }));
    expect(refused.searchParams.get('error')).toBe('access_denied');
  });

  it.each([
    ['a callback that is not registered', { redirect_uri: 'https://evil.example/' }, 400],
    ['another below a registered one', { redirect_uri: `${CALLBACK}/more` }, 400],
    ['a client nobody knows', { client_id: 'Iv1.nobody' }, 404],
    ['a challenge in the clear', { code_challenge: CHALLENGE, code_challenge_method: 'plain' }, 400],
  ])('sends nobody back to %s', async (_, more, status) => {
    setting.fake.signInAs('grace');
    const answer = await open(more);
    expect([answer.status, answer.headers.get('location')]).toEqual([status, null]);
  });

  it('gives a token once for a code, in time, with the right secret and verifier', async () => {
    const { clock } = setting;
    const bad = { status: 200, body: expect.objectContaining({ error: 'bad_verification_code' }) };
    const code = await codeFor('grace');
    const first = await exchange({ code });
    expect(first.body).toMatchObject({ token_type: 'bearer', expires_in: 28_800 });
    expect(await exchange({ code })).toEqual(bad);
    const late = await codeFor('grace');
    clock.now += 600_000;
    expect(await exchange({ code: late })).toEqual(bad);
    const proof = { code_challenge: CHALLENGE, code_challenge_method: 'S256' };
    expect(await exchange({ code: await codeFor('grace', proof) })).toEqual(bad);
    expect(await exchange({ code: await codeFor('grace', proof), code_verifier: 'w'.repeat(64) })).toEqual(
      bad,
    );
    const wrong = await exchange({ code: await codeFor('grace'), client_secret: 'guess' });
    expect(wrong).toMatchObject({ status: 200, body: { error: 'incorrect_client_credentials' } });
    const moved = await exchange({ code: await codeFor('grace'), redirect_uri: 'https://evil.example/' });
    expect(moved.body.error).toBe('redirect_uri_mismatch');
  });

  it('lasts eight hours, and is refreshed once with each refresh token', async () => {
    const { clock, as } = setting;
    const first = (await exchange({ code: await codeFor('grace') })).body;
    const refresh = (value = '') => exchange({ grant_type: 'refresh_token', refresh_token: value });
    const status = async (token = '') => (await as(token, 'GET', '/user')).status;
    const second = (await refresh(first.refresh_token)).body;
    expect([await status(first.access_token), await status(second.access_token)]).toEqual([401, 200]);
    expect((await refresh(first.refresh_token)).body.error).toBe('bad_refresh_token');
    clock.now += 8 * 3_600_000;
    expect(await status(second.access_token)).toBe(401);
    expect((await refresh(second.refresh_token)).body.token_type).toBe('bearer');
  });
});

describe('a person who signed in', () => {
  it('sees the installations and repositories that they have a role in, with the role', async () => {
    const { as, fake, installation } = setting;
    const grace = await signIn('grace');
    const all = await as(grace, 'GET', '/user/installations');
    expect(all.body).toMatchObject({ total_count: 1, installations: [{ id: installation.id }] });
    const path = `/user/installations/${installation.id}/repositories`;
    expect((await as(grace, 'GET', path)).body).toMatchObject({
      total_count: 1,
      repositories: [{ full_name: 'octo/shop', permissions: { admin: false, push: true, pull: true } }],
    });
    fake.addUser({ login: 'mallory' });
    const mallory = await signIn('mallory');
    expect((await as(mallory, 'GET', '/user/installations')).body.total_count).toBe(0);
    expect((await as(mallory, 'GET', path)).status).toBe(404);
    expect((await setting.ask('GET', '/user/installations')).status).toBe(403);
    expect(fake.unexpected).toEqual([]);
  });

  it('sees a private repository only with a role there, and only where the App is installed', async () => {
    const { as, fake, installation } = setting;
    fake.addUser({ login: 'lin', roles: { 'octo/other': 'read' } });
    const lin = await signIn('lin');
    const grace = await signIn('grace');
    const other = `/repositories/${fake.state.repositories.get('octo/other')?.id}`;
    expect((await as(lin, 'GET', other)).status).toBe(404);
    fake.addToInstallation(installation, ['octo/other']);
    expect((await as(lin, 'GET', other)).body).toMatchObject({
      full_name: 'octo/other',
      permissions: { pull: true, push: false },
    });
    for (const path of [other, '/repos/octo/other']) expect((await as(grace, 'GET', path)).status).toBe(404);
    fake.uninstall(installation);
    expect((await as(lin, 'GET', other)).status).toBe(404);
    expect((await as(lin, 'POST', '/repos/octo/shop/issues/7/comments', { body: 'x' })).status).toBe(403);
    expect(fake.unexpected).toEqual([]);
  });
});

describe('a manifest', () => {
  const manifest = {
    name: 'My Reviewer',
    url: 'https://review.example',
    redirect_url: 'https://review.example/registered',
    hook_attributes: { url: 'https://review.example/hook' },
    callback_urls: [CALLBACK],
    public: false,
    default_permissions: { contents: 'read', checks: 'write' },
    default_events: ['check_run'],
  };
  const send = (value: unknown) =>
    post('/settings/apps/new', { manifest: JSON.stringify(value), state: 'one' });

  it('becomes an App that works, once its code is exchanged', async () => {
    const { fake, clock, as } = setting;
    fake.signInAs('grace');
    const back = locationOf(await send(manifest));
    expect(back.searchParams.get('state')).toBe('one');
    const path = `/app-manifests/${back.searchParams.get('code')}/conversions`;
    const made = await setting.ask('POST', path);
    expect([made.status, made.body]).toMatchObject([201, { slug: 'my-reviewer', owner: { login: 'grace' } }]);
    const [, app] = fake.apps;
    if (app === undefined) throw new Error('no App');
    expect(made.body).toMatchObject({ pem: app.privateKey, webhook_secret: app.webhookSecret });
    expect((await as(webToken(app, clock.now), 'GET', '/app')).body.events).toEqual(['check_run']);
    expect((await setting.ask('POST', path)).status).toBe(404);
    expect(fake.unexpected).toEqual([]);
  });

  it('becomes an App of an organisation at its address', async () => {
    const { fake } = setting;
    fake.addUser({ login: 'acme', type: 'Organization' });
    fake.signInAs('grace');
    const fields = { manifest: JSON.stringify(manifest) };
    const back = locationOf(await post('/organizations/acme/settings/apps/new?state=two', fields));
    expect(back.searchParams.get('state')).toBe('two');
    await setting.ask('POST', `/app-manifests/${back.searchParams.get('code')}/conversions`);
    expect(fake.apps[1]?.owner.login).toBe('acme');
    expect((await post('/organizations/grace/settings/apps/new', fields)).status).toBe(404);
  });

  it('is refused with fields that GitHub does not know, and without what it needs', async () => {
    setting.fake.signInAs('grace');
    const refused = [
      { ...manifest, webhook: 'x' },
      { ...manifest, name: '' },
      { ...manifest, name: 'n'.repeat(35) },
      { ...manifest, default_events: ['issue_comment'] },
      { ...manifest, default_events: ['installation'] },
      [],
    ];
    for (const value of refused) expect((await send(value)).status).toBe(422);
  });
});
