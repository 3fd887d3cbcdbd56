import { parsePatch } from '../../diff/parse-patch.ts';
import { parseRawEntries, type RawEntry } from '../../diff/parse-raw.ts';
import type { FileChange, PathReason } from '../../model.ts';
import type { Sandbox } from './sandbox.ts';

/** Beyond this many new or deleted files git pairs only identical ones as renames; keeps the search under seconds. */
const RENAME_LIMIT = 500;

/** What two trees differ in. */
export interface TreeDifference {
  readonly files: readonly FileChange[];
  readonly unreadable: readonly PathReason[];
  /** Git's own list: modes and object names of both sides. */
  readonly entries: readonly RawEntry[];
}

/**
 * Compares two trees. Names come from the raw list, hunks from the patch, both of the same run.
 *
 * @param base tree or commit
 * @param head tree or commit
 * @throws ReviewError `git-failed`
 */
export async function diffTrees(
  sandbox: Sandbox,
  base: string,
  head: string,
  signal: AbortSignal,
): Promise<TreeDifference> {
  const output = await sandbox.output(
    [
      'diff-tree',
      '-r',
      '--raw',
      '-z',
      '--patch',
      '--full-index',
      '--abbrev=64',
      '--find-renames',
      `-l${RENAME_LIMIT}`,
      '--no-ext-diff',
      '--no-textconv',
      '--no-color',
      '--submodule=short',
      '--ignore-submodules=none',
      '--src-prefix=a/',
      '--dst-prefix=b/',
      '--unified=3',
      '--inter-hunk-context=0',
      '--diff-algorithm=histogram',
      '--end-of-options',
      base,
      head,
    ],
    { signal },
  );
  const end = endOfRaw(output);
  const entries = parseRawEntries(output.subarray(0, end));
  // One NUL stands between the list and the patch.
  const parsed = parsePatch(output.subarray(Math.min(end + 1, output.length)), { entries });
  return {
    files: parsed.files,
    unreadable: parsed.problems.map(({ path, reason }) => ({ path: path ?? '(unknown file)', reason })),
    entries,
  };
}

const COLON = 0x3a;

/** Offset behind the last raw record: each begins with a colon, and what follows is a NUL. */
function endOfRaw(output: Buffer): number {
  let position = 0;
  while (output[position] === COLON) {
    const metaEnd = output.indexOf(0, position);
    if (metaEnd < 0) return output.length;
    const paths = isPair(output, position, metaEnd) ? 2 : 1;
    position = metaEnd + 1;
    for (let i = 0; i < paths; i++) {
      const next = output.indexOf(0, position);
      if (next < 0) return output.length;
      position = next + 1;
    }
  }
  return position;
}

/** A rename or copy has two paths; its status letter is the last word, such as `R087`. */
function isPair(output: Buffer, from: number, to: number): boolean {
  const letter = output[output.lastIndexOf(0x20, to - 1) + 1];
  return to > from && (letter === 0x52 || letter === 0x43);
}
