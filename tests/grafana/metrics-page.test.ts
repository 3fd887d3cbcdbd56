import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readAlerts } from '../../scripts/prometheus/read-grafana.ts';
import { METRIC_TABLE, type MetricDefinition } from '../../src/adapters/metrics/metric-table.ts';
import { AGENT_OUTCOMES } from '../../src/model.ts';

const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'metrics.md'), 'utf8');
const rows = (start: RegExp) => PAGE.split('\n').filter((line) => start.test(line));

it('the page lists every metric as it is registered, and no other', () => {
  const table: readonly (readonly [string, MetricDefinition])[] = Object.entries(METRIC_TABLE);
  const expected = table.map(([name, { type, labels, help }]) => {
    const names = labels.map((label) => `\`${label}\``).join(', ');
    return `| \`${name}\` | ${type} | ${names || '–'} | ${help} |`;
  });
  expect(rows(/^\| `\w+` \| (?:counter|gauge|histogram) /)).toEqual(expected);
});

it('the page lists every alert with its delay, and every status', () => {
  const minutes = (delay: string) => delay.replace(/m$/, ' min').replace(/h$/, ' h');
  const listed = rows(/^\| `[A-Z]\w+` \|/).map((line) => line.split('|').map((cell) => cell.trim()));
  expect(listed.map(([, name, , delay]) => [name, delay])).toEqual(
    readAlerts().map(({ alert, for: delay }) => [`\`${alert}\``, minutes(delay)]),
  );
  for (const status of AGENT_OUTCOMES) expect(PAGE).toContain(`\`${status}\``);
});
