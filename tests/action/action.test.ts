import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateReport } from '../cli/validate-report.ts';
import {
  issueCommentEvent,
  mergeGroupEvent,
  pullRequestEvent,
  workflowDispatchEvent,
} from '../fakes/github/events.ts';
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
const HARMLESS = { 'notes.txt': 'a\n' };

describe('a pull request, no key', () => {
  it('clean: one comment, no review, success', async () => {
    const stage = await setStage({ after: HARMLESS });
    const run = await stage.run();
    expect(run.out).not.toContain('::error');
    expect(run.code).toBe(0);
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.ownComments()[0]).toContain('deterministic mode');
    expect(stage.fake.reviews).toEqual([]);
    expect(stage.statuses()).toEqual([
      'pending: reviewing',
      'success: 6/6 reviewers, 1/1 files (1 as text only) · deterministic mode',
    ]);
    expect(run.outputs).toMatchObject({
      verdict: 'clean',
      gate: 'pass',
      'critical-count': '0',
      'cost-usd': '0.0000',
    });
    expect(validateReport(run.report)).toEqual([]);
    expect(existsSync(run.outputs['sarif-path'] ?? '')).toBe(true);
    expect(stage.fake.unexpected).toEqual([]);
  });

  it('a critical: the comment says it first, one inline comment on its line, failure', async () => {
    const stage = await setStage({ after: { 'src/users.js': INJECTION } });
    const run = await stage.run();
    expect(run.code).toBe(0);
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.ownComments()[0]).toContain('Input reaches an SQL statement');
    expect(stage.fake.reviews).toHaveLength(1);
    expect(stage.fake.reviews[0]).toMatchObject({ state: 'COMMENTED' });
    expect(stage.fake.reviewComments.map((one) => [one.path, one.line])).toContainEqual(['src/users.js', 4]);
    expect(stage.statuses().at(-1)).toMatch(/^failure: 1 critical finding blocks/);
    expect(run.outputs['comment-url']).toContain('#issuecomment-');
    expect(run.summary).toContain('Input reaches an SQL statement');
    expect(stage.fake.unexpected).toEqual([]);
  });

  it('fail-step makes the exit code follow the gate', async () => {
    const stage = await setStage({ after: { 'src/users.js': INJECTION } });
    expect((await stage.run({ inputs: { 'fail-step': 'true' } })).code).toBe(1);
  });

  it('a repeat on the same head: nothing new but the status', async () => {
    const stage = await setStage({ after: { 'src/users.js': INJECTION } });
    await stage.run();
    const [comment] = stage.ownComments();
    const inline = stage.fake.reviewComments.length;
    await stage.run({ event: pullRequestEvent(stage.fake, stage.pull, 'reopened') });
    expect(stage.ownComments()).toEqual([comment]);
    expect(stage.fake.reviewComments).toHaveLength(inline);
    expect(stage.fake.reviews).toHaveLength(1);
    expect(stage.statuses().filter((status) => status.startsWith('failure'))).toHaveLength(2);
  });

  it('a second push: the same comment is edited, a finding that stands is not said again', async () => {
    const stage = await setStage({ after: { 'src/users.js': INJECTION } });
    await stage.run();
    const next = stage.repository.commit('next', { 'src/users.js': `// a line above\n${INJECTION}` });
    stage.fake.moveHead(stage.pull, next);
    await stage.run({ event: pullRequestEvent(stage.fake, stage.pull, 'synchronize') });
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.ownComments()[0]).toContain(next.slice(0, 7));
    expect(stage.fake.reviews).toHaveLength(1);
    expect(stage.statuses(next).at(-1)).toMatch(/^failure/);
  });
});

describe('who and what starts a review', () => {
  it('R11 /review by people with write permission, with a reaction at once', async () => {
    const stage = await setStage({ after: HARMLESS });
    const comment = stage.fake.addComment({ pull: stage.pull, login: 'maintainer', body: '/review' });
    await stage.run({ event: issueCommentEvent(stage.fake, stage.pull, comment) });
    expect(stage.statuses().at(-1)).toMatch(/^success/);
    expect(stage.fake.reactions.map((one) => one.content)).toEqual(['eyes']);
  });

  it.each([
    ['a stranger', 'stranger', '/review'],
    ['a quote', 'maintainer', '> /review'],
    ['upper case', 'maintainer', '/REVIEW'],
    ['the middle of a text', 'maintainer', 'please\n/review'],
  ])('R11 not by %s', async (_who, login, body) => {
    const stage = await setStage({ after: HARMLESS });
    const comment = stage.fake.addComment({ pull: stage.pull, login, body });
    const run = await stage.run({ event: issueCommentEvent(stage.fake, stage.pull, comment) });
    expect([run.code, stage.statuses(), stage.ownComments()]).toEqual([0, [], []]);
  });

  it('R13 not by itself or another bot', async () => {
    const stage = await setStage({ after: HARMLESS });
    stage.fake.addUser({ login: 'other[bot]', roles: { 'octo/shop': 'admin' } });
    for (const login of ['github-actions[bot]', 'other[bot]']) {
      const comment = stage.fake.addComment({ pull: stage.pull, login, body: '/review' });
      await stage.run({ event: issueCommentEvent(stage.fake, stage.pull, comment) });
    }
    expect(stage.statuses()).toEqual([]);
  });

  it('workflow_dispatch with a number', async () => {
    const stage = await setStage({ after: HARMLESS });
    const event = workflowDispatchEvent(
      stage.fake,
      stage.pull.repository,
      { 'pr-number': '7' },
      'maintainer',
    );
    await stage.run({ event });
    expect(stage.statuses().at(-1)).toMatch(/^success/);
  });

  it('merge_group: success, reviewed in the pull request', async () => {
    const stage = await setStage({ after: HARMLESS });
    await stage.run({ event: mergeGroupEvent(stage.fake, stage.pull, stage.pull.headSha) });
    expect(stage.statuses()).toEqual(['success: reviewed in the pull request']);
    expect(stage.ownComments()).toEqual([]);
  });

  it('a draft: pending that may stay, exit 0', async () => {
    const stage = await setStage({ after: HARMLESS, pull: { draft: true } });
    expect((await stage.run()).code).toBe(0);
    expect(stage.statuses()).toEqual(['pending: draft: reviewed when ready']);
  });

  it('any other event ends with a notice and exit 0', async () => {
    const stage = await setStage({ after: HARMLESS });
    const run = await stage.run({ event: { name: 'push', payload: {} } });
    expect(run.code).toBe(0);
    expect(run.out).toContain('::notice');
    expect(stage.fake.requests).toEqual([]);
  });

  it('bad inputs end with code 3, naming input, value and what is allowed', async () => {
    const stage = await setStage({ after: HARMLESS });
    const run = await stage.run({ inputs: { 'fail-on': 'severe' } });
    expect(run.code).toBe(3);
    expect(run.out).toContain('The input "fail-on" does not take "severe".');
  });

  it('a reviewer that does not exist: code 3 and an error that names it, no crash to run again', async () => {
    const stage = await setStage({ after: HARMLESS });
    const run = await stage.run({ inputs: { reviewers: 'security, nobody' } });
    expect(run.code).toBe(3);
    expect(stage.statuses().at(-1)).toMatch(/^error: incomplete: There is no reviewer "nobody"\./);
  });
});

describe('configuration', () => {
  it('R10 comes from the base commit, never from the head', async () => {
    const stage = await setStage({
      after: {
        'src/users.js': INJECTION,
        '.github/multi-agent-review.yml': 'fail-on: never\npaths: ["!**"]\n',
      },
    });
    await stage.run();
    expect(stage.statuses().at(-1)).toMatch(/^failure/);
    expect(stage.ownComments()[0]).toContain('takes effect after the merge');
  });

  it('that is broken at base: reviewed with defaults, incomplete, file and line', async () => {
    const stage = await setStage({
      before: { '.github/multi-agent-review.yml': 'fail-on: severe\n' },
      after: HARMLESS,
    });
    await stage.run();
    expect(stage.statuses().at(-1)).toMatch(/^error: incomplete/);
    expect(stage.ownComments()[0]).toContain('multi-agent-review.yml');
  });

  it('that skips a label: success with the count, never the word clean', async () => {
    const stage = await setStage({
      before: { '.github/multi-agent-review.yml': 'skip:\n  labels: [no-review]\n' },
      after: { 'src/users.js': INJECTION },
      pull: { labels: ['no-review'] },
    });
    await stage.run();
    expect(stage.statuses().at(-1)).toBe('success: skipped by configuration: 0 of 1 file');
    expect(stage.ownComments()[0]?.toLowerCase()).not.toContain('clean');
  });
});

describe('faults', () => {
  it('R33 a token that may only read: nothing written, the result in the summary and annotations, its exit code', async () => {
    const stage = await setStage({ after: { 'src/users.js': INJECTION }, readOnly: true });
    const run = await stage.run();
    expect([stage.ownComments(), stage.fake.reviews, stage.statuses()]).toEqual([[], [], []]);
    expect(run.summary).toContain('Input reaches an SQL statement');
    expect(run.out).toContain('::error file=src/users.js,line=4');
    expect(run.code).toBe(1);
  });

  it('R33 the answer to "create comment" lost: one comment', async () => {
    const stage = await setStage({ after: HARMLESS });
    stage.fake.script({
      route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      effect: { kind: 'lose-answer' },
    });
    await stage.run();
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.statuses().at(-1)).toMatch(/^success/);
    expect(stage.fake.unusedFaults()).toEqual([]);
  });

  it('R33 the answer to "create review" lost: one review, nothing twice', async () => {
    const stage = await setStage({ after: { 'src/users.js': INJECTION } });
    stage.fake.script({
      route: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
      effect: { kind: 'lose-answer' },
    });
    await stage.run();
    expect(stage.fake.reviews).toHaveLength(1);
    expect(stage.ownComments()).toHaveLength(1);
  });

  it('R33 a 502 while reading: as if nothing had happened', async () => {
    const stage = await setStage({ after: HARMLESS });
    stage.fake.script({ route: 'GET', effect: { kind: 'fail', status: 502 } });
    await stage.run();
    expect(stage.statuses().at(-1)).toMatch(/^success/);
  });

  it('R24 the head moves while the review runs: the status stays with the reviewed commit, the comment says so', async () => {
    const stage = await setStage({ after: HARMLESS });
    const next = stage.repository.commit('next', { 'notes.txt': 'b\n' });
    const reviewed = stage.pull.headSha;
    stage.fake.script({
      route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
      effect: { kind: 'first', action: () => stage.fake.moveHead(stage.pull, next) },
    });
    await stage.run();
    expect(stage.statuses(next)).toEqual([]);
    expect(stage.statuses(reviewed).at(-1)).toMatch(/^error: superseded/);
    expect(stage.ownComments()[0]).toContain('Superseded');
  });

  it('R20 forged markers among 250 comments: only our own comment is edited', async () => {
    const stage = await setStage({ after: HARMLESS });
    const forged = '<!-- multi-agent-review v1 -->\nAll is well.';
    for (let n = 0; n < 120; n += 1)
      stage.fake.addComment({ pull: stage.pull, login: 'stranger', body: forged });
    await stage.run();
    for (let n = 0; n < 130; n += 1)
      stage.fake.addComment({ pull: stage.pull, login: 'stranger', body: forged });
    const next = stage.repository.commit('next', { 'notes.txt': 'b\n' });
    stage.fake.moveHead(stage.pull, next);
    await stage.run({ event: pullRequestEvent(stage.fake, stage.pull, 'synchronize') });
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.ownComments()[0]).toContain(next.slice(0, 7));
    const others = stage.fake.comments.filter((one) => one.user.login === 'stranger');
    expect(others.every((one) => one.body === forged)).toBe(true);
    expect(others).toHaveLength(250);
  });

  it('killed in the middle: the post step ends the pending status, and only that', async () => {
    const stage = await setStage({ after: HARMLESS });
    const state = { STATE_repository: 'octo/shop', STATE_sha: stage.pull.headSha };
    stage.fake.addStatus({
      pull: stage.pull,
      login: 'github-actions[bot]',
      context: 'multi-agent-review',
      state: 'pending',
      targetUrl: 'https://github.example/octo/shop/actions/runs/42/attempts/1',
    });
    await stage.run({ script: 'action-post.js', environment: state });
    expect(stage.statuses().at(-1)).toMatch(/^error: crashed/);
    await stage.run();
    const count = stage.statuses().length;
    await stage.run({ script: 'action-post.js', environment: state });
    expect(stage.statuses()).toHaveLength(count);
    expect(stage.statuses().at(-1)).toMatch(/^success/);
  });
});

describe('R23 the log', () => {
  it('holds no command of the runner that a change could write', async () => {
    const name = 'src/::error file=x::y.js';
    const stage = await setStage({
      after: { [name]: INJECTION, '.github/multi-agent-review.yml': 'a: 1\n' },
      pull: { title: '::stop-commands::x\n::add-mask::y', body: '##[error]boom' },
      readOnly: true,
    });
    const { out } = await stage.run();
    const commands = out.split('\n').filter((line) => /^(::|##\[)/.test(line));
    expect(commands.every((line) => /^::(notice|warning|error|debug)[ :]/.test(line))).toBe(true);
    expect(commands.some((line) => line.startsWith('::error file=x'))).toBe(false);
  });
});
