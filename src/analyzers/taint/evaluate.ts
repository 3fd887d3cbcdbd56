import type { TaintSource } from '../../config/taint-model.ts';
import { bitOf, maskOf } from './compile-model.ts';
import { evaluateCall } from './evaluate-call.ts';
import { foldOperation, isTrue } from './fold.ts';
import type { Expression } from './form.ts';
import { refine, refinedText } from './refine.ts';
import { OWN_TEXT } from './report-flow.ts';
import { accessText, codeOf, deeper, type Run } from './run.ts';
import { branchOf, define, lookUp, type Scope } from './scope.ts';
import {
  anyPart,
  cleansed,
  constantValue,
  deepTaints,
  join,
  joinAll,
  joinTaints,
  namedValue,
  type Taint,
  taintedValue,
  UNKNOWN,
  type Value,
  withField,
  withStep,
} from './value.ts';

/** What an expression may be at this point. */
export function evaluate(run: Run, scope: Scope, expression: Expression): Value {
  return deeper(run, () => evaluateKind(run, scope, expression), UNKNOWN);
}

function evaluateKind(run: Run, scope: Scope, expression: Expression): Value {
  switch (expression.kind) {
    case 'constant':
      return constantValue(expression.value);
    case 'name':
      return nameOf(run, scope, expression.name, expression.node);
    case 'member':
    case 'element':
      return partOf(run, scope, expression);
    case 'call':
      return evaluateCall(run, scope, expression);
    case 'text':
      return textOf(run, scope, expression);
    case 'operation':
      return operationOf(run, scope, expression);
    case 'choice':
      return choiceOf(run, scope, expression);
    case 'record':
      return recordOf(run, scope, expression);
    case 'list':
      return listOf(run, scope, expression);
    case 'function': {
      const closure = { form: expression.form, scope };
      run.waiting.add(closure);
      return { ...UNKNOWN, closure };
    }
    case 'class':
      run.parts.execute(run, scope, [{ kind: 'class', form: expression.form }], null);
      return { ...UNKNOWN, type: expression.form, path: expression.form.name };
    case 'assign': {
      const value = evaluate(run, scope, expression.value);
      run.parts.assign(run, scope, expression.target, value, false);
      return value;
    }
    case 'each': {
      for (const { target, iterable } of expression.loops) {
        run.parts.assign(run, scope, target, anyElement(evaluate(run, scope, iterable)), true);
      }
      return { ...UNKNOWN, taints: deepTaints(evaluate(run, scope, expression.element)) };
    }
    default:
      return joinAll(expression.parts.map((part) => taintedValue(deepTaints(evaluate(run, scope, part)))));
  }
}

/** One element of a collection that is walked over. */
export function anyElement(collection: Value): Value {
  const part = anyPart(collection);
  return part.taints.length === 0 && !part.fixed ? UNKNOWN : part;
}

function nameOf(run: Run, scope: Scope, name: string, node: number): Value {
  const known = lookUp(scope, name);
  const value = known ?? namedValue(name);
  return value.taints.length > 0 || value.closure !== null ? value : withCarrier(run, value, name, node);
}

/** A value whose name says that it is a framework's request carries input. */
function withCarrier(run: Run, value: Value, name: string, node: number): Value {
  if (value.constant !== undefined || value.instance !== null) return value;
  const [source] = run.model.objects.find(value.path === '' ? [name] : [value.path]);
  if (source === undefined) return value;
  return { ...value, taints: [sourceTaint(run, source, node, true)] };
}

/** Input that begins here. */
export function sourceTaint(
  run: Run,
  source: Pick<TaintSource, 'what' | 'kinds'> & { readonly doubt?: number },
  node: number,
  carrier = false,
): Taint {
  const what = `${source.what}: ${codeOf(run, node)}`;
  return {
    origin: { kind: 'source', node, what: source.what, kinds: maskOf(source.kinds) },
    clean: 0,
    step: { node, what, before: null, length: 1 },
    unsure: source.doubt ?? 0,
    carrier,
    whole: true,
    built: false,
  };
}

function partOf(
  run: Run,
  scope: Scope,
  expression: Extract<Expression, { kind: 'member' | 'element' }>,
): Value {
  if (run.refined.size > 0) {
    const text = refinedText(expression);
    const refined = run.refined.has(text) ? lookUp(scope, text) : null;
    if (refined !== null) return refined;
  }
  const object = evaluate(run, scope, expression.object);
  if (expression.kind === 'member') return memberOf(run, scope, object, expression.property, expression);
  const key = evaluate(run, scope, expression.key).constant;
  if (typeof object.constant === 'string' && typeof key === 'number')
    return constantValue(object.constant.at(key) ?? '');
  if (key === undefined || key === null) return elementOf(object);
  if (typeof key === 'number' && key < 0 && object.length >= 0)
    return memberOf(run, scope, object, String(object.length + key), expression);
  return memberOf(run, scope, object, String(key), expression);
}

function elementOf(object: Value): Value {
  return {
    ...anyPart(object),
    taints: asPart(deepTaints(object)),
    path: object.path === '' ? '' : `${object.path}.*`,
    fixed: object.fixed && object.fields !== null,
  };
}

/** The value of one property or constant key. */
function memberOf(run: Run, scope: Scope, object: Value, property: string, expression: Expression): Value {
  const path = object.path === '' ? '' : `${object.path}.${property}`;
  const field = object.fields?.get(property);
  if (field !== undefined)
    return object.taints.length === 0
      ? field
      : { ...field, taints: joinTaints(field.taints, asPart(object.taints)) };
  const text = accessText(expression);
  if (object.instance !== null || text.startsWith('self.') || text.startsWith('this.')) {
    const own = ownField(run, scope, object, property, text);
    if (own !== null) return own;
  }
  const source = readSource(run, object.path, text, property);
  if (source !== null) return { ...namedValue(path), taints: [sourceTaint(run, source, expression.node)] };
  if (property === 'length' || property === 'size') return { ...UNKNOWN, fixed: true };
  const taints = object.taints.filter((taint) => !taint.carrier || object.path === '');
  const prefix = property === 'href' ? object.prefix : '';
  return { ...UNKNOWN, path, prefix, taints: asPart(taints) };
}

function asPart(taints: readonly Taint[]): readonly Taint[] {
  return taints.map((taint) => (taint.whole ? { ...taint, whole: false } : taint));
}

/** The source whose object this is and which gives input when the property is read. */
function readSource(run: Run, objectPath: string, text: string, property: string): TaintSource | null {
  const owner = text.slice(0, text.lastIndexOf('.'));
  const sources = run.model.objects.find(owner === objectPath ? [objectPath] : [objectPath, owner]);
  return sources.find((source) => source.reads.includes(property)) ?? null;
}

/** What the methods of the class keep in `self.name`, or the method itself. */
function ownField(run: Run, scope: Scope, object: Value, property: string, text: string): Value | null {
  const owner = object.instance ?? run.current?.owner ?? null;
  const assigned = text === '' ? null : lookUp(scope, text);
  if (assigned !== null) return assigned;
  if (owner === null) return null;
  const method = owner.methods.get(property);
  if (method !== undefined) return { ...UNKNOWN, closure: { form: method, scope } };
  return run.fields.get(owner)?.get(property) ?? null;
}

function textOf(run: Run, scope: Scope, { parts, node }: Extract<Expression, { kind: 'text' }>): Value {
  return joinedText(
    run,
    parts.map((part) => evaluate(run, scope, part)),
    node,
  );
}

/** What chooses neither the host nor the scheme of an address, whatever else it may do. */
const HOST_KINDS = maskOf(['ssrf', 'redirect']);

/** A text put together of these values, one after the other. */
export function joinedText(run: Run, values: readonly Value[], node: number): Value {
  const constant = foldOperation(
    '+',
    values.map((value) => value.constant),
  );
  if (constant !== undefined) return constantValue(constant);
  let prefix = '';
  for (const value of values) {
    const isFree = value.prefix === '' && value.constant === undefined && isOwn(value);
    prefix += isFree ? OWN_TEXT : value.prefix;
    if (!isFree && typeof value.constant !== 'string') break;
  }
  let taints: readonly Taint[] = [];
  for (const value of values) taints = joinTaints(taints, deepTaints(value));
  // Lists that are put together stay lists: their parts matter to sinks that look inside.
  // Something of which nothing is known may be no text, such as a column that is added to.
  const isText = values.some(({ prefix: known }) => known !== '') || values.every(isTainted);
  const built = taints
    .filter((taint) => !taint.carrier)
    .map((taint) => ({ ...taint, built: taint.built || isText }));
  const fixed = values.every((value) => value.fixed);
  return {
    ...UNKNOWN,
    prefix,
    fixed,
    taints: asPart(withStep(built, node, `is put into a text: ${codeOf(run, node)}`)),
  };
}

function isTainted(value: Value): boolean {
  return deepTaints(value).length > 0;
}

/** No outsider has a say in it, such as a setting of the environment. */
export function isOwn(value: Value): boolean {
  return deepTaints(value).every(
    ({ origin }) => origin.kind === 'source' && (origin.kinds & HOST_KINDS) === 0,
  );
}

function operationOf(
  run: Run,
  scope: Scope,
  { operator, operands }: Extract<Expression, { kind: 'operation' }>,
): Value {
  if (operator === '&&') return conjunctionOf(run, scope, operands);
  const values = operands.map((operand) => evaluate(run, scope, operand));
  const folded = foldOperation(
    operator,
    values.map((value) => value.constant),
  );
  if (folded !== undefined) return constantValue(folded);
  return GIVES_NO_TEXT.has(operator) ? { ...UNKNOWN, fixed: true } : UNKNOWN;
}

/** The outcome is a number or a truth value, whatever the operands are. */
const GIVES_NO_TEXT = new Set([
  '-',
  '**',
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '===',
  '!=',
  '!==',
  'is',
  'is not',
  'in',
  'not in',
  '!',
  'not',
]);

/** `a && b`: `b` is looked at where `a` holds, and is what comes out. */
function conjunctionOf(run: Run, scope: Scope, operands: readonly Expression[]): Value {
  const layer = branchOf(scope);
  let last: Value = UNKNOWN;
  const constants: Value['constant'][] = [];
  for (const operand of operands) {
    last = evaluate(run, layer, operand);
    constants.push(last.constant);
    refine(run, layer, operand, true);
  }
  const folded = foldOperation('&&', constants);
  return folded === false ? constantValue(false) : last;
}

function choiceOf(run: Run, scope: Scope, { test, options }: Extract<Expression, { kind: 'choice' }>): Value {
  if (test === null) return joinAll(options.map((option) => evaluate(run, scope, option)));
  const [then, otherwise] = options;
  const tested = evaluate(run, scope, test).constant;
  const pick = (option: Expression | undefined, truth: boolean): Value => {
    if (option === undefined) return UNKNOWN;
    const layer = branchOf(scope);
    refine(run, layer, test, truth);
    return evaluate(run, layer, option);
  };
  if (tested !== undefined) return isTrue(tested) ? pick(then, true) : pick(otherwise, false);
  return join(pick(then, true), pick(otherwise, false));
}

function recordOf(run: Run, scope: Scope, { entries }: Extract<Expression, { kind: 'record' }>): Value {
  let record: Value = { ...UNKNOWN, fixed: true, fields: new Map() };
  for (const { key, value: entry } of entries) {
    const value = evaluate(run, scope, entry);
    if (key === null) {
      const fields = new Map([...(record.fields ?? []), ...(value.fields ?? [])]);
      record = { ...record, fields, fixed: false, taints: joinTaints(record.taints, value.taints) };
    } else {
      const name = typeof key === 'string' ? key : evaluate(run, scope, key).constant;
      // `{ $eq: value }` compares with the value, whatever it is: an object in it is no operator.
      const part = name === '$eq' ? cleansed(value, bitOf('nosql')) : value;
      record = withField(record, name === undefined ? null : String(name), part);
    }
  }
  return record;
}

function listOf(run: Run, scope: Scope, { items }: Extract<Expression, { kind: 'list' }>): Value {
  let list: Value = { ...UNKNOWN, fixed: true, fields: new Map(), length: 0 };
  for (const [index, item] of items.entries())
    list = withField(list, String(index), evaluate(run, scope, item));
  return list;
}

/** Gives the variable behind an expression a new value; anything else is left as it is. */
export function store(scope: Scope, expression: Expression, value: Value): void {
  if (expression.kind === 'name') define(scope, expression.name, value);
}
