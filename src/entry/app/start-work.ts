import { createHmac } from 'node:crypto';
import { hostname } from 'node:os';
import { openReviewProcesses } from '../../adapters/review-process/open-review-processes.ts';
import type { AppHost, Clock, JobQueue, Log, Metrics, ReviewStore, SqlDatabase } from '../../ports.ts';
import { startSweep } from '../../service/worker/start-sweep.ts';
import { startWorker } from '../../service/worker/start-worker.ts';
import type { WorkerSettings } from '../../service/worker/worker-world.ts';
import type { AppSettings } from './app-settings.ts';
import type { Credentials } from './credentials.ts';

/** What reviewing takes of the service. */
export interface Workshop {
  readonly settings: AppSettings & { readonly credentials: Credentials };
  /** Folder that holds `dist/`. */
  readonly root: URL;
  /** The program of a review process. */
  readonly reviewProcess: URL;
  readonly database: SqlDatabase;
  readonly queue: JobQueue;
  readonly store: ReviewStore;
  readonly host: AppHost;
  readonly metrics: Metrics;
  /** Address at which people reach the service. */
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Work {
  /** Lets reviews end for so long, then hands back what is left. */
  stop(graceMs: number): Promise<void>;
}

/** What a review process needs of our environment to reach GitHub and the models; none of it is a secret of ours. */
export const HANDED_ON = [
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_DIR',
  'SSL_CERT_FILE',
  'NODE_USE_ENV_PROXY',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  // Windows starts no process without it.
  'SystemRoot',
] as const;

/**
 * Starts everything that happens after a job is in the queue: the worker with its review processes, and the sweep.
 * @param environment of this process
 */
export function startWork(
  workshop: Workshop,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Work {
  const { settings, root, reviewProcess, clock, log } = workshop;
  const processes = openReviewProcesses({
    entry: reviewProcess,
    assets: new URL('dist/', root),
    count: settings.reviewConcurrency,
    environment: Object.fromEntries(
      HANDED_ON.flatMap((name) => {
        const value = environment[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    clock,
    log,
  });
  const world = { ...workshop, processes, settings: settingsOf(workshop) };
  const worker = startWorker(world);
  const sweep = startSweep({ ...world, retentionDays: settings.retentionDays });
  return {
    async stop(graceMs) {
      await Promise.all([worker.stop(graceMs), sweep.stop()]);
      await processes.close();
    },
  };
}

function settingsOf({ settings, publicUrl }: Workshop): WorkerSettings {
  return {
    ...settings,
    publicUrl,
    // The same in all processes of the service and after every start, and of no other App.
    stateSecret: createHmac('sha256', settings.credentials.privateKey)
      .update('state of comments')
      .digest('hex'),
    processName: `${hostname()}:${process.pid}`,
  };
}
