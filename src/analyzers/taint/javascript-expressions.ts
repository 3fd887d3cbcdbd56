import type { Argument, Expression, RecordEntry } from './form.ts';
import { CLASSES, classForm, FUNCTIONS, functionForm, target } from './javascript-definitions.ts';
import { chainOf, type LoweringTree, nothing, plainLiteral } from './lowering.ts';

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

export function expression(tree: LoweringTree, node: number, name = ''): Expression {
  if (node < 0) return nothing(0);
  return tree.deeper(() => lowerExpression(tree, node, name), nothing(node));
}

function lowerExpression(tree: LoweringTree, node: number, name: string): Expression {
  const kind = tree.kind(node);
  if (TRANSPARENT.has(kind)) {
    const [inner] = tree.named(node);
    return inner === undefined ? nothing(node) : expression(tree, inner, name);
  }
  const literal = plainLiteral(tree, node);
  if (literal !== null) return literal;
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
    case 'regex':
      return { kind: 'constant', node, value: tree.textOf(node) };
    case 'template_string':
      return { kind: 'text', node, parts: templateParts(tree, node) };
    case 'member_expression':
      return memberOf(tree, node);
    case 'subscript_expression':
      return {
        kind: 'element',
        node,
        object: expression(tree, tree.child(node, 'object')),
        key: expression(tree, tree.child(node, 'index')),
      };
    case 'call_expression':
    case 'new_expression':
      return callOf(tree, node, kind === 'new_expression');
    case 'ternary_expression':
      return {
        kind: 'choice',
        node,
        test: expression(tree, tree.child(node, 'condition')),
        options: [
          expression(tree, tree.child(node, 'consequence')),
          expression(tree, tree.child(node, 'alternative')),
        ],
      };
    case 'binary_expression':
      return binaryOf(tree, node);
    case 'unary_expression': {
      const operator = tree.textOf(tree.child(node, 'operator'));
      return {
        kind: 'operation',
        node,
        operator,
        operands: [expression(tree, tree.child(node, 'argument'))],
      };
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
    return {
      kind: 'assign',
      node,
      target: target(tree, tree.child(node, 'left')),
      value: expression(tree, tree.child(node, 'right')),
    };
  }
  if (kind === 'update_expression')
    return {
      kind: 'operation',
      node,
      operator: '++',
      operands: [expression(tree, tree.child(node, 'argument'))],
    };
  if (kind === 'jsx_element' || kind === 'jsx_self_closing_element') return markupOf(tree, node);
  return { kind: 'mixed', node, parts: tree.named(node).map((child) => expression(tree, child)) };
}

/** Long chains of members are walked without recursion only where they are plain; calls in them go through `callOf`. */
function memberOf(tree: LoweringTree, node: number): Expression {
  const property = tree.textOf(tree.child(node, 'property'));
  return { kind: 'member', node, object: expression(tree, tree.child(node, 'object')), property };
}

export function argumentOf(value: Expression, spread = false): Argument {
  return { name: null, value, spread };
}

function callOf(tree: LoweringTree, node: number, creates: boolean): Expression {
  const callee = tree.child(node, creates ? 'constructor' : 'function');
  const given = tree.child(node, 'arguments');
  if (tree.kind(callee) === 'import') {
    const path = tree.named(given).map((each) => expression(tree, each));
    return {
      kind: 'call',
      node,
      callee: { kind: 'name', node: callee, name: 'import' },
      arguments: path.map((each) => argumentOf(each)),
      creates: false,
    };
  }
  const function_ = expression(tree, callee);
  if (tree.kind(given) === 'template_string') {
    // A tag gets the constant pieces and the values apart: `sql` and its like bind them.
    const values = templateParts(tree, given).filter((part) => part.kind !== 'constant');
    const pieces: Argument = argumentOf({ kind: 'constant', node: given, value: '' });
    return {
      kind: 'call',
      node,
      callee: function_,
      arguments: [pieces, ...values.map((value) => argumentOf(value))],
      creates,
    };
  }
  const values = tree
    .named(given)
    .map((each) => argumentOf(expression(tree, each), tree.kind(each) === 'spread_element'));
  return { kind: 'call', node, callee: function_, arguments: values, creates };
}

function binaryOf(tree: LoweringTree, node: number): Expression {
  const operator = tree.textOf(tree.child(node, 'operator'));
  const isSame = (link: number) =>
    tree.kind(link) === 'binary_expression' && tree.textOf(tree.child(link, 'operator')) === operator;
  const operands = chainOf(tree, node, isSame).map((operand) => expression(tree, operand));
  if (operator === '+') return { kind: 'text', node, parts: operands };
  if (operator === '||' || operator === '??') return { kind: 'choice', node, test: null, options: operands };
  if (operator === '&&') return { kind: 'operation', node, operator: '&&', operands };
  return { kind: 'operation', node, operator, operands };
}

function templateParts(tree: LoweringTree, node: number): readonly Expression[] {
  return tree.named(node).flatMap((part): readonly Expression[] => {
    if (tree.kind(part) === 'string_fragment')
      return [{ kind: 'constant', node: part, value: tree.textOf(part) }];
    if (tree.kind(part) === 'template_substitution')
      return tree.named(part).map((inner) => expression(tree, inner));
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
      if (child !== open && tree.field(child) !== 'name' && tree.field(child) !== 'close_tag')
        parts.push(expression(tree, child));
      continue;
    }
    const [attribute, value] = tree.named(child);
    if (attribute === undefined || value === undefined) continue;
    const callee: Expression = {
      kind: 'member',
      node: child,
      object: {
        kind: 'member',
        node: child,
        object: { kind: 'name', node: child, name: 'jsx' },
        property: tag.includes('.') ? 'component' : tag,
      },
      property: tree.textOf(attribute),
    };
    parts.push({
      kind: 'call',
      node: child,
      callee,
      arguments: [argumentOf(expression(tree, value))],
      creates: false,
    });
  }
  return { kind: 'operation', node, operator: 'markup', operands: parts };
}

function recordEntry(tree: LoweringTree, node: number): RecordEntry {
  const kind = tree.kind(node);
  if (kind === 'shorthand_property_identifier')
    return { key: tree.textOf(node), value: expression(tree, node) };
  if (kind === 'spread_element') return { key: null, value: expression(tree, node) };
  if (kind === 'method_definition') {
    const key = tree.textOf(tree.child(node, 'name'));
    return { key, value: { kind: 'function', node, form: functionForm(tree, node, null) } };
  }
  const value = tree.child(node, 'value');
  return {
    key: keyOf(tree, tree.child(node, 'key')),
    value: expression(tree, value, tree.textOf(tree.child(node, 'key'))),
  };
}

export function keyOf(tree: LoweringTree, node: number): string | Expression {
  if (node < 0) return '';
  const kind = tree.kind(node);
  if (kind === 'computed_property_name') {
    const [inner] = tree.named(node);
    return inner === undefined ? '' : expression(tree, inner);
  }
  return kind === 'string' ? stringValue(tree, node) : tree.textOf(node);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

export function stringValue(tree: LoweringTree, node: number): string {
  return unescaped(tree.textOf(node).slice(1, -1));
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter);
}
