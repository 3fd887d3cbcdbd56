import { describe, expect, it } from 'vitest';
import { wireAnswer } from '../dispatch/model/material.ts';
import {
  answer,
  codeOfTokens,
  critical,
  expectNothingUnexpected,
  isVerifier,
  LARGE,
  last,
  nothing,
  PATH,
  raise,
  roleOf,
  type Scene,
  setScene,
  verdict,
} from './model-scene.ts';

/** Everything that people and machines can read of a run. */
function published({ stage }: Scene, run: Awaited<ReturnType<Scene['run']>>): string {
  return [
    ...stage.fake.comments.map((one) => one.body),
    ...stage.fake.reviews.map((one) => one.body),
    ...stage.fake.reviewComments.map((one) => one.body),
    ...stage.statuses(),
    run.summary,
    run.out,
    JSON.stringify(run.outputs),
    JSON.stringify(run.report),
  ].join('\n');
}

describe('R32 six reviewers and a model that', () => {
  it('is overloaded for good: three tries each, the cheaper one too, an error, one comment that says so', async () => {
    const scene = await setScene(() => ({ kind: 'error', status: 529, message: 'Overloaded' }), {
      after: { [PATH]: LARGE },
    });
    const run = await scene.run();
    // Six reviewers; the three of the dearer model ask the cheaper one as well.
    expect(scene.server.seen).toHaveLength(18 + 9);
    expect(last(scene.stage)).toMatch(/^error: incomplete: no model reviewed/);
    expect(scene.stage.ownComments()).toHaveLength(1);
    expect(scene.stage.ownComments()[0]).toMatch(/overloaded/i);
    expect(scene.stage.fake.reviews).toEqual([]);
    expect(run.code).toBe(0);
    expectNothingUnexpected(scene);
  });

  it('is overloaded while the cheaper one answers: reviewed by that, and both are named', async () => {
    const scene = await setScene(
      ({ model }) => (/sonnet/.test(model) ? { kind: 'error', status: 529, message: 'Overloaded' } : nothing),
      { after: { [PATH]: LARGE } },
    );
    const run = await scene.run();
    expect(last(scene.stage)).toMatch(/^success/);
    expect(run.report?.agents.find((agent) => agent.name === 'security')).toMatchObject({
      status: 'done',
      model: 'claude-sonnet-5-5, claude-haiku-5-5',
    });
    expect(scene.stage.ownComments()[0]).toContain('claude-haiku-5-5 was asked instead');
    expectNothingUnexpected(scene);
  });

  it('answers malformed every time: one repair each, an error, and not a word of it is published', async () => {
    const raw = 'RAWWORDS of a model';
    const scene = await setScene(() => answer(`{"findings": [{"title": "${raw}", ${raw}`), {
      after: { [PATH]: LARGE },
    });
    const run = await scene.run();
    expect(scene.server.seen).toHaveLength(12);
    expect(last(scene.stage)).toMatch(/^error: incomplete: no model reviewed/);
    expect(published(scene, run)).not.toContain('RAWWORDS');
    expect(run.report?.agents.map((agent) => agent.status)).toEqual(Array(6).fill('unparsable'));
    expect(scene.stage.ownComments()).toHaveLength(1);
    expectNothingUnexpected(scene);
  });

  it('has nothing to say after 40 ms: a success that counts six reviewers, no inline comment', async () => {
    const scene = await setScene(
      () => ({
        kind: 'answer',
        content: wireAnswer(),
        start: new Promise((resolve) => setTimeout(resolve, 40)),
      }),
      { after: { [PATH]: LARGE } },
    );
    const run = await scene.run();
    expect(scene.server.seen).toHaveLength(6);
    expect(last(scene.stage)).toMatch(/^success: .*6\/6 reviewers, 1\/1 files$/);
    expect(run.report?.findings.filter((one) => one.origin === 'model')).toEqual([]);
    expect(run.report?.agents.every((agent) => agent.engine === 'analyzers+model')).toBe(true);
    expect(scene.stage.fake.reviews).toEqual([]);
    expect(scene.stage.ownComments()).toHaveLength(1);
    expectNothingUnexpected(scene);
  });

  it('leaves its first question unanswered: the others are asked after eight seconds, the deadline ends that one', async () => {
    const scene = await setScene((_request, index) => (index === 0 ? { kind: 'never' } : nothing), {
      after: { [PATH]: codeOfTokens(8_000) },
    });
    const run = await scene.run({ 'deadline-seconds': '10' });
    const [leader] = scene.server.seen;
    const followers = scene.server.seen.filter(
      ({ request }, index) => index > 0 && request.model === leader?.request.model,
    );
    expect(followers).toHaveLength(2);
    for (const { arrivedAt } of followers) {
      expect(arrivedAt - (leader?.arrivedAt ?? 0)).toBeGreaterThan(7_800);
      expect(arrivedAt - (leader?.arrivedAt ?? 0)).toBeLessThan(9_900);
    }
    expect(leader?.aborted).toBe(true);
    const late = run.report?.agents.filter((agent) => agent.status !== 'done') ?? [];
    expect(late.map((agent) => agent.name)).toEqual(['security']);
    expect(late[0]?.status).toBe('timed-out');
    expect(last(scene.stage)).toMatch(/^error: incomplete: security/);
    expect(run.code).toBe(0);
    expectNothingUnexpected(scene);
  });

  it('answers everyone but the verifier: a finding without a verdict never blocks, and it is said', async () => {
    const scene = await setScene((request) =>
      isVerifier(request) ? { kind: 'error', status: 529 } : answer(wireAnswer([critical()])),
    );
    await scene.run();
    expect(last(scene.stage)).toMatch(/^error: incomplete: verifier/);
    expect(scene.stage.ownComments()[0]).toContain('The discount is not applied');
    expectNothingUnexpected(scene);
  });

  it('cuts off, refuses or breaks off one answer each: those reviewers are named, the rest is posted', async () => {
    const scene = await setScene(
      (request) => {
        const role = roleOf(request);
        if (role === '') return answer(verdict('confirmed'));
        if (role.includes('secur')) return answer(wireAnswer([critical()]));
        if (role.includes('perf')) return { kind: 'answer', content: wireAnswer(), stopReason: 'max_tokens' };
        if (role.includes('styl')) return { kind: 'answer', content: wireAnswer(), stopReason: 'refusal' };
        if (role.includes('doc')) return { kind: 'answer', content: wireAnswer(), breakOff: 'reset' };
        return nothing;
      },
      { after: { [PATH]: LARGE } },
    );
    const run = await scene.run();
    const statuses = new Map(run.report?.agents.map((agent) => [agent.name, agent.status]));
    expect(statuses.get('performance')).toBe('truncated');
    expect(statuses.get('style')).toBe('refused');
    expect(statuses.get('documentation')).toBe('failed');
    expect(statuses.get('security')).toBe('done');
    expect(last(scene.stage)).toMatch(/^failure: 1 critical finding blocks · incomplete: /);
    expect(scene.stage.ownComments()[0]).toContain('The discount is not applied');
    expectNothingUnexpected(scene);
  });
});

describe('a pull request of a fork that lives', () => {
  it.each([
    ['clean', LARGE, /^success: .*deterministic mode \(fork, no key\)/],
    [
      'with a critical',
      `${LARGE}\ndb.query("SELECT * FROM t WHERE a = '" + req.query.a + "'");\n`,
      /^failure: /,
    ],
  ])(
    'R44 the key is given but empty, %s: the analyzers decide, and it is named as such',
    async (_what, text, wanted) => {
      const scene = await setScene(() => nothing, { after: { [PATH]: text }, fork: true });
      const run = await scene.run({ 'anthropic-api-key': '' });
      expect(last(scene.stage)).toMatch(wanted);
      expect(last(scene.stage)).toContain('deterministic mode (fork, no key)');
      expect(scene.stage.ownComments()[0]).toContain('deterministic mode');
      expect(scene.server.seen).toEqual([]);
      expect(run.report?.mode).toBe('deterministic');
      expect(run.code).toBe(0);
    },
  );

  it('R33 the token may only read and there is no key: the summary says all, the exit code follows the gate', async () => {
    const scene = await setScene(() => nothing, {
      after: { [PATH]: `${LARGE}\ndb.query("SELECT * FROM t WHERE a = '" + req.query.a + "'");\n` },
      fork: true,
      readOnly: true,
    });
    const run = await scene.run({ 'anthropic-api-key': '' });
    expect([scene.stage.ownComments(), scene.stage.statuses()]).toEqual([[], []]);
    expect(run.summary).toContain('deterministic mode');
    expect(run.summary).toContain('SQL');
    expect(run.code).toBe(1);
  });

  it('R33 the token may only read and there is a key: models are asked, their finding is in the summary', async () => {
    const scene = await setScene(raise('confirmed'), { fork: true, readOnly: true });
    const run = await scene.run();
    expect(scene.server.seen.length).toBeGreaterThan(0);
    expect(run.summary).toContain('The discount is not applied');
    expect(run.code).toBe(1);
    expect(scene.stage.fake.unexpected).toEqual([]);
  });
});
