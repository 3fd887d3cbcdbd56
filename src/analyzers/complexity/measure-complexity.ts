import type { SyntaxTree } from '../../model.ts';
import { childByField, children, fieldOf, isNamed, kindOf, parentOf, textOf } from '../tree/syntax.ts';

/** How hard a function is to follow. */
export interface Complexity {
  /**
   * Cognitive complexity in the manner of G. A. Campbell (SonarSource, 2018): each break in the flow counts 1, plus 1
   * for each level it is nested in; a chain of like boolean operators counts 1.
   */
  readonly cognitive: number;
  /** Deepest nesting of branches and loops. */
  readonly nesting: number;
}

/** Constructs that count and nest what is inside them. */
const NESTING = new Set([
  'if_statement',
  'for_statement',
  'for_in_statement',
  'while_statement',
  'do_statement',
  'switch_statement',
  'match_statement',
  'catch_clause',
  'except_clause',
  'ternary_expression',
  'conditional_expression',
  // Go
  'expression_switch_statement',
  'type_switch_statement',
  'select_statement',
  // Java
  'enhanced_for_statement',
  'switch_expression',
  // Ruby
  'if',
  'unless',
  'while',
  'until',
  'for',
  'case',
  'case_match',
  'rescue',
  'conditional',
  'if_modifier',
  'unless_modifier',
  'while_modifier',
  'until_modifier',
]);
/** Count once, do not nest further than the `if` they belong to. */
const BRANCHES = new Set(['elif_clause', 'else_clause', 'else', 'elsif']);
const FUNCTIONS = new Set([
  'function_declaration',
  'generator_function_declaration',
  'function_expression',
  'arrow_function',
  'method_definition',
  'function_definition',
  'lambda',
  'func_literal',
  'lambda_expression',
]);
/** Where operators stand that join conditions. */
const WITH_OPERATOR = new Set(['binary_expression', 'boolean_operator', 'binary']);
/** Alternatives of an `if` that are counted where they stand. */
const ELSE_KINDS = new Set([...BRANCHES, 'if_statement']);
/** Deeper trees are not measured further: generated or hostile. */
const DEEPEST = 200;

/** What a node is to the measure. */
const [FLOW, BRANCH, FUNCTION, OPERATORS] = [1, 2, 3, 4];

/** The part of each kind of a tree, by its number: asked for at every node. */
function partsOf({ kindNames }: SyntaxTree): Uint8Array {
  const found = known.get(kindNames) ?? Uint8Array.from(kindNames, partOf);
  known.set(kindNames, found);
  return found;
}

const known = new WeakMap<readonly string[], Uint8Array>();

function partOf(kind: string): number {
  if (NESTING.has(kind)) return FLOW;
  if (BRANCHES.has(kind)) return BRANCH;
  if (FUNCTIONS.has(kind)) return FUNCTION;
  return WITH_OPERATOR.has(kind) ? OPERATORS : 0;
}

/** Measures one function's body. Nested functions count as one level of nesting, like the flow they interrupt. */
export function measureComplexity(tree: SyntaxTree, text: string, body: number): Complexity {
  const end = tree.next[body] ?? tree.size;
  let cognitive = 0;
  let deepest = 0;
  const parts = partsOf(tree);
  // Pre-order walk with the nesting of each open construct; `until` is the end of its subtree.
  const open: { until: number; level: number }[] = [];
  for (let node = body; node < end; node += 1) {
    const part = parts[tree.kind[node] ?? 0] ?? 0;
    if (part === 0 || !isNamed(tree, node)) continue;
    while (open.length > 0 && (open[open.length - 1]?.until ?? 0) <= node) open.pop();
    const level = open[open.length - 1]?.level ?? 0;
    const until = tree.next[node] ?? end;
    if (part === FLOW && !isElseIf(tree, node)) {
      cognitive += 1 + level + plainElse(tree, node);
      deepest = Math.max(deepest, level + 1);
      if (level < DEEPEST) open.push({ until, level: level + 1 });
    } else if (part === FLOW) {
      cognitive += 1 + plainElse(tree, node);
    } else if (part === BRANCH) {
      cognitive += hasElseIf(tree, node) || isDefaultCase(tree, node) ? 0 : 1;
    } else if (part === FUNCTION) {
      if (node !== body && level < DEEPEST) open.push({ until, level: level + 1 });
    } else if (startsBooleanChain(tree, text, node, kindOf(tree, node))) {
      cognitive += 1;
    }
  }
  return { cognitive, nesting: deepest };
}

/** `else if`: an if that stands directly in an else. */
function isElseIf(tree: SyntaxTree, node: number): boolean {
  if (kindOf(tree, node) !== 'if_statement') return false;
  const parent = parentOf(tree, node);
  return parent >= 0 && (kindOf(tree, parent) === 'else_clause' || fieldOf(tree, node) === 'alternative');
}

/** 1 for an `else` that is a mere block of its `if`, as in the trees of Go and Java. */
function plainElse(tree: SyntaxTree, node: number): number {
  if (kindOf(tree, node) !== 'if_statement') return 0;
  const other = childByField(tree, node, 'alternative');
  return other >= 0 && !ELSE_KINDS.has(kindOf(tree, other)) ? 1 : 0;
}

/** The `else` of a `case` or a `begin` in Ruby. */
function isDefaultCase(tree: SyntaxTree, node: number): boolean {
  const parent = parentOf(tree, node);
  return parent >= 0 && ['case', 'case_match', 'begin', 'body_statement'].includes(kindOf(tree, parent));
}

function hasElseIf(tree: SyntaxTree, node: number): boolean {
  return children(tree, node).some((child) => kindOf(tree, child) === 'if_statement');
}

/** The outermost operator of a run of `&&`, `||`, `??`, `and`, `or`. */
function startsBooleanChain(tree: SyntaxTree, text: string, node: number, kind: string): boolean {
  const operator = booleanOperator(tree, text, node, kind);
  if (operator === '') return false;
  const parent = parentOf(tree, node);
  return parent < 0 || booleanOperator(tree, text, parent, kindOf(tree, parent)) !== operator;
}

function booleanOperator(tree: SyntaxTree, text: string, node: number, kind: string): string {
  if (!WITH_OPERATOR.has(kind)) return '';
  const operator = childByField(tree, node, 'operator');
  const word = operator < 0 ? '' : textOf(tree, text, operator);
  return ['&&', '||', '??', 'and', 'or'].includes(word) ? word : '';
}
