import type { AgentStatus } from '../../model.ts';
import type { SqlDatabase, Tenant } from '../../ports.ts';
import { storableJson, storableText } from './storable.ts';
import { tellProgress } from './tell-progress.ts';
import { tenantQuery } from './tenant-query.ts';

/** Writes what an agent of a running review is at. Of a review that runs no longer, nothing is written. */
export async function writeAgent(
  database: SqlDatabase,
  tenant: Tenant,
  reviewId: string,
  status: AgentStatus,
): Promise<void> {
  await database.transaction(async (runner) => {
    const query = tenantQuery(runner, tenant);
    const { affected } = await query(
      `update review set beat_at = now()
       where installation_id = $1 and repository_id = $2 and id = $3 and state = 'running'`,
      [reviewId],
    );
    if (affected === 0) return;
    await query(
      `insert into agent (installation_id, repository_id, review_id, name, state, task, progress, eta_ms, blockers, support,
         shown, started_at, ended_at, tokens_input, tokens_cache_written, tokens_cache_read, tokens_output)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11,
         case when $12::boolean then now() end, case when $13::boolean then now() end,
         $14, $15, $16, $17)
       on conflict (review_id, name) do update set state = excluded.state, task = excluded.task,
         progress = excluded.progress, eta_ms = excluded.eta_ms, blockers = excluded.blockers,
         support = excluded.support, shown = excluded.shown,
         started_at = coalesce(agent.started_at, excluded.started_at), ended_at = excluded.ended_at,
         -- Counts never go back: a status without them says nothing of them.
         tokens_input = greatest(agent.tokens_input, excluded.tokens_input),
         tokens_cache_written = greatest(agent.tokens_cache_written, excluded.tokens_cache_written),
         tokens_cache_read = greatest(agent.tokens_cache_read, excluded.tokens_cache_read),
         tokens_output = greatest(agent.tokens_output, excluded.tokens_output)`,
      [
        reviewId,
        status.agent,
        status.state,
        storableText(status.task),
        Math.round(status.progress),
        status.eta === undefined ? null : Math.round(status.eta),
        storableJson(status.blockers),
        status.support === undefined ? null : storableJson(status.support),
        status.findings,
        status.state !== 'waiting',
        status.state !== 'waiting' && status.state !== 'running',
        status.tokens?.input ?? 0,
        status.tokens?.cacheWritten ?? 0,
        status.tokens?.cacheRead ?? 0,
        status.tokens?.output ?? 0,
      ],
    );
    await tellProgress(database, runner, tenant, reviewId);
  });
}
