import type { Finding } from '../model.ts';

/** Findings that are shown as one, by line; mostly a single one. */
export type Entry = readonly [Finding, ...Finding[]];

/** A finding further below the one before stands for itself. */
const MOST_DISTANCE = 3;
/** More would make an entry that nobody reads to its end. */
const MOST_MERGED = 20;

/**
 * Merges neighbours of one rule, which say the same of lines close to each other, for people to read. Nothing is lost:
 * every finding stands in exactly one entry. Models name their rules freely, so their findings need the same title too.
 * @param findings of one group, in the order in which they are shown
 * @returns entries in the order of their first finding
 */
export function mergeNeighbours(findings: readonly Finding[]): readonly Entry[] {
  const byKey = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [finding]);
    else list.push(finding);
  }
  const entryOf = new Map<Finding, Entry>();
  for (const list of byKey.values())
    for (const entry of chains(list)) for (const finding of entry) entryOf.set(finding, entry);
  const entries = findings.map((finding) => entryOf.get(finding)).filter((entry) => entry !== undefined);
  return [...new Set(entries)];
}

/** Equal for findings that may be merged; without a line a finding has no neighbour. */
function keyOf(finding: Finding): string {
  const { ruleId, path, side, severity, origin, reviewer, title, anchor, startLine } = finding;
  const isAlone = anchor !== 'line' || path === undefined || startLine === undefined;
  const itself = isAlone ? finding.fingerprint : '';
  return JSON.stringify([
    ruleId,
    path,
    side,
    severity,
    origin,
    reviewer,
    origin === 'model' && title,
    itself,
  ]);
}

function chains(findings: readonly Finding[]): readonly Entry[] {
  const byLine = [...findings].sort((a, b) => (a.startLine ?? 0) - (b.startLine ?? 0));
  const done: [Finding, ...Finding[]][] = [];
  for (const finding of byLine) {
    const open = done.at(-1);
    const before = open?.at(-1);
    const isNear =
      before !== undefined &&
      finding.anchor === 'line' &&
      (finding.startLine ?? 0) - (before.startLine ?? 0) <= MOST_DISTANCE;
    if (open !== undefined && isNear && open.length < MOST_MERGED) open.push(finding);
    else done.push([finding]);
  }
  return done;
}
