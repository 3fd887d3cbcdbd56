import type { SyntaxTree } from '../../model.ts';
import { afterSubtree, isExtra, kindOf } from '../tree/syntax.ts';

/** A token of the text: node, kind and text. */
export interface Leaf {
  readonly node: number;
  readonly kind: string;
  readonly text: string;
}

/** A plain string is one token, whatever escapes it holds; one with expressions in it is not. */
const STRING = /^(string|string_literal|interpreted_string_literal|raw_string_literal|regex)$/;
/** Nodes that one token has above it at most, on average. */
const NODES_PER_TOKEN = 10;
/** Longer tokens are data. */
const LONGEST = 200;

/** The tokens of a node without comments; null when there are more than `most`. */
export function leavesOf(tree: SyntaxTree, text: string, node: number, most: number): readonly Leaf[] | null {
  const leaves: Leaf[] = [];
  const end = afterSubtree(tree, node);
  // A deep chain has many nodes before its first token.
  if (end - node > most * NODES_PER_TOKEN) return null;
  for (let at = node; at < end; ) {
    const next = afterSubtree(tree, at);
    if (isExtra(tree, at)) {
      at = next;
      continue;
    }
    const kind = kindOf(tree, at);
    if (next === at + 1 || (STRING.test(kind) && !holdsExpression(tree, at, next))) {
      if (leaves.length === most) return null;
      const start = tree.start[at] ?? 0;
      leaves.push({ node: at, kind, text: text.slice(start, Math.min(tree.end[at] ?? 0, start + LONGEST)) });
      at = next;
    } else {
      at += 1;
    }
  }
  return leaves;
}

function holdsExpression(tree: SyntaxTree, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    if (kindOf(tree, at) === 'interpolation') return true;
  }
  return false;
}
