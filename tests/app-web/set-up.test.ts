import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppSettings, readAppSettings } from '../../src/entry/app/app-settings.ts';
import type { Credentials } from '../../src/entry/app/credentials.ts';
import { credentialsPath } from '../../src/entry/app/credentials-file.ts';
import { runSetUp } from '../../src/entry/app/set-up/run-set-up.ts';
import { systemClock, systemRandom } from '../../src/entry/system-ports.ts';
import { temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/start-fake-github.ts';
import { recordedLog } from './recorded.ts';
import { type Answer, type Sent, send } from './send.ts';

const ROOT = new URL('../../', import.meta.url);
const PUBLIC = 'https://reviews.example.com';

let fake: FakeGitHub;
let settings: AppSettings;
let stop: AbortController;
let running: Promise<Credentials | null>;
let address: string;
let folder: string;
let lines: string[];

beforeEach(async () => {
  fake = await startFakeGitHub({ checkAnswers: true });
  fake.addUser({ login: 'ada' });
  fake.signInAs('ada');
  folder = join(temporaryFolder(), 'data');
  stop = new AbortController();
  await start({});
});

afterEach(async () => {
  stop.abort();
  await running;
  await fake.close();
  expect(fake.unexpected).toEqual([]);
});

async function start(environment: Readonly<Record<string, string>>): Promise<void> {
  const addresses = { GITHUB_API_URL: fake.url, GITHUB_SERVER_URL: fake.serverUrl };
  settings = readAppSettings([], { DATA_FOLDER: folder, PORT: '0', ...addresses, ...environment });
  const { log, lines: kept } = recordedLog();
  lines = kept;
  const told: string[] = [];
  address = await new Promise<string>((resolve, reject) => {
    running = runSetUp({
      settings,
      manifest: new URL('app.yml', ROOT),
      clock: systemClock,
      random: systemRandom,
      log,
      tell: (line) => {
        told.push(line);
        if (line.includes('http')) resolve(line.trim());
      },
      signal: stop.signal,
    });
    running.catch(reject);
  });
  expect(told).toHaveLength(2);
}

const page = (query: Readonly<Record<string, string>> = {}, sent: Sent = {}) =>
  send(`${address}?${new URLSearchParams(query)}`, sent);
const second = (changes: Readonly<Record<string, string>> = {}) =>
  page({ step: '2', 'public-url': PUBLIC, organisation: '', ...changes });

/** The value of an attribute, as the browser reads it. */
function attribute(answer: Answer, pattern: RegExp): string {
  const [, value = ''] = pattern.exec(answer.text) ?? [];
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const formOf = (answer: Answer) => ({
  action: attribute(answer, /<form method="post" action="([^"]*)"/),
  manifest: attribute(answer, /name="manifest" value="([^"]*)"/),
});

/** Presses the button, and comes back to where GitHub sends the browser. */
async function register(answer: Answer): Promise<string> {
  const { action, manifest } = formOf(answer);
  const sent = await send(action, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ manifest }).toString(),
  });
  expect(sent.status, sent.text).toBe(302);
  return sent.headers.location ?? '';
}

describe('the first start', () => {
  it('registers the App, keeps its credentials and goes on as the App', async () => {
    expect((await page()).text).toContain('Address at which GitHub reaches this service');
    const back = await register(await second());
    const done = await send(back);
    expect(done.text).toContain('The App is registered');
    const credentials = await running;
    const [app] = fake.apps;
    expect(credentials).toMatchObject({ appId: app?.id, webhookSecret: app?.webhookSecret });
    expect(done.text).not.toContain(credentials?.webhookSecret);
    expect(app).toMatchObject({
      hookUrl: `${PUBLIC}/webhooks`,
      callbackUrls: [`${PUBLIC}/sign-in/callback`],
    });
    expect(statSync(credentialsPath(folder)).mode & 0o777).toBe(0o600);
    expect(readAppSettings([], { DATA_FOLDER: folder })).toMatchObject({ credentials, publicUrl: PUBLIC });
    const pem = readFileSync(credentialsPath(folder), 'utf8');
    for (const line of lines) expect(pem).not.toContain(line);
  });

  it('is safe from what other pages of the browser send', async () => {
    const form = formOf(await second());
    const state = new URL(form.action).searchParams.get('state') ?? '';
    expect(state).toMatch(/^[0-9a-f]{32}$/);
    const back = await register(await second());
    const foreign = new URL(back);
    foreign.searchParams.set('state', 'f'.repeat(32));
    expect((await send(foreign.href)).status).toBe(400);
    expect(fake.apps).toHaveLength(0);
    const bad = new URL(back);
    bad.searchParams.set('code', 'x/../y');
    expect((await send(bad.href)).status).toBe(400);
    // That attempt is used up now.
    expect((await send(back)).status).toBe(400);
    expect(fake.apps).toHaveLength(0);
  });

  it('says what GitHub does not take, and can be tried again', async () => {
    const back = new URL(await register(await second()));
    back.searchParams.set('code', 'unknown');
    const refused = await send(back.href);
    expect(refused.status).toBe(502);
    expect(refused.text).toContain('GitHub does not know this');
    expect((await send(await register(await second()))).status).toBe(200);
    expect((await running)?.appId).toBe(fake.apps[0]?.id);
  });

  it('sends an organisation to its own page', async () => {
    const { action } = formOf(await second({ organisation: 'acme-apps' }));
    expect(action).toContain(`${fake.serverUrl}/organizations/acme-apps/settings/apps/new?state=`);
    const bad = await second({ organisation: '"><script>x' });
    expect(bad.status).toBe(400);
    expect(bad.text).not.toContain('<script');
    expect((await second({ 'public-url': 'javascript:alert(1)' })).status).toBe(400);
  });

  it('loads nothing from elsewhere, and lets forms go to GitHub only', async () => {
    const { headers, text } = await second();
    const [, style = ''] = /<style>([^<]*)<\/style>/.exec(text) ?? [];
    const digest = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; form-action 'self' ${fake.serverUrl}; frame-ancestors 'none'; base-uri 'none'`,
    );
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('says of every permission what it is for', async () => {
    const { text } = await second();
    const rows = [
      ...text.matchAll(
        /<tr><th scope="row"><code>(\w+)<\/code><\/th><td>(read|write)<\/td><td>([^<]{8,})<\/td>/g,
      ),
    ];
    const asked = JSON.parse(formOf({ ...(await second()) }).manifest).default_permissions;
    expect(Object.fromEntries(rows.map(([, name, access]) => [name, access]))).toEqual(asked);
  });

  it('answers only who knows the address, on this machine', async () => {
    const origin = new URL(address).origin;
    for (const path of ['/', '/setup', '/setup/', `/setup/${'0'.repeat(48)}`, '/setup/x/done?code=a&state=b'])
      expect((await send(origin + path)).status, path).toBe(404);
    expect((await page({}, { method: 'POST' })).status).toBe(404);
    const elsewhere: readonly Record<string, string>[] = [
      { host: 'rebound.example.com' },
      { 'x-forwarded-for': '203.0.113.9' },
      { forwarded: 'for=203.0.113.9' },
    ];
    for (const headers of elsewhere) expect((await page({}, { headers })).status).toBe(403);
  });

  it('answers others when it was told to', async () => {
    stop.abort();
    await running;
    stop = new AbortController();
    await start({ ALLOW_REMOTE_SETUP: 'true', PUBLIC_URL: PUBLIC });
    const answer = await page(
      { step: '2', 'public-url': PUBLIC },
      { headers: { 'x-forwarded-for': '203.0.113.9' } },
    );
    expect(answer.status).toBe(200);
    expect(JSON.parse(formOf(answer).manifest).redirect_url).toMatch(
      new RegExp(`^${PUBLIC}/setup/[0-9a-f]{48}/done$`),
    );
  });

  it('is given up when the process is asked to stop', async () => {
    stop.abort();
    expect(await running).toBeNull();
  });
});
