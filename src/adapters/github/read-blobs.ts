import { isUnsafePath } from '../../diff/is-unsafe-path.ts';
import { ForgeError, messageOf } from '../../errors.ts';
import type { Blob } from '../../model.ts';
import { decodeContent, MAX_BLOB_BYTES, TOO_LARGE } from './decode-content.ts';
import { type QueriedBlob, type QueriedObject, type QuerySource, queryBlobs } from './query-blobs.ts';
import type { Rider } from './query-part.ts';
import type { Tree } from './read-tree.ts';

const SYMLINK_MODE = '120000';
const SUBMODULE_MODE = '160000';
const MISSING: Blob = { kind: 'missing' };
/** Contents that GraphQL did not give are read one by one; so many at a time. */
const AT_ONCE = 8;

export interface BlobRequest {
  readonly sha: string;
  readonly path: string;
  /** The commit's tree, when it is known: it tells links and submodules from files. */
  readonly tree: Tree;
}

export interface BlobReader extends QuerySource {
  /** What else goes with the next query; null for nothing. */
  readonly takeRider?: (signal: AbortSignal) => Promise<Rider | null>;
}

/** Contents at commits, one answer for each request in the same order. What cannot be read is named, never thrown. */
export async function readBlobs(
  reader: BlobReader,
  requests: readonly BlobRequest[],
  signal: AbortSignal,
): Promise<readonly Blob[]> {
  const known = requests.map(blobWithoutReading);
  const asked = requests.filter((_, index) => known[index] === null);
  if (asked.length === 0) return known.map((blob) => blob ?? MISSING);
  const expressions = asked.map(({ sha, path }) => `${sha}:${path}`);
  const rider = (await reader.takeRider?.(signal)) ?? null;
  const found = await queryBlobs(reader, expressions, rider, signal);
  const read: Blob[] = [];
  for (let start = 0; start < asked.length; start += AT_ONCE) {
    const some = asked.slice(start, start + AT_ONCE);
    const blobs = some.map((request, index) => complete(reader, request, found[start + index], signal));
    read.push(...(await Promise.all(blobs)));
  }
  let next = 0;
  return known.map((blob) => blob ?? read[next++] ?? MISSING);
}

function blobWithoutReading({ path, tree }: BlobRequest): Blob | null {
  if (isUnsafePath(path)) return { kind: 'unreadable', reason: 'the path is unsafe; it was not opened' };
  if (tree === null) return null;
  const entry = tree.get(path);
  if (entry === undefined) return MISSING;
  return entry.mode === SUBMODULE_MODE ? { kind: 'submodule', commit: entry.sha } : null;
}

async function complete(
  reader: BlobReader,
  request: BlobRequest,
  found: QueriedObject,
  signal: AbortSignal,
): Promise<Blob> {
  const blob = await contentOf(reader, request, found, signal);
  const isLink = request.tree?.get(request.path)?.mode === SYMLINK_MODE;
  return isLink && blob.kind === 'text' ? { kind: 'symlink', target: blob.text } : blob;
}

async function contentOf(
  reader: BlobReader,
  { sha, path, tree }: BlobRequest,
  found: QueriedObject,
  signal: AbortSignal,
): Promise<Blob> {
  if (found === null) return MISSING;
  if (found !== undefined) {
    const blob = blobOfQuery(found);
    if (blob !== null) return blob;
  }
  try {
    const oid = found?.oid ?? tree?.get(path)?.sha ?? '';
    return oid === '' ? await readContents(reader, sha, path, signal) : await readObject(reader, oid, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ForgeError && error.status === 404) return MISSING;
    return { kind: 'unreadable', reason: messageOf(error) };
  }
}

/** Null when the answer does not hold the whole text. */
function blobOfQuery(found: QueriedBlob): Blob | null {
  if (found.isBinary === true) return { kind: 'binary' };
  if (found.byteSize > MAX_BLOB_BYTES) return TOO_LARGE;
  if (found.isTruncated || found.text === null) return null;
  return { kind: 'text', text: found.text, undecodable: found.text.includes('\ufffd') };
}

async function readObject(reader: BlobReader, oid: string, signal: AbortSignal): Promise<Blob> {
  const { data } = await reader.client.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
    ...reader.repository,
    file_sha: oid,
    request: { signal },
  });
  return (data.size ?? 0) > MAX_BLOB_BYTES ? TOO_LARGE : decodeContent(data.content);
}

/** The last resort, when neither GraphQL nor the tree names the blob. */
async function readContents(
  reader: BlobReader,
  sha: string,
  path: string,
  signal: AbortSignal,
): Promise<Blob> {
  const { data } = await reader.client.request('GET /repos/{owner}/{repo}/contents/{path}', {
    ...reader.repository,
    path,
    ref: sha,
    request: { signal },
  });
  if (Array.isArray(data)) return MISSING;
  if (data.type === 'symlink')
    return { kind: 'symlink', target: 'target' in data ? String(data.target) : '' };
  if (data.type === 'submodule') return { kind: 'submodule', commit: data.sha };
  if (data.size > MAX_BLOB_BYTES) return TOO_LARGE;
  if (!('encoding' in data) || data.encoding !== 'base64' || (data.content === '' && data.size > 0))
    return readObject(reader, data.sha, signal);
  return decodeContent(data.content);
}
