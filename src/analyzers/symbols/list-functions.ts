import type { SyntaxTree } from '../../model.ts';
import type { LineIndex } from '../tree/line-index.ts';
import { childByField, childOfKind, descendantsOfKind, kindOf, parentOf, textOf } from '../tree/syntax.ts';
import type { FunctionSymbol } from './function-symbol.ts';
import { listGoFunctions } from './list-go-functions.ts';
import { listJavaFunctions } from './list-java-functions.ts';
import { listRubyFunctions } from './list-ruby-functions.ts';
import { ScriptFunction } from './script-function.ts';

const JAVASCRIPT = new Set(['javascript', 'typescript', 'tsx']);
/** Languages whose functions can be listed. */
export const listsFunctionsOf: readonly string[] = [...JAVASCRIPT, 'python', 'go', 'java', 'ruby'];
const FUNCTION_KINDS = new Set([
  'function_declaration',
  'generator_function_declaration',
  'method_definition',
  'arrow_function',
  'function_expression',
  'function_definition',
]);
const OUTER_KINDS = new Set([
  'export_statement',
  'decorated_definition',
  'lexical_declaration',
  'variable_declaration',
  'variable_declarator',
]);

/**
 * All named functions and methods of a file in one of `listsFunctionsOf`, in the order of the text; none for other
 * languages.
 */
export function listFunctions(tree: SyntaxTree, text: string, lines: LineIndex): readonly FunctionSymbol[] {
  const found = listed.get(tree) ?? listAnew(tree, text, lines);
  listed.set(tree, found);
  return found;
}

/** Several analyzers ask for the functions of one tree. */
const listed = new WeakMap<SyntaxTree, readonly FunctionSymbol[]>();

function listAnew(tree: SyntaxTree, text: string, lines: LineIndex): readonly FunctionSymbol[] {
  switch (tree.language) {
    case 'go':
      return listGoFunctions(tree, text, lines);
    case 'java':
      return listJavaFunctions(tree, text, lines);
    case 'ruby':
      return listRubyFunctions(tree, text, lines);
    default:
      return listsFunctionsOf.includes(tree.language) ? listScriptFunctions(tree, text, lines) : [];
  }
}

/** Functions of JavaScript, TypeScript, TSX and Python. */
function listScriptFunctions(tree: SyntaxTree, text: string, lines: LineIndex): readonly FunctionSymbol[] {
  const isScript = JAVASCRIPT.has(tree.language);
  const exportedNames = isScript ? namesExportedLater(tree, text) : new Set<string>();
  return descendantsOfKind(tree, 0, FUNCTION_KINDS).flatMap((node) => {
    const nameNode = nameNodeOf(tree, node);
    const body = childByField(tree, node, 'body');
    if (nameNode < 0 || body < 0) return [];
    const shortName = textOf(tree, text, nameNode).slice(0, 120);
    const owner = ownerOf(tree, node);
    const ownerName = owner < 0 ? '' : textOf(tree, text, childByField(tree, owner, 'name'));
    const outer = outermost(tree, node);
    const anchorNode = owner < 0 ? outer : outermost(tree, owner);
    const visible = isScript
      ? isExported(tree, anchorNode) || exportedNames.has(ownerName === '' ? shortName : ownerName)
      : isModuleLevel(tree, owner < 0 ? node : owner) && !shortName.startsWith('_');
    const exported = visible && !isPrivate(tree, text, node, shortName);
    const nodes = { node, body, name: nameNode, outer };
    return [new ScriptFunction(tree, text, lines, nodes, { owner: ownerName, shortName, exported })];
  });
}

/** The identifier that names a function: its own, or that of the constant it is assigned to. */
function nameNodeOf(tree: SyntaxTree, node: number): number {
  const own = childByField(tree, node, 'name');
  if (own >= 0) return own;
  const parent = parentOf(tree, node);
  return parent >= 0 && kindOf(tree, parent) === 'variable_declarator'
    ? childByField(tree, parent, 'name')
    : -1;
}

/** The class in whose body the method stands directly, or -1. */
function ownerOf(tree: SyntaxTree, node: number): number {
  let body = parentOf(tree, node);
  if (body >= 0 && kindOf(tree, body) === 'decorated_definition') body = parentOf(tree, body);
  const owner = body < 0 ? -1 : parentOf(tree, body);
  const isClass = owner >= 0 && /^(abstract_)?class(_declaration|_definition)?$/.test(kindOf(tree, owner));
  return isClass && childByField(tree, owner, 'name') >= 0 ? owner : -1;
}

/** The definition with everything that belongs to it: `export`, decorators, `const name =`. */
function outermost(tree: SyntaxTree, node: number): number {
  let outer = node;
  for (
    let above = parentOf(tree, outer);
    above >= 0 && OUTER_KINDS.has(kindOf(tree, above));
    above = parentOf(tree, above)
  ) {
    outer = above;
  }
  return outer;
}

function isExported(tree: SyntaxTree, node: number): boolean {
  return kindOf(tree, node) === 'export_statement';
}

function isModuleLevel(tree: SyntaxTree, node: number): boolean {
  const parent = parentOf(tree, outermost(tree, node));
  return parent >= 0 && kindOf(tree, parent) === 'module';
}

function isPrivate(tree: SyntaxTree, text: string, node: number, name: string): boolean {
  if (name.startsWith('#') || name.startsWith('_')) return true;
  const modifier = childOfKind(tree, node, 'accessibility_modifier');
  return modifier >= 0 && /private|protected/.test(textOf(tree, text, modifier));
}

/** Names in `export { a, b }`, `export default a` and `module.exports = { a, b }`. */
function namesExportedLater(tree: SyntaxTree, text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of descendantsOfKind(tree, 0, new Set(['export_specifier', 'export_statement']))) {
    const name =
      kindOf(tree, node) === 'export_specifier'
        ? childByField(tree, node, 'name')
        : childByField(tree, node, 'value');
    if (name >= 0) names.add(textOf(tree, text, name));
  }
  for (const found of text.matchAll(
    /\bmodule\.exports\s*=\s*\{([^{}]{0,2000})\}|\bexports\.([A-Za-z_$][\w$]{0,100})\s*=/g,
  )) {
    for (const word of (found[1] ?? found[2] ?? '').split(',')) names.add((word.split(':')[0] ?? '').trim());
  }
  return names;
}
