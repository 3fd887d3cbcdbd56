import type { Imports } from './imports.ts';
import type { ConfigProblem, Settings } from './settings.ts';

/** What happened to a file, as git names it (A, D, M, R, C, T). */
export type ChangeStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'type-changed';

export type LineKind = 'context' | 'add' | 'delete';

/** One line of a hunk. `oldLine` and `newLine` are 1-based; 0 on the side where the line does not exist. */
export interface DiffLine {
  readonly kind: LineKind;
  readonly oldLine: number;
  readonly newLine: number;
  /** Text without mark and without the line feed; a carriage return is content and stays. */
  readonly text: string;
}

/** One `@@` section. `oldStart`/`newStart` are 1-based as in the header (0 for an empty side). */
export interface Hunk {
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
  /** Text after the second `@@`. */
  readonly section: string;
  readonly lines: readonly DiffLine[];
  /** The side's last line of this hunk has no line feed at its end. */
  readonly oldNoNewline: boolean;
  readonly newNoNewline: boolean;
}

/** What one changed file went through. `path` is the path at head, or at base when the file was removed. */
export interface FileChange {
  readonly path: string;
  /** Path at base; equal to `path` unless renamed or copied; null when the file is new. */
  readonly oldPath: string | null;
  readonly status: ChangeStatus;
  /** Percent, for renames and copies; null otherwise. */
  readonly similarity: number | null;
  /** Git modes such as 100644, 100755, 120000 (symlink), 160000 (submodule); null where the side is absent or unknown. */
  readonly oldMode: string | null;
  readonly newMode: string | null;
  readonly binary: boolean;
  readonly hunks: readonly Hunk[];
  readonly added: number;
  readonly deleted: number;
  /** Why the hunks are missing or cannot be trusted (no patch given, lying header, combined diff); null when fine. */
  readonly problem: string | null;
}

/** A file that should have been looked at and could not be, with the reason in words for a person. */
export interface PathReason {
  readonly path: string;
  readonly reason: string;
  /** How many files the entry stands for; absent for the one file that it names. */
  readonly files?: number;
}

/** How many files a list of reasons speaks of. */
export function countFiles(entries: readonly PathReason[]): number {
  return entries.reduce((sum, { files = 1 }) => sum + files, 0);
}

/** What stands at a path on one side of the change. */
export type Blob =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The bytes are not valid UTF-8; `text` holds U+FFFD in their place. */
      readonly undecodable: boolean;
    }
  | { readonly kind: 'binary' }
  | { readonly kind: 'symlink'; readonly target: string }
  | { readonly kind: 'submodule'; readonly commit: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A changed file with its contents on both sides. */
export interface ChangedFile {
  readonly path: string;
  readonly change: FileChange;
  readonly head: Blob;
  readonly base: Blob;
  /** `head` was rebuilt from the hunks alone: lines outside them are empty. */
  readonly partial: boolean;
  /** Language id such as `typescript`, `tsx`, `python`, `markdown`; null when unknown. */
  readonly language: string | null;
}

/** The commits that are compared, and what a person calls them. */
export interface Revision {
  /** 40-hex SHA; null for the index, the working tree or a bare patch. */
  readonly sha: string | null;
  /** For people: a branch name, `working tree`, `index`, a patch file's name. */
  readonly label: string;
}

/** Title and description of the change; hostile text, shown to some reviewers only. */
export interface ChangeSubject {
  readonly title: string;
  readonly description: string;
}

/** Everything a review needs to know of the pull request, pinned to one head. */
export interface PullRequestContext {
  /** owner/name on a forge, or a folder name. */
  readonly repository: string;
  readonly head: Revision;
  readonly base: Revision;
  readonly subject: ChangeSubject | null;
  readonly files: readonly ChangedFile[];
  /** Files that could not even be listed or read. */
  readonly unreadable: readonly PathReason[];
  /** All paths at head; null when they could not be listed (said in the report where it matters). */
  readonly headPaths: readonly string[] | null;
  /** Unchanged files that analyzers compare with: READMEs, docs, tests near the change, manifests. path → text at head. */
  readonly related: ReadonlyMap<string, string>;
  readonly settings: Settings;
  /** What is wrong with the base configuration; not empty makes the review incomplete. */
  readonly configProblems: readonly ConfigProblem[];
  /** Results of other programs, coverage profiles, a baseline; absent when nothing was given. */
  readonly imports?: Imports;
  readonly notes: readonly string[];
}
