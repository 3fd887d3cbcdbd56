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

/** The repository of the path. @throws Refusal 404 when it is not there or hidden from the token */
export function repositoryOf(call: Call): Repository {
  const name = `${call.path.owner}/${call.path.repo}`;
  const found = findRepository(call.state, name);
  if (found === null || !mayRead(call.token, found)) throw notFound();
  return found;
}

/** Names are compared without regard to case, as on GitHub. */
export function findRepository(state: State, fullName: string): Repository | null {
  const wanted = fullName.toLowerCase();
  return [...state.repositories.values()].find((one) => one.fullName.toLowerCase() === wanted) ?? null;
}

export function mayRead(token: Token | null, repository: Repository): boolean {
  if (!repository.private) return true;
  if (token === null) return false;
  if (token.type === 'user') return (token.user.roles.get(repository.fullName) ?? 'none') !== 'none';
  return token.repositories === null || token.repositories.has(repository.fullName);
}

/** The pull request of the path. */
export function pullOf(call: Call, repository: Repository): Pull {
  const number = Number(call.path.pull_number ?? call.path.issue_number);
  const found = call.state.pulls.find((one) => one.repository === repository && one.number === number);
  if (found === undefined) throw notFound();
  return found;
}
