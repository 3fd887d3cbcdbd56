import { describe, expect, it } from 'vitest';
import { pullRequestEvent } from '../fakes/github/events.ts';
import type { FakeGitHub } from '../fakes/github/start-fake-github.ts';
import { nothing, setScene } from './model-scene.ts';
import { setStage } from './run-action.ts';

const INJECTION = [
  "import express from 'express';",
  'const app = express();',
  "app.get('/users', async (req, res) => {",
  '  const rows = await db.query("SELECT * FROM users WHERE name = \'" + req.query.name + "\'");',
  '  res.json(rows);',
  '});',
  '',
].join('\n');

function manyFiles(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`src/part-${n}.js`, `export const part${n} = ${n};\n`]),
  );
}

function counts(fake: FakeGitHub, from = 0): { readonly requests: number; readonly writes: number } {
  const seen = fake.requests.slice(from);
  const writes = seen.filter((one) => one.method !== 'GET' && one.route !== 'POST /graphql');
  return { requests: seen.length, writes: writes.length };
}

describe('requests of a run', () => {
  it('small: 9 at most with findings, 4 of them writes; 6 when repeated', async () => {
    const stage = await setStage({
      before: { 'src/users.js': 'export const a = 1;\n' },
      after: { 'src/users.js': INJECTION },
    });
    await stage.run();
    const first = counts(stage.fake);
    expect(first.requests).toBeLessThanOrEqual(9);
    expect(first.writes).toBeLessThanOrEqual(4);
    await stage.run({ event: pullRequestEvent(stage.fake, stage.pull, 'reopened') });
    expect(counts(stage.fake, first.requests).requests).toBeLessThanOrEqual(6);
  });

  it('100 files: 9 at most', async () => {
    const stage = await setStage({ after: manyFiles(100) });
    const run = await stage.run();
    expect(counts(stage.fake).requests).toBeLessThanOrEqual(9);
    expect(run.report?.coverage.reviewed).toHaveLength(100);
  });
});

describe('limits of GitHub', () => {
  it('a file without a patch is compared by its contents', async () => {
    const stage = await setStage({
      after: { 'src/users.js': INJECTION },
      github: { limits: { patchLines: 2, patchBytes: 20 } },
    });
    await stage.run();
    expect(stage.ownComments()[0]).toContain('Input reaches an SQL statement');
    expect(stage.fake.reviewComments).toEqual([expect.objectContaining({ path: 'src/users.js', line: 4 })]);
    expect(stage.statuses().at(-1)).toMatch(/^failure/);
  });

  it('320 files: every page read, every file reviewed', async () => {
    const stage = await setStage({ after: manyFiles(320) });
    const run = await stage.run();
    const pages = stage.fake.requests.filter((one) => one.route?.endsWith('/pulls/{pull_number}/files'));
    expect(pages.map((one) => one.query.page)).toEqual(['1', '2', '3', '4']);
    expect(run.report?.coverage.reviewed).toHaveLength(320);
    expect(stage.statuses().at(-1)).toMatch(/^success/);
  });

  it('R31 more files than GitHub lists: reviewed as far as listed, the rest is named, never a success', async () => {
    const stage = await setStage({
      after: manyFiles(30),
      github: { limits: { files: 20, compareFiles: 10, diffFiles: 10 } },
    });
    await stage.run();
    expect(stage.statuses().at(-1)).toMatch(/^error: incomplete/);
    expect(stage.ownComments()[0]).toContain('20 of 30');
  });

  it('a secondary limit is waited for as long as it says', async () => {
    const stage = await setStage({ after: { 'notes.txt': 'a\n' } });
    stage.fake.script({
      route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      effect: { kind: 'secondary-limit', retryAfter: 1 },
    });
    await stage.run();
    const sent = stage.fake.requests.filter(
      (one) => one.route === 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    );
    expect(sent).toHaveLength(2);
    expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(950);
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.statuses().at(-1)).toMatch(/^success/);
  });

  it('a primary limit beyond our patience ends the run as an error, not as pending', async () => {
    const stage = await setStage({ after: { 'notes.txt': 'a\n' } });
    stage.fake.script({
      route: 'GET',
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'primary-limit', resetInSeconds: 3_000 },
    });
    const run = await stage.run();
    expect(run.code).not.toBe(0);
    expect(run.out).toContain('rate limit');
    expect(stage.statuses().at(-1) ?? '').not.toMatch(/^(pending|success)/);
  });

  it.each(['secondary-limit', 'primary-limit'] as const)(
    'a %s at the claim, beyond our patience: no token that may only read, the step fails before a model is paid',
    async (kind) => {
      const scene = await setScene(() => nothing);
      const { fake } = scene.stage;
      const route = 'POST /repos/{owner}/{repo}/statuses/{sha}';
      const effect =
        kind === 'primary-limit'
          ? { kind, resetInSeconds: 3_000 }
          : { kind, retryAfter: 3_000, status: 403 as const };
      fake.script({ route, times: Number.POSITIVE_INFINITY, effect });
      const run = await scene.run();
      expect(run.code).toBe(1);
      expect(run.out).toMatch(/::error.*rate limit/);
      expect([scene.stage.statuses(), scene.stage.ownComments(), scene.server.seen]).toEqual([[], [], []]);
    },
  );

  it('a limit met after the claim: what cannot be written any more fails the step', async () => {
    const stage = await setStage({ after: { 'notes.txt': 'a\n' } });
    stage.fake.script({
      route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'primary-limit', resetInSeconds: 3_000 },
    });
    const run = await stage.run();
    expect(stage.statuses()).toEqual(['pending: reviewing']);
    expect(run.out).toContain('rate limit');
    expect(run.code).not.toBe(0);
  });
});

describe('other places', () => {
  it('GitHub Enterprise Server: the same review at its addresses', async () => {
    const stage = await setStage({ after: { 'src/users.js': INJECTION }, github: { enterprise: true } });
    const run = await stage.run();
    expect(run.code).toBe(0);
    expect(stage.statuses().at(-1)).toMatch(/^failure/);
    expect(stage.fake.requests.every((one) => /^\/api\/(v3\/|graphql)/.test(one.path))).toBe(true);
    expect(stage.fake.unexpected).toEqual([]);
  });

  it('a server without GraphQL: the same review by REST, and one comment of two runs', async () => {
    const stage = await setStage({ after: { 'src/users.js': INJECTION } });
    const times = Number.POSITIVE_INFINITY;
    stage.fake.script({ route: 'POST /graphql', times, effect: { kind: 'fail', status: 403 } });
    await stage.run();
    await stage.run({ event: pullRequestEvent(stage.fake, stage.pull, 'reopened') });
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.ownComments()[0]).toContain('Input reaches an SQL statement');
    expect(stage.fake.reviews).toHaveLength(1);
    expect(stage.statuses().at(-1)).toMatch(/^failure/);
  });

  it('a fork that was deleted: its commit is still reviewed', async () => {
    const stage = await setStage({ after: { 'src/users.js': INJECTION }, pull: { headRepository: null } });
    await stage.run();
    expect(stage.statuses().at(-1)).toMatch(/^failure/);
    expect(stage.ownComments()[0]).toContain('Input reaches an SQL statement');
  });
});
