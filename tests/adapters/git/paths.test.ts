import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  SIGNAL,
  sourceOf,
  summary,
  TemporaryRepository,
  temporaryFolder,
  words,
} from './temporary-repository.ts';

const SECRET = 'TOP SECRET\n';

/** A folder outside every repository, with a file that must never be read. */
function outside(): string {
  const directory = temporaryFolder();
  writeFileSync(`${directory}/secret.ts`, SECRET);
  return directory;
}

describe('R29 paths', () => {
  it('does not enter a directory that was replaced by a symbolic link', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'src/secret.ts': 'harmless\n' });
    rmSync(repository.path('src'), { recursive: true });
    const target = outside();
    symlinkSync(target, repository.path('src'));

    const source = sourceOf({ directory: repository.directory, kind: 'working' });
    const { files } = await source.changes(SIGNAL);
    const blobs = await source.readHead(['src', 'src/secret.ts'], SIGNAL);

    expect(summary(files)).toEqual(['added src +1 -0', 'removed src/secret.ts +0 -1']);
    expect([...blobs.values()].map(words)).toEqual([`symlink to ${target}`, 'missing']);
    expect(JSON.stringify(files)).not.toContain('TOP SECRET');
  });

  it('keeps links as links, tracked and untracked, also those that lead out', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n' });
    rmSync(repository.path('a.ts'));
    symlinkSync(`${outside()}/secret.ts`, repository.path('a.ts'));
    symlinkSync('/etc/passwd', repository.path('untracked.ts'));

    const source = sourceOf({ directory: repository.directory, kind: 'working' });
    const { files } = await source.changes(SIGNAL);
    const blobs = await source.readHead(['a.ts', 'untracked.ts'], SIGNAL);

    expect(files.map((file) => `${file.path} ${file.newMode}`)).toEqual([
      'a.ts 120000',
      'untracked.ts 120000',
    ]);
    expect(words(blobs.get('untracked.ts'))).toBe('symlink to /etc/passwd');
    expect(JSON.stringify([files, [...blobs]])).not.toContain('TOP SECRET');
  });

  it('shows a submodule as a commit and never opens it', async () => {
    const inner = new TemporaryRepository();
    const commit = inner.commit('inner', { 'secret.ts': SECRET });
    const repository = new TemporaryRepository();
    const base = repository.commit('first');
    repository.git('submodule', '--quiet', 'add', inner.directory, 'vendor/inner');
    const head = repository.commit('second');
    repository.write('vendor/inner/secret.ts', 'edited in the submodule\n');

    const range = sourceOf({ directory: repository.directory, kind: 'range', base, head });
    const working = sourceOf({ directory: repository.directory, kind: 'working' });
    const { files } = await range.changes(SIGNAL);
    const blobs = await range.readHead(['vendor/inner', 'vendor/inner/secret.ts'], SIGNAL);

    expect(summary(files)).toEqual(['added .gitmodules +3 -0', 'added vendor/inner +1 -0']);
    expect([...blobs.values()].map(words)).toEqual([`submodule at ${commit}`, 'missing']);
    expect(summary((await working.changes(SIGNAL)).files)).toEqual([]);
  });

  it('refuses pipes, and says so', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n' });
    rmSync(repository.path('a.ts'));
    execFileSync('mkfifo', [repository.path('a.ts')]);

    const change = await sourceOf({ directory: repository.directory, kind: 'working' }).changes(SIGNAL);

    expect(change.files).toEqual([]);
    expect(change.unreadable).toEqual([
      { path: 'a.ts', reason: 'not a regular file (a pipe, socket or device); it was not opened' },
    ]);
  });

  it('reports a repository inside the working tree that git does not track', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n' });
    const inner = new TemporaryRepository();
    inner.commit('inner', { 'b.ts': 'b\n' });
    renameSync(inner.directory, repository.path('checkout'));
    mkdirSync(inner.directory);

    const change = await sourceOf({ directory: repository.directory, kind: 'working' }).changes(SIGNAL);

    expect(change.files).toEqual([]);
    expect(change.unreadable.map((entry) => entry.path)).toEqual(['checkout/']);
  });

  it('opens nothing for paths of a hand-made patch that leave the tree', async () => {
    const directory = temporaryFolder();
    const target = outside();
    symlinkSync(target, `${directory}/link`);
    const wayOut = `../${target.split('/').at(-1)}/secret.ts`;
    const paths = [
      wayOut,
      `${target}/secret.ts`,
      'link/secret.ts',
      '.git/config',
      'a/./b.ts',
      'C:/secret.ts',
    ];
    const patch = paths
      .map(
        (path) =>
          `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -1 +1,2 @@\n TOP SECRET\n+more\n`,
      )
      .join('');

    const source = sourceOf({ directory, kind: 'patch', patch: new TextEncoder().encode(patch) });
    await source.changes(SIGNAL);
    const blobs = [...(await source.readHead(paths, SIGNAL)), ...(await source.readBase(paths, SIGNAL))];

    for (const [path, blob] of blobs)
      expect(`${path}: ${words(blob)}`).toMatch(/: (unreadable: .*|missing)$/);
    expect(blobs.length).toBe(paths.length * 2);
  });

  it('answers `missing` for paths that no tree can hold, in a repository', async () => {
    const repository = new TemporaryRepository();
    const base = repository.commit('first', { 'a.ts': 'a\n' });
    const source = sourceOf({ directory: repository.directory, kind: 'range', base });
    const paths = ['../a.ts', '/etc/passwd', 'a\0b', '--help', ':(glob)**', '*', '', 'a.ts/b', '.'];

    const blobs = await source.readHead(paths, SIGNAL);

    expect([...blobs].map(([path, blob]) => [path, words(blob)])).toEqual(
      paths.map((path) => [path, 'missing']),
    );
  });
});
