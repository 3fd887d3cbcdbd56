import { readProfile } from '../analyzers/coverage/profiles/read-profile.ts';
import { readSarif } from '../analyzers/sarif/read-sarif.ts';
import type { BaselineFinding, FileRuns, ImportedResult, Imports } from '../model.ts';

/** A file that was named by hand, with its text. */
export interface GivenFile {
  /** As the person named it. */
  readonly name: string;
  readonly text: string;
}

/** Files of other programs and of an earlier review, read but not understood yet. */
export interface GivenFiles {
  /** Folders that stand for the root of the repository in absolute paths. */
  readonly roots: readonly string[];
  readonly sarif: readonly GivenFile[];
  readonly coverage: readonly GivenFile[];
  readonly baseline: GivenFile | null;
  /** Why a file that was named could not be read, one sentence each. */
  readonly problems: readonly string[];
}

/** Understands what was given. A file that makes no sense is a problem of the review, never an error of the program. */
export async function readImports(given: GivenFiles): Promise<Imports> {
  const results: ImportedResult[] = [];
  const runs: FileRuns[] = [];
  const problems = [...given.problems];
  const notes: string[] = [];
  for (const { name, text } of given.sarif) {
    const file = readSarif(text);
    if (file.kind === 'broken') {
      problems.push(`sarif: ${name} cannot be used: ${file.reason}`);
      continue;
    }
    for (const one of file.results) results.push(one);
    if (file.failed !== null)
      problems.push(
        `sarif: ${name} says that ${file.failed} did not end well, so its results may not be all`,
      );
    notes.push(...leftOut(name, file.suppressed, file.placeless));
  }
  for (const { name, text } of given.coverage) {
    const file = readProfile(text);
    if (file.kind === 'broken') problems.push(`coverage: ${name} cannot be used: ${file.reason}`);
    else for (const one of file.files) runs.push(one);
  }
  const baseline = given.baseline === null ? null : await readBaseline(given.baseline, problems);
  return {
    roots: given.roots,
    results,
    hasSarif: given.sarif.length > 0,
    runs,
    hasProfile: runs.length > 0,
    baseline,
    problems,
    notes,
  };
}

/** The library that checks its shape is a third of the whole program: only a review with a baseline loads it. */
async function readBaseline(
  { name, text }: GivenFile,
  problems: string[],
): Promise<readonly BaselineFinding[] | null> {
  const { parseBaseline } = await import('../render/parse-baseline.ts');
  const file = parseBaseline(text);
  if (file.kind === 'read') return file.findings;
  problems.push(`baseline: ${name} cannot be used: ${file.reason}`);
  return null;
}

function leftOut(name: string, suppressed: number, placeless: number): readonly string[] {
  const parts = [
    ...(suppressed === 0 ? [] : [`${suppressed} suppressed`]),
    ...(placeless === 0 ? [] : [`${placeless} without a line`]),
  ];
  return parts.length === 0 ? [] : [`${name}: results left out: ${parts.join(', ')}.`];
}
