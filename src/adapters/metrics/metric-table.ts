/** What is known of a metric before anything happened. */
export interface MetricDefinition {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly labels: readonly string[];
  /** Upper bounds in seconds, of histograms only. */
  readonly buckets?: readonly number[];
}

/** From an analyzer's second to a model's deadline. */
const AGENT_SECONDS = [1, 5, 10, 30, 60, 120, 300];
/** Around the 50 ms in which a webhook should be answered, up to the 10 s after which GitHub gives up. */
const WEBHOOK_SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const REVIEW_SECONDS = [1, 5, 10, 30, 60, 120, 300, 600, 1_200];

/** Every metric that is ours. Dashboard, alerts and documentation are checked against it. */
export const METRIC_TABLE = {
  agent_tasks_total: {
    type: 'counter',
    help: 'Runs of reviewers by how they ended',
    labels: ['agent_id', 'model', 'status'],
  },
  agent_task_duration_seconds: {
    type: 'histogram',
    help: 'How long runs of reviewers took; runs that were not needed are left out',
    labels: ['agent_id', 'model'],
    buckets: AGENT_SECONDS,
  },
  agent_tokens_used_total: {
    type: 'counter',
    help: 'Tokens by kind: input, cache_read, cache_write, output',
    labels: ['agent_id', 'model', 'type'],
  },
  agent_cost_usd_total: {
    type: 'counter',
    help: 'What the tokens cost, in US dollars by list price',
    labels: ['agent_id', 'model'],
  },
  active_agents: {
    type: 'gauge',
    help: 'Reviewers at work now',
    labels: ['model'],
  },
  agent_findings_total: {
    type: 'counter',
    help: 'What became of findings: shown, confirmed, addressed, dismissed, refuted, rejected',
    labels: ['agent_id', 'outcome'],
  },
  agent_escalations_total: {
    type: 'counter',
    help: 'Times a person was asked to look; agent_id is none when it was about no single reviewer',
    labels: ['agent_id'],
  },
  review_gate_outcomes_total: {
    type: 'counter',
    help: 'Ended reviews by gate and verdict; superseded and failed ones ended without a report',
    labels: ['gate', 'verdict'],
  },
  review_duration_seconds: {
    type: 'histogram',
    help: 'How long reviews took from their start, by what led to them',
    labels: ['trigger'],
    buckets: REVIEW_SECONDS,
  },
  reviews_incomplete_total: {
    type: 'counter',
    help: 'Incomplete reviews by the reviewer that did not finish; none when no reviewer was at fault',
    labels: ['reviewer'],
  },
  review_queue_depth: { type: 'gauge', help: 'Reviews that wait for a worker', labels: [] },
  review_queue_oldest_seconds: {
    type: 'gauge',
    help: 'How long the oldest waiting review has waited',
    labels: [],
  },
  review_queue_sample_age_seconds: {
    type: 'gauge',
    help: 'Age of the last look at the queue, or of the process before the first',
    labels: [],
  },
  review_jobs_running: { type: 'gauge', help: 'Reviews that workers hold', labels: [] },
  review_jobs_dead: {
    type: 'gauge',
    help: 'Reviews that were given up and wait for a person',
    labels: [],
  },
  webhook_duration_seconds: {
    type: 'histogram',
    help: 'From the arrival of a webhook to its answer, by event and outcome',
    labels: ['event', 'outcome'],
    buckets: WEBHOOK_SECONDS,
  },
  github_rate_limit_remaining: {
    type: 'gauge',
    help: 'Requests left to the installation that has the smallest share of its limit left',
    labels: ['resource'],
  },
  github_rate_limit_limit: {
    type: 'gauge',
    help: 'Requests per hour of that installation',
    labels: ['resource'],
  },
  metrics_rejected_total: {
    type: 'counter',
    help: 'Events that were not counted because a number in them made no sense',
    labels: ['kind'],
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

type Table = typeof METRIC_TABLE;
/** Names of the metrics of one type. */
export type NameOf<Type extends MetricDefinition['type']> = {
  [Name in keyof Table]: Table[Name]['type'] extends Type ? Name : never;
}[keyof Table];
/** The labels of a metric with their values, all of them. */
export type LabelsOf<Name extends keyof Table> = Readonly<Record<Table[Name]['labels'][number], string>>;
