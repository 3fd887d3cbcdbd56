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
