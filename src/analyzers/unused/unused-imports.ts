import type { SyntaxTree } from '../../model.ts';
import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer } from '../analyzer.ts';
import { onNewLine } from '../on-new-line.ts';
import { shorten } from '../shorten.ts';
import { lineIndexOf } from '../tree/line-index.ts';
import { childByField, children, descendantsOfKind, kindOf, namedChildren, textOf } from '../tree/syntax.ts';
import { countWords } from './word-counts.ts';

const IMPORTS = new Set(['import_statement', 'import_from_statement', 'import_declaration']);
/** Needed without being named, by the way a compiler works. */
const SILENTLY_NEEDED = /^(?:React|h|Fragment|jsx|annotations)$/;
/** More is generated. */
const MOST_NODES = 20_000;
/** Longer lines are no one's reasons. */
const LONGEST_LINE = 500;
/** A line that says that the import is there for a reason. */
const ON_PURPOSE = /noqa|eslint-disable|biome-ignore|@ts-|noinspection|type: ignore|side.?effect/i;

/** Names that the change imports and that stand nowhere else in the file. */
export const unusedImportsAnalyzer: FileAnalyzer = {
  name: 'unused-imports',
  run: (file) => {
    const { tree, text } = file;
    const { path, partial } = file.file;
    if (
      tree === null ||
      partial ||
      tree.errors > 0 ||
      /(^|\/)(__init__|conftest)\.py$|\.d\.[cm]?ts$/.test(path)
    )
      return [];
    const lines = lineIndexOf(file.lines);
    const statements = descendantsOfKind(tree, 0, IMPORTS);
    const size = statements.reduce((sum, node) => sum + (tree.next[node] ?? node) - node, 0);
    if (size > MOST_NODES) return [];
    const names = statements.flatMap((node) => namesOf(tree, text, node));
    if (names.length === 0) return [];
    const wanted = new Set(names.map(({ name }) => name));
    const counts = countWords(text, wanted);
    // A module's path may hold the name as well.
    const inImports = countWords(statements.map((node) => textOf(tree, text, node)).join('\n'), wanted);
    const unused = names.flatMap(({ name, node }) => {
      const line = lines.lineOf(tree.start[node] ?? 0);
      const isNew =
        file.map.isChanged('new', line) &&
        !ON_PURPOSE.test((file.lines[line - 1] ?? '').slice(0, LONGEST_LINE));
      return isNew && counts.get(name) === inImports.get(name) && !SILENTLY_NEEDED.test(name)
        ? [{ name, line }]
        : [];
    });
    const [first] = unused;
    return first === undefined ? [] : [findingOf(file, first.line, unused)];
  },
};

interface ImportedName {
  readonly name: string;
  readonly node: number;
}

function namesOf(tree: SyntaxTree, text: string, statement: number): readonly ImportedName[] {
  switch (tree.language) {
    case 'python':
      return pythonNames(tree, text, statement);
    case 'java':
      return javaNames(tree, text, statement);
    case 'javascript':
    case 'typescript':
    case 'tsx':
      return scriptNames(tree, text, statement);
    default:
      return [];
  }
}

function scriptNames(tree: SyntaxTree, text: string, statement: number): readonly ImportedName[] {
  const clause = namedChildren(tree, statement).find((node) => kindOf(tree, node) === 'import_clause');
  if (clause === undefined) return [];
  const specifiers = descendantsOfKind(tree, clause, new Set(['import_specifier', 'namespace_import']));
  const own = namedChildren(tree, clause).filter((node) => kindOf(tree, node) === 'identifier');
  return [...own, ...specifiers].flatMap((node) => {
    const alias = childByField(tree, node, 'alias');
    const name = alias >= 0 ? alias : childByField(tree, node, 'name');
    const wanted = name >= 0 ? name : (namedChildren(tree, node)[0] ?? node);
    // `import { a as a }` and `{ default as b }` name the imported thing as well.
    return [{ name: textOf(tree, text, wanted), node: wanted }];
  });
}

function pythonNames(tree: SyntaxTree, text: string, statement: number): readonly ImportedName[] {
  // `from x import y as y` says that y is passed on.
  const module = childByField(tree, statement, 'module_name');
  return namedChildren(tree, statement)
    .filter((node) => node !== module)
    .flatMap((node) => {
      const alias = childByField(tree, node, 'alias');
      if (kindOf(tree, node) === 'aliased_import') {
        const original = textOf(tree, text, childByField(tree, node, 'name'));
        const name = textOf(tree, text, alias);
        return original === name ? [] : [{ name, node: alias }];
      }
      if (kindOf(tree, node) !== 'dotted_name') return [];
      const whole = textOf(tree, text, node);
      // `import a.b` is there for what it does to `a`.
      return whole.includes('.') ? [] : [{ name: whole, node }];
    });
}

function javaNames(tree: SyntaxTree, text: string, statement: number): readonly ImportedName[] {
  const tokens = children(tree, statement).map((node) => kindOf(tree, node));
  if (tokens.includes('asterisk')) return [];
  const path = namedChildren(tree, statement)[0];
  const name = path === undefined ? -1 : childByField(tree, path, 'name');
  return name < 0 ? [] : [{ name: textOf(tree, text, name), node: name }];
}

function findingOf(
  file: AnalyzedFile,
  line: number,
  unused: readonly { readonly name: string; readonly line: number }[],
): AnalyzerFinding {
  const names = unused.map(({ name }) => name);
  const listed = shorten(names.slice(0, 6).join(', '), 120);
  return {
    reviewer: 'style',
    ruleId: 'unused-import',
    category: 'dead-code',
    severity: 'low',
    confidence: 90,
    ...onNewLine(file, line),
    title: shorten(names.length === 1 ? `${listed} is imported and not used` : `Not used: ${listed}`, 80),
    explanation: `The change imports ${listed}; nothing else in the file names ${names.length === 1 ? 'it' : 'them'}.`,
    failureScenario: 'Readers look for the use, and the module is loaded for nothing.',
    fix: `Remove ${names.length === 1 ? 'the import' : 'these imports'}, or use what was meant to be used.`,
    proof: unused.slice(0, 6).map((one) => ({ path: file.file.path, line: one.line, text: one.name })),
  };
}
