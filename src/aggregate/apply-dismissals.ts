import type { Dismissal, Finding } from '../model.ts';

/** What must be known of the change to judge a dismissal. */
export interface DismissalsAround {
  /** ISO date of the day (UTC), from the clock. */
  readonly today: string;
  /** Path at head → path at base. */
  readonly pathAtBase: (path: string) => string;
  /**
   * Paths, at head or base, of which every line was looked at or that are gone. Only there does "no finding" mean that
   * the code is no more: in other files the lines outside of the change are not searched.
   */
  readonly settled: ReadonlySet<string>;
}

/** A dismissal that no longer does anything. */
export interface StaleDismissal {
  readonly dismissal: Dismissal;
  readonly why: 'expired' | 'matches nothing';
}

export interface AppliedDismissals {
  /** In the order given; dismissed ones are annotated, none is dropped. */
  readonly findings: readonly Finding[];
  /** In the order of the dismissals. */
  readonly stale: readonly StaleDismissal[];
  readonly used: readonly Dismissal[];
}

/**
 * Annotates dismissed findings with state, reason and person. The narrowest scope counts, then the earlier entry. A
 * dismissal of one finding ends by itself when its code changes, because the fingerprint is made of the code; what was
 * held back for another reason keeps that reason.
 * @param findings with their fingerprints
 */
export function applyDismissals(
  findings: readonly Finding[],
  dismissals: readonly Dismissal[],
  around: DismissalsAround,
): AppliedDismissals {
  const stale = new Map<Dismissal, StaleDismissal['why']>();
  const index = new Map<string, Dismissal[]>();
  for (const dismissal of dismissals) {
    if (dismissal.until !== null && dismissal.until < around.today) stale.set(dismissal, 'expired');
    else index.set(targetOf(dismissal), [...(index.get(targetOf(dismissal)) ?? []), dismissal]);
  }
  const used = new Set<Dismissal>();
  const annotated = findings.map((finding) => {
    const matching = targetsOf(finding, around.pathAtBase).flatMap((target) => index.get(target) ?? []);
    for (const dismissal of matching) used.add(dismissal);
    const [first] = matching;
    return first === undefined || finding.suppressedBy !== undefined ? finding : dismiss(finding, first);
  });
  for (const dismissal of dismissals) {
    if (!stale.has(dismissal) && !used.has(dismissal) && isGone(dismissal, around.settled))
      stale.set(dismissal, 'matches nothing');
  }
  return {
    findings: annotated,
    stale: dismissals.flatMap((dismissal) => {
      const why = stale.get(dismissal);
      return why === undefined ? [] : [{ dismissal, why }];
    }),
    used: dismissals.filter((dismissal) => used.has(dismissal)),
  };
}

function dismiss(finding: Finding, { reason, by, source }: Dismissal): Finding {
  const words = reason.replace(/\s+/g, ' ').trim();
  return { ...finding, state: 'dismissed', suppressedBy: `dismissal: ${words} (@${by}, ${source})` };
}

function targetOf({ scope, fingerprint, ruleId = '', path = '' }: Dismissal): string {
  if (scope === 'finding') return JSON.stringify([scope, fingerprint]);
  return JSON.stringify(scope === 'file' ? [scope, ruleId, path] : [scope, ruleId]);
}

/** What a dismissal of this finding may aim at, narrowest first. */
function targetsOf(finding: Finding, pathAtBase: (path: string) => string): readonly string[] {
  const { fingerprint, ruleId, path } = finding;
  const paths = path === undefined ? [] : [...new Set([path, pathAtBase(path)])];
  return [
    ...(fingerprint === '' ? [] : [['finding', fingerprint]]),
    ...paths.map((each) => ['file', ruleId, each]),
    ['rule', ruleId],
  ].map((target) => JSON.stringify(target));
}

/**
 * Only an entry of the file can be cleaned up, and only a rule says the same twice: that a model did not repeat itself
 * proves nothing.
 */
function isGone({ origin, scope, ruleId, path }: Dismissal, settled: ReadonlySet<string>): boolean {
  if (origin !== 'file' || scope === 'rule' || path === undefined || !settled.has(path)) return false;
  return ruleId !== undefined && !ruleId.startsWith('model/');
}

/** Most stale entries that are named one by one. */
const MOST_NAMED = 5;

/** Notes for the report: which entries can be taken out, and why. */
export function staleNotes(stale: readonly StaleDismissal[]): readonly string[] {
  const ofFile = stale.filter(({ dismissal }) => dismissal.origin === 'file');
  const notes = ofFile.slice(0, MOST_NAMED).map(({ dismissal, why }) => {
    const reason =
      why === 'expired'
        ? `it expired after ${dismissal.until}`
        : `nothing in ${dismissal.path} matches it any more, so its code has changed`;
    return `${dismissal.source} is stale: ${reason}. Take it out, or renew it.`;
  });
  const more = ofFile.length - notes.length;
  if (more === 0) return notes;
  return [...notes, `${more} more ${more === 1 ? 'dismissal is' : 'dismissals are'} stale.`];
}
