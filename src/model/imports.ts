import type { Category } from './category.ts';
import type { Severity } from './severity.ts';

/** A result of another program, as a SARIF file states it. Nothing of it is believed before the gate has looked. */
export interface ImportedResult {
  /** Name of the program, cleaned: lower-case words joined by hyphens. */
  readonly tool: string;
  /** The program's own id of the rule. */
  readonly rule: string;
  readonly category: Category;
  readonly cwe?: string;
  readonly severity: Severity;
  /** Where it says the file is: decoded, with `/` between the parts, relative or absolute. */
  readonly location: string;
  readonly startLine: number;
  readonly endLine: number;
  /** What it says stands on the first line; absent when it says nothing. */
  readonly snippet?: string;
  readonly message: string;
  /** What the program says of the rule; may be empty. */
  readonly description: string;
  readonly help: string;
}

/** How often the lines and branches of one file were run. */
export interface FileRuns {
  /** Where the profile says the file is, with `/` between the parts. */
  readonly location: string;
  /** Line → how often it was run; lines that hold no code have no entry. */
  readonly lines: ReadonlyMap<number, number>;
  /** Line → its branches: how many there are, how many were taken. */
  readonly branches: ReadonlyMap<number, BranchRuns>;
}

export interface BranchRuns {
  readonly taken: number;
  readonly total: number;
}

/** What identifies a finding of an earlier report. */
export interface BaselineFinding {
  readonly fingerprint: string;
  readonly codeKey: string;
  readonly placeKey: string;
}

/** What other programs and an earlier review bring along. */
export interface Imports {
  /** Folders that stand for the root of the repository in absolute paths. */
  readonly roots: readonly string[];
  readonly results: readonly ImportedResult[];
  /** A SARIF file was given: what it no longer reports is fixed. */
  readonly hasSarif: boolean;
  readonly runs: readonly FileRuns[];
  /** A coverage profile was read: code that it does not mention is worth a note. */
  readonly hasProfile: boolean;
  /** Findings of an earlier report; null without one. */
  readonly baseline: readonly BaselineFinding[] | null;
  /** Why something that was given could not be read: each makes the review incomplete. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}
