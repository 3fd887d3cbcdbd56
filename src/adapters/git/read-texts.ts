import { readObjects } from './read-objects.ts';
import { listTree, SUBMODULE_MODE, SYMLINK_MODE } from './read-tree.ts';
import type { Sandbox } from './sandbox.ts';

/** A configuration file is bounded by its reader; this only bounds what is fetched. */
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_FILES = 500;

/** Texts of the regular files at or below paths of a tree. Links and submodules are left out. */
export async function readTexts(
  sandbox: Sandbox,
  tree: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  if (paths.length === 0) return new Map();
  const entries = await listTree(sandbox, tree, paths, signal);
  const files = [...entries]
    .filter(([, { mode }]) => mode !== SYMLINK_MODE && mode !== SUBMODULE_MODE)
    .slice(0, MAX_FILES);
  const names = files.map(([, { sha }]) => sha);
  const contents = await readObjects(sandbox, names, signal, MAX_BYTES);
  const texts = new Map<string, string>();
  for (const [path, { sha }] of files) {
    const content = contents.get(sha);
    if (Buffer.isBuffer(content)) texts.set(path, content.toString('utf8'));
  }
  return texts;
}
