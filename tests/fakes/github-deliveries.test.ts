import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signedDelivery } from '../../src/entry/send-webhook/sign-delivery.ts';
import {
  checkRunEvent,
  checkSuiteEvent,
  installationEvent,
  installationRepositoriesEvent,
} from './github/app-events.ts';
import { issueCommentEvent, mergeGroupEvent, pullRequestEvent, reviewCommentEvent } from './github/events.ts';
import { type AppSetting, setUpApp, webToken } from './github/set-up-app.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

let setting: AppSetting;
let received: Received[];
/** What the App answers; null for nothing at all. */
let answer: number | null;
let server: Server;

beforeEach(async () => {
  received = [];
  answer = 202;
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    received.push({ headers: request.headers, text: Buffer.concat(parts).toString('utf8') });
    if (answer !== null) response.writeHead(answer).end('seen');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  setting = await setUpApp({ hookTimeoutMs: 200 }, url);
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const opened = () => pullRequestEvent(setting.fake, setting.pull, 'opened');
const token = () => webToken(setting.app, setting.clock.now);
const list = async (path = '/app/hook/deliveries') => {
  const seen = await setting.as(token(), 'GET', path);
  const attempts = JSON.parse(seen.text) as Record<string, unknown>[];
  return { ...seen, attempts };
};

describe('a delivery', () => {
  it('is signed over its bytes, names itself, and carries the installation', async () => {
    const { app, installation, fake, pull } = setting;
    const made = await fake.deliver(opened());
    const [{ headers, text } = { headers: {}, text: '' }] = received;
    const secret = app.webhookSecret ?? '';
    expect(headers['x-hub-signature-256']).toBe(
      `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`,
    );
    expect(headers).toMatchObject({
      'x-github-event': 'pull_request',
      'x-github-delivery': made.guid,
      'x-github-hook-installation-target-type': 'integration',
      'content-type': 'application/json',
    });
    expect(made.guid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(JSON.parse(text)).toMatchObject({
      action: 'opened',
      number: pull.number,
      installation: { id: installation.id },
      repository: { full_name: 'octo/shop' },
    });
  });

  it('is kept with what came of it: an answer, a refusal, nothing in time, nobody there', async () => {
    const { fake } = setting;
    await fake.deliver(opened());
    answer = 500;
    await fake.deliver(opened());
    answer = null;
    await fake.deliver(opened());
    await fake.deliver(opened(), { url: 'http://127.0.0.1:1/hook' });
    expect(fake.deliveries.map((one) => [one.statusCode, one.status])).toEqual([
      [202, 'OK'],
      [500, 'Invalid HTTP Response: 500'],
      [0, 'timed out'],
      [0, 'failed to connect to host'],
    ]);
    expect(received).toHaveLength(3);
  });

  it('is made of every event that an App of ours meets, as GitHub describes them', async () => {
    const { fake, pull, installation, app, as, mint } = setting;
    const body = { name: 'review', head_sha: pull.headSha, conclusion: 'failure' };
    const actions = [{ label: 'Explain', description: 'Why', identifier: 'explain' }];
    await as(await mint(), 'POST', '/repos/octo/shop/check-runs', { ...body, actions });
    const run = fake.checkRuns[0];
    if (run === undefined) throw new Error('no check run');
    const comment = fake.addComment({ pull, login: 'ada', body: '/review' });
    const inline = fake.addReviewComment({ pull, login: 'ada', body: 'why?', path: 'src/a.ts', line: 5 });
    const before = { ref: 'develop', sha: pull.baseSha };
    const reply = fake.addReply({ pull, login: 'ada', body: 'so', to: inline });
    const events = [
      ...(['opened', 'synchronize', 'reopened', 'ready_for_review', 'closed'] as const).map((action) =>
        pullRequestEvent(fake, pull, action),
      ),
      pullRequestEvent(fake, pull, 'edited', { baseBefore: before }),
      issueCommentEvent(fake, pull, comment),
      reviewCommentEvent(fake, pull, reply),
      mergeGroupEvent(fake, pull, pull.headSha),
      checkRunEvent(fake, run, 'rerequested', 'ada'),
      checkRunEvent(fake, run, 'requested_action', 'ada', 'explain'),
      checkSuiteEvent(fake, run.suite, 'ada'),
      installationEvent(fake, installation, 'created'),
      installationEvent(fake, installation, 'suspend'),
      installationEvent(fake, installation, 'unsuspend'),
      installationEvent(fake, installation, 'deleted'),
      installationRepositoriesEvent(fake, installation, 'added', ['octo/other']),
      installationRepositoriesEvent(fake, installation, 'removed', ['octo/shop']),
    ];
    for (const event of events) await fake.deliver(event, { installation });
    const seen = received.map(({ headers, text }) => [
      headers['x-github-event'],
      JSON.parse(text).installation.id,
    ]);
    expect(seen).toEqual(events.map((one) => [one.name, installation.id]));
    expect(() => checkRunEvent(fake, run, 'requested_action', 'ada', 'other')).toThrow(/no button/);
    expect(app.bot.login).toBe('reviewer[bot]');
  });

  it('is not sent where GitHub sends none', async () => {
    const { fake, installation, repository } = setting;
    fake.addApp({ slug: 'quiet', events: [], permissions: {} });
    const quiet = fake.apps[1];
    if (quiet === undefined) throw new Error('no App');
    const deaf = fake.installApp({ app: quiet, account: 'octo' });
    await expect(fake.deliver(opened(), { installation: deaf })).rejects.toThrow(/does not subscribe/);
    fake.addRepository({ name: 'eve/own', directory: repository.directory });
    const { baseSha: base, headSha: head } = setting.pull;
    const elsewhere = fake.openPullRequest({ repository: 'eve/own', base, head });
    await expect(fake.deliver(pullRequestEvent(fake, elsewhere, 'opened'))).rejects.toThrow(/No App/);
    fake.suspend(installation);
    await expect(fake.deliver(opened(), { installation })).rejects.toThrow(/suspended/);
  });

  it('can be made without the stand-in', () => {
    const { headers, body } = signedDelivery({
      secret: 'example',
      event: 'ping',
      payload: { zen: 'ä' },
      deliveryId: 'one',
    });
    expect(body).toBe('{"zen":"ä"}');
    const expected = createHmac('sha256', 'example').update(body).digest('hex');
    expect([headers['x-hub-signature-256'], headers['x-github-delivery']]).toEqual([
      `sha256=${expected}`,
      'one',
    ]);
  });
});

describe('the deliveries of an App', () => {
  it('are listed newest first, page by page, and looked at one by one', async () => {
    const { fake, as } = setting;
    answer = 503;
    await fake.deliver(opened());
    answer = 200;
    for (let count = 0; count < 4; count += 1) await fake.deliver(opened());
    const seen: unknown[] = [];
    let path = '/app/hook/deliveries?per_page=2';
    for (let pages = 0; pages < 3; pages += 1) {
      const { attempts, headers } = await list(path);
      seen.push(...attempts.map((one) => one.status_code));
      const [, next] = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '') ?? [];
      expect(next === undefined).toBe(pages === 2);
      path = next === undefined ? path : `${new URL(next).pathname}${new URL(next).search}`;
    }
    expect(seen).toEqual([200, 200, 200, 200, 503]);
    const { attempts } = await list('/app/hook/deliveries?status=failure');
    expect(attempts).toMatchObject([{ status_code: 503, event: 'pull_request', action: 'opened' }]);
    const one = await as(token(), 'GET', `/app/hook/deliveries/${attempts[0]?.id}`);
    expect(one.body).toMatchObject({
      request: { payload: { action: 'opened' } },
      response: { payload: 'seen' },
    });
    expect(fake.unexpected).toEqual([]);
  });

  it('are sent again with their own GUID, and forgotten after three days', async () => {
    const { fake, as, clock } = setting;
    answer = 500;
    const first = await fake.deliver(opened());
    answer = 202;
    const path = `/app/hook/deliveries/${first.id}/attempts`;
    expect((await as(token(), 'POST', path)).status).toBe(202);
    await fake.idle();
    expect((await list()).attempts.map((one) => [one.guid, one.redelivery, one.status_code])).toEqual([
      [first.guid, true, 202],
      [first.guid, false, 500],
    ]);
    expect(new Set(received.map(({ headers }) => headers['x-github-delivery'])).size).toBe(1);
    clock.now += 3 * 24 * 3_600_000 + 1;
    expect((await list()).attempts).toEqual([]);
    expect((await as(token(), 'POST', path)).status).toBe(404);
  });

  it('are told to no other App', async () => {
    const { fake, as, clock } = setting;
    await fake.deliver(opened());
    const other = fake.addApp({ slug: 'other' });
    expect((await as(webToken(other, clock.now), 'GET', '/app/hook/deliveries')).text).toBe('[]');
    expect((await setting.ask('GET', '/app/hook/deliveries')).status).toBe(401);
  });
});
