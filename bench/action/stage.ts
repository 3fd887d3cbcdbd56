import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Delivery, pullRequestEvent } from '../../tests/fakes/github/events.ts';
import { type FakeGitHub, startFakeGitHub } from '../../tests/fakes/github/start-fake-github.ts';
import type { Pull } from '../../tests/fakes/github/state.ts';
import type { SourceFile } from '../review/make-sources.ts';

const ACTION = join(import.meta.dirname, '..', '..', 'dist', 'action.js');
const MEMORY = pathToFileURL(join(import.meta.dirname, '..', 'review', 'report-memory.mjs')).href;
export const NODE = process.argv[2] ?? process.execPath;
/** Removed by the script that measures. */
export const WORK = mkdtempSync(join(tmpdir(), 'bench-action-'));

/** A pull request on the stand-in for GitHub. */
export interface Stage {
  readonly fake: FakeGitHub;
  readonly pull: Pull;
}

/** One cold run of a script as the runner starts it. */
export interface Ran {
  readonly requests: number;
  readonly writes: number;
  readonly seconds: number;
  readonly firstRequestMs: number;
  readonly megabytes: number;
  readonly code: number | null;
  /** The last status of the head; empty without one. */
  readonly status: string;
}

interface RunOptions {
  readonly spacing?: string;
  /** Default: the pull request was opened. */
  readonly event?: Delivery;
  /** Words for Node. Default: the built Action. */
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Commits the files and opens a pull request with them. */
export async function setStage(name: string, files: readonly SourceFile[]): Promise<Stage> {
  const directory = join(WORK, name);
  mkdirSync(directory);
  const git = gitIn(directory);
  git('init', '--quiet');
  const commits = (['before', 'after'] as const).map((side) => {
    for (const file of files) {
      mkdirSync(dirname(join(directory, file.path)), { recursive: true });
      writeFileSync(join(directory, file.path), file[side]);
    }
    git('add', '--all');
    git('commit', '--quiet', '--message', side);
    return git('rev-parse', 'HEAD');
  });
  // As many runs as it takes: GitHub's limits of writes are no part of what is measured.
  const fake = await startFakeGitHub({ limits: { writesPerMinute: 10_000, writesPerHour: 10_000 } });
  fake.addUser({ login: 'ada', roles: { 'octo/shop': 'write' } });
  fake.addRepository({ name: 'octo/shop', directory });
  fake.addToken({ token: 'bot' });
  const [base = '', head = ''] = commits;
  const pull = fake.openPullRequest({ repository: 'octo/shop', base, head, number: 7, author: 'ada' });
  return { fake, pull };
}

/** One more commit on top of the head of a stage. @returns it */
export function commitMore(name: string, files: Readonly<Record<string, string>>): string {
  const directory = join(WORK, name);
  const git = gitIn(directory);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(directory, path), text);
  git('commit', '--quiet', '--all', '--message', 'more');
  return git('rev-parse', 'HEAD');
}

function gitIn(directory: string): (...command: string[]) => string {
  const person = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.test'];
  return (...command) =>
    execFileSync('git', [...person, ...command], { cwd: directory, encoding: 'utf8' }).trim();
}

/** Runs the built Action on it. */
export async function run({ fake, pull }: Stage, options: RunOptions = {}): Promise<Ran> {
  const event = options.event ?? pullRequestEvent(fake, pull, 'opened');
  const file = (name: string) => join(WORK, name);
  writeFileSync(file('event.json'), JSON.stringify(event.payload));
  for (const name of ['output', 'summary', 'state', 'memory']) writeFileSync(file(name), '');
  const seen = fake.requests.length;
  const wall = Date.now();
  const began = performance.now();
  const child = spawn(NODE, ['--import', MEMORY, ...(options.words ?? [ACTION])], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      'INPUT_GITHUB-TOKEN': 'bot',
      'INPUT_WRITE-SPACING-MS': options.spacing ?? '0',
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: file('event.json'),
      GITHUB_API_URL: fake.url,
      GITHUB_GRAPHQL_URL: fake.graphqlUrl,
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_RUN_ID: '42',
      GITHUB_OUTPUT: file('output'),
      GITHUB_STEP_SUMMARY: file('summary'),
      GITHUB_STATE: file('state'),
      RUNNER_TEMP: WORK,
      MEMORY_FILE: file('memory'),
      ...options.environment,
    },
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const requests = fake.requests.slice(seen);
  return {
    requests: requests.length,
    writes: requests.filter((one) => one.method !== 'GET' && one.route !== 'POST /graphql').length,
    seconds: (performance.now() - began) / 1000,
    firstRequestMs: (requests[0]?.at ?? Number.NaN) - wall,
    megabytes: Number.parseFloat(readFileSync(file('memory'), 'utf8')) / 1024,
    code,
    status: statusOf(fake, pull),
  };
}

/** The last status of the head, in GitHub's words. */
function statusOf(fake: FakeGitHub, pull: Pull): string {
  const last = fake.statuses.filter((one) => one.sha === pull.headSha).at(-1);
  return last === undefined ? '' : `${last.state}: ${last.description}`;
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** Every figure that has a target, in the order they were seen. */
const FIGURES: {
  readonly name: string;
  readonly value: number;
  readonly most: number;
  readonly digits: number;
}[] = [];

/** A figure beside its target, with a word on whether it holds; kept for the table at the end. */
export function judged(name: string, value: number, most: number, digits = 2): string {
  FIGURES.push({ name, value, most, digits });
  return `${value.toFixed(digits)} of ${most}${value <= most ? '' : ' MISSED'}`;
}

/** Prints target, figure and whether it holds, a line for each. */
export function printTargets(): void {
  console.log(`\n${'figure'.padEnd(56)}${'target'.padStart(9)}${'seen'.padStart(9)}  met`);
  for (const { name, value, most, digits } of FIGURES) {
    const met = value <= most ? 'yes' : 'NO';
    console.log(`${name.padEnd(56)}${`≤ ${most}`.padStart(9)}${value.toFixed(digits).padStart(9)}  ${met}`);
  }
}
