import type { SyntaxTree } from '../../model.ts';
import { childByField, children, fieldOf, kindOf, namedChildren, textOf } from '../tree/syntax.ts';
import type { Expression, Statement } from './form.ts';

/** Deeper constructs are not followed: hostile text nests as deep as it is long, and the stack does not. */
const DEEPEST = 120;

/** A syntax tree with what a lowering asks of it. Counts how deep it is, so that no lowering can overflow the stack. */
export interface LoweringTree {
  readonly tree: SyntaxTree;
  readonly text: string;
  kind(node: number): string;
  field(node: number): string;
  textOf(node: number): string;
  child(node: number, field: string): number;
  named(node: number): readonly number[];
  all(node: number): readonly number[];
  /** Runs one level deeper, or gives `otherwise` where it is too deep. */
  deeper<Result>(make: () => Result, otherwise: Result): Result;
  /** Starts again at the top, for a body that is lowered later. */
  fromTop<Result>(make: () => Result): Result;
  readonly wasCut: () => boolean;
}

/** Opens a tree for lowering. */
export function makeLoweringTree(tree: SyntaxTree, text: string): LoweringTree {
  let depth = 0;
  let cut = false;
  return {
    tree,
    text,
    kind: (node) => kindOf(tree, node),
    field: (node) => fieldOf(tree, node),
    textOf: (node) => (node < 0 ? '' : textOf(tree, text, node)),
    child: (node, field) => (node < 0 ? -1 : childByField(tree, node, field)),
    named: (node) => (node < 0 ? [] : namedChildren(tree, node)),
    all: (node) => (node < 0 ? [] : children(tree, node)),
    deeper: (make, otherwise) => {
      if (depth >= DEEPEST) {
        cut = true;
        return otherwise;
      }
      depth++;
      try {
        return make();
      } finally {
        depth--;
      }
    },
    fromTop: (make) => {
      const before = depth;
      depth = 0;
      try {
        return make();
      } finally {
        depth = before;
      }
    },
    wasCut: () => cut,
  };
}

/** How a language becomes forms. */
export interface Lowering {
  program(tree: LoweringTree): readonly Statement[];
}

/** An expression that says nothing. */
export function nothing(node: number): Expression {
  return { kind: 'mixed', node, parts: [] };
}

const plainNumber = (text: string) => Number(text.replaceAll('_', ''));
const javaNumber = (text: string) => Number(text.replace(/[_lLdDfF]/g, ''));

/** Kinds of literals, as the grammars call them → the value of one. */
const LITERALS: ReadonlyMap<string, (text: string) => Constant['value']> = new Map<
  string,
  (text: string) => Constant['value']
>([
  ...['number', 'integer', 'float', 'int_literal', 'float_literal'].map(
    (kind) => [kind, plainNumber] as const,
  ),
  ...['decimal_integer_literal', 'decimal_floating_point_literal'].map((kind) => [kind, javaNumber] as const),
  ['true', () => true],
  ['false', () => false],
  ...['null', 'null_literal', 'nil', 'none'].map((kind) => [kind, () => null] as const),
]);

type Constant = Extract<Expression, { readonly kind: 'constant' }>;

/** A number, a truth value or the null of a language; null for all other nodes. */
export function plainLiteral(tree: LoweringTree, node: number): Expression | null {
  const read = LITERALS.get(tree.kind(node));
  return read === undefined ? null : { kind: 'constant', node, value: read(tree.textOf(node)) };
}

/** A loop that runs while a test holds (or until it does: both may run). */
export function whileLoop(test: Expression, body: readonly Statement[]): Statement {
  return { kind: 'loop', target: null, iterable: null, test, body };
}

/** A value computed once, when first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * The operands of a chain such as `a + b + c`, which the tree nests to the left as deep as it is long. Walks the left
 * side without recursion.
 * @param isLink the node is one more link of the chain
 */
export function chainOf(
  tree: LoweringTree,
  node: number,
  isLink: (node: number) => boolean,
  left = 'left',
  right = 'right',
): readonly number[] {
  const operands: number[] = [];
  let here = node;
  while (here >= 0 && isLink(here)) {
    operands.push(tree.child(here, right));
    here = tree.child(here, left);
  }
  operands.push(here);
  return operands.reverse().filter((operand) => operand >= 0);
}
