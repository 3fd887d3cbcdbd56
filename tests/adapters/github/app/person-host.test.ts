import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { makePersonHost } from '../../../../src/adapters/github/app/make-person-host.ts';
import type { PersonHost } from '../../../../src/ports.ts';
import { type HostSetting, SIGNAL, setUpHost } from './set-up-host.ts';

const redirectUri = 'https://review.example/signed-in';
const codeVerifier = 'v'.repeat(64);
const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
let setting: HostSetting;
let people: PersonHost;

const host = (more: { readonly clientSecret?: string; readonly fetch?: typeof fetch } = {}) => {
  const { app, fake, hostClock, log } = setting;
  const { clientId, clientSecret } = app;
  const options = { clientId, clientSecret, serverUrl: `${fake.serverUrl}/`, apiUrl: fake.url };
  return makePersonHost({ ...options, clock: hostClock, log, ...more });
};

beforeEach(async () => {
  setting = await setUpHost();
  setting.fake.addUser({ login: 'grace', roles: { 'octo/shop': 'write' } });
  setting.fake.addUser({ login: 'lin', roles: { 'octo/shop': 'read', 'octo/other': 'read' } });
  people = host();
});

/** What the browser brings back. */
async function codeFor(login: string): Promise<string> {
  setting.fake.signInAs(login);
  const url = people.authorizeUrl({ state: 'one', codeChallenge, redirectUri });
  const answer = await fetch(url, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? 'about:blank').searchParams;
  expect(back.get('state')).toBe('one');
  return back.get('code') ?? '';
}

async function signIn(login: string): Promise<string> {
  const code = await codeFor(login);
  return (await people.exchange({ code, codeVerifier, redirectUri }, SIGNAL)).accessToken;
}

const idOf = (name: string) => setting.fake.state.repositories.get(name)?.id ?? 0;

describe('sign-in', () => {
  it('exchanges a code for the token of a person, once, and refreshes it', async () => {
    const { clock, fake } = setting;
    const code = await codeFor('grace');
    const tokens = await people.exchange({ code, codeVerifier, redirectUri }, SIGNAL);
    expect(tokens.expiresAt?.getTime()).toBe(clock.now + 8 * 3_600_000);
    expect(await people.user(tokens.accessToken, SIGNAL)).toMatchObject({ login: 'grace' });
    const again = people.exchange({ code, codeVerifier, redirectUri }, SIGNAL);
    await expect(again).rejects.toMatchObject({ code: 'forge-forbidden', message: /bad_verification_code/ });
    const next = await people.refresh(tokens.refreshToken ?? '', SIGNAL);
    await expect(people.user(tokens.accessToken, SIGNAL)).rejects.toMatchObject({ status: 401 });
    expect(await people.user(next.accessToken, SIGNAL)).toMatchObject({ login: 'grace' });
    expect(fake.unexpected).toEqual([]);
  });

  it('is refused with the verifier of another', async () => {
    const code = await codeFor('grace');
    const stolen = people.exchange({ code, codeVerifier: 'w'.repeat(64), redirectUri }, SIGNAL);
    await expect(stolen).rejects.toMatchObject({ code: 'forge-forbidden' });
  });

  it('R40 holds the client secret, the code and the tokens out of errors and logs', async () => {
    const { app, fake, logged } = setting;
    const code = await codeFor('grace');
    const answer = { code, codeVerifier, redirectUri };
    const failures: unknown[] = [];
    const keep = (error: unknown) => failures.push(error);
    const secret = `wrong-${app.clientSecret}`;
    await host({ clientSecret: secret }).exchange(answer, SIGNAL).catch(keep);
    const page = 'POST /login/oauth/access_token';
    fake.script({ route: page, effect: { kind: 'drop' } });
    await people.exchange(answer, SIGNAL).catch(keep);
    fake.script({ route: page, effect: { kind: 'fail', status: 503 } });
    await people.exchange(answer, SIGNAL).catch(keep);
    const html = async () => new Response('<html>', { status: 200 });
    await host({ fetch: html }).exchange(answer, SIGNAL).catch(keep);
    expect(failures).toMatchObject([
      { code: 'forge-forbidden', remedy: expect.stringContaining('client secret') },
      { code: 'forge-unavailable', status: null },
      { code: 'forge-unavailable', status: 503 },
      { code: 'forge-unavailable', status: null },
    ]);
    const text = JSON.stringify([failures.map((one) => [String(one), one, (one as Error).cause]), logged]);
    for (const hidden of [app.clientSecret, code, codeVerifier]) expect(text).not.toContain(hidden);
  });
});

describe('R38 what a person may see is what GitHub says', () => {
  it('lists the installations and repositories with a role in them, over all pages', async () => {
    const { fake, installation, repository } = setting;
    const many = Array.from({ length: 130 }, (_, index) => `octo/r${index}`);
    for (const name of many) fake.addRepository({ name, directory: repository.directory });
    fake.addToInstallation(installation, [...many, 'octo/other']);
    const roles = Object.fromEntries(many.map((name) => [name, 'triage' as const]));
    fake
      .addUser({ login: 'alan', roles: { ...roles, 'octo/shop': 'maintain' } })
      .roles.set('octo/r0', 'none');
    const alan = await signIn('alan');
    expect(await people.installations(alan, SIGNAL)).toMatchObject([
      { id: installation.id, accountLogin: 'octo' },
    ]);
    const seen = await people.repositories(alan, SIGNAL);
    expect(seen).toHaveLength(130);
    expect(seen.filter((one) => one.mayWrite)).toEqual([
      { installationId: installation.id, repositoryId: idOf('octo/shop'), mayWrite: true },
    ]);
    expect(seen.some((one) => one.repositoryId === idOf('octo/other'))).toBe(false);
    expect(fake.unexpected).toEqual([]);
  });

  it('shows nothing to those who have no role, and none of what is suspended', async () => {
    const { fake, installation } = setting;
    fake.addUser({ login: 'mallory' });
    const mallory = await signIn('mallory');
    expect(await people.repositories(mallory, SIGNAL)).toEqual([]);
    expect(await people.repositoriesOf(mallory, installation.id, SIGNAL)).toEqual([]);
    const grace = await signIn('grace');
    fake.suspend(installation);
    expect(await people.repositories(grace, SIGNAL)).toEqual([]);
  });

  it('asks for one repository by its number, and again each time', async () => {
    const { fake, installation } = setting;
    fake.addToInstallation(installation, ['octo/other']);
    const [grace, lin] = [await signIn('grace'), await signIn('lin')];
    const other = idOf('octo/other');
    expect(await people.canSee(grace, other, SIGNAL)).toBeNull();
    expect(await people.canSee(lin, other, SIGNAL)).toEqual({
      id: other,
      fullName: 'octo/other',
      isPrivate: true,
      mayWrite: false,
    });
    expect(await people.canSee(grace, idOf('octo/shop'), SIGNAL)).toMatchObject({ mayWrite: true });
    fake.userNamed('lin').roles.delete('octo/other');
    expect(await people.canSee(lin, other, SIGNAL)).toBeNull();
    expect(await people.canSee(lin, 1, SIGNAL)).toBeNull();
  });

  it('is not answered when GitHub cannot be asked', async () => {
    const grace = await signIn('grace');
    setting.fake.script({ route: '*', effect: { kind: 'fail', status: 502 }, times: 40 });
    await expect(people.canSee(grace, idOf('octo/shop'), SIGNAL)).rejects.toMatchObject({ status: 502 });
    await expect(people.repositories(grace, SIGNAL)).rejects.toMatchObject({ status: 502 });
  });
});
