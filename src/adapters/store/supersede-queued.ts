import type { JobQueue, SqlRunner } from '../../ports.ts';
import { textIn, textOrNull } from './rows.ts';
import type { TenantQuery } from './tenant-query.ts';

/**
 * Ends the queued push reviews of a pull request and takes their jobs back.
 * @param options.except the review that stays
 * @param options.notAfter reviews of events after this moment stay: deliveries come in any order
 * @returns ids of the reviews that ended
 */
export async function supersedeQueued(
  query: TenantQuery,
  runner: SqlRunner,
  queue: JobQueue,
  pullNumber: number,
  options: { readonly reason: string; readonly except: string | null; readonly notAfter: string | null },
): Promise<readonly string[]> {
  const { rows } = await query(
    `update review set state = 'superseded', reason = $4, finished_at = now()
     where installation_id = $1 and repository_id = $2 and pull_number = $3 and trigger = 'push' and state = 'queued'
       and ($5::uuid is null or id <> $5)
       and ($6::timestamptz is null or event_at is null or event_at <= $6)
     returning id::text as id, job_id::text as job_id`,
    [pullNumber, options.reason, options.except, options.notAfter],
  );
  await queue.cancel(
    rows.flatMap((row) => textOrNull(row, 'job_id') ?? []),
    runner,
  );
  return rows.map((row) => textIn(row, 'id'));
}
