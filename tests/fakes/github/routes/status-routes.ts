import { type Answer, type Call, json, page, refuse, repositoryOf, validationFailed } from '../answers.ts';
import { mayWrite } from '../permissions.ts';
import { showStatus } from '../show-comments.ts';
import type { Repository, State, Status } from '../state.ts';
import { commitOf } from './content-routes.ts';

const DESCRIPTION_LIMIT = 140;

export const statusRoutes: Readonly<Record<string, (call: Call) => Answer>> = {
  'POST /repos/{owner}/{repo}/statuses/{sha}': (call) => {
    const repository = repositoryOf(call);
    const token = mayWrite(call, repository, 'statuses');
    const sha = call.path.sha ?? '';
    if (!/^[0-9a-f]{40}$/.test(sha) || commitOf(call.state, repository, sha) === null) {
      throw refuse(422, `No commit found for SHA: ${sha}`);
    }
    const status: Status = {
      id: call.state.nextId(),
      repository,
      sha,
      state: call.body.state as Status['state'],
      context: textOrNull(call.body.context) ?? 'default',
      description: textOrNull(call.body.description),
      targetUrl: textOrNull(call.body.target_url),
      creator: token.user,
      createdAt: call.state.now(),
    };
    check(call.state, status);
    call.state.statuses.push(status);
    return json(201, showStatus(status, call.base), { location: String(showStatus(status, call.base).url) });
  },

  'GET /repos/{owner}/{repo}/commits/{ref}/statuses': (call) => {
    const repository = repositoryOf(call);
    const reference = call.path.ref ?? '';
    const sha = commitOf(call.state, repository, reference);
    if (sha === null) throw refuse(422, `No commit found for SHA: ${reference}`);
    return page(call, statusesOf(call.state, repository, sha), (one) => showStatus(one, call.base));
  },
};

/** Newest first, as GitHub lists them. */
function statusesOf(state: State, repository: Repository, sha: string): readonly Status[] {
  return state.statuses.filter((one) => one.repository === repository && one.sha === sha).toReversed();
}

function check(state: State, status: Status): void {
  if ([...(status.description ?? '')].length > DESCRIPTION_LIMIT) {
    const message = `description is too long (maximum is ${DESCRIPTION_LIMIT} characters)`;
    throw validationFailed('Status', 'description', 'custom', message);
  }
  if (status.targetUrl !== null && !/^https?:\/\//.test(status.targetUrl)) {
    throw validationFailed('Status', 'target_url', 'custom', 'target_url must use http(s) scheme');
  }
  const context = status.context.toLowerCase();
  const same = statusesOf(state, status.repository, status.sha).filter(
    (one) => one.context.toLowerCase() === context,
  );
  if (same.length >= state.limits.statuses) {
    const message = 'This SHA and context has reached the maximum number of statuses.';
    throw validationFailed('Status', 'context', 'custom', message);
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
