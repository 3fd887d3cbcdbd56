import type { LineMap } from '../diff/line-map.ts';
import type { Blob, ChangedFile, PullRequestContext, RaisedFinding, SyntaxTree } from '../model.ts';

/** What an analyzer raises: the pipeline adds origin. `reviewer` is the group it belongs to. */
export type AnalyzerFinding = Omit<RaisedFinding, 'origin'>;

/** One changed file with all that analyzers may look at. Only files whose head is text get here. */
export interface AnalyzedFile {
  readonly file: ChangedFile;
  /** Text at head. */
  readonly text: string;
  /** `text` split at line feeds; a carriage return stays at the end of its line. `lines[0]` is line 1. */
  readonly lines: readonly string[];
  readonly map: LineMap;
  /** Tree at head; null when there is no grammar or parsing failed (said in the report). */
  readonly tree: SyntaxTree | null;
  /** Text at base, or null when the file is new or unreadable there. */
  readonly baseText: string | null;
  /** Tree at base, parsed when first asked for. */
  baseTree(): Promise<SyntaxTree | null>;
}

/**
 * Says that something was not looked at as it should have been. Without a reviewer it concerns all of them; the
 * reviewers concerned end `degraded`.
 */
export type ReportProblem = (message: string, reviewer?: string) => void;

/** Whether people will see a finding, as far as the settings say. */
export type IsShown = (finding: Pick<AnalyzerFinding, 'ruleId' | 'confidence'>) => boolean;

/**
 * Looks at one file at a time. May report on any line: what lies outside the change is dropped later. A finding takes
 * the place of another only where it is shown itself.
 */
export interface FileAnalyzer {
  readonly name: string;
  run(
    file: AnalyzedFile,
    report?: ReportProblem,
    isShown?: IsShown,
  ): readonly AnalyzerFinding[] | Promise<readonly AnalyzerFinding[]>;
}

/** Looks at the change as a whole, after all files. */
export interface ChangeAnalyzer {
  readonly name: string;
  run(
    context: PullRequestContext,
    files: readonly AnalyzedFile[],
  ): readonly AnalyzerFinding[] | Promise<readonly AnalyzerFinding[]>;
}

/** The text of a blob, or null when there is none. */
export function textOf(blob: Blob): string | null {
  return blob.kind === 'text' ? blob.text : null;
}
