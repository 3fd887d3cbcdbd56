import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openQueue } from '../../src/adapters/queue/open-queue.ts';
import type { Work } from '../../src/adapters/store/accept-review.ts';
import { makeReviewStore } from '../../src/adapters/store/make-review-store.ts';
import { type DatabaseLocation, openDatabase } from '../../src/adapters/store/open-database.ts';
import { silentLog, systemClock } from '../../src/entry/system-ports.ts';
import type { Delivery, JobQueue, NewReview, ReviewStore, SqlDatabase, Tenant } from '../../src/ports.ts';
import { type PostgresServer, startPostgres } from './start-postgres.ts';

export const OPTIONS = { clock: systemClock, log: silentLog };

/** Everything of one process that works on a database. */
export interface Opened {
  readonly database: SqlDatabase;
  readonly queue: JobQueue;
  readonly store: ReviewStore;
  close(): Promise<void>;
}

export async function openAll(location: DatabaseLocation): Promise<Opened> {
  const database = await openDatabase(location, OPTIONS);
  const queue = await openQueue(database, OPTIONS);
  return {
    database,
    queue,
    store: makeReviewStore(database, queue),
    async close() {
      await queue.close();
      await database.close();
    },
  };
}

/** A place for a database that is gone after the test. */
export interface Place {
  readonly location: DatabaseLocation;
  /** Null for the embedded database. */
  readonly server: PostgresServer | null;
  remove(): Promise<void>;
}

export async function makePlace(kind: 'embedded' | 'server'): Promise<Place> {
  if (kind === 'server') {
    const server = await startPostgres();
    return { location: { url: await server.createDatabase() }, server, remove: () => server.stop() };
  }
  const folder = mkdtempSync(join(tmpdir(), 'store-embedded-'));
  return {
    location: { folder },
    server: null,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Deletes every row and job. */
export async function empty({ database }: Opened): Promise<void> {
  await database.query(
    'delete from pgboss.job; delete from installation; delete from gone_installation; delete from delivery; delete from session',
  );
}

export function makeReview(changes: Partial<NewReview> = {}): NewReview {
  return {
    installationId: 11,
    repositoryId: 22,
    pullNumber: 7,
    headSha: 'a'.repeat(40),
    baseSha: 'b'.repeat(40),
    configDigest: 'settings-1',
    trigger: 'push',
    occasion: 'push',
    title: 'Add a search',
    author: 'octo',
    askedBy: null,
    eventAt: '2026-11-21T10:00:00.000Z',
    request: { kind: 'review', pullNumber: 7 },
    ...changes,
  };
}

export function makeWork(review: NewReview): Work {
  const { installationId, repositoryId } = review;
  return {
    review,
    installation: {
      id: installationId,
      accountId: installationId + 1_000,
      accountLogin: `org-${installationId}`,
      accountType: 'Organization',
      suspended: false,
    },
    repository: {
      installationId,
      repositoryId,
      owner: `org-${installationId}`,
      name: `repo-${repositoryId}`,
      isPrivate: true,
    },
  };
}

export function makeDelivery(id: string, { installationId, repositoryId }: Tenant): Delivery {
  return { id, event: 'pull_request', action: 'synchronize', installationId, repositoryId };
}

let count = 0;

/** Takes a review in under a delivery id of its own. */
export async function accept(
  { store }: Pick<Opened, 'store'>,
  changes: Partial<NewReview> = {},
): Promise<string> {
  count += 1;
  const review = makeReview(changes);
  const answer = await store.accept(
    makeDelivery(`delivery-${process.pid}-${count}`, review),
    makeWork(review),
  );
  if (answer.kind !== 'queued') throw new Error(`The review was ${answer.kind}.`);
  return answer.reviewId;
}
