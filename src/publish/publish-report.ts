import { ForgeError, messageOf } from '../errors.ts';
import type { FileChange, ObeyedCommand, Report, ReviewMemory } from '../model.ts';
import type {
  CommentStore,
  Conversation,
  ForgeComment,
  ReviewPoster,
  StatusBoard,
  StatusDraft,
  ThreadResolver,
} from '../ports.ts';
import { codeSpan } from '../render/escape-markdown.ts';
import type { BlobUrl } from '../render/markdown-finding.ts';
import { COMMENT_MARKER, renderMarkdown } from '../render/render-markdown.ts';
import { type Situation, statusOf } from '../render/render-status.ts';
import { chooseInline } from './choose-inline.ts';
import { type Claim, stillOurs } from './claim.ts';
import {
  type CommentState,
  digestOfReport,
  isUntouched,
  memoryOf,
  readComment,
  type StateKey,
  stateLength,
  withState,
} from './comment-state.ts';
import { standingOrders } from './order-state.ts';
import { type OwnThread, ownThreads, postedFingerprints } from './own-threads.ts';
import { postInline } from './post-inline.ts';
import { tidyThreads } from './tidy-threads.ts';
import { ownComments, upsertComment } from './upsert-comment.ts';

/** Where a report is published; the ports of one pull request. */
export interface PublishPorts {
  readonly comments: CommentStore;
  readonly reviews: ReviewPoster;
  readonly statuses: StatusBoard;
  readonly threads: ThreadResolver;
}

export interface PublishOptions {
  readonly claim: Claim;
  /** The files of the reviewed change, to check positions by. */
  readonly files: readonly FileChange[];
  /** The head as it is now; null when it could not be read, which counts as not moved. */
  readonly currentHead: string | null;
  /** The conversation as it is now, which saves asking for its parts; null when it could not be read. */
  readonly now: Conversation | null;
  /** Whether a key was there; see `Situation`. */
  readonly key: 'present' | 'unset' | 'empty';
  readonly isFork: boolean;
  readonly blobUrl: BlobUrl;
  /** The comment names the `/review` commands. */
  readonly commands: boolean;
  /** What the next review has to know. */
  readonly memory: ReviewMemory | null;
  /** The command that asked for this review; null when none did. */
  readonly obeyed: ObeyedCommand | null;
  readonly stateKey: StateKey;
  /** Threads of fixed findings are resolved; the token may have to be given more rights for it. */
  readonly resolveThreads: boolean;
}

export interface Published {
  /**
   * `published`: all of it. `superseded`: a newer run owns this commit, or the head moved. `read-only`: nothing may be
   * written. `partly`: see `problems`. All but `published` and `superseded` want the step summary and annotations.
   */
  readonly outcome: 'published' | 'superseded' | 'read-only' | 'partly';
  readonly commentUrl: string | null;
  readonly reviewUrl: string | null;
  /** How many comments were put on lines by this run. */
  readonly inlineCount: number;
  /** The status that says it all; written when `statusWritten`. */
  readonly status: StatusDraft | null;
  readonly statusWritten: boolean;
  /** What could not be posted, in words. */
  readonly problems: readonly string[];
  /** What was left undone in our review threads, in words. Nothing is lost by it. */
  readonly notes: readonly string[];
}

/** GitHub refuses longer bodies (facts: body limits); the renderer counts bytes, which are never fewer. */
const MOST_CHARACTERS = 65_000;
const MOST_VISIBLE = 60_000;

/**
 * Publishes a report: new findings inline in one review, the sticky comment, the final status, in this order, so that
 * the comment records only what was posted. Each part is tried although another failed. A repeat on the same head with
 * the same report writes nothing but the status. Never approves and never requests changes (R9).
 */
export async function publishReport(
  report: Report,
  ports: PublishPorts,
  options: PublishOptions,
  signal: AbortSignal,
): Promise<Published> {
  const { claim, key, isFork, now } = options;
  const newHead = movedTo(claim.sha, options.currentHead);
  const runUrl = claim.canWrite ? claim.runUrl : null;
  const decide = (targetUrl: string | null) =>
    newHead === null
      ? statusOf(report, { kind: 'reviewed', key, isFork, targetUrl })
      : statusOf(report, { kind: 'superseded', by: newHead.slice(0, 7), targetUrl });
  const nothing = {
    commentUrl: null,
    reviewUrl: null,
    inlineCount: 0,
    statusWritten: false,
    problems: [],
    notes: [],
  };
  if (!claim.canWrite)
    return { ...nothing, outcome: 'read-only', status: decide(null), problems: [claim.reason] };
  if (!(await stillOurs(ports.statuses, claim, now?.newestStatus ?? null, signal)))
    return { ...nothing, outcome: 'superseded', status: null };

  const problems: string[] = [];
  const attempt = async <Value>(what: string, act: () => Promise<Value>): Promise<Value | null> => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      problems.push(`${what}: ${messageOf(error)}`);
      return null;
    }
  };
  const own = ownThreads(now?.threads ?? [], claim.authorId);
  const posted = await publishTexts(report, ports, { ...options, claim, newHead, own }, attempt, signal);
  const status = decide(posted.comment?.url ?? runUrl);
  const written =
    status === null
      ? null
      : await attempt('the status', () => ports.statuses.create(claim.sha, status, signal));
  const { memory, resolveThreads: resolve } = options;
  const tidying = { own, authorId: claim.authorId, head: claim.sha, resolve };
  const notes =
    memory === null || newHead !== null
      ? []
      : await tidyThreads(report, ports, { ...tidying, memory }, signal);
  return {
    outcome: problems.length > 0 ? 'partly' : newHead === null ? 'published' : 'superseded',
    commentUrl: posted.comment?.url ?? null,
    reviewUrl: posted.reviewUrl,
    inlineCount: posted.inlineCount,
    status,
    statusWritten: status === null || written !== null,
    problems,
    notes,
  };
}

/**
 * Writes a status without a report: draft, aborted, crashed, merge group, … Nothing happens where the situation has no
 * status. @throws ForgeError
 */
export async function publishSituation(
  statuses: StatusBoard,
  sha: string,
  situation: Exclude<Situation, { readonly kind: 'reviewed' }>,
  signal: AbortSignal,
): Promise<StatusDraft | null> {
  const status = statusOf(null, situation);
  if (status !== null) await statuses.create(sha, status, signal);
  return status;
}

interface PostedTexts {
  readonly comment: Pick<ForgeComment, 'url'> | null;
  readonly reviewUrl: string | null;
  readonly inlineCount: number;
}

interface TextOptions extends PublishOptions {
  readonly claim: Extract<Claim, { readonly canWrite: true }>;
  readonly newHead: string | null;
  /** The threads of our own comments, as far as they are known. */
  readonly own: readonly OwnThread[];
}

type Attempt = <Value>(what: string, act: () => Promise<Value>) => Promise<Value | null>;

async function publishTexts(
  report: Report,
  ports: PublishPorts,
  options: TextOptions,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<PostedTexts> {
  const { claim, newHead, blobUrl, now } = options;
  const none = { comment: null, reviewUrl: null, inlineCount: 0 };
  const listed = now?.comments ?? (await attempt('the comments', () => ports.comments.list(signal)));
  // Without the list we cannot know our own comment, and a second one must never appear.
  if (listed === null) return none;
  const own = ownComments(listed, claim.authorId);
  const [oldest] = own;
  const before = oldest === undefined ? null : readComment(oldest.body, options.stateKey);
  const known = before?.state ?? null;
  // A run for the newer head was faster: its comment stays.
  if (oldest !== undefined && newHead !== null && known?.head === newHead)
    return { ...none, comment: oldest };

  const said = postedFingerprints(known?.posted ?? [], options.own);
  const places = new Map(
    options.memory?.findings.map(({ fingerprint, placeKey }) => [fingerprint, placeKey]),
  );
  const chosen = newHead === null ? chooseInline(report, options.files, new Set(said), places) : [];
  const where = { sha: claim.sha, authorId: claim.authorId, blobUrl };
  const review =
    chosen.length === 0
      ? null
      : await attempt('the inline comments', () => postInline(ports.reviews, chosen, where, signal));
  const state: Omit<CommentState, 'text'> = {
    head: claim.sha,
    report: digestOfReport(report),
    memory: newHead === null ? options.memory : before === null ? null : memoryOf(before, options.stateKey),
    ...ordersAfter(known, options),
    posted: review === null ? said : [...said, ...chosen.map(({ finding }) => finding.fingerprint)],
  };
  const isSame =
    before !== null && known !== null && isUntouched(before.text, known) && isSameState(known, state);
  if (oldest !== undefined && own.length === 1 && newHead === null && isSame)
    return { comment: oldest, reviewUrl: null, inlineCount: 0 };
  const body = withState(
    textOf(report, options, stateLength(state, options.stateKey)),
    state,
    options.stateKey,
  );
  const comment = await attempt('the comment', () =>
    upsertComment(ports.comments, own, body, claim.authorId, signal),
  );
  return { comment, reviewUrl: review?.url ?? null, inlineCount: review?.count ?? 0 };
}

/** Orders were perhaps given while this review ran: those of the comment as it is now are the ones that stand. */
function ordersAfter(
  known: CommentState | null,
  { claim, newHead, memory, obeyed }: TextOptions,
): Pick<CommentState, 'orders' | 'obeyed'> {
  const orders = known?.orders ?? [];
  const before = (known?.obeyed ?? []).filter(({ commentId }) => commentId !== obeyed?.commentId);
  return {
    orders: newHead === null ? standingOrders(orders, claim.sha, known?.memory ?? null, memory) : orders,
    obeyed: obeyed === null ? before : [...before, obeyed],
  };
}

function isSameState(known: CommentState, state: Omit<CommentState, 'text'>): boolean {
  return (
    known.head === state.head &&
    known.report === state.report &&
    known.posted.length === state.posted.length &&
    JSON.stringify([known.orders, known.obeyed]) === JSON.stringify([state.orders, state.obeyed])
  );
}

function textOf(report: Report, options: TextOptions, hidden: number): string {
  const budget = Math.min(MOST_VISIBLE, MOST_CHARACTERS - hidden);
  const { blobUrl, commands } = options;
  const text = renderMarkdown(report, { blobUrl, commands, budget: budget - 300 });
  if (options.newHead === null) return text;
  const notice = `> **Superseded:** the pull request moved on to ${codeSpan(options.newHead.slice(0, 7))} while this review of ${codeSpan(options.claim.sha.slice(0, 7))} ran. A review of the newer commit replaces it.`;
  return text.replace(`${COMMENT_MARKER}\n`, () => `${COMMENT_MARKER}\n${notice}\n\n`);
}

function movedTo(sha: string, currentHead: string | null): string | null {
  return currentHead !== null && currentHead !== sha ? currentHead : null;
}
