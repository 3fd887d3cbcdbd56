/** What a payload of `pull_request_review_comment` says, put as an `issue_comment` would say it. */
export interface ReviewCommentEvent {
  /** To be read like a payload of `issue_comment`; not checked yet. */
  readonly asIssueComment: unknown;
  /** The first comment of the thread when this one is a reply. */
  readonly inReplyTo: number | null;
}

/**
 * A comment on a line of the change obeys the rules of a comment in the conversation, so it is read by the same code:
 * its pull request takes the place of the issue.
 * @param payload parsed JSON of `pull_request_review_comment`, not trusted
 */
export function readReviewComment(payload: unknown): ReviewCommentEvent {
  const { action, comment, pull_request: pull, repository, sender } = recordOf(payload);
  const { number, state, draft } = recordOf(pull);
  const issue = { number, state, draft, pull_request: {} };
  const replied = recordOf(comment).in_reply_to_id;
  return {
    asIssueComment: { action, issue, comment, repository, sender },
    inReplyTo: typeof replied === 'number' && Number.isSafeInteger(replied) && replied > 0 ? replied : null,
  };
}

/**
 * The head before a push, as a payload of `pull_request` with the action `synchronize` names it.
 * @param payload parsed JSON, not trusted
 * @returns null when it names none
 */
export function headBeforePush(payload: unknown): string | null {
  const { before } = recordOf(payload);
  return typeof before === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(before) ? before : null;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
