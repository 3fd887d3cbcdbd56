import type { GatedFinding } from '../aggregate/run-outcome.ts';
import type { EvidenceIndex } from '../evidence/evidence-index.ts';
import { gateFinding } from '../evidence/gate-finding.ts';
import { makeExcerpt } from '../evidence/make-excerpt.ts';
import type { RaisedFinding, RejectedFinding } from '../model.ts';

/** Puts findings through the mechanical gate. */
export function gateFindings(findings: readonly RaisedFinding[], evidence: EvidenceIndex) {
  const passed: GatedFinding[] = [];
  const rejected: RejectedFinding[] = [];
  for (const finding of findings) {
    const result = gateFinding(finding, evidence);
    if (result.kind === 'rejected') rejected.push(result);
    else passed.push(describePlace(result.finding, evidence));
  }
  return { passed, rejected };
}

function describePlace(
  finding: Omit<GatedFinding, 'verdict' | 'symbol' | 'excerpt'>,
  evidence: EvidenceIndex,
): GatedFinding {
  const file = finding.path === undefined ? undefined : evidence.file(finding.path);
  const excerpt = makeExcerpt(finding, file, evidence);
  const onNewSide = finding.side === 'new' && finding.startLine !== undefined;
  const symbol = onNewSide ? (file?.symbolAt(finding.startLine ?? 0) ?? '') : '';
  return { ...finding, verdict: 'unverified', symbol, ...(excerpt === undefined ? {} : { excerpt }) };
}
