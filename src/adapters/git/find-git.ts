import { constants } from 'node:fs';
import { access, lstat, realpath } from 'node:fs/promises';
import { delimiter, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { ReviewError } from '../../errors.ts';
import type { Environment } from './git-environment.ts';
import { ifPresent } from './if-present.ts';

/** Where git is, and a PATH that leads nowhere into the reviewed repository. */
export interface GitProgram {
  readonly file: string;
  readonly searchPath: string;
}

/**
 * Finds the git program by hand. A child process looks a bare name up in PATH, and PATH may lead into the reviewed
 * repository: `npx` puts `node_modules/.bin` in front, some shells add `.`, Windows tries the current folder first. A
 * repository that brings its own `git` there would be run. Relative entries, `node_modules` and everything inside the
 * repository are therefore skipped.
 *
 * @param directory the directory under review
 * @throws ReviewError `git-missing`, or `path-unreadable` for a directory that may not be entered
 */
export async function findGit(directory: string, environment: Environment): Promise<GitProgram> {
  const root = await repositoryRootOf(directory);
  const entries = (environment.PATH ?? environment.Path ?? '')
    .split(delimiter)
    .filter((entry) => isAbsolute(entry) && !/[/\\]node_modules([/\\]|$)/.test(entry));
  const trusted: string[] = [];
  for (const entry of entries) {
    if (!isInside(root, await realPathOf(entry))) trusted.push(entry);
  }
  const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
  for (const entry of trusted) {
    for (const name of names) {
      const file = join(entry, name);
      if (await isExecutable(file)) return { file, searchPath: trusted.join(delimiter) };
    }
  }
  throw new ReviewError(
    'git-missing',
    `No git program was found: ${trusted.length} folders of PATH were searched (folders inside the reviewed repository and node_modules are never searched).`,
    'Install git (https://git-scm.com/downloads) and make sure its folder is in PATH.',
  );
}

/** The nearest folder upwards that holds a `.git`, or the directory itself; no program is asked. */
async function repositoryRootOf(directory: string): Promise<string> {
  const start = await realPathOf(resolve(directory));
  for (let folder = start; ; folder = dirname(folder)) {
    const mark = join(folder, '.git');
    const found = await ifPresent(mark, lstat(mark));
    if (found !== null) return folder;
    if (dirname(folder) === folder) return start;
  }
}

async function realPathOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** True when `path` is `root` or lies below it. Both must be absolute. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (!isAbsolute(way) && way !== '..' && !/^\.\.[/\\]/.test(way));
}
