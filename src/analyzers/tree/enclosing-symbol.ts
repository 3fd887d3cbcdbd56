import type { SyntaxTree } from '../../model.ts';
import { childByField, descendantsOfKind, isNamed, kindOf, nodeAt, parentOf, textOf } from './syntax.ts';

/** Kinds that define something with a name, over all languages with a tree. */
const DEFINITIONS = new Set([
  'function_declaration',
  'generator_function_declaration',
  'function_expression',
  'generator_function',
  'arrow_function',
  'method_definition',
  'class_declaration',
  'abstract_class_declaration',
  'class',
  'interface_declaration',
  'function_definition',
  'class_definition',
  // Go, Java, C#, PHP
  'method_declaration',
  'constructor_declaration',
  'enum_declaration',
  'record_declaration',
  'struct_declaration',
  'trait_declaration',
  'type_spec',
  // Ruby
  'method',
  'singleton_method',
  'module',
  // Rust
  'function_item',
  'struct_item',
  'enum_item',
  'trait_item',
]);
const CLASSES = new Set([
  'class_declaration',
  'abstract_class_declaration',
  'class',
  'class_definition',
  'interface_declaration',
  'enum_declaration',
  'record_declaration',
  'struct_declaration',
  'trait_declaration',
  'module',
  'trait_item',
]);
const METHODS = new Set([
  'method_definition',
  'function_definition',
  'field_definition',
  'public_field_definition',
  'method_declaration',
  'constructor_declaration',
  'method',
  'singleton_method',
  'function_item',
]);

const TYPE_NAMES = new Set(['type_identifier']);

/** Parents that give a nameless function or class its name, and the field the name stands in. */
const NAME_GIVERS = new Map([
  ['variable_declarator', 'name'],
  ['assignment_expression', 'left'],
  ['pair', 'key'],
  ['field_definition', 'property'],
  ['public_field_definition', 'name'],
]);

/** Longer names are cut: they go into reports and hashes. */
const MAX_NAME = 120;

/**
 * The name of the innermost function, method or class that holds the line: `load`, `Store.load` for a method of a
 * class, the empty text when there is none.
 * @param line 1-based
 */
export function enclosingSymbol(tree: SyntaxTree, text: string, line: number): string {
  const range = rangeOfLine(text, line);
  if (!range) return '';
  // The first character decides; the last one serves lines such as `export function load() {`, which begin outside.
  return symbolAt(tree, text, range.first) || symbolAt(tree, text, range.last);
}

/** The name of the innermost definition that covers an offset, or the empty text. */
export function symbolAt(tree: SyntaxTree, text: string, offset: number): string {
  let node = nodeAt(tree, offset);
  while (node >= 0) {
    if (isNamed(tree, node) && DEFINITIONS.has(kindOf(tree, node))) {
      const name = nameOf(tree, text, node);
      if (name !== '') return name;
    }
    node = parentOf(tree, node);
  }
  return '';
}

function nameOf(tree: SyntaxTree, text: string, definition: number): string {
  const own = childByField(tree, definition, 'name');
  if (own >= 0) {
    return METHODS.has(kindOf(tree, definition))
      ? withClass(tree, text, definition, cut(textOf(tree, text, own)))
      : cut(textOf(tree, text, own));
  }
  const giver = parentOf(tree, definition);
  const field = giver < 0 ? undefined : NAME_GIVERS.get(kindOf(tree, giver));
  const name = field === undefined ? -1 : childByField(tree, giver, field);
  if (name < 0 || name === definition) return '';
  const given = cut(textOf(tree, text, name));
  return METHODS.has(kindOf(tree, giver)) ? withClass(tree, text, giver, given) : given;
}

/** `Class.method` when the member stands directly in a class that has a name, or has a receiver (Go, Rust). */
function withClass(tree: SyntaxTree, text: string, member: number, name: string): string {
  const receiver = receiverOf(tree, text, member);
  if (receiver !== '') return `${cut(receiver)}.${name}`;
  let owner = parentOf(tree, parentOf(tree, member));
  if (owner >= 0 && kindOf(tree, owner) === 'block') owner = parentOf(tree, owner);
  if (owner < 0 || !CLASSES.has(kindOf(tree, owner))) return name;
  const className = childByField(tree, owner, 'name');
  return className < 0 ? name : `${cut(textOf(tree, text, className))}.${name}`;
}

/** The type that a Go method is declared on, or that the Rust `impl` around a function is for. */
function receiverOf(tree: SyntaxTree, text: string, member: number): string {
  const receiver = childByField(tree, member, 'receiver');
  if (receiver >= 0) {
    const [type] = descendantsOfKind(tree, receiver, TYPE_NAMES);
    return type === undefined ? '' : textOf(tree, text, type);
  }
  const owner = parentOf(tree, parentOf(tree, member));
  const type = owner >= 0 && kindOf(tree, owner) === 'impl_item' ? childByField(tree, owner, 'type') : -1;
  return type < 0 ? '' : textOf(tree, text, type);
}

function cut(name: string): string {
  const line = name.split('\n', 1)[0] ?? '';
  return line.slice(0, MAX_NAME).trim();
}

/** Offsets of the first and last character of a line that are not blank, or null for blank and absent lines. */
function rangeOfLine(text: string, line: number): { first: number; last: number } | null {
  let start = 0;
  for (let count = 1; count < line; count++) {
    const feed = text.indexOf('\n', start);
    if (feed < 0) return null;
    start = feed + 1;
  }
  const feed = text.indexOf('\n', start);
  const whole = text.slice(start, feed < 0 ? text.length : feed);
  const trimmed = whole.trim();
  if (trimmed === '') return null;
  const first = start + whole.indexOf(trimmed);
  return { first, last: first + trimmed.length - 1 };
}
