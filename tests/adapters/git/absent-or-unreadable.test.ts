import { rmSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ifPresent } from '../../../src/adapters/git/if-present.ts';
import { SafeFiles } from '../../../src/adapters/git/safe-files.ts';
import {
  ENVIRONMENT,
  SIGNAL,
  sourceOf,
  TemporaryRepository,
  temporaryFolder,
} from './temporary-repository.ts';

/** A link to itself: the one thing that nobody may enter, whoever runs the tests. */
function closedFolder(): string {
  const closed = `${temporaryFolder()}/closed`;
  symlinkSync('closed', closed);
  return closed;
}

const PATCH = new TextEncoder().encode(
  ['diff --git a/a.ts b/a.ts', '--- a/a.ts', '+++ b/a.ts', '@@ -1 +1 @@', '-a', '+b', ''].join('\n'),
);
const coded = (code: string) => Object.assign(new Error(`${code}: said the system`), { code });

describe('what is not there, and what cannot be looked at', () => {
  it.each(['ENOENT', 'ENOTDIR'])('%s is an absence', async (code) => {
    expect(await ifPresent('some/folder', Promise.reject(coded(code)))).toBeNull();
  });

  it.each(['EACCES', 'EPERM', 'ELOOP', 'EIO', 'EMFILE'])('%s is an error with a remedy', async (code) => {
    await expect(ifPresent('some/folder', Promise.reject(coded(code)))).rejects.toMatchObject({
      code: 'path-unreadable',
      message: `"some/folder" cannot be looked at, so nobody knows what is there: ${code}: said the system.`,
      remedy: expect.stringContaining('--repo'),
    });
  });

  it('reviews a patch without a repository only when there is none', async () => {
    const absent = { directory: `${temporaryFolder()}/nowhere`, kind: 'patch', patch: PATCH } as const;
    const closed = { ...absent, directory: closedFolder() };

    const { files } = await sourceOf(absent).changes(SIGNAL);

    expect(files.map((file) => file.path)).toEqual(['a.ts']);
    // The patch itself needs no repository; what stands around its lines does.
    await expect(sourceOf(closed).readHead(['a.ts'], SIGNAL)).rejects.toMatchObject({
      code: 'path-unreadable',
    });
  });

  it('does not look for the repository above a folder that it may not enter', async () => {
    const directory = closedFolder();

    await expect(sourceOf({ directory, kind: 'branch' }).changes(SIGNAL)).rejects.toMatchObject({
      message: expect.stringContaining('ELOOP'),
    });
  });

  it('does not take an unreadable list of ignored files for an empty one', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'a.ts': 'a\n' });
    repository.write('a.ts', 'b\n');
    const { directory } = repository;
    const excluded = repository.path('.git', 'info', 'exclude');
    rmSync(excluded, { force: true });

    const { files } = await sourceOf({ directory, kind: 'working' }, ENVIRONMENT).changes(SIGNAL);
    symlinkSync('exclude', excluded);

    expect(files.map((file) => file.path)).toEqual(['a.ts']);
    await expect(sourceOf({ directory, kind: 'working' }, ENVIRONMENT).changes(SIGNAL)).rejects.toMatchObject(
      { code: 'path-unreadable', message: expect.stringContaining('exclude') },
    );
  });

  it('a file below a folder that cannot be looked at is unreadable, not missing', async () => {
    const files = new SafeFiles(temporaryFolder());
    const unspeakable = 'x'.repeat(300);

    expect(await files.examine('nowhere/a.ts')).toEqual({ kind: 'missing' });
    expect(await files.examine(`${unspeakable}/deep/a.ts`)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('ENAMETOOLONG'),
    });
    expect(await files.read(`${unspeakable}/a.ts`)).toMatchObject({ kind: 'unreadable' });
  });
});
