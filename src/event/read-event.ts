import { headBeforePush, readReviewComment } from './comment-events.ts';
import {
  type EventRepository,
  issueCommentEvent,
  mergeGroupEvent,
  pullRequestEvent,
  workflowDispatchEvent,
} from './event-schemas.ts';
import { firstOwnLine } from './first-own-line.ts';
import { type Command, parseCommand } from './parse-command.ts';

/** Where a command stands: for its reaction and its answer. */
export interface CommandPlace {
  readonly commentId: number;
  /** `review`: beside a line of the change. Ids of the two kinds are counted apart. */
  readonly commentKind: 'conversation' | 'review';
  /** The first comment of the thread that a `review` comment replies to. */
  readonly inReplyTo: number | null;
  /** The line that is the command; hostile. */
  readonly line: string;
  /** Of the comment; empty when the event does not say. */
  readonly commentUrl: string;
  /** As GitHub gives it, ISO 8601; empty when the event does not say. */
  readonly createdAt: string;
}

/** What led to a review. */
export type ReviewCause =
  | 'opened'
  | 'synchronize'
  | 'reopened'
  | 'ready_for_review'
  | 'base-changed'
  | 'command'
  | 'dispatch'
  | 'rerun';

/** A pull request that is to be reviewed. `CommandPlace` is there with the trigger `command` only. */
export interface ReviewRequest extends Partial<CommandPlace> {
  readonly kind: 'review';
  readonly owner: string;
  readonly repo: string;
  readonly repositoryId: number;
  readonly pullNumber: number;
  /** Null when the event does not say: look it up once and pin it. */
  readonly headSha: string | null;
  readonly trigger: 'pull_request' | 'command' | 'dispatch';
  readonly cause: ReviewCause;
  /** The head before the push, with the cause `synchronize` and where the event says so. */
  readonly before: string | null;
  /** Only with the trigger `command`. */
  readonly command?: Extract<Command, { readonly kind: 'review' }>;
  /** These three are null when the event does not say. */
  readonly isFork: boolean | null;
  readonly draft: boolean | null;
  readonly closed: boolean | null;
  /** The login whose permission counts. */
  readonly actor: string;
}

/**
 * A comment that asks for something else than a review, also for what cannot be done or understood: who may have an
 * answer is known only when the permission of `actor` was looked up.
 */
export interface CommandRequest extends CommandPlace {
  readonly kind: 'command';
  readonly owner: string;
  readonly repo: string;
  readonly repositoryId: number;
  readonly pullNumber: number;
  readonly command: Exclude<Command, { readonly kind: 'review' }>;
  readonly closed: boolean;
  /** The login whose permission counts. */
  readonly actor: string;
}

/** A queue asks whether a group of reviewed pull requests may be merged. */
export interface MergeGroupRequest {
  readonly kind: 'merge-group';
  readonly owner: string;
  readonly repo: string;
  readonly repositoryId: number;
  readonly headSha: string;
}

/** Nothing to do, and why. */
export interface Ignored {
  readonly kind: 'ignored';
  readonly reason: string;
}

export type EventRequest = ReviewRequest | CommandRequest | MergeGroupRequest | Ignored;

export interface EventOptions {
  /**
   * Names of reviewers that `/review` accepts. An event does not know those of the base configuration: once they are
   * known, an `unknown` command is read again with all of them.
   */
  readonly reviewers: readonly string[];
}

/** Inputs of `workflow_dispatch` that hold the number of a pull request. */
const NUMBER_INPUTS = ['pr-number', 'pull-request', 'number'] as const;

const REVIEWED_ACTIONS = ['opened', 'synchronize', 'reopened', 'ready_for_review'] as const;

/**
 * Decides what an event asks for. Pure: permissions are looked up by the caller (`mayTrigger`), for every command
 * before anything else is done.
 *
 * @param name the event's name as GitHub sends it
 * @param payload its parsed JSON, not trusted
 */
export function readEvent(name: string, payload: unknown, options: EventOptions): EventRequest {
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return readPullRequest(name, payload);
    case 'issue_comment':
      return readComment(name, payload, { commentKind: 'conversation', inReplyTo: null }, options);
    case 'pull_request_review_comment': {
      const { asIssueComment, inReplyTo } = readReviewComment(payload);
      return readComment(name, asIssueComment, { commentKind: 'review', inReplyTo }, options);
    }
    case 'workflow_dispatch':
      return readDispatch(payload);
    case 'merge_group':
      return readMergeGroup(payload);
    default:
      return ignored(`the event "${name.slice(0, 60)}" is not one that starts a review`);
  }
}

function readPullRequest(name: string, payload: unknown): ReviewRequest | Ignored {
  const parsed = pullRequestEvent.safeParse(payload);
  if (!parsed.success) return unreadable(name);
  const { action, number, pull_request: pull, changes, repository, sender } = parsed.data;
  const isBaseChange = action === 'edited' && changes?.base !== undefined;
  const cause = isBaseChange ? 'base-changed' : REVIEWED_ACTIONS.find((one) => one === action);
  if (cause === undefined)
    return ignored(`the action "${action.slice(0, 60)}" of ${name} changes nothing that is reviewed`);
  return {
    kind: 'review',
    ...named(repository),
    pullNumber: number,
    headSha: pull.head.sha,
    trigger: 'pull_request',
    cause,
    before: cause === 'synchronize' ? headBeforePush(payload) : null,
    isFork: pull.head.repo === null || pull.head.repo.id !== pull.base.repo.id,
    draft: pull.draft,
    closed: pull.state === 'closed',
    actor: sender.login,
  };
}

function readComment(
  name: string,
  payload: unknown,
  place: Pick<CommandPlace, 'commentKind' | 'inReplyTo'>,
  { reviewers }: EventOptions,
): ReviewRequest | CommandRequest | Ignored {
  const parsed = issueCommentEvent.safeParse(payload);
  if (!parsed.success) return unreadable(name);
  const { action, issue, comment, repository, sender } = parsed.data;
  if (action !== 'created') return ignored('only new comments are read, never edited or deleted ones');
  if (issue.pull_request === null || issue.pull_request === undefined)
    return ignored('the comment stands on an issue, not on a pull request');
  if (comment.user === null || comment.user.id !== sender.id || comment.user.login !== sender.login)
    return ignored('the comment was not written by the account that sent the event');
  if (comment.user.type !== 'User' || comment.user.login.endsWith('[bot]'))
    return ignored('commands of bots are not read');
  const command = parseCommand(comment.body, reviewers);
  if (command === null) return ignored('the comment holds no command');
  const asked = {
    ...named(repository),
    pullNumber: issue.number,
    ...place,
    commentId: comment.id,
    line: firstOwnLine(comment.body) ?? '',
    commentUrl: comment.html_url ?? '',
    createdAt: comment.created_at ?? '',
    closed: issue.state === 'closed',
    actor: comment.user.login,
  };
  if (command.kind !== 'review') return { kind: 'command', ...asked, command };
  return {
    kind: 'review',
    ...asked,
    headSha: null,
    trigger: 'command',
    cause: 'command',
    before: null,
    command,
    isFork: null,
    draft: issue.draft ?? null,
  };
}

function readDispatch(payload: unknown): ReviewRequest | Ignored {
  const parsed = workflowDispatchEvent.safeParse(payload);
  if (!parsed.success) return unreadable('workflow_dispatch');
  const { inputs, repository, sender } = parsed.data;
  const given = NUMBER_INPUTS.map((input) => inputs?.[input]).find(
    (value) => value !== undefined && value !== '',
  );
  const text = typeof given === 'number' || typeof given === 'string' ? String(given) : '';
  if (!/^[1-9]\d{0,8}$/.test(text))
    return ignored(
      `the input "pr-number" is ${given === undefined ? 'missing' : `"${text.slice(0, 30)}"`}; give the number of the pull request`,
    );
  return {
    kind: 'review',
    ...named(repository),
    pullNumber: Number(text),
    headSha: null,
    trigger: 'dispatch',
    cause: 'dispatch',
    before: null,
    isFork: null,
    draft: null,
    closed: null,
    actor: sender.login,
  };
}

function readMergeGroup(payload: unknown): MergeGroupRequest | Ignored {
  const parsed = mergeGroupEvent.safeParse(payload);
  if (!parsed.success) return unreadable('merge_group');
  const { action, merge_group: group, repository } = parsed.data;
  if (action !== 'checks_requested') return ignored('the merge group asks for no checks');
  return { kind: 'merge-group', ...named(repository), headSha: group.head_sha };
}

function named(repository: EventRepository): Pick<ReviewRequest, 'owner' | 'repo' | 'repositoryId'> {
  return { owner: repository.owner.login, repo: repository.name, repositoryId: repository.id };
}

function ignored(reason: string): Ignored {
  return { kind: 'ignored', reason };
}

function unreadable(name: string): Ignored {
  return ignored(`the payload of ${name} does not have the fields that GitHub documents`);
}
