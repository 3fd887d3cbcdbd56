import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Report } from '../../src/model.ts';
import { TemporaryRepository, temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { DIST } from '../cli/run-cli.ts';
import type { Delivery } from '../fakes/github/events.ts';
import { pullRequestEvent } from '../fakes/github/events.ts';
import {
  type FakeGitHub,
  type FakeGitHubOptions,
  startFakeGitHub,
} from '../fakes/github/start-fake-github.ts';
import type { Pull } from '../fakes/github/state.ts';

/** A pull request on the stand-in, and the Action to run on it. */
export interface Stage {
  readonly fake: FakeGitHub;
  readonly repository: TemporaryRepository;
  readonly pull: Pull;
  /** Runs the built Action as the runner does. */
  run(options?: RunOptions): Promise<ActionRun>;
  /** Bodies of our own sticky comments. */
  ownComments(): readonly string[];
  /** State and description of the statuses of a commit, oldest first. */
  statuses(sha?: string): readonly string[];
}

export interface RunOptions {
  readonly event?: Delivery;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** `action.js`, or the post step with the state of an earlier run. */
  readonly script?: 'action.js' | 'action-post.js';
  /** End the process by this signal as soon as the status is pending. */
  readonly killWhenPending?: boolean;
  /** Send the process this signal (SIGKILL) with its first request of this route; the request is carried out. */
  readonly killAt?: string;
  readonly killBy?: NodeJS.Signals;
}

export interface ActionRun {
  readonly code: number | null;
  readonly out: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly savedState: Readonly<Record<string, string>>;
  readonly report: Report | null;
}

interface StageOptions {
  readonly before?: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly github?: FakeGitHubOptions;
  readonly pull?: Partial<Parameters<FakeGitHub['openPullRequest']>[0]>;
  readonly readOnly?: boolean;
  /** The head stands in another account's copy of the repository. */
  readonly fork?: boolean;
}

export async function setStage(options: StageOptions): Promise<Stage> {
  const repository = new TemporaryRepository();
  const base = repository.commit('base', { 'README.md': '# Shop\n', ...options.before });
  const head = repository.commit('head', options.after);
  const fake = await startFakeGitHub(options.github);
  onTestFinished(() => fake.close());
  fake.addUser({ login: 'maintainer', roles: { 'octo/shop': 'write' } });
  fake.addUser({ login: 'stranger', roles: { 'octo/shop': 'read' } });
  fake.addRepository({ name: 'octo/shop', directory: repository.directory });
  if (options.fork === true)
    fake.addRepository({ name: 'stranger/shop', directory: repository.directory, fork: true });
  fake.addToken({ token: 'bot', ...(options.readOnly === true ? { readOnly: true } : {}) });
  const pull = fake.openPullRequest({
    repository: 'octo/shop',
    base,
    head,
    number: 7,
    author: 'ada',
    ...(options.fork === true ? { author: 'stranger', headRepository: 'stranger/shop' } : {}),
    ...options.pull,
  });
  return {
    fake,
    repository,
    pull,
    run: (run = {}) => runAction(fake, run.event ?? pullRequestEvent(fake, pull, 'opened'), run),
    ownComments: () =>
      fake.comments
        .filter(
          (one) =>
            one.user.login === 'github-actions[bot]' && one.body.startsWith('<!-- multi-agent-review v1 -->'),
        )
        .map((one) => one.body),
    statuses: (sha = pull.headSha) =>
      fake.statuses.filter((one) => one.sha === sha).map((one) => `${one.state}: ${one.description}`),
  };
}

async function runAction(fake: FakeGitHub, event: Delivery, options: RunOptions): Promise<ActionRun> {
  const folder = temporaryFolder();
  const file = (name: string) => join(folder, name);
  for (const name of ['output', 'summary', 'state']) writeFileSync(file(name), '');
  writeFileSync(file('event.json'), JSON.stringify(event.payload));
  const inputs = { 'github-token': 'bot', 'write-spacing-ms': '0', ...options.inputs };
  const child = spawn(process.execPath, [join(DIST, options.script ?? 'action.js')], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: file('event.json'),
      GITHUB_API_URL: fake.url,
      GITHUB_GRAPHQL_URL: fake.graphqlUrl,
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_RUN_ID: '42',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_OUTPUT: file('output'),
      GITHUB_STEP_SUMMARY: file('summary'),
      GITHUB_STATE: file('state'),
      RUNNER_TEMP: folder,
      ...options.environment,
    },
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (out += text));
  if (options.killWhenPending === true) killWhenPending(fake, () => child.kill('SIGKILL'));
  const { killAt, killBy = 'SIGKILL' } = options;
  if (killAt !== undefined)
    fake.script({ route: killAt, effect: { kind: 'first', action: () => child.kill(killBy) } });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const reportPath = file('multi-agent-review/report.json');
  return {
    code,
    out,
    outputs: readCommandFile(file('output')),
    summary: readFileSync(file('summary'), 'utf8'),
    savedState: readCommandFile(file('state')),
    report: existsSync(reportPath) ? (JSON.parse(readFileSync(reportPath, 'utf8')) as Report) : null,
  };
}

/** The next request after the pending status finds the run gone. */
function killWhenPending(fake: FakeGitHub, kill: () => void): void {
  fake.script({
    route: 'POST /graphql',
    after: 1,
    effect: { kind: 'first', action: kill },
  });
}

/** The runner's files of `name<<delimiter`, value, delimiter. */
function readCommandFile(path: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const match of readFileSync(path, 'utf8').matchAll(/^(\S+?)<<(\S+)\n([\s\S]*?)\n?\2$/gm)) {
    found[match[1] ?? ''] = match[3] ?? '';
  }
  return found;
}
