import pLimit from 'p-limit';
import type { RunOutcome } from '../aggregate/run-outcome.ts';
import type { AnalyzedFile } from '../analyzers/analyzer.ts';
import type { AnalyzerEngine } from '../analyzers/engine.ts';
import { takeImports } from '../analyzers/imports/take-imports.ts';
import { type EvidenceIndex, makeEvidenceIndex } from '../evidence/evidence-index.ts';
import type { Coverage, PathReason, PullRequestContext } from '../model.ts';
import type { Plan, PlannedPhase } from '../plan/make-plan.ts';
import type { Clock, Log, Progress } from '../ports.ts';
import { type Analysis, type AnalysisPorts, analyzeFiles } from './analyze-files.ts';
import { runIsUp, startDeadline } from './deadline.ts';
import { gateFindings } from './gate-findings.ts';
import { type AgentRun, type AgentSurroundings, runAgent } from './run-agent.ts';
import { unparsedNote } from './unparsed-note.ts';

/** What dispatch needs of the world. */
export interface DispatchPorts extends AnalysisPorts {
  readonly clock: Clock;
  readonly progress: Progress;
  readonly log: Log;
  /** There when models are asked after the analyzers: these are then the first half of what an agent does. */
  readonly openModels?: object | null;
}

/** What the analyzers came to, with what the models are shown of it. */
export interface PlanOutcome extends RunOutcome {
  readonly evidence: EvidenceIndex;
  /** The files that were read to their end. */
  readonly analyzed: readonly AnalyzedFile[];
  /** Path → text at head with secrets replaced, of the files that were read to their end. */
  readonly maskedHeads: ReadonlyMap<string, string | null>;
}

/** Reviewers at work at once; the rest wait their turn (facts/models.md, C2). */
const AGENTS_AT_ONCE = 6;

/**
 * Runs the plan: phase after phase as `needs` allows, the reviewers of a phase at once, under one deadline for the run.
 * @param signal aborting it cancels what has not ended; what was found until then is kept
 */
export async function runPlan(
  context: PullRequestContext,
  plan: Plan,
  engine: AnalyzerEngine,
  ports: DispatchPorts,
  signal: AbortSignal,
): Promise<PlanOutcome> {
  const began = ports.clock.steady();
  const { agentSeconds, runSeconds } = context.settings.budgets;
  const deadline = startDeadline(runSeconds, signal, ports.clock, runIsUp(runSeconds));
  const analysis = analyzeFiles(context, plan.reviewable, engine, ports, deadline.signal);
  const isHalf =
    ports.openModels !== undefined && ports.openModels !== null && context.settings.model !== 'off';
  const progress = isHalf ? firstHalf(ports.progress) : ports.progress;
  const around: AgentSurroundings = {
    analysis,
    evidence: evidenceKeeper(context, plan, analysis),
    agentSeconds,
    clock: ports.clock,
    progress,
    log: ports.log,
  };
  announce(plan, progress);
  const runs = await runPhases(plan.phases, around, deadline.signal);
  deadline.close();
  const analyzed = analysis.finished().flatMap((one) => one.analyzed ?? []);
  const evidence = around.evidence();
  const imported = importedFindings(context, analyzed, evidence);
  return {
    findings: [...runs.flatMap((run) => run.findings), ...imported.findings],
    agents: runs.map((run) => run.report),
    coverage: coverageOf(plan, analysis, runs),
    notes: [...analysis.notes(), ...unparsedNote(analysis.finished()), ...imported.notes],
    ms: Math.round(ports.clock.steady() - began),
    evidence,
    analyzed,
    maskedHeads: new Map(analysis.finished().map((one) => [one.file.path, one.maskedHead])),
  };
}

/** Results of other programs stand in the same gate. Where the settings vouch for them, they count as proven. */
function importedFindings(
  context: PullRequestContext,
  analyzed: readonly AnalyzedFile[],
  evidence: EvidenceIndex,
): Pick<RunOutcome, 'findings' | 'notes'> {
  const taken = takeImports(context, analyzed);
  const { passed, rejected } = gateFindings(taken.findings, evidence);
  const refused =
    rejected.length === 0
      ? []
      : [`Imported results refused, because ${rejected[0]?.reason}: ${rejected.length}.`];
  const verdict = context.settings.sarifGates ? 'confirmed' : 'unverified';
  return {
    findings: passed.map((finding) => ({ ...finding, verdict })),
    notes: [...taken.notes, ...refused],
  };
}

/** Nothing ends here: its model is asked next, and who has none is told of at the end of the models. */
function firstHalf(progress: Progress): Progress {
  return {
    agent: (status) => {
      if (status.state === 'waiting') return progress.agent(status);
      const task = status.state === 'running' ? status.task : 'rules are through';
      progress.agent({ ...status, state: 'running', task, progress: Math.round(status.progress / 2) });
    },
  };
}

function announce(plan: Plan, progress: Progress): void {
  for (const phase of plan.phases) {
    for (const { reviewer } of phase.agents) {
      const blockers = phase.needs.map((name) => `phase ${name}`);
      progress.agent({
        agent: reviewer.name,
        state: 'waiting',
        task: phase.name,
        progress: 0,
        blockers,
        findings: 0,
      });
    }
  }
}

async function runPhases(
  phases: readonly PlannedPhase[],
  around: AgentSurroundings,
  signal: AbortSignal,
): Promise<readonly AgentRun[]> {
  const limit = pLimit(AGENTS_AT_ONCE);
  const running = new Map<string, Promise<readonly AgentRun[]>>();
  const byName = new Map(phases.map((phase) => [phase.name, phase]));
  const run = (phase: PlannedPhase): Promise<readonly AgentRun[]> => {
    const known = running.get(phase.name);
    if (known !== undefined) return known;
    const started = Promise.all(phase.needs.flatMap((name) => byName.get(name) ?? []).map(run)).then(() =>
      Promise.all(phase.agents.map((agent) => limit(runAgent, agent, around, signal))),
    );
    running.set(phase.name, started);
    return started;
  };
  return (await Promise.all(phases.map(run))).flat();
}

/** Every reviewable file is reviewed by what read it, or listed with the reason why nothing did. */
function coverageOf(plan: Plan, analysis: Analysis, runs: readonly AgentRun[]): Coverage {
  const asked = new Set(plan.phases.flatMap((phase) => phase.agents.flatMap((agent) => agent.paths)));
  const done = new Map(analysis.finished().map((one) => [one.file.path, one]));
  const stopped = runs.find((run) => run.report.status === 'timed-out' || run.report.status === 'cancelled');
  const reviewed: { path: string; by: readonly string[] }[] = [];
  const notReviewed: PathReason[] = [...plan.notReviewed];
  const excluded: PathReason[] = [...plan.excluded];
  for (const { path } of plan.reviewable) {
    const one = done.get(path);
    if (one !== undefined) reviewed.push({ path, by: one.by });
    else if (!asked.has(path)) excluded.push({ path, reason: 'no reviewer of this run takes it' });
    else notReviewed.push({ path, reason: stopped?.report.reason ?? 'its analysis failed' });
  }
  return { reviewed, excluded, notReviewed };
}

/** The index of what is finished, rebuilt only when more files have finished since. */
function evidenceKeeper(context: PullRequestContext, plan: Plan, analysis: Analysis): () => EvidenceIndex {
  let count = -1;
  let index: EvidenceIndex | undefined;
  return () => {
    if (index === undefined || count !== analysis.finished().length) {
      count = analysis.finished().length;
      index = evidenceOf(context, plan, analysis);
    }
    return index;
  };
}

function evidenceOf(context: PullRequestContext, plan: Plan, analysis: Analysis): EvidenceIndex {
  const done = analysis.finished();
  const known = new Set(done.map((one) => one.file.path));
  const secrets = [...new Set(done.flatMap((one) => one.secrets))].sort((a, b) => b.length - a.length);
  const mask = (text: string) => secrets.reduce((masked, secret) => replaceSecret(masked, secret), text);
  const others = context.files
    .filter((file) => !known.has(file.path) && !plan.reviewable.includes(file))
    .map((file) => ({ file, maskedHead: null, symbolAt: () => '' }));
  const facts = done.map((one) => ({ file: one.file, maskedHead: one.maskedHead, symbolAt: one.symbolAt }));
  return makeEvidenceIndex([...facts, ...others], context.subject, mask);
}

/** Same length and line feeds, so that nothing moves. */
function replaceSecret(text: string, secret: string): string {
  return secret === '' || !text.includes(secret)
    ? text
    : text.replaceAll(secret, secret.replace(/[^\n]/g, '*'));
}
