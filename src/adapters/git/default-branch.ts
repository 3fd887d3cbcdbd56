import { oneLine, type Repository } from './repository.ts';
import { tryRevision } from './resolve-revision.ts';

/** A commit with the name that people know it by. */
export interface NamedCommit {
  readonly sha: string;
  readonly label: string;
}

const USUAL_NAMES = ['main', 'master', 'trunk'];

/**
 * The branch that pull requests go into: what `origin/HEAD` points to, else `main`, `master` or `trunk` (at the remote
 * first, since a local copy is often behind), else the current branch's upstream; null when there is none of these.
 */
export async function findDefaultBranch(
  repository: Repository,
  signal: AbortSignal,
): Promise<NamedCommit | null> {
  const pointed = await repository.ask(
    ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'],
    signal,
  );
  const candidates = USUAL_NAMES.flatMap((name) => [`origin/${name}`, name]);
  if (pointed.code === 0) candidates.unshift(oneLine(pointed));
  for (const label of candidates) {
    const reference = label.startsWith('origin/') ? `refs/remotes/${label}` : `refs/heads/${label}`;
    const sha = await tryRevision(repository, reference, signal);
    if (sha !== null) return { sha, label };
  }
  return findUpstream(repository, signal);
}

/** The upstream of the current branch, or null. */
export async function findUpstream(repository: Repository, signal: AbortSignal): Promise<NamedCommit | null> {
  const sha = await tryRevision(repository, '@{upstream}', signal);
  if (sha === null) return null;
  const named = await repository.ask(['rev-parse', '--abbrev-ref', '@{upstream}'], signal);
  return { sha, label: named.code === 0 ? oneLine(named) : 'upstream' };
}

/** Name of the current branch; null when HEAD is detached. */
export async function currentBranch(repository: Repository, signal: AbortSignal): Promise<string | null> {
  const answer = await repository.ask(['symbolic-ref', '--quiet', '--short', 'HEAD'], signal);
  return answer.code === 0 ? oneLine(answer) : null;
}
