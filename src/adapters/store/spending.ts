import type { Usage } from '../../model.ts';
import type { Reserved, SpendingLimits, SqlDatabase, SqlRunner, Tenant } from '../../ports.ts';
import { numberIn, type Row } from './rows.ts';
import { tenantQuery } from './tenant-query.ts';

/** Months are those of UTC, by the clock of the database: every process counts into the same one. */
const MONTH = "date_trunc('month', now() at time zone 'UTC')::date";

/** Counts what a try cost into the month of its installation and of its repository. */
export async function writeSpending(
  runner: SqlRunner,
  { installationId, repositoryId }: Tenant,
  { tokens, costUsd }: Usage,
): Promise<void> {
  await runner.query(
    `insert into spending (installation_id, month, cost_usd, tokens, reviews) values ($1, ${MONTH}, $2, $3, 1)
     on conflict (installation_id, month) do update set cost_usd = spending.cost_usd + excluded.cost_usd,
       tokens = spending.tokens + excluded.tokens, reviews = spending.reviews + 1`,
    [installationId, costUsd, tokens.input + tokens.cacheWritten + tokens.cacheRead + tokens.output],
  );
  await runner.query(
    `insert into repository_spending (installation_id, repository_id, month, cost_usd) values ($1, $2, ${MONTH}, $3)
     on conflict (installation_id, repository_id, month)
       do update set cost_usd = repository_spending.cost_usd + excluded.cost_usd`,
    [installationId, repositoryId, costUsd],
  );
}

/**
 * Sets dollars aside for a running review. Reviews of one installation do so one after the other, so that two never
 * take the same dollar.
 */
export function reserveDollars(
  database: SqlDatabase,
  tenant: Tenant,
  reviewId: string,
  limits: SpendingLimits,
): Promise<Reserved> {
  const { installationId, repositoryId } = tenant;
  return database.transaction(async (runner) => {
    await runner.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`budget ${installationId}`]);
    const { rows } = await runner.query(
      `select
         (select cost_usd from spending where installation_id = $1 and month = ${MONTH}) as installation_spent,
         (select cost_usd from repository_spending where installation_id = $1 and repository_id = $2
           and month = ${MONTH}) as repository_spent,
         (select sum(reserved_usd) from review where installation_id = $1 and state = 'running'
           and id::text <> $3) as installation_reserved,
         (select sum(reserved_usd) from review where installation_id = $1 and repository_id = $2 and state = 'running'
           and id::text <> $3) as repository_reserved`,
      [installationId, repositoryId, reviewId],
    );
    const reserved = decide(rows[0] ?? {}, limits);
    await tenantQuery(runner, tenant)(
      `update review set reserved_usd = $4
       where installation_id = $1 and repository_id = $2 and id = $3 and state = 'running'`,
      [reviewId, reserved.dollars],
    );
    return reserved;
  });
}

function decide(row: Row, limits: SpendingLimits): Reserved {
  let dollars = limits.run;
  for (const owner of ['repository', 'installation'] as const) {
    const limit = limits[owner];
    if (limit === null) continue;
    const spent = numberIn(row, `${owner}_spent`);
    const left = limit - spent - numberIn(row, `${owner}_reserved`);
    if (left <= 0) return { dollars: 0, usedUp: { of: owner, spent } };
    dollars = Math.min(dollars, left);
  }
  return { dollars, usedUp: null };
}
