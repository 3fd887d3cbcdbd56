import { describe, expect, it } from 'vitest';
import { wireAnswer } from '../dispatch/model/material.ts';
import { pullRequestEvent } from '../fakes/github/events.ts';
import {
  answer,
  critical,
  isVerifier,
  LARGE,
  nothing,
  PATH,
  type Scene,
  setScene,
  verdict,
} from './model-scene.ts';
import type { ActionRun } from './run-action.ts';

const CREATE = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const EDIT = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
const STATE = /<!-- multi-agent-review state .*? -->/;
const UNFINISHED = /\*\*The review of `[0-9a-f]{7}` did not finish\*\*/;

/** Loaded before the Action: what it shows after ten seconds it shows at once, and its time is over when told. */
const HURRY = `data:text/javascript,${encodeURIComponent(
  'const t=globalThis.setTimeout;globalThis.setTimeout=(f,ms,...a)=>t(f,ms===10000?20:ms,...a);' +
    'const c=new AbortController(),s=AbortSignal.timeout;' +
    'AbortSignal.timeout=(ms)=>ms>100000?c.signal:s.call(AbortSignal,ms);' +
    'process.on("SIGUSR2",()=>c.abort(new DOMException("The time is over","TimeoutError")));',
)}`;
const HURRIED = { NODE_OPTIONS: `--import=${HURRY}` };

/** Models that answer the first review and no other. */
async function setOlderReview(): Promise<Scene> {
  let isFirst = true;
  const scene = await setScene(
    (request) => {
      if (!isFirst) return { kind: 'never' };
      if (isVerifier(request)) return answer(verdict('confirmed'));
      return answer(wireAnswer([critical()]));
    },
    { after: { [PATH]: LARGE } },
  );
  await scene.run();
  isFirst = false;
  scene.stage.fake.moveHead(
    scene.stage.pull,
    scene.stage.repository.commit('next', { [PATH]: `${LARGE}// more\n` }),
  );
  return scene;
}

const synchronize = ({ stage }: Scene) => pullRequestEvent(stage.fake, stage.pull, 'synchronize');
const postStep = ({ stage }: Scene, { savedState }: ActionRun) =>
  stage.run({
    script: 'action-post.js',
    environment: Object.fromEntries(
      Object.entries(savedState).map(([name, value]) => [`STATE_${name}`, value]),
    ),
  });

describe('a run that is killed while the models are asked', () => {
  it('the post step ends the status and the comment that showed progress, and touches nobody else’s', async () => {
    const scene = await setScene(() => ({ kind: 'never' }), { after: { [PATH]: LARGE } });
    const { stage } = scene;
    const killed = await scene.run({}, { killAt: CREATE, environment: HURRIED });
    expect(killed.code).toBe(null);
    const [shown = ''] = stage.ownComments();
    expect(shown).toContain('is running');
    const forged = stage.fake.addComment({ pull: stage.pull, login: 'stranger', body: shown });
    await postStep(scene, killed);
    expect(stage.statuses()).toEqual([
      'pending: reviewing',
      'error: crashed: the review did not finish; run it again',
    ]);
    expect(stage.ownComments()).toEqual([expect.stringMatching(UNFINISHED)]);
    expect(stage.ownComments()[0]).not.toMatch(/is running|\| Reviewer \|/);
    expect(stage.ownComments()[0]).toContain('`/review`');
    expect(stage.fake.comments.find(({ id }) => id === forged.id)?.body).toBe(shown);
    expect(stage.fake.unexpected).toEqual([]);
  });

  it('the report of an older review comes back, and what it remembers byte for byte', async () => {
    const scene = await setOlderReview();
    const { stage } = scene;
    const [before = ''] = stage.ownComments();
    const report = before.slice(before.indexOf('\n') + 1, before.search(STATE)).trim();
    const killed = await scene.run({}, { killAt: EDIT, event: synchronize(scene), environment: HURRIED });
    expect(stage.ownComments()[0]).toContain('is running');
    expect(stage.ownComments()[0]).toContain(report);
    await postStep(scene, killed);
    const [after = ''] = stage.ownComments();
    expect(stage.ownComments()).toHaveLength(1);
    expect(after).toMatch(UNFINISHED);
    expect(after).not.toMatch(/is running|The last report<\/summary>/);
    expect(after).toContain(report);
    expect(STATE.exec(after)?.[0]).toBe(STATE.exec(before)?.[0]);
    expect(stage.statuses().at(-1)).toMatch(/^error: crashed/);
    // A second crash neither loses that report nor stacks what it says.
    const again = await scene.run({}, { killAt: EDIT, event: synchronize(scene), environment: HURRIED });
    await postStep(scene, again);
    expect(stage.ownComments()).toEqual([after]);
  });

  it('the post step of a run that ended by itself asks and writes nothing', async () => {
    const scene = await setScene(() => nothing);
    const run = await scene.run();
    const { length } = scene.stage.fake.requests;
    await postStep(scene, run);
    expect(scene.stage.fake.requests).toHaveLength(length);
  });
});

describe('a run that breaks after it showed progress', () => {
  it('ends the comment itself: the older report stands again, the step fails', async () => {
    const scene = await setOlderReview();
    const { stage } = scene;
    const [before = ''] = stage.ownComments();
    const run = await scene.run(
      {},
      { event: synchronize(scene), killAt: EDIT, killBy: 'SIGUSR2', environment: HURRIED },
    );
    expect(run.code).toBe(1);
    expect(stage.statuses().at(-1)).toMatch(/^error: crashed/);
    expect(stage.ownComments()).toEqual([expect.stringMatching(UNFINISHED)]);
    expect(stage.ownComments()[0]).toContain('The discount is not applied');
    expect(STATE.exec(stage.ownComments()[0] ?? '')?.[0]).toBe(STATE.exec(before)?.[0]);
  });

  it('ends it also when somebody else ended the status', async () => {
    const scene: Scene = await setScene(() => ({ kind: 'answer', content: wireAnswer(), start: aborted }), {
      after: { [PATH]: LARGE },
    });
    const { stage } = scene;
    const aborted = new Promise<void>((resolve) => {
      const action = () => {
        stage.fake.addStatus({
          pull: stage.pull,
          login: 'maintainer',
          context: 'multi-agent-review',
          state: 'error',
          description: 'aborted by maintainer',
        });
        resolve();
      };
      stage.fake.script({ route: CREATE, effect: { kind: 'first', action } });
    });
    await scene.run({}, { environment: HURRIED });
    expect(stage.statuses().at(-1)).toBe('error: aborted by maintainer');
    expect(stage.ownComments()).toEqual([expect.stringMatching(UNFINISHED)]);
  });
});
