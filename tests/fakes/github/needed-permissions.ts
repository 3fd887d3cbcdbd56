import { type Call, refuse } from './answers.ts';
import type { Grants, Level } from './app-state.ts';
import type { Repository, Token } from './state.ts';

const RANK: Readonly<Record<Level, number>> = { read: 1, write: 2, admin: 3 };
const PULLS = '/repos/{owner}/{repo}/pulls';
const ISSUES = '/repos/{owner}/{repo}/issues';
const CHECKS = '/repos/{owner}/{repo}/check-runs';
const SUITES = '/repos/{owner}/{repo}/check-suites';
const EITHER_READ = 'issues=read; pull_requests=read';
const EITHER_WRITE = 'issues=write; pull_requests=write';

/** What a route of a repository takes, as `x-accepted-github-permissions` writes it: `;` is or, `,` is and. */
const NEEDED: Readonly<Record<string, string>> = {
  'GET /repos/{owner}/{repo}': 'metadata=read',
  'GET /repositories/{repository_id}': 'metadata=read',
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': 'metadata=read',
  'GET /repos/{owner}/{repo}/commits/{ref}/statuses': 'statuses=read',
  'POST /repos/{owner}/{repo}/statuses/{sha}': 'statuses=write',
  'GET /repos/{owner}/{repo}/compare/{basehead}': 'contents=read',
  'GET /repos/{owner}/{repo}/contents/{path}': 'contents=read',
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': 'contents=read',
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': 'contents=read',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': 'checks=read',
  [`POST ${CHECKS}`]: 'checks=write',
  [`GET ${CHECKS}/{check_run_id}`]: 'checks=read',
  [`PATCH ${CHECKS}/{check_run_id}`]: 'checks=write',
  [`GET ${CHECKS}/{check_run_id}/annotations`]: 'checks=read',
  [`POST ${CHECKS}/{check_run_id}/rerequest`]: 'checks=write',
  [`GET ${SUITES}/{check_suite_id}`]: 'checks=read',
  [`POST ${SUITES}/{check_suite_id}/rerequest`]: 'checks=write',
  [`GET ${ISSUES}/{issue_number}/comments`]: EITHER_READ,
  [`POST ${ISSUES}/{issue_number}/comments`]: EITHER_WRITE,
  [`GET ${ISSUES}/comments/{comment_id}`]: EITHER_READ,
  [`PATCH ${ISSUES}/comments/{comment_id}`]: EITHER_WRITE,
  [`DELETE ${ISSUES}/comments/{comment_id}`]: EITHER_WRITE,
  [`POST ${ISSUES}/comments/{comment_id}/reactions`]: EITHER_WRITE,
  [`GET ${PULLS}/{pull_number}`]: 'pull_requests=read',
  [`GET ${PULLS}/{pull_number}/files`]: 'pull_requests=read',
  [`GET ${PULLS}/{pull_number}/comments`]: 'pull_requests=read',
  [`POST ${PULLS}/{pull_number}/comments/{comment_id}/replies`]: 'pull_requests=write',
  [`GET ${PULLS}/{pull_number}/reviews`]: 'pull_requests=read',
  [`POST ${PULLS}/{pull_number}/reviews`]: 'pull_requests=write',
  [`PUT ${PULLS}/{pull_number}/reviews/{review_id}`]: 'pull_requests=write',
  [`PATCH ${PULLS}/comments/{comment_id}`]: 'pull_requests=write',
  [`POST ${PULLS}/comments/{comment_id}/reactions`]: 'pull_requests=write',
};

/**
 * Stricter than GitHub in one thing: on public repositories of the installation, too, reading takes the permission, so
 * that a test on a public one finds what would fail on a private one. Beside them public repositories can be read.
 * @throws Refusal 403 when an installation token has not the permission the route takes
 */
export function requirePermission(call: Call, repository: Repository): void {
  const { token } = call;
  if (token === null || token.permissions === null) return;
  const needed = NEEDED[call.route];
  if (needed === undefined) throw new Error(`needed-permissions.ts does not say what "${call.route}" takes.`);
  const inside = token.repositories?.has(repository.fullName) ?? true;
  const fine = inside ? satisfies(token.permissions, needed) : call.route.startsWith('GET ');
  if (!fine) throw notAccessible(needed);
}

export function notAccessible(needed: string) {
  return refuse(
    403,
    'Resource not accessible by integration',
    {},
    { 'x-accepted-github-permissions': needed },
  );
}

/** Whether the token has what is needed; tokens that are not narrowed have everything. */
export function isGranted(token: Pick<Token, 'permissions'> | null, needed: string): boolean {
  return token === null || token.permissions === null || satisfies(token.permissions, needed);
}

function satisfies(grants: Grants, needed: string): boolean {
  return needed.split(';').some((group) =>
    group.split(',').every((one) => {
      const [name = '', level = ''] = one.trim().split('=');
      const granted = Object.hasOwn(grants, name) ? grants[name] : undefined;
      return granted !== undefined && RANK[granted] >= RANK[level as Level];
    }),
  );
}
