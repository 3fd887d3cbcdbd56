import { LINTER_FILES } from '../analyzers/linters/find-linters.ts';
import { moduleNameOf, testedNameOf } from '../analyzers/symbols/module-name.ts';
import { isTestPath } from '../diff/is-test-path.ts';

/** Files to read beside the change, each list best first. */
export interface RelatedChoice {
  /** Manifests, configurations of linters, READMEs, change logs, documents, and tests whose name says what they test. */
  readonly wanted: readonly string[];
  /** Further tests, nearest first: worth keeping when they import a changed file. */
  readonly otherTests: readonly string[];
}

/** At most this many of each kind, so that a folder of documents does not crowd out the tests. */
const MOST = {
  manifests: 6,
  linters: 6,
  readmes: 8,
  changelogs: 2,
  documents: 12,
  tests: 24,
  otherTests: 200,
};

const MANIFEST = /^(?:package\.json|pyproject\.toml|\.env\.(?:example|sample))$/;
const README = /^readme(?:\.(?:md|markdown|rst|txt|adoc))?$/i;
const CHANGELOG = /^(?:changelog|changes|history)(?:\.(?:md|rst|txt))?$/i;
const DOCUMENT = /^(?:docs?|documentation)\/.*\.(?:md|mdx|rst)$/i;
const CODE = /\.(?:[cm]?[jt]sx?|py|rb|go|java|kts?|cs|php|rs|swift|scala|vue|svelte)$/;

/**
 * Chooses which unchanged files a review is given for comparison.
 *
 * @param changed paths of the change
 * @param headPaths all paths at head
 */
export function chooseRelatedFiles(changed: readonly string[], headPaths: readonly string[]): RelatedChoice {
  const isChanged = new Set(changed);
  const folders = foldersAbove(changed);
  const code = changed.filter((path) => CODE.test(path) && !isTestPath(path));
  const modules = new Set(code.map(moduleNameOf));
  const kinds = {
    manifests: [] as string[],
    linters: [] as string[],
    readmes: [] as string[],
    changelogs: [] as string[],
    documents: [] as string[],
    tests: [] as string[],
    otherTests: [] as string[],
  };
  for (const path of headPaths) {
    if (isChanged.has(path)) continue;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const isAbove = folders.has(folderOf(path));
    if (isAbove && MANIFEST.test(name)) kinds.manifests.push(path);
    else if (isAbove && LINTER_FILES.test(name)) kinds.linters.push(path);
    else if (isAbove && README.test(name)) kinds.readmes.push(path);
    else if (isAbove && CHANGELOG.test(name)) kinds.changelogs.push(path);
    else if (DOCUMENT.test(path)) kinds.documents.push(path);
    else if (modules.size > 0 && CODE.test(name) && isTestPath(path)) {
      (modules.has(testedNameOf(path)) ? kinds.tests : kinds.otherTests).push(path);
    }
  }
  const best = (kind: keyof typeof kinds) =>
    sortBy(kinds[kind], kind === 'tests' || kind === 'otherTests' ? nearness(code) : depthOf).slice(
      0,
      MOST[kind],
    );
  return {
    wanted: [
      ...best('manifests'),
      ...best('linters'),
      ...best('readmes'),
      ...best('changelogs'),
      ...best('tests'),
      ...best('documents'),
    ],
    otherTests: best('otherTests'),
  };
}

/** All folders that hold a changed file, at any depth; the root is the empty string. */
function foldersAbove(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set(['']);
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder)) {
      folders.add(folder);
    }
  }
  return folders;
}

function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? '' : path.slice(0, end);
}

function depthOf(path: string): number {
  return path.split('/').length;
}

/** How far a test stands from the changed code: parts of its path that no changed file's folder has. */
function nearness(code: readonly string[]): (path: string) => number {
  const parts = new Set(code.flatMap((path) => folderOf(path).split('/')));
  return (path) => {
    const own = folderOf(path).split('/');
    return own.filter((part) => !parts.has(part)).length * 2 - own.filter((part) => parts.has(part)).length;
  };
}

/** Sorted by a number, then by path, so that the order never depends on the source. */
function sortBy(paths: readonly string[], keyOf: (path: string) => number): readonly string[] {
  return paths
    .map((path) => ({ path, key: keyOf(path) }))
    .sort((left, right) => left.key - right.key || (left.path < right.path ? -1 : 1))
    .map(({ path }) => path);
}
