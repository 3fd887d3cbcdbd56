import { describe, expect, it } from 'vitest';
import { INJECTION, LARGE, nothing, PATH, raise, setScene } from './model-scene.ts';
import { type ActionRun, type Stage, setStage } from './run-action.ts';

const CRITICAL = { 'src/users.js': `${INJECTION}${LARGE}` };

/** One comment, one set of inline comments, and the newest status is final: whoever of the two came first. */
function expectOneVoice(stage: Stage): void {
  expect(stage.ownComments()).toHaveLength(1);
  expect(stage.fake.reviews).toHaveLength(1);
  const places = stage.fake.reviewComments.map((one) => `${one.path}:${one.line}: ${one.body}`);
  expect(new Set(places).size).toBe(places.length);
  expect(stage.statuses().at(-1)).toMatch(/^failure: 1 critical/);
  expect(stage.fake.unexpected).toEqual([]);
}

const runNumber = (id: string) => ({ environment: { GITHUB_RUN_ID: id } });

describe('R34 two processes for one pull request', () => {
  it('started at once: one comment, one review, one final status', async () => {
    const stage = await setStage({ after: CRITICAL });
    const runs = await Promise.all([stage.run(runNumber('1')), stage.run(runNumber('2'))]);
    expect(runs.map((run) => run.code)).toEqual([0, 0]);
    expectOneVoice(stage);
  });

  it('the second claims while the first reviews: the first stops before it writes anything', async () => {
    const scene = await setScene(raise('confirmed'), { after: { [PATH]: LARGE } });
    const second: Promise<ActionRun>[] = [];
    scene.stage.fake.script({
      route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
      effect: { kind: 'first', action: () => second.push(scene.run({}, runNumber('2'))) },
    });
    const first = await scene.run({}, runNumber('1'));
    const others = await Promise.all(second);
    expect([first, ...others].map((run) => run.code)).toEqual([0, 0]);
    expectOneVoice(scene.stage);
  });

  it('the second starts when the first has finished: it says nothing twice', async () => {
    const scene = await setScene(() => nothing, { after: CRITICAL });
    await scene.run({}, runNumber('1'));
    const [comment] = scene.stage.ownComments();
    await scene.run({}, runNumber('2'));
    expectOneVoice(scene.stage);
    expect(scene.stage.ownComments()).toEqual([comment]);
  });
});
