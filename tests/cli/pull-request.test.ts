import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { INJECTION, KEY, PATH, raise, setScene } from '../action/model-scene.ts';
import { type Stage, setStage } from '../action/run-action.ts';
import { type Ran, runCli, runCliBeside, startCli } from './run-cli.ts';

const HARMFUL = { after: { 'src/users.js': INJECTION } };
const HARMLESS = { after: { 'notes.txt': 'a\n' } };
const PR = ['review', '--pr', 'octo/shop#7', '--quiet'];
const POST = [...PR, '--post'];

/** The stand-in as the environment names it. */
const github = ({ fake }: Stage, more: Readonly<Record<string, string>> = {}) => ({
  GITHUB_API_URL: fake.url,
  GITHUB_GRAPHQL_URL: fake.graphqlUrl,
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_TOKEN: 'bot',
  ...more,
});
const run = (stage: Stage, words: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  runCliBeside(words, { environment: github(stage, more) });
const writes = ({ fake }: Stage) =>
  fake.requests
    .filter((one) => one.method !== 'GET' && one.route !== 'POST /graphql')
    .map((one) => one.route);
const reportOf = ({ out }: Ran) => JSON.parse(out) as Report;

describe('review --pr reads', () => {
  it('and writes nothing: report and exit code as for a local change', async () => {
    const stage = await setStage(HARMFUL);
    const ran = await run(stage, [...PR, '--format', 'json']);
    expect(ran.err).toBe('');
    expect(ran.code).toBe(1);
    const report = reportOf(ran);
    expect(report.gate).toBe('fail');
    expect(report.head.sha).toBe(stage.pull.headSha);
    expect(report.findings.map((one) => one.path)).toContain('src/users.js');
    expect(writes(stage)).toEqual([]);
    expect(stage.fake.unexpected).toEqual([]);
  });

  it('a clean one: code 0, in words', async () => {
    const stage = await setStage(HARMLESS);
    const ran = await run(stage, PR);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('deterministic mode');
    expect(writes(stage)).toEqual([]);
  });

  it('drafts and closed ones too', async () => {
    for (const state of [{ draft: true }, { state: 'closed' as const }]) {
      const stage = await setStage(HARMFUL);
      Object.assign(stage.pull, state);
      expect((await run(stage, PR)).code).toBe(1);
      expect(writes(stage)).toEqual([]);
    }
  });

  it('with a configuration given by hand', async () => {
    const stage = await setStage({ ...HARMFUL, before: { 'mine.yml': 'fail-on: never\n' } });
    const ran = await runCliBeside([...PR, '--config', 'mine.yml'], {
      cwd: stage.repository.directory,
      environment: github(stage),
    });
    expect([ran.code, ran.err]).toEqual([0, '']);
  });

  it('at an Enterprise Server, known by the address alone', async () => {
    const stage = await setStage({ ...HARMFUL, github: { enterprise: true } });
    const server = new URL(stage.fake.url).origin;
    const ran = await runCliBeside(['review', '--pr', `${server}/octo/shop/pull/7/files`, '--quiet'], {
      environment: { GITHUB_SERVER_URL: server, GH_TOKEN: 'bot' },
    });
    expect([ran.code, ran.err]).toEqual([1, '']);
    expect(stage.fake.unexpected).toEqual([]);
  });

  it('without a token: by REST alone, and says what is missing', async () => {
    const stage = await setStage(HARMFUL);
    const ran = await run(stage, [...PR, '--format', 'json'], { GITHUB_TOKEN: '' });
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('Neither GITHUB_TOKEN nor GH_TOKEN is set. Only public repositories');
    expect(reportOf(ran).coverage.notReviewed).toEqual([]);
    expect(stage.fake.requests.every((one) => one.login === null)).toBe(true);
  });

  it('R14 a token never shows, not even quoted by the pull request', async () => {
    const token = ['ghp', '0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R'].join('_');
    const stage = await setStage({ after: { 'a.txt': `token ${token}\n` } });
    stage.fake.addToken({ token, login: 'maintainer', type: 'user' });
    for (const format of ['text', 'json', 'markdown']) {
      const ran = await run(stage, [...PR, '--format', format], { GITHUB_TOKEN: token });
      expect(`${ran.out}${ran.err}`).not.toContain(token);
    }
  });
});

describe('review --pr --post', () => {
  it('posts one comment, lines and status; prints; a repeat posts nothing new', async () => {
    const stage = await setStage(HARMFUL);
    const first = await run(stage, POST);
    expect(first.code).toBe(1);
    expect(first.out).toContain('src/users.js');
    expect(first.err).toContain('posted: http');
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.ownComments()[0]).not.toContain('/review');
    expect(stage.statuses()[0]).toMatch(/^pending: reviewing/);
    expect(stage.statuses().at(-1)).toMatch(/^failure: 1 critical/);
    expect(stage.fake.statuses.map((one) => one.context)).toEqual(
      stage.fake.statuses.map(() => 'multi-agent-review'),
    );
    const lines = stage.fake.reviewComments.length;
    expect(lines).toBeGreaterThan(0);

    const before = [...stage.ownComments()];
    expect((await run(stage, POST)).code).toBe(1);
    expect(stage.ownComments()).toEqual(before);
    expect(stage.fake.reviewComments).toHaveLength(lines);
    expect(stage.statuses().at(-1)).toMatch(/^failure/);
    expect(stage.fake.unexpected).toEqual([]);
  });

  it('sets the status of the name that is given', async () => {
    const stage = await setStage(HARMLESS);
    expect((await run(stage, [...POST, '--status-context', 'mine'])).code).toBe(0);
    expect(new Set(stage.fake.statuses.map((one) => one.context))).toEqual(new Set(['mine']));
    expect(stage.statuses().at(-1)).toMatch(/^success/);
  });

  it.each([
    ['gate failed', HARMFUL, 1],
    ['passed', HARMLESS, 0],
  ])(
    'a token that may only read, %s: printed, said, and the code carries the gate',
    async (_what, change, code) => {
      const stage = await setStage({ ...change, readOnly: true });
      const ran = await run(stage, [...POST, '--format', 'json']);
      expect(ran.code).toBe(code);
      expect(reportOf(ran).gate).toBe(code === 0 ? 'pass' : 'fail');
      expect(ran.err).toContain('nothing was posted');
      expect(ran.err).toContain('"Commit statuses: read and write"');
      expect(stage.ownComments()).toEqual([]);
      expect(stage.statuses()).toEqual([]);
    },
  );

  it('a final status that cannot be written is no pass', async () => {
    const stage = await setStage(HARMLESS);
    stage.fake.script({
      route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
      after: 1,
      times: 9,
      effect: { kind: 'fail', status: 403 },
    });
    const ran = await run(stage, POST);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('not posted: the status');
  });

  it('interrupted: the status does not stay pending', async () => {
    const { stage, server } = await setScene(() => ({ kind: 'never' }));
    const models = { ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: server.url };
    const started = startCli(POST, { environment: github(stage, models) });
    await server.arrived(1);
    started.interrupt();
    const ran = await started.ended;
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('The review of octo/shop#7 was interrupted.');
    expect(stage.statuses().at(-1)).toMatch(/^error: crashed/);
  });

  it.each([
    ['a draft', { draft: true }, ['pending: draft: reviewed when ready']],
    ['a closed one', { state: 'closed' as const }, []],
  ])('%s: printed only', async (_what, state, statuses) => {
    const stage = await setStage(HARMFUL);
    Object.assign(stage.pull, state);
    const ran = await run(stage, POST);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('Nothing is posted');
    expect(stage.ownComments()).toEqual([]);
    expect(stage.statuses()).toEqual(statuses);
  });
});

describe('what GitHub refuses is said in words of the command line', () => {
  it.each([
    ['an unknown number', ['--pr', 'octo/shop#8'], {}, 'does not know octo/shop#8', '"Pull requests: read"'],
    ['an unknown repository', ['--pr', 'octo/none#7'], {}, 'does not know octo/none#7', 'Check owner'],
    [
      'a wrong token',
      ['--pr', 'octo/shop#7'],
      { GITHUB_TOKEN: 'wrong' },
      'did not accept the token',
      'expired',
    ],
  ])('%s: code 3', async (_what, words, environment, message, remedy) => {
    const stage = await setStage(HARMLESS);
    const ran = await run(stage, ['review', ...words], environment);
    expect([ran.code, ran.out]).toEqual([3, '']);
    expect(ran.err).toContain(message);
    expect(ran.err).toContain(remedy);
    expect(ran.err).not.toContain('github-token');
  });

  it('a missing scope: code 3', async () => {
    const stage = await setStage(HARMLESS);
    stage.fake.script({
      route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
      effect: { kind: 'fail', status: 403 },
    });
    const ran = await run(stage, PR);
    expect(ran.code).toBe(3);
    expect(ran.err).toContain('does not let this token read octo/shop#7');
    expect(ran.err).toContain('"Contents: read" and "Pull requests: read"');
  });
});

describe('wrong words end with code 3 and ask GitHub nothing', () => {
  it.each([
    [['--pr', 'octo/shop'], '--pr does not take "octo/shop"', 'octo/shop#7'],
    [['--pr', 'octo/shop#x'], '--pr does not take "octo/shop#x"', 'owner/repository#number'],
    [['--pr', 'https://github.com/octo/shop'], '"https://github.com/octo/shop"', '/pull/7'],
    [['--pr', 'a/b#1', '--base', 'x'], '--pr and --base', 'Give one of them'],
    [['--pr', 'a/b#1', '--head', 'x'], '--pr and --head', 'Give one of them'],
    [['--pr', 'a/b#1', '--staged'], '--pr and --staged', 'Give one of them'],
    [['--pr', 'a/b#1', '--diff', 'x'], '--pr and --diff', 'Give one of them'],
    [['--pr', 'a/b#1', '--repo', '.'], '--pr and --repo', 'Give one of them'],
    [['--post'], '--post means nothing without --pr', 'Add --pr'],
    [
      ['--pr', 'a/b#1', '--status-context', 'x'],
      '--status-context means nothing without --post',
      'Add --post',
    ],
    [['--pr', 'a/b#1', '--post'], '--post needs a token', 'Set GITHUB_TOKEN'],
    [['--pr', 'http://git.example/a/b/pull/1'], '"http://git.example" is not encrypted', 'https://'],
    [['--deadline', '0'], '--deadline does not take "0"', 'from 1 to 3600'],
    [['--model-profile', 'openai'], '--model-profile does not take "openai"', 'anthropic, compat'],
    [['--prices', 'opus: 3'], '"opus: 3" is no price', 'built-in table'],
    [['--prices', '@no-such-file'], '--prices cannot read "no-such-file"', 'model=input/output'],
  ])('%j', (words, message, remedy) => {
    const ran = runCli(['review', ...words]);
    expect([ran.code, ran.out]).toEqual([3, '']);
    expect(ran.err).toContain(message);
    expect(ran.err).toContain(remedy);
  });

  it('an address of models that may not be used, before the claim', async () => {
    const stage = await setStage(HARMLESS);
    const models = { ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: 'http://models.example' };
    const ran = await run(stage, POST, models);
    expect(ran.code).toBe(3);
    expect(ran.err).toContain('"http://models.example"');
    expect(stage.fake.requests).toEqual([]);
  });
});

describe('models on the command line', () => {
  it('review a pull request with the models, prices and profile that were given', async () => {
    const { stage, server } = await setScene(raise('confirmed'));
    const options = ['--model-balanced', 'my-model', '--prices', 'my-model=3/15', '--deadline', '60'];
    const models = { ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: server.url };
    const ran = await run(stage, [...PR, ...options, '--format', 'json'], models);
    expect([ran.code, ran.err]).toEqual([1, '']);
    const report = reportOf(ran);
    expect(report.mode).toBe('models');
    expect(report.findings.find((one) => one.origin === 'model')).toMatchObject({
      path: PATH,
      verdict: 'confirmed',
    });
    expect(server.seen.map((one) => one.request.model)).toContain('my-model');
    expect(report.usage.costUsd).toBeGreaterThan(0);
    expect(writes(stage)).toEqual([]);
    expect(server.problems).toEqual([]);
  });

  it('a compat server', async () => {
    const { stage, server } = await setScene(raise('confirmed'), { profile: 'compat' });
    const models = { ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: server.url };
    const ran = await run(stage, [...PR, '--model-profile', 'compat', '--format', 'json'], models);
    expect([ran.code, ran.err]).toEqual([1, '']);
    expect(server.problems).toEqual([]);
  });

  it('a local review has the same options', async () => {
    const { stage, server } = await setScene(raise('confirmed'));
    const options = [
      '--base',
      'HEAD~1',
      '--head',
      'HEAD',
      '--model-balanced',
      'my-model',
      '--deadline',
      '60',
    ];
    const ran = await runCliBeside(['review', ...options, '--quiet', '--format', 'json'], {
      cwd: stage.repository.directory,
      environment: { ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: server.url },
    });
    expect(ran.code).toBe(1);
    expect(server.seen.map((one) => one.request.model)).toContain('my-model');
  });
});
