import { detectLanguage } from '../diff/detect-language.ts';
import { isUnsafePath } from '../diff/is-unsafe-path.ts';
import { sparseText } from '../diff/sparse-text.ts';
import { messageOf } from '../errors.ts';
import type { Blob, ChangedFile, FileChange, PathReason } from '../model.ts';
import type { ChangeSource } from '../ports.ts';

/** GitHub lists at most this many files of a pull request (REST, "List pull requests files"). */
export const MOST_FILES = 3_000;

/** Files whose contents are asked for at once. */
const BATCH = 1_000;

/** Characters of contents that are kept in all, both sides; keeps a hostile change from filling the memory. */
const MOST_CHARACTERS = 200 * 1024 * 1024;

const UNSAFE =
  'its path is not safe to open: it is absolute, leaves the repository, points into .git, or holds a control character';

const MISSING: Blob = { kind: 'missing' };
const BINARY: Blob = { kind: 'binary' };

/** Reads changed files on both sides, in the order of the change. */
export async function readChangedFiles(
  source: ChangeSource,
  changes: readonly FileChange[],
  signal: AbortSignal,
): Promise<{ readonly files: readonly ChangedFile[]; readonly unreadable: readonly PathReason[] }> {
  const files: ChangedFile[] = [];
  const unreadable: PathReason[] = [];
  const safe: FileChange[] = [];
  for (const change of changes) {
    const isUnsafe = isUnsafePath(change.path) || (change.oldPath !== null && isUnsafePath(change.oldPath));
    if (isUnsafe) unreadable.push({ path: change.path, reason: UNSAFE });
    else if (safe.length < MOST_FILES) safe.push(change);
    else {
      const reason = `it is beyond the first ${MOST_FILES.toLocaleString('en')} changed files and was not read`;
      unreadable.push({ path: change.path, reason });
    }
  }
  let characters = 0;
  for (let start = 0; start < safe.length; start += BATCH) {
    signal.throwIfAborted();
    const batch = safe.slice(start, start + BATCH);
    const [heads, bases] = await Promise.all([
      source.readHead(
        batch.filter(hasHead).map((change) => change.path),
        signal,
      ),
      source.readBase(
        batch.filter(hasBase).map((change) => change.oldPath ?? change.path),
        signal,
      ),
    ]);
    for (const change of batch) {
      const head = sideOf(change, hasHead(change) ? heads.get(change.path) : MISSING);
      const base = sideOf(change, hasBase(change) ? bases.get(change.oldPath ?? change.path) : MISSING);
      characters += lengthOf(head) + lengthOf(base);
      if (characters <= MOST_CHARACTERS) files.push(makeChangedFile(change, head, base));
      else
        unreadable.push({
          path: change.path,
          reason: 'the change is larger than 200 MB in all; it was not read',
        });
    }
  }
  return { files, unreadable };
}

/** Whether there is content to ask for. What is known to be binary is not read. */
function hasHead(change: FileChange): boolean {
  return change.status !== 'removed' && !change.binary;
}

function hasBase(change: FileChange): boolean {
  return change.oldPath !== null && change.status !== 'added' && !change.binary;
}

function sideOf(change: FileChange, blob: Blob | undefined): Blob {
  if (change.binary) return BINARY;
  return blob ?? MISSING;
}

function lengthOf(blob: Blob): number {
  return blob.kind === 'text' ? blob.text.length : 0;
}

function makeChangedFile(change: FileChange, head: Blob, base: Blob): ChangedFile {
  const isPartial = head.kind === 'missing' && hasHead(change) && change.hunks.length > 0;
  const blob = isPartial && change.problem === null ? rebuild(change) : head;
  const text = blob.kind === 'text' ? blob.text : base.kind === 'text' ? base.text : undefined;
  return {
    path: change.path,
    change,
    head: blob,
    base,
    partial: isPartial && blob.kind === 'text',
    language: detectLanguage(change.path, text?.slice(0, 300).split('\n', 1)[0]),
  };
}

/** The new side as far as the hunks show it. */
function rebuild(change: FileChange): Blob {
  try {
    const text = sparseText(change.hunks);
    return { kind: 'text', text, undecodable: text.includes('\ufffd') };
  } catch (error) {
    return { kind: 'unreadable', reason: messageOf(error) };
  }
}
