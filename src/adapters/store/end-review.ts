import type { AgentReport, Finding, Report } from '../../model.ts';
import type { ReviewEnd, SqlDatabase, Tenant } from '../../ports.ts';
import { numberIn } from './rows.ts';
import { writeSpending } from './spending.ts';
import { storableJson, storableOrNull, storableText } from './storable.ts';
import { tellProgress } from './tell-progress.ts';
import { type TenantQuery, tenantQuery } from './tenant-query.ts';

/**
 * Ends a review and writes everything its report says, in one transaction.
 * @returns false when it had ended already, another try runs, or it is gone
 */
export function endReview(
  database: SqlDatabase,
  tenant: Tenant,
  reviewId: string,
  end: ReviewEnd,
): Promise<boolean> {
  return database.transaction(async (runner) => {
    const query = tenantQuery(runner, tenant);
    const pullNumber = await writeEnd(query, reviewId, end);
    if (pullNumber === null) return false;
    if (end.report !== null) await writeReport(query, { reviewId, pullNumber }, end.report);
    const usage = end.report?.usage ?? end.usage ?? null;
    if (usage !== null) await writeSpending(runner, tenant, usage);
    await tellProgress(database, runner, tenant, reviewId);
    return true;
  });
}

/** @returns the number of the pull request; null when there is nothing to end */
async function writeEnd(query: TenantQuery, reviewId: string, end: ReviewEnd): Promise<number | null> {
  const { report } = end;
  const { tokens, costUsd } = report?.usage ?? end.usage ?? {};
  const shown = report?.findings.filter(({ suppressedBy }) => suppressedBy === undefined) ?? [];
  const count = (severity: Finding['severity']) =>
    shown.filter((finding) => finding.severity === severity).length;
  const { rows } = await query(
    `update review set state = $4, reason = $5, comment_url = coalesce($6, comment_url), finished_at = now(),
       verdict = $7, gate = $8, report = $9::jsonb, critical_count = $10, high_count = $11, medium_count = $12,
       low_count = $13, info_count = $14, tokens_input = $15, tokens_cache_written = $16, tokens_cache_read = $17,
       tokens_output = $18, cost_usd = $19, status_settled = coalesce($21, status_settled),
       reserved_usd = 0
     where installation_id = $1 and repository_id = $2 and id = $3 and state in ('queued', 'running')
       and ($20::int is null or attempt = $20)
     returning pull_number`,
    [
      reviewId,
      end.state,
      storableOrNull(end.reason),
      end.commentUrl,
      report?.verdict ?? null,
      report?.gate ?? null,
      report === null ? null : storableJson(report),
      count('critical'),
      count('high'),
      count('medium'),
      count('low'),
      count('info'),
      tokens?.input ?? 0,
      tokens?.cacheWritten ?? 0,
      tokens?.cacheRead ?? 0,
      tokens?.output ?? 0,
      costUsd ?? 0,
      end.attempt ?? null,
      end.statusSettled ?? null,
    ],
  );
  return rows[0] === undefined ? null : numberIn(rows[0], 'pull_number');
}

interface Ended {
  readonly reviewId: string;
  readonly pullNumber: number;
}

async function writeReport(query: TenantQuery, ended: Ended, report: Report): Promise<void> {
  for (const agent of report.agents) await writeAgentReport(query, ended.reviewId, agent);
  for (const [ordinal, finding] of report.findings.entries()) {
    await writeFinding(query, ended.reviewId, ordinal, finding);
  }
  await settleFixed(query, ended, report);
}

async function writeAgentReport(query: TenantQuery, reviewId: string, agent: AgentReport): Promise<void> {
  const { tokens, findings } = agent;
  await query(
    `insert into agent (installation_id, repository_id, review_id, name, state, progress, engine, model, reason, required, ms,
       tokens_input, tokens_cache_written, tokens_cache_read, tokens_output, cost_usd, raised, rejected, refuted, shown)
     values ($1, $2, $3, $4, $5, 100, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     on conflict (review_id, name) do update set state = excluded.state, progress = 100, eta_ms = null,
       engine = excluded.engine, model = excluded.model, reason = excluded.reason, required = excluded.required,
       ms = excluded.ms, tokens_input = excluded.tokens_input, tokens_cache_written = excluded.tokens_cache_written,
       tokens_cache_read = excluded.tokens_cache_read, tokens_output = excluded.tokens_output,
       cost_usd = excluded.cost_usd, raised = excluded.raised, rejected = excluded.rejected,
       refuted = excluded.refuted, shown = excluded.shown, 
       -- An agent's time is its own; the report comes when the last of them and the verifier have ended.
       ended_at = case when agent.started_at is null then coalesce(agent.ended_at, now())
         else least(now(), agent.started_at + excluded.ms * interval '1 millisecond') end`,
    [
      reviewId,
      agent.name,
      agent.status,
      agent.engine,
      agent.model,
      storableOrNull(agent.reason),
      agent.required,
      Math.round(agent.ms),
      tokens.input,
      tokens.cacheWritten,
      tokens.cacheRead,
      tokens.output,
      agent.costUsd,
      findings.raised,
      findings.rejected,
      findings.refuted,
      findings.shown,
    ],
  );
}

async function writeFinding(
  query: TenantQuery,
  reviewId: string,
  ordinal: number,
  finding: Finding,
): Promise<void> {
  await query(
    `insert into finding (installation_id, repository_id, review_id, ordinal, fingerprint, reviewer, rule_id, category,
       severity, confidence, verdict, origin, state, suppressed_by, path, start_line, title, agreed_by, settled)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18::jsonb, $19)`,
    [
      reviewId,
      ordinal,
      finding.fingerprint,
      finding.reviewer,
      storableText(finding.ruleId),
      finding.category,
      finding.severity,
      Math.round(finding.confidence),
      finding.verdict,
      finding.origin,
      finding.state,
      storableOrNull(finding.suppressedBy),
      storableOrNull(finding.path),
      finding.startLine ?? null,
      storableText(finding.title),
      storableJson(finding.agreedBy),
      finding.state === 'dismissed' ? 'dismissed' : null,
    ],
  );
}

/** What the report says is gone from the code was addressed wherever it was found before. */
async function settleFixed(
  query: TenantQuery,
  { reviewId, pullNumber }: Ended,
  report: Report,
): Promise<void> {
  const fixed = report.since?.fixed.map(({ fingerprint }) => fingerprint) ?? [];
  if (fixed.length === 0) return;
  await query(
    `update finding set settled = 'addressed' from review
     where finding.installation_id = $1 and finding.repository_id = $2 and review.id = finding.review_id
       and review.pull_number = $3 and finding.review_id <> $4 and finding.fingerprint = any($5::text[])`,
    [pullNumber, reviewId, fixed],
  );
}
