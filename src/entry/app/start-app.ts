import { makeAppHost } from '../../adapters/github/app/make-app-host.ts';
import { makeMetrics } from '../../adapters/metrics/make-metrics.ts';
import { openQueue } from '../../adapters/queue/open-queue.ts';
import { makeReviewStore } from '../../adapters/store/make-review-store.ts';
import { openDatabase } from '../../adapters/store/open-database.ts';
import type {
  AppHost,
  Clock,
  JobQueue,
  Log,
  Metrics,
  Random,
  ReviewStore,
  SqlDatabase,
} from '../../ports.ts';
import { sampleQueue } from '../../service/sample-queue.ts';
import { loadBuiltIns } from '../load-built-ins.ts';
import type { AppSettings } from './app-settings.ts';
import { type Closers, makeClosers } from './closers.ts';
import type { Credentials } from './credentials.ts';
import { makeReadiness, type Need } from './readiness.ts';
import { type Handler, serve } from './serve.ts';
import { startWork } from './start-work.ts';
import { systemRoutes } from './system-routes.ts';
import { watchIdentity } from './watch-identity.ts';
import { webHandlers } from './web-handlers.ts';

/** Settings of an App that is registered. */
export type RegisteredSettings = AppSettings & { readonly credentials: Credentials };

/** What the App is made of. */
export interface AppWorld {
  readonly settings: RegisteredSettings;
  /** Folder that holds `dist/`. */
  readonly root: URL;
  /** The program of a review process. */
  readonly reviewProcess: URL;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** What all parts of the service share. */
export interface Service extends AppWorld {
  readonly database: SqlDatabase;
  readonly queue: JobQueue;
  readonly store: ReviewStore;
  readonly host: AppHost;
  readonly metrics: Metrics;
  /** Names of the built-in reviewers. */
  readonly reviewers: readonly string[];
  /** Address at which people reach the service. */
  readonly publicUrl: string;
}

export interface RunningApp {
  /** `http://host:port` as this machine reaches it. */
  readonly url: string;
  /** Takes no more requests and jobs, lets running ones end or hands them back, and closes everything. */
  stop(): Promise<void>;
}

/** Requests are short, apart from streams, which are cut. */
const REQUESTS_MS = 5_000;

/**
 * Starts the App.
 * @throws ReviewError with a sentence for the person who starts it; nothing is left open then
 */
export async function startApp(world: AppWorld): Promise<RunningApp> {
  const closers = makeClosers(world.log);
  try {
    return await start(world, closers);
  } catch (thrown) {
    await closers.closeAll();
    throw thrown;
  }
}

async function start(world: AppWorld, closers: Closers): Promise<RunningApp> {
  const { settings, clock, log } = world;
  const { credentials, role } = settings;
  const host = makeAppHost({
    appId: String(credentials.appId),
    privateKey: credentials.privateKey,
    apiUrl: settings.apiUrl,
    clock,
    log,
  });
  const { builtIns } = await loadBuiltIns(new URL('dist/', world.root));
  const reviewers = builtIns.reviewers.map(({ name }) => name);
  const scraped = makeMetrics({ defaultMetrics: true, clock, reviewers });
  let phase: 'starting' | 'running' | 'stopping' = 'starting';
  const needs: Need[] = [
    { name: 'service', look: async () => (phase === 'running' ? null : `the App is ${phase}`) },
  ];
  const system = systemRoutes(makeReadiness(needs, clock), { ...scraped, token: settings.metricsToken });
  const web = laterHandler();
  const handlers = role === 'worker' ? [system] : [system, web.handler];
  const isSecure = settings.publicUrl?.startsWith('https:') === true;
  // First of all: a port that is taken is told at once, and who looks after the process sees that it lives.
  const served = await serve({ host: settings.host, port: settings.port, handlers, isSecure, clock, log });
  closers.add('server', () => served.stop(0));
  // GitHub may take its time: it is asked while the database is opened.
  const asking = new AbortController();
  closers.add('question to GitHub', () => asking.abort());
  const asked = watchIdentity({
    appId: credentials.appId,
    ask: host.identity,
    clock,
    log,
    signal: asking.signal,
  });
  // It may fail before it is waited for.
  asked.catch(() => undefined);
  const database = await openDatabase(settings.database, { clock, log });
  closers.add('database', () => database.close());
  const queue = await openQueue(database, { log });
  closers.add('queue', () => queue.close());
  const identity = await asked;
  needs.push(
    { name: 'database', look: () => database.query('select 1').then(() => null) },
    { name: 'queue', look: () => queue.depth().then(() => null) },
    { name: 'github', look: async () => identity.problem() },
  );
  const store = makeReviewStore(database, queue);
  const publicUrl = settings.publicUrl ?? served.url;
  const service: Service = {
    ...world,
    database,
    queue,
    store,
    host,
    reviewers,
    metrics: scraped.metrics,
    publicUrl,
  };
  if (role !== 'worker') {
    const made = await webHandlers(service);
    closers.add('dashboard', made.close);
    web.open(made.handlers);
  }
  const sampler = sampleQueue(queue, { metrics: scraped.metrics, clock, log });
  closers.add('watch of the queue', sampler.close);
  const work = role === 'web' ? null : startWork(service);
  phase = 'running';
  log.info('The App listens.', { url: served.url, role, database: database.kind, publicUrl });
  return {
    url: served.url,
    async stop() {
      phase = 'stopping';
      await Promise.all([served.stop(REQUESTS_MS), work?.stop(settings.stopSeconds * 1_000)]);
      await closers.closeAll();
    },
  };
}

/** A handler whose requests wait until it is told who answers them: our own address has to be known for that. */
function laterHandler(): { readonly handler: Handler; open(handlers: readonly Handler[]): void } {
  let open: (handlers: readonly Handler[]) => void = () => undefined;
  const opened = new Promise<readonly Handler[]>((resolve) => {
    open = resolve;
  });
  const handler: Handler = async (request, response) => {
    for (const one of await opened) if (await one(request, response)) return true;
    return false;
  };
  return { handler, open: (handlers) => open(handlers) };
}
