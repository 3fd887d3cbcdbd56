import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isUnsafePath } from '../../diff/is-unsafe-path.ts';
import { ReviewError } from '../../errors.ts';
import { findGit } from './find-git.ts';
import { type Environment, SAFE_CONFIGURATION, sandboxEnvironment } from './git-environment.ts';
import { runGit } from './run-git.ts';

/** One commit of a repository that is made from values. */
export interface CommitContent {
  readonly message: string;
  /** Every file of the commit: path → text. Files of the commit before that are not named here are removed. */
  readonly files: Readonly<Record<string, string>>;
  /** ISO 8601; part of what the commit's name is made of. */
  readonly date: string;
}

const AUTHOR = { name: 'Demo', email: 'demo@example.com' };

/**
 * Makes a git repository with a branch `main`, one commit after the other. Author, dates and settings are fixed, so the
 * same contents give the same commits everywhere. The person's own git configuration plays no part.
 *
 * @param directory is made when it is not there; must be empty
 * @returns the full names of the commits, in order
 * @throws ReviewError `bad-usage` when the directory is not empty, `git-missing`, `git-failed`
 */
export async function writeRepository(
  directory: string,
  commits: readonly CommitContent[],
  environment: Environment,
  signal: AbortSignal,
): Promise<readonly string[]> {
  await mkdir(directory, { recursive: true });
  const program = await findGit(directory, environment);
  const fixed = sandboxEnvironment(program, environment, directory, join(directory, '.git', 'no-config'));
  const git = async (command: readonly string[], variables: Readonly<Record<string, string>> = {}) => {
    const answer = await runGit({
      file: program.file,
      arguments: [...SAFE_CONFIGURATION, '-c', 'core.autocrlf=false', '-C', directory, ...command],
      environment: { ...fixed, ...variables },
      signal,
    });
    if (answer.code === 0) return answer.output.toString('utf8').trim();
    throw new ReviewError('git-failed', `git ${command[0]} failed: ${answer.complaint}.`, CHECK);
  };
  await makeEmpty(directory, git);
  const names: string[] = [];
  for (const commit of commits) {
    if (names.length > 0) await git(['rm', '-r', '--quiet', '--', '.']);
    await writeFiles(directory, commit.files);
    await git(['add', '--all', '--force']);
    await git(['commit', '--quiet', '--allow-empty', '--no-verify', '--no-gpg-sign', '-m', commit.message], {
      GIT_AUTHOR_NAME: AUTHOR.name,
      GIT_AUTHOR_EMAIL: AUTHOR.email,
      GIT_AUTHOR_DATE: commit.date,
      GIT_COMMITTER_NAME: AUTHOR.name,
      GIT_COMMITTER_EMAIL: AUTHOR.email,
      GIT_COMMITTER_DATE: commit.date,
    });
    names.push(await git(['rev-parse', 'HEAD']));
  }
  return names;
}

const CHECK = 'Check that the folder may be written to and that the disk has free space.';

/** `git init` in a folder that has a repository would go on with that one, and its files would be removed. */
async function makeEmpty(
  directory: string,
  git: (command: readonly string[]) => Promise<string>,
): Promise<void> {
  if ((await readdir(directory)).length > 0) {
    throw new ReviewError(
      'bad-usage',
      `The folder "${directory}" is not empty, so no repository is made there.`,
      'Name an empty folder or one that does not exist yet.',
    );
  }
  await git(['init', '--quiet', '--template=', '--initial-branch=main']);
}

async function writeFiles(directory: string, files: CommitContent['files']): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    if (isUnsafePath(path)) {
      throw new ReviewError('internal', `The path "${path}" is not safe to write.`, 'Please report this.');
    }
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
