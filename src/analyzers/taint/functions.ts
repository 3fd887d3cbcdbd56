import type { TaintHandler } from '../../config/taint-model.ts';
import { bitOf } from './compile-model.ts';
import { sourceTaint } from './evaluate.ts';
import type { FunctionForm, Parameter } from './form.ts';
import { handlerOfDecorators } from './handlers.ts';
import { continued, passFlows } from './report-flow.ts';
import { codeOf, deeper, type Run, type Summary } from './run.ts';
import { define, makeScope, type Scope } from './scope.ts';
import {
  type Closure,
  deepTaints,
  joinTaints,
  namedValue,
  type Taint,
  taintedValue,
  UNKNOWN,
  type Value,
  withStep,
} from './value.ts';

/** What a function does, looked into once. A function that is still being looked into gives what is known so far. */
export function summaryOf(run: Run, closure: Closure): Summary {
  const { form } = closure;
  const known = run.summaries.get(form);
  run.waiting.delete(closure);
  if (known !== undefined) return known;
  const summary: Summary = { returns: UNKNOWN, flows: [], done: false };
  run.summaries.set(form, summary);
  deeper(run, () => lookInto(run, form, closure.scope as Scope, summary), undefined);
  summary.done = true;
  return summary;
}

function lookInto(run: Run, form: FunctionForm, outer: Scope, summary: Summary): void {
  handlerOfDecorators(run, outer, form);
  const scope = makeScope(outer);
  const handler = run.handlers.get(form);
  const inside: Run = { ...run, current: form };
  for (const [index, parameter] of form.parameters.entries()) {
    const value = parameterValue(run, form, parameter, index, handler);
    if (parameter.name !== '') define(scope, parameter.name, value);
    else if (parameter.target !== null) run.parts.assign(inside, scope, parameter.target, value, true);
  }
  run.parts.execute(inside, scope, form.body(), summary);
}

function parameterValue(
  run: Run,
  form: FunctionForm,
  parameter: Parameter,
  index: number,
  handler: TaintHandler | undefined,
): Value {
  const own: Taint = {
    origin: { kind: 'parameter', form, index },
    clean: 0,
    step: { node: form.node, what: parameter.name, before: null, length: 1 },
    unsure: 0,
    carrier: false,
    whole: true,
    built: false,
  };
  const position =
    form.owner !== null && /^(self|cls)$/.test(form.parameters[0]?.name ?? '') ? index - 1 : index;
  const role = handler?.objects[position];
  const path = role === undefined || role === 'input' || role === '-' ? parameter.name : role;
  const isSelf = position < 0;
  if (isSelf) return { ...namedValue(parameter.name), instance: form.owner };
  // What the framework converts is no text, whoever calls.
  if (role === undefined && handler?.inputUnless && isConverted(handler, parameter)) return namedValue(path);
  const value = { ...namedValue(path), taints: [own] };
  const source = inputOf(run, parameter, handler, role);
  if (source === null && HOLDS_NO_TEXT.test(parameter.type)) return { ...namedValue(path), fixed: true };
  if (source === null) return value;
  const taint = sourceTaint(run, source, form.node);
  return { ...value, taints: [asDeclared(taint, parameter.type), own] };
}

/** Types that leave open which fields there are. */
const ANY_FIELDS =
  /^(?:$|any|unknown|object|Any|Object|Record|Partial|Map|Request|FormData|[Dd]ict|JSON|\{|Mapping)/;

/** One text, or a type of the program's own that names its fields, is not all that was sent. */
function asDeclared(taint: Taint, type: string): Taint {
  const clean = /^(?:string|str)$/.test(type) ? taint.clean | bitOf('nosql') : taint.clean;
  return { ...taint, clean, whole: ANY_FIELDS.test(type) };
}

/** Declared types of which no value is a text that means anything to a shell, a database or a browser. */
const HOLDS_NO_TEXT =
  /^(?:number|boolean|bigint|int|float|bool|long|double|Integer|Long|UUID|Decimal)(?:\s*\|\s*(?:null|undefined|None))?$/;

function inputOf(
  run: Run,
  parameter: Parameter,
  handler: TaintHandler | undefined,
  role: string | undefined,
): { what: string; kinds: readonly [] } | null {
  const what = (given: TaintHandler) => ({
    what: `${given.what} (parameter ${parameter.name})`,
    kinds: [] as const,
  });
  for (const each of run.model.annotated) {
    if (parameter.annotations.some((name) => each.annotations.includes(name)))
      return isConverted(each, parameter) ? null : what(each);
  }
  const named = run.model.callers.get(parameter.name);
  if (named !== undefined) return what(named);
  if (handler === undefined) return null;
  if (role === 'input') return what(handler);
  if (role !== undefined || handler.inputUnless === null) return null;
  return isConverted(handler, parameter) ? null : what(handler);
}

/** Its type says that it is no text, or it is a service that the framework puts in. */
function isConverted(handler: TaintHandler, { name, type, annotations }: Parameter): boolean {
  const except = handler.inputUnless ?? [];
  if (except.includes(`=${name}`) || annotations.some((annotation) => except.includes(annotation)))
    return true;
  const words = type.split(/\W+/);
  return words.some((word) => except.includes(word));
}

/** The value that a call of one of the file's functions gives, with its summary put in the place of its body. */
export function callClosure(
  run: Run,
  closure: Closure,
  receiver: Value | null,
  given: readonly Value[],
  node: number,
): Value {
  const summary = summaryOf(run, closure);
  const isMethod = closure.form.owner !== null && /^(self|cls)$/.test(closure.form.parameters[0]?.name ?? '');
  const values = isMethod ? [receiver ?? UNKNOWN, ...given] : bindRest(closure.form, given);
  passFlows(run, summary.flows, values, node);
  return substituted(run, summary.returns, closure.form, values, node, 2);
}

/** A rest parameter takes what is left. */
function bindRest(form: FunctionForm, given: readonly Value[]): readonly Value[] {
  const rest = form.parameters.findIndex((parameter) => parameter.rest);
  if (rest < 0 || given.length <= rest) return given;
  const left = given
    .slice(rest)
    .reduce<readonly Taint[]>((taints, value) => joinTaints(taints, deepTaints(value)), []);
  return [...given.slice(0, rest), taintedValue(left)];
}

function substituted(
  run: Run,
  value: Value,
  form: FunctionForm,
  given: readonly Value[],
  node: number,
  levels: number,
): Value {
  let taints: readonly Taint[] = [];
  for (const taint of value.taints) {
    const { origin } = taint;
    if (origin.kind !== 'parameter' || origin.form !== form) {
      taints = joinTaints(taints, withStep([taint], node, `is returned by ${codeOf(run, node)}`));
      continue;
    }
    const argument = given[origin.index];
    if (argument === undefined) continue;
    const passed = deepTaints(argument).map((each) => continued(run, each, taint, node));
    taints = joinTaints(taints, passed);
  }
  if (value.fields === null || levels === 0) return { ...value, taints };
  const fields = new Map<string, Value>();
  for (const [key, part] of value.fields)
    fields.set(key, substituted(run, part, form, given, node, levels - 1));
  return { ...value, taints, fields };
}
