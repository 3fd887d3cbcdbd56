import { ForgeError, messageOf } from '../../errors.ts';
import type { Log } from '../../ports.ts';
import { isRecord, type JsonRecord, recordOf } from './json-record.ts';
import type { Client } from './make-client.ts';
import type { Rider } from './query-part.ts';
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

/** Where a query goes. */
export interface QuerySource {
  readonly client: Client;
  readonly graphqlUrl: string;
  readonly repository: Repository;
  readonly log: Log;
}

/** Objects in one query: GitHub bounds a query by time, so it is halved when it fails. */
const BATCH = 250;

const FIELDS = '... on Blob { oid byteSize isBinary isTruncated text }';

/**
 * Asks for many contents at once. Commit and path travel as variables, never inside the query.
 * @param expressions `<commit>:<path>`
 * @param rider goes with the first query; left behind when that fails
 * @returns one answer for each expression, in the same order
 */
export async function queryBlobs(
  source: QuerySource,
  expressions: readonly string[],
  rider: Rider | null,
  signal: AbortSignal,
): Promise<readonly QueriedObject[]> {
  const answers: QueriedObject[] = [];
  for (let start = 0; start < expressions.length; start += BATCH) {
    const batch = expressions.slice(start, start + BATCH);
    answers.push(...(await queryOrHalve(source, batch, start === 0 ? rider : null, signal)));
  }
  return answers;
}

async function queryOrHalve(
  source: QuerySource,
  batch: readonly string[],
  rider: Rider | null,
  signal: AbortSignal,
): Promise<readonly QueriedObject[]> {
  try {
    return await query(source, batch, rider, signal);
  } catch (error) {
    signal.throwIfAborted();
    source.log.debug('a query of contents failed', { files: batch.length, reason: messageOf(error) });
    if (rider !== null && !isRefused(error)) return queryOrHalve(source, batch, null, signal);
    if (batch.length <= 25) return batch.map(() => undefined);
    const middle = Math.ceil(batch.length / 2);
    const halves = [batch.slice(0, middle), batch.slice(middle)];
    const answers: QueriedObject[] = [];
    for (const half of halves) answers.push(...(await queryOrHalve(source, half, null, signal)));
    return answers;
  }
}

/** Whether the host would refuse the same contents without a rider too: the token or a limit is the reason. */
function isRefused(error: unknown): boolean {
  return error instanceof ForgeError && error.status !== null && error.status < 500;
}

async function query(
  { client, graphqlUrl, repository }: QuerySource,
  batch: readonly string[],
  rider: Rider | null,
  signal: AbortSignal,
): Promise<readonly QueriedObject[]> {
  const variables: Record<string, string | number> = { owner: repository.owner, repo: repository.repo };
  batch.forEach((expression, index) => {
    variables[`e${index}`] = expression;
  });
  const names = batch.map((_, index) => `$e${index}: String!`).join(', ');
  const objects = batch.map((_, index) => `f${index}: object(expression: $e${index}) { ${FIELDS} }`);
  const declared = rider === null ? names : `${names}, ${rider.declarations}`;
  const selected = [...objects, ...(rider === null ? [] : [rider.selections])].join(' ');
  let answered: unknown = null;
  try {
    const { data } = await client.request({
      method: 'POST',
      url: graphqlUrl,
      data: {
        query: `query ($owner: String!, $repo: String!, ${declared}) { repository(owner: $owner, name: $repo) { ${selected} } }`,
        variables: { ...variables, ...rider?.variables },
      },
      request: { signal },
    });
    answered = data;
  } finally {
    rider?.arrive(answered === null ? null : repositoryOf(answered));
  }
  const found = repositoryOf(answered);
  // An unknown field spoils a query as a whole; it can only be one of the rider's.
  if (rider !== null && !isRecord(found)) throw new Error('the query was not understood');
  return blobsOf(recordOf(found), failedNames(answered), batch);
}

function repositoryOf(answer: unknown): unknown {
  return recordOf(recordOf(answer).data).repository;
}

function blobsOf(
  found: JsonRecord,
  failed: ReadonlySet<string>,
  batch: readonly string[],
): readonly QueriedObject[] {
  return batch.map((_, index) => {
    const name = `f${index}`;
    return failed.has(name) ? undefined : blobOf(found[name]);
  });
}

/** Names of the objects that GraphQL could not give; the others of the same answer are good. */
function failedNames(data: unknown): ReadonlySet<string> {
  const errors = recordOf(data).errors;
  const names = new Set<string>();
  for (const error of Array.isArray(errors) ? errors : []) {
    const path: unknown = recordOf(error).path;
    for (const part of Array.isArray(path) ? path : []) if (typeof part === 'string') names.add(part);
  }
  return names;
}

function blobOf(value: unknown): QueriedObject {
  if (value === null) return null;
  const { oid, byteSize, isBinary, isTruncated, text } = recordOf(value);
  if (typeof oid !== 'string' || typeof byteSize !== 'number') return undefined;
  return {
    oid,
    byteSize,
    isBinary: typeof isBinary === 'boolean' ? isBinary : null,
    isTruncated: isTruncated === true,
    text: typeof text === 'string' ? text : null,
  };
}
