import { AGENT_OUTCOMES } from '../../model.ts';
import {
  type Clock,
  ENDS_WITHOUT_REPORT,
  FINDING_OUTCOMES,
  type MetricEvent,
  type Metrics,
  type ReviewTrigger,
} from '../../ports.ts';
import { boundNames, OTHER } from './bound-names.ts';
import { type MetricRegistry, makeRegistry } from './make-registry.ts';
import { makeRateLimits } from './rate-limits.ts';

export interface MetricsOptions {
  /** Also those of the process: memory, processor time, event loop. */
  readonly defaultMetrics: boolean;
  readonly clock: Pick<Clock, 'now' | 'steady'>;
  /** Names of the built-in reviewers: they have series from the start, whatever other names come later. */
  readonly reviewers: readonly string[];
}

export interface ScrapedMetrics {
  readonly metrics: Metrics;
  /** Everything counted so far, in the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** The value of a label that does not apply: no model was asked, no single reviewer is meant. */
const NONE = 'none';
const MOST_AGENTS = 40;
const MOST_MODELS = 12;
/** GitHub has about a dozen limits. */
const MOST_RESOURCES = 16;
/** The events that the App acts on. The header is not signed: any other name counts as `other`. */
const EVENTS = [
  'pull_request',
  'issue_comment',
  'pull_request_review_comment',
  'check_run',
  'check_suite',
  'merge_group',
  'installation',
  'installation_repositories',
  'ping',
];
const TRIGGERS: readonly ReviewTrigger[] = ['push', 'command', 'rerun', 'explain', 'merge-group'];
const GATES = ['pass', 'fail', 'incomplete'];
const VERDICTS = ['clean', 'findings', 'incomplete', 'skipped'];

/**
 * Counts with prom-client. Series whose labels are known stand at zero from the start: Prometheus cannot see the
 * first event of a series that is born with it.
 */
export function makeMetrics({ defaultMetrics, clock, reviewers }: MetricsOptions): ScrapedMetrics {
  const registry = makeRegistry(defaultMetrics);
  const labels = makeLabels(registry, reviewers);
  const limits = makeRateLimits();
  let sampledAt = clock.steady();
  startAtZero(registry);
  labels.name(null);
  for (const name of reviewers) labels.agent(name, null);
  const record = (event: MetricEvent): void => {
    if (event.kind === 'rate-limit') limits.note({ ...event, resource: labels.resource(event.resource) });
    else if (event.kind === 'queue') {
      sampledAt = clock.steady();
      registry.set('review_queue_depth', {}, event.waiting);
      registry.set('review_queue_oldest_seconds', {}, event.oldestSeconds);
      registry.set('review_jobs_running', {}, event.running);
      registry.set('review_jobs_dead', {}, event.dead);
    } else countEvent(event, registry, labels);
  };
  return {
    metrics: {
      record(event) {
        if (hasSoundNumbers(event)) record(event);
        else registry.increase('metrics_rejected_total', { kind: event.kind });
      },
    },
    text() {
      registry.set('review_queue_sample_age_seconds', {}, (clock.steady() - sampledAt) / 1_000);
      for (const { resource, remaining, limit } of limits.tightest(clock.now())) {
        registry.set('github_rate_limit_remaining', { resource }, remaining);
        registry.set('github_rate_limit_limit', { resource }, limit);
      }
      return registry.text();
    },
    contentType: registry.contentType,
  };
}

type Counted = Exclude<MetricEvent, { readonly kind: 'rate-limit' | 'queue' }>;

function countEvent(event: Counted, registry: MetricRegistry, labels: Labels): void {
  switch (event.kind) {
    case 'agent-started':
    case 'agent-stopped': {
      const { model } = labels.agent(event.agent, event.model);
      registry.add('active_agents', { model }, event.kind === 'agent-started' ? 1 : -1);
      return;
    }
    case 'agent-ended':
      countAgent(event, registry, labels.agent(event.agent, event.model));
      return;
    case 'findings': {
      const agent_id = labels.name(event.agent);
      registry.increase('agent_findings_total', { agent_id, outcome: event.outcome }, event.count);
      return;
    }
    case 'escalation':
      registry.increase('agent_escalations_total', { agent_id: labels.name(event.agent) });
      return;
    case 'review-incomplete':
      registry.increase('reviews_incomplete_total', { reviewer: labels.name(event.reviewer) });
      return;
    case 'review-ended': {
      const { gate, verdict, trigger } = event;
      registry.increase('review_gate_outcomes_total', { gate, verdict: verdict ?? NONE });
      registry.observe('review_duration_seconds', { trigger }, event.seconds);
      return;
    }
    case 'webhook': {
      const name = EVENTS.includes(event.event) ? event.event : OTHER;
      registry.observe('webhook_duration_seconds', { event: name, outcome: event.outcome }, event.seconds);
    }
  }
}

type AgentEnded = Extract<MetricEvent, { readonly kind: 'agent-ended' }>;

function countAgent(ended: AgentEnded, registry: MetricRegistry, labels: AgentLabels): void {
  const { status, tokens } = ended;
  registry.increase('agent_tasks_total', { ...labels, status });
  if (status === 'not-needed') return;
  registry.observe('agent_task_duration_seconds', labels, ended.seconds);
  registry.increase('agent_tokens_used_total', { ...labels, type: 'input' }, tokens.input);
  registry.increase('agent_tokens_used_total', { ...labels, type: 'cache_read' }, tokens.cacheRead);
  registry.increase('agent_tokens_used_total', { ...labels, type: 'cache_write' }, tokens.cacheWritten);
  registry.increase('agent_tokens_used_total', { ...labels, type: 'output' }, tokens.output);
  registry.increase('agent_cost_usd_total', labels, ended.costUsd);
}

interface AgentLabels {
  readonly agent_id: string;
  readonly model: string;
}

/** Turns names into label values, and lets the series of a name that is new begin at zero. */
interface Labels {
  agent(name: string, model: string | null): AgentLabels;
  name(agent: string | null): string;
  resource(name: string): string;
}

function makeLabels(registry: MetricRegistry, reviewers: readonly string[]): Labels {
  const agentName = boundNames([...reviewers, NONE], MOST_AGENTS);
  const modelName = boundNames([NONE], MOST_MODELS);
  const seen = new Set<string>();
  const name = (agent: string | null) => {
    const agent_id = agentName(agent ?? NONE);
    if (!seen.has(agent_id)) {
      seen.add(agent_id);
      for (const outcome of FINDING_OUTCOMES)
        registry.increase('agent_findings_total', { agent_id, outcome }, 0);
      registry.increase('agent_escalations_total', { agent_id }, 0);
      registry.increase('reviews_incomplete_total', { reviewer: agent_id }, 0);
    }
    return agent_id;
  };
  return {
    name,
    agent(agent, asked) {
      const labels = { agent_id: name(agent), model: modelName(asked ?? NONE) };
      const key = JSON.stringify([labels.agent_id, labels.model]);
      if (!seen.has(key)) {
        seen.add(key);
        agentAtZero(registry, labels);
      }
      return labels;
    },
    resource: boundNames([], MOST_RESOURCES),
  };
}

function agentAtZero(registry: MetricRegistry, labels: AgentLabels): void {
  for (const status of AGENT_OUTCOMES) registry.increase('agent_tasks_total', { ...labels, status }, 0);
  for (const type of ['input', 'cache_read', 'cache_write', 'output'])
    registry.increase('agent_tokens_used_total', { ...labels, type }, 0);
  registry.increase('agent_cost_usd_total', labels, 0);
  registry.zero('agent_task_duration_seconds', labels);
  registry.add('active_agents', { model: labels.model }, 0);
}

function startAtZero(registry: MetricRegistry): void {
  for (const gate of GATES) {
    for (const verdict of VERDICTS) registry.increase('review_gate_outcomes_total', { gate, verdict }, 0);
  }
  for (const gate of ENDS_WITHOUT_REPORT)
    registry.increase('review_gate_outcomes_total', { gate, verdict: NONE }, 0);
  for (const trigger of TRIGGERS) registry.zero('review_duration_seconds', { trigger });
  for (const event of EVENTS) {
    for (const outcome of ['accepted', 'failed'])
      registry.zero('webhook_duration_seconds', { event, outcome });
  }
}

/** A counter that was given a wrong number is wrong for ever, and prom-client throws for some of them. */
function hasSoundNumbers(event: MetricEvent): boolean {
  const tokens = event.kind === 'agent-ended' ? Object.values(event.tokens) : [];
  return [...Object.values(event), ...tokens].every(
    (value) => typeof value !== 'number' || (Number.isFinite(value) && value >= 0),
  );
}
