import { nodeId } from '../show-repository.ts';
import type { IssueComment, ReviewComment } from '../state.ts';
import { actor } from './actors.ts';
import { type ObjectType, QueryError } from './execute-query.ts';
import { object, scalar } from './fields.ts';

/** Largest number of GraphQL's type Int. */
const LARGEST_INT = 2 ** 31 - 1;

/** What comments of every kind have. */
export function commentType<C extends IssueComment | ReviewComment>(
  kind: string,
  url: (one: C) => string,
): ObjectType {
  const comment = (one: C | { comment: C }): C => ('comment' in one ? one.comment : one);
  return {
    id: scalar((one: C) => nodeId(kind, comment(one).id)),
    databaseId: scalar((one: C) => {
      if (comment(one).id <= LARGEST_INT) return comment(one).id;
      throw new QueryError(`Int cannot represent ${comment(one).id}; use fullDatabaseId.`);
    }),
    fullDatabaseId: scalar((one: C) => String(comment(one).id)),
    body: scalar((one: C) => comment(one).body),
    createdAt: scalar((one: C) => comment(one).createdAt),
    updatedAt: scalar((one: C) => comment(one).updatedAt),
    isMinimized: scalar((one: C) => comment(one).minimized !== null),
    minimizedReason: scalar((one: C) => comment(one).minimized?.reason ?? null),
    url: scalar((one: C) => url(comment(one))),
    author: object('Actor', (one: C) => actor(comment(one).user)),
  };
}
