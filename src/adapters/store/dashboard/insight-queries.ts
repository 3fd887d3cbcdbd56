import type { Severity } from '../../../model.ts';
import type { SqlRunner, Tenant } from '../../../ports.ts';
import { dateOrNull, mayReach, numberIn, numberOrNull, pairsOf, textIn } from '../rows.ts';

/** A repository as its list shows it. */
export interface RepositoryLine extends Tenant {
  readonly owner: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly reviews: number;
  readonly blocked: number;
  readonly costUsd: number;
  readonly lastReviewAt: Date | null;
}

/** What happened on one day (UTC). */
export interface DayLine {
  readonly day: Date;
  readonly reviews: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly costUsd: number;
  /** Seconds from the push to the published review. */
  readonly medianSeconds: number | null;
  /** Findings that came up on this day, each counted once for a pull request, and what became of them since. */
  readonly raised: number;
  readonly addressed: number;
  readonly dismissed: number;
}

export interface RepositoryFigures {
  readonly reviews: number;
  readonly costUsd: number;
  /** Seconds from the push to the published review; null without any. */
  readonly medianSeconds: number | null;
  readonly p95Seconds: number | null;
  /** Findings, each counted once for a pull request however often it was shown. */
  readonly findings: number;
  readonly addressed: number;
  readonly dismissed: number;
}

/** How a rule does in a repository. */
export interface RuleLine {
  readonly ruleId: string;
  readonly reviewer: string;
  readonly findings: number;
  readonly addressed: number;
  readonly dismissed: number;
}

/** How a reviewer does, over all repositories that a person may see. */
export interface ReviewerLine {
  readonly name: string;
  readonly runs: number;
  /** Runs that ended `done`. */
  readonly succeeded: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly costUsd: number;
  readonly tokens: number;
  /** Runs that asked for help. */
  readonly escalations: number;
  readonly findings: number;
  readonly confirmed: number;
  readonly addressed: number;
  readonly dismissed: number;
}

/** A finding once for each pull request, with what became of it in the end. */
const SETTLED = `select review.installation_id, review.repository_id, review.pull_number, finding.fingerprint,
    min(review.queued_at) as first_at, min(finding.reviewer) as reviewer, min(finding.rule_id) as rule_id,
    bool_or(finding.verdict = 'confirmed') as confirmed,
    bool_or(finding.settled = 'addressed') as addressed, bool_or(finding.settled = 'dismissed') as dismissed
  from finding join review on review.id = finding.review_id ${mayReach('finding')}
  where review.queued_at > $3 and (finding.suppressed_by is null or finding.settled is not null)
  group by 1, 2, 3, 4`;

/** The allowed repositories with what happened in them since a moment, the busiest first. */
export async function listRepositories(
  database: SqlRunner,
  allowed: readonly Tenant[],
  since: Date,
): Promise<readonly RepositoryLine[]> {
  const { rows } = await database.query(
    `select repository.installation_id, repository.id, repository.owner, repository.name, repository.is_private,
       count(review.id)::int as reviews, count(review.id) filter (where review.gate = 'fail')::int as blocked,
       coalesce(sum(review.cost_usd), 0)::float8 as cost_usd, max(review.queued_at) as last_review_at
     from repository
     join unnest($1::bigint[], $2::bigint[]) as may (installation_id, repository_id)
       on repository.installation_id = may.installation_id and repository.id = may.repository_id
     left join review on review.installation_id = repository.installation_id
       and review.repository_id = repository.id and review.queued_at > $3 and review.state <> 'answered'
     group by 1, 2, 3, 4, 5 order by reviews desc, last_review_at desc nulls last, repository.owner, repository.name
     limit 500`,
    [...pairsOf(allowed), since],
  );
  return rows.map((row) => ({
    installationId: numberIn(row, 'installation_id'),
    repositoryId: numberIn(row, 'id'),
    owner: textIn(row, 'owner'),
    name: textIn(row, 'name'),
    isPrivate: row.is_private === true,
    reviews: numberIn(row, 'reviews'),
    blocked: numberIn(row, 'blocked'),
    costUsd: numberIn(row, 'cost_usd'),
    lastReviewAt: dateOrNull(row, 'last_review_at'),
  }));
}

/** One line for each day on which something was reviewed, oldest first. */
export async function dailyFigures(
  database: SqlRunner,
  allowed: readonly Tenant[],
  since: Date,
): Promise<readonly DayLine[]> {
  const { rows } = await database.query(
    `with reviewed as (
       select (review.queued_at at time zone 'UTC')::date::text as day, count(*)::int as reviews,
         sum(critical_count)::int as critical, sum(high_count)::int as high, sum(medium_count)::int as medium,
         sum(low_count)::int as low, sum(info_count)::int as info, sum(cost_usd)::float8 as cost_usd,
         percentile_cont(0.5) within group (order by extract(epoch from finished_at - queued_at))::float8 as median
       from review ${mayReach('review')}
       where review.queued_at > $3 and review.state = 'done' group by 1),
     found as (
       select (first_at at time zone 'UTC')::date::text as day, count(*)::int as raised,
         count(*) filter (where addressed)::int as addressed,
         count(*) filter (where dismissed and not addressed)::int as dismissed
       from (${SETTLED}) as settled group by 1)
     select reviewed.*, found.raised, found.addressed, found.dismissed
     from reviewed left join found on found.day = reviewed.day order by reviewed.day`,
    [...pairsOf(allowed), since],
  );
  return rows.map((row) => ({
    day: new Date(`${textIn(row, 'day')}T00:00:00Z`),
    reviews: numberIn(row, 'reviews'),
    findings: {
      critical: numberIn(row, 'critical'),
      high: numberIn(row, 'high'),
      medium: numberIn(row, 'medium'),
      low: numberIn(row, 'low'),
      info: numberIn(row, 'info'),
    },
    costUsd: numberIn(row, 'cost_usd'),
    medianSeconds: numberOrNull(row, 'median'),
    raised: numberIn(row, 'raised'),
    addressed: numberIn(row, 'addressed'),
    dismissed: numberIn(row, 'dismissed'),
  }));
}

/** Sums since a moment. */
export async function repositoryFigures(
  database: SqlRunner,
  allowed: readonly Tenant[],
  since: Date,
): Promise<RepositoryFigures> {
  const [reviews, findings] = await Promise.all([
    database.query(
      `select count(*)::int as reviews, coalesce(sum(cost_usd), 0)::float8 as cost_usd,
         percentile_cont(0.5) within group (order by extract(epoch from finished_at - queued_at))::float8 as median,
         percentile_cont(0.95) within group (order by extract(epoch from finished_at - queued_at))::float8 as p95
       from review ${mayReach('review')} where queued_at > $3 and state = 'done'`,
      [...pairsOf(allowed), since],
    ),
    database.query(
      `select count(*)::int as findings, count(*) filter (where addressed)::int as addressed,
         count(*) filter (where dismissed and not addressed)::int as dismissed from (${SETTLED}) as settled`,
      [...pairsOf(allowed), since],
    ),
  ]);
  const [sum = {}] = reviews.rows;
  const [found = {}] = findings.rows;
  return {
    reviews: numberIn(sum, 'reviews'),
    costUsd: numberIn(sum, 'cost_usd'),
    medianSeconds: numberOrNull(sum, 'median'),
    p95Seconds: numberOrNull(sum, 'p95'),
    findings: numberIn(found, 'findings'),
    addressed: numberIn(found, 'addressed'),
    dismissed: numberIn(found, 'dismissed'),
  };
}

/** The rules that speak most, those first whose findings people dismiss. */
export async function noisiestRules(
  database: SqlRunner,
  allowed: readonly Tenant[],
  since: Date,
  most: number,
): Promise<readonly RuleLine[]> {
  const { rows } = await database.query(
    `select rule_id, min(reviewer) as reviewer, count(*)::int as findings,
       count(*) filter (where addressed)::int as addressed,
       count(*) filter (where dismissed and not addressed)::int as dismissed
     from (${SETTLED}) as settled group by rule_id order by dismissed desc, findings desc, rule_id limit $4`,
    [...pairsOf(allowed), since, most],
  );
  return rows.map((row) => ({
    ruleId: textIn(row, 'rule_id'),
    reviewer: textIn(row, 'reviewer'),
    findings: numberIn(row, 'findings'),
    addressed: numberIn(row, 'addressed'),
    dismissed: numberIn(row, 'dismissed'),
  }));
}

/** Every reviewer that ran since a moment. An agent that had nothing to do is no run. */
export async function reviewerFigures(
  database: SqlRunner,
  allowed: readonly Tenant[],
  since: Date,
): Promise<readonly ReviewerLine[]> {
  const { rows } = await database.query(
    `with runs as (
       select agent.name, count(*)::int as runs, count(*) filter (where agent.state = 'done')::int as succeeded,
         percentile_cont(0.5) within group (order by agent.ms)::float8 as p50,
         percentile_cont(0.95) within group (order by agent.ms)::float8 as p95,
         sum(agent.cost_usd)::float8 as cost_usd, count(agent.support)::int as escalations,
         sum(agent.tokens_input + agent.tokens_cache_written + agent.tokens_cache_read + agent.tokens_output)::float8
           as tokens
       from agent join review on review.id = agent.review_id ${mayReach('agent')}
       where review.queued_at > $3 and agent.state not in ('waiting', 'running', 'not-needed') group by 1),
     found as (
       select reviewer, count(*)::int as findings, count(*) filter (where confirmed)::int as confirmed,
         count(*) filter (where addressed)::int as addressed,
         count(*) filter (where dismissed and not addressed)::int as dismissed
       from (${SETTLED}) as settled group by 1)
     select runs.*, found.findings, found.confirmed, found.addressed, found.dismissed
     from runs left join found on found.reviewer = runs.name order by runs.name`,
    [...pairsOf(allowed), since],
  );
  return rows.map((row) => ({
    name: textIn(row, 'name'),
    runs: numberIn(row, 'runs'),
    succeeded: numberIn(row, 'succeeded'),
    p50Ms: numberOrNull(row, 'p50'),
    p95Ms: numberOrNull(row, 'p95'),
    costUsd: numberIn(row, 'cost_usd'),
    tokens: numberIn(row, 'tokens'),
    escalations: numberIn(row, 'escalations'),
    findings: numberIn(row, 'findings'),
    confirmed: numberIn(row, 'confirmed'),
    addressed: numberIn(row, 'addressed'),
    dismissed: numberIn(row, 'dismissed'),
  }));
}
