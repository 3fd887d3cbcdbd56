import { type JsonEntry, type JsonValue, jsonOf } from './json-with-lines.ts';
import { type LockedPackage, makePackage, sourceOf } from './locked-package.ts';

/** package-lock.json and npm-shrinkwrap.json, versions 1 to 3. */
export function readPackageLock(text: string): readonly LockedPackage[] {
  const root = jsonOf(text);
  const found: LockedPackage[] = [];
  for (const entry of root.get('packages')?.entries ?? []) {
    const marker = entry.key.lastIndexOf('node_modules/');
    if (marker === -1 || entry.value.flag('link')) continue;
    const name = entry.value.text('name') || entry.key.slice(marker + 'node_modules/'.length);
    found.push(npmPackage(name, entry));
  }
  if (found.length > 0) return found;
  // Version 1 nests; the stack is ours, so depth costs nothing.
  const open = [...(root.get('dependencies')?.entries ?? [])];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    found.push(npmPackage(entry.key, entry));
    open.push(...(entry.value.get('dependencies')?.entries ?? []));
  }
  return found.sort((one, other) => one.line - other.line);
}

function npmPackage(name: string, { value, line }: JsonEntry): LockedPackage {
  const version = value.text('version');
  const address = value.text('resolved') || (/^[a-z+]+:/.test(version) ? version : '');
  return makePackage({
    ecosystem: 'npm',
    name,
    version,
    line,
    address,
    integrity: value.text('integrity'),
    licence: value.text('license'),
    installScript: value.flag('hasInstallScript'),
  });
}

/** composer.lock. */
export function readComposerLock(text: string): readonly LockedPackage[] {
  const root = jsonOf(text);
  return ['packages', 'packages-dev'].flatMap((section) =>
    (root.get(section)?.items ?? []).map((value) => {
      const dist = value.get('dist');
      const licences = value.get('license')?.items ?? [];
      return makePackage({
        ecosystem: 'Packagist',
        name: value.text('name'),
        version: value.text('version').replace(/^v(?=\d)/, ''),
        line: value.lineOf('name'),
        // Composer takes packages from forges by archive; only an entry without one is cloned.
        source: dist === null && value.get('source')?.text('type') === 'git' ? 'git' : 'registry',
        address: dist?.text('url') ?? value.get('source')?.text('url') ?? '',
        integrity: dist?.text('shasum') ?? '',
        licence: licences.map((licence) => licence.own).join(' OR '),
      });
    }),
  );
}

/** Pipfile.lock. */
export function readPipfileLock(text: string): readonly LockedPackage[] {
  const root = jsonOf(text);
  return ['default', 'develop'].flatMap((section) =>
    (root.get(section)?.entries ?? []).map(({ key, value, line }) =>
      makePackage({
        ecosystem: 'PyPI',
        name: key,
        version: value.text('version').replace(/^==/, ''),
        line,
        source: value.text('git') === '' ? 'registry' : 'git',
        address: value.text('git'),
        integrity: hashes(value.get('hashes')),
      }),
    ),
  );
}

function hashes(value: JsonValue | null): string {
  return (value?.items ?? []).map((one) => one.own).join(' ');
}

const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** What package.json asks for: ranges, not versions. */
export function readPackageJson(text: string): readonly LockedPackage[] {
  const root = jsonOf(text);
  return SECTIONS.flatMap((section) =>
    (root.get(section)?.entries ?? []).map(({ key, value, line }) => {
      const isAddress = sourceOf(value.own) !== 'registry' || /^https?:/.test(value.own);
      const isShort = /^[\w.-]+\/[\w.-]+(?:#.*)?$/.test(value.own);
      return makePackage({
        ecosystem: 'npm',
        name: key,
        version: isAddress || isShort ? '' : value.own,
        exact: false,
        line,
        address: isAddress || isShort ? value.own : '',
        ...(isShort ? { source: 'git' as const } : {}),
      });
    }),
  );
}

/** The scripts that npm runs by itself when a package is installed or prepared. */
const LIFECYCLE = new Set([
  'preinstall',
  'install',
  'postinstall',
  'prepare',
  'prepublish',
  'preprepare',
  'postprepare',
]);

/** Lifecycle scripts of a package.json: name, command and line. */
export function lifecycleScripts(
  text: string,
): readonly { readonly name: string; readonly command: string; readonly line: number }[] {
  return (jsonOf(text).get('scripts')?.entries ?? [])
    .filter(({ key }) => LIFECYCLE.has(key))
    .map(({ key, value, line }) => ({ name: key, command: value.own, line }));
}
