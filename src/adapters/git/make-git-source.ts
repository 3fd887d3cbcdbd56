import { basename } from 'node:path';
import { messageOf, ReviewError } from '../../errors.ts';
import type { Blob } from '../../model.ts';
import type { ChangeSet } from '../../ports.ts';
import { type Comparison, type ComparisonRequest, compare, isEmptySide } from './compare.ts';
import { diffTrees, type TreeDifference } from './diff-trees.ts';
import type { Environment } from './git-environment.ts';
import type { GitSource } from './git-source.ts';
import { makePatchSource, type PatchRequest } from './make-patch-source.ts';
import { readSubject } from './read-subject.ts';
import { readTexts } from './read-texts.ts';
import { listTree, readTree, type TreeEntry } from './read-tree.ts';
import { openRepository, type Repository } from './repository.ts';
import { makeSandbox, type Sandbox } from './sandbox.ts';

/** Larger repositories are reviewed without a list of their files. */
const MAX_LISTED = 200_000;

export type GitSourceOptions = {
  /** Folder of a repository, or any folder inside it. */
  readonly directory: string;
} & (ComparisonRequest | PatchRequest);

/**
 * A change read from a local repository with the `git` program, or from a patch.
 *
 * - `range`: what `head` (default HEAD) did since it left `base` (default: the default branch)
 * - `branch`: the current branch since it left the default branch, with everything uncommitted
 * - `staged`: the index against HEAD; `working`: the working tree with untracked files against HEAD
 * - `patch`: a patch, with contents from the working tree where they agree with it
 *
 * Nothing that the repository contains or configures is run, and nothing is written into it. Nothing is done before
 * `changes` is called; the other methods call it when needed.
 *
 * @param environment the process's variables; PATH and HOME are used, most are not handed on
 */
export function makeGitSource(options: GitSourceOptions, environment: Environment): GitSource {
  if (options.kind === 'patch') return makePatchSource(options.directory, options, environment);
  let opened: Promise<OpenChange> | null = null;
  const open = (signal: AbortSignal) => {
    opened ??= openChange(options.directory, options, environment, signal).catch((error: unknown) => {
      throw asReviewError(error, signal);
    });
    return opened;
  };
  const read = async (side: 'head' | 'base', paths: readonly string[], signal: AbortSignal) => {
    const { sandbox, comparison, known } = await open(signal);
    return readTree(sandbox, comparison[side].tree, paths, known[side], signal);
  };
  return {
    changes: async (signal) => (await open(signal)).changes,
    readHead: (paths, signal): Promise<ReadonlyMap<string, Blob>> => read('head', paths, signal),
    readBase: (paths, signal): Promise<ReadonlyMap<string, Blob>> => read('base', paths, signal),
    listHead: async (signal) => {
      const { sandbox, comparison } = await open(signal);
      const entries = await listTree(sandbox, comparison.head.tree, [], signal);
      return entries.size > MAX_LISTED ? null : [...entries.keys()];
    },
    readConfiguration: async (paths, signal) => {
      const { sandbox, comparison } = await open(signal);
      if (isEmptySide(comparison.base)) return new Map();
      return readTexts(sandbox, comparison.base.tree, paths, signal);
    },
    close: async () => {
      const change = await opened?.catch(() => null);
      change?.sandbox.close();
      opened = null;
    },
  };
}

/** A change with what is needed to read more of it. */
interface OpenChange {
  readonly repository: Repository;
  readonly sandbox: Sandbox;
  readonly comparison: Comparison;
  readonly changes: ChangeSet;
  /** Changed files' entries of both sides; also finds names that are not UTF-8. */
  readonly known: Readonly<Record<'head' | 'base', ReadonlyMap<string, TreeEntry>>>;
}

async function openChange(
  directory: string,
  request: ComparisonRequest,
  environment: Environment,
  signal: AbortSignal,
): Promise<OpenChange> {
  const repository = await openRepository(directory, environment, signal);
  const sandbox = await makeSandbox(repository);
  try {
    const comparison = await compare(repository, sandbox, request, signal);
    const [difference, subject] = await Promise.all([
      diffTrees(sandbox, comparison.base.tree, comparison.head.tree, signal),
      readSubject(repository, sandbox, comparison.commits, signal),
    ]);
    const changes: ChangeSet = {
      repository: basename(repository.workingTree ?? repository.gitDirectory).replace(/\.git$/, ''),
      head: comparison.head.revision,
      base: comparison.base.revision,
      subject,
      files: difference.files,
      unreadable: [...comparison.unreadable, ...difference.unreadable],
    };
    return { repository, sandbox, comparison, changes, known: entriesOf(difference) };
  } catch (error) {
    sandbox.close();
    throw error;
  }
}

function entriesOf(difference: TreeDifference): OpenChange['known'] {
  const head = new Map<string, TreeEntry>();
  const base = new Map<string, TreeEntry>();
  for (const entry of difference.entries) {
    if (entry.newMode !== '000000') head.set(entry.path, { mode: entry.newMode, sha: entry.newSha });
    if (entry.oldMode !== '000000') base.set(entry.oldPath, { mode: entry.oldMode, sha: entry.oldSha });
  }
  return { head, base };
}

function asReviewError(error: unknown, signal: AbortSignal): Error {
  if (error instanceof ReviewError) return error;
  if (signal.aborted) return new ReviewError('aborted', 'The review was stopped.', 'Start it again.');
  return new ReviewError(
    'git-failed',
    `The change could not be read: ${messageOf(error)}.`,
    'Check that the folder for temporary files exists and has free space.',
    { cause: error },
  );
}
