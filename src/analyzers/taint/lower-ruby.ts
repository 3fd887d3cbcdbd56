import type { ClassForm, FunctionForm, Parameter, Statement } from './form.ts';
import { type Lowering, type LoweringTree, once, whileLoop } from './lowering.ts';
import { expression, target } from './ruby-expressions.ts';

/** Ruby. */
export const lowerRuby: Lowering = {
  program: (tree) => statementsOf(tree, tree.named(0)),
};

const HOLDERS = /^(body_statement|then|else|do|block_body|begin|ensure|parenthesized_statements)$/;

function statementsOf(tree: LoweringTree, nodes: readonly number[]): readonly Statement[] {
  return nodes.flatMap((node) => tree.deeper(() => lowerStatement(tree, node), []));
}

/** The statements of a body; a single expression is its own. */
export function bodyOf(tree: LoweringTree, node: number): readonly Statement[] {
  if (node < 0) return [];
  return tree.deeper(() => {
    if (!HOLDERS.test(tree.kind(node))) return statementsOf(tree, [node]);
    const parts = tree.named(node);
    const rescues = parts.filter((part) => tree.kind(part) === 'rescue');
    const after = parts.filter((part) => tree.kind(part) === 'ensure');
    const main = parts.filter((part) => !/^(rescue|ensure)$/.test(tree.kind(part)));
    if (rescues.length + after.length === 0) return statementsOf(tree, main);
    return [
      {
        kind: 'try',
        body: statementsOf(tree, main),
        handlers: rescues.map((part) => bodyOf(tree, tree.child(part, 'body'))),
        after: after.flatMap((part) => statementsOf(tree, tree.named(part))),
      },
    ];
  }, []);
}

function lowerStatement(tree: LoweringTree, node: number): readonly Statement[] {
  const kind = tree.kind(node);
  switch (kind) {
    case 'method':
    case 'singleton_method':
      return [{ kind: 'declare', form: methodForm(tree, node, null) }];
    case 'class':
    case 'module':
      return [{ kind: 'class', form: classForm(tree, node) }];
    case 'assignment':
    case 'operator_assignment':
      return assignmentOf(tree, node);
    case 'if':
    case 'unless':
    case 'elsif':
      return [conditionOf(tree, node, kind === 'unless')];
    case 'if_modifier':
    case 'unless_modifier':
      return [modifierOf(tree, node, kind === 'unless_modifier')];
    case 'while':
    case 'until':
      return [
        whileLoop(expression(tree, tree.child(node, 'condition')), bodyOf(tree, tree.child(node, 'body'))),
      ];
    case 'for':
      return [
        {
          kind: 'loop',
          target: target(tree, tree.child(node, 'pattern')),
          iterable: expression(tree, tree.named(tree.child(node, 'value'))[0] ?? -1),
          test: null,
          body: bodyOf(tree, tree.child(node, 'body')),
        },
      ];
    case 'case':
      return [caseOf(tree, node)];
    case 'return': {
      const value = tree.named(tree.named(node)[0] ?? -1)[0] ?? -1;
      return [{ kind: 'return', node, value: value < 0 ? null : expression(tree, value) }];
    }
    case 'begin':
    case 'else':
    case 'then':
      return bodyOf(tree, node);
    case 'binary':
      return appendOf(tree, node);
    case 'call':
      return callStatement(tree, node);
    case 'heredoc_body':
    case 'comment':
      return [];
    default:
      return [{ kind: 'expression', expression: expression(tree, node) }];
  }
}

/** `raise` leaves; every other call goes on. */
function callStatement(tree: LoweringTree, node: number): readonly Statement[] {
  const call: Statement = { kind: 'expression', expression: expression(tree, node) };
  const isRaise =
    tree.child(node, 'receiver') < 0 &&
    /^(raise|fail|abort|exit)$/.test(tree.textOf(tree.child(node, 'method')));
  return isRaise ? [call, { kind: 'leave' }] : [call];
}

function assignmentOf(tree: LoweringTree, node: number): readonly Statement[] {
  const operator = tree.textOf(tree.child(node, 'operator'));
  return [
    {
      kind: 'assign',
      node,
      target: target(tree, tree.child(node, 'left')),
      value: expression(tree, tree.child(node, 'right')),
      operator: operator === '+=' || operator === '<<' ? '+' : tree.kind(node) === 'assignment' ? '' : '|',
      declares: false,
    },
  ];
}

/** `text << value` changes the text. */
function appendOf(tree: LoweringTree, node: number): readonly Statement[] {
  const left = tree.child(node, 'left');
  if (tree.textOf(tree.child(node, 'operator')) !== '<<' || tree.kind(left) === 'binary')
    return [{ kind: 'expression', expression: expression(tree, node) }];
  return [
    {
      kind: 'assign',
      node,
      target: target(tree, left),
      value: expression(tree, tree.child(node, 'right')),
      operator: '+',
      declares: false,
    },
  ];
}

function conditionOf(tree: LoweringTree, node: number, negated: boolean): Statement {
  const holds = bodyOf(tree, tree.child(node, 'consequence'));
  const alternative = tree.child(node, 'alternative');
  const otherwise = alternative < 0 ? [] : statementsOf(tree, [alternative]);
  return {
    kind: 'branch',
    test: expression(tree, tree.child(node, 'condition')),
    holds: negated ? otherwise : holds,
    otherwise: negated ? holds : otherwise,
  };
}

function modifierOf(tree: LoweringTree, node: number, negated: boolean): Statement {
  const body = statementsOf(
    tree,
    [tree.child(node, 'body')].filter((each) => each >= 0),
  );
  return {
    kind: 'branch',
    test: expression(tree, tree.child(node, 'condition')),
    holds: negated ? [] : body,
    otherwise: negated ? body : [],
  };
}

function caseOf(tree: LoweringTree, node: number): Statement {
  const clauses = tree.named(node).filter((part) => /^(when|else)$/.test(tree.kind(part)));
  const cases = clauses.map((clause) => ({
    tests: tree
      .named(clause)
      .filter((part) => tree.kind(part) === 'pattern')
      .flatMap((part) => tree.named(part).map((each) => expression(tree, each))),
    isDefault: tree.kind(clause) === 'else',
    body: tree.kind(clause) === 'else' ? bodyOf(tree, clause) : bodyOf(tree, tree.child(clause, 'body')),
  }));
  return { kind: 'switch', subject: expression(tree, tree.child(node, 'value')), cases };
}

function classForm(tree: LoweringTree, node: number): ClassForm {
  const fields: Statement[] = [];
  const methods = new Map<string, FunctionForm>();
  const bases = tree.named(tree.child(node, 'superclass')).map((each) => expression(tree, each));
  const form: ClassForm = { node, name: tree.textOf(tree.child(node, 'name')), bases, methods, fields };
  for (const member of tree.named(tree.child(node, 'body'))) {
    const kind = tree.kind(member);
    if (kind === 'method' || kind === 'singleton_method') {
      const method = methodForm(tree, member, form);
      methods.set(method.name, method);
    } else if (kind !== 'comment') fields.push(...tree.deeper(() => lowerStatement(tree, member), []));
  }
  return form;
}

function methodForm(tree: LoweringTree, node: number, owner: ClassForm | null): FunctionForm {
  const body = tree.child(node, 'body');
  return {
    node,
    name: tree.textOf(tree.child(node, 'name')),
    parameters: parametersOf(tree, tree.child(node, 'parameters')),
    body: once(() => tree.fromTop(() => withResult(bodyOf(tree, body), body))),
    decorators: [],
    owner,
  };
}

/** A method returns its last expression. */
function withResult(body: readonly Statement[], node: number): readonly Statement[] {
  const last = body.at(-1);
  if (last?.kind !== 'expression') return body;
  return [...body.slice(0, -1), { kind: 'return', node, value: last.expression }];
}

/** A block or lambda. */
export function blockForm(tree: LoweringTree, block: number, node: number): FunctionForm {
  const body = tree.child(block, 'body');
  return {
    node,
    name: '',
    parameters: parametersOf(tree, tree.child(block, 'parameters')),
    body: once(() => tree.fromTop(() => withResult(bodyOf(tree, body < 0 ? block : body), block))),
    decorators: [],
    owner: null,
  };
}

function parametersOf(tree: LoweringTree, list: number): readonly Parameter[] {
  return tree.named(list).map((each) => {
    const isPlain = tree.kind(each) === 'identifier';
    return {
      name: tree.textOf(isPlain ? each : tree.child(each, 'name')),
      target: null,
      type: '',
      annotations: [],
      rest: /splat/.test(tree.kind(each)),
    };
  });
}
