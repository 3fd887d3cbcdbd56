import { ForgeError } from '../../errors.ts';
import type { ThreadResolver } from '../../ports.ts';
import { recordOf } from './json-record.ts';
import type { QuerySource } from './query-blobs.ts';

/**
 * Resolves review threads. GraphQL alone can (facts: review threads); what it did is read from the thread in its answer,
 * because an answer with status 200 may be a refusal.
 */
export function makeThreadResolver({
  client,
  graphqlUrl,
}: Pick<QuerySource, 'client' | 'graphqlUrl'>): ThreadResolver {
  return {
    setResolved: async (threadId, isResolved, signal) => {
      const field = isResolved ? 'resolveReviewThread' : 'unresolveReviewThread';
      try {
        const { data } = await client.request({
          method: 'POST',
          url: graphqlUrl,
          data: {
            query: `mutation ($thread: ID!) { changed: ${field}(input: { threadId: $thread }) { thread { id isResolved } } }`,
            variables: { thread: threadId },
          },
          request: { signal },
        });
        const { data: answered, errors } = recordOf(data);
        const thread = recordOf(recordOf(recordOf(answered).changed).thread);
        if (thread.id === threadId && thread.isResolved === isResolved) return 'done';
        const all: readonly unknown[] = Array.isArray(errors) ? errors : [];
        return all.some((error) => recordOf(error).type === 'FORBIDDEN') ? 'forbidden' : 'not-done';
      } catch (error) {
        if (error instanceof ForgeError && error.status === 403) return 'forbidden';
        throw error;
      }
    },
  };
}
