import type { ConfigProblem, WorkflowDefinition } from '../model.ts';
import { inOrder } from './parsed.ts';
import { didYouMean } from './suggest.ts';
import { dotted, type KeyPath, type Position } from './yaml-node.ts';

/**
 * What makes a workflow unusable: phases or reviewers named twice, empty phases, needs that name no phase, cycles, what
 * waits for a cycle for ever, and reviewers that do not exist.
 *
 * @param workflow its shape has been checked
 * @param reviewerNames all that exist; null leaves that check out
 * @param at places of its parts; without it problems name no line
 */
export function checkWorkflow(
  workflow: WorkflowDefinition,
  reviewerNames: readonly string[] | null,
  at: (path: KeyPath) => Position | null = () => null,
): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const report = (path: KeyPath, message: string): void => {
    const place = at(path);
    problems.push({
      file: workflow.source,
      line: place?.line ?? null,
      column: place?.column ?? null,
      key: dotted(path),
      message,
    });
  };
  checkNames(workflow, report);
  checkReviewers(workflow, reviewerNames, report);
  checkNeeds(workflow, report);
  return inOrder(problems);
}

type Report = (path: KeyPath, message: string) => void;

function checkNames(workflow: WorkflowDefinition, report: Report): void {
  const seen = new Set<string>();
  for (const [index, phase] of workflow.phases.entries()) {
    if (seen.has(phase.name)) {
      report(
        ['phases', index, 'name'],
        `there are two phases named "${phase.name}"; every phase needs its own name`,
      );
    }
    seen.add(phase.name);
  }
}

function checkReviewers(workflow: WorkflowDefinition, known: readonly string[] | null, report: Report): void {
  const phaseOf = new Map<string, string>();
  for (const [index, phase] of workflow.phases.entries()) {
    if (phase.reviewers.length === 0) {
      report(['phases', index, 'reviewers'], `phase "${phase.name}" has no reviewers`);
    }
    for (const [position, reviewer] of phase.reviewers.entries()) {
      const path = ['phases', index, 'reviewers', position];
      const earlier = phaseOf.get(reviewer);
      if (earlier !== undefined) {
        report(path, `reviewer "${reviewer}" already runs in phase "${earlier}"; a reviewer runs once`);
      } else if (known !== null && !known.includes(reviewer)) {
        const hint = didYouMean(reviewer, known);
        report(path, `there is no reviewer "${reviewer}".${hint} There are ${known.join(', ')}`);
      }
      phaseOf.set(reviewer, earlier ?? phase.name);
    }
  }
}

function checkNeeds(workflow: WorkflowDefinition, report: Report): void {
  const names = workflow.phases.map((phase) => phase.name);
  for (const [index, phase] of workflow.phases.entries()) {
    for (const [position, need] of phase.needs.entries()) {
      if (!names.includes(need)) {
        const hint = didYouMean(need, names);
        const message = `there is no phase "${need}".${hint} There are ${names.join(', ')}`;
        report(['phases', index, 'needs', position], message);
      }
    }
  }
  const never = phasesThatNeverStart(workflow);
  const inCycle = new Set<string>();
  for (const [index, phase] of workflow.phases.entries()) {
    const cycle = never.has(phase.name) && !inCycle.has(phase.name) ? cycleFrom(phase.name, workflow) : null;
    if (cycle !== null) {
      report(['phases', index, 'needs'], `these phases wait for each other: ${cycle.join(' → ')}`);
      for (const member of cycle) {
        inCycle.add(member);
      }
    }
  }
  for (const [index, phase] of workflow.phases.entries()) {
    if (never.has(phase.name) && !inCycle.has(phase.name)) {
      report(
        ['phases', index, 'needs'],
        `phase "${phase.name}" can never start: it needs phases that wait for each other`,
      );
    }
  }
}

/** Starts whatever can start until nothing more can; needs that name no phase are another problem. */
function phasesThatNeverStart(workflow: WorkflowDefinition): ReadonlySet<string> {
  const waiting = new Set(workflow.phases.map((phase) => phase.name));
  for (let round = 0; round < workflow.phases.length; round += 1) {
    for (const phase of workflow.phases) {
      if (!phase.needs.some((need) => waiting.has(need))) {
        waiting.delete(phase.name);
      }
    }
  }
  return waiting;
}

/** The way from `start` back to `start` by needs, or null when there is none: it waits for a cycle but is not in it. */
function cycleFrom(start: string, workflow: WorkflowDefinition): readonly string[] | null {
  const seen = new Set<string>();
  const ways: (readonly string[])[] = [[start]];
  for (const way of ways) {
    const needs = workflow.phases.find((phase) => phase.name === way.at(-1))?.needs ?? [];
    for (const need of needs) {
      if (need === start) {
        return [...way, start];
      }
      if (!seen.has(need)) {
        seen.add(need);
        ways.push([...way, need]);
      }
    }
  }
  return null;
}
