import type { GatedFinding, RunOutcome } from '../../aggregate/run-outcome.ts';
import type { EvidenceIndex } from '../../evidence/evidence-index.ts';
import { type Fence, makeFence } from '../../evidence/model-text/fence.ts';
import type { TextShower } from '../../evidence/model-text/show-text.ts';
import type { AgentReport, ModelTier, PullRequestContext, ReviewExtent } from '../../model.ts';
import type { Plan, PlannedAgent } from '../../plan/make-plan.ts';
import { type BudgetMeter, makeBudgetMeter } from '../../plan/model-plan/budget.ts';
import { type ModelChoice, secondChoice } from '../../plan/model-plan/choose-models.ts';
import { fitBudget } from '../../plan/model-plan/fit-budget.ts';
import { triageReviewers } from '../../plan/model-plan/needed-reviewers.ts';
import type { PriceTable } from '../../plan/model-plan/prices.ts';
import type { Clock, Log, ModelClient, Progress, Random } from '../../ports.ts';
import type { PlanOutcome } from '../run-plan.ts';
import { type BuiltPrefix, makePrefixBuilder, type PrefixBuilder } from './build-prefix.ts';
import {
  asCarried,
  askedAgain,
  carryOver,
  chooseExtent,
  type EarlierRun,
  FIRST_RUN,
} from './choose-extent.ts';
import { JSON_REMINDER } from './instructions.ts';
import { type CallEnd, type EndedCall, endWithout, makeCalls } from './make-calls.ts';
import { mergeAgent } from './merge-agents.ts';
import { notesOfModels, withModels } from './model-coverage.ts';
import { planCalls, shareFiles } from './plan-calls.ts';
import { readUnchangedFiles } from './unchanged-files.ts';

/** The models of a run and how they are spoken to. */
export interface ModelSetup {
  readonly client: ModelClient;
  /** `compat`: text in, text out; no structured output, one call at a time. */
  readonly profile: 'anthropic' | 'compat';
  readonly choices: Readonly<Record<ModelTier, ModelChoice>>;
  readonly prices: PriceTable;
  readonly random: Random;
}

export interface ModelPorts {
  readonly clock: Clock;
  readonly progress: Progress;
  readonly log: Log;
}

/** The change as it is shown to models, and what they found: all that verifying takes. */
export interface ModelOutcome {
  /** Analyzers and models together; the models' findings are in `bundles` alone. */
  readonly outcome: RunOutcome;
  readonly bundles: readonly { readonly prefix: BuiltPrefix; readonly findings: readonly GatedFinding[] }[];
  readonly frame: {
    readonly choice: ModelChoice;
    /** Asked when that one declines or is overloaded; null: nobody. */
    readonly second: ModelChoice | null;
    readonly texts: ReadonlyMap<string, string>;
    readonly evidence: EvidenceIndex;
    readonly fence: Fence;
    readonly shower: TextShower;
    readonly jsonReminder: string | null;
  };
  readonly budget: BudgetMeter;
  /** At least one reviewer's model was wanted. */
  readonly asked: boolean;
  readonly extent: ReviewExtent;
}

/**
 * Asks the models of the reviewers that are needed, after the analyzers: files are bundled, reviewers beyond the budget
 * dropped, calls made under the reviewers' deadlines.
 * @param signal the run's; aborting it ends the calls, what was found until then is kept
 * @param earlier what the last review left: what it proves to be unchanged is carried over, not asked again
 */
export async function runModels(
  context: PullRequestContext,
  plan: Plan,
  done: PlanOutcome,
  setup: ModelSetup,
  ports: ModelPorts,
  signal: AbortSignal,
  earlier: EarlierRun = FIRST_RUN,
): Promise<ModelOutcome> {
  const { settings } = context;
  const fence = makeFence(setup.random);
  const { evidence, analyzed, findings } = done;
  const { instructions, neverSend } = settings;
  const unchanged = await readUnchangedFiles(context.related, neverSend, ports.log);
  const builder = makePrefixBuilder({
    evidence,
    analyzed,
    instructions,
    neverSend,
    findings,
    unchanged,
    fence,
  });
  const { agents: needed, why } = triageReviewers(plan, settings.escalation.paths);
  const extent = chooseExtent(context, needed, done, setup, earlier);
  const agents = needed.map((agent) => askedAgain(agent, extent));
  const carried = carryOver(extent, needed, evidence);
  const asked = new Set(agents.flatMap(({ paths }) => paths));
  const files = shareFiles(agents, done, builder);
  const { choices } = setup;
  const askForJson = setup.profile === 'compat';
  const frame = { context, builder, unchanged, fence, askForJson, choices };
  const calls = planCalls(agents, files.bundles, frame);
  const fit = fitBudget(calls, settings.budgets, setup.prices);
  const kept = new Set(fit.kept);
  const budget = makeBudgetMeter(settings.budgets, setup.prices);
  const runs = await makeCalls(
    calls.filter((call) => kept.has(call.reviewer)),
    choices,
    {
      client: setup.client,
      evidence: () => evidence,
      budget,
      prices: setup.prices,
      agentSeconds: settings.budgets.agentSeconds,
      ...ports,
    },
    askForJson ? 1 : undefined,
    signal,
  );
  const dropped = new Map(fit.dropped.map(({ reviewer, reason }) => [reviewer, reason]));
  const ends = endsOf(agents, runs, dropped, files.tooLarge);
  const reports = done.agents.map((report) => {
    const end = ends.get(report.name);
    const unasked = carried.agents.has(report.name) ? asCarried(report, needed, choices) : report;
    const merged =
      end === undefined ? unasked : mergeAgent(report, { model: choices[end.tier].model, runs: end.runs });
    announceEnd(merged, ports.progress);
    return merged;
  });
  return {
    outcome: {
      findings: [...findings, ...carried.findings],
      agents: reports,
      coverage: withModels(done.coverage, runs, carried.paths),
      notes: [
        ...done.notes,
        ...(why === null ? [] : [why]),
        ...notesOfModels(files, calls, runs, setup.prices),
      ],
      ms: done.ms,
    },
    bundles: files.bundles.map((bundle) => ({
      prefix: bundle.prefix,
      findings: runs.filter(({ call }) => call.bundle === bundle).flatMap(({ run }) => run.findings),
    })),
    frame: {
      choice: choices.balanced,
      second: secondChoice(choices, 'balanced', 'overloaded'),
      texts: textsOf(done, builder),
      evidence,
      fence,
      shower: builder.shower,
      jsonReminder: askForJson ? JSON_REMINDER : null,
    },
    budget,
    asked: reports.some((report) => report.engine !== 'analyzers'),
    extent: {
      kind: extent.kind,
      reasons: extent.reasons,
      carriedFiles: [...carried.paths].filter((path) => !asked.has(path)).length,
      askedFiles: asked.size,
      ...(extent.glance === undefined ? {} : { glance: extent.glance }),
    },
  };
}

/** What each reviewer's models came to; reviewers for whom no model was wanted have no entry. */
function endsOf(
  agents: readonly PlannedAgent[],
  runs: readonly EndedCall[],
  dropped: ReadonlyMap<string, string>,
  tooLarge: readonly string[],
): ReadonlyMap<string, { readonly tier: ModelTier; readonly runs: readonly CallEnd[] }> {
  const ends = new Map<string, { readonly tier: ModelTier; readonly runs: readonly CallEnd[] }>();
  for (const agent of agents) {
    const { name, model: tier } = agent.reviewer;
    const reason = dropped.get(name);
    const own = [
      ...runs.filter(({ call }) => call.reviewer === name).map(({ run }) => run),
      ...(reason === undefined ? [] : [endWithout('over-budget', reason)]),
      ...tooLargeFor(agent, tooLarge),
    ];
    if (own.length > 0) ends.set(name, { tier, runs: own });
  }
  return ends;
}

/** A file that only programs could read is said with every reviewer that wanted it. */
function tooLargeFor({ paths }: PlannedAgent, tooLarge: readonly string[]): readonly CallEnd[] {
  const missed = tooLarge.filter((path) => paths.includes(path));
  const [first] = missed;
  if (first === undefined) return [];
  const others = missed.length === 1 ? '' : ` and ${missed.length - 1} more`;
  return [endWithout('degraded', `too large for a model, read by analyzers only: ${first}${others}`)];
}

function announceEnd(report: AgentReport, progress: Progress): void {
  progress.agent({
    agent: report.name,
    state: report.status,
    task: report.reason ?? 'finished',
    progress: 100,
    blockers: [],
    findings: report.findings.raised - report.findings.rejected,
    tokens: report.tokens,
  });
}

function textsOf(done: PlanOutcome, builder: PrefixBuilder): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [path, text] of done.maskedHeads) {
    if (text !== null && !builder.isHeldBack(path)) texts.set(path, text);
  }
  return texts;
}
