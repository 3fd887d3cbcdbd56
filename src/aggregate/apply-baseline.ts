import { findingKeys } from '../evidence/finding-keys.ts';
import type { BaselineFinding, Finding } from '../model.ts';

/** Why a finding of the baseline is not shown. */
export const BASELINE = 'baseline';

/**
 * Annotates findings that an earlier report has: by fingerprint, then the same code in another place, then the same
 * rule in the same function. Each entry of the baseline stands for one finding at most, so that a second one of the
 * same kind is new.
 * @param findings with their fingerprints
 * @param pathAtBase path at head → path at base
 */
export function applyBaseline(
  findings: readonly Finding[],
  baseline: readonly BaselineFinding[],
  pathAtBase: (path: string) => string,
): readonly Finding[] {
  const open = new Set(baseline);
  const known = new Set<Finding>();
  const keys = new Map(
    findings.map((finding) => [
      finding,
      findingKeys(finding, pathAtBase(finding.path ?? finding.source ?? '')),
    ]),
  );
  const pair = (keyOfFinding: (finding: Finding) => string, keyOfKnown: (one: BaselineFinding) => string) => {
    const waiting = new Map<string, BaselineFinding[]>();
    for (const one of open) {
      const list = waiting.get(keyOfKnown(one));
      if (list === undefined) waiting.set(keyOfKnown(one), [one]);
      else list.push(one);
    }
    for (const finding of findings) {
      if (finding.suppressedBy !== undefined || known.has(finding)) continue;
      const one = waiting.get(keyOfFinding(finding))?.shift();
      if (one === undefined) continue;
      open.delete(one);
      known.add(finding);
    }
  };
  pair(
    (finding) => finding.fingerprint,
    (one) => one.fingerprint,
  );
  pair(
    (finding) => keys.get(finding)?.codeKey ?? '',
    (one) => one.codeKey,
  );
  pair(
    (finding) => keys.get(finding)?.placeKey ?? '',
    (one) => one.placeKey,
  );
  return findings.map((finding) => (known.has(finding) ? { ...finding, suppressedBy: BASELINE } : finding));
}

/** How many findings the baseline holds back, for the report. */
export function baselineNotes(findings: readonly Finding[]): readonly string[] {
  const held = findings.filter(({ suppressedBy }) => suppressedBy === BASELINE);
  if (held.length === 0) return [];
  const critical = held.filter(({ severity }) => severity === 'critical').length;
  const words = held.length === 1 ? '1 finding stands' : `${held.length} findings stand`;
  const counted = critical === 0 ? '' : `, ${critical} of them critical,`;
  return [`${words} in the baseline${counted} and ${held.length === 1 ? 'does' : 'do'} not count.`];
}
