import { describe, expect, it } from 'vitest';
import { makeMetrics } from '../../../src/adapters/metrics/make-metrics.ts';
import { METRIC_TABLE, type MetricDefinition } from '../../../src/adapters/metrics/metric-table.ts';
import type { MetricEvent } from '../../../src/ports.ts';

const TOKENS = { input: 1_200, cacheRead: 14_000, cacheWritten: 300, output: 900 };
const ENDED: MetricEvent = {
  kind: 'agent-ended',
  agent: 'security',
  model: 'claude-sonnet-5-5',
  status: 'done',
  seconds: 3.1,
  tokens: TOKENS,
  costUsd: 0.25,
};

function started(reviewers: readonly string[] = ['security']) {
  let now = 1_000_000;
  const clock = { now: () => now, steady: () => now };
  const scraped = makeMetrics({ defaultMetrics: false, clock, reviewers });
  return {
    ...scraped,
    pass: (ms: number) => {
      now += ms;
    },
    /** Values of the samples of one metric by their labels as they are written. */
    async samples(name: string): Promise<Readonly<Record<string, number>>> {
      const lines = (await scraped.text()).split('\n');
      const own = lines.filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
      return Object.fromEntries(
        own.map((line) => {
          const at = line.lastIndexOf(' ');
          return [line.slice(name.length, at), Number(line.slice(at + 1))];
        }),
      );
    },
  };
}

async function seriesOf(text: Promise<string>): Promise<number> {
  return (await text).split('\n').filter((line) => line !== '' && !line.startsWith('#')).length;
}

describe('metrics in the text format', () => {
  it('are those of the table, with type and help', async () => {
    const text = await started().text();
    const rows: readonly (readonly [string, MetricDefinition])[] = Object.entries(METRIC_TABLE);
    for (const [name, { type, help }] of rows) {
      expect(text).toContain(`# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`);
    }
    expect(text.match(/^# TYPE /gm)).toHaveLength(rows.length);
  });

  it('bring those of the process along when asked', async () => {
    const clock = { now: () => 0, steady: () => 0 };
    const text = await makeMetrics({ defaultMetrics: true, clock, reviewers: [] }).text();
    expect(text).toContain('# TYPE process_resident_memory_bytes gauge');
    expect(text).toContain('# TYPE nodejs_eventloop_lag_p99_seconds gauge');
  });

  it('are not shared between two registries', async () => {
    const one = started();
    const other = started();
    one.metrics.record(ENDED);
    const at = '{agent_id="security",model="claude-sonnet-5-5",status="done"}';
    expect((await one.samples('agent_tasks_total'))[at]).toBe(1);
    expect((await other.samples('agent_tasks_total'))[at]).toBeUndefined();
  });
});

describe('an agent that ended', () => {
  it('is counted by its outcome, with time, tokens by kind and cost', async () => {
    const { metrics, samples } = started();
    metrics.record(ENDED);
    metrics.record({ ...ENDED, status: 'timed-out', seconds: 61 });
    const labels = 'agent_id="security",model="claude-sonnet-5-5"';
    expect(await samples('agent_tasks_total')).toMatchObject({
      [`{${labels},status="done"}`]: 1,
      [`{${labels},status="timed-out"}`]: 1,
      [`{${labels},status="failed"}`]: 0,
    });
    expect(await samples('agent_tokens_used_total')).toMatchObject({
      [`{${labels},type="input"}`]: 2_400,
      [`{${labels},type="cache_read"}`]: 28_000,
      [`{${labels},type="cache_write"}`]: 600,
      [`{${labels},type="output"}`]: 1_800,
    });
    expect((await samples('agent_cost_usd_total'))[`{${labels}}`]).toBe(0.5);
    expect((await samples('agent_task_duration_seconds_sum'))[`{${labels}}`]).toBeCloseTo(64.1);
    const buckets = await samples('agent_task_duration_seconds_bucket');
    const own = Object.entries(buckets).filter(([name]) => name.includes(labels));
    expect(own.map(([name, count]) => [/le="([^"]+)"/.exec(name)?.[1], count])).toEqual([
      ['1', 0],
      ['5', 1],
      ['10', 1],
      ['30', 1],
      ['60', 1],
      ['120', 2],
      ['300', 2],
      ['+Inf', 2],
    ]);
  });

  it('has the model "none" when only analyzers ran', async () => {
    const { metrics, samples } = started();
    metrics.record({ ...ENDED, model: null });
    expect((await samples('agent_tasks_total'))['{agent_id="security",model="none",status="done"}']).toBe(1);
  });

  it('that was not needed took no time', async () => {
    const { metrics, samples } = started();
    metrics.record({ ...ENDED, status: 'not-needed', seconds: 0 });
    const labels = '{agent_id="security",model="claude-sonnet-5-5"}';
    expect((await samples('agent_task_duration_seconds_count'))[labels]).toBe(0);
  });
});

describe('active agents', () => {
  it('are those that started and did not stop, by model', async () => {
    const { metrics, samples } = started();
    metrics.record({ kind: 'agent-started', agent: 'security', model: 'm' });
    metrics.record({ kind: 'agent-started', agent: 'style', model: 'm' });
    metrics.record({ kind: 'agent-started', agent: 'style', model: null });
    metrics.record({ kind: 'agent-stopped', agent: 'style', model: 'm' });
    expect(await samples('active_agents')).toEqual({ '{model="m"}': 1, '{model="none"}': 1 });
  });
});

describe('reviews, queue and webhooks', () => {
  it('are counted by closed words', async () => {
    const { metrics, samples } = started();
    metrics.record({ kind: 'review-ended', gate: 'fail', verdict: 'findings', trigger: 'push', seconds: 9 });
    metrics.record({ kind: 'review-ended', gate: 'failed', verdict: null, trigger: 'rerun', seconds: 2 });
    metrics.record({ kind: 'review-incomplete', reviewer: 'security' });
    metrics.record({ kind: 'review-incomplete', reviewer: null });
    metrics.record({ kind: 'escalation', agent: 'security' });
    metrics.record({ kind: 'findings', agent: 'security', outcome: 'addressed', count: 4 });
    expect(await samples('review_gate_outcomes_total')).toMatchObject({
      '{gate="fail",verdict="findings"}': 1,
      '{gate="failed",verdict="none"}': 1,
      '{gate="pass",verdict="clean"}': 0,
    });
    expect((await samples('review_duration_seconds_count'))['{trigger="push"}']).toBe(1);
    expect(await samples('reviews_incomplete_total')).toEqual({
      '{reviewer="security"}': 1,
      '{reviewer="none"}': 1,
    });
    expect((await samples('agent_escalations_total'))['{agent_id="security"}']).toBe(1);
    const outcomes = await samples('agent_findings_total');
    expect(outcomes['{agent_id="security",outcome="addressed"}']).toBe(4);
  });

  it('tell the queue as it was sampled, and how long ago', async () => {
    const { metrics, samples, pass } = started();
    pass(90_000);
    expect(await samples('review_queue_sample_age_seconds')).toEqual({ '': 90 });
    metrics.record({ kind: 'queue', waiting: 12, oldestSeconds: 340, running: 4, dead: 2 });
    pass(2_000);
    expect(await samples('review_queue_depth')).toEqual({ '': 12 });
    expect(await samples('review_queue_oldest_seconds')).toEqual({ '': 340 });
    expect(await samples('review_jobs_running')).toEqual({ '': 4 });
    expect(await samples('review_jobs_dead')).toEqual({ '': 2 });
    expect(await samples('review_queue_sample_age_seconds')).toEqual({ '': 2 });
  });

  it('name only events that the App acts on', async () => {
    const { metrics, samples } = started();
    for (const event of ['pull_request', 'fork', 'x'.repeat(900)])
      metrics.record({ kind: 'webhook', event, outcome: 'accepted', seconds: 0.004 });
    const counts = await samples('webhook_duration_seconds_count');
    expect(counts['{event="pull_request",outcome="accepted"}']).toBe(1);
    expect(counts['{event="other",outcome="accepted"}']).toBe(2);
    const events = Object.keys(counts).map((labels) => /event="(\w+)"/.exec(labels)?.[1]);
    expect(new Set(events).size).toBe(10);
  });
});

describe("GitHub's limits", () => {
  const core = { kind: 'rate-limit', resource: 'core', limit: 5_000, resetsAt: 1_060_000 } as const;

  it('are those of the installation with the smallest share left', async () => {
    const { metrics, samples } = started();
    metrics.record({ ...core, owner: '1', remaining: 4_000 });
    metrics.record({ ...core, owner: '2', remaining: 40 });
    metrics.record({ ...core, owner: '3', limit: 15_000, remaining: 100 });
    metrics.record({ ...core, owner: '4', remaining: 4_999 });
    expect(await samples('github_rate_limit_remaining')).toEqual({ '{resource="core"}': 100 });
    expect(await samples('github_rate_limit_limit')).toEqual({ '{resource="core"}': 15_000 });
  });

  it('are full again after their reset', async () => {
    const { metrics, samples, pass } = started();
    metrics.record({ ...core, owner: '2', remaining: 40 });
    pass(60_000);
    expect(await samples('github_rate_limit_remaining')).toEqual({ '{resource="core"}': 5_000 });
  });

  it('are forgotten, the oldest first, when there are very many', async () => {
    const { metrics, samples } = started();
    metrics.record({ ...core, owner: 'first', remaining: 1 });
    for (let owner = 0; owner < 2_000; owner += 1)
      metrics.record({ ...core, owner: `${owner}`, remaining: 3_000 });
    expect(await samples('github_rate_limit_remaining')).toEqual({ '{resource="core"}': 3_000 });
  });
});

describe('what came from outside', () => {
  it('cannot make more than a bounded number of series', async () => {
    const { metrics, text, samples } = started(['security', 'style']);
    for (let index = 0; index < 300; index += 1) {
      const agent = `reviewer-${index}`;
      metrics.record({ ...ENDED, agent, model: `model-${index}` });
      metrics.record({ kind: 'webhook', event: `event-${index}`, outcome: 'rejected', seconds: 1 });
      metrics.record({ kind: 'findings', agent, outcome: 'shown', count: 1 });
      metrics.record({
        kind: 'rate-limit',
        owner: `${index}`,
        resource: `resource-${index}`,
        remaining: 1,
        limit: 2,
        resetsAt: 9e15,
      });
    }
    metrics.record({ ...ENDED, agent: 'style', model: null });
    const full = await seriesOf(text());
    for (let index = 300; index < 600; index += 1)
      metrics.record({ ...ENDED, agent: `reviewer-${index}`, model: `model-${index}` });
    expect(await seriesOf(text())).toBe(full);
    const tasks = await samples('agent_tasks_total');
    expect(tasks['{agent_id="other",model="other",status="done"}']).toBeGreaterThan(500);
    expect(tasks['{agent_id="style",model="none",status="done"}']).toBe(1);
  });

  it('cannot leave its label', async () => {
    const { metrics, text } = started();
    const agent = 'a",status="done"} 9\nforged_total 7\n#';
    metrics.record({ ...ENDED, agent });
    expect((await text()).split('\n').filter((line) => line.startsWith('forged'))).toEqual([]);
  });

  it.each<[string, MetricEvent]>([
    ['not a number', { ...ENDED, costUsd: Number.NaN }],
    ['negative', { ...ENDED, seconds: -1 }],
    ['without end', { ...ENDED, tokens: { ...TOKENS, output: Number.POSITIVE_INFINITY } }],
  ])('is not counted when a number is %s, and that is counted', async (_name, event) => {
    const { metrics, samples } = started();
    metrics.record(event);
    expect(await samples('metrics_rejected_total')).toEqual({ '{kind="agent-ended"}': 1 });
    expect(Object.values(await samples('agent_tasks_total')).every((count) => count === 0)).toBe(true);
  });
});
