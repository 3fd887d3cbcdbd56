import { describe, expect, it } from 'vitest';
import { wireAnswer } from '../dispatch/model/material.ts';
import { issueCommentEvent, pullRequestEvent } from '../fakes/github/events.ts';
import {
  answer,
  critical,
  expectNothingUnexpected,
  INJECTION,
  isVerifier,
  LARGE,
  last,
  nothing,
  PATH,
  raise,
  roleOf,
  type Scene,
  setScene,
  textOf,
  verdict,
} from './model-scene.ts';
import { setStage } from './run-action.ts';

const OTHER = 'src/stock.js';
const STOCK = Array.from({ length: 14 }, (_, index) => `export const shelf${index} = ${index * 3};\n`).join(
  '',
);
const BOTH = { [PATH]: LARGE, [OTHER]: STOCK };

/** Finds the wrong discount wherever the file is shown, and confirms it. */
const behave = (request: Parameters<typeof isVerifier>[0]) => {
  if (isVerifier(request)) return answer(verdict('confirmed'));
  return roleOf(request) === 'correctness' && textOf(request).includes(' discount / 100')
    ? answer(wireAnswer([critical()]))
    : nothing;
};

async function push(
  scene: Scene,
  files: Readonly<Record<string, string>>,
  action: 'synchronize' | 'reopened' = 'synchronize',
) {
  const { stage, server } = scene;
  const next = stage.repository.commit('next', files);
  stage.fake.moveHead(stage.pull, next);
  const before = server.seen.length;
  const run = await scene.run({}, { event: pullRequestEvent(stage.fake, stage.pull, action) });
  return { run, next, asked: server.seen.slice(before).map(({ request: asked }) => asked) };
}

describe('a review that remembers', () => {
  it('the same head again: no question, no new comment, the same status', async () => {
    const scene = await setScene(behave, { after: BOTH });
    await scene.run();
    const [comment] = scene.stage.ownComments();
    const inline = scene.stage.fake.reviewComments.length;
    const asked = scene.server.seen.length;
    const requests = scene.stage.fake.requests.length;
    const event = pullRequestEvent(scene.stage.fake, scene.stage.pull, 'synchronize');
    const again = await scene.run({}, { event });
    expect(scene.stage.fake.requests.length - requests).toBeLessThanOrEqual(6);
    expect(again.report?.extent).toMatchObject({ reasons: [] });
    expect(scene.server.seen).toHaveLength(asked);
    expect(scene.stage.ownComments()).toEqual([comment]);
    expect(scene.stage.fake.reviewComments).toHaveLength(inline);
    expect(last(scene.stage)).toMatch(/^failure: 1 critical finding blocks/);
    expect(again.report).toMatchObject({ mode: 'models', extent: { kind: 'changed', askedFiles: 0 } });
    expectNothingUnexpected(scene);
  });

  it('a push to one file: models are asked about that file, the other finding stands and is not said again', async () => {
    const scene = await setScene(behave, { after: BOTH });
    await scene.run();
    const inline = scene.stage.fake.reviewComments.length;
    const { run, asked } = await push(scene, { [OTHER]: `${STOCK}export const shelf14 = 7;\n` });
    expect(asked.length).toBeGreaterThan(0);
    for (const request of asked) expect(textOf(request)).not.toContain('discount / 100');
    expect(run.report).toMatchObject({
      gate: 'fail',
      extent: { kind: 'changed', carriedFiles: 1, askedFiles: 1 },
    });
    expect(scene.stage.ownComments()[0]).toContain('The discount is not applied');
    expect(scene.stage.ownComments()[0]).toMatch(/0 new, \d still open/);
    expect(scene.stage.fake.reviewComments).toHaveLength(inline);
    expectNothingUnexpected(scene);
  });

  it('a fix: the comment says which commit fixed it, and the status passes', async () => {
    const scene = await setScene(behave, { after: BOTH });
    await scene.run();
    const { next, run } = await push(scene, {
      [PATH]: LARGE.replace('discount / 100', '(amount * discount) * 0.01'),
    });
    expect(scene.stage.statuses(next).at(-1)).toMatch(/^success/);
    expect(scene.stage.ownComments()[0]).toContain(`1 fixed by ${next.slice(0, 7)}`);
    expect(run.report?.since?.fixed).toMatchObject([{ fixedBy: next, isNew: true }]);
  });

  it('rewritten history: everything is looked at again, and the report says why', async () => {
    const scene = await setScene(behave, { after: BOTH });
    await scene.run();
    const { stage } = scene;
    stage.repository.git('checkout', '--quiet', '--detach', `${stage.pull.headSha}~1`);
    const { run, asked } = await push(scene, BOTH);
    expect(asked.some((request) => textOf(request).includes('discount / 100'))).toBe(true);
    expect(run.report?.extent?.reasons.join()).toMatch(/history was rewritten/);
    expect(stage.ownComments()).toHaveLength(1);
  });

  it('/review with nothing changed, and /review full: everything', async () => {
    const settings = { '.github/multi-agent-review.yml': 'commands:\n  cooldown-seconds: 0\n' };
    const scene = await setScene(behave, { before: settings, after: BOTH });
    await scene.run();
    for (const [body, reason] of [
      ['/review', /nothing changed/],
      ['/review full', /\/review full/],
    ] as const) {
      const before = scene.server.seen.length;
      const comment = scene.stage.fake.addComment({ pull: scene.stage.pull, login: 'maintainer', body });
      const event = issueCommentEvent(scene.stage.fake, scene.stage.pull, comment);
      const run = await scene.run({}, { event });
      expect(scene.server.seen.length).toBeGreaterThan(before);
      expect(run.report?.extent?.reasons.join()).toMatch(reason);
    }
  });
});

describe('R21 state in a comment is not trusted', () => {
  it('signed with another secret: the full review runs, and nothing is taken over', async () => {
    const scene = await setScene(raise('confirmed'), { after: BOTH });
    await scene.run({ 'state-key': 'of somebody else' });
    const before = scene.server.seen.length;
    const event = pullRequestEvent(scene.stage.fake, scene.stage.pull, 'synchronize');
    const run = await scene.run({}, { event });
    expect(scene.server.seen.length).toBeGreaterThan(before);
    expect(run.report?.extent?.reasons.join()).toMatch(/not signed/);
  });
});

describe('with no key', () => {
  it('says what was fixed and what moved, and repeats nothing inline', async () => {
    const stage = await setStage({ after: { 'src/users.js': INJECTION } });
    await stage.run();
    const inline = stage.fake.reviewComments.length;
    const moved = stage.repository.commit('moved', { 'src/users.js': `// above\n\n${INJECTION}` });
    stage.fake.moveHead(stage.pull, moved);
    await stage.run({ event: pullRequestEvent(stage.fake, stage.pull, 'synchronize') });
    expect(stage.ownComments()[0]).toMatch(/since the last review: 0 new, \d still open, 0 fixed/);
    const fixed = stage.repository.commit('fixed', { 'src/users.js': 'export const users = 1;\n' });
    stage.fake.moveHead(stage.pull, fixed);
    await stage.run({ event: pullRequestEvent(stage.fake, stage.pull, 'synchronize') });
    expect(stage.ownComments()).toHaveLength(1);
    expect(stage.ownComments()[0]).toContain(`fixed by ${fixed.slice(0, 7)}`);
    expect(stage.statuses(fixed).at(-1)).toMatch(/^success/);
    expect(stage.fake.reviewComments).toHaveLength(inline);
  });
});
