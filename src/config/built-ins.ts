import type { ReviewerDefinition, WorkflowDefinition } from '../model.ts';
import type { Rule } from './rule.ts';

/** A file of settings, and its name for messages. */
export interface SettingsFile {
  readonly name: string;
  readonly text: string;
}

/** What ships with the program, compiled from `reviewers/` and `workflows/` when it is built. */
export interface BuiltIns {
  readonly reviewers: readonly ReviewerDefinition[];
  readonly workflows: readonly WorkflowDefinition[];
  readonly rules: readonly Rule[];
  /** Family of languages → what is known of its data flow, as JSON text that is read when a file needs it. */
  readonly taint?: Readonly<Record<string, string>>;
  /**
   * Ids of checks that are code and not rules. When given, `rules:` in the settings may name these and rules only; when
   * not, only what looks like a slip of a rule's id is a problem there.
   */
  readonly checkIds?: readonly string[];
  /** Names of analyzers that are code. When given, reviewers may name these and reviewers only. */
  readonly analyzerNames?: readonly string[];
  /** Settings of the organisation: they stand between the built-in ones and the base configuration of the repository. */
  readonly defaults?: SettingsFile;
}
