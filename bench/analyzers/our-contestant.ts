import type { Finding, Report } from '../../src/model.ts';
import type { Contestant, Spot } from './contestant.ts';
import type { Reviewer } from './review-files.ts';

/**
 * The product itself: every finding that a review would show, or only those of some of its reviewers. Both look at the
 * answer of one review.
 */
export function makeOurContestants(
  reviewer: Reviewer,
  subsets: readonly (readonly string[])[],
): readonly Contestant[] {
  const reviewed = new WeakMap<ReadonlyMap<string, string>, Promise<readonly Finding[]>>();
  const shownIn = (files: ReadonlyMap<string, string>) => {
    const running = reviewed.get(files) ?? reviewer.review({ after: files, before: new Map() }).then(toShown);
    reviewed.set(files, running);
    return running;
  };
  const ours = (name: string, reviewers: readonly string[] | null): Contestant => ({
    name,
    languages: null,
    find: async (files) =>
      (await shownIn(files))
        .filter((one) => reviewers === null || reviewers.includes(one.reviewer))
        .map(toSpot),
  });
  return [ours('ours', null), ...subsets.map((names) => ours(`ours: ${names.join('+')}`, names))];
}

function toShown(report: Report): readonly Finding[] {
  for (const reason of report.incompleteReasons) console.error(`not complete: ${reason}`);
  return shownFindings(report.findings);
}

/** Findings that nothing suppresses. */
export function shownFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.suppressedBy === undefined);
}

function toSpot(finding: Finding): Spot {
  return {
    path: finding.path ?? '',
    line: finding.startLine ?? 0,
    rule: finding.ruleId,
    severity: finding.severity,
    reviewer: finding.reviewer,
    cwe: Number(finding.cwe?.replace('CWE-', '') ?? 0),
  };
}
