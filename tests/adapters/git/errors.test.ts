import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPatchFile } from '../../../src/adapters/git/read-patch-file.ts';
import { ReviewError } from '../../../src/errors.ts';
import {
  ENVIRONMENT,
  SIGNAL,
  sourceOf,
  TemporaryRepository,
  temporaryFolder,
} from './temporary-repository.ts';

/** The error of listing a change, as a person would read it. */
async function errorOf(
  options: Parameters<typeof sourceOf>[0],
  environment?: Record<string, string | undefined>,
): Promise<ReviewError> {
  try {
    await sourceOf(options, environment).changes(SIGNAL);
  } catch (error) {
    if (error instanceof ReviewError) return error;
    throw error;
  }
  throw new Error('no error');
}

function firstCommit(): TemporaryRepository {
  const repository = new TemporaryRepository();
  repository.commit('first', { 'a.ts': 'a\n' });
  return repository;
}

describe('errors of the git adapter', () => {
  it('says that a folder is not in a repository', async () => {
    const directory = temporaryFolder();

    const error = await errorOf({ directory, kind: 'branch' });

    expect(error.code).toBe('not-a-repository');
    expect(error.message).toBe(
      `"${directory}" is not in a git repository (git said: fatal: not a git repository (or any of the parent directories): .git).`,
    );
    expect(error.remedy).toContain('--repo');
  });

  it('says that a folder does not exist, or is a file', async () => {
    const directory = temporaryFolder();
    writeFileSync(`${directory}/change.patch`, '');

    const absent = await errorOf({ directory: `${directory}/nowhere`, kind: 'branch' });
    const file = await errorOf({ directory: `${directory}/change.patch`, kind: 'branch' });

    expect(absent.message).toContain(`The directory "${directory}/nowhere" cannot be opened: ENOENT`);
    expect(file.message).toBe(`"${directory}/change.patch" is a file, not a directory.`);
    expect(file.remedy).toContain('--diff');
  });

  it('explains a repository that belongs to another user', async () => {
    const repository = firstCommit();

    const error = await errorOf(
      { directory: repository.directory, kind: 'branch' },
      {
        ...ENVIRONMENT,
        PATH: `${fakeGit('echo "fatal: detected dubious ownership in repository at x" >&2; exit 128')}`,
      },
    );

    expect(error.code).toBe('not-a-repository');
    expect(error.message).toContain('belongs to another user (fatal: detected dubious ownership');
    expect(error.remedy).toBe(
      `If you trust it: git config --global --add safe.directory "${repository.directory}"`,
    );
  });

  it('refuses a repository whose working tree is set to another folder', async () => {
    const repository = firstCommit();
    const elsewhere = temporaryFolder();
    writeFileSync(`${elsewhere}/private.txt`, 'private');
    repository.git('config', 'core.worktree', elsewhere);

    const error = await errorOf({ directory: repository.directory, kind: 'working' });

    expect(error.message).toContain(`says that its working tree is "${elsewhere}", which is somewhere else`);
    expect(error.remedy).toContain('config --unset core.worktree');
  });

  it('says that git is missing', async () => {
    const repository = firstCommit();

    const error = await errorOf(
      { directory: repository.directory, kind: 'branch' },
      { PATH: temporaryFolder() },
    );

    expect(error.code).toBe('git-missing');
    expect(error.message).toContain('No git program was found: 1 folders of PATH were searched');
    expect(error.remedy).toContain('Install git');
  });

  it('says that there are no commits', async () => {
    const { directory } = new TemporaryRepository();

    for (const options of [
      { directory, kind: 'branch' },
      { directory, kind: 'range' },
    ] as const) {
      const error = await errorOf(options);
      expect(error.code).toBe('no-commits');
      expect(error.message).toBe(
        `The repository at "${directory}" has no commits yet, so there is nothing to compare with.`,
      );
      expect(error.remedy).toContain('--staged');
    }
  });

  it('names an unknown revision and the branch or tag that was probably meant', async () => {
    const repository = firstCommit();
    repository.git('branch', 'feature/search');
    repository.git('tag', 'v1.2.0');
    const { directory } = repository;

    const branch = await errorOf({ directory, kind: 'range', base: 'feature/serach' });
    const tag = await errorOf({ directory, kind: 'range', base: 'main', head: 'v1.20' });
    const nothing = await errorOf({ directory, kind: 'range', base: 'qqqqqqqqqqqq' });

    expect(branch.code).toBe('unknown-revision');
    expect(branch.message).toBe(`There is no commit "feature/serach" in "${directory}".`);
    expect(branch.remedy).toContain('Did you mean "feature/search"?');
    expect(tag.remedy).toContain('Did you mean "v1.2.0"?');
    expect(nothing.remedy).toContain('There is "feature/search", "main", "v1.2.0".');
  });

  it('refuses revisions that git would read as something else', async () => {
    const repository = firstCommit();
    const canary = repository.path('canary');
    const forms = {
      [`--output=${canary}`]: 'it begins with "-"',
      '-h': 'it begins with "-"',
      'main..HEAD': 'it is a range',
      ' ': 'it is empty',
      'a\u0000b': 'it contains a control character',
      ['x'.repeat(2000)]: 'it is longer than 1000 characters',
    };

    for (const [base, reason] of Object.entries(forms)) {
      const error = await errorOf({ directory: repository.directory, kind: 'range', base });
      expect(error.code).toBe('bad-usage');
      expect(error.message).toContain(`cannot be a revision: ${reason}.`);
      expect(error.message).not.toContain('\u0000');
    }
    expect(() => readFileSync(canary)).toThrow();
  });

  it('says that there is no common commit, and how to get it in a shallow clone', async () => {
    const repository = firstCommit();
    repository.git('checkout', '-q', '--orphan', 'island');
    repository.commit('island', { 'a.ts': 'i\n' });
    const clone = `${temporaryFolder()}/clone`;
    const from = `file://${repository.directory}`;
    execFileSync('git', ['clone', '-q', '--depth=1', '--no-single-branch', from, clone], {
      env: ENVIRONMENT,
    });

    const whole = await errorOf({
      directory: repository.directory,
      kind: 'range',
      base: 'main',
      head: 'island',
    });
    const shallow = await errorOf({
      directory: clone,
      kind: 'range',
      base: 'origin/main',
      head: 'origin/island',
    });

    expect(whole.code).toBe('no-merge-base');
    expect(whole.message).toBe('"main" and "island" have no common commit.');
    expect(whole.remedy).toBe('Choose a base that the change was made from, with --base.');
    expect(shallow.remedy).toContain('git fetch --unshallow');
  });

  it('says that a bare repository has no working tree, and that no base was found', async () => {
    const bare = new TemporaryRepository('--bare');
    const lonely = firstCommit();
    lonely.git('branch', '-q', '-m', 'main', 'development');

    const noTree = await errorOf({ directory: bare.directory, kind: 'working' });
    const noBase = await errorOf({ directory: lonely.directory, kind: 'range' });

    expect(noTree.message).toContain('is a bare repository');
    expect(noTree.remedy).toBe('Name two commits with --base and --head.');
    expect(noBase.message).toContain('No base was given');
  });

  it("tells git's own reason for a damaged repository, made safe to show", async () => {
    const repository = firstCommit();
    repository.commit('second', { 'a.ts': 'b\n' });
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    const object = repository.path('.git', 'objects', tree.slice(0, 2), tree.slice(2));
    chmodSync(object, 0o644);
    writeFileSync(object, 'damaged');

    const error = await errorOf({ directory: repository.directory, kind: 'range', base: 'HEAD~1' });

    expect(error.code).toBe('git-failed');
    expect(error.message).toMatch(/^git diff-tree failed \(exit code 128\): (error|fatal): .+\.$/);
    expect(error.remedy).toContain('git fsck');
  });

  it('escapes control characters in what git says', async () => {
    const repository = firstCommit();

    const error = await errorOf(
      { directory: repository.directory, kind: 'branch' },
      { ...ENVIRONMENT, PATH: fakeGit("printf 'fatal: \\033[2J\\033]0;owned\\a\\n' >&2; exit 128") },
    );

    expect(error.message).toContain('fatal: \\u001b[2J\\u001b]0;owned\\u0007');
    expect(error.message).not.toContain('\u001b');
  });

  it('stops when it is aborted', async () => {
    const repository = firstCommit();
    const source = sourceOf({ directory: repository.directory, kind: 'branch' });

    await expect(source.changes(AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' });
  });

  it('says why a patch cannot be read', async () => {
    const directory = temporaryFolder();
    mkdirSync(`${directory}/folder`);
    const noDiff = new TextEncoder().encode('Dear team,\nplease merge.\n');

    await expect(readPatchFile(`${directory}/absent.patch`)).rejects.toMatchObject({
      code: 'patch-unreadable',
      message: expect.stringContaining(`The patch file "${directory}/absent.patch" cannot be read: ENOENT`),
    });
    await expect(readPatchFile(`${directory}/folder`)).rejects.toMatchObject({
      message: `The patch file "${directory}/folder" cannot be read: it is a directory.`,
    });
    const error = await errorOf({ directory, kind: 'patch', patch: noDiff, patchName: 'mail.txt' });
    expect(error.code).toBe('patch-unreadable');
    expect(error.message).toContain('No diff was found in "mail.txt" (25 bytes)');
  });
});

/** A folder with a program named git that does what `script` says. */
function fakeGit(script: string): string {
  const folder = temporaryFolder();
  writeFileSync(`${folder}/git`, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return folder;
}
