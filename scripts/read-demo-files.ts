import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoFiles } from '../src/entry/demo/demo-files.ts';

/** Reads both sides of the demo repository. @param root folder of the repository */
export function readDemoFiles(root: string): DemoFiles {
  return {
    before: readSide(join(root, 'examples', 'demo', 'before')),
    after: readSide(join(root, 'examples', 'demo', 'after')),
  };
}

function readSide(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
  );
}
