import { type Call, notFound, refuse } from './answers.ts';
import { isGranted } from './needed-permissions.ts';
import type { Ability, Association, Pull, Repository, Role, Token, User } from './state.ts';

const WRITERS: ReadonlySet<Role> = new Set(['write', 'maintain', 'admin']);

/** The four words of `permission`; `role_name` has the exact one (facts/github.md, section 4). */
const PERMISSION: Readonly<Record<Role, string>> = {
  none: 'none',
  read: 'read',
  triage: 'read',
  write: 'write',
  maintain: 'write',
  admin: 'admin',
};

/** A public repository can be read by everybody, also by those who were never given a role. */
export function roleOf(user: User, repository: Repository): Role {
  if (user === repository.owner) return 'admin';
  return user.roles.get(repository.fullName) ?? (repository.private ? 'none' : 'read');
}

export function permissionOf(user: User, repository: Repository): { permission: string; role: Role } {
  const role = roleOf(user, repository);
  return { permission: PERMISSION[role], role };
}

export function associationOf(user: User, repository: Repository, pull: Pull | null): Association {
  if (user.association !== null) return user.association;
  if (user === repository.owner) return 'OWNER';
  if (user.type === 'Bot') return 'NONE';
  if ((user.roles.get(repository.fullName) ?? 'none') !== 'none') return 'COLLABORATOR';
  return pull?.author === user ? 'CONTRIBUTOR' : 'NONE';
}

/** Whether the token may make content of this kind there; a reason to refuse otherwise. */
export function writeFault(
  token: Token | null,
  repository: Repository,
  ability: Ability,
): 401 | 403 | 404 | null {
  if (token === null) return 401;
  if (token.denied.has(ability) || !isGranted(token, NEEDED[ability])) return 403;
  // what a person gave to an App is for looking, here: no App of ours writes in a person's name
  if (token.type === 'user' && token.app !== null) return 403;
  if (token.type !== 'user') {
    return token.repositories === null || token.repositories.has(repository.fullName) ? null : 403;
  }
  const role = roleOf(token.user, repository);
  // a person without push rights is told that statuses do not exist there
  if (ability === 'statuses') return WRITERS.has(role) ? null : 404;
  if (ability === 'threads') return WRITERS.has(role) ? null : 403;
  return role === 'none' ? 404 : null;
}

const NEEDED: Readonly<Record<Ability, string>> = {
  comments: 'issues=write; pull_requests=write',
  reviews: 'pull_requests=write',
  statuses: 'statuses=write',
  reactions: 'issues=write; pull_requests=write',
  threads: 'contents=write, pull_requests=write',
};

/** @throws Refusal 401, 403 or 404; otherwise returns the token that writes */
export function mayWrite(call: Call, repository: Repository, ability: Ability): Token {
  const fault = writeFault(call.token, repository, ability);
  if (fault === 404) throw notFound();
  if (fault === 401 || call.token === null) throw refuse(401, 'Requires authentication');
  if (fault === 403) {
    const message =
      call.token.type === 'user'
        ? 'Resource not accessible by personal access token'
        : 'Resource not accessible by integration';
    throw refuse(403, message, {}, { 'x-accepted-github-permissions': NEEDED[ability] });
  }
  return call.token;
}

/** Own text, or the text of another where the token may write to the repository. */
export function mayEdit(token: Token, author: User, repository: Repository): boolean {
  return token.user === author || token.type !== 'user' || WRITERS.has(roleOf(token.user, repository));
}
