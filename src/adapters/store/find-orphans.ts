import type { SqlRunner, StoredReview } from '../../ports.ts';
import { REVIEW_COLUMNS, storedReviewOf } from './stored-review.ts';

const MOST = 100;

/**
 * Reviews of all repositories that nobody works on any more although they are not finished.
 * @param seconds how long nothing was heard of them
 */
export async function findOrphans(runner: SqlRunner, seconds: number): Promise<readonly StoredReview[]> {
  const { rows } = await runner.query(
    `select ${REVIEW_COLUMNS} from review
     where (state = 'running' and beat_at < now() - make_interval(secs => $1))
        or (state not in ('queued', 'running') and (status_id is not null or state = 'failed') and not status_settled
          and finished_at < now() - make_interval(secs => $1))
     order by queued_at limit ${MOST}`,
    [seconds],
  );
  return rows.map(storedReviewOf);
}
