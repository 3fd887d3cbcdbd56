import { anyElement } from './evaluate.ts';
import { isTrue } from './fold.ts';
import type { ClassForm, Statement, Target } from './form.ts';
import { handlerOfDecorators } from './handlers.ts';
import { refine, refinePassed } from './refine.ts';
import { checkArrival } from './report-flow.ts';
import { accessText, codeOf, deeper, type Run, type Summary } from './run.ts';
import { assign as assignName, branchOf, define, lookUp, mergeBranches, type Scope } from './scope.ts';
import { anyPart, deepTaints, join, joinTaints, UNKNOWN, type Value, withField, withStep } from './value.ts';

/** What a loop does a second time it does ever after: taints only grow. */
const ROUNDS = 2;

/** Runs statements one after the other; what follows a return is not looked at. */
export function execute(
  run: Run,
  scope: Scope,
  statements: readonly Statement[],
  summary: Summary | null,
): void {
  // Functions are known in the whole block, wherever they stand.
  for (const statement of statements) if (statement.kind === 'declare') declare(run, scope, statement);
  for (const statement of statements) {
    if (scope.ended || run.budget.steps <= 0) return;
    deeper(run, () => executeOne(run, scope, statement, summary), undefined);
  }
}

function executeOne(run: Run, scope: Scope, statement: Statement, summary: Summary | null): void {
  const { evaluate } = run.parts;
  switch (statement.kind) {
    case 'expression':
      evaluate(run, scope, statement.expression);
      refinePassed(run, scope, statement.expression);
      return;
    case 'assign':
      assignment(run, scope, statement);
      return;
    case 'branch':
      branch(run, scope, statement, summary);
      return;
    case 'loop':
      loop(run, scope, statement, summary);
      return;
    case 'return':
      if (statement.value !== null)
        returned(run, evaluate(run, scope, statement.value), statement.node, summary);
      scope.ended = true;
      return;
    case 'leave':
      scope.ended = true;
      return;
    case 'try':
      attempt(run, scope, statement, summary);
      return;
    case 'switch':
      selection(run, scope, statement, summary);
      return;
    case 'block':
      execute(run, scope, statement.body, summary);
      return;
    case 'class':
      classDeclaration(run, scope, statement.form);
      return;
    case 'import':
      define(scope, statement.name, { ...UNKNOWN, path: statement.path });
      return;
    default:
      return;
  }
}

function declare(run: Run, scope: Scope, { form }: Extract<Statement, { kind: 'declare' }>): void {
  const closure = { form, scope };
  define(scope, form.name, { ...UNKNOWN, closure });
  run.waiting.add(closure);
}

function returned(run: Run, value: Value, node: number, summary: Summary | null): void {
  if (summary === null) return;
  summary.returns = summary.returns === UNKNOWN ? value : join(summary.returns, value);
  const handler = run.current === null ? undefined : run.handlers.get(run.current);
  if (handler === undefined || handler.answers === 'data' || value.fields !== null) return;
  for (const sink of run.model.sinkReturns) checkArrival(run, sink, node, node, value);
}

function assignment(
  run: Run,
  scope: Scope,
  { target, value, operator, declares, node }: Extract<Statement, { kind: 'assign' }>,
): void {
  const plain = run.parts.evaluate(run, scope, value);
  const given = value.kind === 'operation' || value.kind === 'call' ? { ...plain, test: value } : plain;
  if (operator === '') {
    assign(run, scope, target, given, declares);
    return;
  }
  const before = isExpression(target) ? run.parts.evaluate(run, scope, target) : UNKNOWN;
  if (operator === '|') {
    assign(run, scope, target, join(before, given), declares);
    return;
  }
  // Behind a text of the program's own it is part of what the program builds.
  const isText = before.prefix !== '' || typeof before.constant === 'string';
  const parts = isText
    ? given.taints.map((one) => (one.carrier ? one : { ...one, built: true }))
    : given.taints;
  const text = withStep(parts, node, `is appended: ${codeOf(run, node)}`);
  const constant =
    typeof before.constant === 'string' && typeof given.constant === 'string'
      ? before.constant + given.constant
      : typeof before.constant === 'number' && typeof given.constant === 'number'
        ? before.constant + given.constant
        : undefined;
  const fields = given.fields === null ? before.fields : join(before, given).fields;
  const prefix = typeof before.constant === 'string' ? before.constant + given.prefix : before.prefix;
  assign(
    run,
    scope,
    target,
    {
      ...before,
      constant,
      prefix,
      fields,
      fixed: before.fixed && given.fixed,
      length: -1,
      taints: joinTaints(before.taints, text),
    },
    declares,
  );
}

function isExpression(
  target: Target,
): target is Exclude<Target, { kind: 'record-pattern' | 'list-pattern' | 'default-pattern' }> {
  return !target.kind.endsWith('-pattern');
}

/** Puts a value where a target says. */
export function assign(run: Run, scope: Scope, target: Target, value: Value, declares: boolean): void {
  switch (target.kind) {
    case 'name': {
      const stepped = { ...value, taints: withStep(value.taints, target.node, `is kept in ${target.name}`) };
      if (declares) define(scope, target.name, stepped);
      else assignName(scope, target.name, stepped);
      return;
    }
    case 'member':
    case 'element':
      assignPart(run, scope, target, value);
      return;
    case 'record-pattern':
      for (const { key, target: inner } of target.entries) {
        const field = key === null ? undefined : value.fields?.get(key);
        assign(run, scope, inner, field ?? partOfSource(run, value, key, target.node), declares);
      }
      return;
    case 'list-pattern':
      for (const [index, inner] of target.items.entries()) {
        const field = value.fields?.get(String(index));
        if (inner !== null) assign(run, scope, inner, field ?? anyPart(value), declares);
      }
      return;
    case 'default-pattern':
      assign(run, scope, target.target, join(value, run.parts.evaluate(run, scope, target.value)), declares);
      return;
    default:
      return;
  }
}

/** `const { id } = req.query`: a part of input is input, and a part of a request may be. */
function partOfSource(run: Run, value: Value, key: string | null, node: number): Value {
  if (key === null) return value;
  const scope: Scope = { names: new Map([['it', value]]), below: null, outer: null, ended: false };
  return run.parts.evaluate(run, scope, {
    kind: 'member',
    node,
    object: { kind: 'name', node, name: 'it' },
    property: key,
  });
}

function assignPart(
  run: Run,
  scope: Scope,
  target: Extract<Target, { kind: 'member' | 'element' }>,
  value: Value,
): void {
  const text = accessText(target);
  const object = run.parts.evaluate(run, scope, target.object);
  const key =
    target.kind === 'member' ? target.property : run.parts.evaluate(run, scope, target.key).constant;
  const name = key === undefined ? '*' : String(key);
  const paths = [object.path === '' ? '' : `${object.path}.${name}`, text];
  // A sink of a computed key sees the key as well: `target[key] = value`.
  for (const sink of run.model.sinkAssigns.find(paths))
    checkArrival(run, sink, target.node, target.node, value);
  if (target.kind === 'element' && key === undefined) checkKey(run, scope, target, paths);
  if (target.object.kind === 'name' && (target.object.name === 'self' || target.object.name === 'this'))
    keepField(run, name, value);
  if (text !== '' && (run.refined.has(text) || text.startsWith('self.') || text.startsWith('this.')))
    define(scope, text, value);
  const changed = withField(object, key === undefined ? null : String(key), value);
  // Another host is another beginning of the address.
  storeBack(run, scope, target.object, LEADS.has(name) ? { ...changed, prefix: '' } : changed);
}

/** Parts of an address that say where it leads. */
const LEADS = new Set(['host', 'hostname', 'href', 'protocol', 'origin']);

/** Writing under a key that is input: prototypes can be reached where the key's value is an object in turn. */
function checkKey(
  run: Run,
  scope: Scope,
  target: Extract<Target, { kind: 'element' }>,
  paths: readonly string[],
): void {
  const own = run.parts.evaluate(run, scope, target.key);
  for (const sink of run.model.sinkAssigns.find(paths)) {
    if (sink.kind === 'trust-boundary') checkArrival(run, sink, target.node, target.key.node, own);
  }
  if (target.object.kind !== 'element') return;
  const outer = run.parts.evaluate(run, scope, target.object.key);
  for (const sink of run.model.sinkAssigns.find(['[key][key]']))
    checkArrival(run, sink, target.node, target.object.key.node, outer);
}

/** A changed object is the new value of the variable it was read from, however deep. */
export function storeBack(run: Run, scope: Scope, expression: Target, value: Value): void {
  if (expression.kind === 'name') {
    if (expression.name !== 'self' && expression.name !== 'this') assignName(scope, expression.name, value);
  } else if (expression.kind === 'member' || expression.kind === 'element') {
    if (expression.object.kind === 'name' && /^(self|this)$/.test(expression.object.name)) {
      const text = accessText(expression);
      if (text !== '') define(scope, text, value);
      if (expression.kind === 'member') keepField(run, expression.property, value);
      return;
    }
    const key =
      expression.kind === 'member'
        ? expression.property
        : run.parts.evaluate(run, scope, expression.key).constant;
    const object = run.parts.evaluate(run, scope, expression.object);
    if (expression.object.kind === 'name')
      assignName(
        scope,
        expression.object.name,
        withField(object, key === undefined ? null : String(key), value),
      );
  }
}

/** What one method keeps in `self`, another may read. */
function keepField(run: Run, name: string, value: Value): void {
  const owner = run.current?.owner;
  if (owner === undefined || owner === null) return;
  const fields = run.fields.get(owner) ?? new Map<string, Value>();
  const before = fields.get(name);
  fields.set(name, before === undefined ? value : join(before, value));
  run.fields.set(owner, fields);
}

function branch(
  run: Run,
  scope: Scope,
  { test, holds, otherwise }: Extract<Statement, { kind: 'branch' }>,
  summary: Summary | null,
): void {
  const { constant } = run.parts.evaluate(run, scope, test);
  const layers: Scope[] = [];
  for (const [body, truth] of [
    [holds, true],
    [otherwise, false],
  ] as const) {
    if (constant !== undefined && isTrue(constant) !== truth) continue;
    const layer = branchOf(scope);
    refine(run, layer, test, truth);
    execute(run, layer, body, summary);
    layers.push(layer);
  }
  mergeBranches(scope, layers);
}

function loop(
  run: Run,
  scope: Scope,
  { target, iterable, test, body }: Extract<Statement, { kind: 'loop' }>,
  summary: Summary | null,
): void {
  const collection = iterable === null ? UNKNOWN : run.parts.evaluate(run, scope, iterable);
  for (let round = 0; round < ROUNDS; round++) {
    const layer = branchOf(scope);
    if (test !== null) {
      run.parts.evaluate(run, layer, test);
      refine(run, layer, test, true);
    }
    if (target !== null) assign(run, layer, target, anyElement(collection), true);
    execute(run, layer, body, summary);
    // A return in a loop may not be reached: what follows runs all the same.
    layer.ended = false;
    mergeBranches(scope, [branchOf(scope), layer]);
  }
}

function attempt(
  run: Run,
  scope: Scope,
  { body, handlers, after }: Extract<Statement, { kind: 'try' }>,
  summary: Summary | null,
): void {
  const main = branchOf(scope);
  execute(run, main, body, summary);
  const layers = [main];
  for (const handler of handlers) {
    const layer = branchOf(scope);
    // What the body changed before it threw.
    for (const [name, value] of main.names) define(layer, name, join(value, lookUp(scope, name) ?? value));
    execute(run, layer, handler, summary);
    layers.push(layer);
  }
  mergeBranches(scope, layers);
  if (after.length > 0) {
    const { ended } = scope;
    scope.ended = false;
    execute(run, scope, after, summary);
    scope.ended = scope.ended || ended;
  }
}

function selection(
  run: Run,
  scope: Scope,
  { subject, cases }: Extract<Statement, { kind: 'switch' }>,
  summary: Summary | null,
): void {
  const { constant } = run.parts.evaluate(run, scope, subject);
  const layers: Scope[] = [];
  let decided = false;
  for (const { tests, isDefault, body } of cases) {
    const values = tests.map((test) => run.parts.evaluate(run, scope, test).constant);
    const isMatch = constant !== undefined && values.includes(constant);
    const isOut =
      constant !== undefined &&
      !isDefault &&
      values.every((value) => value !== undefined && value !== constant);
    if (decided || isOut) continue;
    const layer = branchOf(scope);
    if (tests.length > 0 && !isDefault) {
      refine(
        run,
        layer,
        { kind: 'operation', node: 0, operator: '==', operands: [subject, tests[0] ?? subject] },
        true,
      );
    }
    execute(run, layer, body, summary);
    layers.push(layer);
    decided = isMatch;
  }
  const isComplete = decided || cases.some((each) => each.isDefault);
  mergeBranches(scope, isComplete && layers.length > 0 ? layers : [...layers, branchOf(scope)]);
}

function classDeclaration(run: Run, scope: Scope, form: ClassForm): void {
  define(scope, form.name, { ...UNKNOWN, path: form.name, type: form });
  const layer = branchOf(scope);
  execute(run, layer, form.fields, null);
  for (const method of form.methods.values()) {
    handlerOfDecorators(run, scope, method);
    run.waiting.add({ form: method, scope });
  }
  for (const [name, value] of layer.names) {
    if (deepTaints(value).length === 0) continue;
    const fields = run.fields.get(form) ?? new Map<string, Value>();
    fields.set(name.replace(/^this\./, ''), value);
    run.fields.set(form, fields);
  }
}
