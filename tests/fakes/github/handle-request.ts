import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, type Call, json, Refusal, refuse } from './answers.ts';
import { authenticate, noWebToken } from './authenticate.ts';
import type { Contract } from './contract.ts';
import type { Effect, Script } from './faults.ts';
import { executeQuery } from './graphql/execute-query.ts';
import { makeSchema } from './graphql/make-schema.ts';
import { parseQuery } from './graphql/parse-query.ts';
import { formOf, type PageCall } from './pages.ts';
import { countRequest, exhaust, rateHeaders, secondaryLimit } from './rate-limit.ts';
import { accountRoutes } from './routes/account-routes.ts';
import { appHookRoutes } from './routes/app-hook-routes.ts';
import { appRoutes } from './routes/app-routes.ts';
import { checkRoutes } from './routes/check-routes.ts';
import { commentRoutes } from './routes/comment-routes.ts';
import { contentRoutes } from './routes/content-routes.ts';
import { installationRoutes } from './routes/installation-routes.ts';
import { manifestPages, manifestRoutes } from './routes/manifest-routes.ts';
import { pullRoutes } from './routes/pull-routes.ts';
import { reviewRoutes } from './routes/review-routes.ts';
import { signInPages } from './routes/sign-in-routes.ts';
import { statusRoutes } from './routes/status-routes.ts';
import type { SeenRequest } from './start-fake-github.ts';
import type { State, Token } from './state.ts';

const HANDLERS: Readonly<Record<string, (call: Call) => Answer>> = {
  ...accountRoutes,
  ...appHookRoutes,
  ...appRoutes,
  ...checkRoutes,
  ...commentRoutes,
  ...contentRoutes,
  ...installationRoutes,
  ...manifestRoutes,
  ...pullRoutes,
  ...reviewRoutes,
  ...statusRoutes,
};

const GRAPHQL = 'POST /graphql';

/** Pages and forms for people: outside the prefix of the interface, and described by nobody. */
const PAGES: Readonly<Record<string, (call: PageCall) => Answer>> = { ...signInPages, ...manifestPages };

/** Routes that an App calls as itself; there, nothing else is taken. */
const AS_APP: ReadonlySet<string> = new Set([...Object.keys(appHookRoutes), ...Object.keys(appRoutes)]);

/** Every route that is served, as GitHub's description writes them. */
export const ROUTES: ReadonlySet<string> = new Set([
  ...Object.keys(HANDLERS),
  ...Object.keys(PAGES),
  GRAPHQL,
]);

const VERSIONS = new Set(['2022-11-28', '2026-03-10']);
const DEFAULT_VERSION = '2022-11-28';

/** What the handling of a request reads and writes. */
export interface Exchange {
  readonly state: State;
  readonly script: Script;
  readonly requests: SeenRequest[];
  readonly unexpected: string[];
  readonly prefix: string;
  readonly graphqlPath: string;
  readonly contract: Contract;
}

interface Match {
  readonly route: string;
  readonly path: Readonly<Record<string, string>>;
}

const PATTERNS = [...ROUTES].map((route) => {
  const isPage = Object.hasOwn(PAGES, route);
  const names: string[] = [];
  const pattern = route.replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return name === 'path' ? '(.*)' : '([^/]+)';
  });
  return { route, isPage, names, pattern: new RegExp(`^${pattern}$`) };
});

export function makeHandler(
  exchange: Exchange,
  checkAnswers: boolean,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const text = await readText(request);
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const match = findRoute(exchange, method, url.pathname);
    const known = authenticate(exchange.state, request.headers.authorization);
    const token = known instanceof Refusal ? null : known;
    const seen = record(exchange, { request, url, match, text, token });
    const effects = match === null ? [] : exchange.script.meet(method, match.route);
    for (const effect of effects) if (effect.kind === 'first') effect.action();
    if (effects.some((one) => one.kind === 'hang')) return;
    if (effects.some((one) => one.kind === 'drop')) {
      request.socket.destroy();
      return;
    }
    const answer =
      scripted(exchange.state, effects, token) ??
      attempt(() => {
        const page = match === null ? undefined : PAGES[match.route];
        if (page !== undefined) return page(pageCall(exchange, { request, url, match, text, token }));
        if (known instanceof Refusal) throw known;
        return work(exchange, { request, url, match, text, token, seen });
      });
    if (checkAnswers && isDescribed(match) && answer.raw === undefined) {
      const faults = exchange.contract.answer(match.route, answer.status, answer.body);
      for (const fault of faults)
        exchange.unexpected.push(`own answer to ${match.route}, ${answer.status}: ${fault}`);
    }
    if (effects.some((one) => one.kind === 'lose-answer')) {
      request.socket.destroy();
      return;
    }
    seen.status = answer.status;
    send(response, answer, rateHeaders(exchange.state, token));
  };
}

function isDescribed(match: Match | null): match is Match {
  return match !== null && match.route !== GRAPHQL && !Object.hasOwn(PAGES, match.route);
}

function pageCall({ state, prefix }: Exchange, { request, url, match, text }: Incoming): PageCall {
  const accept = request.headers.accept ?? '*/*';
  return { state, url, base: `${url.origin}${prefix}`, path: match?.path ?? {}, form: formOf(text), accept };
}

interface Incoming {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly match: Match | null;
  readonly text: string;
  /** Null: none was sent, or one that is not taken. */
  readonly token: Token | null;
}

function work(exchange: Exchange, incoming: Incoming & { readonly seen: SeenRequest }): Answer {
  const { request, url, match, token, seen } = incoming;
  if ((request.headers['user-agent'] ?? '') === '') {
    throw refuse(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
    );
  }
  if (match === null) {
    exchange.unexpected.push(`${seen.method} ${seen.path} is no route of the stand-in`);
    throw refuse(501, `The stand-in serves no ${seen.method} ${seen.path}.`);
  }
  if (AS_APP.has(match.route) && token?.type !== 'jwt') throw noWebToken();
  if (!AS_APP.has(match.route) && token?.type === 'jwt') {
    throw refuse(403, 'Resource not accessible by integration');
  }
  const version = request.headers['x-github-api-version'] ?? DEFAULT_VERSION;
  if (typeof version !== 'string' || !VERSIONS.has(version)) {
    throw refuse(400, `"${String(version)}" is not a supported version.`);
  }
  const call: Call = {
    state: exchange.state,
    base: `${url.origin}${exchange.prefix}`,
    url,
    route: match.route,
    path: match.path,
    query: seen.query,
    body: isRecord(seen.body) ? seen.body : {},
    accept: request.headers.accept ?? '*/*',
    apiVersion: version,
    token,
  };
  countRequest(call, seen.method);
  if (match.route === GRAPHQL) return graphql(exchange, call);
  const faults = exchange.contract.request(match.route, {
    path: match.path,
    query: seen.query,
    body: seen.body,
  });
  if (faults.length > 0) {
    for (const fault of faults) exchange.unexpected.push(`${match.route}: ${fault}`);
    throw refuse(422, `Invalid request.\n\n${faults.join('\n')}`);
  }
  const handler = HANDLERS[match.route];
  if (handler === undefined) throw new Error(`No handler for ${match.route}`);
  const answer = attempt(() => handler(call));
  if (answer.status === 501) exchange.unexpected.push(`${match.route}: ${JSON.stringify(answer.body)}`);
  return answer;
}

function graphql(exchange: Exchange, call: Call): Answer {
  if (call.token === null) throw refuse(401, 'This endpoint requires you to be authenticated.');
  const { query, variables, ...rest } = call.body;
  const unknown = Object.keys(rest).filter((name) => name !== 'operationName');
  if (typeof query !== 'string' || unknown.length > 0) {
    exchange.unexpected.push(
      `${GRAPHQL}: wants query and variables, found ${Object.keys(call.body).join(', ')}`,
    );
    throw refuse(400, 'A query attribute must be specified and must be a string.');
  }
  try {
    const answer = executeQuery(makeSchema(call), parseQuery(query), isRecord(variables) ? variables : {});
    if (answer.data === undefined) exchange.unexpected.push(`${GRAPHQL}: ${JSON.stringify(answer.errors)}`);
    return json(200, answer);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    exchange.unexpected.push(`${GRAPHQL}: ${error.message}`);
    return json(200, { errors: [{ message: error.message }] });
  }
}

function attempt(run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

/** The answer that a script gives instead of the work; null when the work is done. */
function scripted(state: State, effects: readonly Effect[], token: Token | null): Answer | null {
  for (const effect of effects) {
    if (effect.kind === 'fail') return refuse(effect.status, effect.message ?? 'Server Error').answer;
    if (effect.kind === 'secondary-limit')
      return secondaryLimit(effect.status ?? 403, effect.retryAfter).answer;
    if (effect.kind === 'primary-limit' && token !== null)
      return exhaust(token, state, effect.resetInSeconds);
  }
  return null;
}

function findRoute(exchange: Exchange, method: string, pathname: string): Match | null {
  if (pathname === exchange.graphqlPath) return method === 'POST' ? { route: GRAPHQL, path: {} } : null;
  const isInside = pathname.startsWith(`${exchange.prefix}/`);
  const wanted = isInside ? `${method} ${pathname.slice(exchange.prefix.length)}` : '';
  for (const { route, isPage, names, pattern } of PATTERNS) {
    const found = pattern.exec(isPage ? `${method} ${pathname}` : wanted);
    if (found === null || route === GRAPHQL) continue;
    return {
      route,
      path: Object.fromEntries(
        names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]),
      ),
    };
  }
  return null;
}

function record(exchange: Exchange, { request, url, match, text, token }: Incoming): SeenRequest {
  const seen: SeenRequest = {
    method: request.method ?? 'GET',
    route: match?.route ?? null,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: parseBody(text),
    login: token?.user.login ?? null,
    status: 0,
    at: exchange.state.milliseconds(),
  };
  exchange.requests.push(seen);
  return seen;
}

function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text; // not JSON: no schema takes a text, so the request is refused with its reason
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function send(response: ServerResponse, answer: Answer, rate: Readonly<Record<string, string>>): void {
  const headers = { ...rate, 'x-github-request-id': 'FAKE:0:0:0:0', ...answer.headers };
  if (answer.raw !== undefined) {
    response
      .writeHead(answer.status, { ...headers, 'content-type': answer.raw.type })
      .end(answer.raw.content);
  } else if (answer.body === undefined) response.writeHead(answer.status, headers).end();
  else {
    response.writeHead(answer.status, { ...headers, 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(answer.body));
  }
}
