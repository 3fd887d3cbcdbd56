import type { GatedFinding } from '../../src/aggregate/run-outcome.ts';
import type { AgentReport, Coverage, Finding } from '../../src/model.ts';
import { makeRaised } from '../evidence/make-raised.ts';

/** A finding that passed the gate; deterministic unless said otherwise. */
export function makeGated(more: Partial<GatedFinding> = {}): GatedFinding {
  return { ...makeRaised({ origin: 'analyzer' }), verdict: 'unverified', symbol: '', ...more };
}

/** A finding as aggregation sees it. */
export function makeFinding(more: Partial<Finding> = {}): Finding {
  return { ...makeGated(), fingerprint: '', id: '', agreedBy: [], state: 'new', ...more };
}

/** One agent's line, done. */
export function makeAgent(more: Partial<AgentReport> = {}): AgentReport {
  return {
    name: 'security',
    engine: 'analyzers',
    status: 'done',
    required: true,
    model: null,
    ms: 10,
    tokens: { input: 0, cacheWritten: 0, cacheRead: 0, output: 0 },
    costUsd: 0,
    findings: { raised: 0, rejected: 0, refuted: 0, shown: 0 },
    ...more,
  };
}

/** One file, reviewed. */
export const COVERED: Coverage = {
  reviewed: [{ path: 'src/a.ts', by: ['text'] }],
  excluded: [],
  notReviewed: [],
};
