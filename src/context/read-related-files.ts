import { importedNames, moduleNameOf } from '../analyzers/symbols/module-name.ts';
import { isTestPath } from '../diff/is-test-path.ts';
import { isUnsafePath } from '../diff/is-unsafe-path.ts';
import type { FileChange } from '../model.ts';
import type { ChangeSource } from '../ports.ts';
import { chooseRelatedFiles } from './choose-related-files.ts';

/** Bounds of what is read beside the change. */
const MOST_FILES = 60;
const MOST_CHARACTERS = 2 * 1024 * 1024;
const MOST_FILE_CHARACTERS = 300 * 1024;

/** Asked for when the source cannot list its files. */
const USUAL_FILES = ['README.md', 'CHANGELOG.md', 'package.json', 'pyproject.toml'];

/**
 * Reads the unchanged files that analyzers compare the change with, at head: at most 60 files and 2 MB. What is too
 * large or no text is left out: these files are a help, not part of the change.
 *
 * @param headPaths all paths at head, or null when they are not known
 */
export async function readRelatedFiles(
  source: ChangeSource,
  changes: readonly FileChange[],
  headPaths: readonly string[] | null,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const related = new Map<string, string>();
  if (changes.length === 0) return related;
  const changed = changes.map((change) => change.path);
  const choice =
    headPaths === null
      ? { wanted: USUAL_FILES.filter((path) => !changed.includes(path)), otherTests: [] }
      : chooseRelatedFiles(changed, headPaths);
  let characters = 0;
  const wanted = choice.wanted.filter((path) => !isUnsafePath(path));
  const otherTests = choice.otherTests.filter((path) => !isUnsafePath(path));
  if (wanted.length + otherTests.length === 0) return related;
  const blobs = await source.readHead([...wanted, ...otherTests], signal);
  const keep = (paths: readonly string[], isWorthKeeping: (text: string) => boolean) => {
    for (const path of paths) {
      const blob = blobs.get(path);
      if (blob?.kind !== 'text' || blob.text.length > MOST_FILE_CHARACTERS) continue;
      const fits = related.size < MOST_FILES && characters + blob.text.length <= MOST_CHARACTERS;
      if (!fits || !isWorthKeeping(blob.text)) continue;
      characters += blob.text.length;
      related.set(path, blob.text);
    }
  };
  keep(wanted, () => true);
  const modules = new Set(changed.filter((path) => !isTestPath(path)).map(moduleNameOf));
  keep(otherTests, (text) => {
    for (const name of importedNames(text)) if (modules.has(name)) return true;
    return false;
  });
  return related;
}
