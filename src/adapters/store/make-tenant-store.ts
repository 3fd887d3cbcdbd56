import type { JobQueue, SqlDatabase, Tenant, TenantStore } from '../../ports.ts';
import { endReview } from './end-review.ts';
import { makeTenantReads } from './make-tenant-reads.ts';
import { reserveDollars } from './spending.ts';
import { storableOrNull } from './storable.ts';
import { supersedeQueued } from './supersede-queued.ts';
import { tellProgress } from './tell-progress.ts';
import { tenantQuery } from './tenant-query.ts';
import { writeAgent } from './write-agent.ts';

/** Rows of one repository. */
export function makeTenantStore(database: SqlDatabase, queue: JobQueue, tenant: Tenant): TenantStore {
  const query = tenantQuery(database, tenant);
  return {
    tenant,
    ...makeTenantReads(query),
    start: (id, attempt, process) =>
      database.transaction(async (runner) => {
        const inside = tenantQuery(runner, tenant);
        const { affected } = await inside(
          `update review set state = 'running', attempt = $4, process = $5, reason = null, finished_at = null,
             reserved_usd = 0, started_at = now(), beat_at = now()
           where installation_id = $1 and repository_id = $2 and id = $3 and state in ('queued', 'running', 'failed')`,
          [id, attempt, process],
        );
        if (affected === 0) return false;
        // What an earlier try was at is over.
        await inside(
          'delete from agent where installation_id = $1 and repository_id = $2 and review_id = $3',
          [id],
        );
        await tellProgress(database, runner, tenant, id);
        return true;
      }),
    async beat(id) {
      const { affected } = await query(
        `update review set beat_at = now()
         where installation_id = $1 and repository_id = $2 and id = $3 and state = 'running'`,
        [id],
      );
      return affected > 0;
    },
    async mark(id, marks) {
      await query(
        `update review set beat_at = now(), head_sha = coalesce($4, head_sha), base_sha = coalesce($5, base_sha),
           title = coalesce($6, title), author = coalesce($7, author), status_id = coalesce($8, status_id),
           status_author_id = coalesce($9, status_author_id), check_run_id = coalesce($10, check_run_id),
           status_settled = coalesce($11, status_settled)
         where installation_id = $1 and repository_id = $2 and id = $3`,
        [
          id,
          marks.headSha ?? null,
          marks.baseSha ?? null,
          storableOrNull(marks.title),
          storableOrNull(marks.author),
          marks.statusId ?? null,
          marks.statusAuthorId ?? null,
          marks.checkRunId ?? null,
          marks.statusSettled ?? null,
        ],
      );
    },
    reserve: (id, limits) => reserveDollars(database, tenant, id, limits),
    agent: (id, status) => writeAgent(database, tenant, id, status),
    withdraw: (pullNumber, reason, closedAt) =>
      database.transaction((runner) =>
        supersedeQueued(tenantQuery(runner, tenant), runner, queue, pullNumber, {
          reason,
          except: null,
          notAfter: closedAt,
        }),
      ),
    end: (id, end) => endReview(database, tenant, id, end),
  };
}
