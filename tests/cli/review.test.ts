import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemporaryRepository, temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { copyOfDist, reviewJson, runCli } from './run-cli.ts';
import { validateReport } from './validate-report.ts';

const INJECTION = [
  "import express from 'express';",
  'const app = express();',
  "app.get('/users', async (req, res) => {",
  '  const rows = await db.query("SELECT * FROM users WHERE name = \'" + req.query.name + "\'");',
  '  res.json(rows);',
  '});',
  '',
].join('\n');

/** A repository with a first commit, and whatever the second brings. */
function repositoryWith(
  second: Readonly<Record<string, string | Uint8Array>>,
  first: Readonly<Record<string, string>> = {},
) {
  const repository = new TemporaryRepository();
  const base = repository.commit('first', { 'notes.txt': 'first\n', ...first });
  const head = repository.commit('second', second);
  return { repository, base, head, cwd: repository.directory };
}

describe('a review of a range', () => {
  it('falls back to the suspicion when the rule that would prove it is switched off', () => {
    const settings = 'rules:\n  taint-sql-javascript: off\n';
    const { cwd, base, head } = repositoryWith(
      { 'src/users.js': INJECTION },
      { '.github/multi-agent-review.yml': settings },
    );
    const { report } = reviewJson(['--base', base, '--head', head, '--no-model'], { cwd });

    const onLine = report.findings.filter((one) => one.cwe === 'CWE-89' && one.startLine === 4);
    const shown = onLine.filter((one) => one.suppressedBy === undefined);
    expect(onLine.map((one) => one.ruleId)).toContain('taint-sql-javascript');
    expect(shown.map((one) => one.ruleId)).not.toContain('taint-sql-javascript');
    expect(shown).toHaveLength(1);
  });

  it('fails on SQL from request input, with the line quoted, the symbol, the proof and a fix', () => {
    const { cwd, base, head } = repositoryWith({ 'src/users.js': INJECTION });
    const { code, report } = reviewJson(['--base', base, '--head', head, '--no-model'], { cwd });
    expect(code).toBe(1);
    expect(report).toMatchObject({
      verdict: 'findings',
      gate: 'fail',
      mode: 'deterministic',
      head: { sha: head },
      base: { sha: base },
    });
    const finding = report.findings.find((one) => one.cwe === 'CWE-89');
    expect(finding).toMatchObject({
      reviewer: 'security',
      severity: 'critical',
      path: 'src/users.js',
      startLine: 4,
      side: 'new',
    });
    expect(finding?.quote).toBe(INJECTION.split('\n')[3]);
    expect(report.agents.map((agent) => agent.name).sort()).toEqual([
      'correctness',
      'documentation',
      'performance',
      'security',
      'style',
      'test-coverage',
    ]);
    expect(validateReport(report)).toEqual([]);
  });

  it('is the same to the byte when run again, times aside', () => {
    const { cwd, base } = repositoryWith({
      'src/users.js': INJECTION,
      'src/b.py': 'import os\nos.system(input())\n',
    });
    const run = () =>
      JSON.stringify(reviewJson(['--base', base], { cwd }).report).replaceAll(/"ms":\d+/g, '"ms":0');
    expect(run()).toBe(run());
  });

  it('passes a harmless change as clean', () => {
    const { cwd, base } = repositoryWith({ 'notes.txt': 'first\nsecond\n' });
    const { code, report } = reviewJson(['--base', base], { cwd });
    expect(report).toMatchObject({ verdict: 'clean', gate: 'pass', findings: [] });
    expect(code).toBe(0);
  });

  it('says that an empty change was skipped, and never that it is clean', () => {
    const { cwd, head } = repositoryWith({});
    const { code, report } = reviewJson(['--base', head, '--head', head], { cwd });
    expect(code).toBe(0);
    expect(report.verdict).toBe('skipped');
    const text = runCli(['review', '--base', head, '--head', head], { cwd }).out;
    expect(text.toLowerCase()).not.toContain('clean');
  });

  it('says the same of a change that is excluded as a whole', () => {
    const { cwd, base } = repositoryWith({ 'package-lock.json': '{}\n' });
    const { code, report } = reviewJson(['--base', base], { cwd });
    expect(code).toBe(0);
    expect(report).toMatchObject({
      verdict: 'skipped',
      coverage: { reviewed: [], excluded: [{ path: 'package-lock.json', reason: 'lock file' }] },
    });
  });

  it('obeys --fail-on and --reviewers', () => {
    const { cwd, base } = repositoryWith({ 'src/users.js': INJECTION });
    expect(runCli(['review', '--base', base, '--fail-on', 'never', '--quiet'], { cwd }).code).toBe(0);
    const { code, report } = reviewJson(['--base', base, '--reviewers', 'style'], { cwd });
    expect(code).toBe(0);
    expect(report.agents.map((agent) => agent.name)).toEqual(['style']);
  });
});

describe('other changes', () => {
  it('without arguments: the branch against its merge base, and what is not committed', () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'notes.txt': 'first\n' });
    repository.git('checkout', '-q', '-b', 'topic');
    repository.commit('on the branch', { 'committed.js': 'eval(location.hash);\n' });
    repository.write('uncommitted.js', 'eval(location.search);\n');
    const { report } = reviewJson([], { cwd: repository.directory });
    expect(report.coverage.reviewed.map((file) => file.path).sort()).toEqual([
      'committed.js',
      'uncommitted.js',
    ]);
  });

  it('--staged: the index alone', () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.js': 'a();\n' });
    repository.write('a.js', 'a();\nb();\n');
    repository.git('add', 'a.js');
    repository.write('a.js', 'a();\nb();\nc();\n');
    repository.write('later.js', 'x();\n');
    const { report } = reviewJson(['--staged'], { cwd: repository.directory });
    expect(report.coverage.reviewed.map((file) => file.path)).toEqual(['a.js']);
  });

  it('--diff: a patch from a file or from standard input, without any repository', () => {
    const { cwd, base, head, repository } = repositoryWith({ 'src/users.js': INJECTION });
    const patch = `${repository.git('diff', base, head)}\n`;
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'change.patch'), patch);
    for (const options of [
      { words: ['--diff', join(folder, 'change.patch')], cwd: folder },
      { words: ['--diff', '-'], cwd: folder, input: patch },
      { words: ['--diff', '-'], cwd, input: patch },
    ]) {
      const { code, report } = reviewJson(options.words, options);
      expect(code).toBe(1);
      expect(report.findings.some((finding) => finding.cwe === 'CWE-89' && finding.startLine === 4)).toBe(
        true,
      );
    }
  });

  it('--diff with something that is no patch is an error, not a clean review', () => {
    const { code, err } = runCli(['review', '--diff', '-'], {
      cwd: temporaryFolder(),
      input: 'hello, this is no patch\n',
    });
    expect(code).not.toBe(0);
    expect(err).toContain('standard input');
  });
});

describe('every format', () => {
  it('is written to a file by its ending, with a word on standard error', () => {
    const made = repositoryWith({ 'src/users.js': INJECTION });
    const starts = {
      'r.md': '<!-- multi-agent-review v1 -->',
      'r.html': '<!doctype html>',
      'r.json': '{',
      'r.sarif': '{',
      'r.txt': '',
    };
    for (const [name, start] of Object.entries(starts)) {
      const output = made.repository.path('..', `${made.head}-${name}`);
      const { code, out, err } = runCli(['review', '--base', made.base, '--output', output, '--quiet'], {
        cwd: made.cwd,
      });
      const text = readFileSync(output, 'utf8');
      rmSync(output);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain('gate fail');
      expect(text.toLowerCase().startsWith(start)).toBe(true);
      expect(text).toContain('src/users.js');
    }
  });

  it('says why when the file cannot be written', () => {
    const made = repositoryWith({ 'src/users.js': INJECTION });
    const { code, err } = runCli(['review', '--base', made.base, '--output', '/nowhere/r.md'], {
      cwd: made.cwd,
    });
    expect(code).toBe(3);
    expect(err).toContain('/nowhere/r.md');
  });

  it('has no colour in a pipe, and progress as plain lines on standard error', () => {
    const made = repositoryWith({ 'src/users.js': INJECTION });
    const { out, err } = runCli(['review', '--base', made.base], { cwd: made.cwd });
    expect(`${out}${err}`).not.toContain('\u001b');
    for (const name of [
      'security',
      'performance',
      'style',
      'test-coverage',
      'documentation',
      'correctness',
    ]) {
      expect(err).toContain(name);
    }
    expect(
      runCli(['review', '--base', made.base], { cwd: made.cwd, environment: { FORCE_COLOR: '1' } }).out,
    ).toContain('\u001b[');
  });
});

describe('bad input: each gets its row, and nothing vanishes', () => {
  it('a broken configuration at base: defaults, incomplete, file and line', () => {
    const { cwd, base } = repositoryWith(
      { 'notes.txt': 'second\n' },
      { '.github/multi-agent-review.yml': 'model: auto\nfail-on: severe\n' },
    );
    const { code, report } = reviewJson(['--base', base], { cwd });
    expect(code).toBe(2);
    expect(report).toMatchObject({ verdict: 'incomplete', gate: 'incomplete', failOn: 'critical' });
    expect(report.incompleteReasons[0]).toContain('.github/multi-agent-review.yml:2');
  });

  it('R10 configuration at head changes nothing, and the report says so', () => {
    const { cwd, base } = repositoryWith({
      'src/users.js': INJECTION,
      '.github/multi-agent-review.yml': 'fail-on: never\npaths: ["!**"]\n',
    });
    const { code, report } = reviewJson(['--base', base], { cwd });
    expect(code).toBe(1);
    expect(report.notes.join(' ')).toContain('.github/multi-agent-review.yml');
  });

  it('a broken rule of the user', () => {
    const rules = 'rules:\n  - id: mine\n    title: x\n';
    const { cwd, base } = repositoryWith(
      { 'notes.txt': 'second\n' },
      { '.github/multi-agent-review/rules/mine.yml': rules },
    );
    const { code, report } = reviewJson(['--base', base], { cwd });
    expect(code).toBe(2);
    expect(report.incompleteReasons.join('\n')).toContain('.github/multi-agent-review/rules/mine.yml');
  });

  it('undecodable bytes, a file that does not parse, an empty file, a file of one huge line', () => {
    const { cwd, base } = repositoryWith({
      'latin1.py': Buffer.concat([
        Buffer.from('# caf'),
        Buffer.from([0xe9]),
        Buffer.from('\nimport os\nos.system("ls " + name)\n'),
      ]),
      'broken.ts': 'export function ( { if while\nconst x = eval(location.hash);\n',
      'empty.js': '',
      'data.json': `{"a": "${'x'.repeat(500_000)}"}\n`,
    });
    const { report } = reviewJson(['--base', base], { cwd });
    const listed = [
      ...report.coverage.reviewed,
      ...report.coverage.excluded,
      ...report.coverage.notReviewed,
    ].map((file) => file.path);
    expect(listed.sort()).toEqual(['broken.ts', 'data.json', 'empty.js', 'latin1.py']);
    expect(report.findings.some((finding) => finding.path === 'broken.ts' && finding.startLine === 2)).toBe(
      true,
    );
    expect(validateReport(report)).toEqual([]);
  });

  it('a line of 30 MB is listed as not reviewed, and the rest is reviewed', () => {
    const { cwd, base } = repositoryWith({
      'huge.js': `var x = "${'a'.repeat(30_000_000)}";\n`,
      'src/users.js': INJECTION,
    });
    const { code, report } = reviewJson(['--base', base], { cwd });
    expect(code).toBe(1);
    expect(report.verdict).toBe('incomplete');
    expect(report.coverage.notReviewed.map((file) => file.path)).toEqual(['huge.js']);
  });

  it('3,000 files and more: every one reviewed or listed', { timeout: 60_000 }, () => {
    const files = Object.fromEntries(
      Array.from({ length: 3_010 }, (_, n) => [`src/f${n}.txt`, `line ${n}\n`]),
    );
    const { cwd, base } = repositoryWith(files);
    const { code, report } = reviewJson(['--base', base], { cwd });
    expect(code).toBe(2);
    expect(report.coverage.reviewed).toHaveLength(3_000);
    expect(report.coverage.notReviewed).toHaveLength(10);
  });

  it('a missing grammar: reviewed as text, said in the report', () => {
    const dist = copyOfDist();
    rmSync(join(dist, 'grammars', 'tree-sitter-javascript.wasm.br'));
    const { cwd, base } = repositoryWith({ 'a.js': 'x();\n', 'b.py': 'x()\n' });
    const { report } = reviewJson(['--base', base], { cwd, dist });
    expect(report.coverage.reviewed).toEqual([
      { path: 'a.js', by: ['text'] },
      { path: 'b.py', by: ['tree', 'text'] },
    ]);
    expect(report.incompleteReasons).toHaveLength(1);
    expect(report.incompleteReasons[0]).toContain('a.js was read as text only');
    expect(report.verdict).toBe('incomplete');
  });

  it('symbolic links and submodules are reported and never followed', () => {
    const repository = new TemporaryRepository();
    const base = repository.commit('first', { 'a.txt': 'a\n' });
    mkdirSync(repository.path('src'));
    symlinkSync('/etc/passwd', repository.path('src/link.js'));
    repository.commit('second');
    const { report } = reviewJson(['--base', base], { cwd: repository.directory });
    expect(report.coverage.excluded).toEqual([{ path: 'src/link.js', reason: 'symbolic link' }]);
    expect(JSON.stringify(report)).not.toContain('root:');
    expect(report.findings.some((finding) => finding.path === 'src/link.js')).toBe(true);
  });
});

describe('R15 a secret of the change', () => {
  it('is found, and stands in no output', () => {
    const secret = ['AK', 'IA', 'Z7Q2M4X5C3V6B3NT'].join('');
    const { cwd, base } = repositoryWith({
      'src/aws.ts': `const before = 1;\nexport const key = '${secret}';\nconst after = 2;\n`,
    });
    const { report, out } = reviewJson(['--base', base], { cwd });
    expect(report.findings.some((finding) => finding.category === 'secrets' && finding.startLine === 2)).toBe(
      true,
    );
    expect(out).not.toContain(secret);
    for (const format of ['text', 'markdown', 'html', 'sarif']) {
      const ran = runCli(['review', '--base', base, '--format', format], { cwd });
      expect(ran.out + ran.err).not.toContain(secret);
      expect(ran.out).toContain('src/aws.ts');
    }
  });
});

describe('R30 nothing of the change is executed', () => {
  it('not its tools’ configuration, not its scripts, not its hooks', () => {
    const folder = temporaryFolder();
    const canary = join(folder, 'canary');
    const write = `require('node:fs').writeFileSync(${JSON.stringify(canary)}, 'x')`;
    const { cwd, base } = repositoryWith({
      '.eslintrc.js': `${write}; module.exports = {};\n`,
      'eslint.config.mjs': `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(canary)}, 'x'); export default [];\n`,
      'vitest.config.ts': `${write};\n`,
      '.rubocop.yml': `require: ./evil.rb\n`,
      'package.json': JSON.stringify({ scripts: { preinstall: `node -e "${write}"`, test: 'false' } }),
      '.npmrc': 'ignore-scripts=false\n',
      '.gitattributes': '* filter=evil diff=evil\n',
      '.git-hooks/post-checkout': `#!/bin/sh\ntouch ${canary}\n`,
      '.github/reviewers/evil.md': `---\nname: evil\n---\n${write}\n`,
    });
    const { report } = reviewJson(['--base', base], { cwd });
    expect(report.coverage.reviewed.length).toBeGreaterThan(6);
    expect(existsSync(canary)).toBe(false);
    expect(report.agents.map((agent) => agent.name)).not.toContain('evil');
  });
});
