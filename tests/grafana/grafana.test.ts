import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metricsUsed, withComparisonsAsValues } from '../../scripts/prometheus/read-expression.ts';
import { panelQueries, readAlerts, readDashboard } from '../../scripts/prometheus/read-grafana.ts';
import { makeMetrics } from '../../src/adapters/metrics/make-metrics.ts';
import { METRIC_TABLE, type MetricDefinition } from '../../src/adapters/metrics/metric-table.ts';

const DASHBOARD = readDashboard();
const ALERTS = readAlerts();
const VARIABLES = DASHBOARD.templating.list.map(({ definition = '' }) => definition);
const TABLE = new Map<string, MetricDefinition>(Object.entries(METRIC_TABLE));
/** Labels that Prometheus adds. */
const ADDED = ['job', 'instance'];

/** What is wrong with the metrics of an expression; names of the process's own metrics are given. */
function problems(expression: string, processMetrics: ReadonlySet<string>): readonly string[] {
  return metricsUsed(expression).flatMap(({ metric, labels }) => {
    if (processMetrics.has(metric)) return labels.filter((label) => !ADDED.includes(label));
    const histogram = TABLE.get(metric.replace(/_(bucket|count|sum)$/, ''));
    const isPart = histogram?.type === 'histogram' && !TABLE.has(metric);
    const definition = isPart ? histogram : TABLE.get(metric);
    if (definition === undefined || (definition.type === 'histogram' && !isPart))
      return [`${metric} is no metric of ours`];
    const known = [...definition.labels, ...ADDED, ...(metric.endsWith('_bucket') ? ['le'] : [])];
    return labels.filter((label) => !known.includes(label)).map((label) => `${metric} has no label ${label}`);
  });
}

async function processMetrics(): Promise<ReadonlySet<string>> {
  const clock = { now: () => 0, steady: () => 0 };
  const text = await makeMetrics({ defaultMetrics: true, clock, reviewers: [] }).text();
  return new Set([...text.matchAll(/^# TYPE ((?:process|nodejs)_\w+)/gm)].map(([, name = '']) => name));
}

describe('dashboard and alerts', () => {
  it('use metrics that are registered, with labels that they have', async () => {
    const ofProcess = await processMetrics();
    const queries = panelQueries(DASHBOARD, 'x').map(({ expr }) => expr);
    const expressions = [...queries, ...ALERTS.map(({ expr }) => expr)];
    expect(expressions.length).toBeGreaterThan(40);
    expect(expressions.flatMap((expression) => problems(expression, ofProcess))).toEqual([]);
  });

  it('show every metric that is registered', () => {
    const shown = [...panelQueries(DASHBOARD, 'x').map(({ expr }) => expr), ...ALERTS.map(({ expr }) => expr)]
      .flatMap(metricsUsed)
      .map(({ metric }) => metric.replace(/_(bucket|count|sum)$/, ''));
    // Counts mistakes of the program itself; docs/metrics.md says what to do.
    const hidden = ['metrics_rejected_total'];
    expect([...TABLE.keys()].filter((name) => !shown.includes(name))).toEqual(hidden);
  });

  it.each([
    ['sum by (job, agent) (rate(agent_tasks_total[5m]))', ['agent_tasks_total has no label agent']],
    ['agent_tasks{model="x"}', ['agent_tasks is no metric of ours']],
    ['active_agents{status=~"a|b",job="c"} > bool 3', ['active_agents has no label status']],
    ['rate(agent_task_duration_seconds[5m])', ['agent_task_duration_seconds is no metric of ours']],
    ['max by (le) (review_duration_seconds_count)', ['review_duration_seconds_count has no label le']],
    ['a_total{x="}{ by (y)"} offset 1h unless b_total', ['a_total', 'b_total']],
    [
      'sum by (model) (active_agents) / sum(review_jobs_dead{model="x"})',
      ['review_jobs_dead has no label model'],
    ],
  ])('would be refused for %s', (expression, expected) => {
    const found = problems(expression, new Set());
    expect(found).toHaveLength(expected.length);
    for (const part of expected) expect(found.join('\n')).toContain(part);
  });
});

describe('the dashboard', () => {
  it('can be imported: identity, a data source to choose, variables that ask for known labels', () => {
    expect(DASHBOARD.uid).toBe('multi-agent-review');
    expect(DASHBOARD.templating.list.map(({ name }) => name)).toEqual([
      'datasource',
      'job',
      'agent',
      'model',
      'window',
    ]);
    for (const definition of VARIABLES.filter((one) => one !== '')) {
      const [, selector = '', label = ''] = /^label_values\((.+), (\w+)\)$/.exec(definition) ?? [];
      expect(problems(`sum by (${label}) (${selector})`, new Set())).toEqual([]);
    }
    const everywhere = { type: 'prometheus', uid: `$\{datasource}` };
    const panels = DASHBOARD.panels.filter(({ type }) => type !== 'row');
    expect(panels.every(({ datasource }) => JSON.stringify(datasource) === JSON.stringify(everywhere))).toBe(
      true,
    );
  });

  it('says of every panel what it shows, in which unit', () => {
    for (const panel of DASHBOARD.panels.filter(({ type }) => type !== 'row')) {
      expect(panel.description, panel.title).toMatch(/^\S.{20,}\.$/);
      expect(panel.fieldConfig?.defaults.unit, panel.title).toMatch(/^\w+$/);
      expect(panel.targets?.length, panel.title).toBeGreaterThan(0);
    }
  });

  it('has no two panels in one place, none beyond the edge, every id once', () => {
    const taken = new Set<string>();
    for (const { title, gridPos } of DASHBOARD.panels) {
      expect(gridPos.x + gridPos.w, title).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect(taken.has(`${x} ${y}`), `${title} overlaps at ${x}, ${y}`).toBe(false);
          taken.add(`${x} ${y}`);
        }
      }
    }
    expect(new Set(DASHBOARD.panels.map(({ id }) => id)).size).toBe(DASHBOARD.panels.length);
  });
});

describe('the alerts', () => {
  it('have a severity, a delay, and say what to do', () => {
    expect(new Set(ALERTS.map(({ alert }) => alert)).size).toBe(ALERTS.length);
    for (const { alert, labels, annotations, for: delay } of ALERTS) {
      expect(labels, alert).toEqual({
        severity: expect.stringMatching(/^(warning|critical)$/),
        service: 'multi-agent-review',
      });
      expect(delay, alert).toMatch(/^\d+[mh]$/);
      expect(annotations.summary, alert).toContain('{{ $value');
      expect(annotations.description.length, alert).toBeGreaterThan(100);
    }
  });

  it('keep the job, so that two installations are told apart', () => {
    for (const { alert, expr } of ALERTS) {
      const groupings = expr.match(/\bby \([^)]*\)/g) ?? [];
      expect(groupings.length, alert).toBeGreaterThan(0);
      expect(
        groupings.filter((one) => !one.startsWith('by (job')),
        alert,
      ).toEqual([]);
    }
  });

  it('are each tried by the rule tests, firing and silent', () => {
    const tests = readFileSync(join(import.meta.dirname, 'alerts.test.yml'), 'utf8');
    const tried = (alert: string) => tests.match(new RegExp(`alertname: ${alert}$`, 'gm'))?.length ?? 0;
    expect(ALERTS.filter(({ alert }) => tried(alert) < 2).map(({ alert }) => alert)).toEqual([]);
  });
});

describe('an expression with its comparisons as values', () => {
  it('keeps everything else', () => {
    expect(withComparisonsAsValues('a{x="b > c"} > 1\n and b ==\n 2 and c{d>="e"}')).toBe(
      'a{x="b > c"} > bool 1\n and b == bool\n 2 and c{d>="e"}',
    );
  });
});
