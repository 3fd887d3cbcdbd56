import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/config/default-settings.ts';
import { runModelAgent } from '../../../src/dispatch/model/run-model-agent.ts';
import { chooseModels } from '../../../src/plan/model-plan/choose-models.ts';
import type { ModelRequest } from '../../../src/ports.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { makeFakeClock } from '../fake-ports.ts';
import {
  failed,
  makeFakeClient,
  makeMaterial,
  makeOrder,
  makeReviewer,
  makeSurroundings,
  said,
  wireAnswer,
  wireFinding,
} from './material.ts';
import { type RunScene, runScene } from './run-scene.ts';

const [HAIKU, SONNET, OPUS] = ['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5'];
const FILE = makeChangedFile('src/a.ts', null, 'first\nsecond\nlast\n');
const REVIEWER = makeReviewer('correctness', {
  sees: ['diff', 'intent', 'tests'],
  description: 'Finds what goes wrong.',
  instructions: 'Think like an attacker.',
});
const good = said(wireAnswer([wireFinding()]));

const scene = (answer: RunScene['answer'], more: Partial<RunScene> = {}) =>
  runScene({
    files: [FILE],
    reviewers: [REVIEWER],
    context: {
      subject: { title: 'A title', description: '' },
      related: new Map([['tests/a.test.ts', 'sure(a);\n']]),
    },
    answer,
    ...more,
  });
const by =
  (answers: Readonly<Record<string, ReturnType<typeof said>>>): RunScene['answer'] =>
  ({ model }: ModelRequest) =>
    answers[model] ?? failed('bad-request');

describe('a second model', () => {
  it.each(['overloaded', 'rate-limited'] as const)(
    'gets the same question when the first is %s, and the report names both',
    async (kind) => {
      const { asked, agent, outcome } = await scene(by({ [SONNET]: failed(kind), [HAIKU]: good }));

      expect(asked.map((request) => request.model)).toEqual([SONNET, HAIKU]);
      expect(asked[1]?.messages).toEqual(asked[0]?.messages);
      expect(agent('correctness')).toMatchObject({
        status: 'done',
        model: `${SONNET}, ${HAIKU}`,
        tokens: { input: 200, output: 100 },
        findings: { raised: 1 },
      });
      expect(agent('correctness')?.costUsd).toBeCloseTo((100 * 2.1 + 50 * 10.5) / 1e6, 10);
      expect(outcome.notes).toEqual([
        `correctness: ${SONNET}: ${kind}: as ordered: ${kind}; ${HAIKU} was asked instead.`,
      ]);
      expect(outcome.coverage.reviewed[0]?.by).toContain('model');
    },
  );

  it('gets the question for findings alone when the first declines', async () => {
    const { asked, agent, outcome } = await scene(by({ [SONNET]: failed('refused'), [HAIKU]: good }));
    const [first = '', second = ''] = asked.map(({ messages }) => messages[0]?.content.at(-1)?.text ?? '');

    expect(first).toMatch(/attacker[\s\S]*A title[\s\S]*sure\(a\)/);
    expect(second).toContain('Finds what goes wrong.');
    expect(second).not.toMatch(/Think like|A title|sure\(a\)/);
    expect(asked[1]?.messages[0]?.content[0]).toEqual(asked[0]?.messages[0]?.content[0]);
    expect(agent('correctness')).toMatchObject({ status: 'done', model: `${SONNET}, ${HAIKU}` });
    expect(outcome.notes[0]).toContain(`${SONNET}: as ordered: refused; ${HAIKU} was asked instead`);
  });

  it.each([
    ['refused', 'refused', 'refused'],
    ['overloaded', 'overloaded', 'failed'],
    ['refused', 'overloaded', 'failed'],
    ['overloaded', 'truncated', 'truncated'],
  ] as const)('%s and then %s: %s, both named, never clean', async (one, two, status) => {
    const { agent, outcome, asked } = await scene(by({ [SONNET]: failed(one), [HAIKU]: failed(two) }));
    const report = agent('correctness');

    expect(asked).toHaveLength(2);
    expect(report).toMatchObject({ status, model: `${SONNET}, ${HAIKU}`, tokens: { input: 200 } });
    expect(report?.reason).toMatch(new RegExp(`^${SONNET}: .*${one}; then ${HAIKU}: .*${two}$`));
    expect(outcome.coverage.reviewed[0]?.by).toEqual(['text']);
  });

  it.each(['timed-out', 'truncated', 'unauthorised', 'bad-request', 'unreachable', 'protocol'] as const)(
    'is not asked after %s',
    async (kind) => {
      const { asked } = await scene(by({ [SONNET]: failed(kind), [HAIKU]: good }));
      expect(asked).toHaveLength(1);
    },
  );

  it('is not asked when all tiers are one model', async () => {
    const models = { fast: SONNET, balanced: SONNET, strong: SONNET };
    const { asked, agent } = await scene(by({ [SONNET]: failed('refused') }), { models });
    expect(asked).toHaveLength(1);
    expect(agent('correctness')).toMatchObject({ status: 'refused', model: SONNET });
  });

  it('is not asked when the budget does not allow it', async () => {
    const tight = { ...DEFAULT_SETTINGS.budgets, runTokens: 4_500 };
    const { asked, agent } = await scene(
      () => ({ ...failed('refused'), usage: { input: 4_000, cacheWritten: 0, cacheRead: 0, output: 0 } }),
      { context: { settings: { ...DEFAULT_SETTINGS, budgets: tight } } },
    );
    expect(asked).toHaveLength(1);
    expect(agent('correctness')).toMatchObject({ status: 'refused', model: SONNET });
    expect(agent('correctness')?.reason).toMatch(/as ordered: refused; .* was not asked: .*budget is 4500/);
  });

  it('is for the dearest the next cheaper one, and for the cheapest one only after a refusal', async () => {
    const strong = await scene(by({ [OPUS]: failed('refused'), [SONNET]: good }), {
      reviewers: [{ ...REVIEWER, model: 'strong' }],
    });
    expect(strong.asked.map((request) => request.model)).toEqual([OPUS, SONNET]);
    const fast = { ...REVIEWER, model: 'fast' as const };
    const refused = await scene(by({ [HAIKU]: failed('refused'), [SONNET]: good }), { reviewers: [fast] });
    expect(refused.asked.map((request) => request.model)).toEqual([HAIKU, SONNET]);
    const busy = await scene(by({ [HAIKU]: failed('overloaded') }), { reviewers: [fast] });
    expect(busy.asked.map((request) => request.model)).toEqual([HAIKU]);
  });

  it('ends with the deadline, and the report still says why it was asked', async () => {
    const material = makeMaterial();
    const clock = makeFakeClock();
    const client = makeFakeClient(failed('overloaded'), 'never');
    const second = { choice: chooseModels().fast, expectCached: false };
    const order = { ...makeOrder(material), seconds: { refused: null, overloaded: second } };
    const around = makeSurroundings(client, material, clock);
    const running = runModelAgent(order, around, new AbortController().signal);
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(120_000);

    const run = await running;
    expect(run).toMatchObject({ status: 'timed-out', models: [SONNET, HAIKU], tokens: { input: 200 } });
    expect(run.reason).toBe(
      `${SONNET}: overloaded: as ordered: overloaded; then ${HAIKU}: not finished after 120 seconds (budgets.agent-seconds)`,
    );
  });
});
