import { resolve } from 'node:path';
import type { PathReason } from '../../model.ts';
import { parseIndexEntries } from './index-entries.ts';
import type { Repository } from './repository.ts';
import { textOfBytes } from './safe-files.ts';
import type { Sandbox } from './sandbox.ts';

/** A state of the files as a tree that git can compare and read. */
export interface Snapshot {
  /** A tree or a commit. */
  readonly tree: string;
  readonly unreadable: readonly PathReason[];
}

const REMOVED_MODE = '0';

/**
 * The index as a tree: the tree of `base` with everything staged laid over. Unmerged files are reported and stay as they
 * are in `base`.
 *
 * @param base tree or commit that the index is compared with
 */
export async function snapshotIndex(
  repository: Repository,
  sandbox: Sandbox,
  base: string,
  signal: AbortSignal,
): Promise<Snapshot> {
  const listed = await sandbox.output(
    [
      'diff-index',
      '--cached',
      '--raw',
      '-z',
      '--no-renames',
      '--full-index',
      '--ignore-submodules=dirty',
      base,
    ],
    { signal, index: indexOf(repository) },
  );
  const unreadable: PathReason[] = [];
  const lines: string[] = [];
  const unmerged = new Set<string>();
  const entries = parseIndexEntries(listed);
  for (const { status, path } of entries) {
    if (status !== 'U' || unmerged.has(path)) continue;
    unmerged.add(path);
    unreadable.push({
      path: textOfBytes(path),
      reason: 'it has an unresolved merge conflict in the index; resolve it and `git add` the file',
    });
  }
  for (const { status, newMode, newSha, path } of entries) {
    if (unmerged.has(path)) continue;
    const removed = status === 'D';
    lines.push(`${removed ? REMOVED_MODE : newMode} ${newSha}\t${path}\0`);
  }
  if (lines.length === 0) return { tree: base, unreadable };
  const tree = await writeTree(sandbox, base, lines, signal);
  return { tree, unreadable };
}

/** A commit hook sees the index that is being committed through GIT_INDEX_FILE (githooks, pre-commit). */
function indexOf(repository: Repository): string {
  const named = repository.environment.GIT_INDEX_FILE;
  const root = repository.workingTree ?? repository.gitDirectory;
  return named === undefined || named === '' ? repository.index : resolve(root, named);
}

async function writeTree(
  sandbox: Sandbox,
  base: string,
  lines: readonly string[],
  signal: AbortSignal,
): Promise<string> {
  const index = `${sandbox.directory}/index-staged`;
  await sandbox.output(['read-tree', base], { signal, index });
  const input = Buffer.from(lines.join(''), 'latin1');
  await sandbox.output(['update-index', '-z', '--index-info'], { signal, index, input });
  // A blob may be absent in a partial clone; that is noticed, with advice, when it is read.
  const written = await sandbox.output(['write-tree', '--missing-ok'], { signal, index });
  return written.toString('latin1').trim();
}
