import { type Answer, type Call, countedPage, json, notFound, refuse, repositoryOf } from '../answers.ts';
import { type Installation, installedRepositories } from '../app-state.ts';
import { roleOf } from '../permissions.ts';
import { showInstallation, showRepositoryTo } from '../show-app.ts';
import { showFullRepository, showRepository, showSelf } from '../show-repository.ts';
import type { Repository, State, Token, User } from '../state.ts';

/** What an installation token and the token of a person who signed in can ask about installations. */
export const installationRoutes: Readonly<Record<string, (call: Call) => Answer>> = {
  'GET /installation/repositories': (call) => {
    const { token, installation } = installationToken(call);
    const mine = installedRepositories(installation, call.state.repositories).filter((one) =>
      token.repositories?.has(one.fullName),
    );
    return countedPage(call, 'repositories', mine, (one) => showRepository(one, call.state, call.base), {
      repository_selection: installation.selection,
    });
  },

  'DELETE /installation/token': (call) => {
    const { token } = installationToken(call);
    call.state.tokens.delete(token.token);
    return { status: 204 };
  },

  'GET /user/installations': (call) => {
    const { app, user } = userToken(call);
    const mine = call.state.installations.filter(
      (one) => one.app === app && !one.deleted && explicit(call.state, one, user) !== null,
    );
    return countedPage(call, 'installations', mine, (one) => showInstallation(one, call.base));
  },

  'GET /user/installations/{installation_id}/repositories': (call) => {
    const { app, user } = userToken(call);
    const id = Number(call.path.installation_id);
    const found = call.state.installations.find((one) => one.app === app && one.id === id && !one.deleted);
    const mine = found === undefined ? null : explicit(call.state, found, user);
    if (found === undefined || mine === null) throw notFound();
    if (found.suspendedAt !== null) throw refuse(403, 'This installation has been suspended');
    return countedPage(
      call,
      'repositories',
      mine,
      (one) => showRepositoryTo(user, one, call.state, call.base),
      { repository_selection: found.selection },
    );
  },

  // no page of GitHub's documentation has it; it is the only way to a repository that was renamed
  'GET /repositories/{repository_id}': (call) => showOne(call, repositoryOf(call)),

  'GET /repos/{owner}/{repo}': (call) => showOne(call, repositoryOf(call)),

  'GET /users/{username}': (call) => {
    const login = (call.path.username ?? '').toLowerCase();
    const user = [...call.state.users.values()].find((one) => one.login.toLowerCase() === login);
    if (user === undefined) throw notFound();
    return json(200, showSelf(user, call.base, call.state.now()));
  },
};

/** People are told what they may do there. */
function showOne(call: Call, repository: Repository): Answer {
  const shown = showFullRepository(repository, call.state, call.base);
  if (call.token?.type !== 'user') return json(200, shown);
  const { permissions } = showRepositoryTo(call.token.user, repository, call.state, call.base);
  return json(200, { ...shown, permissions });
}

/**
 * The repositories of an installation that a person was given a role in; a public repository that anybody can read is
 * none of them. Null when there is none and the account is another's.
 */
function explicit(state: State, installation: Installation, user: User): readonly Repository[] | null {
  const mine = installedRepositories(installation, state.repositories).filter(
    (one) => one.owner === user || (user.roles.has(one.fullName) && roleOf(user, one) !== 'none'),
  );
  return mine.length > 0 || installation.account === user ? mine : null;
}

function installationToken(call: Call): { readonly token: Token; readonly installation: Installation } {
  const { token } = call;
  if (token === null || token.installation === null) throw refuse(401, 'Requires authentication');
  return { token, installation: token.installation };
}

function userToken(call: Call): Token {
  const { token } = call;
  if (token === null) throw refuse(401, 'Requires authentication');
  if (token.type !== 'user' || token.app === null) {
    throw refuse(403, 'You must authenticate with an access token authorized to a GitHub App');
  }
  return token;
}
