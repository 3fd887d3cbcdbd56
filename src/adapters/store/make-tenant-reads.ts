import type { Report } from '../../model.ts';
import type { TenantStore } from '../../ports.ts';
import { numberIn } from './rows.ts';
import { REVIEW_COLUMNS, storedReviewOf } from './stored-review.ts';
import type { TenantQuery } from './tenant-query.ts';

/** Of one head: more is no accident. */
const MOST_PULLS = 10;

/** What can be asked about the reviews of one repository. */
export function makeTenantReads(
  query: TenantQuery,
): Pick<TenantStore, 'review' | 'isMissing' | 'report' | 'pullsAt'> {
  return {
    async review(id) {
      const { rows } = await query(
        `select ${REVIEW_COLUMNS} from review where installation_id = $1 and repository_id = $2 and id::text = $3`,
        [id],
      );
      return rows[0] === undefined ? null : storedReviewOf(rows[0]);
    },
    async isMissing(id) {
      const { rows } = await query(
        `select 1 from review where installation_id = $1 and repository_id = $2 and id::text = $3
           and state in ('queued', 'running', 'failed') and not exists (select 1 from review as newer
             where newer.installation_id = $1 and newer.repository_id = $2 and newer.pull_number = review.pull_number
               and newer.state = 'done' and newer.queued_at > review.queued_at)`,
        [id],
      );
      return rows.length > 0;
    },
    async report(id) {
      const { rows } = await query(
        'select report from review where installation_id = $1 and repository_id = $2 and id::text = $3',
        [id],
      );
      // Written by our own store from a `Report`.
      const found = rows[0]?.report;
      return typeof found === 'object' && found !== null ? (found as Report) : null;
    },
    async pullsAt(headSha) {
      const { rows } = await query(
        `select distinct pull_number from review where installation_id = $1 and repository_id = $2 and head_sha = $3
           and pull_number > 0 order by pull_number desc limit ${MOST_PULLS}`,
        [headSha],
      );
      return rows.map((row) => numberIn(row, 'pull_number'));
    },
  };
}
