import type { AgentOutcome, AgentReport } from '../../model.ts';
import { addTokens } from '../../plan/model-plan/tokens.ts';
import type { ModelAgentRun } from './run-model-agent.ts';

/** Best first: of two parts of a reviewer's work the later one here is its status. */
const FROM_BEST: readonly AgentOutcome[] = [
  'not-needed',
  'done',
  'degraded',
  'truncated',
  'unparsable',
  'refused',
  'over-budget',
  'timed-out',
  'failed',
  'cancelled',
];

/** What the models came to for one reviewer, over all bundles. */
export interface ModelPart {
  /** The model of its tier; others may have been asked in its place. */
  readonly model: string;
  readonly runs: readonly Pick<
    ModelAgentRun,
    'status' | 'reason' | 'tokens' | 'costUsd' | 'models' | 'ms' | 'findings' | 'rejected'
  >[];
}

/** A reviewer's report with its models' part: the worse status of all parts, the sums of what they used. */
export function mergeAgent(report: AgentReport, part: ModelPart): AgentReport {
  const status = worst([report.status, ...part.runs.map((run) => run.status)]);
  const reasons = [report.reason, ...part.runs.map((run) => run.reason)].filter(
    (reason) => reason !== undefined,
  );
  const count = (of: (run: ModelPart['runs'][number]) => number) =>
    part.runs.reduce((sum, run) => sum + of(run), 0);
  const rejected = count((run) => run.rejected.length);
  const { reason: _reason, ...rest } = report;
  return {
    ...rest,
    engine: 'analyzers+model',
    status,
    ...(reasons.length === 0 ? {} : { reason: [...new Set(reasons)].join('; ') }),
    model: [...new Set([part.model, ...part.runs.flatMap((run) => run.models)])].join(', '),
    ms: report.ms + Math.max(0, ...part.runs.map((run) => run.ms)),
    tokens: part.runs.reduce((sum, run) => addTokens(sum, run.tokens), report.tokens),
    costUsd: report.costUsd + count((run) => run.costUsd),
    findings: {
      ...report.findings,
      raised: report.findings.raised + rejected + count((run) => run.findings.length),
      rejected: report.findings.rejected + rejected,
    },
  };
}

function worst(statuses: readonly AgentOutcome[]): AgentOutcome {
  return statuses.reduce((a, b) => (FROM_BEST.indexOf(b) > FROM_BEST.indexOf(a) ? b : a));
}
