import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pullRequestEvent } from '../../tests/fakes/github/events.ts';
import { type FakeGitHub, startFakeGitHub } from '../../tests/fakes/github/start-fake-github.ts';
import type { Pull } from '../../tests/fakes/github/state.ts';
import { makeSources, type SourceFile } from '../review/make-sources.ts';

/**
 * The built Action against the stand-in for GitHub, each run in a cold process: requests and writes, time, memory, and
 * the start up to the first request as a ratio to a plain fetch. Ratios travel, seconds do not.
 */
const ACTION = join(import.meta.dirname, '..', '..', 'dist', 'action.js');
const MEMORY = pathToFileURL(join(import.meta.dirname, '..', 'review', 'report-memory.mjs')).href;
const NODE = process.argv[2] ?? process.execPath;
const WORK = mkdtempSync(join(tmpdir(), 'bench-action-'));

interface Stage {
  readonly fake: FakeGitHub;
  readonly pull: Pull;
}

interface Ran {
  readonly requests: number;
  readonly writes: number;
  readonly seconds: number;
  readonly firstRequestMs: number;
  readonly megabytes: number;
  readonly code: number | null;
}

async function setStage(name: string, files: readonly SourceFile[]): Promise<Stage> {
  const directory = join(WORK, name);
  mkdirSync(directory);
  const git = (...command: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.test', ...command], {
      cwd: directory,
      encoding: 'utf8',
    }).trim();
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
  const fake = await startFakeGitHub();
  fake.addUser({ login: 'ada', roles: { 'octo/shop': 'write' } });
  fake.addRepository({ name: 'octo/shop', directory });
  fake.addToken({ token: 'bot' });
  const [base = '', head = ''] = commits;
  const pull = fake.openPullRequest({ repository: 'octo/shop', base, head, number: 7, author: 'ada' });
  return { fake, pull };
}

async function run(
  { fake, pull }: Stage,
  spacing: string,
  words: readonly string[] = [ACTION],
): Promise<Ran> {
  const event = pullRequestEvent(fake, pull, 'opened');
  const file = (name: string) => join(WORK, name);
  writeFileSync(file('event.json'), JSON.stringify(event.payload));
  for (const name of ['output', 'summary', 'state', 'memory']) writeFileSync(file(name), '');
  const seen = fake.requests.length;
  const wall = Date.now();
  const began = performance.now();
  const child = spawn(NODE, ['--import', MEMORY, ...words], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      'INPUT_GITHUB-TOKEN': 'bot',
      'INPUT_WRITE-SPACING-MS': spacing,
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
    },
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const requests = fake.requests.slice(seen);
  return {
    requests: requests.length,
    writes: requests.filter((one) => one.method !== 'GET' && one.route !== 'POST /graphql').length,
    seconds: (performance.now() - began) / 1000,
    firstRequestMs: (requests[0]?.at ?? Number.NaN) - wall,
    megabytes: Number(readFileSync(file('memory'), 'utf8')) / 1024,
    code,
  };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function line(name: string, { requests, writes, seconds, megabytes, code }: Ran): void {
  const columns = [
    name.padEnd(34),
    String(requests).padStart(9),
    String(writes).padStart(7),
    `${seconds.toFixed(2)} s`.padStart(9),
    `${megabytes.toFixed(0)} MB`.padStart(8),
    String(code).padStart(5),
  ];
  console.log(columns.join(' '));
}

console.log(`Node ${execFileSync(NODE, ['--version'], { encoding: 'utf8' }).trim()}\n`);

const small = await setStage('small', makeSources(1, 2_000));
const fetching = ['--input-type=module', '-e', `await fetch('${small.fake.url}/rate_limit')`];
const starts = { action: [] as number[], fetch: [] as number[] };
for (let n = 0; n < 9; n += 1) {
  starts.fetch.push((await run(small, '0', fetching)).firstRequestMs);
  starts.action.push((await run(small, '0')).firstRequestMs);
}
const [action, plain] = [median(starts.action), median(starts.fetch)];
console.log('start to the first request: median, ratio (target: at most 130 ms, 2.40)');
console.log(`plain fetch   ${plain.toFixed(0).padStart(5)} ms   1.00`);
console.log(`action.js     ${action.toFixed(0).padStart(5)} ms   ${(action / plain).toFixed(2)}\n`);
await small.fake.close();

console.log('keyless run, cold                   requests  writes      time   memory  code');
for (const [name, files, bytes] of [
  ['one file', 1, 2_000],
  ['100 files, 250 KB', 100, 130_000],
  ['320 files, 800 KB', 320, 410_000],
  ['200 files, 5 MB', 200, 2_500_000],
] as const) {
  const stage = await setStage(name.replaceAll(/\W+/g, '-'), makeSources(files, bytes));
  line(`${name}, first run`, await run(stage, '0'));
  line(`${name}, same head`, await run(stage, '0'));
  await stage.fake.close();
}
const spaced = await setStage('spaced', makeSources(1, 2_000));
line('one file, writes 1 s apart', await run(spaced, '1000'));
await spaced.fake.close();
rmSync(WORK, { recursive: true, force: true });
