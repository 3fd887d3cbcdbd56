import type { Conflict, Finding } from '../model.ts';

/**
 * Findings that propose different texts for the same lines: following one undoes the other, so a person decides.
 * @param findings with ids, those that are shown
 */
export function findConflicts(findings: readonly Finding[]): readonly Conflict[] {
  const proposals = findings.filter(
    (finding) => finding.suggestion !== undefined && finding.anchor === 'line',
  );
  return proposals.flatMap((one, position) =>
    proposals
      .slice(position + 1)
      .filter((other) => overlap(one, other) && one.suggestion !== other.suggestion)
      .map((other) => ({
        findings: [one.id, other.id],
        reason: `${one.reviewer} and ${other.reviewer} propose different texts for the same lines of ${one.path}.`,
      })),
  );
}

function overlap(one: Finding, other: Finding): boolean {
  if (one.path !== other.path || one.side !== other.side) return false;
  return (one.startLine ?? 0) <= (other.endLine ?? 0) && (other.startLine ?? 0) <= (one.endLine ?? 0);
}
