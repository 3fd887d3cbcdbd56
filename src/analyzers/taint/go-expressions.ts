import type { Argument, Expression, Target } from './form.ts';
import { functionForm } from './lower-go.ts';
import { chainOf, type LoweringTree, nothing, plainLiteral } from './lowering.ts';

const TRANSPARENT = new Set(['parenthesized_expression', 'type_assertion_expression', 'literal_element']);

/** An expression of Go. */
export function expression(tree: LoweringTree, node: number): Expression {
  if (node < 0) return nothing(0);
  return tree.deeper(() => lowerExpression(tree, node), nothing(node));
}

export function all(tree: LoweringTree, nodes: readonly number[]): readonly Expression[] {
  return nodes.map((node) => expression(tree, node));
}

function lowerExpression(tree: LoweringTree, node: number): Expression {
  const kind = tree.kind(node);
  if (TRANSPARENT.has(kind)) return expression(tree, tree.named(node)[0] ?? -1);
  const literal = plainLiteral(tree, node);
  if (literal !== null) return literal;
  switch (kind) {
    case 'identifier':
    case 'type_identifier':
    case 'package_identifier':
      return { kind: 'name', node, name: tree.textOf(node) };
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return { kind: 'constant', node, value: stringOf(tree.textOf(node)) };
    case 'selector_expression':
    case 'qualified_type':
      return memberOf(tree, node);
    case 'index_expression':
      return {
        kind: 'element',
        node,
        object: expression(tree, tree.child(node, 'operand')),
        key: expression(tree, tree.child(node, 'index')),
      };
    case 'slice_expression':
      return { kind: 'mixed', node, parts: [expression(tree, tree.child(node, 'operand'))] };
    case 'call_expression':
      return callOf(tree, node);
    case 'type_conversion_expression':
      return { kind: 'mixed', node, parts: [expression(tree, tree.child(node, 'operand'))] };
    case 'unary_expression':
      return unaryOf(tree, node);
    case 'binary_expression':
      return binaryOf(tree, node);
    case 'func_literal':
      return { kind: 'function', node, form: functionForm(tree, node) };
    case 'composite_literal':
      return literalOf(tree, tree.child(node, 'body'));
    case 'literal_value':
      return literalOf(tree, node);
    default:
      return { kind: 'mixed', node, parts: all(tree, tree.named(node)) };
  }
}

function memberOf(tree: LoweringTree, node: number): Expression {
  const [first = -1, second = -1] = tree.named(node);
  return { kind: 'member', node, object: expression(tree, first), property: tree.textOf(second) };
}

/** The text of a literal; escapes that matter to data flow are read, others kept. */
function stringOf(literal: string): string {
  const inner = literal.slice(1, -1);
  return literal.startsWith('`')
    ? inner
    : inner.replace(/\\([ntr"\\])/g, (_, letter: string) =>
        letter === 'n' ? '\n' : letter === 't' ? '\t' : letter === 'r' ? '\r' : letter,
      );
}

function callOf(tree: LoweringTree, node: number): Expression {
  const values = tree.named(tree.child(node, 'arguments')).map((each): Argument => {
    const isSpread = tree.kind(each) === 'variadic_argument';
    return {
      name: null,
      value: expression(tree, isSpread ? (tree.named(each)[0] ?? -1) : each),
      spread: isSpread,
    };
  });
  const callee = expression(tree, tree.child(node, 'function'));
  return { kind: 'call', node, callee, arguments: values, creates: false };
}

function unaryOf(tree: LoweringTree, node: number): Expression {
  const operator = tree.textOf(tree.child(node, 'operator'));
  const operand = expression(tree, tree.child(node, 'operand'));
  // `&value`, `*pointer` and `<-channel` stand for the value.
  if (operator !== '!' && operator !== '-') return operand;
  return { kind: 'operation', node, operator, operands: [operand] };
}

function binaryOf(tree: LoweringTree, node: number): Expression {
  const operator = tree.textOf(tree.child(node, 'operator'));
  const isSame = (link: number) =>
    tree.kind(link) === 'binary_expression' && tree.textOf(tree.child(link, 'operator')) === operator;
  const operands = all(tree, chainOf(tree, node, isSame));
  if (operator === '+') return { kind: 'text', node, parts: operands };
  if (operator === '||') return { kind: 'choice', node, test: null, options: operands };
  return { kind: 'operation', node, operator, operands };
}

/** `T{…}`: a record when it has keys, else a list. */
function literalOf(tree: LoweringTree, node: number): Expression {
  const parts = tree.named(node);
  if (parts.every((part) => tree.kind(part) === 'keyed_element') && parts.length > 0) {
    return {
      kind: 'record',
      node,
      entries: parts.map((part) => {
        const key = tree.child(part, 'key');
        const [name = key] = tree.kind(key) === 'literal_element' ? tree.named(key) : [key];
        const isField = /identifier$/.test(tree.kind(name));
        return {
          key: isField ? tree.textOf(name) : expression(tree, name),
          value: expression(tree, tree.child(part, 'value')),
        };
      }),
    };
  }
  return { kind: 'list', node, items: all(tree, parts) };
}

/** The left side of an assignment: one target, or a list of them. */
export function target(tree: LoweringTree, node: number): Target {
  if (node < 0) return nothing(0);
  if (tree.kind(node) !== 'expression_list') return expression(tree, node);
  const items = tree.named(node);
  const [only = -1] = items;
  if (items.length === 1) return expression(tree, only);
  return {
    kind: 'list-pattern',
    node,
    items: items.map((item) => (tree.textOf(item) === '_' ? null : expression(tree, item))),
  };
}
