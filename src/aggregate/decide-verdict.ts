import {
  type AgentReport,
  type Coverage,
  countFiles,
  type Finding,
  type Gate,
  isAtLeast,
  type ReportVerdict,
  type Settings,
} from '../model.ts';

export interface Decision {
  readonly verdict: ReportVerdict;
  readonly gate: Gate;
  /** Why it is incomplete, one sentence each. */
  readonly incompleteReasons: readonly string[];
}

interface Evidence {
  readonly findings: readonly Finding[];
  readonly agents: readonly AgentReport[];
  readonly coverage: Coverage;
  /** Reasons from outside the run: a broken base configuration, a key that was expected and is empty. */
  readonly problems: readonly string[];
}

/**
 * Verdict and gate by the table of the design. A finding fails the gate when it is shown, anchored to a line, at or
 * above `failOn`, and deterministic or confirmed. Anything that should have run or been read and was not makes the
 * review incomplete; a failing finding outweighs that. A review that looked at nothing is skipped, never clean.
 */
export function decideVerdict(evidence: Evidence, settings: Settings): Decision {
  const incompleteReasons = [
    ...evidence.problems,
    ...agentReasons(evidence.agents),
    ...fileReasons(evidence.coverage),
  ];
  const failing = evidence.findings.some((finding) => failsGate(finding, settings.failOn));
  const shown = evidence.findings.some((finding) => finding.suppressedBy === undefined);
  const looked = evidence.coverage.reviewed.length > 0;
  return {
    verdict: verdictOf(incompleteReasons.length > 0, shown, looked),
    gate: gateOf(failing, incompleteReasons.length > 0, settings.onIncomplete),
    incompleteReasons,
  };
}

/** Whether this finding alone fails the commit status. */
export function failsGate(finding: Finding, failOn: Settings['failOn']): boolean {
  if (failOn === 'never' || finding.suppressedBy !== undefined || finding.anchor !== 'line') return false;
  const certain = finding.origin === 'analyzer' || finding.verdict === 'confirmed';
  return certain && isAtLeast(finding.severity, failOn);
}

function verdictOf(incomplete: boolean, shown: boolean, looked: boolean): ReportVerdict {
  if (incomplete) return 'incomplete';
  if (shown) return 'findings';
  return looked ? 'clean' : 'skipped';
}

function gateOf(failing: boolean, incomplete: boolean, onIncomplete: Settings['onIncomplete']): Gate {
  if (failing) return 'fail';
  return incomplete && onIncomplete === 'error' ? 'incomplete' : 'pass';
}

/** Reviewers that stopped for the same reason share a sentence. */
function agentReasons(agents: readonly AgentReport[]): readonly string[] {
  const names = new Map<string, string[]>();
  for (const agent of agents) {
    if (!agent.required || agent.status === 'done' || agent.status === 'not-needed') continue;
    const reason = agent.reason ?? agent.status;
    names.set(reason, [...(names.get(reason) ?? []), agent.name]);
  }
  return [...names].map(([reason, who]) => `${who.join(', ')}: ${reason}`);
}

function fileReasons(coverage: Coverage): readonly string[] {
  const count = countFiles(coverage.notReviewed);
  if (count === 0) return [];
  const [first] = coverage.notReviewed;
  if (count === 1) return [`1 file could not be reviewed: ${first?.path} (${first?.reason})`];
  return [`${count} files could not be reviewed, the first: ${first?.path} (${first?.reason})`];
}
