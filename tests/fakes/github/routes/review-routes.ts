import {
  type Answer,
  type Call,
  json,
  notFound,
  page,
  pullOf,
  refuse,
  repositoryOf,
  unprocessable,
} from '../answers.ts';
import { type PlacedComment, placeComments, type SentComment } from '../check-review.ts';
import { gitObjects } from '../git-objects.ts';
import { mayEdit, mayWrite } from '../permissions.ts';
import { showReview, showReviewComment } from '../show-comments.ts';
import { nodeId } from '../show-repository.ts';
import {
  BODY_LIMIT,
  type Pull,
  type Repository,
  type Review,
  type ReviewComment,
  type State,
  type Thread,
  type Token,
} from '../state.ts';
import { bodyOf, isTooLong } from './comment-routes.ts';

const REVIEWS = '/repos/{owner}/{repo}/pulls/{pull_number}/reviews';
const COMMENTS = '/repos/{owner}/{repo}/pulls/{pull_number}/comments';

const STATE_OF = new Map<unknown, Review['state']>([
  ['APPROVE', 'APPROVED'],
  ['REQUEST_CHANGES', 'CHANGES_REQUESTED'],
  ['COMMENT', 'COMMENTED'],
]);

export const reviewRoutes: Readonly<Record<string, (call: Call) => Answer>> = {
  [`GET ${REVIEWS}`]: (call) => {
    const pull = pullOf(call, repositoryOf(call));
    const seen = mine(call.state.reviews, pull).filter(
      (one) => one.state !== 'PENDING' || one.user === call.token?.user,
    );
    return page(call, seen, (one) => showReview(one, call.state, call.base));
  },

  [`POST ${REVIEWS}`]: (call) => {
    const repository = repositoryOf(call);
    const pull = pullOf(call, repository);
    return createReview(call, pull, mayWrite(call, repository, 'reviews'));
  },

  [`PUT ${REVIEWS}/{review_id}`]: (call) => {
    const repository = repositoryOf(call);
    const pull = pullOf(call, repository);
    const token = mayWrite(call, repository, 'reviews');
    const review = mine(call.state.reviews, pull).find((one) => one.id === Number(call.path.review_id));
    if (review === undefined) throw notFound();
    if (review.user !== token.user) throw refuse(403, 'Resource not accessible by integration');
    review.body = bodyOf(call, 'PullRequestReview');
    return json(200, showReview(review, call.state, call.base));
  },

  [`GET ${COMMENTS}`]: (call) => {
    const pull = pullOf(call, repositoryOf(call));
    const since = Date.parse(call.query.since ?? '1970-01-01T00:00:00Z');
    const key = call.query.sort === 'updated' ? 'updatedAt' : 'createdAt';
    const order = call.query.direction === 'desc' ? -1 : 1;
    const all = mine(call.state.reviewComments, pull)
      .filter((one) => Date.parse(one.updatedAt) >= since && isSubmitted(call.state, one))
      .sort((one, other) => order * (one[key].localeCompare(other[key]) || one.id - other.id));
    return page(call, all, (one) => showReviewComment(one, call.state, call.base));
  },

  'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}': (call) => {
    const repository = repositoryOf(call);
    const comment = reviewCommentOf(call, repository);
    const token = mayWrite(call, repository, 'reviews');
    if (!mayEdit(token, comment.user, repository)) throw refuse(403, 'Must have admin rights to Repository.');
    comment.body = bodyOf(call, 'PullRequestReviewComment');
    comment.updatedAt = call.state.now();
    comment.editedAt = call.state.now();
    return json(200, showReviewComment(comment, call.state, call.base));
  },

  [`POST ${COMMENTS}/{comment_id}/replies`]: (call) => {
    const repository = repositoryOf(call);
    const pull = pullOf(call, repository);
    const parent = reviewCommentOf(call, repository);
    // replies to replies are not supported: GitHub wants the id of the top comment
    if (parent.number !== pull.number || parent.inReplyTo !== null) throw notFound();
    const token = mayWrite(call, repository, 'reviews');
    const body = bodyOf(call, 'PullRequestReviewComment');
    const review = addReview(call.state, pull, token, {
      body: '',
      state: 'COMMENTED',
      commitId: parent.commitId,
    });
    const reply = newReply(call.state, parent, { user: token.user, body, reviewId: review.id });
    call.state.reviewComments.push(reply);
    call.state.threads.find((one) => one.comments.includes(parent))?.comments.push(reply);
    return json(201, showReviewComment(reply, call.state, call.base));
  },
};

/** Nothing is stored before every rule has been checked. */
function createReview(call: Call, pull: Pull, token: Token): Answer {
  const body = typeof call.body.body === 'string' ? call.body.body : '';
  const { event } = call.body;
  const state = event === undefined ? 'PENDING' : STATE_OF.get(event);
  if (state === undefined)
    throw unprocessable(`Variable $event was provided invalid value: ${String(event)}`);
  const commitId = typeof call.body.commit_id === 'string' ? call.body.commit_id : pull.headSha;
  if (!pull.heads.includes(commitId) && !commitsOf(pull).includes(commitId)) {
    throw unprocessable('The commit_id is not part of the pull request');
  }
  checkReview(call.state, pull, token, state, body);
  const sent = (call.body.comments ?? []) as readonly SentComment[];
  const placed = placeComments(call, pull, commitId, sent);
  const review = addReview(call.state, pull, token, { body, state, commitId });
  for (const comment of placed) addThread(call.state, pull, review, comment);
  return json(200, showReview(review, call.state, call.base));
}

function checkReview(state: State, pull: Pull, token: Token, kind: Review['state'], body: string): void {
  const own = token.user === pull.author;
  if (isTooLong(body)) throw unprocessable(`Body is too long (maximum is ${BODY_LIMIT} characters)`);
  if ((kind === 'COMMENTED' || kind === 'CHANGES_REQUESTED') && body.trim() === '') {
    throw unprocessable("Pull request review body can't be blank");
  }
  if (kind === 'APPROVED' && token.type === 'actions') {
    throw unprocessable('GitHub Actions is not permitted to approve pull requests.');
  }
  if (kind === 'APPROVED' && own) throw unprocessable('Can not approve your own pull request');
  if (kind === 'CHANGES_REQUESTED' && own)
    throw unprocessable('Can not request changes on your own pull request');
  const pending = mine(state.reviews, pull).some((one) => one.state === 'PENDING' && one.user === token.user);
  if (pending) throw unprocessable('User can only have one pending review per pull request');
}

function addReview(
  state: State,
  pull: Pull,
  token: Token,
  content: Pick<Review, 'body' | 'state' | 'commitId'>,
): Review {
  const review: Review = {
    id: state.nextId(),
    repository: pull.repository,
    number: pull.number,
    user: token.user,
    ...content,
    submittedAt: content.state === 'PENDING' ? null : state.now(),
  };
  state.reviews.push(review);
  return review;
}

/** Every comment of a review opens a thread of its own. */
function addThread(state: State, pull: Pull, review: Review, placed: PlacedComment): void {
  const comment: ReviewComment = {
    ...placed,
    id: state.nextId(),
    repository: pull.repository,
    number: pull.number,
    reviewId: review.id,
    user: review.user,
    // a comment on an older commit is outdated at once where the file has moved on
    line: review.commitId === pull.headSha ? placed.line : null,
    originalLine: placed.line,
    commitId: review.commitId,
    inReplyTo: null,
    createdAt: state.now(),
    updatedAt: state.now(),
    editedAt: null,
    minimized: null,
  };
  state.reviewComments.push(comment);
  state.threads.push(newThread(state, comment));
}

export function newReply(
  state: State,
  parent: ReviewComment,
  said: Pick<ReviewComment, 'user' | 'body'> & { readonly reviewId?: number },
): ReviewComment {
  const now = state.now();
  return {
    ...parent,
    reviewId: null,
    ...said,
    id: state.nextId(),
    inReplyTo: parent.id,
    createdAt: now,
    updatedAt: now,
    editedAt: null,
    minimized: null,
  };
}

export function newThread(state: State, comment: ReviewComment): Thread {
  const id = nodeId('PRRT', state.nextId());
  return {
    id,
    repository: comment.repository,
    number: comment.number,
    comments: [comment],
    resolved: false,
    resolvedBy: null,
  };
}

export function reviewCommentOf(call: Call, repository: Repository): ReviewComment {
  const id = Number(call.path.comment_id);
  const found = call.state.reviewComments.find((one) => one.repository === repository && one.id === id);
  if (found === undefined) throw notFound();
  return found;
}

function isSubmitted(state: State, comment: ReviewComment): boolean {
  return state.reviews.find((one) => one.id === comment.reviewId)?.state !== 'PENDING';
}

function commitsOf(pull: Pull): readonly string[] {
  return gitObjects(pull.repository.directory).between(pull.baseSha, pull.headSha);
}

function mine<T extends { readonly repository: Repository; readonly number: number }>(
  all: readonly T[],
  pull: Pull,
): T[] {
  return all.filter((one) => one.repository === pull.repository && one.number === pull.number);
}
