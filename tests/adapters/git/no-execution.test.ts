import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { GitSourceOptions } from '../../../src/adapters/git/make-git-source.ts';
import {
  ENVIRONMENT,
  SIGNAL,
  sourceOf,
  summary,
  TemporaryRepository,
  temporaryFolder,
  words,
} from './temporary-repository.ts';

/** A script that leaves a canary behind, whoever runs it. */
function canaryScript(): { script: string; canary: string } {
  const folder = temporaryFolder();
  const script = `${folder}/evil.sh`;
  writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> ${folder}/canary\ncat\n`, { mode: 0o755 });
  return { script, canary: `${folder}/canary` };
}

/** A repository that tries to run the script through everything git lets a repository configure. */
function hostileRepository(script: string): { repository: TemporaryRepository; base: string } {
  const repository = new TemporaryRepository();
  const base = repository.commit('first', { 'a.ts': 'a\n', 'b.bin': 'b\n', 'sub.ts': 's\n' });
  const inner = new TemporaryRepository();
  inner.commit('inner', { 'i.ts': 'i\n' });
  repository.git('submodule', '--quiet', 'add', inner.directory, 'module');
  repository.commit('second', {
    'a.ts': 'a\nsecond\n',
    '.gitattributes': '* diff=evil filter=evil merge=evil\n*.bin filter=required\n',
  });
  repository.git('branch', 'origin-main');
  const settings: Record<string, string> = {
    'core.fsmonitor': script,
    'core.hooksPath': repository.path('hooks'),
    'core.pager': script,
    'core.editor': script,
    'core.sshCommand': script,
    'core.askPass': script,
    'core.gitProxy': script,
    'core.alternateRefsCommand': script,
    'core.attributesFile': repository.path('.gitattributes'),
    'pager.diff': script,
    'pager.config': script,
    'diff.external': script,
    'diff.evil.command': script,
    'diff.evil.textconv': script,
    'filter.evil.clean': script,
    'filter.evil.smudge': script,
    'filter.evil.process': script,
    'filter.required.clean': script,
    'filter.required.required': 'true',
    'merge.evil.driver': script,
    'credential.helper': `!${script}`,
    'gpg.program': script,
    'log.showSignature': 'true',
    'protocol.allow': 'always',
    'protocol.ext.allow': 'always',
    'remote.origin.url': `ext::${script}`,
    'remote.origin.promisor': 'true',
    'extensions.partialClone': 'origin',
    'remote.origin.uploadpack': script,
    'trailer.x.command': script,
    'interactive.diffFilter': script,
    'status.submoduleSummary': 'true',
  };
  for (const name of ['rev-parse', 'diff', 'diff-tree', 'config', 'ls-files', 'cat-file', 'update-index']) {
    settings[`alias.${name}`] = `!${script}`;
  }
  for (const [name, value] of Object.entries(settings)) repository.git('config', name, value);
  const hooks = [
    'post-index-change',
    'pre-commit',
    'post-checkout',
    'reference-transaction',
    'fsmonitor-watchman',
  ];
  mkdirSync(repository.path('hooks'));
  for (const hook of hooks) {
    symlinkSync(script, repository.path('hooks', hook));
    symlinkSync(script, repository.path('.git', 'hooks', hook));
  }
  writeFileSync(
    repository.path('.git/modules/module/config'),
    `[core]\nfsmonitor = ${script}\nworktree = ../../../module\n`,
    {
      flag: 'a',
    },
  );
  repository.write('a.ts', 'a\nsecond\nedited\n');
  repository.write('b.bin', 'edited\n');
  repository.write('new.ts', 'new\n');
  repository.write('module/i.ts', 'edited\n');
  return { repository, base };
}

describe('R30 no execution', () => {
  it('runs nothing that a hostile repository configures, in any mode', async () => {
    const { script, canary } = canaryScript();
    const { repository, base } = hostileRepository(script);
    const { directory } = repository;
    const modes: GitSourceOptions[] = [
      { directory, kind: 'range', base, head: 'HEAD' },
      { directory, kind: 'branch' },
      { directory, kind: 'staged' },
      { directory, kind: 'working' },
      {
        directory,
        kind: 'patch',
        patch: new TextEncoder().encode('--- a/a.ts\n+++ b/a.ts\n@@ -1 +1,2 @@\n a\n+second\n'),
      },
    ];
    const texts: string[] = [];
    for (const options of modes) {
      const source = sourceOf(options);
      await source.changes(SIGNAL);
      const head = await source.readHead(['a.ts', 'b.bin'], SIGNAL);
      await source.readBase(['a.ts', 'b.bin'], SIGNAL);
      await source.listHead(SIGNAL);
      await source.readConfiguration(['.github'], SIGNAL);
      texts.push(words(head.get('a.ts')));
    }
    const { files } = await sourceOf({ directory, kind: 'working' }).changes(SIGNAL);

    for (const text of texts) expect(text.startsWith('a\nsecond\n')).toBe(true);
    expect(summary(files)).toContain('modified a.ts +1 -0');
    expect(summary(files)).toContain('added new.ts +1 -0');
    expect(existsSync(canary)).toBe(false);
  });

  it('has a canary that sings: plain git runs the filter of the same repository', () => {
    const { script, canary } = canaryScript();
    const { repository } = hostileRepository(script);
    try {
      repository.git('diff', '--stat');
    } catch {
      // The evil program's answers make git fail; what counts is that it ran.
    }
    expect(existsSync(canary)).toBe(true);
  });

  it('does not fetch the missing objects of a partial clone, and says what to do', async () => {
    const { script, canary } = canaryScript();
    const { repository, base } = hostileRepository(script);
    const sha = repository.git('rev-parse', 'HEAD:a.ts');
    repository.git('-c', 'core.fsmonitor=false', 'cat-file', '-e', sha);
    const object = repository.path('.git', 'objects', sha.slice(0, 2), sha.slice(2));
    chmodSync(object, 0o644);
    writeFileSync(object, '');

    const change = sourceOf({ directory: repository.directory, kind: 'range', base }).changes(SIGNAL);

    await expect(change).rejects.toMatchObject({
      code: 'git-failed',
      remedy: expect.stringContaining('git fetch --refetch --no-filter'),
    });
    expect(existsSync(canary)).toBe(false);
  });

  it('never runs a git program that the reviewed repository brings along', async () => {
    const { script, canary } = canaryScript();
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n', 'src/b.ts': 'b\n' });
    for (const folder of ['node_modules/.bin', 'bin', 'src', '.']) {
      mkdirSync(repository.path(folder), { recursive: true });
      symlinkSync(script, repository.path(folder, 'git'));
    }
    const elsewhere = `${temporaryFolder()}/node_modules/.bin`;
    mkdirSync(elsewhere, { recursive: true });
    symlinkSync(script, `${elsewhere}/git`);
    const front = [
      '.',
      '',
      elsewhere,
      repository.path('node_modules/.bin'),
      repository.path('bin'),
      repository.directory,
    ];
    const environment = { ...ENVIRONMENT, PATH: [...front, ENVIRONMENT.PATH].join(':') };

    for (const directory of [repository.directory, repository.path('src')]) {
      const change = await sourceOf({ directory, kind: 'working' }, environment).changes(SIGNAL);
      expect(change.files.length).toBeGreaterThan(0);
    }
    expect(existsSync(canary)).toBe(false);
  });

  it('is not steered by git variables of the environment', async () => {
    const { script, canary } = canaryScript();
    const repository = new TemporaryRepository();
    const base = repository.commit('first', { 'a.ts': 'a\n' });
    repository.commit('second', { 'a.ts': 'b\n' });
    const environment = {
      ...ENVIRONMENT,
      GIT_DIR: temporaryFolder(),
      GIT_WORK_TREE: temporaryFolder(),
      GIT_EXTERNAL_DIFF: script,
      GIT_PAGER: script,
      GIT_SSH_COMMAND: script,
      GIT_EXEC_PATH: temporaryFolder(),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: script,
      GIT_OBJECT_DIRECTORY: temporaryFolder(),
    };

    const change = await sourceOf(
      { directory: repository.directory, kind: 'range', base },
      environment,
    ).changes(SIGNAL);

    expect(summary(change.files)).toEqual(['modified a.ts +1 -1']);
    expect(existsSync(canary)).toBe(false);
  });
});
