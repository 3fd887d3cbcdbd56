import { isTestPath } from '../../diff/is-test-path.ts';
import type { FileRuns } from '../../model.ts';
import type { AnalyzedFile, AnalyzerFinding, ChangeAnalyzer } from '../analyzer.ts';
import { shorten } from '../shorten.ts';
import type { FunctionSymbol } from '../symbols/function-symbol.ts';
import { listFunctions } from '../symbols/list-functions.ts';
import { lineIndexOf } from '../tree/line-index.ts';
import { matchRuns } from './match-runs.ts';

/** From so many lines of code on, a stretch that no test runs is more than a corner. */
const MANY_LINES = 5;
/** A range is marked as a whole up to here; of a longer one its first line says it. */
const LONGEST_MARKED = 20;
const CONFIDENCE = 90;
const MOST_STEPS = 8;

/**
 * Added lines that no test ran, and added conditions of which tests took one way only, as a coverage profile counts
 * them: one finding for each stretch of lines within a function, one for the conditions of a function.
 */
export const neverRunAnalyzer: ChangeAnalyzer = {
  name: 'never-run',
  run: (context, files) => {
    const matched = matchRuns(context, files);
    if (matched === null) return [];
    return files.flatMap((file) => {
      const runs = matched.byPath.get(file.file.path);
      if (runs === undefined || isTestPath(file.file.path)) return [];
      const ownerOf = makeOwnerOf(file);
      return [...neverRunLines(file, runs, ownerOf), ...halfRunConditions(file, runs, ownerOf)];
    });
  },
};

type OwnerOf = (line: number) => FunctionSymbol | null;

/** The innermost named function around a line. */
function makeOwnerOf(file: AnalyzedFile): OwnerOf {
  const { tree, text, lines } = file;
  const functions = tree === null ? [] : listFunctions(tree, text, lineIndexOf(lines));
  const owners = new Map<number, FunctionSymbol>();
  // Inner functions come after the outer ones, and take their lines from them.
  for (const one of functions) {
    for (let line = one.startLine; line <= one.endLine; line += 1) owners.set(line, one);
  }
  return (line) => owners.get(line) ?? null;
}

interface Stretch {
  readonly owner: FunctionSymbol | null;
  /** Lines of code in it, ascending. */
  readonly lines: number[];
}

function neverRunLines(file: AnalyzedFile, runs: FileRuns, ownerOf: OwnerOf): readonly AnalyzerFinding[] {
  const stretches: Stretch[] = [];
  for (const line of file.map.addedLines) {
    if (runs.lines.get(line) !== 0 || (file.lines[line - 1] ?? '').trim() === '') continue;
    const last = stretches.at(-1);
    const owner = ownerOf(line);
    if (last !== undefined && last.owner === owner && isNext(last.lines.at(-1) ?? 0, line, file, runs))
      last.lines.push(line);
    else stretches.push({ owner, lines: [line] });
  }
  return stretches.map((stretch) => findingOfStretch(file, stretch));
}

/** Nothing that holds code stands between two lines. */
function isNext(before: number, line: number, file: AnalyzedFile, runs: FileRuns): boolean {
  for (let at = before + 1; at < line; at += 1) {
    const isBlank = (file.lines[at - 1] ?? '').trim() === '';
    if (!isBlank && (runs.lines.has(at) || !file.map.isChanged('new', at))) return false;
  }
  return true;
}

function findingOfStretch(file: AnalyzedFile, { owner, lines }: Stretch): AnalyzerFinding {
  const [first = 1] = lines;
  const last = lines.at(-1) ?? first;
  const count = lines.length;
  const place = owner === null ? '' : ` of ${shorten(owner.shortName, 40)}`;
  const said = count === 1 ? 'line' : `${count} lines`;
  return {
    ...placed(file, first, last),
    ruleId: 'never-run-lines',
    severity: count >= MANY_LINES ? 'medium' : 'low',
    title: `No test runs ${count === 1 ? 'this line' : `these ${count} lines`}${place}`,
    explanation: `The coverage profile counts no run of the added ${said} ${first === last ? first : `from ${first} to ${last}`}.`,
    failureScenario: 'What stands there may be wrong, or break later, and every test stays green.',
    fix: `Add a test whose input reaches line ${first}, and assert what comes of it.`,
    proof: [{ path: file.file.path, line: first, text: `0 runs of ${said} by the coverage profile` }],
  };
}

function halfRunConditions(file: AnalyzedFile, runs: FileRuns, ownerOf: OwnerOf): readonly AnalyzerFinding[] {
  const byOwner = new Map<FunctionSymbol | null, number[]>();
  for (const line of file.map.addedLines) {
    const branches = runs.branches.get(line);
    const isRun = (runs.lines.get(line) ?? 0) > 0 && (file.lines[line - 1] ?? '').trim() !== '';
    if (!isRun || branches === undefined || branches.taken >= branches.total) continue;
    const owner = ownerOf(line);
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), line]);
  }
  return [...byOwner].map(([owner, lines]) => findingOfConditions(file, runs, owner, lines));
}

function findingOfConditions(
  file: AnalyzedFile,
  runs: FileRuns,
  owner: FunctionSymbol | null,
  lines: readonly number[],
): AnalyzerFinding {
  const [first = 1] = lines;
  const place = owner === null ? '' : ` in ${shorten(owner.shortName, 40)}`;
  const ways = (line: number) => {
    const { taken, total } = runs.branches.get(line) ?? { taken: 0, total: 0 };
    return `${taken} of ${total} branches taken`;
  };
  return {
    ...placed(file, first, first),
    ruleId: 'never-run-branches',
    severity: 'low',
    title: `No test takes every branch${place}`,
    explanation:
      lines.length === 1
        ? `The line is run, and the coverage profile says of it: ${ways(first)}.`
        : `${lines.length} added lines are run, and a branch of each never is; the first has ${ways(first)}.`,
    failureScenario: 'The case that no test makes may be handled wrongly, and every test stays green.',
    fix: `Add a test for the case that line ${first} has not met yet.`,
    proof: lines.slice(0, MOST_STEPS).map((line) => ({ path: file.file.path, line, text: ways(line) })),
  };
}

function placed(file: AnalyzedFile, first: number, last: number) {
  return {
    reviewer: 'test-coverage',
    category: 'untested-change',
    confidence: CONFIDENCE,
    anchor: 'line',
    path: file.file.path,
    startLine: first,
    endLine: last - first < LONGEST_MARKED ? last : first,
    side: 'new',
    quote: file.lines[first - 1] ?? '',
  } as const;
}
