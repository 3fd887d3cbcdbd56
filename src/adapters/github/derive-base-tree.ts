import type { ChangeSet } from '../../ports.ts';
import type { Tree, TreeEntry } from './read-tree.ts';

/** A comparison lists at most this many files; below it the list is whole (facts: reading the diff). */
const MOST_COMPARED = 300;

/**
 * The tree of the merge base, made from the tree at head and the change between the two: what is not in the change is
 * the same on both sides. Saves a request. An entry that was changed has an empty `sha`: only its path and kind are
 * known. Contents are still read from the base commit alone (R10).
 * @returns null when the change does not say enough: it may not be listed whole, something was removed, renamed or
 * became another kind of file, or a submodule moved
 */
export function deriveBaseTree(head: Tree, { files, unreadable }: ChangeSet): Tree {
  if (head === null || unreadable.length > 0 || files.length >= MOST_COMPARED) return null;
  const base = new Map<string, TreeEntry>(head);
  for (const { path, status, problem } of files) {
    const entry = head.get(path);
    if (entry === undefined || (problem !== null && status !== 'added')) return null;
    // Changed configuration is worth its own look: a link there must be seen as one.
    if (status !== 'added' && path.startsWith('.github/')) return null;
    if (status === 'added') base.delete(path);
    else if (status === 'modified' && entry.mode.startsWith('1') && entry.mode !== '160000')
      base.set(path, { mode: entry.mode, sha: '' });
    else return null;
  }
  return base;
}
