import { describe, expect, it } from 'vitest';
import { validateReport } from '../cli/validate-report.ts';
import { issueCommentEvent, pullRequestEvent } from '../fakes/github/events.ts';
import { INJECTION, LARGE, last, raise, setScene } from './model-scene.ts';
import { setStage } from './run-action.ts';

const HARMLESS = { 'notes.txt': 'a\n' };
const CRITICAL = { 'src/users.js': `${INJECTION}${LARGE}` };
const STATUS = 'POST /repos/{owner}/{repo}/statuses/{sha}';
const REVIEW = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
const CONTENTS = 'GET /repos/{owner}/{repo}/contents/{path}';
const COMPARE = 'GET /repos/{owner}/{repo}/compare/{basehead}';

describe('R9 the Action never approves, merges, pushes, labels or edits a pull request', () => {
  it('writes statuses, its comment, comments in the diff and reactions, in a run with all of them, twice', async () => {
    const scene = await setScene(raise('confirmed'));
    const { stage } = scene;
    const comment = stage.fake.addComment({ pull: stage.pull, login: 'maintainer', body: '/review' });
    await scene.run();
    await scene.run({}, { event: issueCommentEvent(stage.fake, stage.pull, comment) });
    const writes = stage.fake.requests.filter((one) => one.method !== 'GET' && one.route !== 'POST /graphql');
    const allowed = [
      STATUS,
      REVIEW,
      'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
      'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    ];
    expect(writes.length).toBeGreaterThan(4);
    expect(writes.map((one) => one.route).filter((route) => !allowed.includes(route ?? ''))).toEqual([]);
    const queries = stage.fake.requests.filter((one) => one.route === 'POST /graphql');
    for (const { body } of queries) expect(JSON.stringify(body)).not.toMatch(/\bmutation\b/);
    expect(new Set(stage.fake.reviews.map((one) => one.state))).toEqual(new Set(['COMMENTED']));
    expect(stage.fake.unexpected).toEqual([]);
  });

  it('edits its comments in the diff, and with resolve-threads alone changes threads, never anything else', async () => {
    const stage = await setStage({ after: CRITICAL });
    const inputs = { 'resolve-threads': 'true' };
    await stage.run({ inputs });
    const { length } = stage.fake.requests;
    for (const text of ['export const users = 1;\n', CRITICAL['src/users.js']]) {
      stage.fake.moveHead(stage.pull, stage.repository.commit('next', { 'src/users.js': text }));
      await stage.run({ inputs, event: pullRequestEvent(stage.fake, stage.pull, 'synchronize') });
    }
    const later = stage.fake.requests.slice(length).filter(({ method }) => method !== 'GET');
    expect(new Set(later.map(({ route }) => route))).toEqual(
      new Set([
        STATUS,
        'POST /graphql',
        'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
        'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}',
      ]),
    );
    const mutations = later
      .map(({ body }) => JSON.stringify(body))
      .filter((text) => /\bmutation\b/.test(text));
    const fields = mutations.flatMap((text) => text.match(/\w+(?=\(input)/g) ?? []);
    expect(new Set(fields)).toEqual(new Set(['resolveReviewThread', 'unresolveReviewThread']));
    expect(fields).toHaveLength(mutations.length);
    expect(stage.fake.unexpected).toEqual([]);
  });
});

describe('R11 a /review whose writer cannot be looked up', () => {
  it.each([404, 500])('is not obeyed: %i', async (status) => {
    const stage = await setStage({ after: HARMLESS });
    stage.fake.script({
      route: 'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'fail', status },
    });
    const comment = stage.fake.addComment({ pull: stage.pull, login: 'maintainer', body: '/review' });
    const run = await stage.run({ event: issueCommentEvent(stage.fake, stage.pull, comment) });
    expect([run.code, stage.statuses(), stage.ownComments()]).toEqual([0, [], []]);
    expect(stage.fake.unusedFaults()).toEqual([]);
  });

  it('of one who wrote it by an edit is not obeyed', async () => {
    const stage = await setStage({ after: HARMLESS });
    const comment = stage.fake.addComment({ pull: stage.pull, login: 'maintainer', body: '/review' });
    const event = issueCommentEvent(stage.fake, stage.pull, comment, { action: 'edited' });
    const run = await stage.run({ event });
    expect([run.code, stage.statuses(), stage.ownComments()]).toEqual([0, [], []]);
  });
});

describe('R31 a diff that GitHub will not show', () => {
  it.each([406, 422, 502])(
    '%i to the comparison, every time: error with the count, named in the comment, step and configuration as ever',
    async (status) => {
      const stage = await setStage({
        before: { '.github/multi-agent-review.yml': 'fail-on: high\n' },
        after: { ...CRITICAL, '.github/multi-agent-review.yml': 'on-incomplete: success\n' },
      });
      const times = Number.POSITIVE_INFINITY;
      stage.fake.script({ route: COMPARE, times, effect: { kind: 'fail', status } });
      const run = await stage.run();
      expect(run.code).toBe(0);
      expect(last(stage)).toBe('error: incomplete: 2 files not reviewed');
      expect(stage.ownComments()).toHaveLength(1);
      expect(stage.ownComments()[0]).toContain('Review incomplete: 2 files not reviewed');
      expect(stage.ownComments()[0]).toContain('(all 2 files)');
      expect(stage.ownComments()[0]).toContain(String(status));
      expect(run.report).toMatchObject({ verdict: 'incomplete', gate: 'incomplete', failOn: 'high' });
      expect(stage.fake.reviews).toEqual([]);
      expect(validateReport(run.report)).toEqual([]);
    },
    20_000,
  );

  it('with a key: no model is asked about a change that nobody could read', async () => {
    const scene = await setScene(raise('confirmed'));
    const times = Number.POSITIVE_INFINITY;
    scene.stage.fake.script({ route: COMPARE, times, effect: { kind: 'fail', status: 406 } });
    await scene.run();
    expect(scene.server.seen).toEqual([]);
    expect(last(scene.stage)).toMatch(/^error: incomplete: .*1 file not reviewed/);
  });

  it('nor the configuration of its base: a final error on the head, and the step fails', async () => {
    const stage = await setStage({ after: CRITICAL });
    const times = Number.POSITIVE_INFINITY;
    for (const route of ['GET /repos/{owner}/{repo}/git/trees/{tree_sha}', CONTENTS])
      stage.fake.script({ route, times, effect: { kind: 'fail', status: 403 } });
    const run = await stage.run();
    expect(run.code).toBe(1);
    expect(stage.statuses()).toEqual([expect.stringMatching(/^error: incomplete: not read: .*status 403/)]);
    expect(stage.ownComments()).toEqual([]);
  });

  it('406 to the pages of a long list: what the comparison lists is reviewed, the rest is named and counted', async () => {
    const after = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`src/part-${n}.js`, `export const part${n} = ${n};\n`]),
    );
    const stage = await setStage({ after, github: { limits: { compareFiles: 10 } } });
    stage.fake.script({
      route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'fail', status: 406 },
    });
    const run = await stage.run();
    expect(stage.fake.unusedFaults()).toEqual([]);
    expect(run.code).toBe(0);
    expect(run.report?.coverage.reviewed).toHaveLength(10);
    expect(last(stage)).toBe('error: incomplete: 20 files not reviewed');
    expect(stage.ownComments()[0]).toContain('(20 further files)');
  });
});

describe('R33 GitHub refuses', () => {
  it('one line of the review: everything is said in its text, the status stands', async () => {
    const stage = await setStage({ after: CRITICAL });
    stage.fake.script({ route: REVIEW, effect: { kind: 'fail', status: 422 } });
    await stage.run();
    expect(stage.fake.reviews).toHaveLength(1);
    expect(stage.fake.reviewComments).toEqual([]);
    expect(stage.fake.reviews[0]?.body).toContain('Input reaches an SQL statement');
    expect(stage.ownComments()[0]).toContain('Input reaches an SQL statement');
    expect(last(stage)).toMatch(/^failure: 1 critical/);
  });

  it('every review: the comment and the status carry the result', async () => {
    const stage = await setStage({ after: CRITICAL });
    stage.fake.script({
      route: REVIEW,
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'fail', status: 403 },
    });
    const run = await stage.run();
    expect(stage.ownComments()[0]).toContain('Input reaches an SQL statement');
    expect(last(stage)).toMatch(/^failure: 1 critical/);
    expect(run.summary).toContain('Input reaches an SQL statement');
    expect(run.code).toBe(0);
  });

  it('the comment: the status and the summary carry the result', async () => {
    const stage = await setStage({ after: CRITICAL });
    stage.fake.script({
      route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'fail', status: 403 },
    });
    const run = await stage.run();
    expect(stage.ownComments()).toEqual([]);
    expect(last(stage)).toMatch(/^failure: 1 critical/);
    expect(run.summary).toContain('Input reaches an SQL statement');
  });

  it('the final status for a moment, by a secondary limit: it is written after all', async () => {
    const stage = await setStage({ after: CRITICAL });
    stage.fake.script({ route: STATUS, after: 1, effect: { kind: 'secondary-limit', retryAfter: 1 } });
    await stage.run();
    expect(last(stage)).toMatch(/^failure: 1 critical/);
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.fake.unusedFaults()).toEqual([]);
  });

  it('the final status for good: the exit code carries the result, never 0', async () => {
    const stage = await setStage({ after: CRITICAL });
    stage.fake.script({
      route: STATUS,
      after: 1,
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'fail', status: 403 },
    });
    const run = await stage.run({ event: pullRequestEvent(stage.fake, stage.pull, 'opened') });
    expect(stage.statuses()).toEqual(['pending: reviewing']);
    expect(run.code).toBe(1);
    expect(run.summary).toContain('Input reaches an SQL statement');
  });
});
