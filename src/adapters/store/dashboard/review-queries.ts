import type { AgentOutcome, AgentStatus, Report, Severity } from '../../../model.ts';
import type { ReviewState, ReviewTrigger, SqlRunner, Tenant } from '../../../ports.ts';
import {
  dateIn,
  dateOrNull,
  mayReach,
  numberIn,
  numberOrNull,
  pairsOf,
  type Row,
  textIn,
  textOrNull,
  textsIn,
} from '../rows.ts';

/** A review as lists show it. Title, author and names are hostile text. */
export interface ReviewLine extends Tenant {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly pullNumber: number;
  readonly title: string;
  readonly author: string;
  readonly headSha: string | null;
  readonly trigger: ReviewTrigger;
  readonly askedBy: string | null;
  readonly state: ReviewState;
  readonly attempt: number;
  readonly queuedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly reason: string | null;
  readonly verdict: Report['verdict'] | null;
  readonly gate: Report['gate'] | null;
  readonly commentUrl: string | null;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly costUsd: number;
  readonly tokens: number;
}

/** What an agent is at, or came to. */
export interface AgentLine {
  readonly name: string;
  readonly state: 'waiting' | 'running' | AgentOutcome;
  readonly task: string;
  readonly progress: number;
  readonly etaMs: number | null;
  readonly blockers: readonly string[];
  readonly support: AgentStatus['support'] | null;
  readonly model: string | null;
  /** Why it did not end well; null when it did, and before its end. */
  readonly reason: string | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly ms: number | null;
  readonly tokensIn: number;
  readonly tokensCached: number;
  readonly tokensOut: number;
  readonly costUsd: number;
  readonly shown: number;
}

export interface ReviewDetail extends ReviewLine {
  /** Null until it ended with one. */
  readonly report: Report | null;
  readonly agents: readonly AgentLine[];
}

/** What a list can be cut down to. `past` leaves out what runs or waits. */
export const LIST_FILTERS = ['all', 'running', 'past', 'blocked', 'incomplete', 'failed'] as const;

export interface ReviewFilter {
  readonly only: (typeof LIST_FILTERS)[number];
  /** Text that title, author or repository has to hold; empty for any. */
  readonly search: string;
  readonly repository: Tenant | null;
  /** Reviews that were queued before this moment; null from the newest on. */
  readonly before: Date | null;
  readonly most: number;
}

const COLUMNS = `review.id, review.installation_id, review.repository_id, repository.owner, repository.name,
  review.pull_number, review.title, review.author, review.head_sha, review.trigger, review.asked_by, review.state,
  review.attempt, review.queued_at, review.started_at, review.finished_at, review.reason, review.verdict, review.gate,
  review.comment_url, review.critical_count, review.high_count, review.medium_count, review.low_count, review.info_count,
  review.cost_usd, review.tokens_input + review.tokens_cache_written + review.tokens_cache_read + review.tokens_output
  as tokens`;

const FROM = `from review ${mayReach('review')}
  join repository on repository.installation_id = review.installation_id and repository.id = review.repository_id`;

const ONLY: Readonly<Record<ReviewFilter['only'], string>> = {
  all: 'true',
  running: "review.state in ('queued', 'running')",
  past: "review.state not in ('queued', 'running')",
  blocked: "review.gate = 'fail'",
  incomplete: "review.verdict = 'incomplete'",
  failed: "review.state = 'failed'",
};

/**
 * Reviews of the allowed repositories, newest first; of those that run or wait, those that run. Questions that were only
 * answered are left out.
 */
export async function listReviews(
  database: SqlRunner,
  allowed: readonly Tenant[],
  filter: ReviewFilter,
): Promise<readonly ReviewLine[]> {
  const { rows } = await database.query(
    `select ${COLUMNS} ${FROM}
     where ${ONLY[filter.only]} and review.state <> 'answered'
       and ($3::timestamptz is null or review.queued_at < $3)
       and ($4::bigint is null or (review.installation_id = $4 and review.repository_id = $5))
       and ($6 = '' or strpos(lower(review.title), $6) > 0 or strpos(lower(review.author), $6) > 0
         or strpos(lower(repository.owner || '/' || repository.name || '#' || review.pull_number), $6) > 0)
     order by ${filter.only === 'running' ? "review.state = 'running' desc, " : ''}review.queued_at desc, review.id limit $7`,
    [
      ...pairsOf(allowed),
      filter.before,
      filter.repository?.installationId ?? null,
      filter.repository?.repositoryId ?? null,
      filter.search.toLowerCase(),
      filter.most,
    ],
  );
  return rows.map(lineOf);
}

/** One review; null when there is none of that id among the allowed repositories. */
export async function findReview(
  database: SqlRunner,
  allowed: readonly Tenant[],
  id: string,
): Promise<ReviewDetail | null> {
  const { rows } = await database.query(
    `select ${COLUMNS}, review.report ${FROM} where review.id::text = $3`,
    [...pairsOf(allowed), id],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const line = lineOf(row);
  return { ...line, report: reportIn(row), agents: (await agentsOf(database, allowed, [id])).get(id) ?? [] };
}

/** The agents of reviews, in the order in which they started. */
export async function agentsOf(
  database: SqlRunner,
  allowed: readonly Tenant[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly AgentLine[]>> {
  const { rows } = await database.query(
    `select agent.* from agent ${mayReach('agent')} where agent.review_id::text = any($3::text[])
     order by agent.started_at nulls last, agent.name`,
    [...pairsOf(allowed), ids],
  );
  const agents = new Map<string, AgentLine[]>();
  for (const row of rows) {
    const id = textIn(row, 'review_id');
    agents.set(id, [...(agents.get(id) ?? []), agentOf(row)]);
  }
  return agents;
}

function lineOf(row: Row): ReviewLine {
  return {
    id: textIn(row, 'id'),
    installationId: numberIn(row, 'installation_id'),
    repositoryId: numberIn(row, 'repository_id'),
    owner: textIn(row, 'owner'),
    name: textIn(row, 'name'),
    pullNumber: numberIn(row, 'pull_number'),
    title: textIn(row, 'title'),
    author: textIn(row, 'author'),
    headSha: textOrNull(row, 'head_sha'),
    // The columns are bound to these words by checks of the table.
    trigger: textIn(row, 'trigger') as ReviewTrigger,
    askedBy: textOrNull(row, 'asked_by'),
    state: textIn(row, 'state') as ReviewState,
    attempt: numberIn(row, 'attempt'),
    queuedAt: dateIn(row, 'queued_at'),
    startedAt: dateOrNull(row, 'started_at'),
    finishedAt: dateOrNull(row, 'finished_at'),
    reason: textOrNull(row, 'reason'),
    verdict: textOrNull(row, 'verdict') as ReviewLine['verdict'],
    gate: textOrNull(row, 'gate') as ReviewLine['gate'],
    commentUrl: textOrNull(row, 'comment_url'),
    counts: {
      critical: numberIn(row, 'critical_count'),
      high: numberIn(row, 'high_count'),
      medium: numberIn(row, 'medium_count'),
      low: numberIn(row, 'low_count'),
      info: numberIn(row, 'info_count'),
    },
    costUsd: numberIn(row, 'cost_usd'),
    tokens: numberIn(row, 'tokens'),
  };
}

function agentOf(row: Row): AgentLine {
  return {
    name: textIn(row, 'name'),
    state: textIn(row, 'state') as AgentLine['state'],
    task: textIn(row, 'task'),
    progress: numberIn(row, 'progress'),
    etaMs: numberOrNull(row, 'eta_ms'),
    blockers: textsIn(row, 'blockers'),
    support: supportIn(row),
    model: textOrNull(row, 'model'),
    reason: textOrNull(row, 'reason'),
    startedAt: dateOrNull(row, 'started_at'),
    endedAt: dateOrNull(row, 'ended_at'),
    ms: numberOrNull(row, 'ms'),
    tokensIn: numberIn(row, 'tokens_input') + numberIn(row, 'tokens_cache_written'),
    tokensCached: numberIn(row, 'tokens_cache_read'),
    tokensOut: numberIn(row, 'tokens_output'),
    costUsd: numberIn(row, 'cost_usd'),
    shown: numberIn(row, 'shown'),
  };
}

/** Written by our own store from an `AgentStatus`. */
function supportIn(row: Row): AgentLine['support'] {
  const value = row.support;
  return typeof value === 'object' && value !== null ? (value as AgentStatus['support']) : null;
}

/** Written by our own store from a `Report`. */
function reportIn(row: Row): Report | null {
  const value = row.report;
  return typeof value === 'object' && value !== null ? (value as Report) : null;
}
