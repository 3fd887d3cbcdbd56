import { isTestPath } from '../../diff/is-test-path.ts';
import type { FileRuns, PullRequestContext, Severity } from '../../model.ts';
import type { AnalyzedFile, AnalyzerFinding, ChangeAnalyzer } from '../analyzer.ts';
import { measureComplexity } from '../complexity/measure-complexity.ts';
import { onNewLine } from '../on-new-line.ts';
import { shorten } from '../shorten.ts';
import { changedLineOf } from '../symbols/changed-line-of.ts';
import type { FunctionSymbol } from '../symbols/function-symbol.ts';
import { listFunctions } from '../symbols/list-functions.ts';
import { moduleNameOf, testedNameOf } from '../symbols/module-name.ts';
import { lineIndexOf } from '../tree/line-index.ts';
import { matchRuns } from './match-runs.ts';

/** Fewer added lines are a touch-up, not a behaviour to test. */
const LEAST_ADDED_LINES = 3;
/** From this many branches on, an untested function weighs more. */
const BRANCHES = 4;
/** Files whose code is run by something else than tests: scripts, configuration, type declarations, stories. */
const NOT_TESTED_BY_HABIT =
  /(^|\/)(scripts?|examples?|docs?|migrations?|migrate|fixtures?|bench(marks)?|stories|mocks?)\/|\.(config|d|stories)\.[cm]?[jt]sx?$|(^|\/)(setup|conftest|manage|conf)\.py$|(^|\/)main\.go$|(\.pb(\.gw)?|_gen(erated)?|_?mocks?)\.go$|(Application|Config(uration)?|Properties|Constants)\.java$/;

/** Languages whose tests have a fixed place: where there are none, the project does not test that part. */
const TESTED_IN_PLACE: ReadonlySet<string> = new Set(['go', 'java', 'ruby']);

/**
 * Exported functions that the change adds or rewrites and that no test mentions, one finding a file. A test touches a
 * function when it names it, or when it names the module and calls what it exports by another name.
 */
export const untestedChangesAnalyzer: ChangeAnalyzer = {
  name: 'untested-changes',
  run: (context, files) => {
    const tests = testTexts(context, files);
    if (!isSearched(context)) return [];
    const counted = matchRuns(context, files)?.byPath;
    const findings = files.flatMap((file) => {
      if (file.tree === null || isTestPath(file.file.path) || NOT_TESTED_BY_HABIT.test(file.file.path))
        return [];
      if (TESTED_IN_PLACE.has(file.tree.language) && !isTestedInPlace(file.file.path, tests)) return [];
      const runs = counted?.get(file.file.path);
      const untested = changedFunctions(file).filter(
        (one) => !isMentioned(one, file.file.path, tests) && !isRun(one, runs),
      );
      return untested.length === 0 ? [] : [findingOf(file, untested, tests)];
    });
    return hasTests(context, tests) ? findings : heaviestOf(findings);
  },
};

function hasTests({ headPaths }: PullRequestContext, tests: readonly TestText[]): boolean {
  return tests.length > 0 || (headPaths ?? []).some(isTestPath);
}

/** A project without a single test knows: it is said once, where there is most to test. */
function heaviestOf(findings: readonly AnalyzerFinding[]): readonly AnalyzerFinding[] {
  const heavy = findings.find(({ severity }) => severity !== 'info');
  return heavy === undefined ? findings.slice(0, 1) : [heavy];
}

/** Without a list of the repository's files, "no test touches it" would be a guess. */
function isSearched(context: PullRequestContext): boolean {
  return context.headPaths !== null;
}

/** A coverage profile knows better than names do: some test ran a line of it beyond its head. */
function isRun({ nameLine, endLine }: FunctionSymbol, runs: FileRuns | undefined): boolean {
  if (runs === undefined) return false;
  for (let line = nameLine + 1; line <= endLine; line += 1) if ((runs.lines.get(line) ?? 0) > 0) return true;
  return false;
}

interface TestText {
  readonly path: string;
  readonly text: string;
}

function testTexts(context: PullRequestContext, files: readonly AnalyzedFile[]): readonly TestText[] {
  const changed = files
    .filter((file) => isTestPath(file.file.path))
    .map((file) => ({ path: file.file.path, text: file.text }));
  const known = new Set(changed.map((test) => test.path));
  const related = [...context.related].flatMap(([path, text]) =>
    isTestPath(path) && !known.has(path) ? [{ path, text }] : [],
  );
  return [...changed, ...related];
}

function changedFunctions(file: AnalyzedFile): readonly FunctionSymbol[] {
  if (file.tree === null) return [];
  return listFunctions(file.tree, file.text, lineIndexOf(file.lines)).filter((one) => {
    if (!one.exported || isPlain(one)) return false;
    let added = 0;
    for (let line = one.startLine; line <= one.endLine; line += 1)
      added += file.map.isChanged('new', line) ? 1 : 0;
    return added >= LEAST_ADDED_LINES;
  });
}

/** A test lies in the same folder, or is named after the file. */
function isTestedInPlace(path: string, tests: readonly TestText[]): boolean {
  const own = moduleNameOf(path);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return tests.some((test) => testedNameOf(test.path) === own || isDirectlyIn(test.path, folder));
}

function isDirectlyIn(path: string, folder: string): boolean {
  return path.slice(0, path.lastIndexOf('/') + 1) === folder;
}

/** Constructors, accessors of a few lines, and what the language calls by itself. */
function isPlain(one: FunctionSymbol): boolean {
  if (/^(constructor|__\w+__|toString|hashCode|equals|String|Error|to_s|inspect)$/.test(one.shortName))
    return true;
  return /^(get|set|is)[A-Z]/.test(one.shortName) && one.endLine - one.startLine <= 3;
}

function isMentioned(one: FunctionSymbol, path: string, tests: readonly TestText[]): boolean {
  const word = new RegExp(`(?<![\\w$])${escapeForRegExp(one.shortName)}(?![\\w$])`);
  const module = moduleName(path);
  return tests.some(
    (test) => word.test(test.text) || (one.shortName === 'default' && test.text.includes(module)),
  );
}

/** `src/cart/total.ts` → `total`; `src/cart/index.ts` → `cart`. */
function moduleName(path: string): string {
  const parts = path.replace(/\.[^./]+$/, '').split('/');
  const last = parts.at(-1) ?? '';
  return last === 'index' || last === '__init__' ? (parts.at(-2) ?? last) : last;
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/**
 * A branchy function that is left out while a test reads its module is a gap in that test. Where no test reads the
 * module, it may well be tested through its callers.
 */
function severityOf(path: string, branchy: boolean, tests: readonly TestText[]): Severity {
  const module = escapeForRegExp(moduleName(path));
  const reads = new RegExp(
    `['"./]${module}(?:\\.[cm]?[jt]sx?)?['"]|\\b(?:from|import)\\s+[\\w.]*\\b${module}\\b`,
  );
  const own = moduleNameOf(path);
  if (tests.some((test) => reads.test(test.text) || testedNameOf(test.path) === own))
    return branchy ? 'medium' : 'low';
  return branchy ? 'low' : 'info';
}

function findingOf(
  file: AnalyzedFile,
  untested: readonly FunctionSymbol[],
  tests: readonly TestText[],
): AnalyzerFinding {
  const branchy = untested.filter((one) => branchesOf(file, one) >= BRANCHES);
  const [first] = branchy.length > 0 ? branchy : untested;
  const line = first === undefined ? 1 : changedLineOf(file, first);
  const names = untested.map((one) => one.shortName);
  const listed =
    names.length <= 4 ? names.join(', ') : `${names.slice(0, 4).join(', ')} and ${names.length - 4} more`;
  return {
    reviewer: 'test-coverage',
    ruleId: 'untested-change',
    category: 'untested-change',
    severity: severityOf(file.file.path, branchy.length > 0, tests),
    confidence: 75,
    ...onNewLine(file, line),
    title:
      untested.length === 1
        ? `No test touches ${shorten(names[0] ?? '', 60)}`
        : `No test touches ${untested.length} changed functions`,
    explanation: `The change adds or rewrites ${listed}, and none of the ${tests.length} test files in or near the change names ${untested.length === 1 ? 'it' : 'them'}.`,
    failureScenario:
      'A later change breaks the behaviour that this one introduces, and every test stays green.',
    fix: `Add a test that calls ${shorten(names[0] ?? '', 60)} and asserts what it returns, its failing path included.`,
    proof: untested.slice(0, 8).map((one) => ({
      path: file.file.path,
      line: one.nameLine,
      text: `${one.name}: ${branchesOf(file, one)} branches, not named in any test`,
    })),
  };
}

function branchesOf(file: AnalyzedFile, one: FunctionSymbol): number {
  return file.tree === null ? 0 : measureComplexity(file.tree, file.text, one.body).cognitive;
}
