import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { METRIC_TABLE } from '../src/adapters/metrics/metric-table.ts';
import { withComparisonsAsValues } from './prometheus/read-expression.ts';
import { ALERTS_FILE, panelQueries, readAlerts, readDashboard } from './prometheus/read-grafana.ts';
import { type Prometheus, promtool, type Sample, startPrometheus } from './prometheus/start-prometheus.ts';
import { startScraped } from './prometheus/start-scraped.ts';
import { startTroubled } from './prometheus/start-troubled.ts';
import { historyText } from './prometheus/write-history.ts';

/**
 * `npm run test:prometheus`: a real Prometheus scrapes the built App at work and a script in which everything goes wrong.
 * Fails unless every query of the dashboard returns data of the App, and every alert is silent about it (though its
 * expression has data) and speaks of the script. Then models fail the App, and the alerts on that speak of it as well:
 * the others are about minutes of waiting or a database that is away.
 */
const ROOT = join(import.meta.dirname, '..');
const SERVICE = 'multi-agent-review';
const TROUBLED = 'multi-agent-review-in-trouble';
const REVIEWERS = ['security', 'performance', 'style', 'test-coverage', 'documentation', 'correctness'];
const DEADLINE_MS = 60_000;
/** Alerts on what `getIntoTrouble` does to the App. */
const REAL_TROUBLE = [
  'ReviewerFailureRateHigh',
  'ReviewerEscalatesRepeatedly',
  'ReviewsIncomplete',
  'GitHubRateLimitLow',
];

/** An expression, and what its answer has to be. */
interface Check {
  readonly name: string;
  readonly expression: string;
  /** In words, what is wrong with the answer; null when nothing is. */
  readonly problem: (samples: readonly Sample[]) => string | null;
}

const isOf = (job: string) => (sample: Sample) => sample.labels.job === job;

function someNumber(samples: readonly Sample[]): string | null {
  if (samples.length === 0) return 'no data';
  return samples.some(({ value }) => Number.isFinite(value)) ? null : 'no sample is a number';
}

function checks(): readonly Check[] {
  const panels = panelQueries(readDashboard(), SERVICE).map(
    ({ panel, expr }): Check => ({ name: `panel ${panel}`, expression: expr, problem: someNumber }),
  );
  const alerts = readAlerts().flatMap(({ alert, expr }): readonly Check[] => [
    {
      name: `alert ${alert}`,
      expression: expr,
      problem: (samples) => {
        if (samples.some(isOf(SERVICE))) return 'speaks of the healthy service';
        return samples.some(isOf(TROUBLED)) ? null : 'is silent about the service in trouble';
      },
    },
    {
      name: `alert ${alert}, operands`,
      expression: withComparisonsAsValues(expr),
      problem: (samples) => someNumber(samples.filter(isOf(SERVICE))),
    },
  ]);
  return [...panels, ...alerts];
}

function checksOfTrouble(): readonly Check[] {
  const alerts = readAlerts().filter(({ alert }) => REAL_TROUBLE.includes(alert));
  return alerts.map(({ alert, expr }) => ({
    name: `alert ${alert} of the App in trouble`,
    expression: expr,
    problem: (samples) => (samples.some(isOf(SERVICE)) ? null : 'is silent about the App in trouble'),
  }));
}

async function problemsOf(all: readonly Check[], prometheus: Prometheus): Promise<readonly string[]> {
  const until = performance.now() + DEADLINE_MS;
  const problems: string[] = [];
  for (const check of all) {
    const problem = await firstProblem(prometheus, check, until);
    if (problem !== null) problems.push(`${check.name}: ${problem}\n  ${check.expression}`);
  }
  console.log(`${all.length} expressions asked, ${problems.length} without the data they should have`);
  return problems;
}

/** Asks until the answer is right or the time is over. */
async function firstProblem(prometheus: Prometheus, check: Check, until: number): Promise<string | null> {
  for (;;) {
    const problem = check.problem(await prometheus.query(check.expression));
    if (problem === null || performance.now() > until) return problem;
    await pause(500);
  }
}

/** Waits for the server, and then for a few scrapes of every job. */
async function scraped(prometheus: Prometheus, until: number): Promise<void> {
  const expression = `min_over_time(up[1m]) == 1 and count_over_time(up[1m]) >= 4`;
  for (;;) {
    const samples = await prometheus.query(expression).catch((thrown: unknown) => String(thrown));
    if (typeof samples !== 'string' && [SERVICE, TROUBLED].every((job) => samples.some(isOf(job)))) return;
    if (performance.now() > until)
      throw new Error(`Prometheus did not scrape both services in time: ${JSON.stringify(samples)}`);
    await pause(250);
  }
}

/** Our own metrics follow the naming rules of Prometheus; those of the process are named by its library. */
async function lintMetrics(address: string): Promise<void> {
  const text = await (await fetch(`http://${address}/metrics`)).text();
  const names = Object.keys(METRIC_TABLE);
  const own = text
    .split('\n')
    .filter((line) => names.some((name) => line.replace(/^# \w+ /, '').startsWith(name)));
  promtool(['check', 'metrics'], `${own.join('\n')}\n`);
}

function step(what: string): void {
  console.log(`${(performance.now() / 1_000).toFixed(1)} s: ${what}`);
}

async function run(folder: string): Promise<readonly string[]> {
  console.log(promtool(['check', 'rules', ALERTS_FILE]).trim());
  console.log(promtool(['test', 'rules', join(ROOT, 'tests', 'grafana', 'alerts.test.yml')]).trim());
  await using stack = new AsyncDisposableStack();
  const service = await startScraped();
  step('the App listens');
  stack.defer(() => service.stop());
  const troubled = await startTroubled();
  stack.defer(() => troubled.stop());
  await lintMetrics(service.address);
  const targets = [
    { job: SERVICE, address: service.address },
    { job: TROUBLED, address: troubled.address },
  ];
  const history = historyText([SERVICE, TROUBLED], REVIEWERS, Date.now() / 1_000);
  const prometheus = await startPrometheus(folder, targets, ALERTS_FILE, history);
  stack.defer(() => prometheus.stop());
  await scraped(prometheus, performance.now() + DEADLINE_MS);
  step('Prometheus scrapes');
  await service.work();
  step('the App has reviewed');
  const problems = [...(await problemsOf(checks(), prometheus))];
  await service.getIntoTrouble();
  problems.push(...(await problemsOf(checksOfTrouble(), prometheus)));
  const loaded = await prometheus.alertRules();
  const missing = readAlerts().filter(({ alert }) => !loaded.includes(alert));
  problems.push(...missing.map(({ alert }) => `alert ${alert}: Prometheus did not load it`));
  step('done');
  return problems;
}

const version = spawnSync('prometheus', ['--version'], { encoding: 'utf8' });
if (version.error !== undefined || spawnSync('promtool', ['--version']).error !== undefined) {
  console.error(
    'Not run: there is no program "prometheus" or "promtool". On Debian and Ubuntu, as root: apt-get install --no-install-recommends prometheus',
  );
  process.exitCode = 1;
} else {
  console.log(version.stdout.split('\n', 1)[0] || version.stderr.split('\n', 1)[0]);
  const folder = mkdtempSync(join(tmpdir(), 'multi-agent-review-prometheus-'));
  try {
    const problems = await run(folder);
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
