import type { ClassForm, Expression, FunctionForm, Parameter, Statement, Target } from './form.ts';
import { expression, keyOf } from './javascript-expressions.ts';
import { bodyOf } from './lower-javascript.ts';
import { type LoweringTree, nothing, once } from './lowering.ts';

export const FUNCTIONS = new Set([
  'function_declaration',
  'generator_function_declaration',
  'function_expression',
  'generator_function',
  'arrow_function',
  'method_definition',
  'function',
]);

export const CLASSES = new Set(['class_declaration', 'abstract_class_declaration', 'class']);

export function target(tree: LoweringTree, node: number): Target {
  if (node < 0) return nothing(0);
  return tree.deeper((): Target => lowerTarget(tree, node), nothing(node));
}

function lowerTarget(tree: LoweringTree, node: number): Target {
  switch (tree.kind(node)) {
    case 'object_pattern':
      return {
        kind: 'record-pattern',
        node,
        entries: tree.named(node).map((entry) => {
          const kind = tree.kind(entry);
          if (kind === 'pair_pattern') {
            const key = keyOf(tree, tree.child(entry, 'key'));
            return {
              key: typeof key === 'string' ? key : null,
              target: target(tree, tree.child(entry, 'value')),
            };
          }
          const left = kind === 'object_assignment_pattern' ? tree.child(entry, 'left') : entry;
          if (kind === 'rest_pattern') return { key: null, target: target(tree, entry) };
          return { key: tree.textOf(left), target: target(tree, entry) };
        }),
      };
    case 'array_pattern':
      return { kind: 'list-pattern', node, items: listItems(tree, node) };
    case 'assignment_pattern':
    case 'object_assignment_pattern':
      return {
        kind: 'default-pattern',
        node,
        target: target(tree, tree.child(node, 'left')),
        value: expression(tree, tree.child(node, 'right')),
      };
    case 'rest_pattern': {
      const [inner] = tree.named(node);
      return inner === undefined ? nothing(node) : target(tree, inner);
    }
    case 'shorthand_property_identifier_pattern':
      return { kind: 'name', node, name: tree.textOf(node) };
    case 'lexical_declaration':
    case 'variable_declaration': {
      const [first] = tree.named(node);
      return first === undefined ? nothing(node) : target(tree, tree.child(first, 'name'));
    }
    default:
      return expression(tree, node);
  }
}

/** `[a, , b]`: a hole is a comma after a comma. */
function listItems(tree: LoweringTree, node: number): readonly (Target | null)[] {
  const items: (Target | null)[] = [];
  let expecting = true;
  for (const child of tree.all(node)) {
    const kind = tree.kind(child);
    if (kind === ',') {
      if (expecting) items.push(null);
      expecting = true;
    } else if (kind !== '[' && kind !== ']') {
      items.push(target(tree, child));
      expecting = false;
    }
  }
  return items;
}

export function functionForm(
  tree: LoweringTree,
  node: number,
  owner: ClassForm | null,
  given = '',
): FunctionForm {
  const own = tree.textOf(tree.child(node, 'name'));
  const body = tree.child(node, 'body');
  const isBlock = tree.kind(body) === 'statement_block';
  const single = tree.child(node, 'parameter');
  const listed = single >= 0 ? [single] : tree.named(tree.child(node, 'parameters'));
  return {
    node,
    name: own || given,
    parameters: tree.deeper(() => listed.map((parameter) => parameterOf(tree, parameter)), []),
    body: once(() =>
      tree.fromTop((): readonly Statement[] =>
        body < 0
          ? []
          : isBlock
            ? bodyOf(tree, body)
            : [{ kind: 'return', node: body, value: expression(tree, body) }],
      ),
    ),
    decorators: tree
      .named(node)
      .filter((child) => tree.kind(child) === 'decorator')
      .flatMap((child) => tree.named(child).map((inner) => expression(tree, inner))),
    owner,
  };
}

function parameterOf(tree: LoweringTree, node: number): Parameter {
  const isTyped = tree.kind(node) === 'required_parameter' || tree.kind(node) === 'optional_parameter';
  const pattern = isTyped ? tree.child(node, 'pattern') : node;
  const value = isTyped ? tree.child(node, 'value') : -1;
  const left = tree.kind(pattern) === 'assignment_pattern' ? tree.child(pattern, 'left') : pattern;
  const isName = tree.kind(left) === 'identifier';
  const annotations = tree.named(node).filter((child) => tree.kind(child) === 'decorator');
  return {
    name: isName ? tree.textOf(left) : '',
    target: isName || value >= 0 ? (isName ? null : target(tree, pattern)) : target(tree, pattern),
    type: tree.textOf(tree.child(node, 'type')).replace(/^:\s*/, ''),
    annotations: annotations.map((child) => tree.textOf(child).replace(/^@|\(.*$/gs, '')),
    rest: tree.kind(pattern) === 'rest_pattern',
  };
}

export function classForm(tree: LoweringTree, node: number): ClassForm {
  const fields: Statement[] = [];
  const methods = new Map<string, FunctionForm>();
  const heritage = tree.named(node).filter((child) => tree.kind(child) === 'class_heritage');
  const form: ClassForm = {
    node,
    name: tree.textOf(tree.child(node, 'name')),
    bases: heritage.flatMap((child) => tree.named(child)).map((child) => expression(tree, child)),
    methods,
    fields,
  };
  let decorators: Expression[] = [];
  for (const member of tree.named(tree.child(node, 'body'))) {
    const kind = tree.kind(member);
    if (kind === 'decorator') decorators.push(...tree.named(member).map((inner) => expression(tree, inner)));
    else if (kind === 'method_definition') {
      const method = functionForm(tree, member, form);
      methods.set(method.name, { ...method, decorators: [...method.decorators, ...decorators] });
      decorators = [];
    } else if (kind === 'field_definition' || kind === 'public_field_definition') {
      const name = tree.child(member, kind === 'field_definition' ? 'property' : 'name');
      const value = tree.child(member, 'value');
      if (value < 0) continue;
      if (FUNCTIONS.has(tree.kind(value)))
        methods.set(tree.textOf(name), functionForm(tree, value, form, tree.textOf(name)));
      else {
        const object: Expression = { kind: 'name', node: name, name: 'this' };
        const left: Expression = { kind: 'member', node: name, object, property: tree.textOf(name) };
        fields.push({
          kind: 'assign',
          node: member,
          target: left,
          value: expression(tree, value),
          operator: '',
          declares: false,
        });
      }
    }
  }
  return form;
}
