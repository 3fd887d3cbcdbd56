import type { SyntaxTree } from '../../model.ts';
import type { LineIndex } from '../tree/line-index.ts';
import { textOf } from '../tree/syntax.ts';
import type { FunctionSymbol } from './function-symbol.ts';

/** What a language's lister finds out about a function; nodes are indexes into the tree. */
export interface FunctionParts {
  readonly node: number;
  readonly nameNode: number;
  readonly body: number;
  /** Name of the class or receiver, or the empty text. */
  readonly owner: string;
  readonly exported: boolean;
  readonly parameters: readonly string[];
  /** Nodes whose texts make up the signature; absent ones are -1. */
  readonly signature: readonly number[];
  readonly documentation: FunctionSymbol['documentation'];
}

/** Puts the symbol of a function together from what its language's lister found. */
export function makeFunction(
  tree: SyntaxTree,
  text: string,
  lines: LineIndex,
  { node, nameNode, body, owner, exported, parameters, signature, documentation }: FunctionParts,
): FunctionSymbol {
  const shortName = textOf(tree, text, nameNode).slice(0, 120);
  return {
    name: owner === '' ? shortName : `${owner}.${shortName}`,
    shortName,
    node,
    body,
    startLine: lines.lineOf(tree.start[node] ?? 0),
    endLine: lines.lineOf(Math.max(0, (tree.end[node] ?? 1) - 1)),
    nameLine: lines.lineOf(tree.start[nameNode] ?? 0),
    exported,
    parameters,
    signature: signature
      .filter((part) => part >= 0)
      .map((part) => textOf(tree, text, part))
      .join(' ')
      .replace(/\s+/g, ' ')
      .replace(/,\s*\)/, ')'),
    documentation,
  };
}
