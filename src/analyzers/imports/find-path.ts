/** Finds the file of the repository that another program means; null when that is not certain. */
export type PathFinder = (location: string) => string | null;

/** What a path is looked up in. */
export interface PathSurroundings {
  /** Every path at head; null when they could not be listed. */
  readonly headPaths: readonly string[] | null;
  readonly changedPaths: readonly string[];
  /** Folders that stand for the root of the repository. */
  readonly roots: readonly string[];
  /** Every location that the same source names: what they have in common may stand for the root. */
  readonly locations: readonly string[];
}

type Parts = readonly string[];

const LONGEST_PATH = 1_000;
/** Below these lies code of others, whatever its path looks like from there on. */
const FOREIGN = new Set(['node_modules', 'site-packages', 'dist-packages', 'vendor', '.venv', 'venv']);

/**
 * Prepares the search. Programs run in containers, in subfolders and under import paths, so a location is taken for a
 * file when, in this order:
 * 1. it is the path of a file, after the root was taken off;
 * 2. it is, after the first folders were taken off that all locations have in common: of an absolute path, or of an
 *    import path such as `example.com/shop/cart.go`;
 * 3. it is the end of exactly one path, and all paths are known.
 * Compared are whole names between slashes, so `b/a.ts` is never taken for `ab/a.ts`.
 */
export function makePathFinder(around: PathSurroundings): PathFinder {
  const known = new Set([...(around.headPaths ?? []), ...around.changedPaths]);
  const roots = rootsOf(around.roots);
  const common = commonFolder([...new Set(around.locations)], roots);
  const answers = new Map<string, string | null>();
  let ends: ReadonlyMap<string, string | null> | undefined;
  const find = (location: string): string | null => {
    const given = partsOf(location);
    if (given === null || given.length === 0) return null;
    const parts = withoutRoot(given, roots);
    const isForeign = parts.length === given.length && /^(?:[/\\]|[A-Za-z]:|[\w-]+\.)/.test(location);
    for (let from = 0; from < parts.length; from += 1) {
      if (from > 0 && !isForeign) break;
      if (from > 0 && !mayDrop(parts[from - 1] ?? '', common[from - 1])) break;
      const path = parts.slice(from).join('/');
      if (known.has(path)) return path;
    }
    if (around.headPaths === null || parts.length < 2) return null;
    ends ??= endsOf(known);
    return ends.get(parts.join('/')) ?? null;
  };
  return (location) => {
    const answer = answers.get(location);
    if (answer !== undefined) return answer;
    const found = find(location);
    answers.set(location, found);
    return found;
  };
}

function mayDrop(name: string, common: string | undefined): boolean {
  return name === common && !FOREIGN.has(name);
}

/** The names of a path, `.` and `..` resolved; null when it leaves its start, is too long or holds a control character. */
function partsOf(location: string): Parts | null {
  if (location.length > LONGEST_PATH || /[\u0000-\u001f\u007f]/.test(location)) return null;
  const parts: string[] = [];
  for (const part of location.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts;
}

function rootsOf(roots: readonly string[]): readonly Parts[] {
  return roots.map((root) => partsOf(root) ?? []).filter((parts) => parts.length > 0);
}

function withoutRoot(parts: Parts, roots: readonly Parts[]): Parts {
  const root = roots.find(
    (one) => one.length < parts.length && one.every((name, at) => isSameName(name, parts[at], at)),
  );
  return root === undefined ? parts : parts.slice(root.length);
}

/** Drive letters are written in either case. */
function isSameName(a: string, b: string | undefined, at: number): boolean {
  return a === b || (at === 0 && /^[A-Za-z]:$/.test(a) && a.toLowerCase() === b?.toLowerCase());
}

/** The folder that all locations lie in, from the root on. */
function commonFolder(locations: readonly string[], roots: readonly Parts[]): Parts {
  let common: Parts | null = null;
  for (const location of locations) {
    const parts = partsOf(location);
    if (parts === null) continue;
    const folder = withoutRoot(parts, roots).slice(0, -1);
    const shared: Parts = common ?? folder;
    let length = 0;
    while (length < shared.length && shared[length] === folder[length]) length += 1;
    common = shared.slice(0, length);
  }
  return common ?? [];
}

/** Every end of two names or more → the one path that has it; null when several have. */
function endsOf(paths: ReadonlySet<string>): ReadonlyMap<string, string | null> {
  const ends = new Map<string, string | null>();
  for (const path of paths) {
    if (path.length > LONGEST_PATH) continue;
    let slash = path.indexOf('/');
    while (slash !== -1) {
      const end = path.slice(slash + 1);
      if (end.includes('/')) ends.set(end, ends.has(end) ? null : path);
      slash = path.indexOf('/', slash + 1);
    }
  }
  return ends;
}
