import type { JobQueue, ReviewStore, SqlDatabase } from '../../ports.ts';
import { acceptDelivery } from './accept-review.ts';
import { findOrphans } from './find-orphans.ts';
import { forgetInstallation } from './forget-installation.ts';
import { holdInstallation } from './gone-installations.ts';
import { keepInstallation, keepRepository } from './keep-names.ts';
import { makeTenantStore } from './make-tenant-store.ts';
import { retireOld } from './retire-old.ts';
import { numberIn } from './rows.ts';

/** The App's memory in a database. Jobs go into the queue inside the same transactions. */
export function makeReviewStore(database: SqlDatabase, queue: JobQueue): ReviewStore {
  return {
    of: (tenant) => makeTenantStore(database, queue, tenant),
    accept: (delivery, work) => acceptDelivery(database, queue, delivery, work),
    saveInstallation: (installation, repositories) =>
      database.transaction(async (runner) => {
        if (await holdInstallation(runner, installation.id)) return false;
        await keepInstallation(runner, installation);
        for (const repository of repositories) await keepRepository(runner, repository);
        return true;
      }),
    async installations() {
      const { rows } = await database.query('select id from installation order by id');
      return rows.map((row) => numberIn(row, 'id'));
    },
    forget: (installationId, repositoryIds) =>
      forgetInstallation(database, queue, installationId, repositoryIds ?? null),
    orphans: (seconds) => findOrphans(database, seconds),
    retire: (days, now) => retireOld(database, days, now),
  };
}
