import type { Argument, Expression, Target } from './form.ts';
import { bodyOf, classForm, lambdaForm } from './lower-java.ts';
import { chainOf, type LoweringTree, nothing, plainLiteral } from './lowering.ts';

/** An expression of Java. */
export function expression(tree: LoweringTree, node: number): Expression {
  if (node < 0) return nothing(0);
  return tree.deeper(() => lowerExpression(tree, node), nothing(node));
}

export function all(tree: LoweringTree, nodes: readonly number[]): readonly Expression[] {
  return nodes.map((node) => expression(tree, node));
}

function lowerExpression(tree: LoweringTree, node: number): Expression {
  const kind = tree.kind(node);
  const literal = plainLiteral(tree, node);
  if (literal !== null) return literal;
  switch (kind) {
    case 'identifier':
    case 'type_identifier':
    case 'this':
    case 'super':
      return { kind: 'name', node, name: tree.textOf(node) };
    case 'parenthesized_expression':
    case 'await':
      return expression(tree, tree.named(node)[0] ?? -1);
    case 'cast_expression':
      return expression(tree, tree.child(node, 'value'));
    case 'string_literal':
      return { kind: 'constant', node, value: stringOf(tree.textOf(node)) };
    case 'character_literal':
      return { kind: 'constant', node, value: stringOf(tree.textOf(node)) };
    case 'field_access':
      return memberOf(tree, node, 'object', 'field');
    case 'scoped_identifier':
      return memberOf(tree, node, 'scope', 'name');
    case 'array_access':
      return {
        kind: 'element',
        node,
        object: expression(tree, tree.child(node, 'array')),
        key: expression(tree, tree.child(node, 'index')),
      };
    case 'method_invocation':
      return callOf(tree, node);
    case 'object_creation_expression':
      return creationOf(tree, node);
    case 'assignment_expression':
      return {
        kind: 'assign',
        node,
        target: target(tree, tree.child(node, 'left')),
        value: expression(tree, tree.child(node, 'right')),
      };
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
    default:
      return otherExpression(tree, node, kind);
  }
}

function otherExpression(tree: LoweringTree, node: number, kind: string): Expression {
  switch (kind) {
    case 'binary_expression':
      return binaryOf(tree, node);
    case 'unary_expression':
      return {
        kind: 'operation',
        node,
        operator: tree.textOf(tree.child(node, 'operator')),
        operands: [expression(tree, tree.child(node, 'operand'))],
      };
    case 'instanceof_expression':
    case 'update_expression':
      return { kind: 'operation', node, operator: kind, operands: all(tree, tree.named(node).slice(0, 1)) };
    case 'array_initializer':
      return { kind: 'list', node, items: all(tree, tree.named(node)) };
    case 'array_creation_expression': {
      const value = tree.child(node, 'value');
      return value < 0 ? nothing(node) : expression(tree, value);
    }
    case 'lambda_expression':
      return { kind: 'function', node, form: lambdaForm(tree, node) };
    case 'switch_expression': {
      const results = tree
        .named(tree.child(node, 'body'))
        .map((rule) => tree.named(rule).at(-1) ?? -1)
        .flatMap((last) => (tree.kind(last) === 'expression_statement' ? tree.named(last) : []));
      return { kind: 'choice', node, test: null, options: all(tree, results) };
    }
    case 'method_reference':
    case 'class_literal':
      return nothing(node);
    default:
      return { kind: 'mixed', node, parts: all(tree, tree.named(node)) };
  }
}

function stringOf(literal: string): string {
  const inner = literal.startsWith('"""') ? literal.slice(3, -3) : literal.slice(1, -1);
  return inner.replace(/\\([ntr"'\\])/g, (_, letter: string) =>
    letter === 'n' ? '\n' : letter === 't' ? '\t' : letter === 'r' ? '\r' : letter,
  );
}

function memberOf(tree: LoweringTree, node: number, object: string, name: string): Expression {
  return {
    kind: 'member',
    node,
    object: expression(tree, tree.child(node, object)),
    property: tree.textOf(tree.child(node, name)),
  };
}

function argumentsOf(tree: LoweringTree, list: number): readonly Argument[] {
  return tree.named(list).map((each) => ({ name: null, value: expression(tree, each), spread: false }));
}

function callOf(tree: LoweringTree, node: number): Expression {
  const object = tree.child(node, 'object');
  const nameNode = tree.child(node, 'name');
  const name = tree.textOf(nameNode);
  // A bare call is one of the class's own methods.
  const receiver: Expression =
    object < 0 ? { kind: 'name', node: nameNode, name: 'this' } : expression(tree, object);
  const callee: Expression = { kind: 'member', node: nameNode, object: receiver, property: name };
  const given = argumentsOf(tree, tree.child(node, 'arguments'));
  return { kind: 'call', node, callee, arguments: given, creates: false };
}

/** `new java.io.File(…)` is called `File`. */
function creationOf(tree: LoweringTree, node: number): Expression {
  const type = tree.child(node, 'type');
  const written = tree.textOf(type).replace(/<[\s\S]*$/, '');
  const name = written.slice(written.lastIndexOf('.') + 1).trim();
  const body = tree.named(node).find((each) => tree.kind(each) === 'class_body') ?? -1;
  const call: Expression = {
    kind: 'call',
    node,
    callee: { kind: 'name', node: type, name },
    arguments: argumentsOf(tree, tree.child(node, 'arguments')),
    creates: true,
  };
  if (body < 0) return call;
  return { kind: 'mixed', node, parts: [call, { kind: 'class', node, form: classForm(tree, node, body) }] };
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

/** The left side of an assignment. */
export function target(tree: LoweringTree, node: number): Target {
  return expression(tree, node);
}

/** What a lambda does: an expression is what it returns. */
export function lambdaBody(tree: LoweringTree, body: number) {
  return tree.kind(body) === 'block'
    ? bodyOf(tree, body)
    : [{ kind: 'return' as const, node: body, value: expression(tree, body) }];
}
