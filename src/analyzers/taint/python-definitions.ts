import type { ClassForm, Expression, FunctionForm, Parameter, Statement } from './form.ts';
import { bodyOf, decoratorsOf, lowerStatement } from './lower-python.ts';
import { type LoweringTree, once } from './lowering.ts';
import { all, expression } from './python-expressions.ts';

export function functionForm(
  tree: LoweringTree,
  node: number,
  owner: ClassForm | null,
  decorators: readonly Expression[],
  given = '',
): FunctionForm {
  const body = tree.child(node, 'body');
  const isLambda = tree.kind(node) === 'lambda';
  return {
    node,
    name: tree.textOf(tree.child(node, 'name')) || given,
    parameters: tree.deeper(
      () => tree.named(tree.child(node, 'parameters')).flatMap((parameter) => parameterOf(tree, parameter)),
      [],
    ),
    body: once(() =>
      tree.fromTop((): readonly Statement[] =>
        isLambda ? [{ kind: 'return', node: body, value: expression(tree, body) }] : bodyOf(tree, body),
      ),
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

export function classForm(tree: LoweringTree, node: number): ClassForm {
  const fields: Statement[] = [];
  const methods = new Map<string, FunctionForm>();
  const bases = tree
    .named(tree.child(node, 'superclasses'))
    .filter((child) => tree.kind(child) !== 'keyword_argument');
  const form: ClassForm = {
    node,
    name: tree.textOf(tree.child(node, 'name')),
    bases: all(tree, bases),
    methods,
    fields,
  };
  for (const member of tree.named(tree.child(node, 'body'))) {
    const kind = tree.kind(member);
    const definition = kind === 'decorated_definition' ? tree.child(member, 'definition') : member;
    if (tree.kind(definition) === 'function_definition') {
      const method = functionForm(
        tree,
        definition,
        form,
        kind === 'decorated_definition' ? decoratorsOf(tree, member) : [],
      );
      methods.set(method.name, method);
    } else if (kind === 'expression_statement') fields.push(...lowerStatement(tree, member));
  }
  return form;
}
