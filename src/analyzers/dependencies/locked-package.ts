/** Package indexes, by the names that OSV gives them. */
export type Ecosystem = 'npm' | 'PyPI' | 'Go' | 'Maven' | 'RubyGems' | 'crates.io' | 'Packagist';

/** Where a package comes from. */
export type SourceKind = 'registry' | 'git' | 'url' | 'path';

/** One package as a lock file or manifest names it. Texts that the file does not say are empty. */
export interface LockedPackage {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  /** The exact version, or what is asked for when the file gives a range. */
  readonly version: string;
  /** The version is exact. */
  readonly exact: boolean;
  /** 1-based line that names it. */
  readonly line: number;
  readonly source: SourceKind;
  /** Address it is fetched from. */
  readonly address: string;
  readonly integrity: string;
  readonly licence: string;
  /** It runs a program of its own when it is installed. */
  readonly installScript: boolean;
}

/** Makes a package of what is known; the rest is empty. */
export function makePackage(
  known: Pick<LockedPackage, 'ecosystem' | 'name' | 'version' | 'line'> & Partial<LockedPackage>,
): LockedPackage {
  const address = known.address ?? '';
  return {
    exact: true,
    integrity: '',
    licence: '',
    installScript: false,
    source: sourceOf(address),
    ...known,
    address,
  };
}

/** The kind of source that an address or specifier names. */
export function sourceOf(address: string): SourceKind {
  if (/^(?:git\+|git:|git@|ssh:|github:|gitlab:|bitbucket:)|\.git(?:#|$)|^git$/.test(address)) return 'git';
  if (/^(?:file:|link:|workspace:|portal:|\.\.?\/|\/)/.test(address)) return 'path';
  if (/^https?:\/\/(?:codeload\.)?github\.com\//.test(address)) return 'git';
  return 'registry';
}

/** Reads one kind of file. Never throws; what it does not understand it leaves out. */
export type PackageReader = (text: string) => readonly LockedPackage[];
