import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { App, CheckRun, DeliveryAttempt, Installation } from './app-state.ts';
import { type AppBuilders, makeAppBuilders } from './build-app.ts';
import { type Builders, makeBuilders } from './build-state.ts';
import { readContract } from './contract.ts';
import { type DeliverOptions, deliver } from './deliver.ts';
import type { Delivery } from './events.ts';
import { type Fault, makeScript } from './faults.ts';
import { type Exchange, makeHandler, ROUTES } from './handle-request.ts';
import {
  emptyState,
  GITHUB_LIMITS,
  type IssueComment,
  type Limits,
  type Pull,
  type Reaction,
  type Review,
  type ReviewComment,
  type State,
  type Status,
  type Thread,
} from './state.ts';

export interface FakeGitHubOptions {
  /** Milliseconds since the epoch. Default: the real time. */
  readonly now?: () => number;
  /** GitHub's own limits, made smaller where a test wants to meet them. */
  readonly limits?: Partial<Limits>;
  /** Addresses as on GitHub Enterprise Server: `/api/v3` and `/api/graphql`. */
  readonly enterprise?: boolean;
  /** Also checks every answer of the stand-in against GitHub's description; faults go to `unexpected`. */
  readonly checkAnswers?: boolean;
  /** Default: any free one. */
  readonly port?: number;
  /** Milliseconds on the way, before a request is looked at. Default none. */
  readonly latencyMs?: number;
  /** Milliseconds after which a delivery to an App is given up. Default ten seconds, as GitHub does. */
  readonly hookTimeoutMs?: number;
}

/** A request and what became of it. */
export interface SeenRequest {
  readonly method: string;
  /** As in GitHub's description: `GET /repos/{owner}/{repo}`; `POST /graphql`; null for no known route. */
  readonly route: string | null;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Login of the token; null without one. */
  readonly login: string | null;
  /** What was answered; 0 when the connection was closed or left hanging instead. */
  status: number;
  readonly at: number;
}

/**
 * GitHub on loopback: stateful, and as strict as the real one or stricter. Everything that happened can be looked at;
 * tests assert that `unexpected` is empty.
 */
export interface FakeGitHub extends Builders, AppBuilders {
  /** Base of the REST addresses, as `GITHUB_API_URL`. */
  readonly url: string;
  readonly graphqlUrl: string;
  /** Base of the pages for people, as `GITHUB_SERVER_URL`. */
  readonly serverUrl: string;
  readonly requests: readonly SeenRequest[];
  readonly pulls: readonly Pull[];
  readonly comments: readonly IssueComment[];
  readonly reviews: readonly Review[];
  readonly reviewComments: readonly ReviewComment[];
  readonly threads: readonly Thread[];
  readonly statuses: readonly Status[];
  readonly reactions: readonly Reaction[];
  readonly apps: readonly App[];
  readonly installations: readonly Installation[];
  readonly checkRuns: readonly CheckRun[];
  /** Attempts to bring events to Apps, oldest first. */
  readonly deliveries: readonly DeliveryAttempt[];
  /** Everything behind the answers; for builders of events. */
  readonly state: State;
  /** Unknown routes and media types, fields that GitHub does not know, faults of the stand-in itself. */
  readonly unexpected: readonly string[];
  /** Scripts what goes wrong. @throws Error for a route that is not served */
  script(fault: Fault): void;
  /** Faults that no request has met. */
  unusedFaults(): readonly Fault[];
  /** The head moves when `requests` more requests have been answered: the next one sees the new head. */
  moveHeadAfter(pull: Pull, options: { readonly requests: number; readonly to: string }): void;
  /** Sends an event to an App, once, and keeps what came of it. @throws Error when GitHub would not send it */
  deliver(delivery: Delivery, options?: DeliverOptions): Promise<DeliveryAttempt>;
  /** Settles when no delivery is on its way any more. @throws what went wrong in the stand-in */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a stand-in with no repository, no user and no token. @returns it; the caller closes it */
export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const state = emptyState(
    { ...GITHUB_LIMITS, ...options.limits },
    options.now ?? (() => Date.now()),
    options.hookTimeoutMs,
  );
  const builders = makeBuilders(state);
  const script = makeScript(ROUTES);
  const requests: SeenRequest[] = [];
  const unexpected: string[] = [];
  const sockets = new Set<Socket>();
  const prefix = options.enterprise === true ? '/api/v3' : '';
  const graphqlPath = options.enterprise === true ? '/api/graphql' : '/graphql';
  const exchange: Exchange = {
    state,
    script,
    requests,
    unexpected,
    prefix,
    graphqlPath,
    contract: readContract(),
  };
  const handle = makeHandler(exchange, options.checkAnswers === true);

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    if (options.latencyMs !== undefined) await wait(options.latencyMs);
    handle(request, response).catch((error: unknown) => {
      unexpected.push(`the stand-in failed: ${error instanceof Error ? error.stack : String(error)}`);
      response.writeHead(500).end();
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    ...builders,
    ...makeAppBuilders(state, builders.userNamed),
    serverUrl: origin,
    url: `${origin}${prefix}`,
    graphqlUrl: `${origin}${graphqlPath}`,
    state,
    requests,
    unexpected,
    pulls: state.pulls,
    comments: state.comments,
    reviews: state.reviews,
    reviewComments: state.reviewComments,
    threads: state.threads,
    statuses: state.statuses,
    reactions: state.reactions,
    apps: state.apps,
    installations: state.installations,
    checkRuns: state.checkRuns,
    deliveries: state.deliveries,
    deliver: (delivery, to) => deliver(state, delivery, to),
    async idle() {
      while (state.sending.size > 0) await Promise.all(state.sending);
    },
    script: (fault) => script.add(fault),
    unusedFaults: () => script.unused(),
    moveHeadAfter(pull, { requests: after, to }) {
      const action = () => builders.moveHead(pull, to);
      script.add({ route: '*', after, effect: { kind: 'first', action } });
    },
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}
