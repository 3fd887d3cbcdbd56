import type { Argument, ClassForm, Expression, FunctionForm, Parameter, RecordEntry, Statement, Target } from './form.ts';
import { chainOf, type Lowering, type LoweringTree, nothing, once } from './lowering.ts';

const FUNCTIONS = new Set([
  'function_declaration',
  'generator_function_declaration',
  'function_expression',
  'generator_function',
  'arrow_function',
  'method_definition',
  'function',
]);
const CLASSES = new Set(['class_declaration', 'abstract_class_declaration', 'class']);
/** Wrappers that change nothing about the value. */
const TRANSPARENT = new Set([
  'parenthesized_expression',
  'await_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
  'type_assertion',
  'yield_expression',
  'jsx_expression',
  'instantiation_expression',
  'spread_element',
]);
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

/** JavaScript, TypeScript and TSX. */
export const lowerJavaScript: Lowering = {
  program: (tree) => statementsOf(tree, tree.named(0)),
};

function statementsOf(tree: LoweringTree, nodes: readonly number[]): readonly Statement[] {
  return nodes.flatMap((node) => statement(tree, node));
}

function bodyOf(tree: LoweringTree, node: number): readonly Statement[] {
  if (node < 0) return [];
  return tree.kind(node) === 'statement_block' ? tree.deeper(() => statementsOf(tree, tree.named(node)), []) : statement(tree, node);
}

function statement(tree: LoweringTree, node: number): readonly Statement[] {
  return tree.deeper(() => lowerStatement(tree, node), []);
}

function lowerStatement(tree: LoweringTree, node: number): readonly Statement[] {
  const kind = tree.kind(node);
  switch (kind) {
    case 'lexical_declaration':
    case 'variable_declaration':
      return tree.named(node).flatMap((declarator) => declaration(tree, declarator));
    case 'expression_statement':
      return tree.named(node).flatMap((child) => expressionStatement(tree, child));
    case 'if_statement':
      return [ifStatement(tree, node)];
    case 'for_statement':
      return forStatement(tree, node);
    case 'for_in_statement': {
      const iterable = expression(tree, tree.child(node, 'right'));
      const isKeys = tree.all(node).some((child) => tree.kind(child) === 'in');
      return [
        {
          kind: 'loop',
          target: target(tree, tree.child(node, 'left')),
          iterable: isKeys ? { kind: 'call', node, callee: { kind: 'name', node, name: 'Object.keys' }, arguments: [argumentOf(iterable)], creates: false } : iterable,
          test: null,
          body: bodyOf(tree, tree.child(node, 'body')),
        },
      ];
    }
    case 'while_statement':
    case 'do_statement':
      return [
        {
          kind: 'loop',
          target: null,
          iterable: null,
          test: expression(tree, tree.child(node, 'condition')),
          body: bodyOf(tree, tree.child(node, 'body')),
        },
      ];
    case 'return_statement': {
      const [value] = tree.named(node);
      return [{ kind: 'return', node, value: value === undefined ? null : expression(tree, value) }];
    }
    case 'throw_statement':
      return [...tree.named(node).map((child): Statement => ({ kind: 'expression', expression: expression(tree, child) })), { kind: 'leave' }];
    case 'break_statement':
    case 'continue_statement':
      return [];
    case 'try_statement':
      return [tryStatement(tree, node)];
    case 'switch_statement':
      return [switchStatement(tree, node)];
    case 'statement_block':
      return [{ kind: 'block', body: bodyOf(tree, node) }];
    case 'labeled_statement':
      return bodyOf(tree, tree.child(node, 'body'));
    case 'export_statement':
      return exportStatement(tree, node);
    case 'import_statement':
      return importStatement(tree, node);
    default:
      return otherStatement(tree, node, kind);
  }
}

function otherStatement(tree: LoweringTree, node: number, kind: string): readonly Statement[] {
  if (CLASSES.has(kind)) return [{ kind: 'class', form: classForm(tree, node) }];
  if (FUNCTIONS.has(kind)) return [{ kind: 'declare', form: functionForm(tree, node, null) }];
  if (/^(interface|type_alias|enum|ambient|import_alias|empty|debugger)/.test(kind)) return [];
  return [{ kind: 'expression', expression: expression(tree, node) }];
}

function declaration(tree: LoweringTree, node: number): readonly Statement[] {
  if (tree.kind(node) !== 'variable_declarator') return [];
  const value = tree.child(node, 'value');
  const name = tree.child(node, 'name');
  if (value < 0) return [];
  return [
    { kind: 'assign', node, target: target(tree, name), value: expression(tree, value, tree.textOf(name)), operator: '', declares: true },
  ];
}

function expressionStatement(tree: LoweringTree, node: number): readonly Statement[] {
  const kind = tree.kind(node);
  if (kind === 'sequence_expression') return tree.named(node).flatMap((child) => tree.deeper(() => expressionStatement(tree, child), []));
  if (kind === 'assignment_expression' || kind === 'augmented_assignment_expression') {
    const left = tree.child(node, 'left');
    const operator = tree.textOf(tree.child(node, 'operator'));
    const value = expression(tree, tree.child(node, 'right'), tree.textOf(left));
    const mode = operator === '' || operator === '=' ? '' : operator === '+=' ? '+' : '|';
    return [{ kind: 'assign', node, target: target(tree, left), value, operator: mode, declares: false }];
  }
  return [{ kind: 'expression', expression: expression(tree, node) }];
}

/** A chain of `else if` is as long as its author likes: walked without recursion, from its end. */
function ifStatement(tree: LoweringTree, node: number): Statement {
  const links: number[] = [];
  let here = node;
  let last: readonly Statement[] = [];
  for (;;) {
    links.push(here);
    const clause = tree.child(here, 'alternative');
    const [inner] = tree.named(clause);
    if (inner === undefined) break;
    if (tree.kind(inner) !== 'if_statement') {
      last = bodyOf(tree, inner);
      break;
    }
    here = inner;
  }
  let otherwise = last;
  let built: Statement = { kind: 'block', body: last };
  for (const link of links.reverse()) {
    built = {
      kind: 'branch',
      test: expression(tree, tree.child(link, 'condition')),
      then: bodyOf(tree, tree.child(link, 'consequence')),
      otherwise,
    };
    otherwise = [built];
  }
  return built;
}

function forStatement(tree: LoweringTree, node: number): readonly Statement[] {
  const first = tree.child(node, 'initializer');
  const step = tree.child(node, 'increment');
  const test = tree.child(node, 'condition');
  const after: readonly Statement[] = step < 0 ? [] : expressionStatement(tree, step);
  return [
    ...(first < 0 ? [] : statement(tree, first)),
    {
      kind: 'loop',
      target: null,
      iterable: null,
      test: test < 0 ? null : expression(tree, test),
      body: [...bodyOf(tree, tree.child(node, 'body')), ...after],
    },
  ];
}

function tryStatement(tree: LoweringTree, node: number): Statement {
  const handler = tree.child(node, 'handler');
  const after = tree.child(node, 'finalizer');
  return {
    kind: 'try',
    body: bodyOf(tree, tree.child(node, 'body')),
    handlers: handler < 0 ? [] : [bodyOf(tree, tree.child(handler, 'body'))],
    after: after < 0 ? [] : bodyOf(tree, tree.child(after, 'body')),
  };
}

function switchStatement(tree: LoweringTree, node: number): Statement {
  const cases = tree.named(tree.child(node, 'body')).map((clause) => {
    const value = tree.child(clause, 'value');
    const body = tree.named(clause).filter((child) => tree.field(child) === 'body');
    return {
      tests: value < 0 ? [] : [expression(tree, value)],
      isDefault: tree.kind(clause) === 'switch_default',
      body: statementsOf(tree, body),
    };
  });
  // A case without a body falls into the next one.
  for (let index = cases.length - 2; index >= 0; index--) {
    const own = cases[index];
    const next = cases[index + 1];
    if (own && next && own.body.length === 0) {
      cases[index + 1] = { ...next, tests: [...own.tests, ...next.tests], isDefault: own.isDefault || next.isDefault };
    }
  }
  return { kind: 'switch', subject: expression(tree, tree.child(node, 'value')), cases };
}

function exportStatement(tree: LoweringTree, node: number): readonly Statement[] {
  const declared = tree.child(node, 'declaration');
  if (declared >= 0) return statement(tree, declared);
  const value = tree.child(node, 'value');
  return value < 0 ? [] : [{ kind: 'expression', expression: expression(tree, value, 'default') }];
}

function importStatement(tree: LoweringTree, node: number): readonly Statement[] {
  const path = stringValue(tree, tree.child(node, 'source')).replace(/^node:/, '');
  const [clause] = tree.named(node).filter((child) => tree.kind(child) === 'import_clause');
  if (clause === undefined) return [];
  return tree.named(clause).flatMap((child): readonly Statement[] => {
    if (tree.kind(child) === 'identifier') return [{ kind: 'import', name: tree.textOf(child), path }];
    if (tree.kind(child) === 'namespace_import') return tree.named(child).map((name) => ({ kind: 'import', name: tree.textOf(name), path }));
    return tree.named(child).map((specifier) => {
      const name = tree.textOf(tree.child(specifier, 'name'));
      const alias = tree.textOf(tree.child(specifier, 'alias'));
      return { kind: 'import', name: alias || name, path: `${path}.${name}` };
    });
  });
}

function expression(tree: LoweringTree, node: number, name = ''): Expression {
  if (node < 0) return nothing(0);
  return tree.deeper(() => lowerExpression(tree, node, name), nothing(node));
}

function lowerExpression(tree: LoweringTree, node: number, name: string): Expression {
  const kind = tree.kind(node);
  if (TRANSPARENT.has(kind)) {
    const [inner] = tree.named(node);
    return inner === undefined ? nothing(node) : expression(tree, inner, name);
  }
  switch (kind) {
    case 'identifier':
    case 'shorthand_property_identifier':
    case 'undefined':
      return { kind: 'name', node, name: tree.textOf(node) };
    case 'this':
    case 'super':
      return { kind: 'name', node, name: 'this' };
    case 'string':
      return { kind: 'constant', node, value: stringValue(tree, node) };
    case 'number':
      return { kind: 'constant', node, value: Number(tree.textOf(node).replaceAll('_', '')) };
    case 'true':
    case 'false':
      return { kind: 'constant', node, value: kind === 'true' };
    case 'null':
      return { kind: 'constant', node, value: null };
    case 'regex':
      return { kind: 'constant', node, value: tree.textOf(node) };
    case 'template_string':
      return { kind: 'text', node, parts: templateParts(tree, node) };
    case 'member_expression':
      return memberOf(tree, node);
    case 'subscript_expression':
      return { kind: 'element', node, object: expression(tree, tree.child(node, 'object')), key: expression(tree, tree.child(node, 'index')) };
    case 'call_expression':
    case 'new_expression':
      return callOf(tree, node, kind === 'new_expression');
    case 'ternary_expression':
      return {
        kind: 'choice',
        node,
        test: expression(tree, tree.child(node, 'condition')),
        options: [expression(tree, tree.child(node, 'consequence')), expression(tree, tree.child(node, 'alternative'))],
      };
    case 'binary_expression':
      return binaryOf(tree, node);
    case 'unary_expression': {
      const operator = tree.textOf(tree.child(node, 'operator'));
      return { kind: 'operation', node, operator, operands: [expression(tree, tree.child(node, 'argument'))] };
    }
    case 'object':
      return { kind: 'record', node, entries: tree.named(node).map((entry) => recordEntry(tree, entry)) };
    case 'array':
      return { kind: 'list', node, items: tree.named(node).map((item) => expression(tree, item)) };
    default:
      return otherExpression(tree, node, kind, name);
  }
}

function otherExpression(tree: LoweringTree, node: number, kind: string, name: string): Expression {
  if (FUNCTIONS.has(kind)) return { kind: 'function', node, form: functionForm(tree, node, null, name) };
  if (CLASSES.has(kind)) return { kind: 'class', node, form: classForm(tree, node) };
  if (kind === 'assignment_expression' || kind === 'augmented_assignment_expression') {
    return { kind: 'assign', node, target: target(tree, tree.child(node, 'left')), value: expression(tree, tree.child(node, 'right')) };
  }
  if (kind === 'update_expression') return { kind: 'operation', node, operator: '++', operands: [expression(tree, tree.child(node, 'argument'))] };
  if (kind === 'jsx_element' || kind === 'jsx_self_closing_element') return markupOf(tree, node);
  return { kind: 'mixed', node, parts: tree.named(node).map((child) => expression(tree, child)) };
}

/** Long chains of members are walked without recursion only where they are plain; calls in them go through `callOf`. */
function memberOf(tree: LoweringTree, node: number): Expression {
  const property = tree.textOf(tree.child(node, 'property'));
  return { kind: 'member', node, object: expression(tree, tree.child(node, 'object')), property };
}

function argumentOf(value: Expression, spread = false): Argument {
  return { name: null, value, spread };
}

function callOf(tree: LoweringTree, node: number, creates: boolean): Expression {
  const callee = tree.child(node, creates ? 'constructor' : 'function');
  const given = tree.child(node, 'arguments');
  if (tree.kind(callee) === 'import') {
    const path = tree.named(given).map((each) => expression(tree, each));
    return { kind: 'call', node, callee: { kind: 'name', node: callee, name: 'import' }, arguments: path.map((each) => argumentOf(each)), creates: false };
  }
  const function_ = expression(tree, callee);
  if (tree.kind(given) === 'template_string') {
    // A tag gets the constant pieces and the values apart: `sql` and its like bind them.
    const values = templateParts(tree, given).filter((part) => part.kind !== 'constant');
    const pieces: Argument = argumentOf({ kind: 'constant', node: given, value: '' });
    return { kind: 'call', node, callee: function_, arguments: [pieces, ...values.map((value) => argumentOf(value))], creates };
  }
  const values = tree.named(given).map((each) => argumentOf(expression(tree, each), tree.kind(each) === 'spread_element'));
  return { kind: 'call', node, callee: function_, arguments: values, creates };
}

function binaryOf(tree: LoweringTree, node: number): Expression {
  const operator = tree.textOf(tree.child(node, 'operator'));
  const isSame = (link: number) => tree.kind(link) === 'binary_expression' && tree.textOf(tree.child(link, 'operator')) === operator;
  const operands = chainOf(tree, node, isSame).map((operand) => expression(tree, operand));
  if (operator === '+') return { kind: 'text', node, parts: operands };
  if (operator === '||' || operator === '??') return { kind: 'choice', node, test: null, options: operands };
  if (operator === '&&') return { kind: 'operation', node, operator: '&&', operands };
  return { kind: 'operation', node, operator, operands };
}

function templateParts(tree: LoweringTree, node: number): readonly Expression[] {
  return tree.named(node).flatMap((part): readonly Expression[] => {
    if (tree.kind(part) === 'string_fragment') return [{ kind: 'constant', node: part, value: tree.textOf(part) }];
    if (tree.kind(part) === 'template_substitution') return tree.named(part).map((inner) => expression(tree, inner));
    return [{ kind: 'constant', node: part, value: unescaped(tree.textOf(part)) }];
  });
}

/** Attributes of markup are calls of `jsx.<attribute>`, so that sinks can name them. */
function markupOf(tree: LoweringTree, node: number): Expression {
  const parts: Expression[] = [];
  const open = tree.kind(node) === 'jsx_element' ? tree.child(node, 'open_tag') : node;
  const tag = tree.textOf(tree.child(open, 'name'));
  for (const child of [...tree.named(open), ...(open === node ? [] : tree.named(node))]) {
    if (tree.kind(child) !== 'jsx_attribute') {
      if (child !== open && tree.field(child) !== 'name' && tree.field(child) !== 'close_tag') parts.push(expression(tree, child));
      continue;
    }
    const [attribute, value] = tree.named(child);
    if (attribute === undefined || value === undefined) continue;
    const callee: Expression = {
      kind: 'member',
      node: child,
      object: { kind: 'member', node: child, object: { kind: 'name', node: child, name: 'jsx' }, property: tag.includes('.') ? 'component' : tag },
      property: tree.textOf(attribute),
    };
    parts.push({ kind: 'call', node: child, callee, arguments: [argumentOf(expression(tree, value))], creates: false });
  }
  return { kind: 'operation', node, operator: 'markup', operands: parts };
}

function recordEntry(tree: LoweringTree, node: number): RecordEntry {
  const kind = tree.kind(node);
  if (kind === 'shorthand_property_identifier') return { key: tree.textOf(node), value: expression(tree, node) };
  if (kind === 'spread_element') return { key: null, value: expression(tree, node) };
  if (kind === 'method_definition') {
    const key = tree.textOf(tree.child(node, 'name'));
    return { key, value: { kind: 'function', node, form: functionForm(tree, node, null) } };
  }
  const value = tree.child(node, 'value');
  return { key: keyOf(tree, tree.child(node, 'key')), value: expression(tree, value, tree.textOf(tree.child(node, 'key'))) };
}

function keyOf(tree: LoweringTree, node: number): string | Expression {
  if (node < 0) return '';
  const kind = tree.kind(node);
  if (kind === 'computed_property_name') {
    const [inner] = tree.named(node);
    return inner === undefined ? '' : expression(tree, inner);
  }
  return kind === 'string' ? stringValue(tree, node) : tree.textOf(node);
}

function target(tree: LoweringTree, node: number): Target {
  if (node < 0) return nothing(0);
  return tree.deeper((): Target => lowerTarget(tree, node), nothing(node));
}

function lowerTarget(tree: LoweringTree, node: number): Target {
  switch (tree.kind(node)) {
    case 'object_pattern':
      return {
        kind: 'record-pattern',
        node,
        entries: tree.named(node).map((entry) => {
          const kind = tree.kind(entry);
          if (kind === 'pair_pattern') {
            const key = keyOf(tree, tree.child(entry, 'key'));
            return { key: typeof key === 'string' ? key : null, target: target(tree, tree.child(entry, 'value')) };
          }
          const left = kind === 'object_assignment_pattern' ? tree.child(entry, 'left') : entry;
          if (kind === 'rest_pattern') return { key: null, target: target(tree, entry) };
          return { key: tree.textOf(left), target: target(tree, entry) };
        }),
      };
    case 'array_pattern':
      return { kind: 'list-pattern', node, items: listItems(tree, node) };
    case 'assignment_pattern':
    case 'object_assignment_pattern':
      return { kind: 'default-pattern', node, target: target(tree, tree.child(node, 'left')), value: expression(tree, tree.child(node, 'right')) };
    case 'rest_pattern': {
      const [inner] = tree.named(node);
      return inner === undefined ? nothing(node) : target(tree, inner);
    }
    case 'shorthand_property_identifier_pattern':
      return { kind: 'name', node, name: tree.textOf(node) };
    case 'lexical_declaration':
    case 'variable_declaration': {
      const [first] = tree.named(node);
      return first === undefined ? nothing(node) : target(tree, tree.child(first, 'name'));
    }
    default:
      return expression(tree, node);
  }
}

/** `[a, , b]`: a hole is a comma after a comma. */
function listItems(tree: LoweringTree, node: number): readonly (Target | null)[] {
  const items: (Target | null)[] = [];
  let expecting = true;
  for (const child of tree.all(node)) {
    const kind = tree.kind(child);
    if (kind === ',') {
      if (expecting) items.push(null);
      expecting = true;
    } else if (kind !== '[' && kind !== ']') {
      items.push(target(tree, child));
      expecting = false;
    }
  }
  return items;
}

function functionForm(tree: LoweringTree, node: number, owner: ClassForm | null, given = ''): FunctionForm {
  const own = tree.textOf(tree.child(node, 'name'));
  const body = tree.child(node, 'body');
  const isBlock = tree.kind(body) === 'statement_block';
  const single = tree.child(node, 'parameter');
  const listed = single >= 0 ? [single] : tree.named(tree.child(node, 'parameters'));
  return {
    node,
    name: own || given,
    parameters: tree.deeper(() => listed.map((parameter) => parameterOf(tree, parameter)), []),
    body: once(() =>
      tree.fromTop((): readonly Statement[] =>
        body < 0 ? [] : isBlock ? bodyOf(tree, body) : [{ kind: 'return', node: body, value: expression(tree, body) }],
      ),
    ),
    decorators: tree
      .named(node)
      .filter((child) => tree.kind(child) === 'decorator')
      .flatMap((child) => tree.named(child).map((inner) => expression(tree, inner))),
    owner,
  };
}

function parameterOf(tree: LoweringTree, node: number): Parameter {
  const isTyped = tree.kind(node) === 'required_parameter' || tree.kind(node) === 'optional_parameter';
  const pattern = isTyped ? tree.child(node, 'pattern') : node;
  const value = isTyped ? tree.child(node, 'value') : -1;
  const left = tree.kind(pattern) === 'assignment_pattern' ? tree.child(pattern, 'left') : pattern;
  const isName = tree.kind(left) === 'identifier';
  const annotations = tree.named(node).filter((child) => tree.kind(child) === 'decorator');
  return {
    name: isName ? tree.textOf(left) : '',
    target: isName || value >= 0 ? (isName ? null : target(tree, pattern)) : target(tree, pattern),
    type: tree.textOf(tree.child(node, 'type')).replace(/^:\s*/, ''),
    annotations: annotations.map((child) => tree.textOf(child).replace(/^@|\(.*$/gs, '')),
    rest: tree.kind(pattern) === 'rest_pattern',
  };
}

function classForm(tree: LoweringTree, node: number): ClassForm {
  const fields: Statement[] = [];
  const methods = new Map<string, FunctionForm>();
  const heritage = tree.named(node).filter((child) => tree.kind(child) === 'class_heritage');
  const form: ClassForm = {
    node,
    name: tree.textOf(tree.child(node, 'name')),
    bases: heritage.flatMap((child) => tree.named(child)).map((child) => expression(tree, child)),
    methods,
    fields,
  };
  let decorators: Expression[] = [];
  for (const member of tree.named(tree.child(node, 'body'))) {
    const kind = tree.kind(member);
    if (kind === 'decorator') decorators.push(...tree.named(member).map((inner) => expression(tree, inner)));
    else if (kind === 'method_definition') {
      const method = functionForm(tree, member, form);
      methods.set(method.name, { ...method, decorators: [...method.decorators, ...decorators] });
      decorators = [];
    } else if (kind === 'field_definition' || kind === 'public_field_definition') {
      const name = tree.child(member, kind === 'field_definition' ? 'property' : 'name');
      const value = tree.child(member, 'value');
      if (value < 0) continue;
      if (FUNCTIONS.has(tree.kind(value))) methods.set(tree.textOf(name), functionForm(tree, value, form, tree.textOf(name)));
      else {
        const object: Expression = { kind: 'name', node: name, name: 'this' };
        const left: Expression = { kind: 'member', node: name, object, property: tree.textOf(name) };
        fields.push({ kind: 'assign', node: member, target: left, value: expression(tree, value), operator: '', declares: false });
      }
    }
  }
  return form;
}

function stringValue(tree: LoweringTree, node: number): string {
  return unescaped(tree.textOf(node).slice(1, -1));
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter);
}
