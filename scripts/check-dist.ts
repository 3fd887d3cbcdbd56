import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDist } from './build.ts';

const ROOT = join(import.meta.dirname, '..');

/**
 * Compares two folders byte by byte.
 * @returns a sentence per file that is missing, extra or different; empty when they are equal
 */
export function compareFolders(expected: string, actual: string): readonly string[] {
  const left = filesIn(expected);
  const right = new Set(filesIn(actual));
  const problems = left.flatMap((file) => {
    if (!right.delete(file)) return [`${file} is missing`];
    const same = readFileSync(join(expected, file)).equals(readFileSync(join(actual, file)));
    return same ? [] : [`${file} differs`];
  });
  return [...problems, ...[...right].map((file) => `${file} is not made by the build`)].sort();
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Builds into an empty folder elsewhere and compares it with `dist/`. */
export async function checkDist(): Promise<readonly string[]> {
  const fresh = mkdtempSync(join(tmpdir(), 'multi-agent-review-dist-'));
  try {
    await buildDist(fresh);
    return compareFolders(fresh, join(ROOT, 'dist'));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const problems = await checkDist();
  for (const problem of problems) console.error(`dist/${problem}`);
  if (problems.length > 0) {
    console.error('dist/ does not match the source. Run "npm run build" and commit dist/.');
    process.exitCode = 1;
  } else console.log('dist/ matches the source');
}
