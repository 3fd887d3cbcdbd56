/** One entry of git's raw comparison of an index; paths are byte strings. */
export interface IndexEntry {
  readonly oldMode: string;
  readonly newMode: string;
  readonly newSha: string;
  /** A, D, M, T or U (unmerged). */
  readonly status: string;
  readonly path: string;
}

/**
 * Reads the output of `diff-files` and `diff-index` with `--raw -z --no-renames`: per entry
 * `:<mode> <mode> <sha> <sha> <status>` NUL path NUL (git-diff, "raw output format").
 */
export function parseIndexEntries(output: Buffer): readonly IndexEntry[] {
  const fields = output.toString('latin1').split('\0');
  const entries: IndexEntry[] = [];
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [oldMode = '', newMode = '', , newSha = '', status = ''] = (fields[i] ?? '').slice(1).split(' ');
    entries.push({ oldMode, newMode, newSha, status: status.slice(0, 1), path: fields[i + 1] ?? '' });
  }
  return entries;
}
