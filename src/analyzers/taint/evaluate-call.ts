import type { TaintKind, TaintPropagator } from '../../config/taint-model.ts';
import { callBuiltIn } from './call-built-in.ts';
import { maskOf } from './compile-model.ts';
import { evaluate, isOwn, sourceTaint } from './evaluate.ts';
import { storeBack } from './execute.ts';
import type { CallForm, Expression } from './form.ts';
import { handlerOfCallback } from './handlers.ts';
import { checkCall, holds, OWN_TEXT, positionsOf } from './report-flow.ts';
import { accessText, codeOf, type Run } from './run.ts';
import { define, lookUp, type Scope } from './scope.ts';
import {
  cleansed,
  constantValue,
  deepTaints,
  joinTaints,
  namedValue,
  type Taint,
  taintedValue,
  UNKNOWN,
  type Value,
  withStep,
} from './value.ts';

/** Names of functions that look something up: what they find is not what they were given. */
const LOOKS_UP =
  /^(find|fetch|load|select|query|lookup|exists|count|create|save|insert|update|delete|remove|exec|send|log|print|write|is|has|can|check|assert|test|match|search|index|len|size|hash|verify|compare|authenticate|login)/i;

/** A call as it is evaluated. */
export interface Call {
  readonly form: CallForm;
  /** The path of what is called, as imports tell, and as it is written. */
  readonly paths: readonly string[];
  readonly name: string;
  readonly receiver: Value | null;
  readonly target: Expression | null;
  readonly values: readonly Value[];
}

/** The value that a call gives; reports input that arrives in it. */
export function evaluateCall(run: Run, scope: Scope, form: CallForm): Value {
  const { callee } = form;
  const isMethod = callee.kind === 'member';
  const receiver = isMethod ? evaluate(run, scope, callee.object) : null;
  const called = isMethod ? null : evaluate(run, scope, callee);
  const text = accessText(callee);
  const name = isMethod ? callee.property : (called?.path.split('.').at(-1) ?? '');
  const resolved = isMethod
    ? receiver?.path
      ? `${receiver.path}.${name}`
      : `?.${name}`
    : (called?.path ?? '');
  const paths = resolved === text ? [text] : [resolved, text];
  // Callbacks are handlers before they are looked into.
  const handlers = run.model.callbacks.find(paths);
  const values = form.arguments.map((argument) => evaluate(run, scope, argument.value));
  for (const value of values)
    if (value.closure !== null && handlers.length > 0) handlerOfCallback(run, handlers, value.closure.form);
  const module = called === null ? null : moduleOf(called.path, values);
  if (module !== null) return namedValue(module);
  const call: Call = { form, paths, name, receiver, target: isMethod ? callee.object : null, values };

  // A function of the file is not the built-in one whose name it has.
  const isOwn = called !== null && called.closure !== null;
  const sinks = isOwn ? [] : run.model.sinkCalls.find(paths);
  const owner = isMethod ? ownerOf(text) : '';
  if (owner !== '') settle(run, scope, call, owner);
  const harmful =
    owner === '' ? sinks : sinks.filter((sink) => !isSettled(run, scope, owner, sink.kind, form.node));
  checkCall(run, harmful, form.node, form.arguments, values);
  const source = isOwn ? null : sourceOf(run, call, text);
  if (source !== null) return withPath(source, resolved);
  const cleaned = sanitised(run, call);
  if (cleaned !== null) return withPath(cleaned, resolved);
  const own = ownFunction(run, scope, call, called);
  if (own !== null) return own;
  const propagated = propagate(run, scope, call, run.model.propagators.find(paths));
  if (propagated !== null) return withPath(propagated, resolved);
  const builtIn = callBuiltIn(run, scope, call);
  if (builtIn !== null) return builtIn.path === '' ? withPath(builtIn, resolved) : builtIn;
  return withPath(sinks.length > 0 ? UNKNOWN : unknownCall(run, call), resolved);
}

/** The variable that a chain of calls begins with: `res` of `res.status().send`. */
function ownerOf(text: string): string {
  const [first = ''] = text.split('.()');
  return first.slice(0, Math.max(0, first.lastIndexOf('.')));
}

/** The name under which the scope keeps that a thing's methods do no harm of a kind. */
function settledName(owner: string, kind: TaintKind): string {
  return `${kind} of ${owner}`;
}

function settle(run: Run, scope: Scope, { form, paths, values }: Call, owner: string): void {
  for (const { kinds, to, when } of run.model.sanitisers.find(paths)) {
    if (to !== 'receiver' || !when.every((test) => holds(test, form.arguments, values))) continue;
    for (const kind of kinds) define(scope, settledName(owner, kind), constantValue(true));
  }
}

function isSettled(run: Run, scope: Scope, owner: string, kind: TaintKind, node: number): boolean {
  if (lookUp(scope, settledName(owner, kind))?.constant !== true) return false;
  run.arrivals.set(`${kind}:${node}`, true);
  return true;
}

/** What asks for `node:fs` gives the module `fs`. */
function moduleOf(path: string, [first]: readonly Value[]): string | null {
  if ((path !== 'require' && path !== 'import') || typeof first?.constant !== 'string') return null;
  return first.constant.replace(/^node:/, '');
}

/** The outcome of `a.b()` is called `a.b()`, so that models can name what its methods do. */
function withPath(value: Value, path: string): Value {
  return path === '' || path.startsWith('?.') || value.constant !== undefined
    ? value
    : { ...value, path: `${path}()` };
}

function sourceOf(run: Run, { form, name, paths, receiver }: Call, text: string): Value | null {
  const [source] = run.model.sourceCalls.find(paths);
  if (source !== undefined) return taintedValue([sourceTaint(run, source, form.node)]);
  if (receiver === null) return null;
  const owner = text.slice(0, Math.max(0, text.lastIndexOf('.')));
  const method = run.model.objects.find([receiver.path, owner]).find((each) => each.calls.includes(name));
  if (method !== undefined)
    return taintedValue([{ ...sourceTaint(run, method, form.node), whole: form.arguments.length === 0 }]);
  return null;
}

/** What a sanitiser gives: the taints of its arguments and receiver, harmless as what it is for. */
function sanitised(run: Run, { form, name, paths, receiver, values }: Call): Value | null {
  const named = run.model.sanitisers.find(paths);
  const sanitisers = named.filter(
    ({ to, when }) => to === 'result' && when.every((test) => holds(test, form.arguments, values)),
  );
  if (sanitisers.length === 0) return null;
  const mask = sanitisers.reduce((all, each) => all | maskOf(each.kinds), 0);
  const taints = [receiver, ...values].reduce<readonly Taint[]>(
    (all, value) => (value === null ? all : joinTaints(all, deepTaints(value))),
    [],
  );
  const fixed =
    values.length > 0 && values.every((value) => value.fixed) && (receiver === null || receiver.fixed);
  const same = /^(String|toString|trim|trimEnd|encodeURI)$/.test(name) ? (receiver ?? values[0]) : undefined;
  const outcome = cleansed(taintedValue(taints.filter((taint) => !taint.carrier)), mask);
  return { ...outcome, fixed, prefix: same?.prefix ?? '' };
}

function ownFunction(
  run: Run,
  scope: Scope,
  { form, name, receiver, values, target }: Call,
  called: Value | null,
): Value | null {
  const given = values;
  if (receiver !== null) {
    const owner =
      receiver.instance ??
      receiver.type ??
      (target?.kind === 'name' && /^(self|this|cls)$/.test(target.name)
        ? (run.current?.owner ?? null)
        : null);
    const method = owner?.methods.get(name);
    if (method !== undefined) return run.parts.call(run, { form: method, scope }, receiver, given, form.node);
    const field = receiver.fields?.get(name);
    return field?.closure ? run.parts.call(run, field.closure, receiver, given, form.node) : null;
  }
  if (called?.closure) return run.parts.call(run, called.closure, null, given, form.node);
  if (called?.type) {
    const maker =
      called.type.methods.get('__init__') ??
      called.type.methods.get('constructor') ??
      called.type.methods.get(called.type.name) ??
      called.type.methods.get('initialize');
    if (maker !== undefined) run.parts.call(run, { form: maker, scope }, UNKNOWN, given, form.node);
    return { ...UNKNOWN, instance: called.type, path: called.path };
  }
  return null;
}

function propagate(
  run: Run,
  scope: Scope,
  call: Call,
  propagators: readonly TaintPropagator[],
): Value | null {
  if (propagators.length === 0) return null;
  let result: Value = UNKNOWN;
  for (const { from, to, restores } of propagators) {
    const indexes = positionsOf(from, call.form.arguments);
    let taints: readonly Taint[] = [];
    for (const index of indexes) taints = joinTaints(taints, deepTaints(call.values[index] ?? UNKNOWN));
    const fixed = indexes.length > 0 && indexes.every((index) => call.values[index]?.fixed === true);
    const kept = taints
      .filter((taint) => !taint.carrier)
      .map((taint) => (restores ? { ...taint, clean: 0 } : taint));
    const stepped = withStep(kept, call.form.node, `passes through ${codeOf(run, call.form.node)}`);
    if (to === 'receiver' && call.target !== null && call.receiver !== null) {
      storeBack(run, scope, call.target, {
        ...call.receiver,
        taints: joinTaints(call.receiver.taints, stepped),
      });
    } else
      result = {
        ...taintedValue(joinTaints(result.taints, stepped)),
        fixed,
        prefix: RESOLVES.test(call.paths[0] ?? '')
          ? resolvedPrefix(call)
          : (call.values[indexes[0] ?? 0]?.prefix ?? ''),
      };
  }
  return result;
}

/** Calls that resolve an address against another one. */
const RESOLVES = /(^|\.)(URL|urljoin|url\.resolve)$/;

/** What an address surely begins with: an absolute one is its own, a relative one keeps the host of the base. */
function resolvedPrefix({ name, values }: Call): string {
  const [first, second] = values;
  const [address, base] = name === 'URL' ? [first, second] : [second, first];
  if (address === undefined) return base?.prefix ?? '';
  if (base === undefined || /^[a-z][a-z0-9+.-]*:/i.test(address.prefix)) return address.prefix;
  const isRelative = /^(\/[^/\\]|[?#]|[^/\\:?#\uE000]+[/?#])/.test(address.prefix);
  const host = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]+|\uE000)/i.exec(base.prefix || (isOwn(base) ? OWN_TEXT : ''));
  return isRelative && host !== null ? `${host[0]}/` : '';
}

/** A function that nothing is known about may hand on what it is given; the way is less sure then. */
function unknownCall(run: Run, { form, name, receiver, values }: Call): Value {
  const { node } = form;
  let taints: readonly Taint[] = [];
  if (receiver !== null) {
    // A method of a thing that holds a request gives what is in the request.
    const held = receiver.taints.filter(
      (taint) => !taint.carrier || receiver.path === '' || receiver.path.endsWith('()'),
    );
    taints = held.map((taint) => ({ ...taint, carrier: false, whole: false }));
  }
  const isLookUp = LOOKS_UP.test(name) || (name === 'get' && receiver !== null);
  if (!isLookUp || form.creates) {
    for (const value of values) {
      const passed = deepTaints(value).map((taint) => ({
        ...taint,
        whole: false,
        unsure: taint.unsure + (taint.carrier ? 0 : 1),
      }));
      taints = joinTaints(taints, passed);
    }
  }
  for (const value of values) if (value.closure !== null) callBack(run, value, receiver, node);
  return taintedValue(withStep(taints, node, `passes through ${codeOf(run, node)}`));
}

/** A callback of an unknown call on input, such as `stream.on('data', (chunk) => …)`, may be given that input. */
function callBack(run: Run, { closure }: Value, receiver: Value | null, node: number): void {
  if (closure === null) return;
  const taints = receiver === null ? [] : receiver.taints.filter((taint) => !taint.carrier);
  if (taints.length > 0)
    run.parts.call(run, closure, null, [taintedValue(taints), taintedValue(taints)], node);
}
