import { describe, expect, it } from 'vitest';
import { makeMetrics } from '../../src/adapters/metrics/make-metrics.ts';
import type { MetricEvent } from '../../src/ports.ts';
import { eventsOfReport, recordReport } from '../../src/service/record-report.ts';
import { makeAgent, makeFinding } from '../make-finding.ts';
import { makeReport } from '../render/make-report.ts';

const ENDED = { trigger: 'push', seconds: 12.5 } as const;
const NO_TOKENS = { input: 0, cacheWritten: 0, cacheRead: 0, output: 0 };
const ofKind = (events: readonly MetricEvent[], kind: MetricEvent['kind']) =>
  events.filter((event) => event.kind === kind);

describe('the events of a report', () => {
  it('are its agents, its gate and its time', () => {
    const tokens = { input: 1_200, cacheWritten: 300, cacheRead: 14_000, output: 900 };
    const agents = [
      makeAgent({ name: 'style', ms: 120 }),
      makeAgent({
        name: 'security',
        engine: 'analyzers+model',
        model: 'claude-sonnet-5-5, claude-haiku-5-5',
        ms: 3_100,
        tokens,
        costUsd: 0.013,
      }),
    ];
    expect(eventsOfReport(makeReport({ agents }), ENDED)).toEqual([
      {
        kind: 'agent-ended',
        agent: 'style',
        model: null,
        status: 'done',
        seconds: 0.12,
        tokens: NO_TOKENS,
        costUsd: 0,
      },
      {
        kind: 'agent-ended',
        agent: 'security',
        model: 'claude-sonnet-5-5',
        status: 'done',
        seconds: 3.1,
        tokens,
        costUsd: 0.013,
      },
      { kind: 'review-ended', gate: 'pass', verdict: 'clean', trigger: 'push', seconds: 12.5 },
    ]);
  });

  it('count what became of findings, by the reviewer that raised them', () => {
    const counts = { raised: 9, rejected: 3, refuted: 1, shown: 2 };
    const report = makeReport({
      agents: [makeAgent({ findings: counts })],
      findings: [
        makeFinding(),
        makeFinding({ verdict: 'confirmed', origin: 'model', agreedBy: ['correctness'] }),
        makeFinding({ state: 'reopened', reviewer: 'style' }),
        makeFinding({ state: 'open' }),
        makeFinding({ state: 'moved' }),
        makeFinding({ suppressedBy: 'threshold' }),
        makeFinding({ suppressedBy: 'refuted', verdict: 'refuted' }),
        makeFinding({ state: 'dismissed', suppressedBy: 'dismissal', id: 'aaaa' }),
        makeFinding({ state: 'dismissed', suppressedBy: 'dismissal', id: 'bbbb' }),
      ],
      since: {
        head: 'aaa',
        fixed: [fixed({ isNew: true }), fixed({ isNew: true, reviewer: 'style' }), fixed({ isNew: false })],
        notChecked: 0,
        dismissed: ['bbbb'],
        endedDismissals: [],
      },
    });
    const found = ofKind(eventsOfReport(report, ENDED), 'findings').map((event) =>
      event.kind === 'findings' ? [event.agent, event.outcome, event.count] : [],
    );
    expect(found).toEqual([
      ['security', 'shown', 2],
      ['style', 'shown', 1],
      ['security', 'confirmed', 1],
      ['security', 'addressed', 1],
      ['style', 'addressed', 1],
      ['security', 'dismissed', 1],
      ['security', 'refuted', 1],
      ['security', 'rejected', 3],
    ]);
  });

  it('count every dismissed finding of a first review', () => {
    const findings = [makeFinding({ state: 'dismissed', suppressedBy: 'dismissal' })];
    expect(ofKind(eventsOfReport(makeReport({ findings }), ENDED), 'findings')).toEqual([
      { kind: 'findings', agent: 'security', outcome: 'dismissed', count: 1 },
    ]);
  });

  it('name the reviewers that left it incomplete, and no optional one', () => {
    const report = makeReport({
      verdict: 'incomplete',
      gate: 'incomplete',
      agents: [
        makeAgent({ status: 'timed-out' }),
        makeAgent({ name: 'performance', status: 'refused' }),
        makeAgent({ name: 'house-style', status: 'failed', required: false }),
        makeAgent({ name: 'style', status: 'not-needed' }),
      ],
      incompleteReasons: ['security: 60 s are over', 'performance: refused'],
    });
    expect(ofKind(eventsOfReport(report, ENDED), 'review-incomplete')).toEqual([
      { kind: 'review-incomplete', reviewer: 'security' },
      { kind: 'review-incomplete', reviewer: 'performance' },
    ]);
  });

  it('name no reviewer when none is at fault', () => {
    const report = makeReport({ verdict: 'incomplete', incompleteReasons: ['1 file could not be reviewed'] });
    expect(ofKind(eventsOfReport(report, ENDED), 'review-incomplete')).toEqual([
      { kind: 'review-incomplete', reviewer: null },
    ]);
  });

  it('count escalations, by reviewer where there is one', () => {
    const escalations = [
      { reason: 'A security-sensitive file was changed.', role: 'code owners', paths: ['src/auth.ts'] },
      {
        reason: 'The security review is incomplete.',
        role: 'people who know security',
        reviewer: 'security',
      },
    ];
    expect(ofKind(eventsOfReport(makeReport({ escalations }), ENDED), 'escalation')).toEqual([
      { kind: 'escalation', agent: null },
      { kind: 'escalation', agent: 'security' },
    ]);
  });
});

describe('a recorded report', () => {
  it('R38 leaves nothing of the change in what is scraped', async () => {
    const clock = { now: () => 0, steady: () => 0 };
    const { metrics, text } = makeMetrics({ defaultMetrics: false, clock, reviewers: ['security'] });
    const secret = 'tenant-only';
    const report = makeReport({
      repository: `${secret}/repository`,
      findings: [makeFinding({ title: secret, path: secret, explanation: secret, quote: secret })],
      escalations: [{ reason: secret, role: secret, paths: [secret] }],
      incompleteReasons: [secret],
      notes: [secret],
      workflow: secret,
      head: { sha: secret, label: secret },
    });
    recordReport(report, ENDED, metrics);
    const scraped = await text();
    expect(scraped).toContain('agent_findings_total{agent_id="security",outcome="shown"} 1');
    expect(scraped).not.toContain(secret);
  });
});

function fixed(changes: { readonly isNew: boolean; readonly reviewer?: string }) {
  return {
    id: 'cccc',
    fingerprint: 'f1:cccc',
    reviewer: 'security',
    severity: 'high' as const,
    title: 'gone',
    fixedBy: 'bbb',
    ...changes,
  };
}
