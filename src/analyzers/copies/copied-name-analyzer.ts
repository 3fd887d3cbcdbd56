import type { SyntaxTree } from '../../model.ts';
import type { AnalyzedFile, AnalyzerFinding, FileAnalyzer } from '../analyzer.ts';
import { onNewLine } from '../on-new-line.ts';
import { shorten } from '../shorten.ts';
import { type LineIndex, lineIndexOf } from '../tree/line-index.ts';
import { descendantsOfKind, kindOf, namedChildren } from '../tree/syntax.ts';
import { findOddName, haveOneShape, type OddName } from './find-odd-one.ts';
import { type Leaf, leafAt, tokensOf } from './leaves.ts';

/** Nodes whose children stand one after another as equals; data in lists has its own ways of repeating. */
const LISTS = new Set([
  'statement_block',
  'block',
  'statement_list',
  'class_body',
  'switch_body',
  'body_statement',
  'then',
]);
/** Longer statements are compared by their parts. */
const MOST_TOKENS = 300;
/** A repeated piece has at most so many statements. */
const LONGEST_PIECE = 3;
/** A list of more is a table. */
const MOST_CHILDREN = 400;

/** Statements that repeat the ones before with one name replaced, and in which one place was forgotten. */
export const copiedNameAnalyzer: FileAnalyzer = {
  name: 'copied-names',
  run: (file) => {
    const { tree, text } = file;
    if (tree === null) return [];
    const lines = lineIndexOf(file.lines);
    const seen = new Set<number>();
    return changedLists(file, tree, lines).flatMap((list) =>
      oddNamesIn(tree, text, list).flatMap(({ odd, original, copy }) => {
        const place = copy[odd.index]?.node ?? 0;
        if (seen.has(place)) return [];
        seen.add(place);
        const lineOf = (leaf: Leaf | undefined) => lines.lineOf(tree.start[leaf?.node ?? 0] ?? 0);
        const line = lineOf(copy[odd.index]);
        return [findingOf(file, odd, line, lineOf(original[odd.index]), lineOf(copy[odd.replacedAt]))];
      }),
    );
  },
};

function changedLists(file: AnalyzedFile, tree: SyntaxTree, lines: LineIndex): readonly number[] {
  return [0, ...descendantsOfKind(tree, 0, LISTS)].filter((node) => {
    const last = lines.lineOf(Math.max(0, (tree.end[node] ?? 1) - 1));
    return file.map.firstChangedIn('new', lines.lineOf(tree.start[node] ?? 0), last) > 0;
  });
}

interface Copied {
  readonly odd: OddName;
  readonly original: readonly Leaf[];
  readonly copy: readonly Leaf[];
}

function oddNamesIn(tree: SyntaxTree, text: string, list: number): readonly Copied[] {
  const statements = namedChildren(tree, list).filter(
    (node) => !/import|using|package/.test(kindOf(tree, node)),
  );
  if (statements.length < 2 || statements.length > MOST_CHILDREN) return [];
  const tokens = statements.map((node) => tokensOf(tree, node, MOST_TOKENS));
  const found: Copied[] = [];
  for (let length = 1; length <= LONGEST_PIECE; length += 1) {
    for (let at = 0; at + 2 * length <= statements.length; at += 1) {
      const first = joined(tokens, at, length);
      const second = joined(tokens, at + length, length);
      // Most neighbours have little in common: what they say is read when their shapes agree.
      if (first === null || second === null || !haveOneShape(tree, first, second)) continue;
      const original = first.map((node) => leafAt(tree, text, node));
      const copy = second.map((node) => leafAt(tree, text, node));
      const odd = findOddName(original, copy);
      if (odd !== null) found.push({ odd, original, copy });
    }
  }
  return found;
}

/** The tokens of so many statements as one piece; null when a statement is too long. */
function joined(
  tokens: readonly (readonly number[] | null)[],
  from: number,
  count: number,
): readonly number[] | null {
  if (count === 1) return tokens[from] ?? null;
  const all: number[] = [];
  for (const piece of tokens.slice(from, from + count)) {
    if (piece === null) return null;
    for (const node of piece) all.push(node);
  }
  return all;
}

function findingOf(
  file: AnalyzedFile,
  { name, expected }: OddName,
  line: number,
  originalLine: number,
  replacedLine: number,
): AnalyzerFinding {
  const [old, wanted] = [shorten(name, 40), shorten(expected, 40)];
  return {
    reviewer: 'correctness',
    ruleId: 'copied-name-kept',
    category: 'logic',
    severity: 'medium',
    confidence: 75,
    ...onNewLine(file, line),
    title: shorten(`${old} was probably meant to be ${wanted}`, 80),
    explanation: `This code repeats the statements before it with other names; here ${old} stayed, while everywhere else ${wanted} took its place.`,
    failureScenario: `The line works on ${old} a second time, and ${wanted} is left out.`,
    fix: `Write ${wanted}, or move what both pieces share into a function.`,
    proof: [
      { path: file.file.path, line: originalLine, text: `the original uses ${old}` },
      { path: file.file.path, line: replacedLine, text: `here it was replaced by ${wanted}` },
    ],
  };
}
