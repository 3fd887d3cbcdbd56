import type { SyntaxTree } from '../../model.ts';
import type { LineIndex } from '../tree/line-index.ts';
import {
  ancestorOfKind,
  childByField,
  childOfKind,
  descendantsOfKind,
  kindOf,
  namedChildren,
  textOf,
} from '../tree/syntax.ts';
import { docCommentAbove } from './comments-above.ts';
import type { FunctionSymbol } from './function-symbol.ts';
import { makeFunction } from './make-function.ts';

const METHODS = new Set(['method_declaration', 'constructor_declaration']);
const TYPES = new Set([
  'class_declaration',
  'interface_declaration',
  'enum_declaration',
  'record_declaration',
]);

/** Methods and constructors with a body of a Java file. Exported means: public, or in an interface. */
export function listJavaFunctions(
  tree: SyntaxTree,
  text: string,
  lines: LineIndex,
): readonly FunctionSymbol[] {
  return descendantsOfKind(tree, 0, METHODS).flatMap((node) => {
    const nameNode = childByField(tree, node, 'name');
    const body = childByField(tree, node, 'body');
    if (nameNode < 0 || body < 0) return [];
    const type = ancestorOfKind(tree, node, TYPES);
    const list = childByField(tree, node, 'parameters');
    return [
      makeFunction(tree, text, lines, {
        node,
        nameNode,
        body,
        owner: type < 0 ? '' : textOf(tree, text, childByField(tree, type, 'name')).slice(0, 120),
        exported: isExported(tree, text, node, type),
        parameters: list < 0 ? [] : parameterNames(tree, text, list),
        signature: [childByField(tree, node, 'type'), list],
        documentation: docCommentAbove(text, tree.start[node] ?? 0, lines),
      }),
    ];
  });
}

function isExported(tree: SyntaxTree, text: string, method: number, type: number): boolean {
  const words = modifiers(tree, text, method);
  // What overrides a method is called, tested and documented as the method it overrides.
  if (/@Override\b/.test(words) || /\bprivate\b/.test(type < 0 ? '' : modifiers(tree, text, type)))
    return false;
  if (type >= 0 && kindOf(tree, type) === 'interface_declaration') return !/\bprivate\b/.test(words);
  return /\bpublic\b/.test(words);
}

function modifiers(tree: SyntaxTree, text: string, node: number): string {
  const found = childOfKind(tree, node, 'modifiers');
  return found < 0 ? '' : textOf(tree, text, found).slice(0, 2000);
}

function parameterNames(tree: SyntaxTree, text: string, list: number): readonly string[] {
  return namedChildren(tree, list).flatMap((parameter) => {
    const declarator = childOfKind(tree, parameter, 'variable_declarator');
    const name = childByField(tree, declarator < 0 ? parameter : declarator, 'name');
    return name < 0 ? [] : [textOf(tree, text, name)];
  });
}
