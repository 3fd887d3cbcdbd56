import type { Client } from './make-client.ts';
import type { Repository } from './repository.ts';

/** One entry of a commit's tree that is no folder. */
export interface TreeEntry {
  readonly mode: string;
  readonly sha: string;
}

/** All files of a commit, path → entry; null when GitHub cut the list. */
export type Tree = ReadonlyMap<string, TreeEntry> | null;

/** Reads the whole tree of a commit in one request. */
export async function readTree(
  client: Client,
  repository: Repository,
  sha: string,
  signal: AbortSignal,
): Promise<Tree> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
    ...repository,
    tree_sha: sha,
    recursive: '1',
    request: { signal },
  });
  if (data.truncated) return null;
  const tree = new Map<string, TreeEntry>();
  for (const { path, mode, sha: object, type } of data.tree) {
    if (type !== 'tree') tree.set(path, { mode, sha: object });
  }
  return tree;
}
