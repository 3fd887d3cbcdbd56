import type { SyntaxTree } from '../../model.ts';
import type { LineIndex } from '../tree/line-index.ts';
import {
  ancestorOfKind,
  childByField,
  children,
  descendantsOfKind,
  kindOf,
  namedChildren,
  parentOf,
  textOf,
} from '../tree/syntax.ts';
import { lineCommentsAbove } from './comments-above.ts';
import type { FunctionSymbol } from './function-symbol.ts';
import { makeFunction } from './make-function.ts';

const METHODS = new Set(['method', 'singleton_method']);
const OWNERS = new Set(['class', 'module']);
const VISIBILITY = /^(private|protected|public)$/;

/** Methods of a Ruby file. Exported means: public, by the `private` and `public` lines above it in its class. */
export function listRubyFunctions(
  tree: SyntaxTree,
  text: string,
  lines: LineIndex,
): readonly FunctionSymbol[] {
  const hidden = hiddenMethods(tree, text);
  return descendantsOfKind(tree, 0, METHODS).flatMap((node) => {
    const nameNode = childByField(tree, node, 'name');
    const body = childByField(tree, node, 'body');
    if (nameNode < 0 || body < 0) return [];
    const owner = ancestorOfKind(tree, node, OWNERS);
    const list = childByField(tree, node, 'parameters');
    const name = textOf(tree, text, nameNode);
    return [
      makeFunction(tree, text, lines, {
        node,
        nameNode,
        body,
        owner: owner < 0 ? '' : textOf(tree, text, childByField(tree, owner, 'name')).slice(0, 120),
        exported: !hidden.has(node) && name !== 'initialize' && !name.startsWith('_'),
        parameters: list < 0 ? [] : parameterNames(tree, text, list),
        signature: [list],
        documentation: lineCommentsAbove(text, lines.lineOf(tree.start[node] ?? 0), lines, '#'),
      }),
    ];
  });
}

/** Methods below a bare `private` or `protected`, and those that `private def …` defines. */
function hiddenMethods(tree: SyntaxTree, text: string): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const body of descendantsOfKind(tree, 0, new Set(['body_statement']))) {
    const owner = parentOf(tree, body);
    if (owner < 0 || !OWNERS.has(kindOf(tree, owner))) continue;
    let visible = true;
    for (const child of children(tree, body)) {
      const kind = kindOf(tree, child);
      const word = kind === 'identifier' ? textOf(tree, text, child) : '';
      if (VISIBILITY.test(word)) visible = word === 'public';
      if (kind === 'method' && !visible) hidden.add(child);
      if (kind === 'call') for (const method of definedBy(tree, text, child)) hidden.add(method);
    }
  }
  return hidden;
}

function definedBy(tree: SyntaxTree, text: string, call: number): readonly number[] {
  const method = childByField(tree, call, 'method');
  const list = childByField(tree, call, 'arguments');
  if (
    method < 0 ||
    list < 0 ||
    !/^(private|protected|private_class_method)$/.test(textOf(tree, text, method))
  )
    return [];
  return namedChildren(tree, list).filter((one) => METHODS.has(kindOf(tree, one)));
}

function parameterNames(tree: SyntaxTree, text: string, list: number): readonly string[] {
  return namedChildren(tree, list).flatMap((parameter) => {
    const name = kindOf(tree, parameter) === 'identifier' ? parameter : childByField(tree, parameter, 'name');
    // A pattern such as `(first, last)` has no name of its own.
    return [name < 0 ? '' : textOf(tree, text, name)];
  });
}
