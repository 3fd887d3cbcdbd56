import type { Finding } from '../model.ts';
import { compareFindings, type RankedFinding } from './rank-findings.ts';

/** Model findings that are at most this many lines apart may be the same (facts/models.md, step 4). */
const NEAR_LINES = 3;
/** Share of common words from which two texts say the same (facts/models.md, step 4). */
const SAME_WORDS = 0.6;

/**
 * Merges findings that say the same thing. The worst one stays, the others' reviewers are recorded as agreeing.
 * Deterministic findings merge only on the same line with the same category, so that nothing an analyzer said is lost;
 * a refuted finding never takes the place of another.
 * @param findings in any order; the result does not depend on it
 */
export function dedupeFindings(findings: readonly Finding[]): readonly Finding[] {
  return groupSame(findings).map(({ kept, others }) => others.reduce(absorb, kept));
}

/** Findings that say the same. */
export interface SameFindings<Kind> {
  /** The one that stays: the worst. */
  readonly kept: Kind;
  readonly others: readonly Kind[];
}

/**
 * Puts together what `dedupeFindings` merges.
 * @param findings in any order; the groups do not depend on it
 */
export function groupSame<Kind extends RankedFinding>(
  findings: readonly Kind[],
): readonly SameFindings<Kind>[] {
  const groups: { readonly kept: Kind; readonly others: Kind[] }[] = [];
  const byPlace = new Map<string, (typeof groups)[number][]>();
  for (const finding of [...findings].sort(compareForMerge)) {
    const place = `${finding.anchor}\0${finding.path ?? finding.source ?? ''}\0${finding.side ?? ''}`;
    const candidates = byPlace.get(place) ?? [];
    const group = candidates.find(({ kept }) => isSame(kept, finding));
    if (group === undefined) {
      const started = { kept: finding, others: [] };
      groups.push(started);
      byPlace.set(place, [...candidates, started]);
    } else {
      group.others.push(finding);
    }
  }
  return groups;
}

function compareForMerge(a: RankedFinding, b: RankedFinding): number {
  const refuted = Number(a.verdict === 'refuted') - Number(b.verdict === 'refuted');
  return refuted || compareFindings(a, b);
}

function isSame(kept: RankedFinding, other: RankedFinding): boolean {
  if ((kept.verdict === 'refuted') !== (other.verdict === 'refuted')) return false;
  // What may fail the gate is not merged into what may not, however bad that says it is.
  if (weightOf(kept) < weightOf(other)) return false;
  const apart = Math.abs((kept.startLine ?? 0) - (other.startLine ?? 0));
  if (kept.origin === 'sarif' || other.origin === 'sarif') return isSameImported(kept, other, apart);
  const deterministic = kept.origin === 'analyzer' && other.origin === 'analyzer';
  if (deterministic) return apart === 0 && kept.category === other.category && sameQuote(kept, other);
  if (apart > NEAR_LINES) return false;
  if (apart === 0 && kept.category === other.category) return true;
  return wordOverlap(kept.title, other.title) >= SAME_WORDS;
}

/**
 * A result of another program merges on the same line: with ours when weakness or category is the same, with one of its
 * kind when weakness or rule is.
 */
function isSameImported(kept: RankedFinding, other: RankedFinding, apart: number): boolean {
  if (apart !== 0) return false;
  if (kept.cwe !== undefined && kept.cwe === other.cwe) return true;
  const bothImported = kept.origin === other.origin;
  return bothImported ? kept.ruleId === other.ruleId : kept.category === other.category;
}

/** What counts as proven weighs most, what only a model says least. */
function weightOf({ origin, verdict }: RankedFinding): number {
  if (origin === 'analyzer' || verdict === 'confirmed') return 2;
  return origin === 'sarif' ? 1 : 0;
}

/** On files and subjects there is no line to tell two findings apart: the rule or the quote does. */
function sameQuote(kept: RankedFinding, other: RankedFinding): boolean {
  return (
    kept.anchor === 'line' ||
    kept.ruleId === other.ruleId ||
    (kept.quote !== undefined && kept.quote === other.quote)
  );
}

function absorb(kept: Finding, other: Finding): Finding {
  const names = new Set([...kept.agreedBy, other.reviewer, ...other.agreedBy]);
  names.delete(kept.reviewer);
  return {
    ...kept,
    explanation: withOther(kept, other),
    agreedBy: [...names].sort(),
    confidence: Math.max(kept.confidence, other.confidence),
  };
}

/** A long line may have two faults of one category: the second is still named, unless the titles say the same. */
function withOther({ explanation, title, origin, ruleId }: Finding, other: Finding): string {
  const isSecond =
    origin === 'analyzer' &&
    other.origin === 'analyzer' &&
    ruleId !== other.ruleId &&
    wordOverlap(title, other.title) < SAME_WORDS &&
    !explanation.includes(other.title);
  return isSecond ? `${explanation} Also here: ${other.title}.` : explanation;
}

function wordOverlap(a: string, b: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  const left = words(a);
  const right = words(b);
  if (left.size === 0 || right.size === 0) return 0;
  const common = [...left].filter((word) => right.has(word)).length;
  return common / (left.size + right.size - common);
}
