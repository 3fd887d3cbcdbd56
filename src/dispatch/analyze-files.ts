import pLimit from 'p-limit';
import { showsAnalyzerFinding } from '../aggregate/suppress-findings.ts';
import type { AnalyzedFile, AnalyzerFinding, IsShown, ReportProblem } from '../analyzers/analyzer.ts';
import { textOf } from '../analyzers/analyzer.ts';
import type { AnalyzerEngine, SecretPlace } from '../analyzers/engine.ts';
import { leftToLinter } from '../analyzers/linters/left-to-linter.ts';
import { makeLineMap } from '../diff/line-map.ts';
import { messageOf } from '../errors.ts';
import type { ChangedFile, PullRequestContext, SyntaxTree } from '../model.ts';
import type { Advisories, Grammars } from '../ports.ts';

/** Something that was not analysed as it should have been, in words for a person. */
export interface AnalyzerProblem {
  /** The reviewer whose work it is; all of them when absent. */
  readonly reviewer?: string;
  readonly message: string;
}

/** What the analyzers made of one file. */
export interface FileAnalysis {
  readonly file: ChangedFile;
  readonly findings: readonly AnalyzerFinding[];
  /** `tree` when rules ran over a syntax tree, `text` otherwise. */
  readonly by: readonly string[];
  readonly problems: readonly AnalyzerProblem[];
  readonly maskedHead: string | null;
  /** Secret values that stand in the file, on either side. */
  readonly secrets: readonly string[];
  readonly symbolAt: (line: number) => string;
  /** For the analyzers of the whole change; null when the head is not text. */
  readonly analyzed: AnalyzedFile | null;
}

/** What the analyzers made of the change as a whole. */
export interface ChangeAnalysis {
  readonly findings: readonly AnalyzerFinding[];
  readonly problems: readonly AnalyzerProblem[];
  /** What a reader has to know beside the findings. */
  readonly notes: readonly string[];
}

/** The analyzers' work, shared by all reviewers: each file is analysed once, whoever asks first. */
export interface Analysis {
  file(path: string): Promise<FileAnalysis>;
  /** Resolves when every reviewable file is done and the analyzers of the whole change have run. */
  change(): Promise<ChangeAnalysis>;
  /** The files that are done by now. */
  finished(): readonly FileAnalysis[];
  /** Notes of the analyzers of the whole change, as far as they have run. */
  notes(): readonly string[];
}

/** What the analysis needs of the world. Without advisories nothing is looked up, and that is said. */
export interface AnalysisPorts {
  readonly grammars: Grammars;
  readonly advisories?: Advisories | null;
}

/** Files in work at once: two are parsed while one is matched. */
const FILES_AT_ONCE = 4;

/**
 * Prepares the analysis; nothing runs before it is asked for.
 * @param files reviewable files
 * @param signal stops what has not been started
 */
export function analyzeFiles(
  context: PullRequestContext,
  files: readonly ChangedFile[],
  engine: AnalyzerEngine,
  { grammars, advisories = null }: AnalysisPorts,
  signal: AbortSignal,
): Analysis {
  const limit = pLimit(FILES_AT_ONCE);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const started = new Map<string, Promise<FileAnalysis>>();
  const finished: FileAnalysis[] = [];
  const isLeft = leftToLinter(context);
  const isShown: IsShown = (finding) => showsAnalyzerFinding(context.settings, finding);
  let change: Promise<ChangeAnalysis> | undefined;
  let notes: readonly string[] = [];

  const start = async (path: string): Promise<FileAnalysis> => {
    signal.throwIfAborted();
    const file = byPath.get(path);
    if (file === undefined) throw new Error(`"${path}" is not one of the files to review`);
    const all = await analyzeFile(file, engine, grammars, isShown);
    const findings = all.findings.filter((finding) => !isLeft(finding, file.language));
    const analysis = { ...all, findings };
    finished.push(analysis);
    return analysis;
  };
  const analyse = (path: string): Promise<FileAnalysis> => {
    const running = started.get(path) ?? limit(start, path);
    started.set(path, running);
    return running;
  };
  return {
    file: analyse,
    finished: () => finished,
    change: () => {
      change ??= Promise.all(files.map((file) => analyse(file.path)))
        .then((all) => analyzeChange(context, all, engine, advisories, signal))
        .then((done) => {
          notes = done.notes;
          return done;
        });
      return change;
    },
    notes: () => notes,
  };
}

async function analyzeFile(
  file: ChangedFile,
  engine: AnalyzerEngine,
  grammars: Grammars,
  isShown: IsShown,
): Promise<FileAnalysis> {
  const text = textOf(file.head);
  const deleted = file.change.hunks
    .flatMap((hunk) => hunk.lines.filter((line) => line.kind === 'delete').map((line) => line.text))
    .join('\n');
  // Asked for first: it is parsed in a thread of its own while the secrets are looked for here.
  const parsed = text === null ? null : treeOf(languageOf(file, engine, grammars), text, grammars);
  const headSecrets = text === null ? [] : await engine.findSecrets(text);
  const oldSecrets = deleted === '' ? [] : await engine.findSecrets(deleted);
  const secrets = [...secretLines(text ?? '', headSecrets), ...secretLines(deleted, oldSecrets)];
  const maskedHead = text === null ? null : engine.maskSecrets(text, headSecrets);
  const shared = { file, secrets, maskedHead };
  if (text === null || parsed === null) {
    return {
      ...shared,
      findings: [],
      by: ['text'],
      problems: [],
      symbolAt: () => '',
      analyzed: null,
    };
  }
  const { tree, failure } = await parsed;
  const unread = failure === null ? [] : [{ message: `${file.path} was read ${failure}` }];
  const analyzed = analyzedFile(file, text, tree, engine, grammars);
  const collected = await collect(
    engine.fileAnalyzers,
    (analyzer, report) => analyzer.run(analyzed, report, isShown),
    file.path,
  );
  const symbolAt = (line: number) => (tree === null ? '' : engine.enclosingSymbol(tree, text, line));
  return {
    ...shared,
    findings: collected.findings,
    by: tree === null ? ['text'] : ['tree', 'text'],
    problems: [...unread, ...collected.problems],
    symbolAt,
    analyzed,
  };
}

/** Shorter pieces would blot out ordinary words. */
const SHORTEST_SECRET = 6;

/** The secrets' texts, line by line, so that one line of a private key is recognised on its own. */
function secretLines(text: string, secrets: readonly SecretPlace[]): readonly string[] {
  return secrets
    .flatMap((secret) => text.slice(secret.start, secret.end).split('\n'))
    .map((line) => line.trim())
    .filter((line) => line.length >= SHORTEST_SECRET);
}

function analyzedFile(
  file: ChangedFile,
  text: string,
  tree: SyntaxTree | null,
  engine: AnalyzerEngine,
  grammars: Grammars,
): AnalyzedFile {
  const baseText = textOf(file.base);
  let baseTree: Promise<SyntaxTree | null> | undefined;
  return {
    file,
    text,
    lines: text.split('\n'),
    map: makeLineMap(file.change),
    tree,
    baseText,
    baseTree: () => {
      baseTree ??=
        baseText === null
          ? Promise.resolve(null)
          : treeOf(languageOf(file, engine, grammars), baseText, grammars).then((it) => it.tree);
      return baseTree;
    },
  };
}

/** The language to parse a file as; null where no tree is wanted or to be had. */
function languageOf(file: ChangedFile, engine: AnalyzerEngine, grammars: Grammars): string | null {
  const { language } = file;
  if (language === null || !engine.treeLanguages.has(language)) return null;
  return grammars.languages.has(language) ? language : null;
}

async function treeOf(
  language: string | null,
  text: string,
  grammars: Grammars,
): Promise<{ tree: SyntaxTree | null; failure: string | null }> {
  if (language === null) return { tree: null, failure: null };
  const result = await grammars.parse(language, text);
  if (result.kind !== 'tree')
    return { tree: null, failure: result.kind === 'unsupported' ? null : `as text only: ${result.reason}` };
  const { unread } = result.tree;
  if (unread === undefined) return { tree: result.tree, failure: null };
  const line = text.slice(0, unread.at).split('\n').length;
  return {
    tree: result.tree,
    failure: `in part: what begins on line ${line} was left out, because ${unread.reason}`,
  };
}

async function analyzeChange(
  context: PullRequestContext,
  analyses: readonly FileAnalysis[],
  engine: AnalyzerEngine,
  advisories: Advisories | null,
  signal: AbortSignal,
): Promise<ChangeAnalysis> {
  signal.throwIfAborted();
  const files = analyses.flatMap((analysis) => (analysis.analyzed === null ? [] : [analysis.analyzed]));
  const kinds = await collect(
    [{ name: 'file-kinds' }],
    () => engine.findFileKinds(context.files, context.headPaths ?? []),
    'the change',
  );
  let notes: readonly string[] = [];
  const dependencies = await collect(
    [{ name: 'dependencies' }],
    async () => {
      const wanted = context.settings.advisories === 'off' ? null : advisories;
      const found = await engine.findDependencies(context, wanted, signal);
      notes = found.notes;
      return found.findings;
    },
    'the change',
  );
  // Files that policy excludes are not reviewed as a part of the whole either.
  const reviewed = { ...context, files: analyses.map((analysis) => analysis.file) };
  const rest = await collect(
    engine.changeAnalyzers,
    (analyzer) => analyzer.run(reviewed, files),
    'the change',
  );
  const parts = [kinds, dependencies, rest];
  return {
    findings: parts.flatMap((part) => part.findings),
    problems: parts.flatMap((part) => part.problems),
    notes,
  };
}

/** Runs each analyzer; one that throws costs its own findings and is reported. */
async function collect<T extends { readonly name: string }>(
  analyzers: readonly T[],
  run: (
    analyzer: T,
    report: ReportProblem,
  ) => readonly AnalyzerFinding[] | Promise<readonly AnalyzerFinding[]>,
  where: string,
): Promise<Omit<ChangeAnalysis, 'notes'>> {
  const findings: AnalyzerFinding[] = [];
  const problems: AnalyzerProblem[] = [];
  const report: ReportProblem = (message, reviewer) =>
    void problems.push(reviewer === undefined ? { message } : { message, reviewer });
  for (const analyzer of analyzers) {
    try {
      for (const finding of await run(analyzer, report)) findings.push(finding);
    } catch (thrown) {
      report(`${analyzer.name} failed on ${where}: ${messageOf(thrown)}`);
    }
  }
  return { findings, problems };
}
