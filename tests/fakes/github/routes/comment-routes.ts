import {
  type Answer,
  type Call,
  json,
  notFound,
  page,
  pullOf,
  refuse,
  repositoryOf,
  validationFailed,
} from '../answers.ts';
import { mayEdit, mayWrite, roleOf } from '../permissions.ts';
import { showComment } from '../show-comments.ts';
import { BODY_LIMIT, type IssueComment, type Pull, type Repository, type Token } from '../state.ts';

const ONE = '/repos/{owner}/{repo}/issues/comments/{comment_id}';
const ALL = '/repos/{owner}/{repo}/issues/{issue_number}/comments';

export const commentRoutes: Readonly<Record<string, (call: Call) => Answer>> = {
  [`GET ${ALL}`]: (call) => {
    const pull = pullOf(call, repositoryOf(call));
    const since = Date.parse(call.query.since ?? '1970-01-01T00:00:00Z');
    const mine = call.state.comments.filter(
      (one) =>
        one.repository === pull.repository &&
        one.number === pull.number &&
        Date.parse(one.updatedAt) >= since,
    );
    return page(call, mine, (one) => showComment(one, call.state, call.base));
  },

  [`POST ${ALL}`]: (call) => {
    const repository = repositoryOf(call);
    const pull = pullOf(call, repository);
    const token = mayWrite(call, repository, 'comments');
    refuseWhenLocked(pull, token);
    const comment: IssueComment = {
      id: call.state.nextId(),
      repository,
      number: pull.number,
      user: token.user,
      viaApp: token.type !== 'user',
      body: bodyOf(call, 'IssueComment'),
      createdAt: call.state.now(),
      updatedAt: call.state.now(),
      editedAt: null,
      minimized: null,
    };
    call.state.comments.push(comment);
    const shown = showComment(comment, call.state, call.base);
    return json(201, shown, { location: String(shown.url) });
  },

  [`GET ${ONE}`]: (call) =>
    json(200, showComment(commentOf(call, repositoryOf(call)), call.state, call.base)),

  [`PATCH ${ONE}`]: (call) => {
    const comment = editable(call);
    comment.body = bodyOf(call, 'IssueComment');
    comment.updatedAt = call.state.now();
    comment.editedAt = call.state.now();
    return json(200, showComment(comment, call.state, call.base));
  },

  [`DELETE ${ONE}`]: (call) => {
    const comment = editable(call);
    call.state.comments.splice(call.state.comments.indexOf(comment), 1);
    return { status: 204 };
  },
};

/** @throws Refusal 422 for an empty body and above 65,536 characters (facts/github.md, 1.3) */
export function bodyOf(call: Call, resource: string): string {
  const body = String(call.body.body);
  if (body.trim() === '') throw validationFailed(resource, 'body', 'custom', 'body cannot be blank');
  if (isTooLong(body)) {
    throw validationFailed(
      resource,
      'body',
      'unprocessable',
      `Body is too long (maximum is ${BODY_LIMIT} characters)`,
    );
  }
  return body;
}

export function isTooLong(body: string): boolean {
  return body.length > BODY_LIMIT && [...body].length > BODY_LIMIT;
}

function refuseWhenLocked(pull: Pull, token: Token): void {
  const writer =
    token.type !== 'user' || ['write', 'maintain', 'admin'].includes(roleOf(token.user, pull.repository));
  if (pull.locked && !writer) throw refuse(403, 'Unable to create comment because issue is locked.');
}

function editable(call: Call): IssueComment {
  const repository = repositoryOf(call);
  const comment = commentOf(call, repository);
  const token = mayWrite(call, repository, 'comments');
  if (!mayEdit(token, comment.user, repository)) throw refuse(403, 'Must have admin rights to Repository.');
  return comment;
}

export function commentOf(call: Call, repository: Repository): IssueComment {
  const id = Number(call.path.comment_id);
  const found = call.state.comments.find((one) => one.repository === repository && one.id === id);
  if (found === undefined) throw notFound();
  return found;
}
