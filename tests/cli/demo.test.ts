import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { runCli } from './run-cli.ts';
import { validateReport } from './validate-report.ts';

const REVIEWERS = ['security', 'performance', 'style', 'test-coverage', 'documentation', 'correctness'];
/** One finding of every analyzer, so that none can fall out of the built program unnoticed. */
const EXPECTED = [
  'bidi-control',
  'catastrophic-regex',
  'complexity-growth',
  'doc-parameter-missing',
  'docs-name-removed',
  'exported-change-without-docs',
  'instructions-to-reviewer',
  'merge-marker',
  'stripe-key',
  'taint-sql-javascript',
  'undocumented-export',
  'untested-change',
];

describe('demo', () => {
  it('shows findings of all six reviewers and of every analyzer, and fails the gate', () => {
    const ran = runCli(['demo', '--format', 'json', '--quiet'], { cwd: temporaryFolder() });
    expect(ran.code).toBe(1);
    const report = JSON.parse(ran.out) as Report;
    expect(validateReport(report)).toEqual([]);
    expect(report).toMatchObject({
      verdict: 'findings',
      gate: 'fail',
      repository: 'demo-shop',
      incompleteReasons: [],
    });
    for (const name of REVIEWERS) {
      expect(report.agents.find((agent) => agent.name === name)?.findings.shown, name).toBeGreaterThan(0);
    }
    const ids = new Set(report.findings.map((finding) => finding.ruleId));
    expect(EXPECTED.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('leaves nothing behind, unless it is asked to keep the repository', () => {
    const folder = temporaryFolder();
    const { err } = runCli(['demo', '--quiet', '--keep', `${folder}/shop`], { cwd: folder });
    expect(err).toContain(`${folder}/shop`);
    expect(runCli(['review', '--base', 'HEAD~1', '--quiet'], { cwd: `${folder}/shop` }).code).toBe(1);
  });
});
