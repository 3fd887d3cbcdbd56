import { ForgeError, messageOf } from '../errors.ts';
import type { ThreadResolver } from '../ports.ts';
import type { OwnThread } from './own-threads.ts';

/** As with edits: what is left over is done by the next run. */
const MOST_RESOLVED = 10;

export interface ResolvedThreads {
  /** Ids of threads that GitHub says it resolved. */
  readonly resolved: ReadonlySet<string>;
  /** What could not be done, in words. */
  readonly problems: readonly string[];
}

/**
 * Resolves the threads of fixed findings, each once, and opens those again that we resolved and whose finding is back.
 * A thread in which anybody else wrote is left alone. The first refusal ends it: it would be the same for all.
 * @param authorId our own account
 * @param isFixed whether the finding of a thread is fixed; else it is open, or nobody knows
 * @param isPresent whether the finding of a thread is there
 */
export async function resolveThreads(
  resolver: ThreadResolver,
  own: readonly OwnThread[],
  wanted: {
    readonly authorId: number;
    readonly isFixed: (own: OwnThread) => boolean;
    readonly isPresent: (own: OwnThread) => boolean;
  },
  signal: AbortSignal,
): Promise<ResolvedThreads> {
  const changes = own
    .filter(({ thread }) => isAlone(thread, wanted.authorId))
    .flatMap((one) => {
      const { isResolved, resolvedBy } = one.thread;
      if (!isResolved && one.marker.state !== 'resolved' && wanted.isFixed(one))
        return [{ one, resolve: true }];
      const isOurs = isResolved && resolvedBy?.id === wanted.authorId;
      return isOurs && wanted.isPresent(one) ? [{ one, resolve: false }] : [];
    });
  const resolved = new Set<string>();
  const problems: string[] = [];
  for (const { one, resolve } of changes.slice(0, MOST_RESOLVED)) {
    const word = resolve ? 'resolved' : 'opened again';
    try {
      const answer = await resolver.setResolved(one.thread.id, resolve, signal);
      if (answer === 'done' && resolve) resolved.add(one.thread.id);
      if (answer === 'not-done')
        problems.push(`The thread ${one.comment.url} could not be ${word}: GitHub did not do it.`);
      if (answer !== 'forbidden') continue;
      problems.push(FORBIDDEN);
      break;
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      problems.push(`The thread ${one.comment.url} could not be ${word}: ${messageOf(error)}`);
    }
  }
  return { resolved, problems };
}

const FORBIDDEN =
  'The threads of fixed findings stay open: this token may not resolve them. Give it "contents: write" beside "pull-requests: write", or set the input resolve-threads to false.';

/** Nobody but us wrote in it, as far as all of it was read. */
function isAlone({ comments, commentCount }: OwnThread['thread'], authorId: number): boolean {
  return comments.length === commentCount && comments.every((comment) => comment.authorId === authorId);
}
