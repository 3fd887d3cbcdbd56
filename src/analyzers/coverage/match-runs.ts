import type { BranchRuns, FileRuns, PullRequestContext } from '../../model.ts';
import type { AnalyzedFile } from '../analyzer.ts';
import { makePathFinder } from '../imports/find-path.ts';

/** What the coverage profiles say of the files of a change. */
export interface MatchedRuns {
  /** Path at head → its counts, those of several profiles put together. */
  readonly byPath: ReadonlyMap<string, FileRuns>;
  /** Files of which a profile names lines that they do not have: it was made from another version. */
  readonly stale: readonly string[];
}

/** Finds the changed files in the coverage profiles; null when there is no profile. */
export function matchRuns(context: PullRequestContext, files: readonly AnalyzedFile[]): MatchedRuns | null {
  const { imports, headPaths } = context;
  if (imports === undefined || !imports.hasProfile) return null;
  const findPath = makePathFinder({
    headPaths,
    changedPaths: context.files.map((file) => file.path),
    roots: imports.roots,
    locations: imports.runs.map((one) => one.location),
  });
  const wanted = new Map(files.map((file) => [file.file.path, file]));
  const byPath = new Map<string, FileRuns>();
  const stale = new Set<string>();
  for (const runs of imports.runs) {
    const path = findPath(runs.location);
    const file = path === null ? undefined : wanted.get(path);
    if (path === null || file === undefined) continue;
    if (reachesBeyond(runs, file)) stale.add(path);
    else byPath.set(path, together(byPath.get(path), runs));
  }
  for (const path of stale) byPath.delete(path);
  return { byPath, stale: [...stale].sort() };
}

function reachesBeyond({ lines }: FileRuns, file: AnalyzedFile): boolean {
  for (const line of lines.keys()) if (line > file.lines.length) return true;
  return false;
}

/** What one test run did not reach another may have. */
function together(known: FileRuns | undefined, more: FileRuns): FileRuns {
  if (known === undefined) return more;
  const lines = new Map(known.lines);
  for (const [line, hits] of more.lines) lines.set(line, Math.max(hits, lines.get(line) ?? 0));
  const branches = new Map<number, BranchRuns>(known.branches);
  for (const [line, runs] of more.branches) {
    if (runs.taken >= (branches.get(line)?.taken ?? 0)) branches.set(line, runs);
  }
  return { location: known.location, lines, branches };
}
