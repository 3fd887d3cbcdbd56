import type { SqlDatabase, SqlRunner, Tenant } from '../../ports.ts';

/** Channel on which every change of a review is told, to whoever shows it live. */
export const PROGRESS = 'review-progress';

/** Tells listeners that a review changed; what changed stands in the database. */
export async function tellProgress(
  database: SqlDatabase,
  runner: SqlRunner,
  { installationId, repositoryId }: Tenant,
  reviewId: string,
): Promise<void> {
  await database.notify(PROGRESS, JSON.stringify({ reviewId, installationId, repositoryId }), runner);
}
