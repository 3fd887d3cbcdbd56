import { describe, expect, it } from 'vitest';
import { dedupeFindings } from '../../src/aggregate/dedupe-findings.ts';
import type { GatedFinding } from '../../src/aggregate/run-outcome.ts';
import { makeBudgetMeter } from '../../src/plan/model-plan/budget.ts';
import { chooseModels } from '../../src/plan/model-plan/choose-models.ts';
import { BUILT_IN_PRICES } from '../../src/plan/model-plan/prices.ts';
import { verifyFindings } from '../../src/verify/verify-findings.ts';
import { makeFakeClock } from '../dispatch/fake-ports.ts';
import {
  failed,
  makeFakeClient,
  makeMaterial,
  type Scripted,
  said,
  wireAnswer,
} from '../dispatch/model/material.ts';
import { makeGated } from '../make-finding.ts';

const model = (more: Partial<GatedFinding> = {}) =>
  makeGated({ origin: 'model', severity: 'critical', ...more });

function verdict(finding: string, word: string, more: Readonly<Record<string, unknown>> = {}) {
  return { finding, verdict: word, reason: 'because', path: 'src/a.ts', line: 2, quote: 'second', ...more };
}

const answer = (verdicts: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) =>
  said(wireAnswer([], { verdicts, ...more }));

async function verifyWith(
  findings: readonly GatedFinding[],
  answers: readonly Scripted[],
  more: { texts?: ReadonlyMap<string, string>; expired?: boolean; runTokens?: number } = {},
) {
  const material = makeMaterial();
  const client = makeFakeClient(...answers);
  const order = {
    findings,
    prefix: material.builder.build(material.paths),
    choice: chooseModels().balanced,
    second: null,
    texts: more.texts ?? new Map(),
    evidence: material.evidence,
    fence: material.fence,
    shower: material.builder.shower,
    jsonReminder: null,
  };
  const around = {
    client,
    budget: makeBudgetMeter({ runTokens: more.runTokens ?? 175_000, runDollars: 1 }, BUILT_IN_PRICES),
    prices: BUILT_IN_PRICES,
    clock: makeFakeClock(),
    expired: () => more.expired ?? false,
  };
  const outcome = await verifyFindings(order, around, new AbortController().signal);
  return { outcome, asked: client.asked, words: outcome.findings.map((one) => one.verdict) };
}

const lastText = (asked: Awaited<ReturnType<typeof verifyWith>>['asked'], call: number) =>
  asked[call]?.messages.at(-1)?.content.at(-1)?.text ?? '';

describe('the verifier', () => {
  it('judges each model finding of medium or above, in one call', async () => {
    const findings = [
      model({ title: 'A' }),
      model({ title: 'B', category: 'naming', severity: 'medium' }),
      model({ severity: 'low' }),
    ];
    const { outcome, words, asked } = await verifyWith(findings, [
      answer([verdict('v1', 'confirmed'), verdict('v2', 'refuted')]),
    ]);

    expect(words).toEqual(['confirmed', 'refuted', 'unverified']);
    expect(outcome).toMatchObject({ status: 'done', asked: 2, refuted: 1 });
    expect(outcome.findings[0]?.proof).toEqual([
      { path: 'src/a.ts', line: 2, text: 'verifier: confirmed. because' },
    ]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.messages[0]?.content.map((block) => block.cacheMark)).toEqual([true, false]);
  });

  it('asks once about what several reviewers say, and the verdict counts for all of them', async () => {
    const same = ['security', 'correctness', 'performance'].map((reviewer) => model({ reviewer }));
    const findings = [
      ...same,
      model({ reviewer: 'style', severity: 'high', title: 'Put in other words' }),
      model({ reviewer: 'style', startLine: 40, endLine: 40, title: 'Elsewhere' }),
    ];
    for (const word of ['confirmed', 'refuted']) {
      const { outcome, words, asked } = await verifyWith(findings, [
        answer([verdict('v1', word), verdict('v2', 'uncertain')]),
      ]);
      const text = lastText(asked, 0);
      expect(text).not.toContain('v3');
      expect(text.match(/^title: /gm)).toHaveLength(2);
      expect(text).toContain('also told as: Put in other words');
      expect(words).toEqual([word, word, word, word, 'uncertain']);
      expect(outcome).toMatchObject({ status: 'done', asked: 2, refuted: word === 'refuted' ? 1 : 0 });
      const merged = dedupeFindings(
        outcome.findings.map((one) => ({ ...one, agreedBy: [], fingerprint: '', id: '', state: 'new' })),
      );
      expect(merged.map((one) => [one.verdict, one.agreedBy.length])).toEqual(
        [
          [word, 3],
          ['uncertain', 0],
        ].toSorted((a, b) => Number(a[0] === 'refuted') - Number(b[0] === 'refuted')),
      );
    }
  });

  it('asks nothing when there is nothing to verify', async () => {
    const { outcome, asked } = await verifyWith([makeGated(), model({ severity: 'info' })], []);
    expect(outcome.status).toBe('not-needed');
    expect(asked).toEqual([]);
  });

  it.each([
    ['a quote that stands nowhere', { quote: 'invented();' }],
    ['a file that is not part of the change', { path: 'src/nowhere.ts' }],
    ['no quote', { quote: '' }],
  ])('counts a verdict with %s as uncertain', async (_name, more) => {
    for (const word of ['confirmed', 'refuted']) {
      expect((await verifyWith([model()], [answer([verdict('v1', word, more)])])).words).toEqual([
        'uncertain',
      ]);
    }
  });

  it('accepts a proving line on the removed side and moves a wrong number', async () => {
    const { words } = await verifyWith(
      [model(), model({ title: 'other', category: 'naming' })],
      [
        answer([
          verdict('v1', 'confirmed', { path: 'src/b.ts', line: 2, quote: 'two' }),
          verdict('v2', 'confirmed', { line: 77, quote: 'last' }),
        ]),
      ],
    );
    expect(words).toEqual(['confirmed', 'confirmed']);
  });

  it('takes two verdicts that disagree as uncertain, and none as degraded', async () => {
    const both = await verifyWith(
      [model()],
      [answer([verdict('v1', 'refuted'), verdict('v1', 'confirmed')])],
    );
    expect(both.words).toEqual(['uncertain']);
    const none = await verifyWith([model()], [answer([verdict('v9', 'refuted')])]);
    expect(none.words).toEqual(['unverified']);
    expect(none.outcome).toMatchObject({ status: 'degraded', reason: '1 of 1 findings got no verdict' });
  });

  it('gives three slices once, from the given texts alone', async () => {
    const slice = (path: string) => ({ path, startLine: 1, endLine: 2 });
    const texts = new Map([
      ['src/a.ts', 'alpha\nbeta\ngamma'],
      ['src/b.ts', 'delta'],
    ]);
    const wish = ['src/a.ts', '../../etc/passwd', '.env', 'src/b.ts'].map(slice);
    const { words, asked } = await verifyWith(
      [model()],
      [
        answer([verdict('v1', 'uncertain')], { sliceRequests: wish }),
        answer([verdict('v1', 'confirmed')], { sliceRequests: wish }),
      ],
      { texts },
    );

    expect(words).toEqual(['confirmed']);
    expect(asked).toHaveLength(2);
    const shown = lastText(asked, 1);
    expect(shown).toContain('1   alpha\n2   beta');
    expect(shown).toContain('## ../../etc/passwd\nnot available');
    expect(shown).toContain('## .env\nnot available');
    expect(shown).not.toMatch(/gamma|delta/);
    expect(shown).toContain('1 further requests were not answered');
  });

  it('bounds a slice', async () => {
    const texts = new Map([['src/a.ts', `${'x'.repeat(300)}\n`.repeat(5_000)]]);
    const wish = [{ path: 'src/a.ts', startLine: -5, endLine: 1e9 }];
    const { asked } = await verifyWith(
      [model()],
      [answer([], { sliceRequests: wish }), answer([verdict('v1', 'confirmed')])],
      { texts },
    );
    expect(lastText(asked, 1).length).toBeLessThan(9_000);
  });

  it('asks once more when the answer cannot be read', async () => {
    expect((await verifyWith([model()], [said('Well.'), answer([verdict('v1', 'refuted')])])).words).toEqual([
      'refuted',
    ]);
    const { outcome, words } = await verifyWith([model()], [said('Well.'), said('Well.')]);
    expect(outcome.status).toBe('unparsable');
    expect(words).toEqual(['unverified']);
  });

  it.each([
    ['overloaded', 'failed'],
    ['refused', 'refused'],
    ['timed-out', 'timed-out'],
    ['aborted', 'cancelled'],
    ['truncated', 'truncated'],
  ] as const)('leaves the findings as they were when its call ends %s', async (kind, status) => {
    const { outcome, words } = await verifyWith([model()], [failed(kind)]);
    expect(outcome.status).toBe(status);
    expect(words).toEqual(['unverified']);
  });

  it('says timed-out when the time ran out, over-budget when the money did, failed when the client has a fault', async () => {
    expect((await verifyWith([model()], [failed('aborted')], { expired: true })).outcome.status).toBe(
      'timed-out',
    );
    expect((await verifyWith([model()], [], { runTokens: 10 })).outcome.status).toBe('over-budget');
    expect((await verifyWith([model()], ['throws'])).outcome.status).toBe('failed');
  });
});

describe('R3 models cannot remove deterministic findings', () => {
  it('neither shows analyzer findings nor lets a verdict touch them', async () => {
    const analyzer = makeGated({ severity: 'critical', title: 'Analyzer says so' });
    const everything = ['v1', 'v2', 'v3', analyzer.title].map((name) => verdict(name, 'refuted'));
    const { outcome, asked } = await verifyWith(
      [analyzer, model({ title: 'Model says so' })],
      [answer(everything)],
    );

    expect(outcome.findings[0]).toBe(analyzer);
    expect(outcome.findings[1]?.verdict).toBe('refuted');
    expect(JSON.stringify(asked)).not.toContain('Analyzer says so');
  });

  it('keeps refuted findings in the list', async () => {
    const { outcome } = await verifyWith([model()], [answer([verdict('v1', 'refuted')])]);
    expect(outcome.findings).toHaveLength(1);
  });
});
