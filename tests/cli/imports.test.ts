import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemporaryRepository, temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { makeLog, makeResult } from '../analyzers/sarif/make-log.ts';
import { reviewJson, runCli } from './run-cli.ts';
import { validateReport } from './validate-report.ts';

const CODE = ['export function run(text) {', '  const unused = 1;', '  return eval(text);', '}', ''].join(
  '\n',
);

function scene(files: Readonly<Record<string, string>> = {}) {
  const repository = new TemporaryRepository();
  const base = repository.commit('first', { 'notes.txt': 'first\n', 'src/old.js': 'let x = 1;\nx = 2;\n' });
  repository.commit('second', { 'src/a b.js': CODE });
  const cwd = repository.directory;
  mkdirSync(join(cwd, 'reports'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  const review = (words: readonly string[]) =>
    reviewJson(['--base', base, '--head', 'HEAD', '--no-model', ...words], { cwd });
  return { cwd, base, review };
}

const uri = (cwd: string) => `file://${cwd}/src/a%20b.js`;
const imported = ({ report }: ReturnType<typeof reviewJson>) =>
  report.findings.filter((finding) => finding.origin === 'sarif');

describe('--sarif', () => {
  it('joins results on changed lines, with the real line, the tool and its rule; others are counted', () => {
    const { cwd, review } = scene();
    const results = [
      makeResult(uri(cwd), 2, {
        ruleId: 'no-unused-vars',
        level: 'warning',
        message: { text: 'unused is unused.' },
      }),
      makeResult('src/old.js', 1),
      makeResult('src\\a b.js', 2, { ruleId: 'quiet', suppressions: [{ kind: 'inSource' }] }),
    ];
    writeFileSync(join(cwd, 'reports/eslint.sarif'), JSON.stringify(makeLog(results)));
    const ran = review(['--sarif', 'reports/*.sarif']);
    expect(imported(ran)).toEqual([
      expect.objectContaining({
        reviewer: 'sarif/eslint',
        ruleId: 'eslint: no-unused-vars',
        severity: 'medium',
        path: 'src/a b.js',
        startLine: 2,
        quote: '  const unused = 1;',
        symbol: 'run',
      }),
    ]);
    expect(ran.report.notes).toContain('Imported results: 1 on changed lines, 1 elsewhere.');
    expect(ran.report.notes).toContain('reports/eslint.sarif: results left out: 1 suppressed.');
    expect(ran.report.verdict).not.toBe('incomplete');
    expect(validateReport(ran.report)).toEqual([]);
  });

  it('merges what ours found on the same line, and says who agrees', () => {
    const { cwd, review } = scene();
    const own = review([]).report.findings.find(
      (finding) => finding.startLine === 3 && finding.cwe === 'CWE-95',
    );
    const rules = [{ id: 'js/eval', properties: { tags: ['external/cwe/cwe-095'] } }];
    const tool = { driver: { name: 'CodeQL', rules } };
    const result = makeResult('src/a b.js', 3, { ruleId: 'js/eval', level: 'note' });
    writeFileSync(join(cwd, 'reports/x.sarif'), JSON.stringify(makeLog([result], { tool })));
    const ran = review(['--sarif', 'reports/x.sarif']);
    expect(own).toBeDefined();
    expect(imported(ran)).toEqual([]);
    expect(ran.report.findings.find((finding) => finding.id === own?.id)?.agreedBy).toContain('sarif/codeql');
  });

  it('fails the gate by a critical result only where that is asked for', () => {
    const { cwd, review } = scene();
    const rules = [{ id: 'r', properties: { 'security-severity': '9.8' } }];
    const tool = { driver: { name: 'scanner', rules } };
    writeFileSync(
      join(cwd, 'x.sarif'),
      JSON.stringify(makeLog([makeResult('src/a b.js', 2, { ruleId: 'r' })], { tool })),
    );
    const critical = (ran: ReturnType<typeof review>) => imported(ran).map((one) => one.severity);
    const shown = review(['--sarif', 'x.sarif']);
    expect([critical(shown), shown.report.gate, shown.code]).toEqual([['critical'], 'pass', 0]);
    const failed = review(['--sarif', 'x.sarif', '--sarif-gates']);
    expect([critical(failed), failed.report.gate, failed.code]).toEqual([['critical'], 'fail', 1]);
  });

  it.each([
    ['missing.sarif', /sarif: missing\.sarif cannot be used: there is no such file/],
    ['none/*.sarif', /sarif: none\/\*\.sarif cannot be used: no file matches/],
    ['broken.sarif', /sarif: broken\.sarif cannot be used: it is not JSON/],
    ['old.sarif', /version "2\.0\.0"; only SARIF 2\.1\.0/],
    ['reports', /it is a folder/],
    ['link.sarif', /a link that leads out of the folder/],
  ])('%s makes the review incomplete, with the reason', (name, reason) => {
    const { cwd, review } = scene({ 'broken.sarif': '{', 'old.sarif': '{"version":"2.0.0","runs":[]}' });
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'x.sarif'), JSON.stringify(makeLog([])));
    symlinkSync(join(outside, 'x.sarif'), join(cwd, 'link.sarif'));
    const { code, report } = review(['--sarif', name]);
    expect([code, report.verdict]).toEqual([2, 'incomplete']);
    expect(report.incompleteReasons).toEqual([expect.stringMatching(reason)]);
  });
});

describe('--coverage', () => {
  it('finds the added lines that no test ran', () => {
    const { cwd, review } = scene();
    writeFileSync(
      join(cwd, 'lcov.info'),
      `TN:\nSF:${cwd}/src/a b.js\nDA:1,1\nDA:2,0\nDA:3,0\nend_of_record\n`,
    );
    const { report } = review(['--coverage', 'lcov.info', '--reviewers', 'test-coverage']);
    const found = report.findings.filter((finding) => finding.ruleId === 'never-run-lines');
    expect(found).toEqual([
      expect.objectContaining({ reviewer: 'test-coverage', path: 'src/a b.js', startLine: 2, endLine: 3 }),
    ]);
  });

  it('makes the review incomplete when it is none', () => {
    const { review } = scene({ 'lcov.info': 'nothing' });
    const { code, report } = review(['--coverage', 'lcov.info']);
    expect(code).toBe(2);
    expect(report.incompleteReasons[0]).toMatch(/coverage: lcov\.info cannot be used: it is no lcov/);
  });
});

describe('--baseline', () => {
  it('holds back what an earlier report has, critical ones too, and counts it; new ones stay', () => {
    const { cwd, review } = scene({ 'x.sarif': '' });
    const rules = [{ id: 'r', properties: { 'security-severity': '9.8' } }];
    const log = (lines: readonly number[]) =>
      JSON.stringify(
        makeLog(
          lines.map((line) => makeResult('src/a b.js', line, { ruleId: 'r' })),
          {
            tool: { driver: { name: 'scanner', rules } },
          },
        ),
      );
    const words = ['--sarif', 'x.sarif', '--sarif-gates'];
    writeFileSync(join(cwd, 'x.sarif'), log([2]));
    const first = review(words);
    expect(first.code).toBe(1);
    writeFileSync(join(cwd, 'baseline.json'), first.out);
    const again = review([...words, '--baseline', 'baseline.json']);
    expect([again.code, again.report.gate]).toEqual([0, 'pass']);
    expect(again.report.findings.length).toBe(first.report.findings.length);
    expect(imported(again)[0]).toMatchObject({ severity: 'critical', suppressedBy: 'baseline' });
    expect(again.report.notes.join('\n')).toMatch(/in the baseline, 1 of them critical, and do/);
    expect(validateReport(again.report)).toEqual([]);
    writeFileSync(join(cwd, 'x.sarif'), log([1, 2]));
    const more = review([...words, '--baseline', 'baseline.json']);
    expect(more.code).toBe(1);
    expect(imported(more).filter((one) => one.suppressedBy === undefined)).toHaveLength(1);
  });

  it.each([
    ['[]', /baseline: b\.json cannot be used: it is no report of this program/],
    ['{', /it is not JSON/],
    ['{"schemaVersion":2,"findings":[]}', /schemaVersion: 1: a report that this version reads/],
    ['{"schemaVersion":1,"findings":[{"fingerprint":"x"}]}', /findings\.0\.fingerprint/],
  ])('%s is refused with the reason', (text, reason) => {
    const { review } = scene({ 'b.json': text });
    const { code, report } = review(['--baseline', 'b.json']);
    expect(code).toBe(2);
    expect(report.incompleteReasons).toEqual([expect.stringMatching(reason)]);
  });
});

it('the options are in the help', () => {
  const { out } = runCli(['review', '--help']);
  for (const option of ['--sarif', '--sarif-gates', '--coverage', '--baseline'])
    expect(out).toContain(option);
});
