/**
 * What the core needs of a code host: one pull request read at one head, and the few things we write. Small interfaces,
 * so that a test or another host can offer some without the others. Failures are `ForgeError`s with a status code.
 */
import type { OrderPlace, Side } from '../model.ts';
import type { ChangeSource } from '../ports.ts';

/** A pull request as it stood when it was asked for. Title, description, names and labels are hostile text. */
export interface PullRequestState {
  readonly number: number;
  readonly title: string;
  readonly description: string;
  /** Newest commit of the head branch. */
  readonly headSha: string;
  readonly headLabel: string;
  readonly baseSha: string;
  readonly baseLabel: string;
  readonly state: 'open' | 'closed';
  readonly draft: boolean;
  readonly locked: boolean;
  /** The head lies in another repository, or in one that was deleted. */
  readonly isFork: boolean;
  /** The head's repository is gone. */
  readonly headDeleted: boolean;
  readonly author: string;
  readonly labels: readonly string[];
  readonly changedFiles: number;
  /** Number of the repository that the pull request is in: it outlives a rename. */
  readonly repositoryId: number;
  readonly url: string;
}

/** One pull request, its change pinned to one head SHA for as long as the reader lives. Never writes. */
export interface PullRequestReader extends ChangeSource {
  /** The pull request as it was when first asked; one request, made once. */
  state(signal: AbortSignal): Promise<PullRequestState>;
  /** The SHA this reader is pinned to. */
  pinnedHead(signal: AbortSignal): Promise<string>;
  /** The pull request as it is now: a new request each time. */
  refresh(signal: AbortSignal): Promise<PullRequestState>;
  /**
   * The conversation as it was when first asked for, or when contents were first read: it comes with their query, so that
   * asking for it later costs no request.
   * @throws ForgeError
   */
  conversation(signal: AbortSignal): Promise<Conversation>;
  /**
   * Lines that came or went between an earlier head and the pinned one, over all files.
   * @returns null when that head is no ancestor, or the two are too far apart to tell
   * @throws ForgeError
   */
  linesSince(sha: string, signal: AbortSignal): Promise<number | null>;
  /** The conversation as it is now: asked for anew each time. @throws ForgeError */
  now(signal: AbortSignal): Promise<Conversation>;
}

/** A comment in the conversation of a pull request. `body` and `author` are hostile text. */
export interface ForgeComment {
  readonly id: number;
  /** Null when the account is gone. */
  readonly authorId: number | null;
  readonly author: string;
  readonly body: string;
  readonly url: string;
  /** As the host gives it, ISO 8601. */
  readonly createdAt: string;
  /** Somebody, its author or another, changed it after it was written. */
  readonly edited: boolean;
}

/** Comments on one place of the diff. */
export interface ReviewThread {
  /** Opaque; for `resolve`. */
  readonly id: string;
  readonly path: string;
  readonly isResolved: boolean;
  /** Null when it is not resolved, or by an account that is gone. */
  readonly resolvedBy: { readonly login: string; readonly id: number | null } | null;
  /** The oldest, at most 50; the first one opened the thread. */
  readonly comments: readonly ForgeComment[];
  /** How many comments there are in all. */
  readonly commentCount: number;
  /** Logins of people who answered the first comment with a 👎, at most 20. */
  readonly thumbsDown: readonly string[];
}

/** What is said of a pull request and of the commit its reader is pinned to, at one moment. */
export interface Conversation {
  /** Newest commit of the head branch. */
  readonly headSha: string;
  readonly isOpen: boolean;
  readonly draft: boolean;
  /** The newest status of our context on the pinned commit, whoever made it; null when none is seen. */
  readonly newestStatus: SeenStatus | null;
  /** All comments, oldest first, byte for byte. */
  readonly comments: readonly ForgeComment[];
  /** All review threads, oldest first; null when they are not known, which is not the same as none. */
  readonly threads: readonly ReviewThread[] | null;
  /** The newest commits of the pull request, at most 100, oldest first; null when they are not known. */
  readonly commits: readonly string[] | null;
}

/** Conversation comments of one pull request. */
export interface CommentStore {
  /** All comments over all pages, oldest first. */
  list(signal: AbortSignal): Promise<readonly ForgeComment[]>;
  /**
   * Creates a comment. When the answer is lost, looks for a comment by `authorId` with the same text before it sends
   * again, so that one call makes at most one comment.
   */
  create(body: string, authorId: number, signal: AbortSignal): Promise<ForgeComment>;
  update(id: number, body: string, signal: AbortSignal): Promise<ForgeComment>;
  /** Removes a comment of ours. False when that is not allowed or it is gone. */
  remove(id: number, signal: AbortSignal): Promise<boolean>;
}

/** The replies in one review thread. Nothing is taken back there. */
export type ThreadStore = Pick<CommentStore, 'list' | 'create'>;

/** A comment on lines of the diff. `startLine` only when the range has more than one line. */
export interface InlineComment {
  readonly path: string;
  readonly side: Side;
  readonly startLine?: number;
  readonly line: number;
  readonly body: string;
}

export interface ReviewDraft {
  /** The reviewed commit; positions are lines of its diff. */
  readonly commitSha: string;
  /** Unique for what is posted: by it a review whose answer was lost is recognised. */
  readonly body: string;
  readonly comments: readonly InlineComment[];
}

export interface PostedReview {
  readonly id: number;
  readonly url: string;
}

/** Posts reviews that comment. There is no way to approve or to request changes through this port (R9). */
export interface ReviewPoster {
  /**
   * Posts one review. When the answer is lost, looks for a review by `authorId` on the same commit with the same body
   * before it sends again.
   * @throws ForgeError with status 422 when the host refuses a position
   */
  create(draft: ReviewDraft, authorId: number, signal: AbortSignal): Promise<PostedReview>;
  /** Replaces the text of an inline comment of ours. @throws ForgeError */
  updateComment(id: number, body: string, signal: AbortSignal): Promise<void>;
}

/** Resolves review threads and opens them again. */
export interface ThreadResolver {
  /**
   * @param threadId `ReviewThread.id`
   * @returns `done` when the host says that the thread is so now; `forbidden` when the token may not
   * @throws ForgeError
   */
  setResolved(
    threadId: string,
    isResolved: boolean,
    signal: AbortSignal,
  ): Promise<'done' | 'forbidden' | 'not-done'>;
}

export type StatusState = 'pending' | 'success' | 'failure' | 'error';

export interface StatusDraft {
  readonly state: StatusState;
  /** At most 140 characters. */
  readonly description: string;
  readonly targetUrl: string | null;
}

/** A status as it is read, whichever way: not every way tells its id. */
export interface SeenStatus extends StatusDraft {
  readonly creatorId: number | null;
  readonly creator: string;
  /** As the host gives it, ISO 8601. */
  readonly createdAt: string;
}

export interface CommitStatus extends SeenStatus {
  readonly id: number;
}

/** The commit statuses of our own context. */
export interface StatusBoard {
  create(sha: string, status: StatusDraft, signal: AbortSignal): Promise<CommitStatus>;
  /** The newest status of our context on a commit, whoever made it; null when there is none. */
  newest(sha: string, signal: AbortSignal): Promise<CommitStatus | null>;
  /** Those of our context among the newest hundred of a commit, whoever made them, newest first. */
  recent(sha: string, signal: AbortSignal): Promise<readonly CommitStatus[]>;
}

export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export interface Permissions {
  /** What a login may do in the repository. Any failure to find out is `none`. */
  permissionOf(login: string, signal: AbortSignal): Promise<Permission>;
}

export type Reaction = 'eyes' | 'rocket' | 'confused' | '-1' | '+1';

export interface Reactions {
  /**
   * Reacts to a comment.
   * @returns id of the account that reacted, which is ours; null when it could not be done: a reaction is never worth a
   * failure
   */
  react(
    comment: Pick<OrderPlace, 'commentId' | 'commentKind'>,
    reaction: Reaction,
    signal: AbortSignal,
  ): Promise<number | null>;
}

/** What is left of a limit on requests, as the host said with its last answer. */
export interface RateLimit {
  /** As the host names it: `core`, `graphql`, `search`. */
  readonly resource: string;
  readonly remaining: number;
  readonly limit: number;
  /** Milliseconds since the epoch at which `remaining` is `limit` again. */
  readonly resetsAt: number;
}

/** A repository on a code host. */
export interface Forge {
  /** @param headSha the commit to pin; null pins the head as it is at the first request */
  pullRequest(number: number, headSha: string | null): PullRequestReader;
  comments(pullNumber: number): CommentStore;
  /** The replies in a review thread, named by the comment that opened it. */
  replies(pullNumber: number, firstCommentId: number): ThreadStore;
  reviews(pullNumber: number): ReviewPoster;
  readonly statuses: StatusBoard;
  readonly threads: ThreadResolver;
  readonly permissions: Permissions;
  readonly reactions: Reactions;
  /** Permalink of lines of a commit. */
  blobUrl(sha: string, path: string, line: number, endLine?: number): string;
  pullRequestUrl(number: number): string;
}
