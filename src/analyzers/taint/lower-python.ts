import type { Argument, ClassForm, Expression, FunctionForm, Parameter, RecordEntry, Statement, Target } from './form.ts';
import { chainOf, type Lowering, type LoweringTree, nothing, once } from './lowering.ts';
import { pythonStringParts } from './python-strings.ts';

const TRANSPARENT = new Set(['parenthesized_expression', 'await', 'type', 'as_pattern_target', 'list_splat', 'dictionary_splat']);
/** Statements that carry no data. */
const SILENT = new Set(['pass_statement', 'global_statement', 'nonlocal_statement', 'break_statement', 'continue_statement', 'comment']);

/** Python. */
export const lowerPython: Lowering = {
  program: (tree) => statementsOf(tree, tree.named(0)),
};

function statementsOf(tree: LoweringTree, nodes: readonly number[]): readonly Statement[] {
  return nodes.flatMap((node) => tree.deeper(() => lowerStatement(tree, node), []));
}

/** The statements of a block, or of a clause that holds one. */
function bodyOf(tree: LoweringTree, node: number): readonly Statement[] {
  if (node < 0) return [];
  if (tree.kind(node) === 'block') return tree.deeper(() => statementsOf(tree, tree.named(node)), []);
  const block = tree.named(node).find((child) => tree.kind(child) === 'block') ?? -1;
  return block < 0 ? [] : bodyOf(tree, block);
}

function lowerStatement(tree: LoweringTree, node: number): readonly Statement[] {
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
      return [{ kind: 'branch', test: expression(tree, test), then: [], otherwise: [{ kind: 'leave' }] }];
    }
    default:
      return expressionsOf(tree, tree.named(node));
  }
}

function expressionsOf(tree: LoweringTree, nodes: readonly number[]): readonly Statement[] {
  return nodes.map((node) => ({ kind: 'expression', expression: expression(tree, node) }));
}

function expressionStatement(tree: LoweringTree, node: number): readonly Statement[] {
  const kind = tree.kind(node);
  if (kind !== 'assignment' && kind !== 'augmented_assignment') return expressionsOf(tree, [node]);
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
  return [{ kind: 'assign', node, target: target(tree, left), value: expression(tree, right, tree.textOf(left)), operator: mode, declares: true }];
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
          then: bodyOf(tree, tree.child(clause, 'consequence')),
          otherwise,
        },
      ];
    }
  }
  return {
    kind: 'branch',
    test: expression(tree, tree.child(node, 'condition')),
    then: bodyOf(tree, tree.child(node, 'consequence')),
    otherwise,
  };
}

function tryStatement(tree: LoweringTree, node: number): Statement {
  const clauses = (...kinds: readonly string[]) => tree.named(node).filter((child) => kinds.includes(tree.kind(child)));
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
    if (tree.kind(value) !== 'as_pattern') return [{ kind: 'expression', expression: expression(tree, value) }];
    const [given = -1] = tree.named(value);
    const alias = tree.child(value, 'alias');
    return [{ kind: 'assign', node: item, target: target(tree, alias), value: expression(tree, given), operator: '', declares: true }];
  });
  return [...items, ...bodyOf(tree, tree.child(node, 'body'))];
}

function matchStatement(tree: LoweringTree, node: number): Statement {
  const clauses = tree.named(tree.child(node, 'body'));
  const cases = clauses.map((clause) => {
    const patterns = tree.named(clause).filter((child) => tree.kind(child) === 'case_pattern');
    const text = patterns.map((pattern) => tree.textOf(pattern)).join(',');
    const values = patterns.flatMap((pattern) => tree.named(pattern)).flatMap((child) => (tree.kind(child) === 'union_pattern' ? tree.named(child) : [child]));
    return {
      tests: values.map((value) => expression(tree, value)),
      isDefault: text === '_' || values.some((value) => /pattern|dotted_name|identifier/.test(tree.kind(value))),
      body: bodyOf(tree, tree.child(clause, 'consequence')),
    };
  });
  return { kind: 'switch', subject: expression(tree, tree.child(node, 'subject')), cases };
}

function decorated(tree: LoweringTree, node: number): readonly Statement[] {
  const definition = tree.child(node, 'definition');
  if (tree.kind(definition) === 'class_definition') return [{ kind: 'class', form: classForm(tree, definition) }];
  return [{ kind: 'declare', form: functionForm(tree, definition, null, decoratorsOf(tree, node)) }];
}

function decoratorsOf(tree: LoweringTree, node: number): readonly Expression[] {
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

function expression(tree: LoweringTree, node: number, name = ''): Expression {
  if (node < 0) return nothing(0);
  return tree.deeper(() => lowerExpression(tree, node, name), nothing(node));
}

function all(tree: LoweringTree, nodes: readonly number[]): readonly Expression[] {
  return nodes.map((node) => expression(tree, node));
}

function lowerExpression(tree: LoweringTree, node: number, name: string): Expression {
  const kind = tree.kind(node);
  if (TRANSPARENT.has(kind)) {
    const [inner] = tree.named(node);
    return inner === undefined ? nothing(node) : expression(tree, inner, name);
  }
  switch (kind) {
    case 'identifier':
      return { kind: 'name', node, name: tree.textOf(node) };
    case 'string':
    case 'concatenated_string':
      return stringOf(tree, node);
    case 'integer':
    case 'float':
      return { kind: 'constant', node, value: Number(tree.textOf(node).replaceAll('_', '')) };
    case 'true':
    case 'false':
      return { kind: 'constant', node, value: kind === 'true' };
    case 'none':
      return { kind: 'constant', node, value: null };
    case 'attribute':
      return { kind: 'member', node, object: expression(tree, tree.child(node, 'object')), property: tree.textOf(tree.child(node, 'attribute')) };
    case 'subscript':
      return subscriptOf(tree, node);
    case 'call':
      return callOf(tree, node);
    case 'conditional_expression': {
      const [then = -1, test = -1, otherwise = -1] = tree.named(node);
      return { kind: 'choice', node, test: expression(tree, test), options: [expression(tree, then), expression(tree, otherwise)] };
    }
    case 'binary_operator':
      return binaryOf(tree, node);
    case 'boolean_operator': {
      const operator = tree.textOf(tree.child(node, 'operator'));
      const isSame = (link: number) => tree.kind(link) === 'boolean_operator' && tree.textOf(tree.child(link, 'operator')) === operator;
      const operands = all(tree, chainOf(tree, node, isSame));
      return operator === 'or' ? { kind: 'choice', node, test: null, options: operands } : { kind: 'operation', node, operator: '&&', operands };
    }
    case 'not_operator':
      return { kind: 'operation', node, operator: '!', operands: [expression(tree, tree.child(node, 'argument'))] };
    case 'unary_operator':
      return { kind: 'operation', node, operator: tree.textOf(tree.child(node, 'operator')), operands: [expression(tree, tree.child(node, 'argument'))] };
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
    return { kind: 'assign', node, target: target(tree, tree.child(node, 'name')), value: expression(tree, tree.child(node, 'value')) };
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
    return { kind: 'call', node, callee, arguments: [{ name: null, value: expression(tree, given), spread: false }], creates: false };
  }
  const values = tree.named(given).map((each): Argument => {
    const kind = tree.kind(each);
    if (kind === 'keyword_argument') {
      return { name: tree.textOf(tree.child(each, 'name')), value: expression(tree, tree.child(each, 'value')), spread: false };
    }
    return { name: kind === 'dictionary_splat' ? '**' : null, value: expression(tree, each), spread: kind === 'list_splat' || kind === 'dictionary_splat' };
  });
  return { kind: 'call', node, callee, arguments: values, creates: false };
}

function binaryOf(tree: LoweringTree, node: number): Expression {
  const operator = tree.textOf(tree.child(node, 'operator'));
  const isSame = (link: number) => tree.kind(link) === 'binary_operator' && tree.textOf(tree.child(link, 'operator')) === operator;
  const operands = all(tree, chainOf(tree, node, isSame));
  if (operator === '+') return { kind: 'text', node, parts: operands };
  const [first] = operands;
  // `"…" % values`
  if (operator === '%' && (first?.kind === 'constant' || first?.kind === 'text' || first?.kind === 'name')) {
    const isNumber = first.kind === 'constant' && typeof first.value === 'number';
    if (!isNumber) return { kind: 'text', node, parts: operands.flatMap((each) => (each.kind === 'list' ? each.items : [each])) };
  }
  // A path: `folder / name`.
  if (operator === '/') return { kind: 'mixed', node, parts: operands };
  return { kind: 'operation', node, operator, operands };
}

function comparisonOf(tree: LoweringTree, node: number): Expression {
  const operators = tree.all(node).filter((child) => tree.field(child) === 'operators').map((child) => tree.textOf(child));
  const operands = tree.named(node).filter((child) => tree.field(child) !== 'operators');
  const operator = operators.length === 1 ? (operators[0] ?? '') : 'compare';
  return { kind: 'operation', node, operator: operator.replace(/\s+/g, ' '), operands: all(tree, operands) };
}

function recordEntry(tree: LoweringTree, node: number): RecordEntry {
  if (tree.kind(node) !== 'pair') return { key: null, value: expression(tree, node) };
  return { key: expression(tree, tree.child(node, 'key')), value: expression(tree, tree.child(node, 'value')) };
}

function target(tree: LoweringTree, node: number): Target {
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

function functionForm(tree: LoweringTree, node: number, owner: ClassForm | null, decorators: readonly Expression[], given = ''): FunctionForm {
  const body = tree.child(node, 'body');
  const isLambda = tree.kind(node) === 'lambda';
  return {
    node,
    name: tree.textOf(tree.child(node, 'name')) || given,
    parameters: tree.deeper(() => tree.named(tree.child(node, 'parameters')).flatMap((parameter) => parameterOf(tree, parameter)), []),
    body: once(() =>
      tree.fromTop((): readonly Statement[] => (isLambda ? [{ kind: 'return', node: body, value: expression(tree, body) }] : bodyOf(tree, body))),
    ),
    decorators,
    owner,
  };
}

function parameterOf(tree: LoweringTree, node: number): readonly Parameter[] {
  const kind = tree.kind(node);
  if (kind === 'keyword_separator' || kind === 'positional_separator') return [];
  const named = tree.child(node, 'name');
  const [first = node] = kind === 'identifier' ? [node] : tree.named(node);
  const pattern = named >= 0 ? named : first;
  const value = tree.child(node, 'value');
  // FastAPI says in the default what a parameter is: `name: str = Query(…)`.
  const annotation = tree.kind(value) === 'call' ? [tree.textOf(tree.child(value, 'function'))] : [];
  return [
    {
      name: tree.textOf(pattern).replace(/^\*+/, ''),
      target: null,
      type: tree.textOf(tree.child(node, 'type')),
      annotations: annotation,
      rest: tree.textOf(node).startsWith('*'),
    },
  ];
}

function classForm(tree: LoweringTree, node: number): ClassForm {
  const fields: Statement[] = [];
  const methods = new Map<string, FunctionForm>();
  const bases = tree.named(tree.child(node, 'superclasses')).filter((child) => tree.kind(child) !== 'keyword_argument');
  const form: ClassForm = { node, name: tree.textOf(tree.child(node, 'name')), bases: all(tree, bases), methods, fields };
  for (const member of tree.named(tree.child(node, 'body'))) {
    const kind = tree.kind(member);
    const definition = kind === 'decorated_definition' ? tree.child(member, 'definition') : member;
    if (tree.kind(definition) === 'function_definition') {
      const method = functionForm(tree, definition, form, kind === 'decorated_definition' ? decoratorsOf(tree, member) : []);
      methods.set(method.name, method);
    } else if (kind === 'expression_statement') fields.push(...lowerStatement(tree, member));
  }
  return form;
}
