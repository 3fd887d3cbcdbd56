import type { HeldJob, QueueDepth, SqlDatabase, SqlRunner } from '../../ports.ts';
import { type DeadLetters, makeDeadLetters } from './dead-letters.ts';
import { DEAD, REVIEWS } from './queue-names.ts';

/** A try of a job. */
export interface Claim {
  readonly id: string;
  readonly retryCount: number;
}

/** What we ask the table of pg-boss ourselves, because its own calls do not answer it, or not in one statement. */
export interface JobTable extends DeadLetters {
  /** @returns false when the job was no longer held by this try */
  release(held: HeldJob): Promise<boolean>;
  /**
   * Makes jobs ready at once whose worker is gone: those that were not heard of, or all that are held. pg-boss would
   * look for them once a minute, and let them wait as if they had failed.
   * @returns those that had their last try and are still held
   */
  reviveLost(which: 'unheard' | 'all'): Promise<readonly Claim[]>;
  forget(installationId: number, repositoryIds: readonly number[] | null, runner?: SqlRunner): Promise<void>;
  coming(reviewIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** @returns false when somebody holds it */
  postpone(reviewId: string, seconds: number): Promise<boolean>;
  depth(): Promise<QueueDepth>;
}

export function makeJobTable(database: SqlDatabase): JobTable {
  return {
    async release({ id, attempt }) {
      // Without a start the next one who takes it does not count another try.
      const { affected } = await database.query(
        `update pgboss.job set state = (case when retry_count = 0 then 'created' else 'retry' end)::pgboss.job_state,
           started_on = null, heartbeat_on = null, start_after = now()
         where name = '${REVIEWS}' and id = $1 and state = 'active' and retry_count = $2`,
        [id, attempt - 1],
      );
      return affected > 0;
    },
    async reviveLost(which) {
      const isLost =
        which === 'all' ? 'true' : `heartbeat_on + heartbeat_seconds * interval '1 second' < now()`;
      // A job keeps its start, so that the next one who takes it counts a try.
      const { rows } = await database.query(
        `with lost as (select id, retry_count, retry_limit from pgboss.job
           where name = '${REVIEWS}' and state = 'active' and ${isLost}),
         revived as (update pgboss.job set state = 'retry', heartbeat_on = null, start_after = now() from lost
           where job.name = '${REVIEWS}' and job.id = lost.id and job.state = 'active'
             and job.retry_count = lost.retry_count and lost.retry_count < lost.retry_limit)
         select id::text as id, retry_count::int as "retryCount" from lost where retry_count >= retry_limit`,
      );
      return rows.flatMap(({ id, retryCount }) =>
        typeof id === 'string' && typeof retryCount === 'number' ? [{ id, retryCount }] : [],
      );
    },
    async forget(installationId, repositoryIds, runner = database) {
      await runner.query(
        `delete from pgboss.job where name in ('${REVIEWS}', '${DEAD}') and (data ->> 'installationId')::bigint = $1
           and ($2::bigint[] is null or (data ->> 'repositoryId')::bigint = any($2::bigint[]))`,
        [installationId, repositoryIds],
      );
    },
    async coming(reviewIds) {
      const { rows } = await database.query(
        `select distinct data ->> 'reviewId' as review from pgboss.job
         where name = '${REVIEWS}' and state <= 'active' and data ->> 'reviewId' = any($1::text[])`,
        [reviewIds],
      );
      return new Set(rows.map(({ review }) => String(review)));
    },
    async postpone(reviewId, seconds) {
      await database.query(
        `update pgboss.job set start_after = greatest(start_after, now() + make_interval(secs => $2))
         where name = '${REVIEWS}' and state < 'active' and data ->> 'reviewId' = $1`,
        [reviewId, seconds],
      );
      // Asked afterwards: who took it a moment ago is seen, and nobody takes it from now on.
      const { rows } = await database.query(
        `select 1 from pgboss.job where name = '${REVIEWS}' and state = 'active' and data ->> 'reviewId' = $1`,
        [reviewId],
      );
      return rows.length === 0;
    },
    async depth() {
      const { rows } = await database.query(
        `select count(*) filter (where name = '${REVIEWS}' and state < 'active')::int as waiting,
           count(*) filter (where name = '${REVIEWS}' and state = 'active')::int as running,
           count(*) filter (where name = '${DEAD}' and state < 'active')::int as dead,
           coalesce(extract(epoch from now() - min(start_after)
             filter (where name = '${REVIEWS}' and state < 'active' and start_after <= now())), 0)::float8 as oldest
         from pgboss.job where name in ('${REVIEWS}', '${DEAD}') and state <= 'active'`,
      );
      const row = rows[0] ?? {};
      return {
        waiting: Number(row.waiting ?? 0),
        running: Number(row.running ?? 0),
        dead: Number(row.dead ?? 0),
        oldestSeconds: Number(row.oldest ?? 0),
      };
    },
    ...makeDeadLetters(database),
  };
}
