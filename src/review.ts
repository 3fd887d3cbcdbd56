import { buildReport, type ReportFrame } from './aggregate/build-report.ts';
import type { RunOutcome } from './aggregate/run-outcome.ts';
import { makeEngine } from './analyzers/make-engine.ts';
import type { PatternTable } from './analyzers/tree/pattern.ts';
import { type ContextRequest, gatherContext } from './context/gather-context.ts';
import { startDeadline } from './dispatch/deadline.ts';
import { type ModelSetup, runModels } from './dispatch/model/run-models.ts';
import { type DispatchPorts, type PlanOutcome, runPlan } from './dispatch/run-plan.ts';
import { digestOf } from './evidence/digest.ts';
import type { PullRequestContext, Report } from './model.ts';
import { makePlan, type Plan } from './plan/make-plan.ts';
import type { ChangeSource } from './ports.ts';
import { verifyRun } from './verify/verify-run.ts';

/** What a review needs of the world. */
export interface ReviewPorts extends DispatchPorts {
  readonly source: ChangeSource;
  /** Opens the models, when there is a key; called only when the settings want them. */
  readonly openModels?: (() => Promise<ModelSetup>) | null;
}

/** What is asked for: the context request and what the report says of the tool that made it. */
export interface ReviewOrder extends ContextRequest {
  readonly tool: Report['tool'];
  /** Compiled patterns of the built-in rules. */
  readonly patterns: PatternTable;
  /** Why a model that was expected cannot be asked; makes the review incomplete unless models are off. */
  readonly modelMissing?: string | null;
}

/**
 * Reviews one change: context → plan → dispatch → verify → aggregate. The only place where one stage's value is handed
 * to the next.
 * @param signal aborting it ends the run early; what was found until then is reported as incomplete
 * @throws ReviewError when there is no change to look at (no repository, unknown revision, …)
 */
export async function review(order: ReviewOrder, ports: ReviewPorts, signal: AbortSignal): Promise<Report> {
  const { context, configuration, workflow } = await gatherContext(ports.source, order, signal);
  const plan = makePlan(context, workflow, configuration.reviewers);
  const engine = await makeEngine(configuration.rules, order.patterns, ports.grammars);
  const analyzed = await runPlan(context, plan, engine, ports, signal);
  const wanted = context.settings.model !== 'off';
  const open = wanted ? (ports.openModels ?? null) : null;
  const judged =
    open === null
      ? { outcome: analyzed, asked: false }
      : await askModels(context, plan, analyzed, { ...ports, models: await open() }, signal);
  const missing = wanted && open === null ? missingModel(order, context) : null;
  const frame: ReportFrame = {
    tool: order.tool,
    mode: judged.asked ? 'models' : 'deterministic',
    workflow: plan.workflow,
    configDigest: digestOf(configuration.digest, order.tool.version),
    reviewers: configuration.reviewers,
    dismissals: configuration.dismissals,
    today: new Date(ports.clock.now()).toISOString().slice(0, 10),
    problems: missing === null ? [] : [missing],
  };
  return buildReport(context, judged.outcome, frame);
}

function missingModel(order: ReviewOrder, { settings }: PullRequestContext): string | null {
  if (order.modelMissing) return order.modelMissing;
  return settings.model === 'required' ? 'a model is required by configuration, and there is no key' : null;
}

/** The models' part of a run, in what is left of its time. */
async function askModels(
  context: PullRequestContext,
  plan: Plan,
  analyzed: PlanOutcome,
  ports: ReviewPorts & { readonly models: ModelSetup },
  signal: AbortSignal,
): Promise<{ readonly outcome: RunOutcome; readonly asked: boolean }> {
  const { models, clock, progress } = ports;
  const began = clock.steady();
  const left = Math.max(0, Math.round(context.settings.budgets.runSeconds - analyzed.ms / 1_000));
  const deadline = startDeadline(left, signal, clock);
  try {
    const found = await runModels(context, plan, analyzed, models, ports, deadline.signal);
    const { client, prices } = models;
    const around = { client, prices, clock, progress, budget: found.budget, expired: deadline.expired };
    const outcome = await verifyRun(found, around, deadline.signal);
    const ms = Math.round(analyzed.ms + clock.steady() - began);
    return { outcome: { ...outcome, ms }, asked: found.asked };
  } finally {
    deadline.close();
  }
}
