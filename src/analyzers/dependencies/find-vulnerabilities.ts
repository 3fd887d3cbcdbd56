import type { Severity } from '../../model.ts';
import type { Advisories, KnownVulnerability } from '../../ports/advisories.ts';
import type { AnalyzerFinding } from '../analyzer.ts';
import type { NewPackage } from './analyze-dependencies.ts';
import { dependencyFinding } from './dependency-finding.ts';

export interface VulnerabilityAnalysis {
  readonly findings: readonly AnalyzerFinding[];
  /** What a reader has to know: that nothing was looked up, and why. */
  readonly notes: readonly string[];
}

const NOTHING: VulnerabilityAnalysis = { findings: [], notes: [] };
/** More findings than this are a list for another tool. */
const MOST_FINDINGS = 50;
const MOST_IDS = 5;

/**
 * Looks up known vulnerabilities of what the change brings in. Names and versions leave, nothing else. A known flaw does
 * not block by itself (whether it is reached is another question); malware does.
 * @param advisories null when they are switched off
 */
export async function findVulnerabilities(
  introduced: readonly NewPackage[],
  advisories: Advisories | null,
  signal: AbortSignal,
): Promise<VulnerabilityAnalysis> {
  if (introduced.length === 0) return NOTHING;
  if (advisories === null) return { findings: [], notes: [notChecked('advisories are switched off')] };
  const unique = new Map(introduced.map((one) => [keyOf(one), one]));
  const asked = [...unique.values()];
  const answer = await advisories.lookUp(
    asked.map(({ package: { ecosystem, name, version } }) => ({ ecosystem, name, version })),
    signal,
  );
  if (answer.kind === 'unavailable') return { findings: [], notes: [notChecked(answer.reason)] };
  const findings = asked.flatMap((one, index) => {
    const known = answer.vulnerabilities[index] ?? [];
    return known.length === 0 ? [] : [toFinding(one, known)];
  });
  const left = findings.length - MOST_FINDINGS;
  const notes = left > 0 ? [`${left} more packages with known vulnerabilities are not listed.`] : [];
  return { findings: findings.slice(0, MOST_FINDINGS), notes };
}

const keyOf = ({ package: { ecosystem, name, version } }: NewPackage) => `${ecosystem} ${name} ${version}`;

function notChecked(reason: string): string {
  return `Known vulnerabilities of new dependencies: not checked (${reason}).`;
}

const ORDER: readonly KnownVulnerability['severity'][] = ['critical', 'high', 'medium', 'unknown', 'low'];
const SEVERITY: Readonly<Record<KnownVulnerability['severity'], Severity>> = {
  critical: 'high',
  high: 'high',
  medium: 'medium',
  unknown: 'medium',
  low: 'low',
};

function toFinding(
  { file, package: one }: NewPackage,
  known: readonly KnownVulnerability[],
): AnalyzerFinding {
  const sorted = [...known].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const isMalware = known.some(({ id }) => id.startsWith('MAL-'));
  const [worst] = sorted;
  const ids = sorted
    .slice(0, MOST_IDS)
    .map(({ id, summary }) => (summary === '' ? id : `${id} (${summary})`));
  const more = known.length > MOST_IDS ? ` and ${known.length - MOST_IDS} more` : '';
  const fixes = [...new Set(sorted.map(({ fixedIn }) => fixedIn).filter((version) => version !== ''))];
  return dependencyFinding(file, one.line, {
    ruleId: 'known-vulnerability',
    severity: isMalware ? 'critical' : SEVERITY[worst?.severity ?? 'unknown'],
    confidence: 92,
    cwe: isMalware ? 'CWE-506' : 'CWE-1395',
    title: isMalware
      ? `${one.name} ${one.version} is known malware`
      : `${one.name} ${one.version} has ${known.length === 1 ? 'a known vulnerability' : `${known.length} known vulnerabilities`}`,
    explanation: `The change brings in ${one.name} ${one.version}. OSV lists ${ids.join('; ')}${more}.`,
    failureScenario: isMalware
      ? 'It runs on every machine that installs it.'
      : 'The flaw is public; whoever reaches the code with it can use it.',
    fix: isMalware
      ? "Do not install it. If it was installed, treat the machine's secrets as known."
      : fixes.length === 0
        ? 'No fixed version is known: look for another package, or check that the flaw cannot be reached.'
        : `Use a version with the fix (${fixes.slice(0, 3).join(', ')}).`,
  });
}
