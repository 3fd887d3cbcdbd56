import type { GatedFinding, RunOutcome } from '../../aggregate/run-outcome.ts';
import { messageOf } from '../../errors.ts';
import type { EvidenceIndex } from '../../evidence/evidence-index.ts';
import { type Fence, makeFence } from '../../evidence/model-text/fence.ts';
import type { TextShower } from '../../evidence/model-text/show-text.ts';
import type { AgentOutcome, AgentReport, ModelTier, PullRequestContext, Tokens } from '../../model.ts';
import type { Plan, PlannedAgent } from '../../plan/make-plan.ts';
import { type BudgetMeter, makeBudgetMeter } from '../../plan/model-plan/budget.ts';
import { bundleFiles } from '../../plan/model-plan/bundle-files.ts';
import type { ModelChoice } from '../../plan/model-plan/choose-models.ts';
import { estimateTokens } from '../../plan/model-plan/estimate-tokens.ts';
import { fitBudget, reviewerRank } from '../../plan/model-plan/fit-budget.ts';
import { neededReviewers } from '../../plan/model-plan/needed-reviewers.ts';
import { type PriceTable, priceOf } from '../../plan/model-plan/prices.ts';
import type { Clock, Log, ModelClient, Progress, Random } from '../../ports.ts';
import type { PlanOutcome } from '../run-plan.ts';
import { buildRole, type RoleMaterial } from './build-messages.ts';
import { type BuiltPrefix, makePrefixBuilder, type PrefixBuilder } from './build-prefix.ts';
import { runFanOut } from './fan-out.ts';
import { JSON_REMINDER } from './instructions.ts';
import { mergeAgent } from './merge-agents.ts';
import { type ModelAgentRun, type ModelSurroundings, runModelAgent } from './run-model-agent.ts';

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
    readonly texts: ReadonlyMap<string, string>;
    readonly evidence: EvidenceIndex;
    readonly fence: Fence;
    readonly shower: TextShower;
    readonly jsonReminder: string | null;
  };
  readonly budget: BudgetMeter;
  /** At least one reviewer's model was wanted. */
  readonly asked: boolean;
}

interface Bundle {
  readonly paths: ReadonlySet<string>;
  readonly prefix: BuiltPrefix;
}

/** One reviewer's question about one bundle. */
interface Call {
  readonly reviewer: string;
  readonly bundle: Bundle;
  readonly group: string;
  readonly model: string;
  readonly prefixTokens: number;
  readonly suffixTokens: number;
  readonly choice: ModelChoice;
  readonly role: RoleMaterial;
  readonly paths: readonly string[];
}

type Ended = Pick<ModelAgentRun, 'status' | 'reason' | 'tokens' | 'costUsd' | 'ms' | 'findings' | 'rejected'>;

const NO_TOKENS: Tokens = { input: 0, cacheWritten: 0, cacheRead: 0, output: 0 };

/**
 * Asks the models of the reviewers that are needed, after the analyzers: files are bundled, reviewers beyond the budget
 * dropped, calls made under the reviewers' deadlines.
 * @param signal the run's; aborting it ends the calls, what was found until then is kept
 */
export async function runModels(
  context: PullRequestContext,
  plan: Plan,
  done: PlanOutcome,
  setup: ModelSetup,
  ports: ModelPorts,
  signal: AbortSignal,
): Promise<ModelOutcome> {
  const { settings } = context;
  const fence = makeFence(setup.random);
  const { evidence, analyzed, findings } = done;
  const { instructions, neverSend } = settings;
  const builder = makePrefixBuilder({ evidence, analyzed, instructions, neverSend, findings, fence });
  const agents = neededReviewers(plan, settings.escalation.paths);
  const files = fileShares(agents, done, builder);
  const calls = planCalls(agents, files.bundles, roleMaker(context, fence, builder.shower, setup), setup);
  const fit = fitBudget(calls, settings.budgets, setup.prices);
  const kept = new Set(fit.kept);
  const budget = makeBudgetMeter(settings.budgets, setup.prices);
  const around: ModelSurroundings = {
    client: setup.client,
    evidence: () => evidence,
    budget,
    prices: setup.prices,
    agentSeconds: settings.budgets.agentSeconds,
    clock: ports.clock,
    log: ports.log,
  };
  const runs = await makeCalls(
    calls.filter((call) => kept.has(call.reviewer)),
    around,
    setup,
    ports,
    signal,
  );
  const dropped = new Map(fit.dropped.map(({ reviewer, reason }) => [reviewer, reason]));
  const reports = done.agents.map((report) => {
    const agent = agents.find((one) => one.reviewer.name === report.name);
    if (agent === undefined) return report;
    const reason = dropped.get(report.name);
    const own = [
      ...runs.filter(({ call }) => call.reviewer === report.name).map(({ run }) => run),
      ...(reason === undefined ? [] : [ended('over-budget', reason)]),
      ...tooLargeFor(agent, files.tooLarge),
    ];
    if (own.length === 0) return report;
    const merged = mergeAgent(report, { model: setup.choices[agent.reviewer.model].model, runs: own });
    announceEnd(merged, ports.progress);
    return merged;
  });
  return {
    outcome: {
      findings,
      agents: reports,
      coverage: withModels(done, runs),
      notes: [...done.notes, ...notesOf(files, calls, setup)],
      ms: done.ms,
    },
    bundles: files.bundles.map((bundle) => ({
      prefix: bundle.prefix,
      findings: runs.filter(({ call }) => call.bundle === bundle).flatMap(({ run }) => run.findings),
    })),
    frame: {
      choice: setup.choices.balanced,
      texts: textsOf(done, builder),
      evidence,
      fence,
      shower: builder.shower,
      jsonReminder: setup.profile === 'compat' ? JSON_REMINDER : null,
    },
    budget,
    asked: reports.some((report) => report.engine !== 'analyzers'),
  };
}

function roleMaker(
  { subject, settings: { language } }: PullRequestContext,
  fence: Fence,
  shower: TextShower,
  { profile }: ModelSetup,
): (agent: PlannedAgent) => RoleMaterial {
  const askForJson = profile === 'compat';
  return ({ reviewer }) => ({ reviewer, subject, language, fence, shower, askForJson });
}

interface FileShares {
  readonly bundles: readonly Bundle[];
  readonly tooLarge: readonly string[];
  readonly heldBack: readonly string[];
}

/** The files that a needed reviewer takes and that the analyzers got to, in bundles. */
function fileShares(agents: readonly PlannedAgent[], done: PlanOutcome, builder: PrefixBuilder): FileShares {
  const wanted = [...new Set(agents.flatMap((agent) => agent.paths))].filter((path) =>
    done.maskedHeads.has(path),
  );
  const sent = wanted.filter((path) => !builder.isHeldBack(path));
  const { bundles, tooLarge } = bundleFiles(sent.map((path) => ({ path, tokens: builder.sizeOf(path) })));
  return {
    bundles: bundles.map((paths) => ({ paths: new Set(paths), prefix: builder.build(paths) })),
    tooLarge,
    heldBack: wanted.filter((path) => builder.isHeldBack(path)),
  };
}

/** The most valuable reviewers first, so that they lead their group and are asked while there is budget. */
function planCalls(
  agents: readonly PlannedAgent[],
  bundles: readonly Bundle[],
  roleOf: (agent: PlannedAgent) => RoleMaterial,
  setup: ModelSetup,
): readonly Call[] {
  const byRank = [...agents].sort((a, b) => reviewerRank(b.reviewer.name) - reviewerRank(a.reviewer.name));
  return bundles.flatMap((bundle, index) =>
    byRank.flatMap((agent) => {
      const paths = agent.paths.filter((path) => bundle.paths.has(path));
      if (paths.length === 0) return [];
      const role = roleOf(agent);
      const choice = setup.choices[agent.reviewer.model];
      return [
        {
          reviewer: agent.reviewer.name,
          bundle,
          group: `${choice.model} ${index}`,
          model: choice.model,
          prefixTokens: bundle.prefix.tokens,
          suffixTokens: estimateTokens(buildRole(role)),
          choice,
          role,
          paths,
        },
      ];
    }),
  );
}

async function makeCalls(
  calls: readonly Call[],
  around: ModelSurroundings,
  setup: ModelSetup,
  { clock, progress }: ModelPorts,
  signal: AbortSignal,
): Promise<readonly { readonly call: Call; readonly run: Ended }[]> {
  const sizes = new Map(calls.map((call) => [call.group, call.prefixTokens]));
  const led = new Set<string>();
  const orders = calls.map((call) => {
    const expectCached = led.has(call.group);
    led.add(call.group);
    return { ...call, prefix: call.bundle.prefix, expectCached };
  });
  const results = await runFanOut(
    orders.map((order) => ({
      name: order.reviewer,
      group: order.group,
      run: (onFirstEvent: () => void) => {
        const task = `asking ${order.model}`;
        progress.agent({
          agent: order.reviewer,
          state: 'running',
          task,
          progress: 50,
          blockers: [],
          findings: 0,
        });
        return runModelAgent(order, around, signal, onFirstEvent);
      },
    })),
    {
      estimatePrefixTokens: (group) => sizes.get(group) ?? 0,
      clock,
      ...(setup.profile === 'compat' ? { atOnce: 1 } : {}),
    },
  );
  return calls.flatMap((call, index) => {
    const result = results[index];
    if (result === undefined) return [];
    return [
      { call, run: result.kind === 'ended' ? result.value : ended('failed', messageOf(result.thrown)) },
    ];
  });
}

function ended(status: AgentOutcome, reason: string): Ended {
  return { status, reason, tokens: NO_TOKENS, costUsd: 0, ms: 0, findings: [], rejected: [] };
}

/** A file that only programs could read is said with every reviewer that wanted it. */
function tooLargeFor({ paths }: PlannedAgent, tooLarge: readonly string[]): readonly Ended[] {
  const missed = tooLarge.filter((path) => paths.includes(path));
  const [first] = missed;
  if (first === undefined) return [];
  const others = missed.length === 1 ? '' : ` and ${missed.length - 1} more`;
  return [ended('degraded', `too large for a model, read by analyzers only: ${first}${others}`)];
}

function announceEnd(report: AgentReport, progress: Progress): void {
  progress.agent({
    agent: report.name,
    state: report.status,
    task: report.reason ?? 'finished',
    progress: 100,
    blockers: [],
    findings: report.findings.raised - report.findings.rejected,
  });
}

function withModels(
  done: PlanOutcome,
  runs: readonly { readonly call: Call; readonly run: Ended }[],
): RunOutcome['coverage'] {
  const read = new Set(
    runs
      .filter(({ run }) => run.status === 'done' || run.status === 'degraded')
      .flatMap(({ call }) => call.paths),
  );
  const reviewed = done.coverage.reviewed.map((one) =>
    read.has(one.path) ? { ...one, by: [...one.by, 'model'] } : one,
  );
  return { ...done.coverage, reviewed };
}

function notesOf(files: FileShares, calls: readonly Call[], setup: ModelSetup): readonly string[] {
  const priceless = [...new Set(calls.map((call) => call.model))].filter(
    (model) => priceOf(setup.prices, model) === undefined,
  );
  return [
    ...files.heldBack.map((path) => `${path} was not sent to any model (never-send); analyzers read it.`),
    ...files.tooLarge.map((path) => `${path} is too large for a model; analyzers read it.`),
    ...priceless.map((model) => `No price is known for ${model}: its calls count as $0. Give one as price.`),
  ];
}

function textsOf(done: PlanOutcome, builder: PrefixBuilder): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [path, text] of done.maskedHeads) {
    if (text !== null && !builder.isHeldBack(path)) texts.set(path, text);
  }
  return texts;
}
