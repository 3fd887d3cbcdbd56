import type { ForgeComment } from '../../ports.ts';
import { type JsonRecord, recordOf } from './json-record.ts';

/** What a query asks of whoever did something. */
export const ACTOR =
  '__typename login ... on User { databaseId } ... on Bot { databaseId } ... on Mannequin { databaseId } ... on Organization { databaseId }';
// The plain `databaseId` of a comment is a number of 32 bits, which ids of comments have outgrown.
/** What a query asks of a comment of any kind. */
export const COMMENT = `fullDatabaseId body url createdAt lastEditedAt author { ${ACTOR} }`;

/** Reads what was answered to `COMMENT`; null when a part is missing or strange. */
export function toComment(value: unknown): ForgeComment | null {
  const { fullDatabaseId, body, url, createdAt, lastEditedAt, author } = recordOf(value);
  // GitHub sends large numbers as texts.
  const id = typeof fullDatabaseId === 'string' ? Number(fullDatabaseId) : fullDatabaseId;
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= 0) return null;
  if (typeof body !== 'string' || typeof url !== 'string' || typeof createdAt !== 'string') return null;
  if (lastEditedAt !== null && typeof lastEditedAt !== 'string') return null;
  const { name, accountId } = toActor(author);
  return { id, authorId: accountId, author: name, body, url, createdAt, edited: lastEditedAt !== null };
}

/** Whoever did something, named as by REST. */
export interface Actor {
  readonly name: string;
  readonly accountId: number | null;
}

/** Reads what was answered to `ACTOR`: GraphQL leaves `[bot]` out. An account that is gone has neither name nor id. */
export function toActor(value: unknown): Actor {
  const { __typename: type, login, databaseId }: JsonRecord = recordOf(value);
  if (typeof login !== 'string') return { name: 'ghost', accountId: null };
  const isShortened = type === 'Bot' && !login.endsWith('[bot]');
  return {
    name: isShortened ? `${login}[bot]` : login,
    accountId: typeof databaseId === 'number' ? databaseId : null,
  };
}
