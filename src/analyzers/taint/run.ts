import type { TaintHandler, TaintKind, TaintSink } from '../../config/taint-model.ts';
import type { SyntaxTree } from '../../model.ts';
import { textOf } from '../tree/syntax.ts';
import type { CompiledModel } from './compile-model.ts';
import type { ClassForm, Expression, FunctionForm, Statement, Target } from './form.ts';
import type { Scope } from './scope.ts';
import type { Closure, Taint, Value } from './value.ts';

/** Input that arrives where it does harm. */
export interface Flow {
  readonly kind: TaintKind;
  readonly sink: TaintSink;
  /** The call or assignment. */
  readonly node: number;
  /** The argument. */
  readonly argument: number;
  readonly taint: Taint;
}

/** What a call of a function does with its arguments. */
export interface Summary {
  returns: Value;
  readonly flows: Flow[];
  done: boolean;
}

/** What is left to spend on a file. */
export interface Budget {
  /** Evaluations. */
  steps: number;
  depth: number;
}

/** Work on one file. */
export interface Run {
  readonly model: CompiledModel;
  readonly tree: SyntaxTree;
  readonly text: string;
  readonly budget: Budget;
  readonly flows: Map<string, Flow>;
  /** `kind:node` of sinks → nothing harmful arrived whenever they were looked at. */
  readonly arrivals: Map<string, boolean>;
  readonly summaries: Map<FunctionForm, Summary>;
  /** Functions that were seen and not looked into yet. */
  readonly waiting: Set<Closure>;
  readonly handlers: Map<FunctionForm, TaintHandler>;
  readonly fields: Map<ClassForm, Map<string, Value>>;
  /** Expressions of which a guard said something, such as `req.query.url`. */
  readonly refined: Set<string>;
  readonly current: FunctionForm | null;
  /** The parts call each other in circles; they meet here. */
  readonly parts: Parts;
}

export interface Parts {
  evaluate(run: Run, scope: Scope, expression: Expression): Value;
  execute(run: Run, scope: Scope, statements: readonly Statement[], summary: Summary | null): void;
  assign(run: Run, scope: Scope, target: Target, value: Value, declares: boolean): void;
  call(run: Run, closure: Closure, receiver: Value | null, given: readonly Value[], node: number): Value;
}

/** Deeper evaluation is cut: expressions, calls of the file's functions and what is in them, all together. */
const DEEPEST = 220;

/** Runs one level deeper; gives `otherwise` when there are no steps left or it is too deep. */
export function deeper<Result>(run: Run, make: () => Result, otherwise: Result): Result {
  const { budget } = run;
  budget.steps--;
  if (budget.steps <= 0 || budget.depth >= DEEPEST) return otherwise;
  budget.depth++;
  try {
    return make();
  } finally {
    budget.depth--;
  }
}

/** Code as it stands in the file, on one line and short. */
export function codeOf(run: Run, node: number, longest = 60): string {
  const text = textOf(run.tree, run.text, node)
    .slice(0, longest * 4)
    .replace(/\s+/g, ' ');
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** The words of an access such as `req.query.id`; empty for anything else. */
export function accessText(expression: Expression): string {
  const parts: string[] = [];
  let here: Expression = expression;
  for (let count = 0; count < 20; count++) {
    if (here.kind === 'name') return [here.name, ...parts.reverse()].join('.');
    if (here.kind === 'member') {
      parts.push(here.property);
      here = here.object;
    } else if (here.kind === 'element' && here.key.kind === 'constant') {
      parts.push(String(here.key.value));
      here = here.object;
    } else if (here.kind === 'call') {
      parts.push('()');
      here = here.callee;
    } else return '';
  }
  return '';
}
