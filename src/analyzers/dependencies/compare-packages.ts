import type { LockedPackage } from './locked-package.ts';

/** What became of the packages of one file. */
export interface PackageChanges {
  /** Names that were not there before. */
  readonly added: readonly LockedPackage[];
  /** Other versions of names that were there: the newest of the old ones, and the new one. */
  readonly moved: readonly { readonly from: LockedPackage; readonly to: LockedPackage }[];
  /** The same name and version, with something else about it. */
  readonly altered: readonly { readonly from: LockedPackage; readonly to: LockedPackage }[];
  readonly removed: readonly LockedPackage[];
}

/** Compares the packages of a file before and after. A name may stand there in several versions. */
export function comparePackages(
  before: readonly LockedPackage[],
  after: readonly LockedPackage[],
): PackageChanges {
  const old = byName(before);
  const fresh = byName(after);
  const added: LockedPackage[] = [];
  const moved: { from: LockedPackage; to: LockedPackage }[] = [];
  const altered: { from: LockedPackage; to: LockedPackage }[] = [];
  for (const [name, packages] of fresh) {
    const known = old.get(name);
    const seen = new Set<string>();
    for (const one of packages) {
      if (seen.has(one.version)) continue;
      seen.add(one.version);
      const same = known?.find(({ version }) => version === one.version);
      if (known === undefined) added.push(one);
      else if (same !== undefined) altered.push({ from: same, to: one });
      else moved.push({ from: newest(known), to: one });
    }
  }
  const removed = [...old]
    .filter(([name]) => !fresh.has(name))
    .flatMap(([, packages]) => packages.slice(0, 1));
  return { added, moved, altered: altered.filter(differs), removed };
}

function byName(packages: readonly LockedPackage[]): ReadonlyMap<string, readonly LockedPackage[]> {
  const names = new Map<string, LockedPackage[]>();
  for (const one of packages) {
    const list = names.get(one.name);
    if (list === undefined) names.set(one.name, [one]);
    else list.push(one);
  }
  return names;
}

function newest(packages: readonly LockedPackage[]): LockedPackage {
  const [first, ...rest] = packages;
  if (first === undefined) throw new Error('a name without packages');
  return rest.reduce((best, one) => (compareVersions(one.version, best.version) > 0 ? one : best), first);
}

function differs({ from, to }: { from: LockedPackage; to: LockedPackage }): boolean {
  return (
    from.integrity !== to.integrity ||
    from.address !== to.address ||
    from.source !== to.source ||
    from.installScript !== to.installScript ||
    from.licence !== to.licence
  );
}

/**
 * Orders versions by their numbers; a pre-release stands before its release. Good for "older or newer" in every
 * ecosystem, not for ranges.
 */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [parts(one), parts(other)];
  for (let index = 0; index < Math.max(left.numbers.length, right.numbers.length); index += 1) {
    const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.suffix === right.suffix) return 0;
  if (left.suffix === '') return 1;
  if (right.suffix === '') return -1;
  return left.suffix < right.suffix ? -1 : 1;
}

function parts(version: string): { readonly numbers: readonly number[]; readonly suffix: string } {
  const match = /^[v=~^><\s]*(\d{1,15}(?:\.\d{1,15}){0,5})[-.+]?(.{0,100})/.exec(version.slice(0, 200));
  if (match === null) return { numbers: [], suffix: version };
  return { numbers: (match[1] ?? '').split('.').map(Number), suffix: (match[2] ?? '').replace(/\+.*$/, '') };
}
