import type { JobQueue, ReviewStore, SqlDatabase } from '../../ports.ts';
import { acceptDelivery } from './accept-review.ts';
import { findOrphans } from './find-orphans.ts';
import { forgetInstallation } from './forget-installation.ts';
import { keepInstallation, keepRepository } from './keep-names.ts';
import { makeTenantStore } from './make-tenant-store.ts';
import { retireOld } from './retire-old.ts';

/** The App's memory in a database. Jobs go into the queue inside the same transactions. */
export function makeReviewStore(database: SqlDatabase, queue: JobQueue): ReviewStore {
  return {
    of: (tenant) => makeTenantStore(database, queue, tenant),
    accept: (delivery, work) => acceptDelivery(database, queue, delivery, work),
    async saveInstallation(installation, runner = database) {
      await keepInstallation(runner, installation);
    },
    saveRepositories: (repositories) =>
      database.transaction(async (runner) => {
        for (const repository of repositories) await keepRepository(runner, repository);
      }),
    forget: (installationId, repositoryIds) =>
      forgetInstallation(database, queue, installationId, repositoryIds ?? null),
    orphans: (seconds) => findOrphans(database, seconds),
    retire: (days, now) => retireOld(database, days, now),
  };
}
