import { ForgeError } from '../../errors.ts';
import type { BlobReader } from './read-blobs.ts';

/** Files at or directly below paths of a commit, for repositories whose tree is too large to be listed whole. */
export async function listConfiguration(
  { client, repository }: BlobReader,
  sha: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    try {
      const { data } = await client.request('GET /repos/{owner}/{repo}/contents/{path}', {
        ...repository,
        path,
        ref: sha,
        request: { signal },
      });
      for (const entry of Array.isArray(data) ? data : [data])
        if (entry.type === 'file') files.push(entry.path);
    } catch (error) {
      if (!(error instanceof ForgeError) || error.status !== 404) throw error;
    }
  }
  return files;
}
