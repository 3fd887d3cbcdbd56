import { isUnsafePath } from '../../diff/is-unsafe-path.ts';
import type { Blob } from '../../model.ts';
import { blobOf, readObjects } from './read-objects.ts';
import type { Sandbox } from './sandbox.ts';

/** Windows refuses command lines of more than 32,767 characters (CreateProcess). */
const MAX_ARGUMENTS = 24_000;

export const SYMLINK_MODE = '120000';
export const SUBMODULE_MODE = '160000';

/** What stands at a path of a tree. */
export interface TreeEntry {
  readonly mode: string;
  readonly sha: string;
}

/** Contents at paths of a tree; the entries that are known already are not looked up again. */
export async function readTree(
  sandbox: Sandbox,
  tree: string,
  paths: readonly string[],
  known: ReadonlyMap<string, TreeEntry>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Blob>> {
  const unknown = paths.filter((path) => !known.has(path) && !isUnsafePath(path));
  const found = await findEntries(sandbox, tree, unknown, signal);
  const entries = new Map<string, TreeEntry>();
  for (const path of paths) {
    const entry = known.get(path) ?? found.get(path);
    if (entry !== undefined) entries.set(path, entry);
  }
  const wanted = [...entries.values()]
    .filter((entry) => entry.mode !== SUBMODULE_MODE)
    .map((entry) => entry.sha);
  const contents = await readObjects(sandbox, wanted, signal);
  return new Map(
    paths.map((path): [string, Blob] => {
      const entry = entries.get(path);
      if (entry === undefined) return [path, { kind: 'missing' }];
      if (entry.mode === SUBMODULE_MODE) return [path, { kind: 'submodule', commit: entry.sha }];
      const content = contents.get(entry.sha);
      if (entry.mode === SYMLINK_MODE && Buffer.isBuffer(content)) {
        return [path, { kind: 'symlink', target: content.toString('utf8') }];
      }
      return [path, blobOf(content)];
    }),
  );
}

/** Entries of a tree at exactly these paths; folders and absent paths have none. */
async function findEntries(
  sandbox: Sandbox,
  tree: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, TreeEntry>> {
  const found = new Map<string, TreeEntry>();
  for (const portion of portionsOf(paths)) {
    const listed = await sandbox.output(['ls-tree', '-z', '--full-tree', tree, '--', ...portion], { signal });
    for (const [path, entry] of parseTreeEntries(listed)) found.set(path, entry);
  }
  return found;
}

/** All files below the given paths of a tree, or of the whole tree when none are given. */
export async function listTree(
  sandbox: Sandbox,
  tree: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, TreeEntry>> {
  const below = paths.length === 0 ? [] : ['--', ...paths];
  const listed = await sandbox.output(['ls-tree', '-r', '-z', '--full-tree', tree, ...below], { signal });
  return new Map(parseTreeEntries(listed));
}

/** Parses `<mode> <type> <sha>` TAB path NUL. Folders are left out. */
function parseTreeEntries(listed: Buffer): [string, TreeEntry][] {
  const entries: [string, TreeEntry][] = [];
  for (const record of listed.toString('utf8').split('\0')) {
    const tab = record.indexOf('\t');
    if (tab < 0) continue;
    const [mode = '', type = '', sha = ''] = record.slice(0, tab).split(' ');
    if (type !== 'tree') entries.push([record.slice(tab + 1), { mode, sha }]);
  }
  return entries;
}

function* portionsOf(paths: readonly string[]): Generator<readonly string[]> {
  let portion: string[] = [];
  let size = 0;
  for (const path of paths) {
    if (size + path.length > MAX_ARGUMENTS && portion.length > 0) {
      yield portion;
      portion = [];
      size = 0;
    }
    portion.push(path);
    size += path.length + 3;
  }
  if (portion.length > 0) yield portion;
}
