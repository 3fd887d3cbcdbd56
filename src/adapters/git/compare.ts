import { ReviewError } from '../../errors.ts';
import type { PathReason, Revision } from '../../model.ts';
import { currentBranch, findDefaultBranch, findUpstream, type NamedCommit } from './default-branch.ts';
import { shown } from './first-line.ts';
import { oneLine, type Repository } from './repository.ts';
import { mergeBaseOf, noCommits, resolveRevision, tryRevision } from './resolve-revision.ts';
import type { Sandbox } from './sandbox.ts';
import { snapshotIndex } from './snapshot-index.ts';
import { snapshotWorkingTree } from './snapshot-working-tree.ts';

/** Which states of a repository are compared. */
export interface ComparisonRequest {
  readonly kind: 'range' | 'branch' | 'staged' | 'working';
  readonly base?: string | undefined;
  readonly head?: string | undefined;
}

/** One side of a comparison. */
export interface Side {
  /** A tree or a commit. */
  readonly tree: string;
  readonly revision: Revision;
}

/** Two states of a repository, ready to be compared. */
export interface Comparison {
  readonly base: Side;
  readonly head: Side;
  /** Commits that the change consists of, as arguments for `rev-list`; null when it is no series of commits. */
  readonly commits: { readonly after: string | null; readonly upTo: string } | null;
  readonly unreadable: readonly PathReason[];
}

/** Object names of the empty tree, which git knows without storing it. */
const EMPTY_TREE = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};

/**
 * Finds the two states that a request is about.
 *
 * @throws ReviewError `no-commits`, `unknown-revision`, `no-merge-base`, `bad-usage`, `git-failed`
 */
export async function compare(
  repository: Repository,
  sandbox: Sandbox,
  request: ComparisonRequest,
  signal: AbortSignal,
): Promise<Comparison> {
  if (request.kind === 'range') return compareRange(repository, request, signal);
  if (repository.workingTree === null) throw bare(repository, request.kind);
  const head = await tryRevision(repository, 'HEAD', signal);
  if (request.kind === 'branch') {
    if (head === null) throw noCommits(repository);
    return compareBranch(repository, sandbox, head, signal);
  }
  const base = sideOfCommit(repository, head, 'HEAD');
  const isStaged = request.kind === 'staged';
  const snapshot = isStaged
    ? await snapshotIndex(repository, sandbox, base.tree, signal)
    : await snapshotWorkingTree(repository, sandbox, signal);
  const label = isStaged ? 'index' : 'working tree';
  return {
    base,
    head: { tree: snapshot.tree, revision: { sha: null, label } },
    commits: null,
    unreadable: snapshot.unreadable,
  };
}

/** As pull requests do: what `head` did since it left `base`. */
async function compareRange(
  repository: Repository,
  request: ComparisonRequest,
  signal: AbortSignal,
): Promise<Comparison> {
  const sought =
    request.base === undefined
      ? findDefaultBranch(repository, signal)
      : namedCommit(repository, request.base, signal);
  // Both are looked for at the same moment; what is wrong with the head is said first.
  sought.catch(() => undefined);
  const head = await namedCommit(repository, request.head ?? 'HEAD', signal);
  const base = await sought;
  if (base === null) {
    throw new ReviewError(
      'unknown-revision',
      `No base was given, and "${shown(repository.directory)}" has no origin/HEAD, main, master or trunk.`,
      'Name the branch to compare with, with --base.',
    );
  }
  const mergeBase = await mergeBaseOf(repository, base, head, signal);
  return {
    base: { tree: mergeBase, revision: { sha: mergeBase, label: base.label } },
    head: { tree: head.sha, revision: head },
    commits: { after: mergeBase, upTo: head.sha },
    unreadable: [],
  };
}

/** The current branch since it left the default branch, with what is not committed yet. */
async function compareBranch(
  repository: Repository,
  sandbox: Sandbox,
  head: string,
  signal: AbortSignal,
): Promise<Comparison> {
  const branch = await currentBranch(repository, signal);
  const snapshot = await snapshotWorkingTree(repository, sandbox, signal);
  const label = branch ?? head.slice(0, 12);
  const changed = snapshot.tree !== oneLine(await repository.ask(['rev-parse', `${head}^{tree}`], signal));
  const base = await baseOfBranch(repository, { sha: head, label }, branch, changed, signal);
  const after = base.revision.sha;
  return {
    base,
    head: changed
      ? { tree: snapshot.tree, revision: { sha: null, label: `${label} and the working tree` } }
      : { tree: head, revision: { sha: head, label } },
    commits: after === head ? null : { after, upTo: head },
    unreadable: snapshot.unreadable,
  };
}

/**
 * On the default branch itself (or on a detached commit of it) there is nothing to merge: then what was not pushed yet,
 * else what is not committed yet, else the last commit.
 */
async function baseOfBranch(
  repository: Repository,
  head: NamedCommit,
  branch: string | null,
  hasUncommitted: boolean,
  signal: AbortSignal,
): Promise<Side> {
  const target = await findDefaultBranch(repository, signal);
  const onTarget = target === null || branch === target.label || `origin/${branch}` === target.label;
  if (!onTarget) {
    const mergeBase = await mergeBaseOf(repository, target, head, signal);
    if (mergeBase !== head.sha || branch !== null) {
      return { tree: mergeBase, revision: { sha: mergeBase, label: target.label } };
    }
  }
  const upstream = branch === null ? null : await findUpstream(repository, signal);
  if (upstream !== null) {
    const mergeBase = await mergeBaseOf(repository, upstream, head, signal);
    if (mergeBase !== head.sha)
      return { tree: mergeBase, revision: { sha: mergeBase, label: upstream.label } };
  }
  if (hasUncommitted) return sideOfCommit(repository, head.sha, 'HEAD');
  const parent = await tryRevision(repository, `${head.sha}~1`, signal);
  if (parent === null && repository.shallow) await refuseCutHistory(repository, head, signal);
  return sideOfCommit(repository, parent, 'HEAD~1');
}

/** In a shallow clone a commit seems to be the first although its parent was only not fetched. */
async function refuseCutHistory(
  repository: Repository,
  head: NamedCommit,
  signal: AbortSignal,
): Promise<void> {
  const answer = await repository.ask(['cat-file', 'commit', head.sha], signal);
  if (!/^parent [0-9a-f]+$/m.test(answer.output.toString('latin1').split('\n\n')[0] ?? '')) return;
  throw new ReviewError(
    'no-merge-base',
    `The clone is shallow: the commit before "${shown(head.label)}" was not fetched, so there is nothing to compare with.`,
    'Run `git fetch --unshallow`, or set `fetch-depth: 0` in actions/checkout.',
  );
}

/** A commit as a side; without a commit the empty tree. */
function sideOfCommit(repository: Repository, sha: string | null, label: string): Side {
  if (sha !== null) return { tree: sha, revision: { sha, label } };
  return { tree: EMPTY_TREE[repository.objectFormat], revision: { sha: null, label: 'the empty tree' } };
}

async function namedCommit(
  repository: Repository,
  revision: string,
  signal: AbortSignal,
): Promise<NamedCommit> {
  const [sha, branch] = await Promise.all([
    resolveRevision(repository, revision, signal),
    revision === 'HEAD' ? currentBranch(repository, signal) : null,
  ]);
  return { sha, label: branch ?? revision };
}

function bare(repository: Repository, kind: string): ReviewError {
  return new ReviewError(
    'bad-usage',
    `"${shown(repository.directory)}" is a bare repository: it has no working tree to review (${kind}).`,
    'Name two commits with --base and --head.',
  );
}

/** Whether a side stands for no files at all, so that it has no configuration either. */
export function isEmptySide(side: Side): boolean {
  return side.tree === EMPTY_TREE.sha1 || side.tree === EMPTY_TREE.sha256;
}
