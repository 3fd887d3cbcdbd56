import type { FunctionForm, Parameter, Statement } from './form.ts';
import { all, expression, target } from './go-expressions.ts';
import { type Lowering, type LoweringTree, nothing, once } from './lowering.ts';

/** Go. */
export const lowerGo: Lowering = {
  program: (tree) => statementsOf(tree, tree.named(0)),
};

/** Parameters of such types are known by their type, whatever they are called: requests and contexts of frameworks. */
const KNOWN_TYPE = /^\*?((?:http|gin|echo|fiber|events|beego|iris)\.(?:Request|Context|Ctx|\w*Request))$/;

function statementsOf(tree: LoweringTree, nodes: readonly number[]): readonly Statement[] {
  return nodes.flatMap((node) => tree.deeper(() => lowerStatement(tree, node), []));
}

/** The statements of a block or of a case. */
function bodyOf(tree: LoweringTree, node: number): readonly Statement[] {
  if (node < 0) return [];
  return tree.deeper(() => {
    const inner = tree.named(node);
    return statementsOf(
      tree,
      inner.flatMap((each) => (tree.kind(each) === 'statement_list' ? tree.named(each) : [each])),
    );
  }, []);
}

function lowerStatement(tree: LoweringTree, node: number): readonly Statement[] {
  switch (tree.kind(node)) {
    case 'function_declaration':
    case 'method_declaration':
      return [{ kind: 'declare', form: functionForm(tree, node) }];
    case 'import_declaration':
      return importsOf(tree, node);
    case 'short_var_declaration':
      return assignment(tree, node, 'left', 'right', true);
    case 'assignment_statement':
      return assignment(tree, node, 'left', 'right', false);
    case 'const_declaration':
    case 'var_declaration':
      return variablesOf(tree, node);
    case 'if_statement':
      return [
        ...statementsOf(
          tree,
          [tree.child(node, 'initializer')].filter((each) => each >= 0),
        ),
        {
          kind: 'branch',
          test: expression(tree, tree.child(node, 'condition')),
          holds: bodyOf(tree, tree.child(node, 'consequence')),
          otherwise: otherwiseOf(tree, tree.child(node, 'alternative')),
        },
      ];
    case 'for_statement':
      return loopOf(tree, node);
    case 'return_statement':
      return [returnOf(tree, node)];
    case 'expression_switch_statement':
      return switchOf(tree, node);
    case 'type_switch_statement':
    case 'select_statement':
      return tree.named(node).flatMap((each) => (/case$/.test(tree.kind(each)) ? caseAlone(tree, each) : []));
    case 'block':
      return [{ kind: 'block', body: bodyOf(tree, node) }];
    case 'labeled_statement':
      return statementsOf(tree, tree.named(node).slice(1));
    case 'expression_statement': {
      const leaves = /^(panic\(|os\.Exit\(|log\.Fatal)/.test(tree.textOf(node).slice(0, 20));
      return [...expressionsOf(tree, tree.named(node)), ...(leaves ? [{ kind: 'leave' } as const] : [])];
    }
    case 'package_clause':
    case 'type_declaration':
    case 'comment':
    case 'break_statement':
    case 'continue_statement':
      return [];
    default:
      return expressionsOf(tree, tree.named(node));
  }
}

function expressionsOf(tree: LoweringTree, nodes: readonly number[]): readonly Statement[] {
  return nodes.map((node) => ({ kind: 'expression', expression: expression(tree, node) }));
}

function otherwiseOf(tree: LoweringTree, node: number): readonly Statement[] {
  if (node < 0) return [];
  return tree.kind(node) === 'block' ? bodyOf(tree, node) : statementsOf(tree, [node]);
}

/** `a, b := f()`, and pairwise `a, b = c, d`. */
function assignment(
  tree: LoweringTree,
  node: number,
  leftField: string,
  rightField: string,
  declares: boolean,
): readonly Statement[] {
  const left = tree.child(node, leftField);
  const right = tree.child(node, rightField);
  const text = tree.textOf(tree.child(node, 'operator'));
  const operator = text === '+=' ? '+' : text === '=' || text === ':=' || text === '' ? '' : '|';
  const lefts = tree.named(left);
  const rights = tree.named(right);
  if (lefts.length === rights.length && lefts.length > 0) {
    return lefts.map((each, index) => ({
      kind: 'assign',
      node,
      target: expression(tree, each),
      value: expression(tree, rights[index] ?? -1),
      operator,
      declares,
    }));
  }
  const [value = -1] = rights;
  return [
    { kind: 'assign', node, target: target(tree, left), value: expression(tree, value), operator, declares },
  ];
}

function variablesOf(tree: LoweringTree, node: number): readonly Statement[] {
  const specs = tree
    .named(node)
    .flatMap((each) => (/_spec_list$/.test(tree.kind(each)) ? tree.named(each) : [each]));
  return specs.flatMap((spec): readonly Statement[] => {
    const names = tree.named(spec).filter((each) => tree.field(each) === 'name');
    const values = tree.named(tree.child(spec, 'value'));
    return names.map((name, index) => ({
      kind: 'assign',
      node: spec,
      target: expression(tree, name),
      value: values.length === 0 ? nothing(spec) : expression(tree, values[index] ?? values[0] ?? -1),
      operator: '',
      declares: true,
    }));
  });
}

function loopOf(tree: LoweringTree, node: number): readonly Statement[] {
  const [head = -1] = tree.named(node);
  const body = bodyOf(tree, tree.child(node, 'body'));
  if (tree.kind(head) === 'range_clause') {
    const left = tree.child(head, 'left');
    const names = tree.named(left);
    // The second name is the element; the first is its number or key.
    const each = names[1] ?? names[0] ?? -1;
    const iterable = expression(tree, tree.child(head, 'right'));
    const wanted = each < 0 ? null : expression(tree, each);
    return [{ kind: 'loop', target: wanted, iterable, test: null, body }];
  }
  if (tree.kind(head) === 'for_clause') {
    const start = statementsOf(
      tree,
      [tree.child(head, 'initializer')].filter((each) => each >= 0),
    );
    const condition = tree.child(head, 'condition');
    const test = condition < 0 ? null : expression(tree, condition);
    return [...start, { kind: 'loop', target: null, iterable: null, test, body }];
  }
  const test = head < 0 || tree.kind(head) === 'block' ? null : expression(tree, head);
  return [{ kind: 'loop', target: null, iterable: null, test, body }];
}

function returnOf(tree: LoweringTree, node: number): Statement {
  const [list = -1] = tree.named(node);
  const values = list < 0 ? [] : tree.named(list);
  const [first] = values;
  if (first === undefined) return { kind: 'return', node, value: null };
  if (values.length === 1) return { kind: 'return', node, value: expression(tree, first) };
  return { kind: 'return', node, value: { kind: 'list', node: list, items: all(tree, values) } };
}

function switchOf(tree: LoweringTree, node: number): readonly Statement[] {
  const start = statementsOf(
    tree,
    [tree.child(node, 'initializer')].filter((each) => each >= 0),
  );
  const clauses = tree.named(node).filter((each) => /case$/.test(tree.kind(each)));
  const value = tree.child(node, 'value');
  if (value < 0) return [...start, ...clauses.flatMap((clause) => caseAlone(tree, clause))];
  const cases = clauses.map((clause) => ({
    tests: all(tree, tree.named(tree.child(clause, 'value'))),
    isDefault: tree.kind(clause) === 'default_case',
    body: caseBody(tree, clause),
  }));
  return [...start, { kind: 'switch', subject: expression(tree, value), cases }];
}

/** A case as something that may happen. */
function caseAlone(tree: LoweringTree, clause: number): readonly Statement[] {
  const [test = -1] = tree.named(tree.child(clause, 'value'));
  const communication = tree.child(clause, 'communication');
  const received = communication < 0 ? [] : statementsOf(tree, [communication]);
  return [
    {
      kind: 'branch',
      test: expression(tree, test),
      holds: [...received, ...caseBody(tree, clause)],
      otherwise: [],
    },
  ];
}

function caseBody(tree: LoweringTree, clause: number): readonly Statement[] {
  const list = tree.named(clause).find((each) => tree.kind(each) === 'statement_list') ?? -1;
  return list < 0 ? [] : statementsOf(tree, tree.named(list));
}

/** A package is known by its last name: `os/exec` is `exec`. */
function importsOf(tree: LoweringTree, node: number): readonly Statement[] {
  const specs = tree
    .named(node)
    .flatMap((each) => (tree.kind(each) === 'import_spec_list' ? tree.named(each) : [each]));
  return specs.flatMap((spec): readonly Statement[] => {
    const path = tree
      .textOf(tree.child(spec, 'path'))
      .slice(1, -1)
      .replace(/\/v\d+$/, '');
    const last = path.slice(path.lastIndexOf('/') + 1).replace(/^go-|-go$/g, '');
    const alias = tree.textOf(tree.child(spec, 'name'));
    return last === '' ? [] : [{ kind: 'import', name: alias === '' ? last : alias, path: last }];
  });
}

/** A function, method or function literal. */
export function functionForm(tree: LoweringTree, node: number): FunctionForm {
  const parameters = parametersOf(tree, tree.child(node, 'parameters'));
  const body = tree.child(node, 'body');
  const known = parameters.flatMap(({ name, type }): readonly Statement[] => {
    const path = KNOWN_TYPE.exec(type)?.[1];
    return path === undefined ? [] : [{ kind: 'import', name, path }];
  });
  return {
    node,
    name: tree.textOf(tree.child(node, 'name')),
    parameters,
    body: once(() => tree.fromTop(() => [...known, ...bodyOf(tree, body)])),
    decorators: [],
    owner: null,
  };
}

function parametersOf(tree: LoweringTree, list: number): readonly Parameter[] {
  return tree.named(list).flatMap((each): readonly Parameter[] => {
    const type = tree.textOf(tree.child(each, 'type'));
    const names = tree.named(each).filter((part) => tree.field(part) === 'name');
    const rest = tree.kind(each) === 'variadic_parameter_declaration';
    const named = names.length === 0 ? [''] : names.map((name) => tree.textOf(name));
    return named.map((name) => ({ name, target: null, type, annotations: [], rest }));
  });
}
