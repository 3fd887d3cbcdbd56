import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryFolder } from '../adapters/git/temporary-repository.ts';
import { DIST } from '../cli/run-cli.ts';

/** A folder with `dist` and the packages, and nothing else of the repository. */
export function installApp(): string {
  const folder = temporaryFolder();
  cpSync(DIST, join(folder, 'dist'), { recursive: true });
  symlinkSync(join(DIST, '..', 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** Every Node on the path that we support, and the one that runs the tests: one of each version. */
export function nodes(): readonly (readonly [version: string, path: string])[] {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path));
  const versions = new Map<string, string>();
  for (const path of [...found, process.execPath]) {
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim();
    const [, major = '0'] = /^v(\d+)\./.exec(version) ?? [];
    if (Number(major) >= 20 && !versions.has(version)) versions.set(version, path);
  }
  return [...versions];
}
