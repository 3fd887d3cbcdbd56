import { ALL_KINDS, bitOf, maskOf } from './compile-model.ts';
import type { CallForm, Expression } from './form.ts';
import { accessText, type Run } from './run.ts';
import { define, lookUp, type Scope } from './scope.ts';
import { cleansed, deepTaints, type Taint, type Value } from './value.ts';

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
const BEGINNING = new Set(['startsWith', 'startswith', 'HasPrefix', 'start_with?']);
/** What cannot be done to a text that holds none of these characters. */
const WITHOUT: readonly (readonly [string, number])[] = [
  ["'", bitOf('xpath')],
  ['..', bitOf('path')],
  ['../', bitOf('path')],
  ['/', bitOf('path')],
  ['\n', bitOf('header') | bitOf('log')],
  ['<', bitOf('xss')],
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
  else if (test.kind === 'choice' && test.test === null && !truth) {
    for (const option of test.options) refine(run, scope, option, false);
  } else if (test.kind === 'call') refineCall(run, scope, test, truth);
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
  } else if (operator === 'in' || operator === 'not in')
    refineMember(run, scope, left, right, truth === (operator === 'in'));
  else if (operator === '>=' || operator === '>') refineIndex(run, scope, left, truth);
  else if (operator === '<') refineIndex(run, scope, left, !truth);
}

/** `value === 'fixed'`: it is that text and nothing else. Comparing with nothing or empty says nothing. */
function refineEqual(run: Run, scope: Scope, one: Expression, other: Expression): void {
  const constant = run.parts.evaluate(run, scope, other);
  if (one.kind === 'operation' && one.operator === 'typeof' && typeof constant.constant === 'string') {
    const [operand] = one.operands;
    const mask =
      constant.constant === 'string' ? bitOf('nosql') : constant.constant === 'number' ? ALL_KINDS : 0;
    if (operand !== undefined) clean(run, scope, operand, mask);
  } else if (constant.constant !== undefined && constant.constant !== null && constant.constant !== '')
    clean(run, scope, one, ALL_KINDS);
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
  if (!held || truth) return;
  const { constant } = run.parts.evaluate(run, scope, item);
  if (typeof constant !== 'string') return;
  for (const [text, mask] of WITHOUT) if (constant === text) clean(run, scope, collection, mask);
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
    if (BEGINNING.has(callee.property) && truth) {
      const known = run.parts.evaluate(run, scope, first);
      const isEnough =
        known.constant === undefined ||
        (typeof known.constant === 'string' && known.constant.length > 1 && known.constant !== 'http');
      if (isEnough && deepTaints(known).length === 0) clean(run, scope, callee.object, BEGINNING_KINDS);
    }
  }
  if (!truth || !isWholeMatch(run, scope, test)) return;
  const path = calleePath(run, scope, callee);
  for (const guard of run.model.guards.find([path, accessText(callee)])) {
    const mask = maskOf(guard.kinds);
    for (const argument of test.arguments) clean(run, scope, argument.value, mask);
    if (callee.kind === 'member') clean(run, scope, callee.object, mask);
  }
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

/** The host of a parsed address was checked: the text it was parsed from leads there too. */
function cleanOrigins(scope: Scope, part: Value, mask: number): void {
  const origins = new Set(deepTaints(part).map((taint) => taint.origin));
  for (let layer: Scope | null = scope.below; layer !== null; layer = layer.below) {
    for (const [name, value] of layer.names) {
      if (!scope.names.has(name) && value.taints.some((taint) => origins.has(taint.origin)))
        define(scope, name, cleansed(value, mask));
    }
  }
}

/** An expression says what a text is only when it matches all of it: between `^` and `$`. */
function isWholeMatch(run: Run, scope: Scope, { callee, arguments: given }: CallForm): boolean {
  if (callee.kind !== 'member' || !/^(test|match|search|exec)$/.test(callee.property)) return true;
  const candidates = [callee.object, ...given.map((argument) => argument.value)];
  for (const candidate of candidates) {
    const { constant } = run.parts.evaluate(run, scope, candidate);
    if (typeof constant !== 'string') continue;
    const source = /^\/(.*)\/[a-z]*$/s.exec(constant)?.[1] ?? constant;
    const begins = callee.property === 'match' && !constant.startsWith('/') ? true : /^(\^|\\A)/.test(source);
    return begins && /(\$|\\[zZ])$/.test(source);
  }
  return true;
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
  if (expression.kind === 'member' && HOST_PARTS.has(expression.property))
    cleanOrigins(scope, value, ADDRESS_KINDS & mask);
  withdrawChecked(run, value, mask);
  define(scope, text, cleansed(value, mask));
  if (expression.kind !== 'name') run.refined.add(text);
}
