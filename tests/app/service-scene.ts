import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, onTestFinished, vi } from 'vitest';
import { makeAppHost } from '../../src/adapters/github/app/make-app-host.ts';
import { openQueue } from '../../src/adapters/queue/open-queue.ts';
import { openReviewProcesses } from '../../src/adapters/review-process/open-review-processes.ts';
import { makeReviewStore } from '../../src/adapters/store/make-review-store.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import { silentLog, systemClock } from '../../src/entry/system-ports.ts';
import type {
  JobQueue,
  Log,
  MetricEvent,
  ReviewProcesses,
  ReviewStore,
  SqlDatabase,
  StoredReview,
  WebhookOutcome,
} from '../../src/ports.ts';
import { makeAcceptDelivery } from '../../src/service/accept-delivery.ts';
import { startWorker, type Worker } from '../../src/service/worker/start-worker.ts';
import type { WorkerSettings, WorkerWorld } from '../../src/service/worker/worker-world.ts';
import { type Stage, setStage } from '../action/run-action.ts';
import { DIST } from '../cli/run-cli.ts';
import type { App, Installation } from '../fakes/github/app-state.ts';
import { type Delivery, pullRequestEvent } from '../fakes/github/events.ts';

export const PUBLIC_URL = 'https://reviews.example';
const REVIEW_PROCESS = new URL('./review-process-from-source.ts', import.meta.url);

/** The App on the stand-in, with the embedded store, a worker and real review processes. */
export interface ServiceScene {
  readonly stage: Stage;
  readonly app: App;
  readonly installation: Installation;
  readonly database: SqlDatabase;
  readonly store: ReviewStore;
  readonly queue: JobQueue;
  readonly world: WorkerWorld;
  readonly worker: Worker;
  /** Those that start processes, also where a test works with others. */
  readonly realProcesses: ReviewProcesses;
  readonly metrics: readonly MetricEvent[];
  readonly logged: readonly string[];
  /** Takes a webhook in, as the web side does. */
  accept(delivery: Delivery, id?: string): Promise<WebhookOutcome>;
  /** Works until no job is left, where no worker runs. */
  work(): Promise<void>;
  /** Waits until no job waits or runs. */
  idle(): Promise<void>;
  reviews(): Promise<readonly StoredReview[]>;
}

export interface ServiceOptions extends Partial<Parameters<typeof setStage>[0]> {
  readonly settings?: Partial<WorkerSettings>;
  /** No worker runs until `work`. */
  readonly isIdle?: boolean;
  readonly processes?: ReviewProcesses;
  /** What the owner of the installation approved. */
  readonly permissions?: Parameters<Stage['fake']['installApp']>[0]['permissions'];
}

interface Opened {
  readonly database: SqlDatabase;
  readonly queue: JobQueue;
}

let shared: Opened | null = null;

/**
 * Opens one embedded database for the tests of a file, which takes seconds; each scene finds it empty. To be called once
 * at the top of the file.
 */
export function shareDatabase(): void {
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
  const folder = mkdtempSync(join(tmpdir(), 'app-test-'));
  beforeAll(async () => {
    const database = await openDatabase(
      { folder: join(folder, 'database') },
      { clock: systemClock, log: silentLog },
    );
    shared = { database, queue: await openQueue(database, { log: silentLog }) };
  });
  afterAll(async () => {
    await shared?.queue.close();
    await shared?.database.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

async function emptyDatabase(): Promise<Opened> {
  if (shared === null) throw new Error('Call shareDatabase() at the top of the test file.');
  for (const table of ['installation', 'gone_installation', 'delivery', 'chore'])
    await shared.database.query(`truncate ${table} cascade`);
  await shared.database.query('delete from pgboss.job');
  return shared;
}

export async function setService(service: ServiceOptions = {}): Promise<ServiceScene> {
  const { settings = {}, isIdle = false, processes, permissions, ...options } = service;
  const stage = await setStage({ after: {}, ...options });
  const app = stage.fake.addApp({ slug: 'reviewer' });
  const installation = stage.fake.installApp({
    app,
    account: 'octo',
    ...(permissions === undefined ? {} : { permissions }),
  });
  const logged: string[] = [];
  const keep = (message: string, fields: unknown = {}) => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  const log: Log = { debug: keep, info: keep, warn: keep };
  const { database, queue } = await emptyDatabase();
  const store = makeReviewStore(database, queue);
  const metrics: MetricEvent[] = [];
  const realProcesses = openReviewProcesses({
    entry: REVIEW_PROCESS,
    assets: pathToFileURL(`${DIST}/`),
    count: 2,
    clock: systemClock,
    log,
  });
  const world: WorkerWorld = {
    store,
    queue,
    host: makeAppHost({
      appId: String(app.id),
      privateKey: app.privateKey,
      apiUrl: stage.fake.url,
      clock: systemClock,
      log,
    }),
    processes: processes ?? realProcesses,
    metrics: { record: (event) => void metrics.push(event) },
    settings: {
      publicUrl: PUBLIC_URL,
      apiUrl: stage.fake.url,
      graphqlUrl: stage.fake.graphqlUrl,
      serverUrl: 'https://github.example',
      statusContext: 'multi-agent-review',
      writeSpacingMs: 0,
      reviewConcurrency: 2,
      deadlineSeconds: 60,
      models: null,
      stateSecret: 'a secret of the tests',
      monthlyBudgetUsd: null,
      processName: 'test:1',
      ...settings,
    },
    clock: systemClock,
    log,
  };
  const worker = isIdle ? { stop: async () => undefined } : startWorker(world);
  onTestFinished(async () => {
    await worker.stop(0);
    await realProcesses.close();
  });
  const take = makeAcceptDelivery({ store, log }, { appId: app.id, reviewers: [], serviceDigest: 'tests' });
  let count = 0;
  const idle = () =>
    until(async () => {
      const { waiting, running } = await queue.depth();
      return waiting + running === 0;
    });
  return {
    stage,
    app,
    installation,
    database,
    store,
    queue,
    world,
    worker,
    realProcesses,
    metrics,
    logged,
    accept: ({ name, payload }, id) => {
      count += 1;
      const whole = { installation: { id: installation.id }, ...payload };
      return take({ id: id ?? `delivery-${count}`, name, payload: whole });
    },
    idle,
    async work() {
      const started = startWorker(world);
      await idle();
      await started.stop(10_000);
    },
    async reviews() {
      const { rows } = await database.query(
        'select id::text as id, installation_id, repository_id from review order by queued_at',
      );
      const found = await Promise.all(
        rows.map((row) =>
          store
            .of({ installationId: Number(row.installation_id), repositoryId: Number(row.repository_id) })
            .review(String(row.id)),
        ),
      );
      return found.flatMap((one) => one ?? []);
    },
  };
}

/** The webhook of the scene's pull request. */
export function opened({ stage }: ServiceScene): Delivery {
  return pullRequestEvent(stage.fake, stage.pull, 'opened');
}

/** Waits for a condition, however long it takes; the test's own time limit ends it. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue()))
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 50);
    });
}

/** Our sticky comments on the pull request. */
export function ownComments({ stage, app }: ServiceScene): readonly string[] {
  return stage.fake.comments
    .filter((one) => one.user.id === app.bot.id && one.body.startsWith('<!-- multi-agent-review v1 -->'))
    .map((one) => one.body);
}
