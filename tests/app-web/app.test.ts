import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import { signedDelivery } from '../../src/entry/send-webhook/sign-delivery.ts';
import { silentLog, systemClock } from '../../src/entry/system-ports.ts';
import { temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { issueCommentEvent, pullRequestEvent } from '../fakes/github/events.ts';
import { makeKey } from './make-key.ts';
import { type AppScene, startScene } from './running-app.ts';
import { type Answer, send } from './send.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What GitHub would send for this event. */
function delivery(
  { app, installation }: AppScene,
  { name, payload }: ReturnType<typeof pullRequestEvent>,
  id: string,
) {
  const whole = { installation: { id: installation.id }, ...payload };
  const secret = app.webhookSecret ?? '';
  return { method: 'POST', ...signedDelivery({ secret, event: name, payload: whole, deliveryId: id }) };
}

/** Waits until the review is through, and GitHub is asked nothing more about it: the end of its token comes last. */
async function settled({ stage: { fake } }: AppScene): Promise<void> {
  await vi.waitFor(
    () => {
      expect(fake.statuses.at(-1)?.state).toMatch(/success|failure|error/);
      expect(fake.requests.at(-1)?.route).toBe('DELETE /installation/token');
    },
    { timeout: 60_000, interval: 50 },
  );
}

const comments = ({ stage, app }: AppScene) =>
  stage.fake.comments.filter((one) => one.user.id === app.bot.id);
const metric = async (scene: AppScene, line: RegExp) =>
  (await send(`${scene.running.url}/metrics`)).text.split('\n').filter((one) => line.test(one));

describe('the App', () => {
  it('takes webhooks, reviews once, shows itself, forgets, stops and starts again', async () => {
    const folder = join(temporaryFolder(), 'data');
    const scene = await startScene({ environment: { DATA_FOLDER: folder } });
    await expectSystemRoutes(scene);
    await expectOneReview(scene);
    await expectSilence(scene);
    await expectForgotten(scene);
    await scene.running.stop();
    await expect(send(`${scene.running.url}/healthz`)).rejects.toThrow();
    expect(scene.lines.filter((line) => line.includes('could not be closed'))).toEqual([]);
    const again = await startScene({ environment: { DATA_FOLDER: folder } });
    expect((await send(`${again.running.url}/readyz`)).status).toBe(200);
  });

  it('shows its metrics to whoever has the token, when there is one', async () => {
    const METRICS_TOKEN = 'only-for-prometheus';
    const { running } = await startScene({ environment: { METRICS_TOKEN } });
    const answerTo = async (headers: Record<string, string>) =>
      (await send(`${running.url}/metrics`, { headers })).status;
    expect(await answerTo({})).toBe(401);
    expect(await answerTo({ authorization: 'Bearer only-for-prometheuS' })).toBe(401);
    expect(await answerTo({ authorization: METRICS_TOKEN })).toBe(401);
    expect(await answerTo({ authorization: `Bearer ${METRICS_TOKEN}` })).toBe(200);
  });

  it('does not start with a key that is not its own, and leaves nothing open', async () => {
    const folder = join(temporaryFolder(), 'data');
    const environment = { DATA_FOLDER: folder, PRIVATE_KEY: makeKey() };
    await expect(startScene({ environment })).rejects.toThrow(
      /GitHub does not accept the private key for the App/,
    );
    // The folder is free again.
    const database = await openDatabase({ folder }, { clock: systemClock, log: silentLog });
    await database.close();
  });
});

/** R34: one delivery, however often it comes, and under another id. */
async function expectOneReview(scene: AppScene): Promise<void> {
  const { stage, hookUrl } = scene;
  const opened = pullRequestEvent(stage.fake, stage.pull, 'opened');
  const id = randomUUID();
  const copies = Array.from({ length: 100 }, () => send(hookUrl, delivery(scene, opened, id)));
  const other = send(hookUrl, delivery(scene, opened, randomUUID()));
  const answers: readonly Answer[] = await Promise.all([...copies, other]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  await settled(scene);
  expect(comments(scene)).toHaveLength(1);
  expect(stage.fake.statuses.map(({ state }) => state)).toEqual(['pending', 'success']);
  expect(stage.fake.unexpected).toEqual([]);
  expect(await metric(scene, /^webhook_duration_seconds_count\{.*"pull_request".*accepted/)).toEqual([
    expect.stringMatching(/"} 1$/),
  ]);
  expect(await metric(scene, /^webhook_duration_seconds_count\{.*"pull_request".*duplicate/)).toEqual([
    expect.stringMatching(/"} 100$/),
  ]);
}

async function expectSystemRoutes({ running, hookUrl }: AppScene): Promise<void> {
  const alive = await send(`${running.url}/healthz`);
  expect([alive.status, alive.text]).toEqual([200, '{"status":"ok"}\n']);
  expect(alive.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  const ready = await send(`${running.url}/readyz`);
  expect(JSON.parse(ready.text)).toEqual({
    status: 'ok',
    service: 'ok',
    database: 'ok',
    queue: 'ok',
    github: 'ok',
  });
  for (const path of ['/probot', '/.env', '/app.yml', '/metrics/x', '/%00', '/%ff'])
    expect((await send(running.url + path)).status, path).toBe(404);
  expect((await send(`${running.url}//evil.example/`)).status).toBe(400);
  expect((await send(`${running.url}/metrics`, { method: 'POST' })).status).toBe(405);
  expect((await send(hookUrl)).status).toBe(405);
  expect((await send(`${running.url}/`)).headers.location).toBe('/sign-in');
}

/** A comment that is no command leaves nothing. */
async function expectSilence(scene: AppScene): Promise<void> {
  const { fake, pull } = scene.stage;
  const chat = fake.addComment({ pull, login: 'maintainer', body: 'Nice work' });
  const before = fake.requests.length;
  const said = await send(scene.hookUrl, delivery(scene, issueCommentEvent(fake, pull, chat), randomUUID()));
  expect(said.status).toBe(202);
  expect(await metric(scene, /^webhook_duration_seconds_count\{.*issue_comment.*ignored/)).toHaveLength(1);
  expect(fake.requests.slice(before)).toEqual([]);
}

async function expectForgotten(scene: AppScene): Promise<void> {
  const { installation, hookUrl } = scene;
  const { id, login } = installation.account;
  const payload = {
    action: 'deleted',
    installation: { id: installation.id, account: { id, login, type: 'Organization' } },
  };
  const gone = { name: 'installation', payload };
  expect((await send(hookUrl, delivery(scene, gone, randomUUID()))).status).toBe(202);
}
