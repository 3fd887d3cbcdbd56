import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SIGN_IN_PATH, WEBHOOKS_PATH } from '../../src/entry/app/paths.ts';
import { type Delivery, pullRequestEvent } from '../../tests/fakes/github/events.ts';
import { type FakeGitHub, startFakeGitHub } from '../../tests/fakes/github/start-fake-github.ts';
import type { Pull } from '../../tests/fakes/github/state.ts';
import { makeDemoCommits } from './make-demo-commits.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const START_MS = 60_000;

export interface AppDemoOptions {
  /** Where the App listens. Default: any free port. */
  readonly port?: number;
  /** Further variables of the App: `DATABASE_URL`, a model key and address. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Lines of the App's log as they come. */
  readonly onLog?: (line: string) => void;
}

/** The built App at work on a stand-in of GitHub. Nothing leaves this machine. */
export interface AppDemo {
  /** The dashboard. */
  readonly url: string;
  readonly fake: FakeGitHub;
  readonly pulls: readonly Pull[];
  /** GitHub tells the App of something. @throws Error when the App does not take it */
  tell(delivery: Delivery): Promise<void>;
  /** GitHub tells the App that these pull requests were opened. */
  open(pulls: readonly Pull[]): Promise<void>;
  /** Waits until it is so. @throws Error after `ms` */
  until(isSo: () => boolean, ms: number): Promise<void>;
  /** Waits until each of these pull requests has a final status. @throws Error after `ms` */
  settled(pulls: readonly Pull[], ms: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts `dist/app/app.js` as `npm run app` does, registered with a stand-in of GitHub that has two repositories with
 * open pull requests and a person, `ada`, who may see both.
 * @throws Error with the App's log when it does not get ready
 */
export async function startAppDemo(options: AppDemoOptions = {}): Promise<AppDemo> {
  const folder = mkdtempSync(join(tmpdir(), 'multi-agent-review-app-'));
  const fake = await startFakeGitHub();
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const app = fake.addApp({
    slug: 'multi-agent-review',
    hookUrl: url + WEBHOOKS_PATH,
    callbackUrls: [url + SIGN_IN_PATH],
  });
  const pulls = await openPulls(fake, folder);
  fake.installApp({ app, account: 'octo' });
  fake.signInAs('ada');
  let log = '';
  const child = startApp(
    {
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_FOLDER: join(folder, 'data'),
      APP_ID: String(app.id),
      PRIVATE_KEY: app.privateKey,
      WEBHOOK_SECRET: app.webhookSecret ?? '',
      GITHUB_CLIENT_ID: app.clientId,
      GITHUB_CLIENT_SECRET: app.clientSecret,
      GITHUB_API_URL: fake.url,
      GITHUB_GRAPHQL_URL: fake.graphqlUrl,
      GITHUB_SERVER_URL: fake.serverUrl,
      WRITE_SPACING_MS: '0',
      ...options.environment,
    },
    folder,
    (text) => {
      log += text;
      for (const line of text.trimEnd().split('\n')) options.onLog?.(line);
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  };
  if (!(await isReady(`${url}/readyz`, child))) {
    await close();
    throw new Error(`The App did not get ready. Its log:\n${log}`);
  }
  const isFinal = ({ headSha }: Pull) => {
    const newest = fake.statuses.findLast(({ sha }) => sha === headSha);
    return newest !== undefined && newest.state !== 'pending';
  };
  const until = async (isSo: () => boolean, ms: number) => {
    const deadline = Date.now() + ms;
    while (!isSo()) {
      if (Date.now() > deadline) throw new Error(`Not within ${ms} ms. The App's log:\n${log}`);
      await wait(50);
    }
  };
  const tell = async (delivery: Delivery) => {
    const { statusCode, status } = await fake.deliver(delivery);
    if (statusCode !== 202)
      throw new Error(`The App did not take ${delivery.name}: ${status}. Its log:\n${log}`);
  };
  return {
    url,
    fake,
    pulls,
    tell,
    async open(some) {
      for (const pull of some) await tell(pullRequestEvent(fake, pull, 'opened'));
    },
    until,
    settled: (some, ms) => until(() => some.every(isFinal), ms),
    close,
  };
}

/** Two repositories and the pull requests of the demo. */
async function openPulls(fake: FakeGitHub, folder: string): Promise<readonly Pull[]> {
  const roles = { 'octo/shop': 'write', 'octo/billing': 'read' } as const;
  fake.addUser({ login: 'ada', roles });
  for (const login of ['lin', 'sam']) fake.addUser({ login, roles });
  const pulls: Pull[] = [];
  for (const name of ['shop', 'billing']) {
    const directory = join(folder, name);
    const { base, changes } = await makeDemoCommits(ROOT, directory, name);
    fake.addRepository({ name: `octo/${name}`, directory, private: name === 'billing' });
    for (const [index, { head, title, author }] of changes.entries()) {
      const more = { number: 7 + index, title, body: '', author, headRef: `change-${7 + index}` };
      pulls.push(fake.openPullRequest({ repository: `octo/${name}`, base, head, ...more }));
    }
  }
  return pulls;
}

/** With the App's own variables and nothing of this process's environment but the path. */
function startApp(
  variables: Readonly<Record<string, string>>,
  folder: string,
  onText: (text: string) => void,
): ChildProcess {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'app', 'app.js')], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.setEncoding('utf8').on('data', onText);
  child.stderr.setEncoding('utf8').on('data', onText);
  return child;
}

async function isReady(url: string, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(url).catch(() => null);
    // Another program may answer at that port while ours has given up.
    if (answer?.ok === true && child.exitCode === null) return true;
    await wait(100);
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
