import { isTestPath } from '../../diff/is-test-path.ts';
import type { PullRequestContext, RaisedFinding } from '../../model.ts';
import type { AnalyzedFile } from '../analyzer.ts';
import { matchRuns } from '../coverage/match-runs.ts';
import { raiseResults } from '../sarif/raise-results.ts';
import { makePathFinder } from './find-path.ts';

/** What the results of other programs come to in this change. */
export interface TakenImports {
  readonly findings: readonly RaisedFinding[];
  /** What was taken and what was not, for the report. */
  readonly notes: readonly string[];
}

const MOST_NAMED = 5;

/**
 * Findings of the imported results on changed lines, and what there is to say of the imports.
 * @param files the files that were read to their end
 */
export function takeImports(context: PullRequestContext, files: readonly AnalyzedFile[]): TakenImports {
  const { imports } = context;
  if (imports === undefined) return { findings: [], notes: [] };
  const { results } = imports;
  const notes = [...imports.notes, ...coverageNotes(context, files)];
  if (results.length === 0) return { findings: [], notes };
  const findPath = makePathFinder({
    headPaths: context.headPaths,
    changedPaths: context.files.map((file) => file.path),
    roots: imports.roots,
    locations: results.map((one) => one.location),
  });
  const { findings, elsewhere, stale, beyond } = raiseResults(results, files, findPath);
  const parts = [
    `${findings.length} on changed lines`,
    ...(elsewhere === 0 ? [] : [`${elsewhere} elsewhere`]),
    ...(stale === 0 ? [] : [`${stale} about another version of their file`]),
    ...(beyond === 0 ? [] : [`${beyond} on changed lines beyond the most that are taken`]),
  ];
  return { findings, notes: [...notes, `Imported results: ${parts.join(', ')}.`] };
}

function coverageNotes(context: PullRequestContext, files: readonly AnalyzedFile[]): readonly string[] {
  const matched = matchRuns(context, files);
  if (matched === null) return [];
  const code = files.filter(
    ({ tree, map, file }) => tree !== null && map.addedLines.length > 0 && !isTestPath(file.path),
  );
  const stale = new Set(matched.stale);
  const absent = code
    .map(({ file }) => file.path)
    .filter((path) => !matched.byPath.has(path) && !stale.has(path));
  return [
    ...noteOf(absent, 'not in the coverage profile, so nothing is said of how they are tested'),
    ...noteOf(
      matched.stale,
      'in the coverage profile with lines that they do not have: it is not used for them',
    ),
  ];
}

function noteOf(paths: readonly string[], what: string): readonly string[] {
  if (paths.length === 0) return [];
  const named = paths.slice(0, MOST_NAMED).join(', ');
  const more = paths.length > MOST_NAMED ? ` and ${paths.length - MOST_NAMED} more` : '';
  return [
    `${paths.length} changed ${paths.length === 1 ? 'file is' : 'files are'} ${what}: ${named}${more}.`,
  ];
}
