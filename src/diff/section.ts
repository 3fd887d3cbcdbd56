import type { Hunk } from '../model.ts';

/** One file's part of a patch as it stands there, before its names are settled. */
export interface Section {
  /** What stands behind `diff --git `; null for a plain unified diff that has no such line. */
  readonly heading: string | null;
  /** Names behind `--- ` and `+++ `, decoded, prefixes still there; null when there are no such lines. */
  readonly before: string | null;
  readonly after: string | null;
  /** What the extended header lines say happened; null when none of them does. */
  readonly event: 'added' | 'removed' | 'renamed' | 'copied' | null;
  /** Names of `rename from/to` and `copy from/to`: without prefix. */
  readonly from: string | null;
  readonly to: string | null;
  readonly oldMode: string | null;
  readonly newMode: string | null;
  readonly similarity: number | null;
  readonly binary: boolean;
  readonly hunks: readonly Hunk[];
  readonly added: number;
  readonly deleted: number;
  /** What is wrong with the header or the hunks, in words. */
  readonly problem: string | null;
}

/** A path, or null where it is unknown, and why something is not among the files. */
export interface PatchProblem {
  readonly path: string | null;
  readonly reason: string;
}
