import { ForgeError } from '../../errors.ts';
import { decodeContent } from './decode-content.ts';
import { recordOf } from './json-record.ts';
import { type ClientOptions, makeClient } from './make-client.ts';
import type { Repository } from './repository.ts';

/**
 * A text file on the default branch of a repository.
 * @returns null when there is none of that path: no file, or one that is not text
 * @throws ForgeError
 */
export async function readRepositoryFile(
  { owner, repo, ...options }: ClientOptions & Repository,
  path: string,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const { data } = await makeClient(options).request('GET /repos/{owner}/{repo}/contents/{path}', {
      owner,
      repo,
      path,
      request: { signal },
    });
    const { type, encoding, content } = recordOf(data);
    if (type !== 'file' || encoding !== 'base64' || typeof content !== 'string') return null;
    const blob = decodeContent(content);
    return blob.kind === 'text' ? blob.text : null;
  } catch (error) {
    if (error instanceof ForgeError && error.code === 'forge-not-found') return null;
    throw error;
  }
}
