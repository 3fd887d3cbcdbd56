import type { SyntaxTree } from '../../model.ts';
import { metaVariableOf } from './meta-variables.ts';
import type { CompiledPattern, PatternNode, PatternSource } from './pattern.ts';
import { children, isExtra, isMissing, isNamed, kindOf, textOf } from './syntax.ts';

/** Deeper than any pattern a person writes; keeps what recurses over patterns bounded. */
const DEEPEST = 60;

/**
 * Compiles a pattern from its tree.
 * @param tree what `parseablePattern(source.code, source.language)` parses to
 * @returns the pattern, or the problem in words when the code does not parse, is empty, has several parts side by side,
 *   or has no node of the selected kind
 */
export function compilePattern(tree: SyntaxTree, text: string, source: PatternSource): CompiledPattern {
  if (tree.errors > 0) {
    return { problem: `does not parse as ${source.language}; give more code as context and a selector` };
  }
  const { selector } = source;
  const start = selector === null ? 0 : nodeOfKind(tree, selector);
  if (start < 0) return { problem: `has no node of kind ${selector} in its context` };
  const top = children(tree, start).filter((child) => !isExtra(tree, child));
  if (selector === null) {
    if (top.length === 0) return { problem: 'is empty' };
    if (top.length > 1) return { problem: 'has several parts side by side; a pattern is one piece of code' };
  }
  const node = selector === null ? innermost(tree, start) : start;
  const root = convert(tree, text, node, source.language, 0);
  if (root === null) return { problem: `is nested deeper than ${DEEPEST} levels` };
  if ('many' in root) return { problem: 'is only a $$$ variable; use $NAME for one node' };
  return { root };
}

function nodeOfKind(tree: SyntaxTree, kind: string): number {
  for (let node = 0; node < tree.size; node++) {
    if (isNamed(tree, node) && kindOf(tree, node) === kind) return node;
  }
  return -1;
}

/** Leaves wrappers: `foo()` means the call and not the statement or the program around it. */
function innermost(tree: SyntaxTree, start: number): number {
  let node = start;
  for (;;) {
    const inner = children(tree, node).filter((child) => !isExtra(tree, child) && !isMissing(tree, child));
    const [only] = inner;
    if (inner.length !== 1 || only === undefined || !isNamed(tree, only)) return node;
    node = only;
  }
}

function convert(
  tree: SyntaxTree,
  text: string,
  node: number,
  language: string,
  depth: number,
): PatternNode | null {
  const code = textOf(tree, text, node);
  const variable = metaVariableOf(code, language);
  if (variable) return variable.many ? { many: variable.name } : { one: variable.name };
  const kind = kindOf(tree, node);
  const named = isNamed(tree, node);
  const parts = children(tree, node).filter((child) => !isExtra(tree, child) && !isMissing(tree, child));
  if (parts.length === 0) return named ? { kind, named, text: code } : { kind, named };
  if (depth >= DEEPEST) return null;
  const converted: PatternNode[] = [];
  for (const part of parts) {
    const next = convert(tree, text, part, language, depth + 1);
    if (next === null) return null;
    converted.push(next);
  }
  return { kind, named, children: converted };
}
