import type { ForgeComment, ReviewThread } from '../ports.ts';
import { type FindingMarker, readFindingMarker } from '../render/finding-marker.ts';

/** A thread that one of our inline comments opened. */
export interface OwnThread {
  readonly thread: ReviewThread;
  readonly comment: ForgeComment;
  readonly marker: FindingMarker;
}

/**
 * The threads that our inline comments opened, oldest first: by author id and by the first line of the comment that
 * opened it. Anyone may type the marker, and other tools write as the same account, so it takes both (R20).
 */
export function ownThreads(threads: readonly ReviewThread[], authorId: number): readonly OwnThread[] {
  return threads.flatMap((thread) => {
    const [comment] = thread.comments;
    if (comment === undefined || authorId === 0 || comment.authorId !== authorId) return [];
    const marker = readFindingMarker(comment.body);
    return marker === null ? [] : [{ thread, comment, marker }];
  });
}

/**
 * Fingerprints that were said inline: what our comment remembers, and what stands in the threads. The threads know of
 * a review that was posted by a run that ended before it could write the comment.
 */
export function postedFingerprints(
  remembered: readonly string[],
  own: readonly OwnThread[],
): readonly string[] {
  return [...new Set([...remembered, ...own.map(({ marker }) => marker.fingerprint)])];
}
