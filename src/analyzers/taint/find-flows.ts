import type { SyntaxTree } from '../../model.ts';
import type { CompiledModel } from './compile-model.ts';
import { evaluate } from './evaluate.ts';
import { assign, execute } from './execute.ts';
import { callClosure, summaryOf } from './functions.ts';
import { makeLoweringTree } from './lowering.ts';
import { lowerings } from './lowerings.ts';
import { reportParameters } from './report-flow.ts';
import type { Flow, Run } from './run.ts';
import { makeScope } from './scope.ts';

/** Evaluations for one file: more than any written by hand needs, about 100 ms. */
const MOST_STEPS = 60_000;
/** Nodes of a tree that is looked at: files beyond are generated. */
const MOST_NODES = 300_000;

export interface FoundFlows {
  readonly flows: readonly Flow[];
  readonly run: Run | null;
  /** Why the file was not looked at to its end; null when it was. */
  readonly cut: string | null;
}

/** Finds the ways of input through one file. Bounded in steps and depth, whatever the text. */
export function findFlows(model: CompiledModel, tree: SyntaxTree, text: string): FoundFlows {
  const lowering = lowerings.get(tree.language);
  if (lowering === undefined) return { flows: [], run: null, cut: null };
  if (tree.size > MOST_NODES)
    return { flows: [], run: null, cut: `it has ${tree.size} syntax nodes, more than ${MOST_NODES}` };
  const lowered = makeLoweringTree(tree, text);
  const run: Run = {
    model,
    tree,
    text,
    budget: { steps: MOST_STEPS, depth: 0 },
    flows: new Map(),
    arrivals: new Map(),
    summaries: new Map(),
    waiting: new Set(),
    handlers: new Map(),
    fields: new Map(),
    refined: new Set(),
    current: null,
    parts: { evaluate, execute, assign, call: callClosure },
  };
  execute(run, makeScope(null), lowering.program(lowered), null);
  // Looking into a function finds more functions; each is looked into once.
  for (const closure of run.waiting) {
    if (run.budget.steps <= 0) break;
    summaryOf(run, closure);
  }
  reportParameters(run);
  const cut = run.budget.steps <= 0 ? 'it takes more steps than a file may' : null;
  return { flows: [...run.flows.values()], run, cut };
}
