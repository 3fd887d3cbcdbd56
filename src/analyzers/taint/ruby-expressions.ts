import type { Argument, Expression, RecordEntry, Target } from './form.ts';
import { blockForm } from './lower-ruby.ts';
import { chainOf, type LoweringTree, nothing, plainLiteral } from './lowering.ts';
import { heredocBody } from './ruby-heredocs.ts';

/** Bare words that are calls of the framework, not variables. */
const CALLS = new Set(['params', 'cookies']);
const TEXTS = new Set([
  'string',
  'subshell',
  'heredoc_body',
  'chained_string',
  'bare_string',
  'delimited_symbol',
  'regex',
]);

/** An expression of Ruby. */
export function expression(tree: LoweringTree, node: number): Expression {
  if (node < 0) return nothing(0);
  return tree.deeper(() => lowerExpression(tree, node), nothing(node));
}

export function all(tree: LoweringTree, nodes: readonly number[]): readonly Expression[] {
  return nodes.map((node) => expression(tree, node));
}

function lowerExpression(tree: LoweringTree, node: number): Expression {
  const kind = tree.kind(node);
  if (TEXTS.has(kind)) return textOf(tree, node, kind);
  const literal = plainLiteral(tree, node);
  if (literal !== null) return literal;
  switch (kind) {
    case 'identifier': {
      const name = tree.textOf(node);
      const word: Expression = { kind: 'name', node, name };
      return CALLS.has(name) ? { kind: 'call', node, callee: word, arguments: [], creates: false } : word;
    }
    case 'constant':
    case 'instance_variable':
    case 'global_variable':
    case 'class_variable':
    case 'self':
      return { kind: 'name', node, name: tree.textOf(node) };
    case 'scope_resolution':
      return { kind: 'name', node, name: tree.textOf(node).replaceAll('::', '.') };
    case 'heredoc_beginning': {
      const body = heredocBody(tree, node);
      return body < 0 ? nothing(node) : textOf(tree, body, 'heredoc_body');
    }
    case 'simple_symbol':
    case 'hash_key_symbol':
      return { kind: 'constant', node, value: tree.textOf(node).replace(/^:/, '') };
    case 'call':
      return callOf(tree, node);
    case 'element_reference':
      return elementOf(tree, node);
    case 'binary':
      return binaryOf(tree, node);
    case 'assignment':
      return {
        kind: 'assign',
        node,
        target: target(tree, tree.child(node, 'left')),
        value: expression(tree, tree.child(node, 'right')),
      };
    default:
      return otherExpression(tree, node, kind);
  }
}

function otherExpression(tree: LoweringTree, node: number, kind: string): Expression {
  switch (kind) {
    case 'unary':
      return {
        kind: 'operation',
        node,
        operator: tree.textOf(tree.child(node, 'operator')),
        operands: all(tree, tree.named(node).slice(-1)),
      };
    case 'conditional':
    case 'if':
    case 'unless': {
      const test = expression(tree, tree.child(node, 'condition'));
      const [then = -1] = [tree.child(node, 'consequence')];
      const otherwise = tree.child(node, 'alternative');
      const options = [last(tree, then), last(tree, otherwise)];
      return { kind: 'choice', node, test, options: kind === 'unless' ? options.reverse() : options };
    }
    case 'hash':
      return { kind: 'record', node, entries: tree.named(node).map((entry) => entryOf(tree, entry)) };
    case 'array':
    case 'string_array':
    case 'symbol_array':
    case 'right_assignment_list':
      return { kind: 'list', node, items: all(tree, tree.named(node)) };
    case 'lambda':
      return { kind: 'function', node, form: blockForm(tree, tree.child(node, 'body'), node) };
    case 'parenthesized_statements':
    case 'rescue_modifier':
    case 'block_argument':
    case 'splat_argument':
    case 'begin':
      return expression(tree, tree.named(node)[0] ?? -1);
    case 'pair':
      return expression(tree, tree.child(node, 'value'));
    default:
      return { kind: 'mixed', node, parts: all(tree, tree.named(node)) };
  }
}

/** The value of a branch is its last expression. */
function last(tree: LoweringTree, node: number): Expression {
  if (node < 0) return nothing(0);
  const holds = /^(then|else|elsif)$/.test(tree.kind(node));
  return expression(tree, holds ? (tree.named(node).at(-1) ?? -1) : node);
}

function textOf(tree: LoweringTree, node: number, kind: string): Expression {
  const parts = tree.named(node).flatMap((part): readonly Expression[] => {
    const inner = tree.kind(part);
    if (inner === 'interpolation') return [expression(tree, tree.named(part)[0] ?? -1)];
    if (inner === 'heredoc_end') return [];
    if (inner === 'string') return [expression(tree, part)];
    return [{ kind: 'constant', node: part, value: tree.textOf(part) }];
  });
  if (kind === 'subshell') {
    // Backticks run what is in them.
    const callee: Expression = { kind: 'name', node, name: 'backticks' };
    const given: Expression = { kind: 'text', node, parts };
    return {
      kind: 'call',
      node,
      callee,
      arguments: [{ name: null, value: given, spread: false }],
      creates: false,
    };
  }
  const [only] = parts;
  if (only === undefined) return { kind: 'constant', node, value: '' };
  if (parts.length === 1 && only.kind === 'constant') return { ...only, node };
  return { kind: 'text', node, parts };
}

function elementOf(tree: LoweringTree, node: number): Expression {
  const object = tree.child(node, 'object');
  const key = tree.named(node).find((each) => each !== object) ?? -1;
  return { kind: 'element', node, object: expression(tree, object), key: expression(tree, key) };
}

function callOf(tree: LoweringTree, node: number): Expression {
  const receiver = tree.child(node, 'receiver');
  const method = tree.child(node, 'method');
  const name = tree.textOf(method);
  const callee: Expression =
    receiver < 0
      ? { kind: 'name', node: method, name }
      : {
          kind: 'member',
          node: method,
          object: expression(tree, receiver),
          property: name === '' ? 'call' : name,
        };
  const given = tree.named(tree.child(node, 'arguments')).flatMap((each) => argumentOf(tree, each));
  const block = tree.child(node, 'block');
  const values: readonly Argument[] =
    block < 0
      ? given
      : [
          ...given,
          {
            name: '&',
            value: { kind: 'function', node: block, form: blockForm(tree, block, block) },
            spread: false,
          },
        ];
  return { kind: 'call', node, callee, arguments: values, creates: name === 'new' };
}

function argumentOf(tree: LoweringTree, node: number): readonly Argument[] {
  const kind = tree.kind(node);
  if (kind !== 'pair')
    return [{ name: null, value: expression(tree, node), spread: kind === 'splat_argument' }];
  const key = tree.textOf(tree.child(node, 'key')).replace(/^:|:$/g, '');
  return [{ name: key, value: expression(tree, tree.child(node, 'value')), spread: false }];
}

function binaryOf(tree: LoweringTree, node: number): Expression {
  const operator = tree.textOf(tree.child(node, 'operator'));
  const isSame = (link: number) =>
    tree.kind(link) === 'binary' && tree.textOf(tree.child(link, 'operator')) === operator;
  const operands = all(tree, chainOf(tree, node, isSame));
  if (operator === '+') return { kind: 'text', node, parts: operands };
  if (operator === '%' && operands[0]?.kind !== 'name')
    return {
      kind: 'text',
      node,
      parts: operands.flatMap((each) => (each.kind === 'list' ? each.items : [each])),
    };
  if (operator === '<<') return { kind: 'text', node, parts: operands };
  if (operator === '||' || operator === 'or') return { kind: 'choice', node, test: null, options: operands };
  return { kind: 'operation', node, operator: operator === 'and' ? '&&' : operator, operands };
}

function entryOf(tree: LoweringTree, node: number): RecordEntry {
  if (tree.kind(node) !== 'pair') return { key: null, value: expression(tree, node) };
  return {
    key: tree.textOf(tree.child(node, 'key')).replace(/^:|:$|^["']|["']$/g, ''),
    value: expression(tree, tree.child(node, 'value')),
  };
}

/** The left side of an assignment. */
export function target(tree: LoweringTree, node: number): Target {
  if (node < 0) return nothing(0);
  if (tree.kind(node) !== 'left_assignment_list') return expression(tree, node);
  return { kind: 'list-pattern', node, items: tree.named(node).map((item) => expression(tree, item)) };
}
