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

  it('the second claims while the first reviews: the first stops before it publishes anything', async () => {
    const second: Promise<ActionRun>[] = [];
    let open = () => {};
    const claimedTwice = new Promise<void>((resolve) => {
      open = resolve;
    });
    const scene = await setScene(
      (request, index) => {
        const behaviour = raise('confirmed')(request, index);
        return behaviour.kind === 'answer' ? { ...behaviour, start: claimedTwice } : behaviour;
      },
      { after: { [PATH]: LARGE } },
    );
    const onClaim = (after: number, action: () => void) =>
      scene.stage.fake.script({
        route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
        after,
        effect: { kind: 'first', action },
      });
    onClaim(0, () => second.push(scene.run({}, runNumber('2'))));
    onClaim(1, open);
    const first = await scene.run({}, runNumber('1'));
    const others = await Promise.all(second);
    expect([first, ...others].map((run) => run.code)).toEqual([0, 0]);
    expectOneVoice(scene.stage);
    expect(scene.stage.statuses().map((status) => status.split(':')[0])).toEqual([
      'pending',
      'pending',
      'failure',
    ]);
    expect(first.outputs['comment-url'] ?? '').toBe('');
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
