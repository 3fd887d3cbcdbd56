import { findingKeys } from '../evidence/finding-keys.ts';
import { shortIds } from '../evidence/fingerprint.ts';
import type {
  AgentReport,
  Coverage,
  Finding,
  FixedFinding,
  RememberedFinding,
  ReviewMemory,
  SinceLastReview,
} from '../model.ts';
import { BASELINE } from './apply-baseline.ts';

/** What the lifecycle is decided by. */
export interface TrackedRun {
  readonly head: string;
  readonly agents: readonly AgentReport[];
  readonly coverage: Coverage;
  /** Path at head → path at base. */
  readonly pathAtBase: (path: string) => string;
  /** Results of other programs were given, and all of them could be read. */
  readonly sarifRead: boolean;
}

/** The findings with their states, what became of the earlier ones, and what is to be remembered of all of them. */
export interface TrackedFindings {
  readonly findings: readonly Finding[];
  readonly since: SinceLastReview | null;
  readonly remembered: readonly RememberedFinding[];
}

/** Fixed findings are remembered so that they are known when they come back; the oldest are forgotten first. */
const MOST_FIXED = 100;
const MOST_OPEN = 400;

/**
 * Gives each finding its state by what the last review left: `new`, `open`, `moved` (the same code in another place),
 * `reopened` (it was fixed, or dismissed until its code changed), `dismissed`. What was open and is gone is fixed by
 * this head, unless nobody looked: then it stays open. Line numbers play no part.
 * @param findings of this run, their identities kept and dismissals applied; others that are not shown take no part
 */
export function trackFindings(
  findings: readonly Finding[],
  memory: ReviewMemory | null,
  run: TrackedRun,
): TrackedFindings {
  const tracked = findings.filter(isTracked);
  const keys = new Map(tracked.map((finding) => [finding, keysOf(finding, run.pathAtBase)]));
  const matches = matchFindings(tracked, keys, memory?.findings ?? []);
  const stated = new Map(
    tracked.map((finding) => [finding, stateOf(finding, matches.get(finding), keys.get(finding))]),
  );
  const result = findings.map((finding) => ({ ...finding, state: stated.get(finding) ?? finding.state }));
  const matched = new Set(matches.values());
  const gone = (memory?.findings ?? []).filter((known) => !matched.has(known));
  const left = gone.map((known) =>
    known.state === 'fixed' || !isGone(known, run) ? known : fix(known, run.head),
  );
  const now = tracked.map((finding) =>
    remember(finding, keys.get(finding) ?? keysOf(finding, run.pathAtBase)),
  );
  return {
    findings: result,
    since: memory === null ? null : sinceOf(memory, left, tracked, matches, run),
    remembered: [
      ...now.slice(0, MOST_OPEN),
      ...left.filter((known) => known.state !== 'fixed').slice(0, MOST_OPEN),
      ...left.filter((known) => known.state === 'fixed').slice(-MOST_FIXED),
    ],
  };
}

type Keys = ReturnType<typeof findingKeys>;

function isTracked(finding: Finding): boolean {
  const { suppressedBy, state } = finding;
  // A baseline may be taken away again: what it hides is not fixed.
  return suppressedBy === undefined || suppressedBy === BASELINE || state === 'dismissed';
}

function keysOf(finding: Finding, pathAtBase: (path: string) => string): Keys {
  return findingKeys(finding, pathAtBase(finding.path ?? finding.source ?? ''));
}

/**
 * Lets a finding whose code moved keep the identity it had: the fingerprint and id under which it was first shown, and
 * by which it may have been dismissed. An edited line is new code and keeps nothing.
 * @param findings of this run, with fingerprints of their own
 */
export function keepIdentity(
  findings: readonly Finding[],
  memory: ReviewMemory | null,
  pathAtBase: (path: string) => string,
): readonly Finding[] {
  if (memory === null) return findings;
  const shown = findings.filter((finding) => finding.suppressedBy === undefined);
  const own = new Set(findings.map(({ fingerprint }) => fingerprint));
  const free = memory.findings.filter(({ fingerprint }) => !own.has(fingerprint));
  const exact = new Set(memory.findings.map(({ fingerprint }) => fingerprint));
  const moved = pair(
    shown.filter(({ fingerprint }) => !exact.has(fingerprint)),
    free,
    (finding) => keysOf(finding, pathAtBase).codeKey,
    (known) => known.codeKey,
  );
  const kept = findings.map((finding) => ({
    ...finding,
    fingerprint: moved.get(finding)?.fingerprint ?? finding.fingerprint,
  }));
  const ids = shortIds(kept.map(({ fingerprint }) => fingerprint));
  return kept.map((finding) => ({ ...finding, id: ids.get(finding.fingerprint) ?? finding.id }));
}

/** Exact identity first, then the same place; each earlier finding at most once. */
function matchFindings(
  findings: readonly Finding[],
  keys: ReadonlyMap<Finding, Keys>,
  known: readonly RememberedFinding[],
): ReadonlyMap<Finding, RememberedFinding> {
  const exact = pair(
    findings,
    known,
    (finding) => finding.fingerprint,
    (one) => one.fingerprint,
  );
  const taken = new Set(exact.values());
  const edited = pair(
    findings.filter((finding) => !exact.has(finding)),
    known.filter((one) => !taken.has(one)),
    (finding) => keys.get(finding)?.placeKey ?? '',
    (one) => one.placeKey,
  );
  return new Map([...exact, ...edited]);
}

/** Pairs findings with remembered ones that have the same key, in order. */
function pair(
  findings: readonly Finding[],
  known: readonly RememberedFinding[],
  keyOfFinding: (finding: Finding) => string,
  keyOfKnown: (one: RememberedFinding) => string,
): ReadonlyMap<Finding, RememberedFinding> {
  const waiting = new Map<string, RememberedFinding[]>();
  for (const one of known) {
    const key = keyOfKnown(one);
    const list = waiting.get(key);
    if (list === undefined) waiting.set(key, [one]);
    else list.push(one);
  }
  const pairs = new Map<Finding, RememberedFinding>();
  for (const finding of findings) {
    const one = waiting.get(keyOfFinding(finding))?.shift();
    if (one !== undefined) pairs.set(finding, one);
  }
  return pairs;
}

function stateOf(
  finding: Finding,
  known: RememberedFinding | undefined,
  keys: Keys | undefined,
): Finding['state'] {
  if (finding.state === 'dismissed') return 'dismissed';
  if (known === undefined) return 'new';
  if (known.state !== 'open') return 'reopened';
  const isElsewhere = known.path !== finding.path || known.placeKey !== keys?.placeKey;
  return isElsewhere ? 'moved' : 'open';
}

/** Whether this run looked where the finding was: its reviewer finished and its file was read, or left the change. */
function isGone(known: RememberedFinding, { agents, coverage, sarifRead }: TrackedRun): boolean {
  const isInChange = ({ path }: { readonly path: string }) => path === known.path;
  if (
    known.path !== undefined &&
    !coverage.notReviewed.some(isInChange) &&
    !coverage.reviewed.some(isInChange)
  )
    return true;
  if (known.path !== undefined && coverage.notReviewed.some(({ path }) => path === known.path)) return false;
  if (known.origin === 'sarif') return sarifRead;
  const agent = agents.find(({ name }) => name === known.reviewer);
  if (agent === undefined) return false;
  if (agent.status === 'done' || agent.status === 'not-needed')
    return known.origin !== 'model' || agent.engine !== 'analyzers' || agent.status === 'not-needed';
  // The analyzers of a reviewer end before its model is asked.
  return known.origin !== 'model' && agent.engine === 'analyzers+model';
}

function fix(known: RememberedFinding, head: string): RememberedFinding {
  return { ...known, state: 'fixed', fixedBy: head };
}

function sinceOf(
  memory: ReviewMemory,
  left: readonly RememberedFinding[],
  tracked: readonly Finding[],
  matches: ReadonlyMap<Finding, RememberedFinding>,
  { head }: TrackedRun,
): SinceLastReview {
  const fixed = left
    .filter((known) => known.state === 'fixed')
    .map((known): FixedFinding => {
      const { fingerprint, reviewer, severity, title, path, fixedBy = head } = known;
      const id = fingerprint.slice(3, 11);
      const isNew = !memory.findings.includes(known);
      const place = path === undefined ? {} : { path };
      return { id, fingerprint, reviewer, severity, title, ...place, fixedBy, isNew };
    });
  // With the same code a dismissal was taken back, or its last day passed: its code did not end it.
  const ended = tracked.filter((finding) => {
    const known = matches.get(finding);
    const isChanged = known?.fingerprint !== finding.fingerprint;
    return finding.state !== 'dismissed' && known?.state === 'dismissed' && isChanged;
  });
  const dismissed = tracked.filter(
    (finding) => finding.state === 'dismissed' && matches.get(finding)?.state !== 'dismissed',
  );
  return {
    head: memory.head,
    fixed,
    notChecked: left.filter((known) => known.state === 'open').length,
    dismissed: dismissed.map(({ id }) => id),
    endedDismissals: ended.map(({ id }) => id),
  };
}

function remember(finding: Finding, keys: Keys): RememberedFinding {
  const { fingerprint, state, reviewer, ruleId, origin, severity, title, path, startLine, side } = finding;
  return {
    fingerprint,
    ...keys,
    state: state === 'dismissed' ? 'dismissed' : 'open',
    reviewer,
    ruleId,
    origin,
    severity,
    title,
    ...(path === undefined ? {} : { path }),
    ...(startLine === undefined ? {} : { line: startLine }),
    ...(side === undefined ? {} : { side }),
  };
}
