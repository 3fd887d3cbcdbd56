import type { SqlDatabase } from '../../ports.ts';

const DAY_MS = 24 * 60 * 60_000;
/**
 * Of each kind at once. A shorter retention makes much old in a moment: deleted as a whole it would take longer than a
 * statement may, and nothing would ever go.
 */
const MOST_REVIEWS = 500;
const MOST_DELIVERIES = 5_000;

/**
 * Deletes what is older than it may get: deliveries and numbers of installations that are gone, finished reviews with their agents and findings, sessions that ran
 * out. What an installation spent stays. Of very much a part goes, and the rest the next times.
 * @returns how many reviews went
 */
export function retireOld(
  database: SqlDatabase,
  days: { readonly deliveries: number; readonly reviews: number },
  now: Date,
): Promise<number> {
  const before = (count: number) => new Date(now.getTime() - count * DAY_MS);
  return database.transaction(async (runner) => {
    await runner.query(
      `delete from delivery where id in (select id from delivery where received_at < $1 limit ${MOST_DELIVERIES})`,
      [before(days.deliveries)],
    );
    await runner.query('delete from gone_installation where gone_at < $1', [before(days.deliveries)]);
    await runner.query('delete from session where expires_at < $1', [now]);
    const { affected } = await runner.query(
      `delete from review where id in (select id from review where queued_at < $1 and state not in ('queued', 'running')
         limit ${MOST_REVIEWS})`,
      [before(days.reviews)],
    );
    return affected;
  });
}
