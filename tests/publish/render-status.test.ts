import { describe, expect, it } from 'vitest';
import type { AgentOutcome, AgentReport, Report } from '../../src/model.ts';
import { type Situation, type StatusDecision, statusOf } from '../../src/render/render-status.ts';
import { makeAgent, makeFinding } from '../make-finding.ts';
import { makeFailingReport, makeReport } from '../render/make-report.ts';

const reviewed = (key: 'present' | 'unset' | 'empty' = 'present', isFork = false): Situation => ({
  kind: 'reviewed',
  key,
  isFork,
  targetUrl: 'https://github.example/run',
});
const other = (kind: 'running' | 'draft' | 'closed' | 'merge-group' | 'crashed'): Situation => ({
  kind,
  targetUrl: null,
});
const stopped = (kind: 'paused' | 'superseded' | 'aborted', by: string | null): Situation => ({
  kind,
  by,
  targetUrl: null,
});

const model = (name: string, status: AgentOutcome = 'done'): AgentReport =>
  makeAgent({ name, status, engine: 'analyzers+model', model: 'claude-example' });
const withModels = (changes: Partial<Report> = {}): Report =>
  makeReport({ mode: 'models', agents: [model('security'), model('performance')], ...changes });
const incomplete = (agents: readonly AgentReport[], changes: Partial<Report> = {}): Report =>
  withModels({ verdict: 'incomplete', gate: 'incomplete', agents, ...changes });

const NONE_REVIEWED = { reviewed: [], excluded: [], notReviewed: [] };
const twelve = Array.from({ length: 12 }, (_, index) => ({ path: `f${index}.ts`, reason: 'path filter' }));

type Row = readonly [string, Report | null, Situation, StatusDecision['state'] | null, RegExp];

/** Every row of the verdict table of the design, section 3. */
const TABLE: readonly Row[] = [
  [
    'all done',
    withModels(),
    reviewed(),
    'success',
    /^2\/2 reviewers, 2\/2 files \(1 excluded, 1 as text only\)$/,
  ],
  [
    'all done, findings below the gate',
    withModels({ findings: [makeFinding({ severity: 'high' })], verdict: 'findings' }),
    reviewed(),
    'success',
    /^1 high · 2\/2 reviewers/,
  ],
  [
    'a finding at the gate',
    makeFailingReport(),
    reviewed('unset'),
    'failure',
    /^1 critical finding blocks · /,
  ],
  [
    'an agent failed',
    incomplete([model('security'), model('performance', 'timed-out')]),
    reviewed(),
    'error',
    /^incomplete: performance timed out$/,
  ],
  ...(['failed', 'truncated', 'refused', 'unparsable', 'cancelled', 'degraded'] as const).map(
    (status): Row => [
      `an agent was ${status}`,
      incomplete([model('security'), model('performance', status)]),
      reviewed(),
      'error',
      /^incomplete: performance /,
    ],
  ),
  [
    'an agent failed and a critical stands',
    incomplete([makeAgent(), model('performance', 'failed'), model('style')], {
      gate: 'fail',
      findings: [makeFinding()],
    }),
    reviewed(),
    'failure',
    /^1 critical finding blocks · incomplete: performance failed/,
  ],
  [
    'all model agents failed',
    incomplete([model('security', 'failed'), model('performance', 'failed')]),
    reviewed(),
    'error',
    /^incomplete: no model reviewed, analyzer results only; security failed and performance failed$/,
  ],
  [
    'all model agents failed, none of them required',
    withModels({ agents: [{ ...model('security', 'failed'), required: false }] }),
    reviewed(),
    'error',
    /^incomplete: no model reviewed/,
  ],
  [
    'no key by choice',
    makeReport(),
    reviewed('unset'),
    'success',
    /6\/6 reviewers, .* · deterministic mode$/,
  ],
  [
    'no key by choice, finding at the gate',
    makeFailingReport(),
    reviewed('unset'),
    'failure',
    /deterministic mode$/,
  ],
  [
    'key empty, fork',
    makeReport(),
    reviewed('empty', true),
    'success',
    /deterministic mode \(fork, no key\)$/,
  ],
  ['key empty, elsewhere', makeReport(), reviewed('empty'), 'error', /^incomplete: the model key is empty$/],
  [
    'key empty, elsewhere, finding at the gate',
    makeFailingReport(),
    reviewed('empty'),
    'failure',
    /blocks · incomplete: the model key is empty/,
  ],
  [
    'everything excluded',
    makeReport({ verdict: 'skipped', coverage: { ...NONE_REVIEWED, excluded: twelve } }),
    reviewed(),
    'success',
    /^skipped by configuration: 0 of 12 files$/,
  ],
  [
    'a report that calls nothing clean',
    makeReport({ verdict: 'clean', coverage: NONE_REVIEWED }),
    reviewed(),
    'success',
    /^skipped: the change holds no file to review$/,
  ],
  ['draft', null, other('draft'), 'pending', /^draft: reviewed when ready$/],
  ['closed', null, other('closed'), null, /^$/],
  [
    'broken base configuration',
    incomplete([model('security')], {
      configProblems: [
        { file: '.github/multi-agent-review.yml', line: 3, column: 1, key: 'x', message: 'unknown' },
      ],
    }),
    reviewed(),
    'error',
    /^incomplete: configuration problem in \.github\/multi-agent-review\.yml:3$/,
  ],
  [
    'budget reached, too large',
    incomplete([model('security', 'over-budget'), model('style')], {
      coverage: { ...makeReport().coverage, notReviewed: twelve },
    }),
    reviewed(),
    'error',
    /^incomplete: security went over budget, 12 files not reviewed$/,
  ],
  ['paused', null, stopped('paused', '@jane'), 'error', /^paused by @jane$/],
  ['superseded', null, stopped('superseded', 'bbbbbbb'), 'error', /^superseded by bbbbbbb$/],
  ['aborted', null, stopped('aborted', null), 'error', /^aborted$/],
  [
    'overridden',
    makeFailingReport({ gate: 'pass', overriddenBy: 'jane' }),
    reviewed(),
    'success',
    /^overridden by @jane$/,
  ],
  ['merge group', null, other('merge-group'), 'success', /^reviewed in the pull request$/],
  ['crash', null, other('crashed'), 'error', /^crashed/],
  ['crash without a report', null, reviewed(), 'error', /^crashed/],
  ['running', null, other('running'), 'pending', /^reviewing$/],
  [
    'on-incomplete: success',
    incomplete([model('security'), model('performance', 'failed')], { gate: 'pass' }),
    reviewed(),
    'success',
    /^incomplete, allowed by on-incomplete: performance failed$/,
  ],
  ['a gate that says incomplete', withModels({ gate: 'incomplete' }), reviewed(), 'error', /^incomplete/],
];

describe('verdict table', () => {
  it.each(TABLE)('%s', (_, report, situation, state, words) => {
    const status = statusOf(report, situation);
    expect(status?.state ?? null).toBe(state);
    expect(status?.description ?? '').toMatch(words);
    if (status !== null) expect(status.targetUrl).toBe(situation.targetUrl);
  });

  it('never says clean and never exceeds 140 characters', () => {
    const long = 'x'.repeat(500);
    const hostile = incomplete(
      ['a', 'b', 'c', 'd'].map((name) => model(`${name}${long}\n::error::`, 'failed')),
      { configProblems: [{ file: `${long}\u202e`, line: 1, column: 1, key: '', message: '' }] },
    );
    for (const report of [hostile, ...TABLE.flatMap((row) => (row[1] === null ? [] : [row[1]]))]) {
      const description = statusOf(report, reviewed('empty', true))?.description ?? '';
      expect(description.length).toBeLessThanOrEqual(140);
      expect(description).not.toMatch(/clean|[\n\u202e]/i);
    }
  });

  it('is success for incomplete work only when the gate allows it', () => {
    for (const status of [
      'failed',
      'timed-out',
      'truncated',
      'refused',
      'unparsable',
      'cancelled',
    ] as const) {
      for (const key of ['present', 'unset', 'empty'] as const) {
        const report = incomplete([model('security', status), model('style')]);
        expect(statusOf(report, reviewed(key))?.state).toBe('error');
      }
    }
  });
});
