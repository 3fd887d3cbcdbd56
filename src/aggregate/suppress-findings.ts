import type { Finding, ReviewerDefinition, Settings } from '../model.ts';

/**
 * Annotates findings that are not shown, with the reason; nothing is dropped. Rule settings of the base configuration
 * first (off, another severity), then refutation, then confidence.
 */
export function suppressFindings(
  findings: readonly Finding[],
  settings: Settings,
  reviewers: readonly ReviewerDefinition[],
): readonly Finding[] {
  const lowest = new Map(reviewers.map((reviewer) => [reviewer.name, reviewer.minConfidence]));
  return findings.map((finding) => {
    const setting = settings.rules.get(finding.ruleId);
    if (setting === 'off') return { ...finding, suppressedBy: 'rule switched off by configuration' };
    const judged = setting === undefined ? finding : { ...finding, severity: setting };
    if (judged.verdict === 'refuted') return { ...judged, suppressedBy: 'refuted by the verifier' };
    const limit = confidenceLimit(judged, settings, lowest.get(judged.reviewer) ?? 0);
    if (judged.confidence >= limit) return judged;
    return { ...judged, suppressedBy: `confidence ${judged.confidence} is below ${limit}` };
  });
}

/**
 * Whether the base configuration lets people see what an analyzer raises: its rule is not switched off, and it is sure
 * enough.
 */
export function showsAnalyzerFinding(
  { rules, thresholds }: Pick<Settings, 'rules' | 'thresholds'>,
  { ruleId, confidence }: Pick<Finding, 'ruleId' | 'confidence'>,
): boolean {
  return rules.get(ruleId) !== 'off' && confidence >= thresholds.minConfidence;
}

/** The reviewer's own limit holds for model findings; the configured one for all. */
function confidenceLimit(finding: Finding, settings: Settings, ofReviewer: number): number {
  const configured = settings.thresholds.minConfidence;
  return finding.origin === 'model' ? Math.max(configured, ofReviewer) : configured;
}
