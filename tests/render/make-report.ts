import type { Finding, Report } from '../../src/model.ts';
import { makeAgent, makeFinding } from '../make-finding.ts';

const REVIEWERS = ['security', 'performance', 'style', 'test-coverage', 'documentation', 'correctness'];

/** A report of six reviewers in deterministic mode over two files, without findings; `changes` overrides. */
export function makeReport(changes: Partial<Report> = {}): Report {
  const findings = changes.findings ?? [];
  return {
    schemaVersion: 1,
    tool: { name: 'multi-agent-review', version: '0.1.0' },
    repository: 'acme/shop',
    verdict: findings.length > 0 ? 'findings' : 'clean',
    gate: 'pass',
    mode: 'deterministic',
    failOn: 'critical',
    findings,
    shownCount: findings.filter((finding) => finding.suppressedBy === undefined).length,
    agents: REVIEWERS.map((name, index) => makeAgent({ name, ms: 120 + index * 90 })),
    coverage: {
      reviewed: [
        { path: 'src/db/search.ts', by: ['tree', 'text'] },
        { path: 'README.md', by: ['text'] },
      ],
      excluded: [{ path: 'package-lock.json', reason: 'lock file' }],
      notReviewed: [],
    },
    usage: { tokens: { input: 0, cacheWritten: 0, cacheRead: 0, output: 0 }, costUsd: 0, ms: 640 },
    head: { sha: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334', label: 'feature/search' },
    base: { sha: '9f8e7d6c5b4a39281706f5e4d3c2b1a000998877', label: 'main' },
    workflow: 'default',
    configDigest: 'c0ffee00c0ffee00',
    configProblems: [],
    incompleteReasons: [],
    notes: [],
    ...changes,
  };
}

/** A report whose gate failed for one critical finding, with one finding of every other severity. */
export function makeFailingReport(changes: Partial<Report> = {}): Report {
  const at = (line: number, id: string, rest: Partial<Finding>) =>
    makeFinding({ startLine: line, endLine: line, id, fingerprint: `f1:${id}00`, proof: [], ...rest });
  return makeReport({
    gate: 'fail',
    findings: [
      makeFinding({
        agreedBy: ['correctness'],
        suggestion: '  const rows = await db.query(BY_NAME, [name]);',
      }),
      at(40, '11aa22bb', { severity: 'high', title: 'Promise is not awaited', reviewer: 'correctness' }),
      at(41, '22bb33cc', { severity: 'medium', title: 'Query inside a loop', reviewer: 'performance' }),
      at(43, '33cc44dd', { severity: 'low', title: 'Leftover debugging output', reviewer: 'style' }),
      at(44, '44dd55ee', {
        severity: 'info',
        title: 'Exported without documentation',
        reviewer: 'documentation',
      }),
    ],
    ...changes,
  });
}
