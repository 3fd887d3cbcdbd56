import type { GatedFinding } from '../aggregate/run-outcome.ts';
import type { AnalyzerFinding } from '../analyzers/analyzer.ts';
import { messageOf } from '../errors.ts';
import type { EvidenceIndex } from '../evidence/evidence-index.ts';
import type { AgentOutcome, AgentReport, AgentStatus, RejectedFinding, Tokens } from '../model.ts';
import type { PlannedAgent } from '../plan/make-plan.ts';
import type { Clock, Log, Progress } from '../ports.ts';
import type { Analysis } from './analyze-files.ts';
import { startDeadline, untilAborted } from './deadline.ts';
import { gateFindings } from './gate-findings.ts';

/** What one reviewer's run came to. Never a rejection: a failure is a status with a reason. */
export interface AgentRun {
  readonly report: AgentReport;
  readonly findings: readonly GatedFinding[];
  readonly rejected: readonly RejectedFinding[];
}

/** What every agent of a run shares. */
export interface AgentSurroundings {
  readonly analysis: Analysis;
  /** The evidence of the files that are done. */
  readonly evidence: () => EvidenceIndex;
  readonly agentSeconds: number;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly log: Log;
}

const NO_TOKENS: Tokens = { input: 0, cacheWritten: 0, cacheRead: 0, output: 0 };

/**
 * Runs one reviewer over its files under a deadline. What it found before a failure or the deadline is kept.
 * @param signal the run's; aborting it cancels the agent
 */
export async function runAgent(
  agent: PlannedAgent,
  around: AgentSurroundings,
  signal: AbortSignal,
): Promise<AgentRun> {
  const began = around.clock.steady();
  const report = reporter(agent, around.progress);
  if (agent.notNeeded !== null) {
    report('not-needed', agent.notNeeded, 100, 0);
    return endRun(agent, 'not-needed', agent.notNeeded, 0, [], []);
  }
  const deadline = startDeadline(around.agentSeconds, signal, around.clock);
  let status: AgentOutcome = 'done';
  let reason: string | undefined;
  try {
    await untilAborted(awaitAnalysis(agent, around.analysis, report), deadline.signal);
  } catch (thrown) {
    status = deadline.expired() ? 'timed-out' : signal.aborted ? 'cancelled' : 'failed';
    reason = messageOf(thrown);
  } finally {
    deadline.close();
  }
  const raised = await findingsSoFar(agent, around.analysis, status);
  if (status === 'done' && raised.problems.length > 0) {
    status = 'degraded';
    reason = raised.problems.join('; ');
  }
  const reviewer = agent.reviewer.name;
  const own = raised.findings.map((finding) => ({ ...finding, reviewer, origin: 'analyzer' as const }));
  const { passed, rejected } = gateFindings(own, around.evidence());
  for (const { raised: finding, reason: why } of rejected) {
    around.log.debug('finding rejected', {
      reviewer: agent.reviewer.name,
      rule: finding.ruleId,
      path: finding.path,
      why,
    });
  }
  report(status, reason ?? 'finished', 100, passed.length);
  return endRun(agent, status, reason, around.clock.steady() - began, passed, rejected);
}

type Report = (state: AgentStatus['state'], task: string, progress: number, findings: number) => void;

function reporter(agent: PlannedAgent, progress: Progress): Report {
  return (state, task, percent, findings) =>
    progress.agent({ agent: agent.reviewer.name, state, task, progress: percent, blockers: [], findings });
}

async function awaitAnalysis(agent: PlannedAgent, analysis: Analysis, report: Report): Promise<void> {
  const total = agent.paths.length;
  let done = 0;
  report('running', `reading ${total} ${total === 1 ? 'file' : 'files'}`, 0, 0);
  await Promise.all(
    agent.paths.map(async (path) => {
      const { findings } = await analysis.file(path);
      done += 1;
      const found = findings.filter((finding) => agent.reviewer.analyzers.includes(finding.reviewer)).length;
      report('running', path, Math.round((done / total) * 90), found);
    }),
  );
  report('running', 'comparing with the rest of the repository', 95, 0);
  await analysis.change();
}

interface Raised {
  readonly findings: readonly AnalyzerFinding[];
  readonly problems: readonly string[];
}

/** The findings of this reviewer's analyzers in its files, as far as the analysis has come. */
async function findingsSoFar(agent: PlannedAgent, analysis: Analysis, status: AgentOutcome): Promise<Raised> {
  const mine = new Set(agent.paths);
  const groups = new Set(agent.reviewer.analyzers);
  const files = analysis.finished().filter((one) => mine.has(one.file.path));
  const change = status === 'done' ? await analysis.change() : { findings: [], problems: [] };
  const all = [...files.flatMap((one) => one.findings), ...change.findings];
  const problems = [...files.flatMap((one) => one.problems), ...change.problems]
    .filter((problem) => problem.reviewer === undefined || groups.has(problem.reviewer))
    .map((problem) => problem.message);
  return {
    findings: all.filter((finding) => groups.has(finding.reviewer)),
    problems: [...new Set(problems)],
  };
}

function endRun(
  agent: PlannedAgent,
  status: AgentOutcome,
  reason: string | undefined,
  ms: number,
  findings: readonly GatedFinding[],
  rejected: readonly RejectedFinding[],
): AgentRun {
  const report: AgentReport = {
    name: agent.reviewer.name,
    engine: 'analyzers',
    status,
    required: agent.reviewer.required,
    ...(reason === undefined ? {} : { reason }),
    model: null,
    ms: Math.round(ms),
    tokens: NO_TOKENS,
    costUsd: 0,
    findings: { raised: findings.length + rejected.length, rejected: rejected.length, refuted: 0, shown: 0 },
  };
  return { report, findings, rejected };
}
