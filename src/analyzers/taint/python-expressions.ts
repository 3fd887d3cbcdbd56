import type { Argument, Expression, RecordEntry, Target } from './form.ts';
import { chainOf, type LoweringTree, nothing, plainLiteral } from './lowering.ts';
import { functionForm } from './python-definitions.ts';
import { pythonStringParts } from './python-strings.ts';

const TRANSPARENT = new Set([
  'parenthesized_expression',
  'await',
  'type',
  'as_pattern_target',
  'list_splat',
  'dictionary_splat',
]);

export function expression(tree: LoweringTree, node: number, name = ''): Expression {
  if (node < 0) return nothing(0);
  return tree.deeper(() => lowerExpression(tree, node, name), nothing(node));
}

export function all(tree: LoweringTree, nodes: readonly number[]): readonly Expression[] {
  return nodes.map((node) => expression(tree, node));
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
      return { kind: 'name', node, name: tree.textOf(node) };
    case 'string':
    case 'concatenated_string':
      return stringOf(tree, node);
    case 'attribute':
      return {
        kind: 'member',
        node,
        object: expression(tree, tree.child(node, 'object')),
        property: tree.textOf(tree.child(node, 'attribute')),
      };
    case 'subscript':
      return subscriptOf(tree, node);
    case 'call':
      return callOf(tree, node);
    case 'conditional_expression': {
      const [then = -1, test = -1, otherwise = -1] = tree.named(node);
      return {
        kind: 'choice',
        node,
        test: expression(tree, test),
        options: [expression(tree, then), expression(tree, otherwise)],
      };
    }
    case 'binary_operator':
      return binaryOf(tree, node);
    case 'boolean_operator': {
      const operator = tree.textOf(tree.child(node, 'operator'));
      const isSame = (link: number) =>
        tree.kind(link) === 'boolean_operator' && tree.textOf(tree.child(link, 'operator')) === operator;
      const operands = all(tree, chainOf(tree, node, isSame));
      return operator === 'or'
        ? { kind: 'choice', node, test: null, options: operands }
        : { kind: 'operation', node, operator: '&&', operands };
    }
    case 'not_operator':
      return {
        kind: 'operation',
        node,
        operator: '!',
        operands: [expression(tree, tree.child(node, 'argument'))],
      };
    case 'unary_operator':
      return {
        kind: 'operation',
        node,
        operator: tree.textOf(tree.child(node, 'operator')),
        operands: [expression(tree, tree.child(node, 'argument'))],
      };
    case 'comparison_operator':
      return comparisonOf(tree, node);
    case 'dictionary':
      return { kind: 'record', node, entries: tree.named(node).map((entry) => recordEntry(tree, entry)) };
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
      return { kind: 'list', node, items: all(tree, tree.named(node)) };
    default:
      return otherExpression(tree, node, kind, name);
  }
}

function otherExpression(tree: LoweringTree, node: number, kind: string, name: string): Expression {
  if (kind === 'lambda') return { kind: 'function', node, form: functionForm(tree, node, null, [], name) };
  if (kind === 'named_expression') {
    return {
      kind: 'assign',
      node,
      target: target(tree, tree.child(node, 'name')),
      value: expression(tree, tree.child(node, 'value')),
    };
  }
  if (/_comprehension$|^generator_expression$/.test(kind)) {
    const clauses = tree.named(node).filter((child) => tree.kind(child) === 'for_in_clause');
    const loops = clauses.map((clause) => ({
      target: target(tree, tree.child(clause, 'left')),
      iterable: expression(tree, tree.child(clause, 'right')),
    }));
    return { kind: 'each', node, loops, element: expression(tree, tree.child(node, 'body')) };
  }
  if (kind === 'pair') return { kind: 'mixed', node, parts: all(tree, [tree.child(node, 'value')]) };
  return { kind: 'mixed', node, parts: all(tree, tree.named(node)) };
}

function stringOf(tree: LoweringTree, node: number): Expression {
  const parts = pythonStringParts(tree, node).map((part): Expression => {
    if ('text' in part) return { kind: 'constant', node: part.node, value: part.text };
    return expression(tree, part.inserted);
  });
  const [only] = parts;
  if (parts.length === 0) return { kind: 'constant', node, value: '' };
  if (parts.length === 1 && only?.kind === 'constant') return { ...only, node };
  return { kind: 'text', node, parts };
}

function subscriptOf(tree: LoweringTree, node: number): Expression {
  const object = expression(tree, tree.child(node, 'value'));
  const key = tree.child(node, 'subscript');
  // A part of a text or list carries what the whole does.
  if (tree.kind(key) === 'slice') return { kind: 'mixed', node, parts: [object] };
  return { kind: 'element', node, object, key: expression(tree, key) };
}

function callOf(tree: LoweringTree, node: number): Expression {
  const callee = expression(tree, tree.child(node, 'function'));
  const given = tree.child(node, 'arguments');
  if (tree.kind(given) === 'generator_expression') {
    return {
      kind: 'call',
      node,
      callee,
      arguments: [{ name: null, value: expression(tree, given), spread: false }],
      creates: false,
    };
  }
  const values = tree.named(given).map((each): Argument => {
    const kind = tree.kind(each);
    if (kind === 'keyword_argument') {
      return {
        name: tree.textOf(tree.child(each, 'name')),
        value: expression(tree, tree.child(each, 'value')),
        spread: false,
      };
    }
    return {
      name: kind === 'dictionary_splat' ? '**' : null,
      value: expression(tree, each),
      spread: kind === 'list_splat' || kind === 'dictionary_splat',
    };
  });
  return { kind: 'call', node, callee, arguments: values, creates: false };
}

function binaryOf(tree: LoweringTree, node: number): Expression {
  const operator = tree.textOf(tree.child(node, 'operator'));
  const isSame = (link: number) =>
    tree.kind(link) === 'binary_operator' && tree.textOf(tree.child(link, 'operator')) === operator;
  const operands = all(tree, chainOf(tree, node, isSame));
  if (operator === '+') return { kind: 'text', node, parts: operands };
  const [first] = operands;
  // `"…" % values`
  if (operator === '%' && (first?.kind === 'constant' || first?.kind === 'text' || first?.kind === 'name')) {
    const isNumber = first.kind === 'constant' && typeof first.value === 'number';
    if (!isNumber)
      return {
        kind: 'text',
        node,
        parts: operands.flatMap((each) => (each.kind === 'list' ? each.items : [each])),
      };
  }
  // A path: `folder / name`.
  if (operator === '/') return { kind: 'mixed', node, parts: operands };
  return { kind: 'operation', node, operator, operands };
}

function comparisonOf(tree: LoweringTree, node: number): Expression {
  const operators = tree
    .all(node)
    .filter((child) => tree.field(child) === 'operators')
    .map((child) => tree.textOf(child));
  const operands = tree.named(node).filter((child) => tree.field(child) !== 'operators');
  const operator = operators.length === 1 ? (operators[0] ?? '') : 'compare';
  return { kind: 'operation', node, operator: operator.replace(/\s+/g, ' '), operands: all(tree, operands) };
}

function recordEntry(tree: LoweringTree, node: number): RecordEntry {
  if (tree.kind(node) !== 'pair') return { key: null, value: expression(tree, node) };
  return {
    key: expression(tree, tree.child(node, 'key')),
    value: expression(tree, tree.child(node, 'value')),
  };
}

export function target(tree: LoweringTree, node: number): Target {
  if (node < 0) return nothing(0);
  return tree.deeper((): Target => {
    switch (tree.kind(node)) {
      case 'pattern_list':
      case 'tuple_pattern':
      case 'list_pattern':
      case 'tuple':
      case 'list':
        return { kind: 'list-pattern', node, items: tree.named(node).map((item) => target(tree, item)) };
      case 'list_splat_pattern':
      case 'as_pattern_target':
      case 'parenthesized_expression': {
        const [inner] = tree.named(node);
        return inner === undefined ? nothing(node) : target(tree, inner);
      }
      default:
        return expression(tree, node);
    }
  }, nothing(node));
}
