import { parseHunks } from '../../diff/parse-hunks.ts';
import type { ChangeStatus, FileChange, Hunk } from '../../model.ts';

/** A file as GitHub lists it; the fields we use. */
export interface ListedFile {
  readonly filename: string;
  readonly previous_filename?: string | undefined;
  readonly status: string;
  readonly additions: number;
  readonly deletions: number;
  readonly patch?: string | undefined;
}

/** A listed file, and whether its hunks have to be made from the contents of both sides. */
export interface ReadFile {
  readonly change: FileChange;
  readonly needsContents: boolean;
}

const STATUSES: ReadonlyMap<string, ChangeStatus> = new Map([
  ['added', 'added'],
  ['removed', 'removed'],
  ['modified', 'modified'],
  ['renamed', 'renamed'],
  ['copied', 'copied'],
  ['changed', 'type-changed'],
  ['unchanged', 'modified'],
]);

/**
 * Reads one entry of GitHub's list of files. The patch may be missing (binary, too large, only renamed) or disagree
 * with the counts beside it; then the contents decide.
 */
export function toFileChange(file: ListedFile): ReadFile {
  const status = STATUSES.get(file.status) ?? 'modified';
  const isMoved = status === 'renamed' || status === 'copied';
  const change: FileChange = {
    path: file.filename,
    oldPath: status === 'added' ? null : isMoved ? (file.previous_filename ?? file.filename) : file.filename,
    status,
    similarity: null,
    oldMode: null,
    newMode: null,
    binary: false,
    hunks: [],
    added: file.additions,
    deleted: file.deletions,
    problem: STATUSES.has(file.status) ? null : `GitHub calls its status "${file.status.slice(0, 40)}"`,
  };
  const isSilentMove = isMoved && file.additions + file.deletions === 0;
  if (file.patch === undefined || file.patch === '') return { change, needsContents: !isSilentMove };
  const { hunks, problem } = parseHunks(file.patch);
  if (problem === null && agrees(hunks, file)) return { change: { ...change, hunks }, needsContents: false };
  return {
    change: { ...change, problem: problem ?? 'the patch does not hold all changed lines' },
    needsContents: true,
  };
}

function agrees(hunks: readonly Hunk[], file: ListedFile): boolean {
  const counts = countLines(hunks);
  return counts.added === file.additions && counts.deleted === file.deletions;
}

/** How many lines hunks add and delete. */
export function countLines(hunks: readonly Hunk[]): { readonly added: number; readonly deleted: number } {
  let added = 0;
  let deleted = 0;
  for (const hunk of hunks) {
    for (const line of hunk.lines) {
      if (line.kind === 'add') added += 1;
      else if (line.kind === 'delete') deleted += 1;
    }
  }
  return { added, deleted };
}
