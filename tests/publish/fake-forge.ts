import { ForgeError } from '../../src/errors.ts';
import type {
  CommentStore,
  CommitStatus,
  Conversation,
  ForgeComment,
  ReviewDraft,
  ReviewPoster,
  StatusBoard,
} from '../../src/ports.ts';

export const OWN_ID = 41_898_282;
const CREATED_AT = '2026-11-21T10:00:00Z';

/** A pull request that keeps what is written to it. `fail` makes the next calls of a kind throw. */
export class FakeForge {
  readonly comments: ForgeComment[] = [];
  readonly reviews: ReviewDraft[] = [];
  readonly statuses: (CommitStatus & { readonly sha: string })[] = [];
  readonly writes: string[] = [];
  readonly failures = new Map<string, ForgeError>();
  #nextId = 1_000;

  /** A comment that was there before. */
  addComment(body: string, authorId: number | null, id = this.#id()): ForgeComment {
    const comment = {
      id,
      authorId,
      author: 'someone',
      body,
      url: `https://github.example/c/${id}`,
      createdAt: CREATED_AT,
      edited: false,
    };
    this.comments.push(comment);
    return comment;
  }

  /** What one query would tell of the commit now. */
  conversation(sha: string): Conversation {
    const newest = this.statuses.findLast((one) => one.sha === sha);
    return {
      headSha: sha,
      isOpen: true,
      draft: false,
      newestStatus: newest ?? null,
      comments: [...this.comments],
      threads: [],
      commits: null,
    };
  }

  get ports(): { comments: CommentStore; reviews: ReviewPoster; statuses: StatusBoard } {
    return {
      comments: {
        list: async () => [...this.comments],
        create: async (body, authorId) => {
          this.#write('create comment');
          return this.addComment(body, authorId);
        },
        update: async (id, body) => {
          this.#write('update comment');
          const index = this.comments.findIndex((one) => one.id === id);
          const comment = this.comments[index];
          if (comment === undefined) throw refused(404);
          const updated = { ...comment, body };
          this.comments[index] = updated;
          return updated;
        },
        remove: async (id) => {
          this.#write('remove comment');
          const index = this.comments.findIndex((one) => one.id === id);
          if (index !== -1) this.comments.splice(index, 1);
          return index !== -1;
        },
      },
      reviews: {
        create: async (draft) => {
          this.#write('create review');
          if (draft.comments.some((comment) => comment.line === 666)) throw refused(422);
          this.reviews.push(draft);
          return { id: this.#id(), url: 'https://github.example/r/1' };
        },
      },
      statuses: {
        create: async (sha, draft) => {
          this.#write('create status');
          const status = {
            ...draft,
            sha,
            id: this.#id(),
            creatorId: OWN_ID,
            creator: 'github-actions[bot]',
            createdAt: CREATED_AT,
          };
          this.statuses.push(status);
          return status;
        },
        newest: async (sha) => this.statuses.filter((one) => one.sha === sha).at(-1) ?? null,
      },
    };
  }

  #id(): number {
    this.#nextId += 1;
    return this.#nextId;
  }

  #write(what: string): void {
    const failure = this.failures.get(what);
    if (failure !== undefined) throw failure;
    this.writes.push(what);
  }
}

export function refused(status: number | null): ForgeError {
  const code = status === 403 ? 'forge-forbidden' : status === 404 ? 'forge-not-found' : 'forge-refused';
  return new ForgeError(code, `refused with ${status}`, 'none', {
    status,
    maybeDone: status === null || status >= 500,
  });
}
