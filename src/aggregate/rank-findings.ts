import { type Finding, type FindingVerdict, type RaisedFinding, severityRank } from '../model.ts';

/** What the rank of a finding depends on; known before it has an identity. */
export interface RankedFinding extends RaisedFinding {
  readonly verdict: FindingVerdict;
  readonly agreedBy?: readonly string[];
}

/** Deterministic and confirmed findings stand before unverified ones, refuted ones last. */
const VERDICT_RANK = { confirmed: 0, unverified: 1, uncertain: 2, refuted: 3 } as const;

/**
 * Ranks findings: severity, certainty, agreement, confidence, then place. A total order, so the same findings in any
 * order give the same list.
 */
export function rankFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(compareFindings);
}

/** Negative when `a` stands before `b`. */
export function compareFindings(a: RankedFinding, b: RankedFinding): number {
  return (
    severityRank(a.severity) - severityRank(b.severity) ||
    certainty(a) - certainty(b) ||
    (b.agreedBy?.length ?? 0) - (a.agreedBy?.length ?? 0) ||
    b.confidence - a.confidence ||
    compareText(a.path ?? '', b.path ?? '') ||
    (a.startLine ?? 0) - (b.startLine ?? 0) ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.reviewer, b.reviewer) ||
    compareText(a.title, b.title) ||
    compareText(a.quote ?? '', b.quote ?? '')
  );
}

function certainty(finding: RankedFinding): number {
  if (finding.origin === 'analyzer') return 0;
  // What another program found by a rule stands before what a model merely says.
  return VERDICT_RANK[finding.verdict] - (finding.origin === 'sarif' ? 0.5 : 0);
}

/** Code-unit order: the same on every machine and in every locale. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
