import type { Forge } from '../../ports.ts';

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
    reviews: (pullNumber) => {
      const reviews = forge.reviews(pullNumber);
      return {
        create: (draft, authorId, signal) => {
          const written = draft.comments.map((comment) => ({ ...comment, body: hide(comment.body) }));
          return reviews.create({ ...draft, body: hide(draft.body), comments: written }, authorId, signal);
        },
      };
    },
    statuses: {
      ...forge.statuses,
      create: (sha, status, signal) =>
        forge.statuses.create(sha, { ...status, description: hide(status.description) }, signal),
    },
  };
}
