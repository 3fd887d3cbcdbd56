import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import {
  ENVIRONMENT,
  SIGNAL,
  sourceOf,
  summary,
  TemporaryRepository,
  temporaryFolder,
} from './temporary-repository.ts';

/** What `branch` compares: the base's label, the head's label, the changed files. */
async function branch(directory: string) {
  const change = await sourceOf({ directory, kind: 'branch' }).changes(SIGNAL);
  return {
    base: change.base.label,
    head: change.head.label,
    headSha: change.head.sha,
    files: summary(change.files),
  };
}

function cloneOf(repository: TemporaryRepository, ...options: string[]): string {
  const directory = `${temporaryFolder()}/clone`;
  execFileSync('git', ['clone', '-q', ...options, `file://${repository.directory}`, directory], {
    env: ENVIRONMENT,
  });
  return directory;
}

describe('branch', () => {
  it('takes a branch against its merge base with main', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n' });
    repository.git('checkout', '-q', '-b', 'feature');
    const head = repository.commit('second', { 'a.ts': 'b\n' });
    repository.git('checkout', '-q', 'main');
    repository.commit('on main', { 'other.ts': 'o\n' });
    repository.git('checkout', '-q', 'feature');

    expect(await branch(repository.directory)).toEqual({
      base: 'main',
      head: 'feature',
      headSha: head,
      files: ['modified a.ts +1 -1'],
    });
  });

  it('adds what is staged, edited or untracked to the commits of the branch', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n' });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.commit('second', { 'b.ts': 'b\n' });
    repository.write('a.ts', 'staged\n');
    repository.git('add', 'a.ts');
    repository.write('c.ts', 'untracked\n');

    expect(await branch(repository.directory)).toEqual({
      base: 'main',
      head: 'feature and the working tree',
      headSha: null,
      files: ['modified a.ts +1 -1', 'added b.ts +1 -0', 'added c.ts +1 -0'],
    });
  });

  it('sees a change that is only staged', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n' });
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write('a.ts', 'staged\n');
    repository.git('add', 'a.ts');

    expect((await branch(repository.directory)).files).toEqual(['modified a.ts +1 -1']);
  });

  it('finds nothing on a clean branch without commits of its own', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n' });
    repository.commit('second', { 'a.ts': 'b\n' });
    repository.git('checkout', '-q', '-b', 'feature');

    expect((await branch(repository.directory)).files).toEqual([]);
  });

  it('prefers what origin/HEAD points to over a local main', async () => {
    const origin = new TemporaryRepository();
    origin.commit('first', { 'a.ts': 'a\n' });
    origin.git('checkout', '-q', '-b', 'develop');
    origin.commit('second', { 'b.ts': 'b\n' });
    const clone = cloneOf(origin);
    execFileSync('git', ['-C', clone, 'checkout', '-q', '-b', 'feature'], { env: ENVIRONMENT });
    execFileSync('git', ['-C', clone, 'branch', 'main', 'HEAD~1'], { env: ENVIRONMENT });

    expect(await branch(clone)).toMatchObject({ base: 'origin/develop', files: [] });
  });

  it('on the default branch takes what was not pushed, else what is not committed, else the last commit', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n' });
    repository.commit('second', { 'b.ts': 'b\n' });
    const lastCommit = await branch(repository.directory);
    repository.write('c.ts', 'c\n');
    const uncommitted = await branch(repository.directory);
    repository.git('branch', 'published', 'HEAD~1');
    repository.git('branch', '-q', '--set-upstream-to=published');
    const ahead = await branch(repository.directory);

    expect(lastCommit).toMatchObject({ base: 'HEAD~1', files: ['added b.ts +1 -0'] });
    expect(uncommitted).toMatchObject({ base: 'HEAD', files: ['added c.ts +1 -0'] });
    expect(ahead).toMatchObject({ base: 'published', files: ['added b.ts +1 -0', 'added c.ts +1 -0'] });
  });

  it('compares the only commit with the empty tree', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n' });

    expect(await branch(repository.directory)).toMatchObject({
      base: 'the empty tree',
      head: 'main',
      files: ['added a.ts +1 -0'],
    });
  });

  it('works on a detached head and in a repository with other branch names', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n' });
    repository.commit('second', { 'b.ts': 'b\n' });
    repository.git('checkout', '-q', '--detach');
    const detached = await branch(repository.directory);
    repository.git('branch', '-q', '-m', 'main', 'development');
    const renamed = await branch(repository.directory);

    expect(detached.files).toEqual(['added b.ts +1 -0']);
    expect(renamed.files).toEqual(['added b.ts +1 -0']);
  });

  it('says that a shallow clone hides the commit before', async () => {
    const origin = new TemporaryRepository();
    origin.commit('first', { 'a.ts': 'a\n' });
    origin.commit('second', { 'b.ts': 'b\n' });

    await expect(branch(cloneOf(origin, '--depth=1'))).rejects.toMatchObject({
      code: 'no-merge-base',
      message:
        'The clone is shallow: the commit before "main" was not fetched, so there is nothing to compare with.',
      remedy: 'Run `git fetch --unshallow`, or set `fetch-depth: 0` in actions/checkout.',
    });
  });
});
