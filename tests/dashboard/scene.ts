import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openQueue } from '../../src/adapters/queue/open-queue.ts';
import { makeReviewStore } from '../../src/adapters/store/make-review-store.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import { systemClock, systemRandom } from '../../src/entry/system-ports.ts';
import { ForgeError } from '../../src/errors.ts';
import type { Clock, ReviewStore, SqlDatabase, Tenant } from '../../src/ports.ts';
import type { People } from '../../src/service/dashboard/access.ts';
import { type AgainRequest, makeDashboard } from '../../src/service/dashboard/make-dashboard.ts';
import { quietLog } from '../dispatch/fake-ports.ts';

export const SHOP = { installationId: 101, repositoryId: 1 } satisfies Tenant;
export const BANK = { installationId: 202, repositoryId: 2 } satisfies Tenant;

/** What GitHub says that each person may see; a test changes it as it likes. */
export type Rights = Map<string, readonly (Tenant & { readonly mayWrite: boolean })[]>;

export interface DashboardScene {
  readonly url: string;
  readonly database: SqlDatabase;
  readonly store: ReviewStore;
  readonly rights: Rights;
  /** Reviews that people asked for on the dashboard. */
  readonly asked: AgainRequest[];
  /** Moves the dashboard's clock. */
  later(ms: number): void;
  /** Puts a review in and starts it. @returns its id */
  startReview(
    tenant: Tenant,
    more?: Partial<{ title: string; author: string; pullNumber: number }>,
  ): Promise<string>;
  /** Signs in as a browser does. @returns the cookie */
  signIn(login: string): Promise<string>;
  get(
    path: string,
    cookie?: string,
  ): Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }>;
  close(): Promise<void>;
}

/** The dashboard on a real embedded database, with people whose rights the test sets in GitHub's place. */
export async function setDashboard(): Promise<DashboardScene> {
  const folder = mkdtempSync(join(tmpdir(), 'dashboard-'));
  const database = await openDatabase(
    { folder: join(folder, 'database') },
    { clock: systemClock, log: quietLog },
  );
  const queue = await openQueue(database, { log: quietLog });
  const store = makeReviewStore(database, queue);
  const rights: Rights = new Map();
  const asked: AgainRequest[] = [];
  let offset = 0;
  const clock: Clock = {
    now: () => systemClock.now() + offset,
    steady: () => systemClock.steady() + offset,
    after: systemClock.after,
  };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const dashboard = makeDashboard({
    database,
    people: peopleOf(rights, url),
    secret: 'a secret of the service that stays',
    publicUrl: url,
    serverUrl: 'https://github.example',
    async again(request) {
      asked.push(request);
      return '/';
    },
    clock,
    random: systemRandom,
    log: quietLog,
  });
  server.on('request', (request: IncomingMessage, response) => {
    void dashboard.handle(request, response).then((isAnswered) => {
      if (!isAnswered) response.writeHead(404).end('not of the dashboard');
    });
  });
  const get = async (path: string, cookie = '') => {
    const answer = await fetch(url + path, { headers: { cookie }, redirect: 'manual' });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  let next = 0;
  return {
    url,
    database,
    store,
    rights,
    asked,
    later: (ms) => {
      offset += ms;
    },
    async startReview(tenant, { title = 'A change', author = 'lin', pullNumber = 7 } = {}) {
      next += 1;
      const accepted = await store.accept(
        { id: `delivery-${next}`, event: 'pull_request', action: 'opened', ...tenant },
        {
          installation: {
            id: tenant.installationId,
            accountId: tenant.installationId,
            accountLogin: `owner-${tenant.installationId}`,
            accountType: 'Organization',
            suspended: false,
          },
          repository: {
            ...tenant,
            owner: `owner-${tenant.installationId}`,
            name: `repository-${tenant.repositoryId}`,
            isPrivate: true,
          },
          review: {
            ...tenant,
            pullNumber,
            headSha: String(next).padStart(40, 'a'),
            baseSha: 'b'.repeat(40),
            configDigest: 'digest',
            trigger: 'push',
            occasion: 'push',
            title,
            author,
            askedBy: null,
            eventAt: null,
            request: {},
          },
        },
      );
      if (accepted.kind !== 'queued') throw new Error(`The review was ${accepted.kind}.`);
      await store.of(tenant).start(accepted.reviewId, 1, 'test');
      return accepted.reviewId;
    },
    async signIn(login) {
      const begun = await get('/sign-in/github');
      const cookie = cookieOf(begun.headers);
      const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
      const done = await get(`/sign-in/callback?code=${login}&state=${state}`, cookie);
      if (done.status !== 303) throw new Error(`Signing in answered ${done.status}.`);
      return cookieOf(done.headers);
    },
    get,
    async close() {
      await dashboard.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await queue.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function cookieOf(headers: Headers): string {
  const [cookie = ''] = headers.getSetCookie();
  return cookie.split(';')[0] ?? '';
}

/** The code is the login, and so is the token: what matters here is what each of them may see. */
function peopleOf(rights: Rights, url: string): People {
  const known = (login: string) => {
    const found = rights.get(login);
    if (found !== undefined) return found;
    throw new ForgeError('forge-forbidden', `GitHub does not take the token of ${login}.`, '', {
      status: 401,
      maybeDone: false,
    });
  };
  return {
    authorizeUrl: ({ state, codeChallenge, redirectUri }) => {
      if (redirectUri !== `${url}/sign-in/callback`) throw new Error(`"${redirectUri}" is not registered.`);
      if (codeChallenge.length !== 43) throw new Error('The challenge is no SHA-256.');
      return `${url}/authorize?state=${state}`;
    },
    exchange: async ({ code }) => ({ accessToken: `token-of-${code}`, expiresAt: null, refreshToken: null }),
    user: async (accessToken) => {
      const login = accessToken.slice('token-of-'.length);
      known(login);
      return { id: login.length, login };
    },
    repositories: async (accessToken) => known(accessToken.slice('token-of-'.length)),
  };
}
