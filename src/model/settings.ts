import type { Category } from './category.ts';
import type { Severity } from './severity.ts';

export interface ConfigProblem {
  /** File as the user knows it, repository-relative. */
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  /** Dotted key, or the empty string for the whole file. */
  readonly key: string;
  /** What is wrong, with the user's value, and what is allowed. */
  readonly message: string;
}

export type ModelTier = 'fast' | 'balanced' | 'strong';
export type Scope = 'diff' | 'intent' | 'tests' | 'docs';

/** A reviewer's definition, from `reviewers/<name>/reviewer.md` or `.github/reviewers/<name>.md`. */
export interface ReviewerDefinition {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly expertise: readonly string[];
  readonly model: ModelTier;
  /** Globs of files it reviews; empty means all. `!` excludes. */
  readonly paths: readonly string[];
  readonly categories: readonly Category[];
  /** Names of the analyzers whose rules and checks it runs: its own name runs the rules filed under it. */
  readonly analyzers: readonly string[];
  /** 0–100; model findings below it are not shown. */
  readonly minConfidence: number;
  readonly sees: readonly Scope[];
  readonly required: boolean;
  /** The Markdown body: what the model is told. */
  readonly instructions: string;
  readonly source: string;
  readonly builtIn: boolean;
}

export interface WorkflowPhase {
  readonly name: string;
  readonly reviewers: readonly string[];
  /** Phases that must end before this one starts. */
  readonly needs: readonly string[];
}

export interface WorkflowDefinition {
  readonly name: string;
  readonly description: string;
  readonly phases: readonly WorkflowPhase[];
  readonly source: string;
}

export interface Budgets {
  /** Seconds for one reviewer, and for the whole run. */
  readonly agentSeconds: number;
  readonly runSeconds: number;
  readonly runTokens: number;
  readonly runDollars: number;
  /** Of all reviews of the repository in a calendar month (UTC); null for no limit. Only the App counts them. */
  readonly monthDollars: number | null;
}

/** The effective settings of a run: built-in values with base configuration and flags laid over. */
export interface Settings {
  readonly model: 'auto' | 'required' | 'off';
  /** Names of the reviewers that run; null means all of the workflow. */
  readonly reviewers: readonly string[] | null;
  /** Rule id → off or another severity. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Globs; files that match none of the includes or any exclude (`!…`) are excluded by policy. */
  readonly paths: readonly string[];
  readonly instructions: string;
  /** Findings with lower confidence are folded, not shown. */
  readonly thresholds: { readonly shown: number; readonly minConfidence: number };
  readonly failOn: Severity | 'never';
  readonly onIncomplete: 'error' | 'success';
  readonly drafts: boolean;
  readonly skip: {
    readonly labels: readonly string[];
    readonly authors: readonly string[];
    readonly titles: readonly string[];
    readonly paths: readonly string[];
  };
  readonly budgets: Budgets;
  readonly language: string;
  readonly workflow: string;
  readonly commands: { readonly enabled: boolean; readonly cooldownSeconds: number; readonly perDay: number };
  readonly escalation: { readonly paths: readonly string[]; readonly pendingMinutes: number };
  /** After so many automatic reviews only new and changed lines are commented on; 0 means never. */
  readonly convergence: { readonly rounds: number };
  readonly neverSend: readonly string[];
  /** Known vulnerabilities of new dependencies are looked up; names and versions leave for that. */
  readonly advisories: 'on' | 'off';
  /** Results of other programs fail the gate as ours do. */
  readonly sarifGates: boolean;
}
