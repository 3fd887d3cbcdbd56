import { type Answer, type Call, json, refuse, repositoryOf } from '../answers.ts';
import { mayWrite, permissionOf } from '../permissions.ts';
import { showReaction } from '../show-comments.ts';
import { showSelf, showUser } from '../show-repository.ts';
import type { Reaction, Repository } from '../state.ts';
import { commentOf } from './comment-routes.ts';
import { reviewCommentOf } from './review-routes.ts';

export const accountRoutes: Readonly<Record<string, (call: Call) => Answer>> = {
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': (call) => {
    const repository = repositoryOf(call);
    if (call.token === null) throw refuse(401, 'Requires authentication');
    const login = (call.path.username ?? '').toLowerCase();
    const user = [...call.state.users.values()].find((one) => one.login.toLowerCase() === login);
    if (user === undefined) throw refuse(404, `${call.path.username} is not a user`);
    const { permission, role } = permissionOf(user, repository);
    return json(200, {
      permission,
      role_name: role,
      user: { ...showUser(user, call.base), role_name: role },
    });
  },

  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions': (call) => {
    const repository = repositoryOf(call);
    return react(call, repository, 'issue-comment', commentOf(call, repository).id);
  },

  'POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions': (call) => {
    const repository = repositoryOf(call);
    return react(call, repository, 'review-comment', reviewCommentOf(call, repository).id);
  },

  'GET /rate_limit': (call) => {
    const rate = rateOf(call);
    return json(200, { resources: { core: rate, search: { ...rate, limit: 30 }, graphql: rate }, rate });
  },

  'GET /user': (call) => {
    if (call.token === null) throw refuse(401, 'Requires authentication');
    if (call.token.type !== 'user') throw refuse(403, 'Resource not accessible by integration');
    return json(200, showSelf(call.token.user, call.base, call.state.now()));
  },
};

function rateOf(call: Call) {
  const limit = call.token?.limit ?? 60;
  const used = call.token?.used ?? 0;
  const reset = Math.ceil((call.token?.resetAt ?? call.state.milliseconds()) / 1000);
  return { limit, used, remaining: Math.max(limit - used, 0), reset };
}

/** 201 for a new reaction, 200 for one that is there already. */
function react(call: Call, repository: Repository, on: Reaction['on'], commentId: number): Answer {
  const { user } = mayWrite(call, repository, 'reactions');
  const content = String(call.body.content);
  const there = call.state.reactions.find(
    (one) => one.on === on && one.commentId === commentId && one.user === user && one.content === content,
  );
  if (there !== undefined) return json(200, showReaction(there, call.base));
  const reaction: Reaction = {
    id: call.state.nextId(),
    on,
    commentId,
    user,
    content,
    createdAt: call.state.now(),
  };
  call.state.reactions.push(reaction);
  return json(201, showReaction(reaction, call.base));
}
