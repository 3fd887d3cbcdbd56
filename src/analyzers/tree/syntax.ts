import type { SyntaxTree } from '../../model.ts';

/**
 * Ways through a `SyntaxTree`. A node is its index; -1 stands for "no such node". Nothing here recurses, so a tree may
 * be as deep as its text is long.
 */

const NAMED = 1;
const ERROR = 2;
const MISSING = 4;
const EXTRA = 8;

/** The node's kind, such as `call_expression`; for tokens their text, such as `(`. */
export function kindOf(tree: SyntaxTree, node: number): string {
  return tree.kindNames[tree.kind[node] ?? 0] ?? '';
}

/** The field the node stands in, such as `arguments`, or the empty text. */
export function fieldOf(tree: SyntaxTree, node: number): string {
  return tree.fieldNames[tree.field[node] ?? 0] ?? '';
}

/** The node is a construct of the grammar, not a mere token. */
export function isNamed(tree: SyntaxTree, node: number): boolean {
  return ((tree.flags[node] ?? 0) & NAMED) !== 0;
}

/** The parser could not make sense of this part of the text. */
export function isError(tree: SyntaxTree, node: number): boolean {
  return ((tree.flags[node] ?? 0) & ERROR) !== 0;
}

/** The parser put this node in to go on; it has no text. */
export function isMissing(tree: SyntaxTree, node: number): boolean {
  return ((tree.flags[node] ?? 0) & MISSING) !== 0;
}

/** The node is a comment or another piece that may stand anywhere. */
export function isExtra(tree: SyntaxTree, node: number): boolean {
  return ((tree.flags[node] ?? 0) & EXTRA) !== 0;
}

/** The node's text. `text` is what the tree was parsed from. */
export function textOf(tree: SyntaxTree, text: string, node: number): string {
  return text.slice(tree.start[node] ?? 0, tree.end[node] ?? 0);
}

/** Index of the parent, or -1 for the root. */
export function parentOf(tree: SyntaxTree, node: number): number {
  return tree.parent[node] ?? -1;
}

/** Index of the first node after this node's subtree. */
export function afterSubtree(tree: SyntaxTree, node: number): number {
  return tree.next[node] ?? tree.size;
}

/** All direct children, tokens and comments among them. */
export function children(tree: SyntaxTree, node: number): readonly number[] {
  const found: number[] = [];
  const end = afterSubtree(tree, node);
  for (let child = node + 1; child < end; child = afterSubtree(tree, child)) found.push(child);
  return found;
}

/** Direct children that are constructs of the grammar, without comments. */
export function namedChildren(tree: SyntaxTree, node: number): readonly number[] {
  return children(tree, node).filter((child) => ((tree.flags[child] ?? 0) & (NAMED | EXTRA)) === NAMED);
}

/** The first child in the given field, or -1. */
export function childByField(tree: SyntaxTree, node: number, field: string): number {
  const wanted = tree.fieldNames.indexOf(field);
  if (wanted <= 0) return -1;
  const end = afterSubtree(tree, node);
  for (let child = node + 1; child < end; child = afterSubtree(tree, child)) {
    if (tree.field[child] === wanted) return child;
  }
  return -1;
}

/** The first child of the given kind, or -1. */
export function childOfKind(tree: SyntaxTree, node: number, kind: string): number {
  return children(tree, node).find((child) => kindOf(tree, child) === kind) ?? -1;
}

/** Parent, grandparent and so on up to the root. */
export function ancestors(tree: SyntaxTree, node: number): readonly number[] {
  const found: number[] = [];
  for (let above = parentOf(tree, node); above >= 0; above = parentOf(tree, above)) found.push(above);
  return found;
}

/** The nearest ancestor of one of the kinds, or -1. */
export function ancestorOfKind(tree: SyntaxTree, node: number, kinds: ReadonlySet<string>): number {
  for (let above = parentOf(tree, node); above >= 0; above = parentOf(tree, above)) {
    if (kinds.has(kindOf(tree, above))) return above;
  }
  return -1;
}

/** All named nodes of the given kinds below (not at) the node, in the order of the text. */
export function descendantsOfKind(
  tree: SyntaxTree,
  node: number,
  kinds: ReadonlySet<string>,
): readonly number[] {
  const wanted = new Set<number>();
  tree.kindNames.forEach((name, index) => {
    if (kinds.has(name)) wanted.add(index);
  });
  const found: number[] = [];
  const end = afterSubtree(tree, node);
  for (let below = node + 1; below < end; below++) {
    if (wanted.has(tree.kind[below] ?? -1) && isNamed(tree, below)) found.push(below);
  }
  return found;
}

/** The smallest node that covers the offset (a UTF-16 unit of the text), or the root. */
export function nodeAt(tree: SyntaxTree, offset: number): number {
  let node = 0;
  for (;;) {
    const end = afterSubtree(tree, node);
    let inner = node + 1;
    while (inner < end && !((tree.start[inner] ?? 0) <= offset && offset < (tree.end[inner] ?? 0))) {
      inner = afterSubtree(tree, inner);
    }
    if (inner >= end) return node;
    node = inner;
  }
}
