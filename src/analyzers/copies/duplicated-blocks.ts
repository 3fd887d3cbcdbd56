import { isTestPath } from '../../diff/is-test-path.ts';
import type { PullRequestContext } from '../../model.ts';
import type { AnalyzedFile, AnalyzerFinding, ChangeAnalyzer } from '../analyzer.ts';
import { onNewLine } from '../on-new-line.ts';
import { shorten } from '../shorten.ts';

/** Fewer equal lines are what any two pieces of code share (the limit of other tools, too). */
const LEAST_LINES = 10;
/** From here on two places will surely be changed apart from one another. */
const MANY_LINES = 15;
/** Two files often begin with the same set-up: there it takes this many lines. */
const LEAST_LINES_AT_TOP = 30;
/** A block needs some substance: its lines without spaces. */
const LEAST_CHARACTERS = 200;
/** Lines that say nothing by themselves: closing brackets, `else {`, imports. */
const EMPTY = /^(?:[\s{}()[\];,<>/]|else\b|try\b|finally\b|return;?$|end$|pass$|break;?$)*$/;
const IMPORT =
  /^\s*(?:import\b|from\s+\S+\s+import\b|export\s.*\bfrom\b|use\s|using\s|require|package\s|#include)/;
const COMMENT = /^\s*(?:\/\/|\/?\*|#(?!!)|""")/;
/** Data, texts and what programs write: repetition is their nature. */
const NOT_CODE = new Set([
  'markdown',
  'json',
  'yaml',
  'toml',
  'xml',
  'html',
  'css',
  'scss',
  'less',
  'svg',
  'csv',
  'ini',
  'dockerfile',
  'hcl',
  'sql',
]);
/** More added lines are generated or brought in as a whole. */
const MOST_LINES = 20_000;

/** A line that counts, with its number. */
interface Line {
  readonly text: string;
  readonly number: number;
  readonly added: boolean;
}

interface Place {
  readonly file: AnalyzedFile;
  readonly lines: readonly Line[];
  readonly at: number;
}

/** Blocks that the change adds twice, or adds although the same file has them. One finding for each further copy. */
export const duplicatedBlocksAnalyzer: ChangeAnalyzer = {
  name: 'duplicated-blocks',
  run: (_context: PullRequestContext, files) => {
    const known = new Map<string, Place>();
    const findings: AnalyzerFinding[] = [];
    let room = MOST_LINES;
    for (const file of files) {
      const { language, path } = file.file;
      if (language === null || NOT_CODE.has(language) || isTestPath(path)) continue;
      const lines = linesOf(file);
      room -= lines.length;
      if (room < 0) break;
      findings.push(...copiesIn(file, lines, known));
    }
    return findings;
  },
};

function linesOf(file: AnalyzedFile): readonly Line[] {
  return file.lines.flatMap((raw, index) => {
    if (raw.length > 2_000) return [];
    const text = raw.trim().replace(/\s+/g, ' ');
    if (EMPTY.test(text) || IMPORT.test(text) || COMMENT.test(text)) return [];
    return [{ text, number: index + 1, added: file.map.isChanged('new', index + 1) }];
  });
}

/** Remembers every window of the file and reports the added ones that were there before, or that stand elsewhere. */
function copiesIn(
  file: AnalyzedFile,
  lines: readonly Line[],
  known: Map<string, Place>,
): readonly AnalyzerFinding[] {
  const own = new Map<string, number>();
  const findings: AnalyzerFinding[] = [];
  // Old lines first: a block that the change adds is the copy, wherever it stands.
  const windows = [...windowsOf(lines)];
  for (const { at, key, added } of windows) if (!added && !own.has(key)) own.set(key, at);
  let until = 0;
  for (const { at, key, added } of windows) {
    if (!added) continue;
    const inFile = own.get(key);
    const first: Place | undefined = inFile !== undefined ? { file, lines, at: inFile } : known.get(key);
    if (first === undefined) {
      own.set(key, at);
      known.set(key, { file, lines, at });
      continue;
    }
    if (at < until || (first.lines === lines && Math.abs(first.at - at) < LEAST_LINES)) continue;
    const length = lengthOf(first, lines, at);
    until = at + length;
    const isSetUp = at === 0 && first.at === 0 && length < LEAST_LINES_AT_TOP;
    if (!isSetUp && characters(lines, at, length) >= LEAST_CHARACTERS)
      findings.push(findingOf(file, lines.slice(at, until), first, length));
  }
  return findings;
}

function* windowsOf(lines: readonly Line[]): Generator<{ at: number; key: string; added: boolean }> {
  for (let at = 0; at + LEAST_LINES <= lines.length; at += 1) {
    const window = lines.slice(at, at + LEAST_LINES);
    const count = window.filter((line) => line.added).length;
    // A window that is half new is neither the original nor a copy.
    if (count !== 0 && count !== LEAST_LINES) continue;
    yield { at, key: window.map((line) => line.text).join('\n'), added: count > 0 };
  }
}

function lengthOf(first: Place, lines: readonly Line[], at: number): number {
  let length = LEAST_LINES;
  while (
    lines[at + length]?.added === true &&
    first.lines[first.at + length]?.text === lines[at + length]?.text &&
    (first.lines !== lines || first.at + length < at || first.at > at)
  )
    length += 1;
  return length;
}

function characters(lines: readonly Line[], at: number, length: number): number {
  return lines.slice(at, at + length).reduce((sum, line) => sum + line.text.length, 0);
}

function findingOf(file: AnalyzedFile, copy: readonly Line[], first: Place, length: number): AnalyzerFinding {
  const start = copy[0]?.number ?? 1;
  const from = first.lines[first.at]?.number ?? 1;
  const to = first.lines[first.at + length - 1]?.number ?? from;
  const where = first.file === file ? `lines ${from}–${to}` : `${first.file.file.path} lines ${from}–${to}`;
  return {
    reviewer: 'style',
    ruleId: 'duplicated-block',
    category: 'duplication',
    severity: length >= MANY_LINES ? 'low' : 'info',
    confidence: 88,
    ...onNewLine(file, start),
    title: shorten(`${length} lines repeat ${where}`, 80),
    explanation: `The ${length} lines from here on are the same as ${where}.`,
    failureScenario: 'A mistake is corrected in one place and lives on in the other.',
    fix: 'Move the block into a function that both places call.',
    proof: [{ path: first.file.file.path, line: from, text: 'the first of the repeated lines' }],
  };
}
