import { findingKeys } from '../evidence/finding-keys.ts';
import type {
  AgentReport,
  Coverage,
  Finding,
  FixedFinding,
  RememberedFinding,
  ReviewMemory,
  SinceLastReview,
} from '../model.ts';

/** What the lifecycle is decided by. */
export interface TrackedRun {
  readonly head: string;
  readonly agents: readonly AgentReport[];
  readonly coverage: Coverage;
  /** Path at head → path at base. */
  readonly pathAtBase: (path: string) => string;
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
 * @param findings of this run with fingerprints; those that are not shown take part only when they are dismissed
 */
export function trackFindings(
  findings: readonly Finding[],
  memory: ReviewMemory | null,
  run: TrackedRun,
): TrackedFindings {
  const tracked = findings.filter(isTracked);
  const keys = new Map(tracked.map((finding) => [finding, keysOf(finding, run)]));
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
  const now = tracked.map((finding) => remember(finding, keys.get(finding) ?? keysOf(finding, run)));
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
  return finding.suppressedBy === undefined || finding.state === 'dismissed';
}

function keysOf(finding: Finding, run: TrackedRun): Keys {
  return findingKeys(finding, run.pathAtBase(finding.path ?? finding.source ?? ''));
}

/** Exact identity first, then the same code elsewhere, then the same place; each earlier finding at most once. */
function matchFindings(
  findings: readonly Finding[],
  keys: ReadonlyMap<Finding, Keys>,
  known: readonly RememberedFinding[],
): ReadonlyMap<Finding, RememberedFinding> {
  const matches = new Map<Finding, RememberedFinding>();
  const free = new Set(known);
  const pass = (
    keyOfFinding: (finding: Finding) => string,
    keyOfKnown: (one: RememberedFinding) => string,
  ) => {
    const waiting = new Map<string, RememberedFinding[]>();
    for (const one of free) waiting.set(keyOfKnown(one), [...(waiting.get(keyOfKnown(one)) ?? []), one]);
    for (const finding of findings) {
      if (matches.has(finding)) continue;
      const one = waiting.get(keyOfFinding(finding))?.shift();
      if (one === undefined) continue;
      matches.set(finding, one);
      free.delete(one);
    }
  };
  pass(
    (finding) => finding.fingerprint,
    (one) => one.fingerprint,
  );
  pass(
    (finding) => keys.get(finding)?.codeKey ?? '',
    (one) => one.codeKey,
  );
  pass(
    (finding) => keys.get(finding)?.placeKey ?? '',
    (one) => one.placeKey,
  );
  return matches;
}

function stateOf(
  finding: Finding,
  known: RememberedFinding | undefined,
  keys: Keys | undefined,
): Finding['state'] {
  if (finding.state === 'dismissed') return 'dismissed';
  if (known === undefined) return 'new';
  if (known.state !== 'open') return 'reopened';
  if (known.path !== finding.path) return 'moved';
  // An edited line keeps its place; the same code under another fingerprint stands in another function.
  const isElsewhere = known.fingerprint !== finding.fingerprint && known.codeKey === keys?.codeKey;
  return isElsewhere ? 'moved' : 'open';
}

/** Whether this run looked where the finding was: its reviewer finished and its file was read, or left the change. */
function isGone(known: RememberedFinding, { agents, coverage }: TrackedRun): boolean {
  const isInChange = ({ path }: { readonly path: string }) => path === known.path;
  if (
    known.path !== undefined &&
    !coverage.notReviewed.some(isInChange) &&
    !coverage.reviewed.some(isInChange)
  )
    return true;
  if (known.path !== undefined && coverage.notReviewed.some(({ path }) => path === known.path)) return false;
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
      const { fingerprint, severity, title, path, fixedBy = head } = known;
      const id = fingerprint.slice(3, 11);
      const isNew = !memory.findings.includes(known);
      return { id, fingerprint, severity, title, ...(path === undefined ? {} : { path }), fixedBy, isNew };
    });
  const ended = tracked.filter(
    (finding) => finding.state !== 'dismissed' && matches.get(finding)?.state === 'dismissed',
  );
  return {
    head: memory.head,
    fixed,
    notChecked: left.filter((known) => known.state === 'open').length,
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
