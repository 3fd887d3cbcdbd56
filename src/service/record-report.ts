import type { AgentReport, Finding, Report } from '../model.ts';
import type { FindingOutcome, MetricEvent, Metrics, ReviewTrigger } from '../ports.ts';

/** What the report of a review does not say of it. */
export interface EndedReview {
  readonly trigger: ReviewTrigger;
  /** From the start of the work to its end, the publishing included. */
  readonly seconds: number;
}

/** Counts a finished review. Call it once per review, after its final status is written: a second call counts twice. */
export function recordReport(report: Report, ended: EndedReview, metrics: Metrics): void {
  for (const event of eventsOfReport(report, ended)) metrics.record(event);
}

/** Counts only the work of a review whose result nobody sees. */
export function recordAgents(report: Report, metrics: Metrics): void {
  for (const agent of report.agents) metrics.record(agentEnded(agent));
}

/**
 * What a finished review means for the metrics. Nothing of the change is in it: names of reviewers and models, closed
 * words and numbers.
 */
export function eventsOfReport(report: Report, { trigger, seconds }: EndedReview): readonly MetricEvent[] {
  const { gate, verdict, escalations = [] } = report;
  return [
    ...report.agents.map(agentEnded),
    ...findingEvents(report),
    ...escalations.map(({ reviewer }) => ({ kind: 'escalation' as const, agent: reviewer ?? null })),
    ...incompleteEvents(report),
    { kind: 'review-ended', gate, verdict, trigger, seconds },
  ];
}

function agentEnded({ name, model, status, ms, tokens, costUsd }: AgentReport): MetricEvent {
  return {
    kind: 'agent-ended',
    agent: name,
    model: modelOfTier(model),
    status,
    seconds: ms / 1_000,
    tokens,
    costUsd,
  };
}

/** A report lists the model of the reviewer's tier first, then those that were asked in its place. */
function modelOfTier(models: string | null): string | null {
  return models?.split(', ', 1)[0] ?? null;
}

function findingEvents({ agents, findings, since }: Report): readonly MetricEvent[] {
  const fresh = findings.filter(isFresh);
  const dismissed = findings.filter(
    ({ id, state }) => state === 'dismissed' && (since === undefined || since.dismissed.includes(id)),
  );
  const refuted = findings.filter(({ verdict }) => verdict === 'refuted');
  return [
    ...counted('shown', fresh),
    ...counted(
      'confirmed',
      fresh.filter(({ verdict }) => verdict === 'confirmed'),
    ),
    ...counted('addressed', since?.fixed.filter(({ isNew }) => isNew) ?? []),
    ...counted('dismissed', dismissed),
    ...counted('refuted', refuted),
    ...agents.flatMap(({ name, findings: { rejected } }) => event(name, 'rejected', rejected)),
  ];
}

function isFresh({ state, suppressedBy }: Finding): boolean {
  return suppressedBy === undefined && (state === 'new' || state === 'reopened');
}

function counted(
  outcome: FindingOutcome,
  findings: readonly Pick<Finding, 'reviewer'>[],
): readonly MetricEvent[] {
  const counts = new Map<string, number>();
  for (const { reviewer } of findings) counts.set(reviewer, (counts.get(reviewer) ?? 0) + 1);
  return [...counts].flatMap(([reviewer, count]) => event(reviewer, outcome, count));
}

function event(agent: string, outcome: FindingOutcome, count: number): readonly MetricEvent[] {
  return count === 0 ? [] : [{ kind: 'findings', agent, outcome, count }];
}

/** The same reviewers that the verdict is incomplete for (`decideVerdict`). */
function incompleteEvents({ agents, incompleteReasons }: Report): readonly MetricEvent[] {
  if (incompleteReasons.length === 0) return [];
  const unfinished = agents.filter(
    ({ required, status }) => required && status !== 'done' && status !== 'not-needed',
  );
  const names = unfinished.length === 0 ? [null] : unfinished.map(({ name }) => name);
  return names.map((reviewer) => ({ kind: 'review-incomplete', reviewer }));
}
