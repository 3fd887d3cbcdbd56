import type { SyntaxTree } from '../../model.ts';
import type { LineIndex } from '../tree/line-index.ts';
import {
  childByField,
  children,
  descendantsOfKind,
  fieldOf,
  kindOf,
  namedChildren,
  textOf,
} from '../tree/syntax.ts';
import { lineCommentsAbove } from './comments-above.ts';
import type { FunctionSymbol } from './function-symbol.ts';
import { makeFunction } from './make-function.ts';

const FUNCTIONS = new Set(['function_declaration', 'method_declaration']);
const TYPE_NAME = new Set(['type_identifier']);

/** Functions and methods of a Go file. Exported means: an upper-case name, on an upper-case type for methods. */
export function listGoFunctions(tree: SyntaxTree, text: string, lines: LineIndex): readonly FunctionSymbol[] {
  return descendantsOfKind(tree, 0, FUNCTIONS).flatMap((node) => {
    const nameNode = childByField(tree, node, 'name');
    const body = childByField(tree, node, 'body');
    if (nameNode < 0 || body < 0) return [];
    const owner = receiverType(tree, text, node);
    const name = textOf(tree, text, nameNode);
    const list = childByField(tree, node, 'parameters');
    return [
      makeFunction(tree, text, lines, {
        node,
        nameNode,
        body,
        owner,
        exported: isUpperCase(name) && (owner === '' || isUpperCase(owner)),
        parameters: list < 0 ? [] : parameterNames(tree, text, list),
        signature: [list, childByField(tree, node, 'result')],
        documentation: lineCommentsAbove(text, lines.lineOf(tree.start[node] ?? 0), lines, '//'),
      }),
    ];
  });
}

/** `Store` of `func (s *Store[T]) Get()`; the empty text for functions. */
export function receiverType(tree: SyntaxTree, text: string, method: number): string {
  const receiver = childByField(tree, method, 'receiver');
  const type = receiver < 0 ? undefined : descendantsOfKind(tree, receiver, TYPE_NAME)[0];
  return type === undefined ? '' : textOf(tree, text, type).slice(0, 120);
}

function isUpperCase(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

function parameterNames(tree: SyntaxTree, text: string, list: number): readonly string[] {
  return namedChildren(tree, list)
    .filter((one) => /^(variadic_)?parameter_declaration$/.test(kindOf(tree, one)))
    .flatMap((one) => children(tree, one).filter((part) => fieldOf(tree, part) === 'name'))
    .map((part) => textOf(tree, text, part))
    .filter((name) => name !== '_');
}
