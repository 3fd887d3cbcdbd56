import { describe, expect, it } from 'vitest';
import type { MetricEvent, ProcessEnd, ProcessPublished } from '../../src/ports.ts';
import { meterReview } from '../../src/service/meter-review.ts';
import { makeAgent } from '../make-finding.ts';
import { makeReport } from '../render/make-report.ts';

const PUBLISHED: ProcessPublished = {
  outcome: 'published',
  commentUrl: null,
  statusWritten: true,
  status: null,
  problems: [],
};
const REVIEWED: ProcessEnd = {
  kind: 'reviewed',
  report: makeReport({ agents: [makeAgent()] }),
  published: PUBLISHED,
};
const FAILED: ProcessEnd = { kind: 'failed', reason: 'gone', isRetryable: true };

function metered() {
  const events: MetricEvent[] = [];
  let now = 5_000;
  const meter = meterReview(
    { installationId: 77, trigger: 'push' },
    { metrics: { record: (event) => events.push(event) }, clock: { steady: () => now } },
  );
  now += 2_500;
  return { meter, events, kinds: () => events.map(({ kind }) => kind) };
}

describe('the meter of a review', () => {
  it('counts a report with the time since its start', () => {
    const { meter, events, kinds } = metered();
    meter.end(REVIEWED, 'final');
    expect(kinds()).toEqual(['agent-ended', 'review-ended']);
    expect(events.at(-1)).toMatchObject({ gate: 'pass', verdict: 'clean', trigger: 'push', seconds: 2.5 });
  });

  it('takes the agents of a process that died back', () => {
    const { meter, kinds } = metered();
    const status = {
      agent: 'style',
      state: 'running',
      task: '',
      progress: 1,
      blockers: [],
      findings: 0,
    } as const;
    meter.hear({ kind: 'agent', status });
    meter.end(FAILED, 'again');
    expect(kinds()).toEqual(['agent-started', 'agent-stopped']);
  });

  it('keeps the limits of installations apart', () => {
    const { meter, events } = metered();
    const limit = { resource: 'core', remaining: 1, limit: 2, resetsAt: 3 };
    meter.hear({ kind: 'rate-limit', ...limit });
    meter.hear({ kind: 'log', level: 'info', message: 'x', fields: {} });
    expect(events).toEqual([{ kind: 'rate-limit', owner: '77', ...limit }]);
  });

  it.each<[string, ProcessEnd, 'final' | 'superseded', readonly unknown[]]>([
    ['failed for good', FAILED, 'final', ['failed']],
    ['stopped for a newer push', FAILED, 'superseded', ['superseded']],
    ['halted by a person', { kind: 'halted', why: 'aborted by @x', usage: null }, 'final', ['superseded']],
    ['answered without a review', { kind: 'answered', text: null }, 'final', []],
    ['refused', { kind: 'refused', reason: 'closed' }, 'final', []],
    [
      'reviewed and then not published',
      { ...REVIEWED, published: { ...PUBLISHED, outcome: 'superseded' } },
      'final',
      ['agent-ended', 'superseded'],
    ],
  ])('counts what was %s', (_name, end, what, expected) => {
    const { meter, events } = metered();
    meter.end(end, what);
    expect(events.map((event) => (event.kind === 'review-ended' ? event.gate : event.kind))).toEqual(
      expected,
    );
  });
});
