import { makeMetrics } from '../../src/adapters/metrics/make-metrics.ts';
import type { Metrics } from '../../src/ports.ts';
import type { Scraped } from './scraped.ts';
import { serveMetrics } from './serve-metrics.ts';

const NO_TOKENS = { input: 0, cacheRead: 0, cacheWritten: 0, output: 0 };
const AGENT = 'security';

/** A service in which everything goes wrong that an alert is about, so that every alert has something to say. */
export async function startTroubled(): Promise<Scraped> {
  const began = performance.now();
  // The last look at the queue was right at the start, and that is ten minutes ago.
  let away = 0;
  const clock = { now: () => Date.now(), steady: () => began + away };
  const scraped = makeMetrics({ defaultMetrics: false, clock, reviewers: [AGENT] });
  scraped.metrics.record({ kind: 'queue', waiting: 30, oldestSeconds: 1_800, running: 0, dead: 3 });
  away = 600_000;
  return serveMetrics(scraped, () => goWrong(scraped.metrics));
}

function goWrong(metrics: Metrics): void {
  metrics.record({ kind: 'webhook', event: 'pull_request', outcome: 'failed', seconds: 4 });
  const timedOut = { status: 'timed-out', seconds: 100, tokens: NO_TOKENS, costUsd: 0 } as const;
  metrics.record({ kind: 'agent-ended', agent: AGENT, model: null, ...timedOut });
  metrics.record({ kind: 'escalation', agent: AGENT });
  metrics.record({ kind: 'findings', agent: AGENT, outcome: 'dismissed', count: 9 });
  metrics.record({ kind: 'findings', agent: AGENT, outcome: 'addressed', count: 1 });
  metrics.record({ kind: 'review-incomplete', reviewer: AGENT });
  metrics.record({ kind: 'review-ended', gate: 'failed', verdict: null, trigger: 'push', seconds: 100 });
  const resetsAt = Date.now() + 3_600_000;
  metrics.record({ kind: 'rate-limit', owner: '1', resource: 'core', remaining: 9, limit: 5_000, resetsAt });
}
