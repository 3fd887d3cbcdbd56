import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { messageOf, ReviewError } from '../../errors.ts';
import { findGit, type GitProgram, isInside } from './find-git.ts';
import { shown } from './first-line.ts';
import { type Environment, repositoryEnvironment, SAFE_CONFIGURATION } from './git-environment.ts';
import { type GitOutput, runGit } from './run-git.ts';

/** What must be known of the reviewed repository before anything is read from it. */
export interface Repository {
  readonly program: GitProgram;
  readonly environment: Environment;
  /** Directory that was asked for. */
  readonly directory: string;
  /** Root of the working tree; null in a bare repository. */
  readonly workingTree: string | null;
  readonly gitDirectory: string;
  readonly objects: string;
  readonly index: string;
  readonly objectFormat: 'sha1' | 'sha256';
  readonly shallow: boolean;
  /** Effective configuration, last value wins; names in lower case but for the middle part. */
  readonly configuration: ReadonlyMap<string, string>;
  /** Runs a question that starts no other program: see `SAFE_CONFIGURATION`. */
  ask(question: readonly string[], signal: AbortSignal): Promise<GitOutput>;
}

/**
 * Finds the repository that holds `directory`.
 *
 * @throws ReviewError `git-missing`, `not-a-repository`
 */
export async function openRepository(
  directory: string,
  environment: Environment,
  signal: AbortSignal,
): Promise<Repository> {
  const root = resolve(directory);
  await checkDirectory(directory, root);
  const program = await findGit(root, environment);
  const variables = repositoryEnvironment(program, environment);
  const ask: Repository['ask'] = (question, asked) =>
    runGit({
      file: program.file,
      arguments: ['--no-pager', ...SAFE_CONFIGURATION, '-C', root, ...question],
      environment: variables,
      signal: asked,
    });
  const [place, configuration] = await Promise.all([
    placeOf(directory, ask, signal),
    ask(['config', '--list', '-z'], signal),
  ]);
  if (place.top !== null) await checkWorkingTree(root, place.top);
  return {
    program,
    environment,
    directory: root,
    workingTree: place.bare === 'true' ? null : place.top,
    gitDirectory: place.gitDirectory,
    objects: resolve(root, place.objects),
    index: resolve(root, place.index),
    objectFormat: place.format === 'sha256' ? 'sha256' : 'sha1',
    shallow: place.shallow === 'true',
    configuration: parseConfiguration(configuration.output.toString('utf8')),
    ask,
  };
}

/** What `rev-parse` says of a repository. */
interface Place {
  readonly bare: string;
  readonly shallow: string;
  readonly format: string;
  readonly gitDirectory: string;
  readonly objects: string;
  readonly index: string;
  /** Null where there is no working tree. */
  readonly top: string | null;
}

/** Questions that are answered by a word. */
const WORDS = ['--is-bare-repository', '--is-shallow-repository', '--show-object-format'];
const [OBJECTS, INDEX] = [
  ['--git-path', 'objects'],
  ['--git-path', 'index'],
];

/**
 * Asks everything at once. Git stops at the first question it has no answer to, and a path may hold line feeds: then each
 * is asked alone.
 */
async function placeOf(directory: string, ask: Repository['ask'], signal: AbortSignal): Promise<Place> {
  const all = await ask(
    ['rev-parse', ...WORDS, '--absolute-git-dir', ...OBJECTS, ...INDEX, '--show-toplevel'],
    signal,
  );
  const [bare = '', shallow = '', format = '', gitDirectory = '', objects = '', index = '', top, ...more] =
    oneLine(all).split('\n');
  if (all.code === 0 && top !== undefined && top !== '' && more.length === 0)
    return { bare, shallow, format, gitDirectory, objects, index, top };
  return placeByParts(directory, ask, signal);
}

async function placeByParts(directory: string, ask: Repository['ask'], signal: AbortSignal): Promise<Place> {
  const found = await ask(['rev-parse', '--absolute-git-dir'], signal);
  if (found.code !== 0) throw notARepository(directory, found.complaint);
  const [objects, index, words, top] = await Promise.all([
    ask(['rev-parse', ...OBJECTS], signal),
    ask(['rev-parse', ...INDEX], signal),
    ask(['rev-parse', ...WORDS], signal),
    ask(['rev-parse', '--show-toplevel'], signal),
  ]);
  const [bare = '', shallow = '', format = ''] = oneLine(words).split(/\r?\n/);
  return {
    bare,
    shallow,
    format,
    gitDirectory: oneLine(found),
    objects: oneLine(objects),
    index: oneLine(index),
    top: top.code === 0 && oneLine(top) !== '' ? oneLine(top) : null,
  };
}

/** Git's answer without its final line feed; a path may end in blanks, so nothing else is trimmed. */
export function oneLine(answer: GitOutput): string {
  return answer.output.toString('utf8').replace(/\r?\n$/, '');
}

async function checkDirectory(given: string, root: string): Promise<void> {
  let isDirectory: boolean;
  try {
    isDirectory = (await stat(root)).isDirectory();
  } catch (error) {
    throw new ReviewError(
      'not-a-repository',
      `The directory "${shown(given)}" cannot be opened: ${shown(messageOf(error))}.`,
      'Give the folder of a git repository with --repo.',
    );
  }
  if (isDirectory) return;
  throw new ReviewError(
    'not-a-repository',
    `"${shown(given)}" is a file, not a directory.`,
    'Give the folder of a git repository with --repo; for a patch file use --diff.',
  );
}

/**
 * `core.worktree` in a repository's configuration can point anywhere, such as the home folder, whose files would then be
 * read as part of the change. The working tree must be the folder that holds the directory.
 */
async function checkWorkingTree(root: string, workingTree: string): Promise<void> {
  const [directory, top] = await Promise.all([
    realpath(root),
    realpath(workingTree).catch(() => workingTree),
  ]);
  if (isInside(top, directory)) return;
  throw new ReviewError(
    'not-a-repository',
    `The repository at "${shown(root)}" says that its working tree is "${shown(workingTree)}", which is somewhere else.`,
    `Give that folder with --repo, or remove the setting: git -C "${shown(root)}" config --unset core.worktree.`,
  );
}

function notARepository(directory: string, complaint: string): ReviewError {
  if (/dubious ownership|safe\.directory/.test(complaint)) {
    return new ReviewError(
      'not-a-repository',
      `git refuses the repository at "${shown(directory)}" because it belongs to another user (${complaint}).`,
      `If you trust it: git config --global --add safe.directory "${shown(resolve(directory))}"`,
    );
  }
  return new ReviewError(
    'not-a-repository',
    `"${shown(directory)}" is not in a git repository (git said: ${complaint}).`,
    'Go to the folder of a repository or give one with --repo. A patch without a repository can be reviewed with --diff FILE.',
  );
}

function parseConfiguration(text: string): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const entry of text.split('\0')) {
    const end = entry.indexOf('\n');
    // A name without a value means true.
    if (entry !== '')
      settings.set(end < 0 ? entry : entry.slice(0, end), end < 0 ? 'true' : entry.slice(end + 1));
  }
  return settings;
}
