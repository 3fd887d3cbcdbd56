import type { DeadJob, SqlDatabase } from '../../ports.ts';
import { jobOf } from './job-of.ts';
import { DEAD } from './queue-names.ts';

/** Jobs that were given up. */
export interface DeadLetters {
  deadLetters(most: number): Promise<readonly DeadJob[]>;
  /** Drops those of a review. */
  dropDead(reviewId: string): Promise<void>;
}

export function makeDeadLetters(database: SqlDatabase): DeadLetters {
  return {
    async dropDead(reviewId) {
      await database.query(
        `delete from pgboss.job where name = '${DEAD}' and state < 'active' and data ->> 'reviewId' = $1`,
        [reviewId],
      );
    },
    async deadLetters(most) {
      const { rows } = await database.query(
        `select id::text as id, data, created_on, source_output ->> 'reason' as reason from pgboss.job
         where name = '${DEAD}' and state < 'active' order by created_on desc, id limit $1`,
        [most],
      );
      return rows.flatMap((row) => {
        const { id, data, reason, created_on: diedAt } = row;
        const job = jobOf(data);
        if (typeof id !== 'string' || job === null || !(diedAt instanceof Date)) return [];
        return [
          {
            id,
            job,
            diedAt,
            reason: typeof reason === 'string' ? reason : 'It was given up without a reason.',
          },
        ];
      });
    },
  };
}
