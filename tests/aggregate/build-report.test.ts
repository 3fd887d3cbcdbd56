import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReport, type ReportFrame } from '../../src/aggregate/build-report.ts';
import { decideVerdict } from '../../src/aggregate/decide-verdict.ts';
import { dedupeFindings } from '../../src/aggregate/dedupe-findings.ts';
import type { RunOutcome } from '../../src/aggregate/run-outcome.ts';
import { DEFAULT_SETTINGS } from '../../src/config/default-settings.ts';
import type { AgentOutcome, Coverage, Settings } from '../../src/model.ts';
import { makeChangedFile, makeContext } from '../make-changed-file.ts';
import { COVERED, makeAgent, makeFinding, makeGated } from '../make-finding.ts';

const FRAME: ReportFrame = {
  tool: { name: 'multi-agent-review', version: '0.0.0' },
  mode: 'deterministic',
  workflow: 'default',
  configDigest: 'd',
  reviewers: [],
  dismissals: [],
  today: '2026-11-21',
};

function report(outcome: Partial<RunOutcome> = {}, settings: Partial<Settings> = {}) {
  const context = makeContext([makeChangedFile('src/a.ts', null, 'first\nsecond\n')], {
    settings: { ...DEFAULT_SETTINGS, ...settings },
  });
  return buildReport(
    context,
    { findings: [], agents: [makeAgent()], coverage: COVERED, notes: [], ms: 1, ...outcome },
    FRAME,
  );
}

describe('verdict and gate', () => {
  const critical = makeGated({ severity: 'critical' });

  it('is clean when all ran and nothing was found', () => {
    expect(report()).toMatchObject({ verdict: 'clean', gate: 'pass', incompleteReasons: [] });
  });

  it('fails on a deterministic critical, and not on a high one', () => {
    expect(report({ findings: [critical] })).toMatchObject({ verdict: 'findings', gate: 'fail' });
    expect(report({ findings: [makeGated()] })).toMatchObject({ verdict: 'findings', gate: 'pass' });
    expect(report({ findings: [makeGated()] }, { failOn: 'high' }).gate).toBe('fail');
    expect(report({ findings: [critical] }, { failOn: 'never' }).gate).toBe('pass');
  });

  it('lets a model fail it only when confirmed', () => {
    for (const [verdict, gate] of [
      ['unverified', 'pass'],
      ['uncertain', 'pass'],
      ['refuted', 'pass'],
      ['confirmed', 'fail'],
    ] as const) {
      expect(report({ findings: [{ ...critical, origin: 'model', verdict }] }).gate).toBe(gate);
    }
  });

  it('does not fail on findings without a line', () => {
    expect(
      report({
        findings: [
          { ...critical, anchor: 'file' },
          { ...critical, anchor: 'subject' },
        ],
      }).gate,
    ).toBe('pass');
  });

  it.each([
    'degraded',
    'failed',
    'timed-out',
    'truncated',
    'refused',
    'unparsable',
    'cancelled',
    'over-budget',
  ] as const)('is incomplete when a required reviewer is %s, and names it', (status: AgentOutcome) => {
    const result = report({ agents: [makeAgent({ name: 'performance', status, reason: 'it stopped' })] });
    expect(result).toMatchObject({
      verdict: 'incomplete',
      gate: 'incomplete',
      incompleteReasons: ['performance: it stopped'],
    });
    expect(report({ agents: [makeAgent({ status, required: false })] }).verdict).toBe('clean');
    expect(report({ agents: [makeAgent({ status })] }, { onIncomplete: 'success' })).toMatchObject({
      verdict: 'incomplete',
      gate: 'pass',
    });
    expect(report({ agents: [makeAgent({ status })], findings: [critical] }).gate).toBe('fail');
  });

  it('is incomplete for a file that could not be reviewed, complete for excluded ones', () => {
    const coverage: Coverage = { ...COVERED, notReviewed: [{ path: 'big.ts', reason: 'larger than 5 MB' }] };
    expect(report({ coverage })).toMatchObject({
      verdict: 'incomplete',
      incompleteReasons: ['1 file could not be reviewed: big.ts (larger than 5 MB)'],
    });
    const excluded: Coverage = { ...COVERED, excluded: [{ path: 'package-lock.json', reason: 'lock file' }] };
    expect(report({ coverage: excluded }).verdict).toBe('clean');
  });

  it('is skipped, never clean, when nothing was looked at', () => {
    const coverage: Coverage = {
      reviewed: [],
      excluded: [{ path: 'a.lock', reason: 'lock file' }],
      notReviewed: [],
    };
    expect(report({ coverage, agents: [makeAgent({ status: 'not-needed' })] })).toMatchObject({
      verdict: 'skipped',
      gate: 'pass',
    });
  });

  it('names file and line of a broken configuration', () => {
    const problem = {
      file: '.github/multi-agent-review.yml',
      line: 3,
      column: 1,
      key: 'fail-on',
      message: '"bad" is no severity',
    };
    const context = makeContext([], { configProblems: [problem] });
    const outcome = { findings: [], agents: [], coverage: COVERED, notes: [], ms: 1 };
    expect(buildReport(context, outcome, FRAME).incompleteReasons).toEqual([
      'configuration: .github/multi-agent-review.yml:3 "bad" is no severity',
    ]);
  });

  it('has no hole: every mix of agents, coverage and findings gets one of the four words', () => {
    const pick = fc.record({
      status: fc.constantFrom<AgentOutcome>('done', 'failed', 'not-needed'),
      reviewed: fc.boolean(),
      notReviewed: fc.boolean(),
      found: fc.boolean(),
    });
    fc.assert(
      fc.property(pick, ({ status, reviewed, notReviewed, found }) => {
        const coverage: Coverage = {
          reviewed: reviewed ? COVERED.reviewed : [],
          excluded: [],
          notReviewed: notReviewed ? [{ path: 'x', reason: 'y' }] : [],
        };
        const findings = found ? [makeFinding({ severity: 'critical' })] : [];
        const decision = decideVerdict(
          { findings, agents: [makeAgent({ status })], coverage, problems: [] },
          DEFAULT_SETTINGS,
        );
        const incomplete = status === 'failed' || notReviewed;
        expect(decision.verdict).toBe(
          incomplete ? 'incomplete' : found ? 'findings' : reviewed ? 'clean' : 'skipped',
        );
        expect(decision.gate).toBe(found ? 'fail' : incomplete ? 'incomplete' : 'pass');
      }),
    );
  });
});

describe('merging', () => {
  it('records who agreed, keeps the worst, and loses no analyzer finding', () => {
    const model = makeFinding({
      origin: 'model',
      reviewer: 'correctness',
      startLine: 43,
      title: 'Query built from request input',
      ruleId: 'm',
    });
    const analyzer = makeFinding({ title: 'SQL query built from request input' });
    const [only, ...rest] = dedupeFindings([model, analyzer]);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ origin: 'analyzer', reviewer: 'security', agreedBy: ['correctness'] });
  });

  it('keeps two rules of one line apart when they are of different categories', () => {
    expect(
      dedupeFindings([makeFinding(), makeFinding({ category: 'secrets', ruleId: 'other' })]),
    ).toHaveLength(2);
  });

  it('names the second fault of a line in the one that stays, unless it says the same', () => {
    const first = makeFinding({
      title: 'Program that runs with the rights of its owner',
      explanation: 'Why.',
    });
    const second = makeFinding({ ruleId: 'other', severity: 'low', title: 'File that everybody may write' });
    const explanations = (...findings: Parameters<typeof dedupeFindings>[0]) =>
      dedupeFindings(findings).map((finding) => finding.explanation);
    const named = ['Why. Also here: File that everybody may write.'];
    expect(explanations(first, second)).toEqual(named);
    expect(explanations(second, first)).toEqual(named);
    expect(explanations(first, second, { ...second, reviewer: 'style' })).toEqual(named);
    expect(explanations(first, { ...second, title: 'Program runs with the rights of its owner' })).toEqual([
      'Why.',
    ]);
  });

  it('keeps deterministic findings of neighbouring lines apart', () => {
    expect(dedupeFindings([makeFinding(), makeFinding({ startLine: 43 })])).toHaveLength(2);
  });

  it('never lets a refuted finding take the place of another', () => {
    const refuted = makeFinding({ origin: 'model', severity: 'critical', verdict: 'refuted' });
    expect(dedupeFindings([refuted, makeFinding()]).map((finding) => finding.verdict)).toEqual([
      'unverified',
      'refuted',
    ]);
  });

  it('does not depend on the order in which reviewers ended', () => {
    const pool = ['security', 'correctness', 'style'].flatMap((reviewer) =>
      [1, 2, 3, 5].flatMap((startLine) =>
        (['analyzer', 'model'] as const).map((origin) =>
          makeGated({
            reviewer,
            startLine,
            origin,
            quote: `line ${startLine}`,
            ruleId: `${reviewer}-${origin}`,
            severity: startLine === 2 ? 'critical' : 'medium',
          }),
        ),
      ),
    );
    const expected = report({ findings: pool }).findings;
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: pool.length }), (shuffled) => {
        expect(report({ findings: shuffled }).findings).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

describe('conflicts', () => {
  const proposal = (reviewer: string, suggestion: string) =>
    makeGated({
      reviewer,
      suggestion,
      category: reviewer === 'style' ? 'naming' : 'logic',
      title: `${reviewer} says`,
      origin: 'model',
    });

  it('shows two different texts for the same lines to a person', () => {
    const { conflicts, findings } = report({
      findings: [proposal('style', 'a'), proposal('correctness', 'b')],
    });
    expect(conflicts).toHaveLength(1);
    expect(new Set(conflicts?.[0]?.findings)).toEqual(new Set(findings.map((finding) => finding.id)));
  });

  it('is silent when both propose the same', () => {
    expect(
      report({ findings: [proposal('style', 'a'), proposal('correctness', 'a')] }).conflicts,
    ).toBeUndefined();
  });
});

describe('what is shown', () => {
  it('folds after ten, and never a critical', () => {
    const many = (severity: 'critical' | 'low', count: number) =>
      Array.from({ length: count }, (_, n) =>
        makeGated({ severity, startLine: n * 9 + 1, quote: `${severity} ${n}` }),
      );
    expect(report({ findings: many('low', 30) }).shownCount).toBe(10);
    expect(report({ findings: [...many('low', 30), ...many('critical', 14)] }).shownCount).toBe(14);
    expect(report({ findings: many('low', 3) }).shownCount).toBe(3);
  });

  it('annotates what is not shown, and drops nothing', () => {
    const rules = new Map<string, 'off' | 'low'>([
      ['noisy', 'off'],
      ['mild', 'low'],
    ]);
    const findings = [
      makeGated({ ruleId: 'noisy', startLine: 1, severity: 'critical' }),
      makeGated({ ruleId: 'mild', startLine: 5, severity: 'critical' }),
      makeGated({ ruleId: 'unsure', startLine: 9, confidence: 20 }),
    ];
    const result = report({ findings }, { rules });
    expect(
      result.findings.map(({ ruleId, severity, suppressedBy }) => [ruleId, severity, suppressedBy]),
    ).toEqual([
      ['mild', 'low', undefined],
      ['noisy', 'critical', 'rule switched off by configuration'],
      ['unsure', 'high', 'confidence 20 is below 50'],
    ]);
    expect(result.gate).toBe('pass');
  });

  it('gives equal findings of a file different identities, in file order', () => {
    const findings = [makeGated({ startLine: 9 }), makeGated({ startLine: 2 })];
    const [first, second] = report({ findings }).findings;
    expect(first?.fingerprint).not.toBe(second?.fingerprint);
    expect(report({ findings: [makeGated({ startLine: 40 })] }).findings[0]?.fingerprint).toBe(
      first?.fingerprint,
    );
  });
});
