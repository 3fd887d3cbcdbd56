import type { Forge } from '../../ports.ts';
import { mapTexts } from '../../render/secret-filter.ts';

/**
 * The forge with every text that is written to it filtered (R14): the last thing our texts pass before they leave.
 * @param hide takes our own secrets out of a text
 */
export function guardForge(forge: Forge, hide: (text: string) => string): Forge {
  return {
    ...forge,
    comments: (pullNumber) => {
      const comments = forge.comments(pullNumber);
      return {
        ...comments,
        create: (body, authorId, signal) => comments.create(hide(body), authorId, signal),
        update: (id, body, signal) => comments.update(id, hide(body), signal),
      };
    },
    replies: (pullNumber, first) => {
      const replies = forge.replies(pullNumber, first);
      return {
        ...replies,
        create: (body, authorId, signal) => replies.create(hide(body), authorId, signal),
      };
    },
    reviews: (pullNumber) => {
      const reviews = forge.reviews(pullNumber);
      return {
        create: (draft, authorId, signal) => reviews.create(mapTexts(draft, hide), authorId, signal),
        updateComment: (id, body, signal) => reviews.updateComment(id, hide(body), signal),
      };
    },
    statuses: {
      ...forge.statuses,
      create: (sha, status, signal) => forge.statuses.create(sha, mapTexts(status, hide), signal),
    },
  };
}
