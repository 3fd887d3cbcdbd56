import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/start-fake-github.ts';
import { makeKey, makeSecret } from './make-key.ts';
import { runProcess } from './run-process.ts';
import { send } from './send.ts';

vi.setConfig({ testTimeout: 120_000 });

const KEY = makeKey();
const SECRET = makeSecret();

let folder: string;
let environment: Record<string, string>;

beforeEach(() => {
  folder = join(temporaryFolder(), 'data');
  environment = {
    APP_ID: '7',
    PRIVATE_KEY: KEY,
    WEBHOOK_SECRET: SECRET,
    DATA_FOLDER: folder,
    PORT: '0',
    // Nobody listens there.
    GITHUB_API_URL: 'http://127.0.0.1:9',
  };
});

async function fakeGitHub(): Promise<FakeGitHub> {
  const fake = await startFakeGitHub();
  onTestFinished(() => fake.close());
  return fake;
}

describe('the process of the App', () => {
  it.each([
    ['WEBHOOK_SECRET', '', 3, 'WEBHOOK_SECRET is not set'],
    ['WEBHOOK_SECRET', 'q7x-k2m-p', 3, 'WEBHOOK_SECRET has 9 characters'],
    ['WEBHOOK_SECRET', 'development', 3, 'WEBHOOK_SECRET is a text that everybody knows'],
    ['PRIVATE_KEY', KEY.slice(0, 300), 3, 'The private key of the App cannot be read'],
    ['DATABASE_URL', 'postgres://reviews:pass-word-of-a-test@127.0.0.1:9/reviews', 1, '127.0.0.1:9/reviews'],
    ['HOST', '203.0.113.1', 3, 'The App cannot listen on 203.0.113.1, port 0'],
  ])('refuses to start with a bad %s, in one sentence', async (name, value, code, said) => {
    const app = runProcess('app.js', [], { ...environment, [name]: value });
    expect(await app.ended).toBe(code);
    expect(app.output()).toContain(said);
    for (const secret of [...KEY.split('\n').slice(1, -2), SECRET, 'pass-word-of-a-test'])
      expect(app.output()).not.toContain(secret);
    // No stack of ours, no warning: lines for people, or of the log.
    expect(app.output()).not.toMatch(/^\s+at /m);
  });

  it.each(['web', 'worker'])('refuses the role %s on a database that only one can open', async (role) => {
    const app = runProcess('app.js', ['--role', role], environment);
    expect(await app.ended).toBe(3);
    expect(app.output()).toMatch(new RegExp(`^--role ${role} needs a database .* DATABASE_URL is not set`));
  });

  it('refuses a folder that another process has open', async () => {
    const first = runProcess('app.js', [], environment);
    await first.wrote(/The App listens/);
    const second = runProcess('app.js', [], environment);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`The data folder ${folder} is already open`);
  });

  it('starts while GitHub is away, says so, and stops when it is asked to', async () => {
    const app = runProcess('app.js', [], environment);
    const [, url = ''] = await app.wrote(/"url":"([^"]+)","role":"all","database":"embedded"/);
    expect((await send(`${url}/healthz`)).status).toBe(200);
    const ready = await send(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.text)).toMatchObject({ status: 'not ready', database: 'ok', queue: 'ok' });
    expect(JSON.parse(ready.text).github).not.toBe('ok');
    app.child.kill('SIGTERM');
    expect(await app.ended).toBe(0);
    expect(app.output()).toContain('The App has stopped.');
    const lines = app.output().trimEnd().split('\n');
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(String) });
  });

  it('registers itself at its first start, and goes on', async () => {
    const fake = await fakeGitHub();
    fake.addUser({ login: 'ada' });
    fake.signInAs('ada');
    const addresses = {
      GITHUB_API_URL: fake.url,
      GITHUB_SERVER_URL: fake.serverUrl,
      GITHUB_GRAPHQL_URL: fake.graphqlUrl,
    };
    const app = runProcess('app.js', [], { DATA_FOLDER: folder, PORT: '0', ...addresses });
    const [address] = await app.wrote(/http:\/\/127\.0\.0\.1:\d+\/setup\/[0-9a-f]{48}/);
    const page = await send(`${address}?step=2&public-url=https://reviews.example.com&organisation=`);
    const [, action = ''] = /<form method="post" action="([^"]*)"/.exec(page.text) ?? [];
    const [, manifest = ''] = /name="manifest" value="([^"]*)"/.exec(page.text) ?? [];
    const registered = await send(action, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ manifest: manifest.replaceAll('&quot;', '"') }).toString(),
    });
    await send(registered.headers.location ?? '');
    const [, url = ''] = await app.wrote(/"url":"([^"]+)","role":"all"/);
    expect((await send(`${url}/readyz`)).status).toBe(200);
    expect((await send(url + new URL(address).pathname)).status).toBe(404);
    for (const line of fake.apps[0]?.privateKey.split('\n').slice(1, -2) ?? [])
      expect(app.output()).not.toContain(line);
    expect(app.output()).not.toContain(fake.apps[0]?.webhookSecret);
  });
});

describe('the script that sends webhooks', () => {
  const payload = join(import.meta.dirname, '..', 'fakes', 'github', 'webhooks.json');

  /** A server that keeps what it got and answers like the App. */
  async function receiver(status: number) {
    const got: { headers: Record<string, unknown>; body: string }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      request.on('end', () => {
        got.push({ headers: request.headers, body });
        response.writeHead(status).end('Said so.\n');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    onTestFinished(() => void server.close());
    return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks` };
  }

  it('sends a file, signed', async () => {
    const { got, url } = await receiver(202);
    const args = ['--payload', payload, '--url', url, '--event', 'check_run', '--delivery', 'one'];
    const script = runProcess('send-webhook.js', args, { WEBHOOK_SECRET: SECRET, DATA_FOLDER: folder });
    expect(await script.ended, script.output()).toBe(0);
    expect(script.output()).toContain(`check_run one → ${url}: 202 Said so.`);
    expect(got).toMatchObject([{ headers: { 'x-github-event': 'check_run', 'x-github-delivery': 'one' } }]);
    expect(got[0]?.headers['x-hub-signature-256']).toMatch(/^sha256=[0-9a-f]{64}$/);
  });

  it('sends a pull request as it is now', async () => {
    const { got, url } = await receiver(202);
    const { setStage } = await import('../action/run-action.ts');
    const stage = await setStage({ after: { 'src/a.ts': 'export const a = 1;\n' } });
    const app = stage.fake.addApp({ slug: 'reviewer' });
    const { id } = stage.fake.installApp({ app, account: 'octo' });
    const asApp = {
      APP_ID: String(app.id),
      PRIVATE_KEY: app.privateKey,
      WEBHOOK_SECRET: app.webhookSecret ?? '',
    };
    const given = { ...asApp, GITHUB_API_URL: stage.fake.url, DATA_FOLDER: folder };
    const script = runProcess('send-webhook.js', ['--pull', 'octo/shop#7', '--url', url], given);
    expect(await script.ended, script.output()).toBe(0);
    expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({
      action: 'opened',
      number: 7,
      pull_request: { head: { sha: stage.pull.headSha } },
      repository: { full_name: 'octo/shop' },
      installation: { id },
    });
    expect(stage.fake.unexpected).toEqual([]);
    const nowhere = runProcess('send-webhook.js', ['--pull', 'octo/none#7', '--url', url], given);
    expect(await nowhere.ended).toBe(1);
    expect(nowhere.output()).toContain('is not installed in octo/none');
  });

  it.each([
    [401, 1, 'Sign with the secret that the App was started with'],
    [404, 1, 'check --url'],
    [500, 1, 'The log of the App says why'],
  ])('says what to do after %i', async (status, code, said) => {
    const { url } = await receiver(status);
    const script = runProcess('send-webhook.js', ['--payload', payload, '--url', url, '--secret', SECRET], {
      DATA_FOLDER: folder,
    });
    expect(await script.ended).toBe(code);
    expect(script.output()).toContain(said);
  });

  it.each([
    [['--payload', 'none.json'], 'There is no secret to sign with'],
    [['--secret', 'x', '--payload', 'none.json'], '"none.json" cannot be read'],
    [['--secret', 'x', '--payload', import.meta.filename], 'is no JSON'],
    [['--secret', 'x'], 'Give either --payload FILE or --pull'],
    [['--secret', 'x', '--pull', 'octo/shop#7'], 'APP_ID is not set'],
    [['--wrong'], "Unknown option '--wrong'"],
  ])('sends nothing for %j', async (args, said) => {
    const script = runProcess('send-webhook.js', args, { DATA_FOLDER: folder });
    expect(await script.ended).toBe(3);
    expect(script.output()).toContain(said);
  });

  it('says when nobody answers, and how it is used', async () => {
    const args = ['--payload', payload, '--url', 'http://127.0.0.1:9/webhooks', '--secret', SECRET];
    const script = runProcess('send-webhook.js', args, { DATA_FOLDER: folder });
    expect(await script.ended).toBe(1);
    expect(script.output()).toContain('Start the App with npm run app');
    const help = runProcess('send-webhook.js', ['--help'], { DATA_FOLDER: folder });
    expect(await help.ended).toBe(0);
    expect(help.output()).toContain('--pull octo/shop#7');
  });
});
