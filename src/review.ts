import { buildReport, type ReportFrame } from './aggregate/build-report.ts';
import { makeEngine } from './analyzers/make-engine.ts';
import type { PatternTable } from './analyzers/tree/pattern.ts';
import { type ContextRequest, gatherContext } from './context/gather-context.ts';
import { type DispatchPorts, runPlan } from './dispatch/run-plan.ts';
import { digestOf } from './evidence/digest.ts';
import type { Report } from './model.ts';
import { makePlan } from './plan/make-plan.ts';
import type { ChangeSource } from './ports.ts';

/** What a review needs of the world. */
export interface ReviewPorts extends DispatchPorts {
  readonly source: ChangeSource;
}

/** What is asked for: the context request and what the report says of the tool that made it. */
export interface ReviewOrder extends ContextRequest {
  readonly tool: Report['tool'];
  /** Compiled patterns of the built-in rules. */
  readonly patterns: PatternTable;
}

/**
 * Reviews one change: context → plan → dispatch → aggregate. The only place where one stage's value is handed to the
 * next.
 * @param signal aborting it ends the run early; what was found until then is reported as incomplete
 * @throws ReviewError when there is no change to look at (no repository, unknown revision, …)
 */
export async function review(order: ReviewOrder, ports: ReviewPorts, signal: AbortSignal): Promise<Report> {
  const { context, configuration, workflow } = await gatherContext(ports.source, order, signal);
  const plan = makePlan(context, workflow, configuration.reviewers);
  const engine = await makeEngine(configuration.rules, order.patterns, ports.grammars);
  const outcome = await runPlan(context, plan, engine, ports, signal);
  const frame: ReportFrame = {
    tool: order.tool,
    mode: 'deterministic',
    workflow: plan.workflow,
    configDigest: digestOf(configuration.digest, order.tool.version),
    reviewers: configuration.reviewers,
  };
  return buildReport(context, outcome, frame);
}
