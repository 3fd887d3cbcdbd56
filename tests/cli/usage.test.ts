import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemporaryRepository, temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { copyOfDist, runCli } from './run-cli.ts';

describe('help', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])(
    '%j teaches the commands and the exit codes',
    (words) => {
      const { code, out } = runCli(words);
      expect(code).toBe(0);
      for (const word of [
        'review',
        'demo',
        'init',
        'validate',
        'rules',
        'reviewers',
        'incomplete',
        'gate failed',
      ]) {
        expect(out).toContain(word);
      }
    },
  );

  it.each(['review', 'demo', 'init', 'validate', 'rules', 'reviewers'])(
    '%s --help shows options and examples',
    (command) => {
      const { code, out } = runCli([command, '--help']);
      expect(code).toBe(0);
      expect(out).toContain('Usage: multi-agent-review');
      expect(out).toContain('Examples');
    },
  );

  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect(runCli(['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
  });
});

describe('wrong words end with code 3 and say what to do', () => {
  it.each([
    [['reviwe'], 'There is no command "reviwe".', 'Did you mean "review"?'],
    [['review', '--bsae', 'x'], "Unknown option '--bsae'.", 'Did you mean "--base"?'],
    [['review', 'main'], 'review does not take "main".', 'review --help'],
    [['review', '--format', 'jsn'], '--format does not take "jsn".', 'Did you mean "json"?'],
    [
      ['review', '--fail-on', 'severe'],
      '--fail-on does not take "severe".',
      'critical, high, medium, low, info, never',
    ],
    [['review', '--reviewers', ','], '--reviewers is empty.', 'security,style'],
    [
      ['review', '--staged', '--base', 'x'],
      '--staged and --base/--head name different changes.',
      'Give one of them',
    ],
    [['review', '--diff', 'no-such.patch'], 'The patch "no-such.patch" cannot be read', 'git diff'],
    [['review', '--config', 'no-such.yml'], 'The configuration "no-such.yml" cannot be read', '--config'],
    [['review', '--base'], "Option '--base <value>' argument missing.", 'review --help'],
    [['rules', 'sql-from-requets'], 'There is no rule "sql-from-requets".', 'rules'],
    [['reviewers', 'securty'], 'There is no reviewer "securty".', 'Did you mean "security"?'],
  ])('%j', (words, message, remedy) => {
    const { code, out, err } = runCli(words);
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain(`error: ${message}`);
    expect(err).toContain(remedy);
  });

  it('unknown reviewers and workflows of a review', () => {
    const repository = new TemporaryRepository();
    repository.commit('one', { 'a.ts': 'a\n' });
    for (const [option, name, near] of [
      ['--reviewers', 'securty', 'security'],
      ['--workflow', 'defualt', 'default'],
    ] as const) {
      const { code, err } = runCli(['review', option, name], { cwd: repository.directory });
      expect(code).toBe(3);
      expect(err).toContain(`"${name}"`);
      expect(err).toContain(`Did you mean "${near}"?`);
    }
  });
});

describe('repositories that cannot be reviewed end with code 3 and say what to do', () => {
  it('no repository', () => {
    const folder = temporaryFolder();
    const { code, err } = runCli(['review', '--repo', folder]);
    expect(code).toBe(3);
    expect(err).toContain(folder);
    expect(err).toContain('not a git repository');
  });

  it('a folder that does not exist', () => {
    const { code, err } = runCli(['review', '--repo', join(temporaryFolder(), 'gone')]);
    expect(code).toBe(3);
    expect(err).toContain('gone');
  });

  it('no commits', () => {
    const { code, err } = runCli(['review'], { cwd: new TemporaryRepository().directory });
    expect(code).toBe(3);
    expect(err).toContain('no commit');
  });

  it('an unknown revision, with the nearest that exists', () => {
    const repository = new TemporaryRepository();
    repository.commit('one', { 'a.ts': 'a\n' });
    repository.git('branch', 'release');
    const { code, err } = runCli(['review', '--base', 'relaese'], { cwd: repository.directory });
    expect(code).toBe(3);
    expect(err).toContain('relaese');
    expect(err).toContain('release');
  });
});

describe('a program with a part missing', () => {
  it('says which part, and never passes', () => {
    const dist = copyOfDist();
    rmSync(join(dist, 'built-ins.json'));
    const repository = new TemporaryRepository();
    repository.commit('one', { 'a.ts': 'a\n' });
    const { code, err } = runCli(['review'], { cwd: repository.directory, dist });
    expect(code).not.toBe(0);
    expect(err).toContain('built-ins.json');
    expect(err).toContain('dist/');
  });
});

describe('a configuration given by hand', () => {
  it('is refused when it is broken, with its own name, line and value', () => {
    const repository = new TemporaryRepository();
    repository.commit('one', { 'a.ts': 'a\n' });
    repository.write('mine.yml', 'model: auto\nfail-on: severe\n');
    const { code, err } = runCli(['review', '--config', 'mine.yml'], { cwd: repository.directory });
    expect(code).toBe(3);
    expect(err).toContain('mine.yml:2');
    expect(err).toContain('severe');
  });
});
