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

/** The nodes of the tokens of a node, without comments; null when there are more than `most`. */
export function tokensOf(tree: SyntaxTree, node: number, most: number): readonly number[] | null {
  const tokens: number[] = [];
  const strings = stringKindsOf(tree.kindNames);
  const end = afterSubtree(tree, node);
  // A deep chain has many nodes before its first token.
  if (end - node > most * NODES_PER_TOKEN) return null;
  for (let at = node; at < end; ) {
    const next = afterSubtree(tree, at);
    if (isExtra(tree, at)) {
      at = next;
      continue;
    }
    if (next === at + 1 || (strings[tree.kind[at] ?? 0] === 1 && !holdsExpression(tree, at, next))) {
      if (tokens.length === most) return null;
      tokens.push(at);
      at = next;
    } else {
      at += 1;
    }
  }
  return tokens;
}

/** The token at a node that `tokensOf` gave. */
export function leafAt(tree: SyntaxTree, text: string, node: number): Leaf {
  const start = tree.start[node] ?? 0;
  return {
    node,
    kind: kindOf(tree, node),
    text: text.slice(start, Math.min(tree.end[node] ?? 0, start + LONGEST)),
  };
}

/** 1 for each kind of string, by the number of the kind: asked for at every node. */
function stringKindsOf(kindNames: readonly string[]): Uint8Array {
  const found = known.get(kindNames) ?? Uint8Array.from(kindNames, (kind) => (STRING.test(kind) ? 1 : 0));
  known.set(kindNames, found);
  return found;
}

const known = new WeakMap<readonly string[], Uint8Array>();

function holdsExpression(tree: SyntaxTree, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    if (kindOf(tree, at) === 'interpolation') return true;
  }
  return false;
}
