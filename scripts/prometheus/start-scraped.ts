import { makeMetrics } from '../../src/adapters/metrics/make-metrics.ts';
import type { AgentReport, Finding, Report } from '../../src/model.ts';
import type { Metrics } from '../../src/ports.ts';
import { meterAgents } from '../../src/service/meter-agents.ts';
import { recordReport } from '../../src/service/record-report.ts';
import { demoReport } from './demo-report.ts';
import type { Scraped } from './scraped.ts';
import { serveMetrics } from './serve-metrics.ts';

/**
 * The service that is scraped as the job `multi-agent-review`. It stands for the App: the metrics adapter is the real
 * one, the report is one of a real review of the demo repository, and what models add to it is scripted. To scrape the
 * App itself, start it here instead and return its address. What the dashboard asks for has to happen between scrapes:
 * webhooks, reviews in which models answer, a finding that is fixed and one that is dismissed, limits in GitHub's answers.
 */
export async function startScraped(): Promise<Scraped> {
  const first = withModels(demoReport());
  const clock = { now: () => Date.now(), steady: () => performance.now() };
  const reviewers = first.agents.map(({ name }) => name);
  const scraped = makeMetrics({ defaultMetrics: true, clock, reviewers });
  const later = afterFixes(first);
  let done = 0;
  return serveMetrics(scraped, () => {
    review(done % 2 === 0 ? first : later, scraped.metrics);
    done += 1;
  });
}

/** One webhook and the review that it led to. */
function review(report: Report, metrics: Metrics): void {
  metrics.record({ kind: 'webhook', event: 'pull_request', outcome: 'accepted', seconds: 0.006 });
  metrics.record({ kind: 'webhook', event: 'issue_comment', outcome: 'ignored', seconds: 0.001 });
  metrics.record({ kind: 'queue', waiting: 1, oldestSeconds: 2, running: 2, dead: 0 });
  for (const resource of ['core', 'graphql']) {
    const resetsAt = Date.now() + 3_600_000;
    metrics.record({ kind: 'rate-limit', owner: '1', resource, remaining: 4_200, limit: 5_000, resetsAt });
  }
  const meter = meterAgents(metrics);
  for (const { name: agent, model } of report.agents) {
    const asked = model === null ? {} : { model };
    meter.agent({ agent, state: 'running', task: '', progress: 0, blockers: [], findings: 0, ...asked });
  }
  recordReport(report, { trigger: 'push', seconds: report.usage.ms / 1_000 }, metrics);
  meter.close();
}

/** Every second reviewer asked a model too. */
function withModels(report: Report): Report {
  const agents = report.agents.map((agent, index): AgentReport => {
    if (index % 2 === 1) return agent;
    const tokens = { input: 1_100, cacheWritten: 2_400, cacheRead: 16_000, output: 850 };
    const model = index % 4 === 0 ? 'claude-sonnet-5-5' : 'claude-haiku-5-5';
    return { ...agent, engine: 'analyzers+model', model, tokens, costUsd: 0.014, ms: agent.ms + 2_500 };
  });
  return { ...report, agents };
}

/** The next review of the same pull request: most of what was found is fixed, one finding is dismissed. */
function afterFixes(report: Report): Report {
  const [dismissed, ...fixed] = report.findings;
  if (dismissed === undefined) throw new Error('The demo repository has no finding left.');
  const findings: readonly Finding[] = [{ ...dismissed, state: 'dismissed', suppressedBy: 'dismissal' }];
  return {
    ...report,
    findings,
    shownCount: 0,
    since: {
      head: report.head.sha ?? '',
      fixed: fixed.map((finding) => ({ ...finding, fixedBy: report.head.sha ?? '', isNew: true })),
      notChecked: 0,
      dismissed: [dismissed.id],
      endedDismissals: [],
    },
  };
}
