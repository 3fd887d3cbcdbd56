import type { ClassForm, Expression, FunctionForm, Parameter, Statement } from './form.ts';
import { expression, lambdaBody, target } from './java-expressions.ts';
import { type Lowering, type LoweringTree, nothing, once } from './lowering.ts';

/** Java. */
export const lowerJava: Lowering = {
  program: (tree) => statementsOf(tree, tree.named(0)),
};

const TYPES = /^(class|interface|enum|record)_declaration$/;

/** Parameters of these types are known by their type, whatever they are called. */
const KNOWN_TYPE =
  /^(HttpServletRequest|ServletRequest|WebRequest|NativeWebRequest|ServerHttpRequest|ServerRequest|RoutingContext|ContainerRequestContext|APIGatewayProxyRequestEvent|MultipartHttpServletRequest|HttpRequest|HttpServletResponse|ServletResponse|Statement|JdbcTemplate|NamedParameterJdbcTemplate|RestTemplate|WebClient|DirContext|InitialDirContext|LdapTemplate|XPath|ScriptEngine|GroovyShell|HttpSession|FileItem)$/;

function statementsOf(tree: LoweringTree, nodes: readonly number[]): readonly Statement[] {
  return nodes.flatMap((node) => tree.deeper(() => lowerStatement(tree, node), []));
}

/** The statements of a block; a single statement is its own. */
export function bodyOf(tree: LoweringTree, node: number): readonly Statement[] {
  if (node < 0) return [];
  const isBlock = /^(block|constructor_body|switch_block_statement_group)$/.test(tree.kind(node));
  return tree.deeper(() => statementsOf(tree, isBlock ? tree.named(node) : [node]), []);
}

function lowerStatement(tree: LoweringTree, node: number): readonly Statement[] {
  const kind = tree.kind(node);
  if (TYPES.test(kind)) return [{ kind: 'class', form: classForm(tree, node, tree.child(node, 'body')) }];
  switch (kind) {
    case 'local_variable_declaration':
    case 'field_declaration':
      return variablesOf(tree, node);
    case 'expression_statement':
      return tree.named(node).flatMap((each) => expressionStatement(tree, each));
    case 'if_statement':
      return [
        {
          kind: 'branch',
          test: expression(tree, tree.child(node, 'condition')),
          holds: bodyOf(tree, tree.child(node, 'consequence')),
          otherwise: bodyOf(tree, tree.child(node, 'alternative')),
        },
      ];
    case 'for_statement':
    case 'while_statement':
    case 'do_statement':
    case 'enhanced_for_statement':
      return loopOf(tree, node, kind);
    case 'return_statement':
    case 'yield_statement': {
      const [value] = tree.named(node);
      return [{ kind: 'return', node, value: value === undefined ? null : expression(tree, value) }];
    }
    case 'throw_statement':
      return [...expressionsOf(tree, tree.named(node)), { kind: 'leave' }];
    case 'try_statement':
    case 'try_with_resources_statement':
      return tryOf(tree, node);
    case 'switch_expression':
      return [switchOf(tree, node)];
    case 'block':
      return [{ kind: 'block', body: bodyOf(tree, node) }];
    case 'synchronized_statement':
    case 'labeled_statement':
      return bodyOf(tree, tree.named(node).at(-1) ?? -1);
    case 'import_declaration':
    case 'package_declaration':
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

function expressionStatement(tree: LoweringTree, node: number): readonly Statement[] {
  if (tree.kind(node) === 'switch_expression') return [switchOf(tree, node)];
  if (tree.kind(node) !== 'assignment_expression') return expressionsOf(tree, [node]);
  const operator = tree.textOf(tree.child(node, 'operator'));
  return [
    {
      kind: 'assign',
      node,
      target: target(tree, tree.child(node, 'left')),
      value: expression(tree, tree.child(node, 'right')),
      operator: operator === '+=' ? '+' : operator === '=' ? '' : '|',
      declares: false,
    },
  ];
}

function variablesOf(tree: LoweringTree, node: number): readonly Statement[] {
  const declarators = tree.named(node).filter((each) => tree.kind(each) === 'variable_declarator');
  return declarators.map((declarator) => {
    const value = tree.child(declarator, 'value');
    return {
      kind: 'assign',
      node: declarator,
      target: target(tree, tree.child(declarator, 'name')),
      value: value < 0 ? nothing(declarator) : expression(tree, value),
      operator: '',
      declares: true,
    };
  });
}

function loopOf(tree: LoweringTree, node: number, kind: string): readonly Statement[] {
  const body = bodyOf(tree, tree.child(node, 'body'));
  if (kind === 'enhanced_for_statement') {
    const each = target(tree, tree.child(node, 'name'));
    const iterable = expression(tree, tree.child(node, 'value'));
    return [{ kind: 'loop', target: each, iterable, test: null, body }];
  }
  const init = tree.child(node, 'init');
  const start = init < 0 ? [] : statementsOf(tree, [init]);
  const condition = tree.child(node, 'condition');
  const test = condition < 0 ? null : expression(tree, condition);
  return [...start, { kind: 'loop', target: null, iterable: null, test, body }];
}

function tryOf(tree: LoweringTree, node: number): readonly Statement[] {
  const resources = tree.named(tree.child(node, 'resources')).map((resource): Statement => {
    const name = tree.child(resource, 'name');
    const value = expression(tree, tree.child(resource, 'value'));
    if (name < 0) return { kind: 'expression', expression: expression(tree, tree.named(resource)[0] ?? -1) };
    return {
      kind: 'assign',
      node: resource,
      target: target(tree, name),
      value,
      operator: '',
      declares: true,
    };
  });
  const clauses = (kind: string) => tree.named(node).filter((each) => tree.kind(each) === kind);
  return [
    ...resources,
    {
      kind: 'try',
      body: bodyOf(tree, tree.child(node, 'body')),
      handlers: clauses('catch_clause').map((clause) => bodyOf(tree, tree.child(clause, 'body'))),
      after: clauses('finally_clause').flatMap((clause) => bodyOf(tree, tree.named(clause)[0] ?? -1)),
    },
  ];
}

function switchOf(tree: LoweringTree, node: number): Statement {
  const groups = tree.named(tree.child(node, 'body'));
  const cases = groups.map((group) => {
    const labels = tree.named(group).filter((each) => tree.kind(each) === 'switch_label');
    const rest = tree.named(group).filter((each) => tree.kind(each) !== 'switch_label');
    return {
      tests: labels.flatMap((label) => tree.named(label).map((value) => expression(tree, value))),
      isDefault: labels.some((label) => tree.named(label).length === 0),
      body: rest.flatMap((each) => bodyOf(tree, each)),
    };
  });
  return { kind: 'switch', subject: expression(tree, tree.child(node, 'condition')), cases };
}

/** A class, interface, record or enum; of an anonymous class `node` is the expression that makes it. */
export function classForm(tree: LoweringTree, node: number, body: number): ClassForm {
  const fields: Statement[] = [];
  const methods = new Map<string, FunctionForm>();
  const superclass = tree.named(tree.child(node, 'superclass'));
  const form: ClassForm = {
    node,
    name: tree.textOf(tree.child(node, 'name')),
    bases: superclass.map((each) => expression(tree, each)),
    methods,
    fields,
  };
  for (const member of tree.named(body)) {
    const kind = tree.kind(member);
    if (kind === 'method_declaration' || kind === 'constructor_declaration') {
      const method = methodForm(tree, member, form);
      // Overloads are told apart by a mark that no call can have.
      methods.set(methods.has(method.name) ? `${method.name}#${methods.size}` : method.name, method);
    } else if (kind === 'field_declaration') fields.push(...variablesOf(tree, member));
    else if (TYPES.test(kind)) fields.push(...lowerStatement(tree, member));
  }
  return form;
}

function methodForm(tree: LoweringTree, node: number, owner: ClassForm): FunctionForm {
  const parameters = tree
    .named(tree.child(node, 'parameters'))
    .map((parameter) => parameterOf(tree, parameter));
  return {
    node,
    name: tree.textOf(tree.child(node, 'name')),
    parameters,
    body: once(() => tree.fromTop(() => [...known(parameters), ...bodyOf(tree, tree.child(node, 'body'))])),
    decorators: annotationsOf(tree, node),
    owner,
  };
}

function known(parameters: readonly Parameter[]): readonly Statement[] {
  return parameters.flatMap(({ name, type }): readonly Statement[] =>
    KNOWN_TYPE.test(type) ? [{ kind: 'import', name, path: type }] : [],
  );
}

function parameterOf(tree: LoweringTree, node: number): Parameter {
  const declarator = tree.named(node).find((each) => tree.kind(each) === 'variable_declarator') ?? node;
  const annotations = annotationsOf(tree, node).flatMap((each) =>
    each.kind === 'name'
      ? [each.name]
      : each.kind === 'call' && each.callee.kind === 'name'
        ? [each.callee.name]
        : [],
  );
  return {
    name: tree.textOf(tree.child(declarator, 'name')) || tree.textOf(node),
    target: null,
    type: tree.textOf(tree.child(node, 'type')),
    annotations,
    rest: tree.kind(node) === 'spread_parameter',
  };
}

/** `@Get("/x")` as a call, `@Get` as a name. */
function annotationsOf(tree: LoweringTree, node: number): readonly Expression[] {
  const modifiers = tree.named(node).find((each) => tree.kind(each) === 'modifiers') ?? -1;
  return tree
    .named(modifiers)
    .filter((each) => /annotation$/.test(tree.kind(each)))
    .map((each) => {
      const name: Expression = {
        kind: 'name',
        node: each,
        name: tree.textOf(tree.child(each, 'name')).replace(/^.*\./, ''),
      };
      return tree.kind(each) === 'annotation'
        ? { kind: 'call', node: each, callee: name, arguments: [], creates: false }
        : name;
    });
}

/** `x -> …`, `(x, y) -> { … }` */
export function lambdaForm(tree: LoweringTree, node: number): FunctionForm {
  const list = tree.child(node, 'parameters');
  const names = tree.kind(list) === 'identifier' ? [list] : tree.named(list);
  const body = tree.child(node, 'body');
  return {
    node,
    name: '',
    parameters: names.map((each) => parameterOf(tree, each)),
    body: once(() => tree.fromTop(() => lambdaBody(tree, body))),
    decorators: [],
    owner: null,
  };
}
