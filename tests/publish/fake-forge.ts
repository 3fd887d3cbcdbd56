import { ForgeError } from '../../src/errors.ts';
import type {
  CommentStore,
  CommitStatus,
  Conversation,
  ForgeComment,
  ReviewDraft,
  ReviewPoster,
  ReviewThread,
  StatusBoard,
  ThreadResolver,
} from '../../src/ports.ts';

export const OWN_ID = 41_898_282;
const CREATED_AT = '2026-11-21T10:00:00Z';

/** A pull request that keeps what is written to it. `fail` makes the next calls of a kind throw. */
export class FakeForge {
  readonly comments: ForgeComment[] = [];
  readonly reviews: ReviewDraft[] = [];
  /** What comments on lines have opened. */
  readonly threads: ReviewThread[] = [];
  /** The token may resolve threads. */
  mayResolve = true;
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
      threads: [...this.threads],
      commits: null,
    };
  }

  /** Somebody opens a thread on a line. */
  addThread(body: string, authorId: number | null): ReviewThread {
    const id = this.#id();
    const author = authorId === OWN_ID ? 'github-actions[bot]' : 'someone';
    const url = `https://github.example/d/${id}`;
    const thread: ReviewThread = {
      id: `T${id}`,
      path: 'src/db/search.ts',
      isResolved: false,
      resolvedBy: null,
      comments: [{ id, authorId, author, body, url, createdAt: CREATED_AT, edited: false }],
      commentCount: 1,
      thumbsDown: [],
    };
    this.threads.push(thread);
    return thread;
  }

  /** Changes what a thread is; by its place in the list. */
  changeThread(index: number, changes: Partial<ReviewThread>): void {
    const thread = this.threads[index];
    if (thread === undefined) throw new Error(`There is no thread ${index}.`);
    this.threads[index] = { ...thread, ...changes };
  }

  get ports(): {
    comments: CommentStore;
    reviews: ReviewPoster;
    statuses: StatusBoard;
    threads: ThreadResolver;
  } {
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
        create: async (draft, authorId) => {
          this.#write('create review');
          if (draft.comments.some((comment) => comment.line === 666)) throw refused(422);
          this.reviews.push(draft);
          for (const comment of draft.comments) this.addThread(comment.body, authorId);
          return { id: this.#id(), url: 'https://github.example/r/1' };
        },
        updateComment: async (id, body) => {
          this.#write('update inline comment');
          const index = this.threads.findIndex((one) => one.comments[0]?.id === id);
          const [comment, ...others] = this.threads[index]?.comments ?? [];
          if (comment === undefined) throw refused(404);
          this.changeThread(index, { comments: [{ ...comment, body, edited: true }, ...others] });
        },
      },
      threads: {
        setResolved: async (threadId, isResolved) => {
          this.#write(isResolved ? 'resolve thread' : 'open thread');
          const index = this.threads.findIndex((one) => one.id === threadId);
          if (!this.mayResolve) return 'forbidden';
          if (index === -1) return 'not-done';
          const resolvedBy = isResolved ? { login: 'github-actions', id: OWN_ID } : null;
          this.changeThread(index, { isResolved, resolvedBy });
          return 'done';
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
        recent: async (sha) => this.statuses.filter((one) => one.sha === sha).reverse(),
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
