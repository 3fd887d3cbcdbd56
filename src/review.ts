import { buildReport, type ReportFrame } from './aggregate/build-report.ts';
import { rememberReview } from './aggregate/remember-review.ts';
import { makeEngine } from './analyzers/make-engine.ts';
import type { PatternTable } from './analyzers/tree/pattern.ts';
import { type ContextRequest, gatherContext } from './context/gather-context.ts';
import { runIsUp, startDeadline } from './dispatch/deadline.ts';
import { type EarlierRun, modelsDigestOf } from './dispatch/model/choose-extent.ts';
import { type ModelSetup, runModels } from './dispatch/model/run-models.ts';
import { type DispatchPorts, type PlanOutcome, runPlan } from './dispatch/run-plan.ts';
import { digestOf } from './evidence/digest.ts';
import { NOTHING_RECALLED, type PullRequestContext, type Report, type ReviewMemory } from './model.ts';
import { makePlan, type Plan } from './plan/make-plan.ts';
import type { ChangeSource, Recall } from './ports.ts';
import { verifyRun } from './verify/verify-run.ts';

/** What a review needs of the world. */
export interface ReviewPorts extends DispatchPorts {
  readonly source: ChangeSource;
  /** Opens the models, when there is a key; called only when the settings want them. */
  readonly openModels?: (() => Promise<ModelSetup>) | null;
  /** Looks up what the last review of the same pull request left behind; absent where there is none. */
  readonly recall?: Recall | null;
  /** How long the change had been waiting for a review when this one began, in milliseconds. */
  readonly pendingFor?: ((signal: AbortSignal) => Promise<number | null>) | null;
}

/** What is asked for: the context request and what the report says besides. */
export interface ReviewOrder extends ContextRequest, Pick<ReportFrame, 'tool'> {
  /** Compiled patterns of the built-in rules. */
  readonly patterns: PatternTable;
  /** Why a model that was expected cannot be asked; makes the review incomplete unless models are off. */
  readonly modelMissing?: string | null;
}

/** What came out of a review, and what the next review of the same pull request has to know. */
export interface Reviewed {
  readonly report: Report;
  readonly memory: ReviewMemory;
}

/**
 * Reviews one change: context → plan → dispatch → verify → aggregate. The only place where one stage's value is handed
 * to the next.
 * @param signal aborting it ends the run early; what was found until then is reported as incomplete
 * @throws ReviewError when there is no change to look at (no repository, unknown revision, …)
 */
export async function review(order: ReviewOrder, ports: ReviewPorts, signal: AbortSignal): Promise<Reviewed> {
  const { context, configuration, workflow } = await gatherContext(ports.source, order, signal);
  const plan = makePlan(context, workflow, configuration.reviewers);
  const engine = await makeEngine(configuration.rules, order.patterns, ports.grammars, order.builtIns.taint);
  const analyzed = await runPlan(context, plan, engine, ports, signal);
  const { earlier, orders } = (await ports.recall?.(context, signal)) ?? NOTHING_RECALLED;
  const configDigest = digestOf(configuration.digest, order.tool.version);
  const wanted = context.settings.model !== 'off';
  const models = (wanted && (await ports.openModels?.())) || null;
  const judged =
    models === null
      ? { outcome: analyzed, asked: false, extent: null }
      : await askModels(context, plan, analyzed, { ...ports, models }, { earlier, configDigest }, signal);
  const report = buildReport(context, judged.outcome, {
    tool: order.tool,
    mode: judged.asked ? 'models' : 'deterministic',
    workflow: plan.workflow,
    configDigest,
    reviewers: configuration.reviewers,
    dismissals: configuration.dismissals,
    today: new Date(ports.clock.now()).toISOString().slice(0, 10),
    problems: wanted && models === null ? missingModel(order, context) : [],
    earlier,
    orders,
    pendingMs: (await ports.pendingFor?.(signal)) ?? null,
    extent: judged.extent,
  });
  const modelsDigest = judged.asked && models !== null ? modelsDigestOf(models) : null;
  return { report, memory: rememberReview(report, { context, ...analyzed, modelsDigest, earlier }) };
}

function missingModel(order: ReviewOrder, { settings }: PullRequestContext): readonly string[] {
  if (order.modelMissing) return [order.modelMissing];
  return settings.model === 'required' ? ['a model is required by configuration, and there is no key'] : [];
}

/** The models' part of a run, in what is left of its time. */
async function askModels(
  context: PullRequestContext,
  plan: Plan,
  analyzed: PlanOutcome,
  ports: ReviewPorts & { readonly models: ModelSetup },
  before: EarlierRun,
  signal: AbortSignal,
) {
  const { models, clock } = ports;
  const began = clock.steady();
  const left = Math.max(0, Math.round(context.settings.budgets.runSeconds - analyzed.ms / 1_000));
  const deadline = startDeadline(left, signal, clock, runIsUp(context.settings.budgets.runSeconds));
  const found = await runModels(context, plan, analyzed, models, ports, deadline.signal, before);
  const around = { ...ports, ...models, budget: found.budget, expired: deadline.expired };
  const outcome = await verifyRun(found, around, deadline.signal).finally(deadline.close);
  return { ...found, outcome: { ...outcome, ms: Math.round(analyzed.ms + clock.steady() - began) } };
}
