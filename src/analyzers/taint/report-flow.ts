import type { ArgumentTest, TaintSink } from '../../config/taint-model.ts';
import { compileRegex } from '../tree/compile-regex.ts';
import { ALL_KINDS, bitOf } from './compile-model.ts';
import type { Argument } from './form.ts';
import { codeOf, type Flow, type Run } from './run.ts';
import { deepTaints, joinTaints, type Taint, type Value, withStep } from './value.ts';

/** More unknown calls on the way than this: nobody would believe it. */
const MOST_UNSURE = 2;
/** Stands in the known beginning of a text for a part that is not known, and not input either. */
export const OWN_TEXT = '\uE000';
/** A host is fixed before the input begins: the input chooses neither server nor scheme. */
const FIXED_HOST = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?#]+[/?#]|\uE000[^/?#]*[/?#])/i;
/** A whole host name, or an address from elsewhere: what is put behind it is a path in all likelihood. */
const WHOLE_HOST =
  /^(?:https?:\/\/(?:[^/?#@]+\.[a-z]{2,}|localhost|\d+\.\d+\.\d+\.\d+)(?::\d+)?|(?:https?:\/\/[^/?#@]*)?\uE000)$/i;
/** A path on this server; two slashes would be another host. */
const FIXED_PATH = /^\/[^/\\]/;
/** A path from a base that the client knows: what follows stays on that host. */
const FIXED_FOLDER = /^[^/\\:?#\uE000]+\//;
const MOST_FLOWS = 500;
/** Longer ways through several functions are cut: nobody follows them, and each call would copy them. */
const LONGEST_WAY = 24;
/** Sinks that one function's parameters reach. */
const MOST_OF_FUNCTION = 12;

/** Checks one value that arrives at a sink; behind a shell's name every argument matters. */
export function checkArrival(
  run: Run,
  sink: TaintSink,
  node: number,
  argument: number,
  value: Value,
  isShell = false,
): void {
  const taints = harmfulTaints(sink, value);
  const place = `${sink.kind}:${node}`;
  const isFine = isKnownHarmless(sink, value, taints) || isHarmless(sink, value);
  // What is beside the argument that matters most says nothing as long as no input is in it.
  const isBeside =
    sink.deep &&
    !isShell &&
    run.arrivals.has(place) &&
    taints.every(({ origin }) => origin.kind === 'parameter');
  if (!isBeside) run.arrivals.set(place, run.arrivals.get(place) !== false && isFine);
  // Without a shell a text is the name of a program: what begins with a constant names no other one.
  if (taints.length === 0 || isHarmless(sink, value) || (sink.program && value.prefix !== '')) return;
  for (const taint of taints) {
    if (taint.carrier || (sink.whole && !taint.whole) || (sink.sure && taint.unsure > 0)) continue;
    report(run, {
      kind: sink.kind,
      sink,
      node,
      argument,
      taint: sink.doubt === 0 ? taint : { ...taint, unsure: taint.unsure + sink.doubt },
    });
  }
}

/** What of a value does harm here. */
function harmfulTaints(sink: TaintSink, value: Value): readonly Taint[] {
  if (sink.deep) return deepTaints(value);
  if (value.fields === null) return value.taints;
  let { taints } = value;
  for (const name of sink.fields) {
    const field = value.fields.get(name);
    if (field !== undefined && !isHarmless(sink, field)) taints = joinTaints(taints, field.taints);
  }
  if (sink.program) taints = joinTaints(taints, programTaints(value.fields));
  return taints;
}

/** Switches behind which an interpreter takes code. */
const CODE_SWITCHES = new Set<unknown>(['-c', '/c', '/C', '-Command', '-command', '-e']);
const INTERPRETERS =
  /(^|[\\/])((ba|z|da|k|fi)?sh|cmd(\.exe)?|powershell(\.exe)?|pwsh|python[\d.]*|node|perl|ruby|php|env|sudo)$/;

/** A list of a program and its arguments: the program, and what a shell is told to run. */
function programTaints(fields: ReadonlyMap<string, Value>): readonly Taint[] {
  const program = fields.get('0');
  const own = program?.taints ?? [];
  const name = program?.constant;
  if (typeof name === 'string' && !INTERPRETERS.test(name)) return own;
  let taints = own;
  let isCode = false;
  for (const [key, part] of fields) {
    if (isCode && key !== '0') taints = joinTaints(taints, part.taints);
    isCode ||= CODE_SWITCHES.has(part.constant);
  }
  return taints;
}

/** Constant, or input that was made harmless: not merely nothing known. */
function isKnownHarmless(sink: TaintSink, value: Value, taints: readonly Taint[]): boolean {
  const bit = bitOf(sink.kind);
  // What comes from where no outsider can do this harm is as good as cleansed.
  const harms = ({ clean, origin }: Taint) =>
    (clean & bit) === 0 && (origin.kind === 'parameter' || (origin.kinds & bit) !== 0);
  if (taints.length > 0) return value.fixed || !taints.some(harms);
  return value.fixed;
}

function isHarmless(sink: TaintSink, { prefix }: Value): boolean {
  if (sink.kind === 'redirect') return FIXED_HOST.test(prefix) || FIXED_PATH.test(prefix);
  if (sink.kind !== 'ssrf') return false;
  return [FIXED_HOST, WHOLE_HOST, FIXED_PATH, FIXED_FOLDER].some((beginning) => beginning.test(prefix));
}

/** Keeps a flow: of the file when it comes from input, of the function when it comes from a parameter. */
export function report(run: Run, flow: Flow): void {
  const { taint, kind, node } = flow;
  const bit = bitOf(kind);
  if ((taint.clean & bit) !== 0 || taint.unsure > MOST_UNSURE) return;
  if (taint.origin.kind === 'parameter') {
    const summary = run.summaries.get(taint.origin.form);
    const { index } = taint.origin;
    const isKnown = summary?.flows.some(
      (other) =>
        other.node === node &&
        other.sink === flow.sink &&
        other.kind === kind &&
        other.taint.origin.kind === 'parameter' &&
        other.taint.origin.index === index,
    );
    if (summary !== undefined && isKnown === false && summary.flows.length < MOST_OF_FUNCTION)
      summary.flows.push(flow);
    return;
  }
  if ((taint.origin.kinds & bit) === 0) return;
  const key = `${kind}:${node}`;
  const known = run.flows.get(key);
  if (known === undefined ? run.flows.size < MOST_FLOWS : isBetter(taint, known.taint))
    run.flows.set(key, flow);
}

function isBetter(taint: Taint, other: Taint): boolean {
  return (
    taint.unsure < other.unsure || (taint.unsure === other.unsure && taint.step.length < other.step.length)
  );
}

/** Checks the arguments of a call against the sinks of its name. */
export function checkCall(
  run: Run,
  sinks: readonly TaintSink[],
  node: number,
  given: readonly Argument[],
  values: readonly Value[],
): void {
  for (const sink of sinks) {
    if (!sink.when.every((test) => holds(test, given, values))) continue;
    if (sink.unless.some((test) => holds(test, given, values))) continue;
    if (sink.always) {
      if (isMistake(sink, given, values)) {
        const argument = culpritOf(sink, given) ?? node;
        report(run, { kind: sink.kind, sink, node, argument, taint: mistakeOf(run, node) });
      }
      continue;
    }
    const isShell = typeof values[0]?.constant === 'string' && INTERPRETERS.test(values[0].constant);
    for (const index of positionsOf(sink.arguments, given)) {
      const value = values[index];
      const argument = given[index];
      if (value !== undefined && argument !== undefined)
        checkArrival(run, sink, node, argument.value.node, value, isShell);
    }
  }
}

/** The named argument that makes the call a mistake, such as `verify=False`. */
function culpritOf(sink: TaintSink, given: readonly Argument[]): number | null {
  for (const { argument, is } of sink.when) {
    if (is.includes('given')) continue;
    const found = given.find(({ name }) => name !== null && name === argument);
    if (found !== undefined) return found.value.node;
  }
  return null;
}

/** The call is a mistake by itself, or by a constant it is given. */
function isMistake(sink: TaintSink, given: readonly Argument[], values: readonly Value[]): boolean {
  if (sink.constant === null) return true;
  const test = compiledOf(sink.constant);
  return positionsOf(sink.arguments, given).some((index) => {
    const value = values[index];
    if (value === undefined) return false;
    const candidates = [value, ...sink.fields.map((name) => value.fields?.get(name))];
    return candidates.some(
      (each) => each !== undefined && each.prefix !== '' && test(each.prefix.slice(0, LONGEST_CONSTANT)),
    );
  });
}

/** Longer constants are looked at by their beginning. */
const LONGEST_CONSTANT = 500;
const tests = new Map<string, (text: string) => boolean>();

/** The test of an expression that ships with the program; there are few, and each is compiled once. */
function compiledOf(expression: string): (text: string) => boolean {
  const test = tests.get(expression) ?? compileRegex(expression, true);
  tests.set(expression, test);
  return test;
}

/** A mistake has no way: it is its own beginning. */
function mistakeOf(run: Run, node: number): Taint {
  const what = codeOf(run, node);
  const origin = { kind: 'source', node, what, kinds: ALL_KINDS } as const;
  return {
    origin,
    clean: 0,
    step: { node, what, before: null, length: 1 },
    unsure: 0,
    carrier: false,
    whole: true,
    built: false,
  };
}

/** Indexes of the arguments that are meant by position or name; all of them when none is named. */
export function positionsOf(
  wanted: readonly (number | string)[],
  given: readonly Argument[],
): readonly number[] {
  if (wanted.length === 0) return given.map((_, index) => index);
  const spread = given.findIndex((argument) => argument.spread && argument.name === null);
  return given.flatMap((argument, index) => {
    if (argument.name !== null) return wanted.includes(argument.name) ? [index] : [];
    // Behind a spread nobody knows the positions.
    if (spread >= 0 && index >= spread)
      return wanted.some((each) => typeof each === 'number' && each >= spread) ? [index] : [];
    return wanted.includes(index) ? [index] : [];
  });
}

export function holds(test: ArgumentTest, given: readonly Argument[], values: readonly Value[]): boolean {
  const [index] = positionsOf([test.argument], given);
  if (index === undefined) {
    // Options in a record: `{ shell: true }`.
    for (const value of values) {
      const field = typeof test.argument === 'string' ? value.fields?.get(test.argument) : undefined;
      if (field !== undefined) return isOneOf(test, field);
    }
    return test.is.includes('missing');
  }
  const value = values[index];
  return value !== undefined && isOneOf(test, value);
}

function isOneOf(test: ArgumentTest, value: Value): boolean {
  if (test.is.includes('given')) return true;
  if (typeof value.constant === 'number' && test.below !== null && value.constant < test.below) return true;
  if (value.constant !== undefined) return test.is.includes(value.constant);
  return test.is.some((each) => typeof each === 'string' && value.path !== '' && value.path.endsWith(each));
}

/** Flows of a function's parameters become flows of what was given for them. */
export function passFlows(run: Run, flows: readonly Flow[], given: readonly Value[], node: number): void {
  for (const flow of flows) {
    const { origin } = flow.taint;
    const value = origin.kind === 'parameter' ? given[origin.index] : undefined;
    run.budget.steps--;
    if (value === undefined || flow.taint.step.length > LONGEST_WAY || isHarmless(flow.sink, value)) continue;
    for (const taint of harmfulTaints(
      { ...flow.sink, deep: flow.sink.deep || flow.taint.step.before !== null },
      value,
    )) {
      if (taint.carrier || (flow.sink.whole && !taint.whole) || (flow.sink.sure && taint.unsure > 0))
        continue;
      report(run, { ...flow, taint: continued(run, taint, flow.taint, node) });
    }
  }
}

/** The way of an argument, and then the way of the parameter it was given for. */
export function continued(run: Run, argument: Taint, parameter: Taint, node: number): Taint {
  const [called] = withStep([argument], node, `is handed to a function: ${codeOf(run, node)}`);
  let step = (called ?? argument).step;
  const later: { readonly node: number; readonly what: string }[] = [];
  for (let here: Taint['step'] | null = parameter.step; here?.before; here = here.before) later.push(here);
  for (const { node: at, what } of later.reverse())
    step = { node: at, what, before: step, length: step.length + 1 };
  return {
    ...argument,
    step,
    clean: argument.clean | parameter.clean,
    unsure: argument.unsure + parameter.unsure,
    whole: argument.whole && parameter.whole,
    built: argument.built || parameter.built,
  };
}

/** Calls with constants and unknown callers: what parameters bring where any text does harm is said, with doubt. */
export function reportParameters(run: Run): void {
  for (const summary of run.summaries.values()) {
    for (const flow of summary.flows) {
      const { origin } = flow.taint;
      const { parameters } = flow.sink;
      if (origin.kind !== 'parameter' || parameters === 'no' || (parameters === 'built' && !flow.taint.built))
        continue;
      const parameter = origin.form.parameters[origin.index];
      if (parameter === undefined || parameter.name === '' || TYPED.test(parameter.type)) continue;
      if (run.flows.has(`${flow.kind}:${flow.node}`)) continue;
      const what = `the parameter ${parameter.name}`;
      report(run, {
        ...flow,
        taint: {
          ...flow.taint,
          origin: { kind: 'source', node: origin.form.node, what, kinds: ALL_KINDS },
          unsure: MOST_UNSURE,
        },
      });
    }
  }
}

/** Declared types that hold no text. */
const TYPED = /^(number|boolean|bigint|Date|int|float|bool|long|double|Integer|Long|UUID|Decimal)\b/;
