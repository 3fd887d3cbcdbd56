import type { Expression, Statement } from './form.ts';
import { type Lowering, type LoweringTree, whileLoop } from './lowering.ts';
import { classForm, functionForm } from './python-definitions.ts';
import { expression, target } from './python-expressions.ts';

/** Python. */
export const lowerPython: Lowering = {
  program: (tree) => statementsOf(tree, tree.named(0)),
};

/** Statements that carry no data. */
const SILENT = new Set([
  'pass_statement',
  'global_statement',
  'nonlocal_statement',
  'break_statement',
  'continue_statement',
  'comment',
]);

function statementsOf(tree: LoweringTree, nodes: readonly number[]): readonly Statement[] {
  return nodes.flatMap((node) => tree.deeper(() => lowerStatement(tree, node), []));
}

/** The statements of a block, or of a clause that holds one. */
export function bodyOf(tree: LoweringTree, node: number): readonly Statement[] {
  if (node < 0) return [];
  if (tree.kind(node) === 'block') return tree.deeper(() => statementsOf(tree, tree.named(node)), []);
  const block = tree.named(node).find((child) => tree.kind(child) === 'block') ?? -1;
  return block < 0 ? [] : bodyOf(tree, block);
}

export function lowerStatement(tree: LoweringTree, node: number): readonly Statement[] {
  const kind = tree.kind(node);
  if (SILENT.has(kind)) return [];
  switch (kind) {
    case 'expression_statement':
      return tree.named(node).flatMap((child) => expressionStatement(tree, child));
    case 'if_statement':
      return [ifStatement(tree, node)];
    case 'for_statement':
      return [
        {
          kind: 'loop',
          target: target(tree, tree.child(node, 'left')),
          iterable: expression(tree, tree.child(node, 'right')),
          test: null,
          body: bodyOf(tree, tree.child(node, 'body')),
        },
        ...bodyOf(tree, tree.child(node, 'alternative')),
      ];
    case 'while_statement':
      return [
        whileLoop(expression(tree, tree.child(node, 'condition')), bodyOf(tree, tree.child(node, 'body'))),
      ];
    case 'return_statement': {
      const [value] = tree.named(node);
      return [{ kind: 'return', node, value: value === undefined ? null : expression(tree, value) }];
    }
    case 'raise_statement':
      return [...expressionsOf(tree, tree.named(node)), { kind: 'leave' }];
    case 'try_statement':
      return [tryStatement(tree, node)];
    case 'with_statement':
      return withStatement(tree, node);
    case 'match_statement':
      return [matchStatement(tree, node)];
    case 'function_definition':
      return [{ kind: 'declare', form: functionForm(tree, node, null, []) }];
    case 'class_definition':
      return [{ kind: 'class', form: classForm(tree, node) }];
    case 'decorated_definition':
      return decorated(tree, node);
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      return importStatement(tree, node);
    case 'assert_statement': {
      const [test] = tree.named(node);
      if (test === undefined) return [];
      return [{ kind: 'branch', test: expression(tree, test), holds: [], otherwise: [{ kind: 'leave' }] }];
    }
    default:
      return expressionsOf(tree, tree.named(node));
  }
}

function expressionsOf(tree: LoweringTree, nodes: readonly number[]): readonly Statement[] {
  return nodes.map((node) => ({ kind: 'expression', expression: expression(tree, node) }));
}

/** Calls that raise: nothing behind them is reached. */
const ENDS =
  /^(flask\.|bottle\.|web\.|self\.)?abort$|^(sys\.)?exit$|^quit$|^os\._exit$|^pytest\.(fail|skip)$/;

function expressionStatement(tree: LoweringTree, node: number): readonly Statement[] {
  const kind = tree.kind(node);
  if (kind !== 'assignment' && kind !== 'augmented_assignment') {
    const isEnd = kind === 'call' && ENDS.test(tree.textOf(tree.child(node, 'function')));
    return [...expressionsOf(tree, [node]), ...(isEnd ? [{ kind: 'leave' } as const] : [])];
  }
  const left = tree.child(node, 'left');
  const right = tree.child(node, 'right');
  if (right < 0) return [];
  const operator = tree.textOf(tree.child(node, 'operator'));
  const appends = kind === 'augmented_assignment' && /^(\+|%)=/.test(operator);
  // `a = b = c` nests to the right.
  if (tree.kind(right) === 'assignment') {
    const inner = tree.deeper(() => expressionStatement(tree, right), []);
    const [last] = inner;
    if (last?.kind !== 'assign') return inner;
    return [...inner, { ...last, target: target(tree, left) }];
  }
  const mode = kind === 'assignment' ? '' : appends ? '+' : '|';
  return [
    {
      kind: 'assign',
      node,
      target: target(tree, left),
      value: expression(tree, right, tree.textOf(left)),
      operator: mode,
      declares: true,
    },
  ];
}

function ifStatement(tree: LoweringTree, node: number): Statement {
  const clauses = tree.named(node).filter((child) => tree.field(child) === 'alternative');
  let otherwise: readonly Statement[] = [];
  for (const clause of [...clauses].reverse()) {
    if (tree.kind(clause) === 'else_clause') otherwise = bodyOf(tree, tree.child(clause, 'body'));
    else {
      otherwise = [
        {
          kind: 'branch',
          test: expression(tree, tree.child(clause, 'condition')),
          holds: bodyOf(tree, tree.child(clause, 'consequence')),
          otherwise,
        },
      ];
    }
  }
  return {
    kind: 'branch',
    test: expression(tree, tree.child(node, 'condition')),
    holds: bodyOf(tree, tree.child(node, 'consequence')),
    otherwise,
  };
}

function tryStatement(tree: LoweringTree, node: number): Statement {
  const clauses = (...kinds: readonly string[]) =>
    tree.named(node).filter((child) => kinds.includes(tree.kind(child)));
  const [otherwise = -1] = clauses('else_clause');
  return {
    kind: 'try',
    body: [...bodyOf(tree, tree.child(node, 'body')), ...bodyOf(tree, tree.child(otherwise, 'body'))],
    handlers: clauses('except_clause', 'except_group_clause').map((clause) => bodyOf(tree, clause)),
    after: clauses('finally_clause').flatMap((clause) => bodyOf(tree, clause)),
  };
}

function withStatement(tree: LoweringTree, node: number): readonly Statement[] {
  const [clause = -1] = tree.named(node);
  const items = tree.named(clause).flatMap((item): readonly Statement[] => {
    const value = tree.child(item, 'value');
    if (tree.kind(value) !== 'as_pattern')
      return [{ kind: 'expression', expression: expression(tree, value) }];
    const [given = -1] = tree.named(value);
    const alias = tree.child(value, 'alias');
    return [
      {
        kind: 'assign',
        node: item,
        target: target(tree, alias),
        value: expression(tree, given),
        operator: '',
        declares: true,
      },
    ];
  });
  return [...items, ...bodyOf(tree, tree.child(node, 'body'))];
}

function matchStatement(tree: LoweringTree, node: number): Statement {
  const clauses = tree.named(tree.child(node, 'body'));
  const cases = clauses.map((clause) => {
    const patterns = tree.named(clause).filter((child) => tree.kind(child) === 'case_pattern');
    const text = patterns.map((pattern) => tree.textOf(pattern)).join(',');
    const values = patterns
      .flatMap((pattern) => tree.named(pattern))
      .flatMap((child) => (tree.kind(child) === 'union_pattern' ? tree.named(child) : [child]));
    return {
      tests: values.map((value) => expression(tree, value)),
      isDefault:
        text === '_' || values.some((value) => /pattern|dotted_name|identifier/.test(tree.kind(value))),
      body: bodyOf(tree, tree.child(clause, 'consequence')),
    };
  });
  return { kind: 'switch', subject: expression(tree, tree.child(node, 'subject')), cases };
}

function decorated(tree: LoweringTree, node: number): readonly Statement[] {
  const definition = tree.child(node, 'definition');
  if (tree.kind(definition) === 'class_definition')
    return [{ kind: 'class', form: classForm(tree, definition) }];
  return [{ kind: 'declare', form: functionForm(tree, definition, null, decoratorsOf(tree, node)) }];
}

export function decoratorsOf(tree: LoweringTree, node: number): readonly Expression[] {
  const decorators = tree.named(node).filter((child) => tree.kind(child) === 'decorator');
  return decorators.flatMap((decorator) => tree.named(decorator).map((inner) => expression(tree, inner)));
}

function importStatement(tree: LoweringTree, node: number): readonly Statement[] {
  const module = tree.textOf(tree.child(node, 'module_name'));
  const names = tree.named(node).filter((child) => tree.field(child) === 'name');
  return names.flatMap((child): readonly Statement[] => {
    const isAliased = tree.kind(child) === 'aliased_import';
    const name = tree.textOf(isAliased ? tree.child(child, 'name') : child);
    const alias = isAliased ? tree.textOf(tree.child(child, 'alias')) : '';
    if (module !== '') return [{ kind: 'import', name: alias || name, path: `${module}.${name}` }];
    if (alias !== '') return [{ kind: 'import', name: alias, path: name }];
    const [top = name] = name.split('.');
    return [{ kind: 'import', name: top, path: top }];
  });
}
