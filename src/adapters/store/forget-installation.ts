import type { JobQueue, SqlDatabase } from '../../ports.ts';
import { markGone } from './gone-installations.ts';

/**
 * Deletes everything of an installation, or of some of its repositories. Work that runs meanwhile finds its review gone
 * and writes nothing more. Of an installation the number is remembered for a while, so that late deliveries find it gone.
 * @param repositoryIds null for the whole installation with what it spent and its deliveries
 */
export async function forgetInstallation(
  database: SqlDatabase,
  queue: JobQueue,
  installationId: number,
  repositoryIds: readonly number[] | null,
): Promise<void> {
  await database.transaction(async (runner) => {
    // Years of a large organisation take longer than any statement of the running App; GitHub hears of it the next time.
    await runner.query('set local statement_timeout = 0');
    if (repositoryIds === null) await markGone(runner, installationId);
    await queue.forget(installationId, repositoryIds, runner);
    await runner.query(
      `delete from delivery where installation_id = $1
         and ($2::bigint[] is null or repository_id = any($2::bigint[]))`,
      [installationId, repositoryIds],
    );
    // Reviews, agents and findings go with the repository; all of it and the spending with the installation.
    await (repositoryIds === null
      ? runner.query('delete from installation where id = $1', [installationId])
      : runner.query('delete from repository where installation_id = $1 and id = any($2::bigint[])', [
          installationId,
          repositoryIds,
        ]));
  });
}
