import type { Statement } from './form.ts';
import { CLASSES, classForm, FUNCTIONS, functionForm, target } from './javascript-definitions.ts';
import { argumentOf, expression, stringValue } from './javascript-expressions.ts';
import { type Lowering, type LoweringTree, whileLoop } from './lowering.ts';

/** JavaScript, TypeScript and TSX. */
export const lowerJavaScript: Lowering = {
  program: (tree) => statementsOf(tree, tree.named(0)),
};

function statementsOf(tree: LoweringTree, nodes: readonly number[]): readonly Statement[] {
  return nodes.flatMap((node) => statement(tree, node));
}

export function bodyOf(tree: LoweringTree, node: number): readonly Statement[] {
  if (node < 0) return [];
  return tree.kind(node) === 'statement_block'
    ? tree.deeper(() => statementsOf(tree, tree.named(node)), [])
    : statement(tree, node);
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
          iterable: isKeys
            ? {
                kind: 'call',
                node,
                callee: { kind: 'name', node, name: 'Object.keys' },
                arguments: [argumentOf(iterable)],
                creates: false,
              }
            : iterable,
          test: null,
          body: bodyOf(tree, tree.child(node, 'body')),
        },
      ];
    }
    case 'while_statement':
    case 'do_statement':
      return [
        whileLoop(expression(tree, tree.child(node, 'condition')), bodyOf(tree, tree.child(node, 'body'))),
      ];
    case 'return_statement': {
      const [value] = tree.named(node);
      return [{ kind: 'return', node, value: value === undefined ? null : expression(tree, value) }];
    }
    case 'throw_statement':
      return [
        ...tree
          .named(node)
          .map((child): Statement => ({ kind: 'expression', expression: expression(tree, child) })),
        { kind: 'leave' },
      ];
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
  const call: Statement = { kind: 'expression', expression: expression(tree, node) };
  const isEnd = kind === 'call_expression' && ENDS.test(tree.textOf(tree.child(node, 'function')));
  return isEnd ? [call, { kind: 'leave' }] : [call];
}

function declaration(tree: LoweringTree, node: number): readonly Statement[] {
  if (tree.kind(node) !== 'variable_declarator') return [];
  const value = tree.child(node, 'value');
  const name = tree.child(node, 'name');
  if (value < 0) return [];
  return [
    {
      kind: 'assign',
      node,
      target: target(tree, name),
      value: expression(tree, value, tree.textOf(name)),
      operator: '',
      declares: true,
    },
  ];
}

/** Calls that throw or end the process: nothing behind them is reached. */
const ENDS = /^(process\.(exit|abort)|ctx\.throw|Deno\.exit)$/;

function expressionStatement(tree: LoweringTree, node: number): readonly Statement[] {
  const kind = tree.kind(node);
  if (kind === 'sequence_expression')
    return tree.named(node).flatMap((child) => tree.deeper(() => expressionStatement(tree, child), []));
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
      holds: bodyOf(tree, tree.child(link, 'consequence')),
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
      cases[index + 1] = {
        ...next,
        tests: [...own.tests, ...next.tests],
        isDefault: own.isDefault || next.isDefault,
      };
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
    if (tree.kind(child) === 'namespace_import')
      return tree.named(child).map((name) => ({ kind: 'import', name: tree.textOf(name), path }));
    return tree.named(child).map((specifier) => {
      const name = tree.textOf(tree.child(specifier, 'name'));
      const alias = tree.textOf(tree.child(specifier, 'alias'));
      return { kind: 'import', name: alias || name, path: `${path}.${name}` };
    });
  });
}
