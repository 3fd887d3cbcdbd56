import type { SyntaxTree } from '../../model.ts';
import type { LineIndex } from '../tree/line-index.ts';
import { childByField, children, fieldOf, kindOf, namedChildren, textOf } from '../tree/syntax.ts';
import { documentationOf } from './documentation-of.ts';
import type { FunctionSymbol } from './function-symbol.ts';

/** Where the parts of a function stand: nodes of its tree. */
interface Nodes {
  readonly node: number;
  readonly body: number;
  readonly name: number;
  /** The definition with `export`, decorators and `const name =`. */
  readonly outer: number;
}

/**
 * A function of JavaScript, TypeScript, TSX or Python. A file may hold tens of thousands: what only some analyzers ask
 * for is read from the tree when it is asked for.
 */
export class ScriptFunction implements FunctionSymbol {
  readonly name: string;
  readonly shortName: string;
  readonly node: number;
  readonly body: number;
  readonly startLine: number;
  readonly endLine: number;
  readonly nameLine: number;
  readonly exported: boolean;
  readonly #tree: SyntaxTree;
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #outer: number;
  #parameters: readonly string[] | null = null;
  #documentation: FunctionSymbol['documentation'] | undefined;

  constructor(
    tree: SyntaxTree,
    text: string,
    lines: LineIndex,
    nodes: Nodes,
    {
      owner,
      shortName,
      exported,
    }: { readonly owner: string; readonly shortName: string; readonly exported: boolean },
  ) {
    this.name = owner === '' ? shortName : `${owner}.${shortName}`;
    this.shortName = shortName;
    this.node = nodes.node;
    this.body = nodes.body;
    this.startLine = lines.lineOf(tree.start[nodes.outer] ?? 0);
    this.endLine = lines.lineOf(Math.max(0, (tree.end[nodes.outer] ?? 1) - 1));
    this.nameLine = lines.lineOf(tree.start[nodes.name] ?? 0);
    this.exported = exported;
    this.#tree = tree;
    this.#text = text;
    this.#lines = lines;
    this.#outer = nodes.outer;
  }

  get parameters(): readonly string[] {
    this.#parameters ??= parametersOf(this.#tree, this.#text, this.node);
    return this.#parameters;
  }

  get signature(): string {
    return signatureOf(this.#tree, this.#text, this.node);
  }

  get documentation(): FunctionSymbol['documentation'] {
    if (this.#documentation === undefined)
      this.#documentation = documentationOf(this.#tree, this.#text, this.#outer, this.body, this.#lines);
    return this.#documentation;
  }
}

function parametersOf(tree: SyntaxTree, text: string, node: number): readonly string[] {
  const single = childByField(tree, node, 'parameter');
  if (single >= 0) return [textOf(tree, text, single)];
  const list = childByField(tree, node, 'parameters');
  if (list < 0) return [];
  return namedChildren(tree, list)
    .map((parameter) => parameterName(tree, text, parameter))
    .filter((name) => name !== 'self' && name !== 'cls' && name !== 'this' && name !== '*' && name !== '/');
}

const WRAPPERS = new Set([
  'required_parameter',
  'optional_parameter',
  'assignment_pattern',
  'rest_pattern',
  'typed_parameter',
  'default_parameter',
  'typed_default_parameter',
  'list_splat_pattern',
  'dictionary_splat_pattern',
]);

function parameterName(tree: SyntaxTree, text: string, parameter: number): string {
  let node = parameter;
  while (node >= 0 && WRAPPERS.has(kindOf(tree, node))) {
    const inner = ['pattern', 'name', 'left']
      .map((field) => childByField(tree, node, field))
      .find((child) => child >= 0);
    node = inner ?? namedChildren(tree, node)[0] ?? -1;
  }
  return node >= 0 && kindOf(tree, node) === 'identifier' ? textOf(tree, text, node) : '';
}

const SIGNATURE_FIELDS = new Set(['parameters', 'parameter', 'return_type']);

function signatureOf(tree: SyntaxTree, text: string, node: number): string {
  const parts = children(tree, node)
    .filter((child) => SIGNATURE_FIELDS.has(fieldOf(tree, child)))
    .map((child) => textOf(tree, text, child));
  return parts
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/,\s*\)/, ')');
}
