import { fingerprintKey, fingerprintOf, shortIds } from '../evidence/fingerprint.ts';
import type { Finding } from '../model.ts';

/**
 * Gives each finding its fingerprint and short id. Findings that are equal in all that identifies them are numbered
 * in file order.
 * @param findings after merging
 * @param pathAtBase path at head → path at base
 */
export function identifyFindings(
  findings: readonly Finding[],
  pathAtBase: (path: string) => string,
): readonly Finding[] {
  const ordinals = new Map<string, number>();
  const inFileOrder = [...findings].sort((a, b) => (a.startLine ?? 0) - (b.startLine ?? 0));
  const fingerprints = new Map<Finding, string>();
  for (const finding of inFileOrder) {
    const path = pathAtBase(finding.path ?? finding.source ?? '');
    const key = fingerprintKey(finding, path, finding.symbol);
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    const code = finding.quote ?? finding.ruleId;
    const parts = { category: finding.category, pathAtBase: path, code, symbol: finding.symbol, ordinal };
    fingerprints.set(finding, fingerprintOf(parts));
  }
  const ids = shortIds([...fingerprints.values()]);
  return findings.map((finding) => {
    const fingerprint = fingerprints.get(finding) ?? '';
    return { ...finding, fingerprint, id: ids.get(fingerprint) ?? fingerprint };
  });
}
