import { describe, expect, it } from 'vitest';
import { decideVerdict } from '../../src/aggregate/decide-verdict.ts';
import type { GatedFinding } from '../../src/aggregate/run-outcome.ts';
import { DEFAULT_SETTINGS } from '../../src/config/default-settings.ts';
import { makeBudgetMeter } from '../../src/plan/model-plan/budget.ts';
import { chooseModels } from '../../src/plan/model-plan/choose-models.ts';
import { BUILT_IN_PRICES } from '../../src/plan/model-plan/prices.ts';
import { verifyRun } from '../../src/verify/verify-run.ts';
import { makeFakeClock, makeFakeProgress } from '../dispatch/fake-ports.ts';
import {
  failed,
  makeFakeClient,
  makeMaterial,
  type Scripted,
  said,
  wireAnswer,
} from '../dispatch/model/material.ts';
import { makeRaised } from '../evidence/make-raised.ts';

const CRITICAL: GatedFinding = {
  ...makeRaised({ origin: 'model', severity: 'critical' }),
  verdict: 'unverified',
  symbol: '',
};
const [HAIKU, SONNET] = ['claude-haiku-5-5', 'claude-sonnet-5-5'];
const verdict = (word: string) =>
  said(
    wireAnswer([], {
      verdicts: [{ finding: 'v1', verdict: word, reason: 'x', path: 'src/a.ts', line: 2, quote: 'second' }],
    }),
  );

async function verifyWith(...answers: readonly Scripted[]) {
  const material = makeMaterial();
  const client = makeFakeClient(...answers);
  const progress = makeFakeProgress();
  const choices = chooseModels();
  const outcome = await verifyRun(
    {
      outcome: {
        findings: [],
        agents: [],
        coverage: { reviewed: [{ path: 'src/a.ts', by: ['text', 'model'] }], excluded: [], notReviewed: [] },
        notes: [],
        ms: 0,
      },
      bundles: [{ prefix: material.builder.build(material.paths), findings: [CRITICAL] }],
      frame: {
        choice: choices.balanced,
        second: choices.fast,
        texts: new Map(),
        evidence: material.evidence,
        fence: material.fence,
        shower: material.builder.shower,
        jsonReminder: null,
      },
    },
    {
      client,
      budget: makeBudgetMeter({ runTokens: 175_000, runDollars: 1 }, BUILT_IN_PRICES),
      prices: BUILT_IN_PRICES,
      clock: makeFakeClock(),
      progress,
      expired: () => false,
    },
    new AbortController().signal,
  );
  const findings = outcome.findings.map((finding) => ({
    ...finding,
    fingerprint: 'f1:0',
    id: '0',
    agreedBy: [],
    state: 'new' as const,
  }));
  const { agents, coverage } = outcome;
  const decision = decideVerdict({ findings, agents, coverage, problems: [] }, DEFAULT_SETTINGS);
  return { outcome, decision, asked: client.asked, verifier: agents[0], seen: progress.seen };
}

describe('a critical of a model that the verifier could not judge neither fails the gate nor passes it', () => {
  it.each([
    ['no verdict', [said(wireAnswer())], 'degraded'],
    ['an answer that cannot be read', [said('Well.'), said('Well.')], 'unparsable'],
    ['two refusals', [failed('refused'), failed('refused')], 'refused'],
    ['two overloads', [failed('overloaded'), failed('overloaded')], 'failed'],
    ['no way to the server', [failed('unreachable')], 'failed'],
    ['time that ran out', [failed('timed-out')], 'timed-out'],
    ['a cut answer', [failed('truncated')], 'truncated'],
    ['a fault of the client', ['throws'], 'failed'],
  ] as const)('%s', async (_what, answers, status) => {
    const { outcome, decision, verifier } = await verifyWith(...answers);
    expect(verifier).toMatchObject({ name: 'verifier', status, required: true });
    expect(outcome.findings[0]?.verdict).toBe('unverified');
    expect(decision).toMatchObject({ gate: 'incomplete', verdict: 'incomplete' });
    expect(decision.incompleteReasons[0]).toMatch(/^verifier: /);
  });

  it('is seen at work, and its end', async () => {
    const { seen } = await verifyWith(verdict('confirmed'));
    expect(seen.map(({ agent, state, task }) => [agent, state, task])).toEqual([
      ['verifier', 'running', 'trying to refute 1 finding'],
      ['verifier', 'done', 'finished'],
    ]);
  });

  it('a verdict decides', async () => {
    expect((await verifyWith(verdict('confirmed'))).decision.gate).toBe('fail');
    expect((await verifyWith(verdict('uncertain'))).decision.gate).toBe('pass');
  });
});

describe('a verifier whose model declines or is overloaded', () => {
  it.each(['refused', 'overloaded', 'rate-limited'] as const)(
    '%s: another model judges, and the report says so',
    async (kind) => {
      const { asked, verifier, outcome, decision } = await verifyWith(failed(kind), verdict('confirmed'));
      expect(asked.map((request) => request.model)).toEqual([SONNET, HAIKU]);
      expect(verifier).toMatchObject({
        status: 'done',
        model: `${SONNET}, ${HAIKU}`,
        tokens: { input: 200 },
      });
      expect(outcome.notes[0]).toMatch(new RegExp(`^verifier: ${SONNET}: .*${kind}; ${HAIKU} was asked`));
      expect(decision.gate).toBe('fail');
    },
  );

  it('names both when both fail', async () => {
    const { verifier } = await verifyWith(failed('refused'), failed('overloaded'));
    expect(verifier?.reason).toBe(
      `${SONNET}: as ordered: refused; then ${HAIKU}: overloaded: as ordered: overloaded`,
    );
  });
});
