import {
  type AgentReport,
  type Dismissal,
  type EarlierReview,
  type Finding,
  NO_ORDERS,
  type PullRequestContext,
  type Report,
  type ReviewExtent,
  type ReviewerDefinition,
  type StandingOrders,
  type Tokens,
} from '../model.ts';
import { applyBaseline, baselineNotes } from './apply-baseline.ts';
import { applyDismissals, staleNotes } from './apply-dismissals.ts';
import { convergeFindings } from './converge-findings.ts';
import { decideVerdict } from './decide-verdict.ts';
import { dedupeFindings } from './dedupe-findings.ts';
import { findConflicts } from './find-conflicts.ts';
import { findEscalations } from './find-escalations.ts';
import { identifyFindings } from './identify-findings.ts';
import { rankFindings } from './rank-findings.ts';
import type { GatedFinding, RunOutcome } from './run-outcome.ts';
import { suppressFindings } from './suppress-findings.ts';
import { keepIdentity, trackFindings } from './track-findings.ts';

/** What the report says besides what the run found. */
export interface ReportFrame {
  readonly tool: Report['tool'];
  readonly mode: Report['mode'];
  readonly workflow: string;
  readonly configDigest: string;
  readonly reviewers: readonly ReviewerDefinition[];
  readonly dismissals: readonly Dismissal[];
  /** ISO date of the day (UTC): dismissals may end on one. */
  readonly today: string;
  /** What the last review of the same pull request left behind; null on the first. */
  readonly earlier?: EarlierReview | null;
  /** What people ordered by commands; absent where none are read. */
  readonly orders?: StandingOrders;
  /** How long the head had been pending when this run took over, in milliseconds; null when it was not. */
  readonly pendingMs?: number | null;
  /** How much the models were asked about; null when none was. */
  readonly extent?: ReviewExtent | null;
  /** What makes the review incomplete besides the run itself: a key that is expected and absent. */
  readonly problems?: readonly string[];
}

/**
 * Merges, ranks and judges what the reviewers found. Does not depend on the order in which they ended.
 * @returns the report, complete
 */
export function buildReport(context: PullRequestContext, outcome: RunOutcome, frame: ReportFrame): Report {
  const { settings } = context;
  const judged = suppressFindings(outcome.findings.map(admit), settings, frame.reviewers);
  const suppressed = judged.filter((finding) => finding.suppressedBy !== undefined);
  const visible = dedupeFindings(judged.filter((finding) => finding.suppressedBy === undefined));
  const pathAtBase = basePaths(context);
  const ranked = rankFindings(identifyFindings([...visible, ...dedupeFindings(suppressed)], pathAtBase));
  const earlier = frame.earlier ?? null;
  const memory = earlier?.memory ?? null;
  const orders = frame.orders ?? NO_ORDERS;
  const identified = keepIdentity(ranked, memory, pathAtBase);
  const settled = settledPaths(context, outcome);
  const dismissed = applyDismissals(identified, [...frame.dismissals, ...orders.dismissals], {
    today: frame.today,
    pathAtBase,
    settled,
  });
  const { agents: ran, coverage } = outcome;
  const head = context.head.sha ?? '';
  const { imports } = context;
  const run = { head, agents: ran, coverage, pathAtBase, sarifRead: isSarifRead(context) };
  const tracked = trackFindings(dismissed.findings, memory, run);
  const fresh = applyBaseline(tracked.findings, imports?.baseline ?? [], pathAtBase);
  const converged = convergeFindings(fresh, earlier, {
    context,
    configDigest: frame.configDigest,
  });
  const findings = [...converged.findings].sort((a, b) => Number(isHidden(a)) - Number(isHidden(b)));
  const conflicts = findConflicts(findings.filter((finding) => !isHidden(finding)));
  const agents = outcome.agents.map((agent) => countFindings(agent, findings));
  const ofConfiguration = context.configProblems.map(
    (problem) =>
      `configuration: ${problem.file}${problem.line === null ? '' : `:${problem.line}`} ${problem.message}`,
  );
  const problems = [...(frame.problems ?? []), ...(imports?.problems ?? []), ...ofConfiguration];
  const escalations = findEscalations(context, conflicts, {
    agents,
    coverage,
    ms: outcome.ms,
    pendingMs: frame.pendingMs ?? null,
    reviewers: frame.reviewers,
  });
  const decision = decideVerdict({ findings, agents, coverage: outcome.coverage, problems }, settings);
  return {
    schemaVersion: 1,
    tool: frame.tool,
    repository: context.repository,
    verdict: decision.verdict,
    ...overridden(decision.gate, orders),
    mode: frame.mode,
    failOn: settings.failOn,
    findings,
    shownCount: shownCount(findings, settings.thresholds.shown),
    ...(conflicts.length === 0 ? {} : { conflicts }),
    ...(tracked.since === null ? {} : { since: tracked.since }),
    ...(frame.extent ? { extent: frame.extent } : {}),
    ...(converged.convergence === null ? {} : { convergence: converged.convergence }),
    ...(escalations.length === 0 ? {} : { escalations }),
    agents,
    coverage: outcome.coverage,
    usage: { tokens: sumTokens(agents), costUsd: sum(agents.map((agent) => agent.costUsd)), ms: outcome.ms },
    head: context.head,
    base: context.base,
    workflow: frame.workflow,
    configDigest: frame.configDigest,
    configProblems: context.configProblems,
    incompleteReasons: decision.incompleteReasons,
    notes: [
      ...context.notes,
      ...outcome.notes,
      ...baselineNotes(findings),
      ...staleNotes(dismissed.stale),
      ...orders.notes,
    ],
  };
}

/** An override lets pass what did not; where nothing stands in the way it changes nothing and is not mentioned. */
function overridden(
  gate: Report['gate'],
  { override }: StandingOrders,
): Pick<Report, 'gate' | 'overriddenBy' | 'override'> {
  return gate === 'pass' || override === null
    ? { gate }
    : { gate: 'pass', overriddenBy: override.by, override };
}

function admit(gated: GatedFinding): Finding {
  return { agreedBy: [], ...gated, fingerprint: '', id: '', state: 'new' };
}

function isHidden(finding: Finding): boolean {
  return finding.suppressedBy !== undefined;
}

/** The cap folds what comes after it; a critical finding is never folded. */
function shownCount(findings: readonly Finding[], cap: number): number {
  const visible = findings.filter((finding) => !isHidden(finding));
  const critical = visible.filter((finding) => finding.severity === 'critical').length;
  return Math.min(visible.length, Math.max(cap, critical));
}

/** Paths at base of renamed files: a finding keeps the name under which its file was known. */
export function basePaths(context: PullRequestContext): (path: string) => string {
  const renamed = new Map<string, string>();
  for (const { path, change } of context.files) {
    if (change.status === 'renamed' && change.oldPath !== null) renamed.set(path, change.oldPath);
  }
  return (path) => renamed.get(path) ?? path;
}

/** Results of other programs were given, and all of them could be read. */
export function isSarifRead({ imports }: PullRequestContext): boolean {
  return imports?.hasSarif === true && imports.problems.length === 0;
}

/** Files that are new, so that every line of them is part of the change, or gone; none when a reviewer did not end. */
function settledPaths(context: PullRequestContext, outcome: RunOutcome): ReadonlySet<string> {
  if (outcome.agents.some(({ status }) => status !== 'done' && status !== 'not-needed')) return new Set();
  const read = new Set(outcome.coverage.reviewed.map(({ path }) => path));
  const settled = context.files.filter(
    ({ path, change, partial }) =>
      change.status === 'removed' || (change.status === 'added' && !partial && read.has(path)),
  );
  return new Set(settled.map(({ path }) => path));
}

/** A finding counts for the reviewer that raised it and for those that agreed. */
function countFindings(agent: AgentReport, findings: readonly Finding[]): AgentReport {
  const own = findings.filter(
    (finding) => finding.reviewer === agent.name || finding.agreedBy.includes(agent.name),
  );
  const refuted = own.filter((finding) => finding.verdict === 'refuted').length;
  const shown = own.filter((finding) => !isHidden(finding)).length;
  return { ...agent, findings: { ...agent.findings, refuted, shown } };
}

function sumTokens(agents: readonly AgentReport[]): Tokens {
  const total = (key: keyof Tokens) => sum(agents.map((agent) => agent.tokens[key]));
  return {
    input: total('input'),
    cacheWritten: total('cacheWritten'),
    cacheRead: total('cacheRead'),
    output: total('output'),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
