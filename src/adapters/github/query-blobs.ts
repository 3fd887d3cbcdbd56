import { messageOf } from '../../errors.ts';
import type { Log } from '../../ports.ts';
import type { Client } from './make-client.ts';
import type { Repository } from './repository.ts';

/** A file's content as GraphQL gives it. */
export interface QueriedBlob {
  readonly oid: string;
  readonly byteSize: number;
  readonly isBinary: boolean | null;
  readonly isTruncated: boolean;
  readonly text: string | null;
}

/** What stands at a path: a blob, nothing (`null`), or no usable answer (`undefined`). */
export type QueriedObject = QueriedBlob | null | undefined;

/** Objects in one query: GitHub bounds a query by time, so it is halved when it fails. */
const BATCH = 250;

const FIELDS = '... on Blob { oid byteSize isBinary isTruncated text }';

/**
 * Asks for many contents at once. Commit and path travel as variables, never inside the query.
 * @param expressions `<commit>:<path>`
 * @returns one answer for each expression, in the same order
 */
export async function queryBlobs(
  client: Client,
  graphqlUrl: string,
  repository: Repository,
  expressions: readonly string[],
  log: Log,
  signal: AbortSignal,
): Promise<readonly QueriedObject[]> {
  const answers: QueriedObject[] = [];
  for (let start = 0; start < expressions.length; start += BATCH) {
    const batch = expressions.slice(start, start + BATCH);
    answers.push(...(await queryOrHalve(client, graphqlUrl, repository, batch, log, signal)));
  }
  return answers;
}

async function queryOrHalve(
  client: Client,
  graphqlUrl: string,
  repository: Repository,
  batch: readonly string[],
  log: Log,
  signal: AbortSignal,
): Promise<readonly QueriedObject[]> {
  try {
    return await query(client, graphqlUrl, repository, batch, signal);
  } catch (error) {
    signal.throwIfAborted();
    log.debug('a query of contents failed', { files: batch.length, reason: messageOf(error) });
    if (batch.length <= 25) return batch.map(() => undefined);
    const middle = Math.ceil(batch.length / 2);
    const halves = [batch.slice(0, middle), batch.slice(middle)];
    const answers: QueriedObject[] = [];
    for (const half of halves)
      answers.push(...(await queryOrHalve(client, graphqlUrl, repository, half, log, signal)));
    return answers;
  }
}

async function query(
  client: Client,
  graphqlUrl: string,
  repository: Repository,
  batch: readonly string[],
  signal: AbortSignal,
): Promise<readonly QueriedObject[]> {
  const variables: Record<string, string> = { owner: repository.owner, repo: repository.repo };
  batch.forEach((expression, index) => {
    variables[`e${index}`] = expression;
  });
  const names = batch.map((_, index) => `$e${index}: String!`).join(', ');
  const objects = batch.map((_, index) => `f${index}: object(expression: $e${index}) { ${FIELDS} }`);
  const { data } = await client.request({
    method: 'POST',
    url: graphqlUrl,
    data: {
      query: `query ($owner: String!, $repo: String!, ${names}) { repository(owner: $owner, name: $repo) { ${objects.join(' ')} } }`,
      variables,
    },
    request: { signal },
  });
  const found = objectOf(objectOf(objectOf(data).data).repository);
  const failed = failedNames(data);
  return batch.map((_, index) => {
    const name = `f${index}`;
    return failed.has(name) ? undefined : blobOf(found[name]);
  });
}

/** Names of the objects that GraphQL could not give; the others of the same answer are good. */
function failedNames(data: unknown): ReadonlySet<string> {
  const errors = objectOf(data).errors;
  const names = new Set<string>();
  for (const error of Array.isArray(errors) ? errors : []) {
    const path: unknown = objectOf(error).path;
    for (const part of Array.isArray(path) ? path : []) if (typeof part === 'string') names.add(part);
  }
  return names;
}

function blobOf(value: unknown): QueriedObject {
  if (value === null) return null;
  const { oid, byteSize, isBinary, isTruncated, text } = objectOf(value);
  if (typeof oid !== 'string' || typeof byteSize !== 'number') return undefined;
  return {
    oid,
    byteSize,
    isBinary: typeof isBinary === 'boolean' ? isBinary : null,
    isTruncated: isTruncated === true,
    text: typeof text === 'string' ? text : null,
  };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
