import { installedRepositories } from './app-state.ts';
import { requirePermission } from './needed-permissions.ts';
import { roleOf } from './permissions.ts';
import type { Pull, Repository, State, Token } from './state.ts';

/** What a route answers. `body` undefined sends none. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent instead of JSON. */
  readonly raw?: { readonly type: string; readonly content: Buffer };
}

/** One request, as a route sees it. */
export interface Call {
  readonly state: State;
  readonly base: string;
  readonly url: URL;
  readonly route: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Checked against GitHub's description already. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly accept: string;
  readonly apiVersion: string;
  /** Null for a request without a token. */
  readonly token: Token | null;
}

/** Ends a route early with an answer. */
export class Refusal extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(`answered ${answer.status}`);
    this.answer = answer;
  }
}

const DOCUMENTATION = 'https://docs.github.com/rest';

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, body, headers };
}

export function refuse(
  status: number,
  message: string,
  extra: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  const body = { message, ...extra, documentation_url: DOCUMENTATION, status: String(status) };
  return new Refusal(json(status, body, headers));
}

/** The same answer for what is not there and for what the token may not see. */
export function notFound(): Refusal {
  return refuse(404, 'Not Found');
}

/** The shape of most endpoints: errors as objects. */
export function validationFailed(resource: string, field: string, code: string, message?: string): Refusal {
  const error = message === undefined ? { resource, code, field } : { resource, code, field, message };
  return refuse(422, 'Validation Failed', { errors: [error] });
}

/** The shape of the reviews endpoint: errors as strings (facts/github.md, 1.1). */
export function unprocessable(...errors: readonly string[]): Refusal {
  return refuse(422, 'Unprocessable Entity', { errors });
}

/** One page and its Link header. `per_page` above 100 counts as 100. */
export function page<T>(call: Call, all: readonly T[], make: (one: T) => unknown): Answer {
  const size = Math.min(Math.max(Number(call.query.per_page ?? 30), 1), 100);
  const current = Math.max(Number(call.query.page ?? 1), 1);
  const last = Math.max(Math.ceil(all.length / size), 1);
  const link = (number: number, name: string) => {
    const url = new URL(call.url);
    url.searchParams.set('page', String(number));
    return `<${url.href}>; rel="${name}"`;
  };
  const links = [
    ...(current > 1 ? [link(current - 1, 'prev')] : []),
    ...(current < last ? [link(current + 1, 'next'), link(last, 'last')] : []),
    ...(current > 1 ? [link(1, 'first')] : []),
  ];
  const items = all.slice((current - 1) * size, current * size).map(make);
  return json(200, items, links.length > 0 ? { link: links.join(', ') } : {});
}

/** One page of a list that comes with its length, under `key`. */
export function countedPage<T>(
  call: Call,
  key: string,
  all: readonly T[],
  make: (one: T) => unknown,
  more: Readonly<Record<string, unknown>> = {},
): Answer {
  const answer = page(call, all, make);
  return { ...answer, body: { total_count: all.length, ...more, [key]: answer.body } };
}

/**
 * The repository of the path.
 * @throws Refusal 404 when it is not there or hidden from the token, 403 without the permission that the route takes
 */
export function repositoryOf(call: Call): Repository {
  const { repository_id: id } = call.path;
  const name = `${call.path.owner}/${call.path.repo}`;
  const found =
    id === undefined
      ? findRepository(call.state, name)
      : ([...call.state.repositories.values()].find((one) => String(one.id) === id) ?? null);
  if (found === null || !mayRead(call.state, call.token, found)) throw notFound();
  requirePermission(call, found);
  return found;
}

/** Names are compared without regard to case, as on GitHub. */
export function findRepository(state: State, fullName: string): Repository | null {
  const wanted = fullName.toLowerCase();
  return [...state.repositories.values()].find((one) => one.fullName.toLowerCase() === wanted) ?? null;
}

export function mayRead(state: State, token: Token | null, repository: Repository): boolean {
  if (!repository.private) return true;
  if (token === null) return false;
  if (token.type === 'user')
    return roleOf(token.user, repository) !== 'none' && isReached(state, token, repository);
  return token.repositories === null || token.repositories.has(repository.fullName);
}

/** What a person gave to an App reaches no further than the App's installations. */
function isReached(state: State, token: Token, repository: Repository): boolean {
  if (token.app === null) return true;
  return state.installations.some(
    (one) =>
      one.app === token.app &&
      !one.deleted &&
      one.suspendedAt === null &&
      installedRepositories(one, state.repositories).includes(repository),
  );
}

/** The pull request of the path. */
export function pullOf(call: Call, repository: Repository): Pull {
  const number = Number(call.path.pull_number ?? call.path.issue_number);
  const found = call.state.pulls.find((one) => one.repository === repository && one.number === number);
  if (found === undefined) throw notFound();
  return found;
}
