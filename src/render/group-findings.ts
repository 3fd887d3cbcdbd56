import { failsGate } from '../aggregate/decide-verdict.ts';
import { type Finding, isAtLeast, type Report } from '../model.ts';

/** The findings of a report in the groups in which people read them; inside a group in the report's own order. */
export interface FindingGroups {
  /** They fail the gate. */
  readonly blocking: readonly Finding[];
  /** Shown, critical to medium, not blocking. */
  readonly notable: readonly Finding[];
  /** Shown, low and info. */
  readonly minor: readonly Finding[];
  /** Beyond the cap: counted and listed, not spelled out. */
  readonly folded: readonly Finding[];
  /** A person said that nothing needs to be done. */
  readonly dismissed: readonly Finding[];
  /** Annotated with another reason why they are not shown. */
  readonly suppressed: readonly Finding[];
}

/** Groups findings. Whatever blocks or is critical is shown, wherever the cap stands. */
export function groupFindings(report: Report): FindingGroups {
  const groups = {
    blocking: [] as Finding[],
    notable: [] as Finding[],
    minor: [] as Finding[],
    folded: [] as Finding[],
    dismissed: [] as Finding[],
    suppressed: [] as Finding[],
  };
  let position = 0;
  for (const finding of report.findings) {
    if (finding.suppressedBy !== undefined) {
      if (finding.state === 'dismissed') groups.dismissed.push(finding);
      else groups.suppressed.push(finding);
      continue;
    }
    const shown = position < report.shownCount || finding.severity === 'critical';
    position += 1;
    if (failsGate(finding, report.failOn)) groups.blocking.push(finding);
    else if (!shown) groups.folded.push(finding);
    else if (isAtLeast(finding.severity, 'medium')) groups.notable.push(finding);
    else groups.minor.push(finding);
  }
  return groups;
}

/** Why a finding is dismissed and by whom: `the name comes from a closed list (@alice, dismissals.yml:1)`. */
export function dismissalWords({ suppressedBy = '' }: Finding): string {
  return suppressedBy.replace(/^dismissal: /, '');
}

/** Reasons for suppression with how many findings each holds back, most frequent first. */
export function suppressionReasons(suppressed: readonly Finding[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { suppressedBy = '' } of suppressed)
    counts.set(suppressedBy, (counts.get(suppressedBy) ?? 0) + 1);
  return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}

/** Paths by reason, most frequent reason first: a thousand excluded files are a handful of lines. */
export function pathsByReason(
  items: Report['coverage']['excluded'],
): readonly { readonly reason: string; readonly paths: readonly string[] }[] {
  const byReason = new Map<string, string[]>();
  for (const { path, reason } of items) {
    const paths = byReason.get(reason);
    if (paths === undefined) byReason.set(reason, [path]);
    else paths.push(path);
  }
  return [...byReason]
    .map(([reason, paths]) => ({ reason, paths }))
    .sort((a, b) => b.paths.length - a.paths.length || (a.reason < b.reason ? -1 : 1));
}
