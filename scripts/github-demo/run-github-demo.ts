import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemoRepository } from '../../src/entry/demo/make-demo-repository.ts';
import { diffFiles } from '../../tests/fakes/github/diff-files.ts';
import { pullRequestEvent } from '../../tests/fakes/github/events.ts';
import { gitObjects } from '../../tests/fakes/github/git-objects.ts';
import { type SeenRequest, startFakeGitHub } from '../../tests/fakes/github/start-fake-github.ts';
import type { IssueComment, Pull, ReviewComment, Status } from '../../tests/fakes/github/state.ts';
import { readDemoFiles } from '../read-demo-files.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** A changed file with its patch; null where there is none to show. */
export interface ShownFile {
  readonly path: string;
  readonly additions: number;
  readonly deletions: number;
  readonly patch: string | null;
}

/** The pull request as the Action left it, and how it got there. */
export interface DemoResult {
  readonly pull: Pull;
  readonly comments: readonly IssueComment[];
  readonly reviewComments: readonly ReviewComment[];
  readonly statuses: readonly Status[];
  readonly files: readonly ShownFile[];
  readonly requests: readonly SeenRequest[];
  /** Requests that GitHub would not have understood; empty unless something is wrong. */
  readonly unexpected: readonly string[];
  readonly exitCode: number | null;
  /** What the Action wrote to its log. */
  readonly log: string;
  readonly milliseconds: number;
}

/**
 * Runs the built Action on pull request 7 of the demo shop against the stand-in of GitHub, as the runner would. Nothing
 * leaves this machine.
 *
 * @returns what a person would find on GitHub afterwards
 * @throws Error when the pull request got no comment
 */
export async function runGitHubDemo(): Promise<DemoResult> {
  const folder = mkdtempSync(join(tmpdir(), 'multi-agent-review-demo-'));
  const fake = await startFakeGitHub();
  try {
    const directory = join(folder, 'shop');
    const { base, head } = await makeDemoRepository(directory, readDemoFiles(ROOT));
    fake.addUser({ login: 'ada', roles: { 'octo/shop': 'write' } });
    fake.addRepository({ name: 'octo/shop', directory });
    fake.addToken({ token: 'demo' });
    const pull = fake.openPullRequest({
      repository: 'octo/shop',
      base,
      head,
      number: 7,
      title: 'Search by category, vouchers, invoices and sales reports',
      body: 'Everything that marketing asked for before the winter sale.',
      author: 'ada',
      headRef: 'winter-sale',
    });
    const started = Date.now();
    const event = pullRequestEvent(fake, pull, 'opened');
    const urls = { GITHUB_API_URL: fake.url, GITHUB_GRAPHQL_URL: fake.graphqlUrl };
    const { exitCode, log } = await runAction(folder, event, urls);
    if (fake.comments.length === 0) throw new Error(`The Action wrote no comment. Its log:\n${log}`);
    const { files } = diffFiles(gitObjects(directory), base, head, fake.state.limits);
    return {
      pull,
      comments: fake.comments,
      reviewComments: fake.reviewComments,
      statuses: fake.statuses,
      files: files.map(({ filename, additions, deletions, patch }) => ({
        path: filename,
        additions,
        deletions,
        patch,
      })),
      requests: fake.requests,
      unexpected: fake.unexpected,
      exitCode,
      log,
      milliseconds: Date.now() - started,
    };
  } finally {
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the Action with what the runner gives it, and nothing of this process's environment but the path. */
async function runAction(
  folder: string,
  event: { readonly name: string; readonly payload: unknown },
  urls: Readonly<Record<string, string>>,
): Promise<{ readonly exitCode: number | null; readonly log: string }> {
  const file = (name: string) => join(folder, name);
  for (const name of ['output', 'summary', 'state']) writeFileSync(file(name), '');
  writeFileSync(file('event.json'), JSON.stringify(event.payload));
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'action.js')], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      'INPUT_GITHUB-TOKEN': 'demo',
      'INPUT_WRITE-SPACING-MS': '0',
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: file('event.json'),
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_RUN_ID: '42',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_OUTPUT: file('output'),
      GITHUB_STEP_SUMMARY: file('summary'),
      GITHUB_STATE: file('state'),
      RUNNER_TEMP: folder,
      ...urls,
    },
  });
  let log = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const exitCode = await new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  return { exitCode, log };
}
