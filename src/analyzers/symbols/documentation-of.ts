import type { SyntaxTree } from '../../model.ts';
import type { LineIndex } from '../tree/line-index.ts';
import { kindOf, namedChildren, parentOf, textOf } from '../tree/syntax.ts';

/**
 * The documentation of a definition: the doc comment right above it (JavaScript family) or the docstring that opens its
 * body (Python).
 * @param outer the definition with `export` and decorators
 * @param body its body
 */
export function documentationOf(
  tree: SyntaxTree,
  text: string,
  outer: number,
  body: number,
  lines: LineIndex,
): { readonly text: string; readonly startLine: number } | null {
  return tree.language === 'python'
    ? docstring(tree, text, body, lines)
    : docComment(tree, text, outer, lines);
}

function docstring(tree: SyntaxTree, text: string, body: number, lines: LineIndex) {
  const first = namedChildren(tree, body)[0] ?? -1;
  const string =
    first >= 0 && kindOf(tree, first) === 'expression_statement'
      ? (namedChildren(tree, first)[0] ?? -1)
      : first;
  if (string < 0 || kindOf(tree, string) !== 'string') return null;
  return { text: textOf(tree, text, string), startLine: lines.lineOf(tree.start[string] ?? 0) };
}

function docComment(tree: SyntaxTree, text: string, outer: number, lines: LineIndex) {
  const parent = parentOf(tree, outer);
  if (parent < 0) return null;
  const comment = siblingBefore(tree, parent, outer);
  if (comment < 0 || kindOf(tree, comment) !== 'comment') return null;
  const content = textOf(tree, text, comment);
  const near = lines.lineOf(tree.end[comment] ?? 0) >= lines.lineOf(tree.start[outer] ?? 0) - 1;
  return content.startsWith('/**') && near
    ? { text: content, startLine: lines.lineOf(tree.start[comment] ?? 0) }
    : null;
}

/** The node right before is the last one of the sibling before, however many siblings there are. */
function siblingBefore(tree: SyntaxTree, parent: number, node: number): number {
  let before = node - 1;
  while (before > parent && parentOf(tree, before) !== parent) before = parentOf(tree, before);
  return before > parent ? before : -1;
}
