import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pullRequestEvent, workflowDispatchEvent } from '../fakes/github/events.ts';
import { INJECTION, LARGE, last, nothing, PATH, setScene } from './model-scene.ts';
import { setStage } from './run-action.ts';

const CONFIGURATION = '.github/multi-agent-review.yml';
const CRITICAL = { 'src/users.js': INJECTION };

describe('situations and what they lead to', () => {
  it('all reviewers done, models and all: success that counts them, the table of who ran', async () => {
    const scene = await setScene(() => nothing, { after: { [PATH]: LARGE } });
    const run = await scene.run();
    expect(last(scene.stage)).toMatch(/^success: (?:\d+ \w+ · )?6\/6 reviewers, 1\/1 files$/);
    expect(scene.stage.ownComments()[0]).toContain('| Reviewer |');
    expect(run.code).toBe(0);
  });

  it.each(['pull_request', 'workflow_dispatch'])(
    'closed, by %s: a notice, no status, exit 0',
    async (name) => {
      const stage = await setStage({ after: CRITICAL });
      stage.pull.state = 'closed';
      const { fake, pull } = stage;
      const event =
        name === 'pull_request'
          ? pullRequestEvent(fake, pull, 'reopened')
          : workflowDispatchEvent(fake, pull.repository, { 'pr-number': '7' }, 'maintainer');
      const run = await stage.run({ event });
      expect([run.code, stage.statuses(), stage.ownComments(), fake.reviews]).toEqual([0, [], [], []]);
      expect(run.out).toMatch(/::notice.*closed/);
    },
  );

  it('a head that is gone, pushed over before the run began: a notice, no status, exit 0', async () => {
    const stage = await setStage({ after: CRITICAL });
    const { name, payload } = pullRequestEvent(stage.fake, stage.pull, 'opened');
    const gone = JSON.stringify(payload).replaceAll(stage.pull.headSha, 'd'.repeat(40));
    const run = await stage.run({ event: { name, payload: JSON.parse(gone) } });
    expect([run.code, stage.fake.statuses, stage.ownComments()]).toEqual([0, [], []]);
    expect(run.out).toMatch(/::notice.*ddddddd is no longer the head/);
  });

  it('a draft that the base configuration wants reviewed: reviewed', async () => {
    const stage = await setStage({
      before: { [CONFIGURATION]: 'drafts: true\n' },
      after: CRITICAL,
      pull: { draft: true },
    });
    await stage.run();
    expect(last(stage)).toMatch(/^failure/);
  });

  it('every file excluded by the base configuration: success with the count, never the word clean', async () => {
    const stage = await setStage({
      before: { [CONFIGURATION]: 'paths: ["!src/**"]\n' },
      after: { ...CRITICAL, 'src/more.js': 'export const more = 1;\n' },
    });
    const run = await stage.run();
    expect(last(stage)).toBe('success: skipped by configuration: 0 of 2 files');
    expect(stage.ownComments()[0]).toContain('path filter');
    expect(stage.ownComments()[0]?.toLowerCase()).not.toContain('clean');
    expect(run.outputs.verdict).toBe('skipped');
  });

  it('a broken base configuration: defaults, file and line in the status, the fix in the comment', async () => {
    const stage = await setStage({
      before: { [CONFIGURATION]: 'drafts: false\nfail-on: severe\n' },
      after: { 'notes.txt': 'a\n' },
    });
    await stage.run();
    expect(last(stage)).toBe(`error: incomplete: configuration problem in ${CONFIGURATION}:2`);
    expect(stage.ownComments()[0]).toMatch(/severe[\s\S]*critical, high, medium/);
  });

  it.each([
    ['error, the default', '', /^error: incomplete: /],
    ['success, said by the base configuration', 'on-incomplete: success\n', /^success: incomplete, allowed/],
  ])('incomplete: %s', async (_what, settings, status) => {
    const scene = await setScene(() => ({ kind: 'error', status: 400 }), {
      before: { [CONFIGURATION]: `drafts: false\n${settings}` },
      after: { [PATH]: LARGE, [CONFIGURATION]: 'on-incomplete: success\nfail-on: never\n' },
    });
    await scene.run();
    expect(last(scene.stage)).toMatch(status);
    expect(scene.stage.ownComments()[0]).not.toMatch(/^### ✅/m);
  });

  it('pull_request_target from a fork: reviewed with its token that may write, nothing of the head is read as a file', async () => {
    const stage = await setStage({ after: CRITICAL, fork: true });
    const event = pullRequestEvent(stage.fake, stage.pull, 'opened', { name: 'pull_request_target' });
    await stage.run({ event });
    expect(last(stage)).toMatch(/^failure: 1 critical/);
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.fake.unexpected).toEqual([]);
  });
});

const HERE = 'verdict-table.test.ts';
/** Each row of the table in docs/action.md, and the whole run that shows it. */
const SHOWN_BY: Readonly<Record<string, readonly (readonly [file: string, title: string])[]>> = {
  'everything reviewed': [
    [HERE, 'all reviewers done, models and all'],
    ['action.test.ts', 'clean: one comment, no review, success'],
  ],
  'a finding at or above': [
    ['action.test.ts', 'a critical: the comment says it first'],
    ['models.test.ts', 'that is confirmed fails the status'],
    ['models.test.ts', 'that is refuted blocks nothing'],
  ],
  'a reviewer failed': [
    ['models.test.ts', 'one of them: incomplete'],
    ['model-faults.test.ts', 'cuts off, refuses or breaks off'],
    ['model-faults.test.ts', 'answers malformed every time'],
  ],
  'all models failed': [['models.test.ts', 'all of them: analyzer results are posted']],
  'no key by choice': [['models.test.ts', '"unset", the default: deterministic']],
  'key given but empty': [
    ['models.test.ts', 'given but empty: incomplete'],
    ['models.test.ts', 'empty on a fork: deterministic'],
  ],
  'everything excluded': [
    [HERE, 'every file excluded by the base configuration'],
    ['action.test.ts', 'that skips a label: success with the count'],
  ],
  draft: [
    ['action.test.ts', 'a draft: pending that may stay'],
    [HERE, 'a draft that the base configuration wants reviewed'],
  ],
  'closed pull request': [
    [HERE, 'closed, by %s: a notice'],
    [HERE, 'a head that is gone'],
  ],
  'broken base configuration': [[HERE, 'a broken base configuration: defaults']],
  'budget reached': [
    ['model-budgets.test.ts', 'of %s: the least valuable reviewers are dropped'],
    ['github-limits.test.ts', 'R31 more files than GitHub lists'],
    ['github-faults.test.ts', '%i to the comparison, every time'],
  ],
  'a newer run on': [['two-runs.test.ts', 'the second claims while the first reviews']],
  'a newer head': [['action.test.ts', 'R24 the head moves while the review runs']],
  'GitHub refuses to show': [
    ['github-faults.test.ts', '%i to the comparison, every time'],
    ['github-faults.test.ts', 'nor the configuration of its base: a final error'],
  ],
  'paused by': [['command-orders.test.ts', 'pause: pushes end with that status']],
  'aborted by': [['command-abort.test.ts', 'ends the running review: it publishes nothing']],
  'overridden by': [['command-orders.test.ts', 'lets this head pass, says who, why and until when']],
  '`merge_group`': [['action.test.ts', 'merge_group: success']],
  'the token may only read': [['action.test.ts', 'R33 a token that may only read']],
  'the run crashes': [
    ['unfinished.test.ts', 'the post step ends the status and the comment'],
    ['unfinished.test.ts', 'ends the comment itself'],
  ],
};

describe('the table of situations in docs/action.md', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'action.md'), 'utf8');
  const table = page.split('## Exit codes')[0] ?? '';
  const situations = [...table.matchAll(/^\| (?!Situation|-)([^|]+) \|/gm)].map((match) => match[1] ?? '');

  it('has a whole run for each of its rows', () => {
    expect(situations.length).toBeGreaterThan(14);
    const unshown = situations.filter(
      (situation) => !Object.keys(SHOWN_BY).some((start) => situation.startsWith(start)),
    );
    expect(unshown).toEqual([]);
  });

  it.each(Object.entries(SHOWN_BY))('“%s” is a row, and its tests are there', (start, tests) => {
    expect(situations.some((situation) => situation.startsWith(start))).toBe(true);
    for (const [file, title] of tests)
      expect(readFileSync(join(import.meta.dirname, file), 'utf8')).toContain(title);
  });
});
