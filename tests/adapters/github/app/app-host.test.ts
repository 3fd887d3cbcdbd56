import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { makeAppHost } from '../../../../src/adapters/github/app/make-app-host.ts';
import { REVIEW_PERMISSIONS } from '../../../../src/ports.ts';
import { newPrivateKey } from '../../../fakes/github/build-app.ts';
import { pullRequestEvent } from '../../../fakes/github/events.ts';
import { type HostSetting, SIGNAL, setUpHost } from './set-up-host.ts';

let setting: HostSetting;
beforeEach(async () => {
  setting = await setUpHost();
});

const mint = (more: { installationId?: number; repositoryId?: number } = {}) =>
  setting.host.mintToken(
    {
      installationId: setting.installation.id,
      repositoryId: setting.shopId,
      permissions: REVIEW_PERMISSIONS,
      ...more,
    },
    SIGNAL,
  );

describe('R37 a token of an installation', () => {
  it('is asked for one repository and the least permissions, and works there alone', async () => {
    const { fake, installation, shopId, as, clock } = setting;
    fake.addToInstallation(installation, ['octo/other']);
    const { token, expiresAt } = await mint();
    const asked = fake.requests.find((one) => one.method === 'POST');
    expect(asked?.body).toEqual({
      repository_ids: [shopId],
      permissions: { contents: 'read', pull_requests: 'write', statuses: 'write', checks: 'write' },
    });
    expect(expiresAt - clock.now).toBe(3_600_000);
    expect((await as(token, 'GET', '/repos/octo/shop/contents/README.md')).status).toBe(200);
    expect((await as(token, 'GET', '/repos/octo/other')).status).toBe(404);
    expect(fake.unexpected).toEqual([]);
  });

  it('is made anew each time, and ends when it is dropped', async () => {
    const { host, as } = setting;
    const [one, other] = [await mint(), await mint()];
    expect(one.token).not.toBe(other.token);
    await host.revokeToken(one.token, SIGNAL);
    const status = async (token: string) => (await as(token, 'GET', '/repos/octo/shop')).status;
    expect([await status(one.token), await status(other.token)]).toEqual([401, 200]);
    await host.revokeToken(one.token, SIGNAL);
  });

  it('is refused for a repository of another installation, a suspended and a vanished one', async () => {
    const { fake, installation } = setting;
    const other = fake.state.repositories.get('octo/other')?.id ?? 0;
    await expect(mint({ repositoryId: other })).rejects.toMatchObject({
      code: 'forge-forbidden',
      status: 422,
      message: expect.stringContaining(`does not reach repository ${other}`),
    });
    fake.suspend(installation);
    await expect(mint()).rejects.toMatchObject({ code: 'forge-forbidden', message: /is suspended/ });
    fake.uninstall(installation);
    await expect(mint()).rejects.toMatchObject({ code: 'forge-not-found' });
  });

  it('is refused where the owner has not approved a permission', async () => {
    const { fake, app, repository } = setting;
    fake.addRepository({ name: 'acme/site', directory: repository.directory });
    const { id } = fake.installApp({ app, account: 'acme', permissions: { contents: 'read' } });
    const repositoryId = fake.state.repositories.get('acme/site')?.id ?? 0;
    await expect(mint({ installationId: id, repositoryId })).rejects.toMatchObject({ status: 422 });
  });

  it('survives lost answers: another one is made', async () => {
    const route = 'POST /app/installations/{installation_id}/access_tokens';
    setting.fake.script({ route, effect: { kind: 'lose-answer' } });
    setting.fake.script({ route, effect: { kind: 'fail', status: 502 }, after: 1 });
    const { token } = await mint();
    expect((await setting.as(token, 'GET', '/repos/octo/shop')).status).toBe(200);
  });

  it.each([
    ['all repositories', { repositories: undefined }],
    ['another repository', { repositories: [{ id: 1 }] }],
    ['a permission more', { permissions: { contents: 'write' } }],
  ])('is ended and not handed out when GitHub gave %s', async (_, more) => {
    const { fake, app, shopId, hostClock, log } = setting;
    const ended: string[] = [];
    const answer: typeof fetch = async (address, options) => {
      if (options?.method === 'DELETE') {
        ended.push(String(address));
        return new Response(null, { status: 204 });
      }
      const given = { token: 'example', expires_at: '2026-11-21T11:00:00Z', repositories: [{ id: shopId }] };
      return Response.json({ ...given, permissions: { contents: 'read' }, ...more }, { status: 201 });
    };
    const { id, privateKey } = app;
    const host = makeAppHost({
      appId: String(id),
      privateKey,
      apiUrl: fake.url,
      clock: hostClock,
      log,
      fetch: answer,
    });
    const request = { installationId: 1, repositoryId: shopId, permissions: REVIEW_PERMISSIONS };
    await expect(host.mintToken(request, SIGNAL)).rejects.toThrow(/reaches further/);
    expect(ended).toEqual([`${fake.url}/installation/token`]);
  });
});

describe('R38 what a payload says is asked of GitHub', () => {
  it('knows the installation of a repository, and none where there is none', async () => {
    const { host, installation, fake } = setting;
    const found = await host.installationOfRepository('octo', 'shop', SIGNAL);
    expect(found).toMatchObject({ id: installation.id, accountLogin: 'octo', isSuspended: false });
    expect(await host.installationOfRepository('octo', 'other', SIGNAL)).toBeNull();
    expect(await host.installationOfRepository('no', 'body', SIGNAL)).toBeNull();
    fake.suspend(installation);
    expect(await host.installationOf(installation.id, SIGNAL)).toMatchObject({ isSuspended: true });
    fake.uninstall(installation);
    expect(await host.installationOf(installation.id, SIGNAL)).toBeNull();
  });
});

describe('the App as itself', () => {
  it('says who it is, also by its client id and from a key in one line or base64', async () => {
    const { app, fake, host, hostClock, log } = setting;
    const identity = {
      id: app.id,
      slug: 'reviewer',
      name: 'reviewer',
      ownerId: app.owner.id,
      botLogin: 'reviewer[bot]',
    };
    expect(await host.identity(SIGNAL)).toEqual(identity);
    const spellings = [
      app.privateKey.replaceAll('\n', '\\n'),
      app.privateKey.replaceAll('\n', '\r\n'),
      Buffer.from(app.privateKey).toString('base64'),
    ];
    for (const privateKey of spellings) {
      const other = makeAppHost({
        appId: app.clientId,
        privateKey,
        apiUrl: fake.url,
        clock: hostClock,
        log,
      });
      expect(await other.identity(SIGNAL)).toEqual(identity);
    }
  });

  it('lists its installations over all pages', async () => {
    const { fake, app, host } = setting;
    for (let count = 0; count < 120; count += 1) fake.installApp({ app, account: `user-${count}` });
    const seen: number[] = [];
    for await (const { id } of host.listInstallations(SIGNAL)) seen.push(id);
    expect(seen).toEqual(fake.installations.map(({ id }) => id));
  });
});

describe('R40 the private key', () => {
  const key = newPrivateKey();
  const lines = key.split('\n');
  it.each([
    ['nothing', ''],
    ['no PEM', lines.slice(1, -2).join('\n')],
    ['a public key', key.replaceAll('RSA PRIVATE', 'PUBLIC')],
    ['a damaged one', [...lines.slice(0, 3), ...lines.slice(6)].join('\n')],
    ['a cut one in base64', Buffer.from(lines.slice(0, 8).join('\n')).toString('base64')],
    ['one with a pass phrase', key.replaceAll('RSA PRIVATE', 'ENCRYPTED PRIVATE')],
  ])('is refused with a sentence that says what to do and holds none of it: %s', (_, privateKey) => {
    const { fake, hostClock, log, logged } = setting;
    const make = () => makeAppHost({ appId: '1', privateKey, apiUrl: fake.url, clock: hostClock, log });
    let thrown: unknown;
    try {
      make();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'bad-configuration', remedy: expect.stringContaining('.pem') });
    expect(thrown).not.toHaveProperty('cause');
    expect(leaks([thrown, logged], lines.slice(1, -2))).toBe(false);
  });

  it('and what it signs are in no error and no log when GitHub refuses or fails', async () => {
    const { fake, app, hostClock, log, logged } = setting;
    const options = { apiUrl: fake.url, clock: hostClock, log };
    const stranger = makeAppHost({ ...options, appId: String(app.id), privateKey: key });
    const failures: unknown[] = [await stranger.identity(SIGNAL).catch((error: unknown) => error)];
    fake.script({ route: '*', effect: { kind: 'fail', status: 500 }, times: 20 });
    failures.push(await mint().catch((error: unknown) => error));
    failures.push(await stranger.identity(SIGNAL).catch((error: unknown) => error));
    expect(failures).toMatchObject([{ status: 401 }, { status: 500 }, { status: 500 }]);
    const signed = fake.requests.map((one) => one.headers.authorization?.split(' ')[1] ?? 'none');
    expect(signed.length).toBeGreaterThan(5);
    expect(leaks([failures, logged], [...lines.slice(1, -2), ...signed])).toBe(false);
  });

  it('goes with an id that is one', () => {
    const { fake, hostClock, log } = setting;
    const make = () =>
      makeAppHost({ appId: 'my app', privateKey: key, apiUrl: fake.url, clock: hostClock, log });
    expect(make).toThrow(/"my app" is no id of an App/);
  });
});

/** Whether anything reachable from a value holds one of the secrets: fields nobody lists, causes and stacks too. */
function leaks(value: unknown, secrets: readonly string[]): boolean {
  const seen = new Set<unknown>();
  const look = (one: unknown): boolean => {
    if (typeof one === 'string') return secrets.some((secret) => secret !== '' && one.includes(secret));
    if (typeof one !== 'object' || one === null || seen.has(one)) return false;
    seen.add(one);
    return Reflect.ownKeys(one).some((name) => look(Reflect.get(one, name)));
  };
  return look(value);
}

describe('what the App missed', () => {
  it('is listed once for each event, without those that came at last, and sent again', async () => {
    let status = 500;
    const server = createServer((_, response) => response.writeHead(status).end());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { fake, host, pull, clock, installation, shopId } = await setUpHost({}, url);
    const send = () => fake.deliver(pullRequestEvent(fake, pull, 'opened'));
    await send();
    const since = clock.now + 1;
    clock.now += 1000;
    const missed = await send();
    const repaired = await send();
    const attempts = await host.failedDeliveries(since, SIGNAL);
    expect(attempts.map((one) => one.guid)).toEqual([missed.guid, repaired.guid]);
    expect(attempts[0]).toMatchObject({
      event: 'pull_request',
      action: 'opened',
      statusCode: 500,
      installationId: installation.id,
      repositoryId: shopId,
      deliveredAt: clock.now,
    });
    await host.redeliver(attempts[0]?.id ?? '', SIGNAL);
    await fake.idle();
    status = 202;
    await host.redeliver(attempts[1]?.id ?? '', SIGNAL);
    await fake.idle();
    const left = await host.failedDeliveries(since, SIGNAL);
    expect(left.map((one) => one.guid)).toEqual([missed.guid]);
    expect(left[0]?.id).not.toBe(attempts[0]?.id);
    for (let count = 0; count < 120; count += 1) await send();
    expect(await host.failedDeliveries(since, SIGNAL)).toEqual(left);
    expect(fake.unexpected).toEqual([]);
    clock.now += 4 * 24 * 3_600_000;
    const forgotten = host.redeliver(left[0]?.id ?? '', SIGNAL);
    await expect(forgotten).rejects.toMatchObject({ code: 'forge-not-found' });
  });

  it('has numbers that no number of JavaScript can hold', async () => {
    const { app, fake, hostClock, log } = setting;
    const id = '92233720368547758';
    const seen: string[] = [];
    const answer: typeof fetch = async (address, options) => {
      seen.push(String(address));
      if (options?.method === 'POST') return Response.json({}, { status: 202 });
      const item = `{"id":${id},"guid":"g","delivered_at":"2026-11-21T10:00:00Z","redelivery":false,"duration":1,
        "status":"timed out","status_code":0,"event":"ping","action":null,"installation_id":null,"repository_id":null}`;
      return new Response(`[${item}]`, { headers: { 'content-type': 'application/json' } });
    };
    const { privateKey } = app;
    const host = makeAppHost({
      appId: '1',
      privateKey,
      apiUrl: fake.url,
      clock: hostClock,
      log,
      fetch: answer,
    });
    const [failed] = await host.failedDeliveries(0, SIGNAL);
    expect(failed).toMatchObject({ id, statusCode: 0, installationId: null });
    await host.redeliver(id, SIGNAL);
    expect(seen.at(-1)).toBe(`${fake.url}/app/hook/deliveries/${id}/attempts`);
    await expect(host.redeliver('../../user', SIGNAL)).rejects.toMatchObject({ code: 'forge-not-found' });
  });
});
