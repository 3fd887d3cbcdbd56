import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type Stage, setStage } from '../action/run-action.ts';
import { temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { type RunningProcess, runProcess } from '../app-web/run-process.ts';
import type { App } from '../fakes/github/app-state.ts';
import { installApp, nodes } from './built-app.ts';
import { signIn } from './sign-in.ts';

vi.setConfig({ testTimeout: 180_000 });

const INJECTION =
  'app.get("/users", async (req, res) => {\n  res.json(await db.query("SELECT * FROM users WHERE name = \'" + req.query.name + "\'"));\n});\n';

type Variables = Readonly<Record<string, string>>;

/** A pull request with a critical finding, the App registered for it, and what the App is told of itself. */
interface Scene {
  readonly stage: Stage;
  readonly app: App;
  readonly environment: Variables;
}

async function setScene(): Promise<Scene> {
  const pull = { title: 'List users by name' };
  const stage = await setStage({ after: { 'src/users.js': INJECTION }, pull });
  const app = stage.fake.addApp({ slug: 'reviewer' });
  stage.fake.installApp({ app, account: 'octo' });
  const environment = {
    PORT: '0',
    DATA_FOLDER: join(temporaryFolder(), 'data'),
    APP_ID: `${app.id}`,
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: app.webhookSecret ?? '',
    GITHUB_CLIENT_ID: app.clientId,
    GITHUB_CLIENT_SECRET: app.clientSecret,
    GITHUB_API_URL: stage.fake.url,
    GITHUB_GRAPHQL_URL: stage.fake.graphqlUrl,
    GITHUB_SERVER_URL: stage.fake.serverUrl,
    WRITE_SPACING_MS: '0',
  };
  return { stage, app, environment };
}

async function settled({ stage }: Scene, started: RunningProcess): Promise<void> {
  const isOver = () =>
    stage.fake.checkRuns.some(({ status }) => status === 'completed') &&
    /success|failure|error/.test(stage.fake.statuses.at(-1)?.state ?? '');
  const until = Date.now() + 90_000;
  while (!isOver()) {
    if (Date.now() > until)
      throw new Error(`No review:\n${stage.statuses().join('\n')}\n${started.output()}`);
    await pause();
  }
}

const pause = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 50);
  });

/** Nothing of a key or a secret stands in the output. */
function expectNoSecret(
  said: string,
  { PRIVATE_KEY = '', WEBHOOK_SECRET = '', GITHUB_CLIENT_SECRET = '' }: Variables,
) {
  const lines = PRIVATE_KEY.split('\n').filter((line) => line.length > 20 && !line.startsWith('-'));
  for (const secret of [...lines, WEBHOOK_SECRET, GITHUB_CLIENT_SECRET].filter((one) => one.length > 12))
    expect(said).not.toContain(secret);
}

describe('the built App, with nothing but its packages', () => {
  it.each(nodes())('reviews what the shipped script says, shows it, and stops: %s', async (_, node) => {
    const scene = await setScene();
    const { stage, app, environment } = scene;
    const folder = installApp();
    const started = runProcess('app.js', [], environment, { node, folder });
    const [, url = ''] = await started.wrote(/"message":"The App listens\."[^\n]*"url":"([^"]+)"/);
    app.callbackUrls = [`${url}/sign-in/callback`];
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const args = ['--pull', 'octo/shop#7', '--url', `${url}/webhooks`];
    const sent = runProcess('send-webhook.js', args, environment, { node, folder });
    expect([await sent.ended, sent.output()]).toEqual([0, expect.stringContaining(': 202')]);
    await settled(scene, started);
    const { fake, pull } = stage;
    expect(fake.comments.filter(({ user }) => user.id === app.bot.id)).toHaveLength(1);
    expect(fake.statuses.map(({ state, sha }) => [state, sha])).toEqual([
      ['pending', pull.headSha],
      ['failure', pull.headSha],
    ]);
    expect(fake.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
    await expectPage(scene, url);
    started.child.kill('SIGTERM');
    expect([await started.ended, started.output()]).toEqual([
      0,
      expect.stringContaining('The App has stopped.'),
    ]);
    expectNoSecret(started.output() + sent.output(), environment);
    expect(fake.unexpected).toEqual([]);
  });
});

/** The page that the check run links to: for somebody who signed in, and for nobody else. */
async function expectPage({ stage }: Scene, url: string): Promise<void> {
  const address = stage.fake.checkRuns[0]?.detailsUrl ?? '';
  expect(address).toMatch(`${url}/reviews/`);
  const stranger = await fetch(address, { redirect: 'manual' });
  expect([stranger.status, stranger.headers.get('location')]).toEqual([
    303,
    expect.stringMatching(/^\/sign-in\?back=%2Freviews%2F/),
  ]);
  stage.fake.signInAs('maintainer');
  const { page } = await signIn(url, new URL(address).pathname);
  const text = await page.text();
  expect([page.status, page.url]).toEqual([200, address]);
  for (const part of ['List users by name', 'octo/shop', 'src/users.js', 'critical'])
    expect(text).toContain(part);
}
