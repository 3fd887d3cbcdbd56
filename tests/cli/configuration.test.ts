import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TemporaryRepository, temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { reviewJson, runCli } from './run-cli.ts';

const RULES_PAGE = new URL('../../docs/rules.md', import.meta.url);

const RULE = `rules:
  - id: no-legacy-client
    reviewer: security
    title: The legacy client is used
    severity: critical
    confidence: 95
    category: api-misuse
    languages: [javascript, python]
    rule:
      pattern: legacyClient($$$)
    message: The legacy client skips authentication.
    why: It is kept for one job only.
    failure-scenario: A caller reads what it may not.
    fix: Use the new client.
    references: []
    tests:
      match: [legacyClient(a)]
      no-match: [newClient(a)]
`;
const REVIEWER = `---
name: payments
title: Payments
description: Looks after money.
paths: ['pay/**']
categories: [logic]
analyzers: [security]
---
Look at how money is rounded.
`;

describe('init and validate', () => {
  it('writes files that are valid, and leaves them alone the second time', () => {
    const folder = temporaryFolder();
    expect(runCli(['init', '--repo', folder])).toMatchObject({ code: 0 });
    const workflow = readFileSync(`${folder}/.github/workflows/review.yml`, 'utf8');
    expect(workflow).toContain('uses: org/multi-agent-review@v1');
    expect(runCli(['validate', '--repo', folder])).toMatchObject({ code: 0 });
    const again = runCli(['init', '--repo', folder]);
    expect(again.out).toContain('left .github/multi-agent-review.yml as it is');
  });

  it('names file, line, key, value and what is allowed', () => {
    const repository = new TemporaryRepository();
    repository.write('.github/multi-agent-review.yml', 'model: auto\nfail-on: severe\nreviewer: []\n');
    repository.write(
      '.github/multi-agent-review/rules/own.yml',
      RULE.replace('match: [legacyClient(a)]', 'match: [otherClient(a)]'),
    );
    const { code, out } = runCli(['validate'], { cwd: repository.directory });
    expect(code).toBe(3);
    expect(out).toContain('.github/multi-agent-review.yml:2:');
    expect(out).toContain('severe');
    expect(out).toContain('critical');
    expect(out).toContain('Did you mean "reviewers"?');
    expect(out).toContain('no-legacy-client');
  });
});

describe('rules and reviewers', () => {
  it('lists every rule with reviewer, severity, CWE and languages, and shows one with its samples', () => {
    const { code, out } = runCli(['rules']);
    expect(code).toBe(0);
    expect(out).toMatch(/js-sql-from-request +security +critical +CWE-89 +javascript,typescript,tsx/);
    expect(runCli(['rules', 'js-sql-from-request']).out).toContain('Does not match');
    expect(runCli(['rules', '--reviewers', 'style']).out).not.toContain('js-sql-from-request');
  });

  it('shows how precise a rule was, as docs/rules.md does', () => {
    const [, share, judged] =
      /^\| `taint-sql-python` .* \| (\d+) % of (\d+) \|/m.exec(readFileSync(RULES_PAGE, 'utf8')) ?? [];
    expect(runCli(['rules', 'taint-sql-python']).out).toContain(
      `measured    right at ${share} % of ${judged} judged places\n`,
    );
    expect(runCli(['rules', 'bidi-control']).out).toContain('measured    nowhere yet');
  });

  it('lists the rules of data flow and the checks that are code', () => {
    const { out } = runCli(['rules']);
    expect(out).toMatch(/never-run-lines +test-coverage +medium +- +any +Added lines that no test runs/);
    expect(out).toMatch(/aws-credential +security +critical +CWE-798/);
    expect(out).toMatch(/\d+ rules, \d+ checks in code/);
    expect(runCli(['rules', 'never-run-lines']).out).toContain('a check in code');
    const listed = JSON.parse(runCli(['rules', '--json']).out) as readonly { readonly taint?: string }[];
    expect(listed.some((rule) => rule.taint !== undefined)).toBe(true);
    expect(runCli(['rules', 'never-run-line'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('never-run-lines'),
    });
  });

  it('runs the samples of every rule, and ends with 1 when one does not hold', () => {
    const { code, out } = runCli(['rules', 'test']);
    expect(out).toMatch(/^\d{3,} rules, \d{3,} samples, 0 that do not hold$/m);
    expect(code).toBe(0);
    const repository = new TemporaryRepository();
    const broken = RULE.replace('no-match: [newClient(a)]', 'no-match: [legacyClient(b)]');
    repository.commit('rules', { '.github/multi-agent-review/rules/own.yml': broken });
    const failed = runCli(['rules', 'test'], { cwd: repository.directory });
    expect([failed.code, failed.out]).toEqual([1, expect.stringContaining('1 that do')]);
  });

  it('lists the six reviewers and shows what one is told', () => {
    const { out } = runCli(['reviewers']);
    for (const name of [
      'security',
      'performance',
      'style',
      'test-coverage',
      'documentation',
      'correctness',
    ]) {
      expect(out).toContain(name);
    }
    expect(runCli(['reviewers', 'security']).out).toContain('expertise');
  });
});

describe('a project’s own rules, reviewers and workflows, from the base commit', () => {
  function project() {
    const repository = new TemporaryRepository();
    const base = repository.commit('first', {
      '.github/multi-agent-review/rules/own.yml': RULE,
      '.github/reviewers/payments.md': REVIEWER,
      '.github/multi-agent-review/workflows/money.yml':
        'name: money\ndescription: Money first.\nphases:\n  - name: money\n    reviewers: [payments]\n  - name: rest\n    needs: [money]\n    reviewers: [security]\n',
      'a.txt': 'a\n',
    });
    repository.commit('second', {
      'pay/total.py': 'total = legacyClient(order)\n',
      'b.js': 'legacyClient(1);\n',
    });
    return { cwd: repository.directory, base };
  }

  it('find what they look for, in every language they name, and may fail the gate', () => {
    const { cwd, base } = project();
    const { code, report } = reviewJson(['--base', base], { cwd });
    expect(code).toBe(1);
    expect(report.incompleteReasons).toEqual([]);
    const own = report.findings.filter((finding) => finding.ruleId === 'no-legacy-client');
    expect(own.map((finding) => finding.path).sort()).toEqual(['b.js', 'pay/total.py']);
    expect(report.agents.map((agent) => agent.name)).toContain('payments');
  });

  it('run in the phases of a workflow of their own', () => {
    const { cwd, base } = project();
    const { report } = reviewJson(['--base', base, '--workflow', 'money'], { cwd });
    expect(report.workflow).toBe('money');
    expect(report.agents.map((agent) => agent.name)).toEqual(['payments', 'security']);
    expect(report.findings.find((finding) => finding.path === 'pay/total.py')?.agreedBy).toHaveLength(1);
  });

  it('can be switched off or weighed otherwise, checks that are code included', () => {
    const repository = new TemporaryRepository();
    const settings = 'rules:\n  taint-sql-javascript: low\n  generic-secret: off\n';
    const base = repository.commit('first', { '.github/multi-agent-review.yml': settings });
    repository.commit('second', {
      'a.js': 'app.get("/", (req, res) => {\n  db.query("SELECT * FROM a WHERE b = " + req.query.b);\n});\n',
    });
    const { code, report } = reviewJson(['--base', base], { cwd: repository.directory });
    expect([code, report.incompleteReasons]).toEqual([0, []]);
    expect(report.findings.find((finding) => finding.ruleId === 'taint-sql-javascript')?.severity).toBe(
      'low',
    );
  });
});
