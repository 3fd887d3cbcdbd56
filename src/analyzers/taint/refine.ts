import { ALL_KINDS, bitOf, maskOf } from './compile-model.ts';
import type { CallForm, Expression } from './form.ts';
import { accessText, codeOf, type Run } from './run.ts';
import { branchOf, define, lookUp, type Scope } from './scope.ts';
import { cleansed, deepTaints, join, type Taint, taintedValue, type Value } from './value.ts';

const EQUAL = new Set(['==', '===', 'is', 'eql?', 'equal?']);
const UNEQUAL = new Set(['!=', '!==', 'is not']);
/** Methods that say whether their argument is in the receiver. */
const MEMBERSHIP = new Set([
  'includes',
  'has',
  'contains',
  'hasOwnProperty',
  'containsKey',
  'hasOwn',
  'include?',
  'key?',
  'member?',
]);
const ENDING = new Set(['endsWith', 'endswith', 'HasSuffix', 'end_with?']);
const BEGINNING = new Set(['startsWith', 'startswith', 'HasPrefix', 'start_with?']);
/** What cannot be done to a text that holds none of these characters. */
const WITHOUT: readonly (readonly [string, number])[] = [
  ["'", bitOf('xpath')],
  ['..', bitOf('path')],
  ['../', bitOf('path')],
  ['/', bitOf('path')],
  ['\n', bitOf('header') | bitOf('log')],
  ['<', bitOf('xss')],
  ['nan', bitOf('nan')],
];
/** A beginning that was checked: of an address or a path. */
const BEGINNING_KINDS = bitOf('redirect') | bitOf('ssrf') | bitOf('path');

/** The name under which what a guard says of an expression is kept. */
export function refinedText(expression: Expression): string {
  return expression.kind === 'name' ? expression.name : accessText(expression);
}

/** Puts into the scope what is known when a test came out so. */
export function refine(run: Run, scope: Scope, test: Expression, truth: boolean): void {
  if (run.budget.steps-- <= 0) return;
  if (test.kind === 'name') {
    const earlier = lookUp(scope, test.name)?.test;
    if (earlier) refine(run, scope, earlier, truth);
  } else if (test.kind === 'assign') {
    refine(run, scope, test.value, truth);
  } else if (test.kind === 'operation') refineOperation(run, scope, test.operator, test.operands, truth);
  else if (test.kind === 'choice' && test.test === null) {
    if (truth) refineEither(run, scope, test.options);
    else for (const option of test.options) refine(run, scope, option, false);
  } else if (test.kind === 'call') refineCall(run, scope, test, truth);
  // `if (parsed.netloc) return`: an address without a host stays on this site.
  else if (!truth && isHostPart(test)) clean(run, scope, test, ADDRESS_KINDS);
}

/** One of the tests holds: known is what each of them would say. */
function refineEither(run: Run, scope: Scope, options: readonly Expression[]): void {
  const layers = options.map((option) => {
    const layer = branchOf(scope);
    refine(run, layer, option, true);
    return layer;
  });
  const [first, ...others] = layers;
  if (first === undefined) return;
  for (const name of first.names.keys()) {
    if (!others.every((layer) => layer.names.has(name))) continue;
    const values = layers.flatMap((layer) => layer.names.get(name) ?? []);
    define(scope, name, values.reduce(join));
  }
}

function refineOperation(
  run: Run,
  scope: Scope,
  operator: string,
  operands: readonly Expression[],
  truth: boolean,
): void {
  const [left, right] = operands;
  if (left === undefined) return;
  if (operator === '!' || operator === 'not') {
    refine(run, scope, left, !truth);
    return;
  }
  if (operator === '&&') {
    if (truth) for (const operand of operands) refine(run, scope, operand, true);
    return;
  }
  if (right === undefined) return;
  // `path.indexOf(folder) === 0`
  if (
    isZero(right) &&
    left.kind === 'call' &&
    left.callee.kind === 'member' &&
    left.callee.property === 'indexOf'
  ) {
    if ((EQUAL.has(operator) && truth) || (UNEQUAL.has(operator) && !truth))
      clean(run, scope, left.callee.object, BEGINNING_KINDS);
    return;
  }
  // `list.indexOf(value) !== -1`
  if (isMinusOne(right) && (EQUAL.has(operator) || UNEQUAL.has(operator))) {
    refineIndex(run, scope, left, UNEQUAL.has(operator) === truth);
    return;
  }
  if ((EQUAL.has(operator) && truth) || (UNEQUAL.has(operator) && !truth)) {
    refineEqual(run, scope, left, right);
    refineEqual(run, scope, right, left);
    for (const side of [left, right]) if (isCommonFolder(side)) cleanFolder(run, scope, side);
  } else if (EQUAL.has(operator) || UNEQUAL.has(operator)) {
    // The one text that is no number.
    if (run.parts.evaluate(run, scope, right).constant === 'nan') clean(run, scope, left, bitOf('nan'));
  } else if (operator === 'in' || operator === 'not in')
    refineMember(run, scope, left, right, truth === (operator === 'in'));
  else if (operator === '>=' || operator === '>') refineIndex(run, scope, left, truth);
  else if (operator === '<') refineIndex(run, scope, left, !truth);
}

/** `os.path.commonpath([path, ROOT]) == ROOT` */
function isCommonFolder(expression: Expression): expression is CallForm {
  return (
    expression.kind === 'call' &&
    expression.callee.kind === 'member' &&
    /^common(path|prefix)$/.test(expression.callee.property)
  );
}

function cleanFolder(run: Run, scope: Scope, call: CallForm): void {
  for (const { value } of call.arguments) {
    for (const item of value.kind === 'list' ? value.items : [value]) clean(run, scope, item, bitOf('path'));
  }
}

/** `value === 'fixed'`: it is that text and nothing else. Comparing with nothing or empty says so of hosts only. */
function refineEqual(run: Run, scope: Scope, one: Expression, other: Expression): void {
  const constant = run.parts.evaluate(run, scope, other);
  if (one.kind === 'operation' && one.operator === 'typeof' && typeof constant.constant === 'string') {
    const [operand] = one.operands;
    const mask =
      constant.constant === 'string' ? bitOf('nosql') : constant.constant === 'number' ? ALL_KINDS : 0;
    if (operand !== undefined) clean(run, scope, operand, mask);
  } else if (constant.constant !== undefined && constant.constant !== null && constant.constant !== '')
    clean(run, scope, one, ALL_KINDS);
  // An address without a host stays on this site.
  else if (constant.constant === '' && one.kind === 'member' && HOST_PARTS.has(one.property))
    clean(run, scope, one, ADDRESS_KINDS);
}

function isZero(expression: Expression): boolean {
  return expression.kind === 'constant' && expression.value === 0;
}

function isMinusOne(expression: Expression): boolean {
  if (expression.kind !== 'operation' || expression.operator !== '-' || expression.operands.length !== 1)
    return false;
  const [operand] = expression.operands;
  return operand?.kind === 'constant' && operand.value === 1;
}

/** `array.indexOf(value) >= 0` */
function refineIndex(run: Run, scope: Scope, left: Expression, isIn: boolean): void {
  if (left.kind !== 'call' || left.callee.kind !== 'member' || left.callee.property !== 'indexOf') return;
  const [argument] = left.arguments;
  if (argument !== undefined) refineMember(run, scope, argument.value, left.callee.object, isIn);
}

/** `value in ALLOWED`, and the other way round `"'" in value`. */
function refineMember(
  run: Run,
  scope: Scope,
  item: Expression,
  collection: Expression,
  truth: boolean,
): void {
  const container = run.parts.evaluate(run, scope, collection);
  const held = deepTaints(container).length > 0;
  if (!held && truth) {
    clean(run, scope, item, ALL_KINDS);
    return;
  }
  if (!held && [...(container.fields?.values() ?? [])].some((each) => each.constant === 'nan'))
    clean(run, scope, item, bitOf('nan'));
  if (!held || truth) return;
  const { constant } = run.parts.evaluate(run, scope, item);
  if (typeof constant !== 'string') return;
  for (const [text, mask] of WITHOUT) if (constant === text) clean(run, scope, collection, mask);
}

/**
 * `target.startsWith('/orders')`, in Go `strings.HasPrefix(target, "/orders")`. One slash alone may be the first of two,
 * behind which a host stands; who makes sure that there are not two asks for a path of this site.
 */
function refineBeginning(run: Run, scope: Scope, test: CallForm, truth: boolean): void {
  const { callee } = test;
  if (callee.kind !== 'member') return;
  const [first, second] = test.arguments.map((argument) => argument.value);
  const [text, beginning] = callee.property === 'HasPrefix' ? [first, second] : [callee.object, first];
  if (text === undefined || beginning === undefined) return;
  const known = run.parts.evaluate(run, scope, beginning);
  if (!truth) {
    if (known.constant === '//') clean(run, scope, text, ADDRESS_KINDS);
    return;
  }
  const isEnough =
    known.constant === undefined ||
    (typeof known.constant === 'string' && known.constant.length > 1 && known.constant !== 'http');
  if (isEnough && deepTaints(known).length === 0) clean(run, scope, text, BEGINNING_KINDS);
}

function refineCall(
  run: Run,
  scope: Scope,
  test: Extract<Expression, { kind: 'call' }>,
  truth: boolean,
): void {
  const { callee } = test;
  const first = test.arguments[0]?.value;
  if (callee.kind === 'member' && first !== undefined) {
    if (MEMBERSHIP.has(callee.property)) {
      refineMember(run, scope, first, callee.object, truth);
      return;
    }
    if (ENDING.has(callee.property) && truth && isHostPart(callee.object)) {
      const { constant } = run.parts.evaluate(run, scope, first);
      if (typeof constant === 'string' && constant.length > 1)
        clean(run, scope, callee.object, ADDRESS_KINDS);
    }
    if (BEGINNING.has(callee.property)) refineBeginning(run, scope, test, truth);
  }
  if (!truth) return;
  const matched = matchedKinds(run, scope, test);
  if (matched === 0) return;
  const path = calleePath(run, scope, callee);
  for (const guard of run.model.guards.find([path, accessText(callee)])) {
    const mask = maskOf(guard.kinds) & matched;
    for (const argument of test.arguments) clean(run, scope, argument.value, mask);
    if (callee.kind === 'member') clean(run, scope, callee.object, mask);
  }
}

/** Calls that throw where their argument is not what it has to be: `assertAllowed(host)` as a statement. */
const INSISTS =
  /^(assert|ensure|require|must|enforce|check(?!_(call|output)$)|validate|verify|reject|refuse|guard|throw)[A-Z_]\w*/;

/** What is known after a call that stands alone: it came back, so that its argument passed. */
export function refinePassed(run: Run, scope: Scope, statement: Expression): void {
  if (statement.kind !== 'call') return;
  const { callee } = statement;
  const name = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : '';
  if (!INSISTS.test(name)) return;
  for (const argument of statement.arguments) clean(run, scope, argument.value, ALL_KINDS);
}

/** What was joined and is checked now did no harm where it was joined. */
function withdrawChecked(run: Run, value: Value, mask: number): void {
  for (const taint of deepTaints(value)) {
    for (let step: Taint['step'] | null = taint.step; step !== null; step = step.before) {
      for (const kind of ['path', 'ssrf'] as const) {
        const key = `${kind}:${step.node}`;
        if ((mask & bitOf(kind)) !== 0 && run.flows.get(key)?.sink.checkable === true) run.flows.delete(key);
      }
    }
  }
}

/** Parts of an address that say whom it leads to. */
const HOST_PARTS = new Set(['host', 'hostname', 'netloc', 'origin', 'Host']);
const ADDRESS_KINDS = bitOf('redirect') | bitOf('ssrf');
/** Code that reads a property of a property: `req.query.url`. */
const ACCESS = /^[\w$]+(\.[\w$]+)+$/;

function isHostPart(expression: Expression): boolean {
  return expression.kind === 'member' && HOST_PARTS.has(expression.property);
}

/** The host of a parsed address was checked: the text it was parsed from leads there too. */
function cleanOrigins(run: Run, scope: Scope, part: Value, mask: number): void {
  const origins = new Set(deepTaints(part).map((taint) => taint.origin));
  for (const { kind, node } of [...origins].flatMap((origin) => (origin.kind === 'source' ? [origin] : []))) {
    // Read again where it came from, such as `req.query.url`, it is the same text.
    const text = codeOf(run, node);
    if (kind !== 'source' || !ACCESS.test(text)) continue;
    const again = deepTaints(part).filter(
      (taint) => taint.origin.kind === 'source' && taint.origin.node === node,
    );
    define(scope, text, cleansed(taintedValue(again), mask));
    run.refined.add(text);
  }
  for (let layer: Scope | null = scope.below; layer !== null; layer = layer.below) {
    for (const [name, value] of layer.names) {
      if (!scope.names.has(name) && value.taints.some((taint) => origins.has(taint.origin)))
        define(scope, name, cleansed(value, mask));
    }
  }
}

/** An expression that fixes scheme and host, and the slash behind them. */
const HOST_FIRST = /^(\^|\\A)https?\??:(\\?\/){2}[\w.\\-]+(:\d+)?\\?\//;

/** An expression says what a text is only when it matches all of it, between `^` and `$`; or what it begins with. */
function matchedKinds(run: Run, scope: Scope, { callee, arguments: given }: CallForm): number {
  if (callee.kind !== 'member' || !/^(test|match|search|exec)$/.test(callee.property)) return ALL_KINDS;
  const candidates = [callee.object, ...given.map((argument) => argument.value)];
  for (const candidate of candidates) {
    const { constant } = run.parts.evaluate(run, scope, candidate);
    if (typeof constant !== 'string') continue;
    const source = /^\/(.*)\/[a-z]*$/s.exec(constant)?.[1] ?? constant;
    const begins = callee.property === 'match' && !constant.startsWith('/') ? true : /^(\^|\\A)/.test(source);
    if (begins && /(\$|\\[zZ])$/.test(source)) return ALL_KINDS;
    return HOST_FIRST.test(source) ? ADDRESS_KINDS : 0;
  }
  return ALL_KINDS;
}

/** The path of what is called, as far as imports tell. */
export function calleePath(run: Run, scope: Scope, callee: Expression): string {
  if (callee.kind !== 'member') return run.parts.evaluate(run, scope, callee).path;
  const { path } = run.parts.evaluate(run, scope, callee.object);
  return path === '' ? `?.${callee.property}` : `${path}.${callee.property}`;
}

function clean(run: Run, scope: Scope, expression: Expression, mask: number): void {
  if (mask === 0) return;
  // `len(value)`, `value.lower()`: what is known of the outcome is known of the value.
  if (
    expression.kind === 'call' &&
    expression.callee.kind === 'member' &&
    expression.arguments.length === 0
  ) {
    clean(run, scope, expression.callee.object, mask);
    return;
  }
  // A part of the text was looked at: what must not be in it is not in it.
  const [only] = expression.kind === 'mixed' ? expression.parts : [];
  if (only !== undefined && expression.kind === 'mixed' && expression.parts.length === 1) {
    clean(run, scope, only, mask);
    return;
  }
  const text = refinedText(expression);
  if (text === '') return;
  const value = run.parts.evaluate(run, scope, expression);
  if (deepTaints(value).length === 0) return;
  if (isHostPart(expression)) cleanOrigins(run, scope, value, ADDRESS_KINDS & mask);
  withdrawChecked(run, value, mask);
  define(scope, text, cleansed(value, mask));
  if (expression.kind !== 'name') run.refined.add(text);
}
