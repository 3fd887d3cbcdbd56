import { associationOf } from './permissions.ts';
import { nodeId, repositoryUrl, showUser, webUrl } from './show-repository.ts';
import type { IssueComment, Pull, Reaction, Review, ReviewComment, State, Status } from './state.ts';

function pullOf(one: IssueComment | Review | ReviewComment, state: State): Pull | null {
  return state.pulls.find((pull) => pull.repository === one.repository && pull.number === one.number) ?? null;
}

function countReactions(state: State, on: Reaction['on'], id: number, url: string): Record<string, unknown> {
  const mine = state.reactions.filter((one) => one.on === on && one.commentId === id);
  const kinds = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'];
  const counts = kinds.map((kind) => [kind, mine.filter((one) => one.content === kind).length]);
  return { url: `${url}/reactions`, total_count: mine.length, ...Object.fromEntries(counts) };
}

export function showComment(comment: IssueComment, state: State, base: string): Record<string, unknown> {
  const root = repositoryUrl(comment.repository, base);
  const url = `${root}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: commentWebUrl(comment),
    issue_url: `${root}/issues/${comment.number}`,
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    user: showUser(comment.user, base),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: associationOf(comment.user, comment.repository, pullOf(comment, state)),
    body: comment.body,
    reactions: countReactions(state, 'issue-comment', comment.id, url),
    performed_via_github_app: null,
  };
}

export function commentWebUrl(comment: IssueComment): string {
  return `${webUrl(comment.repository)}/pull/${comment.number}#issuecomment-${comment.id}`;
}

export function showReview(review: Review, state: State, base: string): Record<string, unknown> {
  const web = `${webUrl(review.repository)}/pull/${review.number}#pullrequestreview-${review.id}`;
  const pull = `${repositoryUrl(review.repository, base)}/pulls/${review.number}`;
  return {
    id: review.id,
    node_id: nodeId('PRR', review.id),
    user: showUser(review.user, base),
    body: review.body,
    state: review.state,
    html_url: web,
    pull_request_url: pull,
    author_association: associationOf(review.user, review.repository, pullOf(review, state)),
    _links: { html: { href: web }, pull_request: { href: pull } },
    ...(review.submittedAt === null ? {} : { submitted_at: review.submittedAt }),
    commit_id: review.commitId,
  };
}

export function showReviewComment(
  comment: ReviewComment,
  state: State,
  base: string,
): Record<string, unknown> {
  const root = repositoryUrl(comment.repository, base);
  const url = `${root}/pulls/comments/${comment.id}`;
  const web = `${webUrl(comment.repository)}/pull/${comment.number}#discussion_r${comment.id}`;
  const pull = `${root}/pulls/${comment.number}`;
  return {
    url,
    pull_request_review_id: comment.reviewId,
    id: comment.id,
    node_id: nodeId('PRRC', comment.id),
    diff_hunk: comment.diffHunk,
    path: comment.path,
    commit_id: comment.commitId,
    original_commit_id: comment.commitId,
    user: showUser(comment.user, base),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: web,
    pull_request_url: pull,
    author_association: associationOf(comment.user, comment.repository, pullOf(comment, state)),
    _links: { self: { href: url }, html: { href: web }, pull_request: { href: pull } },
    reactions: countReactions(state, 'review-comment', comment.id, url),
    start_line: comment.startLine,
    original_start_line: comment.startLine,
    start_side: comment.startSide,
    line: comment.line,
    original_line: comment.originalLine,
    side: comment.side,
    subject_type: 'line',
    ...(comment.inReplyTo === null ? {} : { in_reply_to_id: comment.inReplyTo }),
  };
}

export function showStatus(status: Status, base: string): Record<string, unknown> {
  return {
    url: `${repositoryUrl(status.repository, base)}/statuses/${status.sha}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${status.creator.id}?v=4`,
    id: status.id,
    node_id: nodeId('SC', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: showUser(status.creator, base),
  };
}

export function showReaction(reaction: Reaction, base: string): Record<string, unknown> {
  return {
    id: reaction.id,
    node_id: nodeId('REA', reaction.id),
    user: showUser(reaction.user, base),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}
