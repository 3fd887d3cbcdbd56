import type { ChangedFile, PullRequestContext, SyntaxTree } from '../model.ts';
import type { Advisories } from '../ports.ts';
import type { AnalyzerFinding, ChangeAnalyzer, FileAnalyzer } from './analyzer.ts';
import type { VulnerabilityAnalysis } from './dependencies/find-vulnerabilities.ts';

/** A secret's place in a text: UTF-16 offsets, end exclusive. */
export interface SecretPlace {
  readonly start: number;
  readonly end: number;
}

/** Everything deterministic that looks at a change, as one value that dispatch runs. */
export interface AnalyzerEngine {
  readonly fileAnalyzers: readonly FileAnalyzer[];
  readonly changeAnalyzers: readonly ChangeAnalyzer[];
  /** Languages of which some analyzer wants a tree. */
  readonly treeLanguages: ReadonlySet<string>;
  /** Findings about what kind of thing a file is: links, submodules, odd names. Sees every file, excluded ones too. */
  findFileKinds(files: readonly ChangedFile[], headPaths: readonly string[]): readonly AnalyzerFinding[];
  /** What the change does to dependencies. Sees every file, lock files too, and asks for known vulnerabilities. */
  findDependencies(
    context: PullRequestContext,
    advisories: Advisories | null,
    signal: AbortSignal,
  ): Promise<VulnerabilityAnalysis>;
  findSecrets(text: string): Promise<readonly SecretPlace[]>;
  /** Same length, line feeds kept. */
  maskSecrets(text: string, secrets: readonly SecretPlace[]): string;
  /** Name of the function or class around a 1-based line, or the empty string. */
  enclosingSymbol(tree: SyntaxTree, text: string, line: number): string;
}
