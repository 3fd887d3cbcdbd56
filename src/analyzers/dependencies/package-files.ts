import type { PackageReader } from './locked-package.ts';
import { readComposerLock, readPackageJson, readPackageLock, readPipfileLock } from './read-json-locks.ts';
import {
  readGemfileLock,
  readGoMod,
  readGoSum,
  readGradle,
  readPnpmLock,
  readPom,
  readRequirements,
  readTomlLock,
  readYarnLock,
} from './read-line-locks.ts';

/** A kind of file that names packages. */
export interface PackageFile {
  readonly read: PackageReader;
  /** It says which exact packages are installed; a manifest only what is asked for. */
  readonly isLock: boolean;
}

const lock = (read: PackageReader): PackageFile => ({ read, isLock: true });
const manifest = (read: PackageReader): PackageFile => ({ read, isLock: false });

const BY_NAME: ReadonlyMap<string, PackageFile> = new Map([
  ['package-lock.json', lock(readPackageLock)],
  ['npm-shrinkwrap.json', lock(readPackageLock)],
  ['yarn.lock', lock(readYarnLock)],
  ['pnpm-lock.yaml', lock(readPnpmLock)],
  ['package.json', manifest(readPackageJson)],
  ['Pipfile.lock', lock(readPipfileLock)],
  ['poetry.lock', lock(readTomlLock('PyPI'))],
  ['uv.lock', lock(readTomlLock('PyPI'))],
  ['pdm.lock', lock(readTomlLock('PyPI'))],
  ['go.mod', manifest(readGoMod)],
  ['go.sum', lock(readGoSum)],
  ['pom.xml', manifest(readPom)],
  ['gradle.lockfile', lock(readGradle)],
  ['buildscript-gradle.lockfile', lock(readGradle)],
  ['build.gradle', manifest(readGradle)],
  ['build.gradle.kts', manifest(readGradle)],
  ['Gemfile.lock', lock(readGemfileLock)],
  ['gems.locked', lock(readGemfileLock)],
  ['Cargo.lock', lock(readTomlLock('crates.io'))],
  ['composer.lock', lock(readComposerLock)],
]);
const REQUIREMENTS =
  /^(?:requirements|constraints)(?:[-_.][\w.-]+)?\.(?:txt|in)$|^[\w-]+[-_.]requirements\.txt$/;

/** Folders of code that is not the project's own, or that only tests read. */
const FOREIGN =
  /(?:^|\/)(?:node_modules|vendor|third_party|fixtures?|__fixtures__|testdata|test-data|__snapshots__)\//;

/** How to read the packages of a file, or null when its name says that it names none. */
export function packageFileOf(path: string): PackageFile | null {
  if (FOREIGN.test(path)) return null;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const known = BY_NAME.get(name);
  if (known !== undefined) return known;
  return REQUIREMENTS.test(name) || /(?:^|\/)requirements\/[\w.-]+\.txt$/.test(path)
    ? lock(readRequirements)
    : null;
}
