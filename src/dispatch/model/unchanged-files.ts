import { findSecrets } from '../../analyzers/secrets/find-secrets.ts';
import { maskSecrets } from '../../analyzers/secrets/mask-secrets.ts';
import { compileGlobs } from '../../config/compile-glob.ts';
import { isTestPath } from '../../diff/is-test-path.ts';
import { messageOf } from '../../errors.ts';
import type { Log } from '../../ports.ts';

/** An unchanged file near the change, as models may see it. */
export interface UnchangedFile {
  readonly path: string;
  readonly kind: 'tests' | 'docs';
  /** Secrets replaced; numbered as in the file. */
  readonly lines: readonly string[];
}

const DOCUMENT = /\.(?:mdx?|markdown|rst|adoc)$|(?:^|\/)(?:docs?|documentation)\/.*\.txt$|(?:^|\/)readme$/i;

/**
 * The tests and documents among the files that were read beside the change, without those that are never sent, sorted
 * by path. A file whose secrets cannot be looked for is left out.
 */
export async function readUnchangedFiles(
  related: ReadonlyMap<string, string>,
  neverSend: readonly string[],
  log: Log,
): Promise<readonly UnchangedFile[]> {
  const isHeldBack = neverSend.length === 0 ? () => false : compileGlobs(neverSend);
  const files: UnchangedFile[] = [];
  for (const [path, text] of [...related].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kind = isTestPath(path) ? 'tests' : DOCUMENT.test(path) ? 'docs' : null;
    if (kind === null || isHeldBack(path)) continue;
    try {
      files.push({ path, kind, lines: maskSecrets(text, await findSecrets(text)).split('\n') });
    } catch (error) {
      log.warn('an unchanged file is not shown to models: its secrets could not be looked for', {
        path,
        why: messageOf(error),
      });
    }
  }
  return files;
}
