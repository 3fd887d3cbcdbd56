import type { ConfigProblem, ReviewerDefinition } from '../model.ts';
import type { BuiltIns } from './built-ins.ts';
import type { ConfigurationFile } from './configuration-files.ts';
import { type ParsedReviewer, parseReviewer } from './parse-reviewer.ts';
import type { Parsed } from './parsed.ts';
import { didYouMean } from './suggest.ts';

/** The built-in reviewers and the user's; one of the user's replaces a built-in one of the same name. */
export function loadReviewers(
  files: readonly ConfigurationFile[],
  builtIns: BuiltIns,
): Parsed<readonly ReviewerDefinition[]> {
  const problems: ConfigProblem[] = [];
  const own = new Map<string, ReviewerDefinition>();
  const parsedOf = new Map<string, ParsedReviewer>();
  for (const { path, text } of files) {
    const parsed = parseReviewer(text, path, false);
    problems.push(...parsed.problems);
    const reviewer = parsed.value;
    if (reviewer === null) {
      continue;
    }
    const earlier = own.get(reviewer.name);
    if (earlier === undefined) {
      own.set(reviewer.name, reviewer);
      parsedOf.set(reviewer.name, parsed);
    } else {
      const message = `a reviewer named "${reviewer.name}" is already defined in ${earlier.source}; this file is not used`;
      problems.push({ file: path, ...place(parsed, 'name'), key: 'name', message });
    }
  }
  const names = [...new Set([...builtIns.reviewers.map((reviewer) => reviewer.name), ...own.keys()])];
  const value = [
    ...builtIns.reviewers.map((reviewer) => own.get(reviewer.name) ?? reviewer),
    ...[...own.values()].filter(
      (reviewer) => !builtIns.reviewers.some((each) => each.name === reviewer.name),
    ),
  ];
  if (builtIns.analyzerNames === undefined) {
    return { value, problems };
  }
  const known = [...builtIns.analyzerNames, ...names];
  for (const [name, reviewer] of own) {
    for (const analyzer of reviewer.analyzers.filter((each) => !known.includes(each))) {
      const message = `there is no analyzer "${analyzer}".${didYouMean(analyzer, known)} There are ${known.join(', ')}`;
      problems.push({
        file: reviewer.source,
        ...place(parsedOf.get(name), 'analyzers'),
        key: 'analyzers',
        message,
      });
    }
  }
  return { value, problems };
}

function place(
  parsed: ParsedReviewer | undefined,
  key: string,
): { line: number | null; column: number | null } {
  const at = parsed?.at(key) ?? null;
  return { line: at?.line ?? null, column: at?.column ?? null };
}
