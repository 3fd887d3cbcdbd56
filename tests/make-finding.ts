import type { GatedFinding } from '../src/aggregate/run-outcome.ts';
import type { AgentReport, Coverage, Finding } from '../src/model.ts';
import { makeRaised } from './evidence/make-raised.ts';

/** A finding that passed the gate; deterministic unless said otherwise. */
export function makeGated(changes: Partial<GatedFinding> = {}): GatedFinding {
  return { ...makeRaised({ origin: 'analyzer' }), verdict: 'unverified', symbol: '', ...changes };
}

/** A finding with plausible values; `changes` overrides any of them. */
export function makeFinding(changes: Partial<Finding> = {}): Finding {
  return {
    reviewer: 'security',
    ruleId: 'sql-from-input',
    category: 'injection',
    cwe: 'CWE-89',
    severity: 'critical',
    confidence: 90,
    anchor: 'line',
    path: 'src/db/search.ts',
    startLine: 42,
    endLine: 42,
    side: 'new',
    quote: '  const rows = await db.query("SELECT * FROM users WHERE name = \'" + name + "\'");',
    title: 'SQL built from request input',
    explanation: 'The value of `name` comes from the request and reaches `query()` unescaped.',
    failureScenario: "A name such as `'; DROP TABLE users;--` runs as SQL.",
    fix: 'Pass the value as a parameter of the query.',
    proof: [
      { path: 'src/db/search.ts', line: 40, text: 'source: name is read from the request' },
      { path: 'src/db/search.ts', line: 42, text: 'sink: query() runs the text as SQL' },
    ],
    origin: 'analyzer',
    fingerprint: 'f1:3fa9c21b00aa11bb22cc33dd',
    id: '3fa9c21b',
    verdict: 'unverified',
    agreedBy: [],
    state: 'new',
    symbol: 'search',
    excerpt: {
      startLine: 40,
      lines: [
        'export async function search(request: Request) {',
        '  const name = request.query.name;',
        '  const rows = await db.query("SELECT * FROM users WHERE name = \'" + name + "\'");',
        '  return rows;',
        '}',
      ],
    },
    ...changes,
  };
}

/** An agent run that ended well. */
export function makeAgent(changes: Partial<AgentReport> = {}): AgentReport {
  return {
    name: 'security',
    engine: 'analyzers',
    status: 'done',
    required: true,
    model: null,
    ms: 412,
    tokens: { input: 0, cacheWritten: 0, cacheRead: 0, output: 0 },
    costUsd: 0,
    findings: { raised: 0, rejected: 0, refuted: 0, shown: 0 },
    ...changes,
  };
}

/** One file, reviewed. */
export const COVERED: Coverage = {
  reviewed: [{ path: 'src/a.ts', by: ['text'] }],
  excluded: [],
  notReviewed: [],
};
