import { describe, expect, it } from 'vitest';
import { wireAnswer } from '../dispatch/model/material.ts';
import { issueCommentEvent, pullRequestEvent } from '../fakes/github/events.ts';
import type { WireRequest } from '../fakes/messages/check-request.ts';
import {
  answer,
  critical,
  expectNothingUnexpected,
  isVerifier,
  nothing,
  roleOf,
  setScene,
  textOf,
  verdict,
} from './model-scene.ts';
import { setStage } from './run-action.ts';

const PATH = 'src/auth/token.js';
const FIRST = Array.from({ length: 14 }, (_, index) => `export const part${index} = ${index * 7};`);
const OLD_LINE = 'export const part1 = 7;';
const NEW_LINE = 'export const round6 = 6;';
const WORST_LINE = 'export const part11 = 77;';

/** From the sixth push on it sees what it never spoke of before. */
function behave(request: WireRequest) {
  if (isVerifier(request)) return answer(verdict('confirmed'));
  if (roleOf(request) !== 'correctness' || !textOf(request).includes(NEW_LINE)) return nothing;
  const raise = (quote: string, severity: string, title: string) =>
    critical({ path: PATH, quote, severity, title, explanation: `About ${quote}`, category: 'logic' });
  return answer(
    wireAnswer([
      raise(OLD_LINE, 'low', 'A constant is misnamed'),
      raise(NEW_LINE, 'low', 'Rounds are counted twice'),
      raise(WORST_LINE, 'high', 'Every caller loses money'),
    ]),
  );
}

describe('a commit that an earlier run left pending', () => {
  it.each([
    [70, 'reviewing', true],
    [10, 'reviewing', false],
    [70, 'draft: reviewed when ready', false],
  ])('for %i minutes as "%s": a person is asked: %s', async (minutes, description, isAsked) => {
    let past = minutes * 60_000;
    const stage = await setStage({
      before: { '.github/multi-agent-review.yml': 'drafts: false\n' },
      after: { 'src/list.js': 'export const list = [];\n' },
      github: { now: () => Date.now() - past },
    });
    const { pull, fake } = stage;
    const login = 'github-actions[bot]';
    fake.addStatus({ pull, login, context: 'multi-agent-review', state: 'pending', description });
    past = 0;
    const run = await stage.run();
    const [comment = ''] = stage.ownComments();
    expect(comment.includes('An earlier review of this commit was pending for 70 min')).toBe(isAsked);
    expect(run.report?.escalations !== undefined).toBe(isAsked);
    expect(stage.statuses().at(-1)).toMatch(/^success/);
    expect(fake.unexpected).toEqual([]);
  });
});

describe('a pull request of six pushes', () => {
  it('converges, and asks the code owners to look', async () => {
    const lines = [...FIRST];
    const file = () => ({ [PATH]: `${lines.join('\n')}\n` });
    const scene = await setScene(behave, { after: file() });
    const { stage } = scene;
    const first = await scene.run();
    expect(first.report?.escalations).toEqual([
      { role: 'code owners', paths: [PATH], reason: 'A security-sensitive file was changed.' },
    ]);
    expect(stage.ownComments()[0]).toMatch(
      /\*\*Needs a person\*\*\n\n- \*\*Code owners\*\* of `src\/auth\/token.js`/,
    );

    for (let round = 2; round <= 6; round += 1) {
      expect(stage.ownComments()[0]).not.toContain('converged');
      lines.push(`export const round${round} = ${round};`);
      stage.fake.moveHead(stage.pull, stage.repository.commit(`round ${round}`, file()));
      await scene.run({}, { event: pullRequestEvent(stage.fake, stage.pull, 'synchronize') });
    }
    const converged = stage.ownComments()[0] ?? '';
    expect(converged).toContain('This review has converged: after 5 automatic reviews');
    expect(converged).toContain('`/review full` looks at everything again.');
    expect(converged).toContain('Rounds are counted twice');
    expect(converged).toContain('Every caller loses money');
    expect(converged).not.toContain('A constant is misnamed');
    expect(converged).toMatch(/1 × converged: first raised after 5 reviews of the same lines/);

    const comment = stage.fake.addComment({ pull: stage.pull, login: 'maintainer', body: '/review full' });
    const full = await scene.run({}, { event: issueCommentEvent(stage.fake, stage.pull, comment) });
    expect(full.report?.convergence).toBeUndefined();
    expect(stage.ownComments()[0]).toContain('A constant is misnamed');
    expect(stage.ownComments()[0]).not.toContain('converged');
    expect(stage.ownComments()).toHaveLength(1);
    expectNothingUnexpected(scene);
  }, 90_000);
});
