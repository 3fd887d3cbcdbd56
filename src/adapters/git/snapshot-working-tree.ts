import { copyFile, stat, utimes } from 'node:fs/promises';
import type { PathReason } from '../../model.ts';
import { ifPresent } from './if-present.ts';
import { parseIndexEntries } from './index-entries.ts';
import type { Repository } from './repository.ts';
import { SafeFiles, textOfBytes } from './safe-files.ts';
import type { Sandbox } from './sandbox.ts';
import type { Snapshot } from './snapshot-index.ts';

/** Bounds on what is taken up from the working tree. */
const MAX_UNTRACKED = 3_000;
const MAX_FILE_BYTES = 64 * 1024 * 1024;
const MAX_TOTAL_BYTES = 256 * 1024 * 1024;

/**
 * Files above this size go into one pack, in a stream, and not each into a file of its own (git-config,
 * `core.bigFileThreshold`): measured with 3,000 files, 0.4 s in place of 3.2 s. Only for writing: such files would show
 * as binary in a diff.
 */
const ONE_PACK = ['-c', 'core.bigFileThreshold=1'];

/** The paths to take over into the snapshot, and those that cannot be. */
interface Sorted {
  readonly removed: readonly string[];
  readonly present: readonly string[];
  readonly unreadable: readonly PathReason[];
}

/**
 * The working tree as a tree: the index with everything laid over that is modified, deleted, or untracked and not
 * ignored. Files are read by git in the sandbox, where no filter exists; links are stored as links, and folders that
 * have become links are not entered.
 */
export async function snapshotWorkingTree(
  repository: Repository,
  sandbox: Sandbox,
  signal: AbortSignal,
): Promise<Snapshot> {
  const real = { signal, index: repository.index };
  const [modified, untracked] = await Promise.all([
    sandbox.output(
      // `dirty`: git would otherwise start `git status` inside each submodule, with that submodule's configuration.
      ['diff-files', '--raw', '-z', '--no-renames', '--full-index', '--ignore-submodules=dirty'],
      real,
    ),
    sandbox.output(['ls-files', '--others', '--exclude-standard', '-z'], real),
  ]);
  const tracked = [...new Set(parseIndexEntries(modified).map((entry) => entry.path))];
  const others = untracked
    .toString('latin1')
    .split('\0')
    .filter((path) => path !== '');
  const sorted = await sortPaths(repository.workingTree ?? '', tracked, others);
  return { tree: await writeTree(repository, sandbox, sorted, signal), unreadable: sorted.unreadable };
}

async function sortPaths(
  root: string,
  tracked: readonly string[],
  others: readonly string[],
): Promise<Sorted> {
  const files = new SafeFiles(root);
  const removed: string[] = [];
  const present: string[] = [];
  const unreadable: PathReason[] = [];
  let total = 0;
  const refuse = (path: string, reason: string) => unreadable.push({ path: textOfBytes(path), reason });
  for (const path of [...tracked, ...others.slice(0, MAX_UNTRACKED)]) {
    const standing = await files.examine(path.replace(/\/$/, ''));
    if (standing.kind === 'missing' || standing.kind === 'beyond-link') removed.push(path);
    else if (standing.kind === 'refused') refuse(path, standing.reason);
    else if (path.endsWith('/'))
      refuse(path, 'an untracked git repository inside the working tree; its files are not part of this one');
    else if (standing.kind !== 'file') present.push(path);
    else if (standing.size > MAX_FILE_BYTES)
      refuse(path, 'an uncommitted file larger than 64 MB; it was not read');
    else if (total + standing.size > MAX_TOTAL_BYTES)
      refuse(path, 'the uncommitted files are larger than 256 MB in all; it was not read');
    else if (!(await files.isReadable(path))) refuse(path, 'the file may not be read (permission denied)');
    else {
      total += standing.size;
      present.push(path);
    }
  }
  const left = others.length - MAX_UNTRACKED;
  if (left > 0) {
    refuse(
      others[MAX_UNTRACKED] ?? '',
      `one of ${left} untracked files beyond the first ${MAX_UNTRACKED}; ignore what does not belong to the change in .gitignore`,
    );
  }
  return { removed, present, unreadable };
}

async function writeTree(
  repository: Repository,
  sandbox: Sandbox,
  sorted: Sorted,
  signal: AbortSignal,
): Promise<string> {
  const index = `${sandbox.directory}/index-working`;
  await copyIndex(repository.index, index);
  const zeros = '0'.repeat(repository.objectFormat === 'sha256' ? 64 : 40);
  if (sorted.removed.length > 0) {
    const input = Buffer.from(sorted.removed.map((path) => `0 ${zeros}\t${path}\0`).join(''), 'latin1');
    await sandbox.output(['update-index', '-z', '--index-info'], { signal, index, input });
  }
  if (sorted.present.length > 0) {
    const input = Buffer.from(sorted.present.map((path) => `${path}\0`).join(''), 'latin1');
    await sandbox.output([...ONE_PACK, 'update-index', '--add', '--replace', '-z', '--stdin'], {
      signal,
      index,
      input,
    });
  }
  const written = await sandbox.output(['write-tree', '--missing-ok'], { signal, index });
  return written.toString('latin1').trim();
}

/**
 * Git trusts an entry whose file is older than the index (racy-git, "the index file's own timestamp"), so a copy must
 * not look newer than its original: its time is the original's, rounded down.
 */
async function copyIndex(from: string, to: string): Promise<void> {
  const original = await ifPresent(from, stat(from));
  // The repository has no index before the first `git add`.
  if (original === null) return;
  await copyFile(from, to);
  const seconds = Math.floor(original.mtimeMs / 1000);
  await utimes(to, seconds, seconds);
}
