import type { SyntaxTree } from '../../model.ts';
import { childByField, childOfKind, kindOf, namedChildren, textOf } from '../tree/syntax.ts';

/** A regular expression in a source file. */
export interface SourceRegex {
  readonly pattern: string;
  readonly flags: string;
  /** UTF-16 offset of the literal. */
  readonly start: number;
}

const PYTHON_CALLS = new Set([
  'compile',
  'match',
  'search',
  'fullmatch',
  'findall',
  'finditer',
  'sub',
  'subn',
  'split',
]);
/** Calls of Java that take an expression: of `Pattern`, and of texts. */
const PATTERN_CALLS = new Set(['compile', 'matches']);
const TEXT_CALLS = new Set(['matches', 'replaceAll', 'replaceFirst', 'split']);
const ESCAPES = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);

/**
 * Lists the regular expressions that stand in a file as literals: `/…/`, `RegExp('…')`, `re.compile(r'…')`,
 * `Pattern.compile("…")`.
 * Patterns that are put together at run time are not seen.
 *
 * @param isWanted decides by the offset of the literal; `most` bounds the list
 */
export function listRegexes(
  tree: SyntaxTree,
  text: string,
  isWanted: (start: number) => boolean,
  most: number,
): SourceRegex[] {
  const found: SourceRegex[] = [];
  for (let node = 0; node < tree.size && found.length < most; node += 1) {
    const one = regexAt(tree, text, node);
    if (one !== null && isWanted(one.start)) found.push(one);
  }
  return found;
}

function regexAt(tree: SyntaxTree, text: string, node: number): SourceRegex | null {
  switch (kindOf(tree, node)) {
    case 'regex': {
      const pattern = childOfKind(tree, node, 'regex_pattern');
      const flags = childOfKind(tree, node, 'regex_flags');
      if (pattern < 0) return null;
      return {
        pattern: textOf(tree, text, pattern),
        flags: flags < 0 ? '' : textOf(tree, text, flags),
        start: tree.start[node] ?? 0,
      };
    }
    case 'new_expression':
      return regexOfCall(tree, text, node, childByField(tree, node, 'constructor'));
    case 'call_expression':
      return regexOfCall(tree, text, node, childByField(tree, node, 'function'));
    case 'call':
      return regexOfPythonCall(tree, text, node);
    case 'method_invocation':
      return regexOfJavaCall(tree, text, node);
    default:
      return null;
  }
}

function regexOfCall(tree: SyntaxTree, text: string, node: number, callee: number): SourceRegex | null {
  if (callee < 0 || textOf(tree, text, callee) !== 'RegExp') return null;
  const [pattern, flags] = namedChildren(tree, childByField(tree, node, 'arguments'));
  if (pattern === undefined || kindOf(tree, pattern) !== 'string') return null;
  const flagText =
    flags !== undefined && kindOf(tree, flags) === 'string' ? textOf(tree, text, flags).slice(1, -1) : '';
  const literal = textOf(tree, text, pattern).slice(1, -1);
  return { pattern: unescaped(literal), flags: flagText, start: tree.start[pattern] ?? 0 };
}

function regexOfPythonCall(tree: SyntaxTree, text: string, node: number): SourceRegex | null {
  const callee = childByField(tree, node, 'function');
  const match = callee < 0 ? null : /^re\.([a-z]{3,9})$/.exec(textOf(tree, text, callee).slice(0, 40));
  if (match === null || !PYTHON_CALLS.has(match[1] ?? '')) return null;
  const [pattern] = namedChildren(tree, childByField(tree, node, 'arguments'));
  if (pattern === undefined || kindOf(tree, pattern) !== 'string') return null;
  const literal = textOf(tree, text, pattern);
  const parts = /^([a-zA-Z]{0,2})("""|'''|"|')/.exec(literal);
  if (parts === null || /f/i.test(parts[1] ?? '')) return null;
  const body = literal.slice(parts[0].length, literal.length - (parts[2]?.length ?? 1));
  return {
    pattern: /r/i.test(parts[1] ?? '') ? body : unescaped(body, true),
    flags: '',
    start: tree.start[pattern] ?? 0,
  };
}

/** `Pattern.compile("…")`, and the methods of texts that take an expression. */
function regexOfJavaCall(tree: SyntaxTree, text: string, node: number): SourceRegex | null {
  const name = textOf(tree, text, childByField(tree, node, 'name'));
  const object = childByField(tree, node, 'object');
  const isPattern = object >= 0 && /^(java\.util\.regex\.)?Pattern$/.test(textOf(tree, text, object));
  if (object < 0 || !(isPattern ? PATTERN_CALLS : TEXT_CALLS).has(name)) return null;
  const [pattern] = namedChildren(tree, childByField(tree, node, 'arguments'));
  if (pattern === undefined || kindOf(tree, pattern) !== 'string_literal') return null;
  const literal = textOf(tree, text, pattern);
  if (literal.startsWith('"""')) return null;
  return { pattern: unescaped(literal.slice(1, -1)), flags: '', start: tree.start[pattern] ?? 0 };
}

/** Escapes of string literals. Python keeps the backslash before letters that it does not know. */
function unescaped(literal: string, keepsUnknown = false): string {
  return literal.replace(/\\(.)/gs, (whole, letter: string) => {
    if (letter === '\\' || letter === '"' || letter === "'") return letter;
    return ESCAPES.get(letter) ?? (keepsUnknown ? whole : letter);
  });
}
