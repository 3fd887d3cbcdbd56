import { compileGlobs } from '../config/compile-glob.ts';
import {
  type AgentReport,
  type Conflict,
  type Coverage,
  type Escalation,
  type PullRequestContext,
  type ReviewerDefinition,
  SECURITY_CATEGORIES,
} from '../model.ts';

/** What a run came to, as far as it decides whether a person is asked. */
export interface EscalationFacts {
  readonly agents: readonly AgentReport[];
  readonly coverage: Coverage;
  readonly reviewers: readonly ReviewerDefinition[];
  /** What the whole run took. */
  readonly ms: number;
  /** How long the head had been pending when this run took over; null when it was not. */
  readonly pendingMs: number | null;
}

/**
 * What a person should look at, whatever the verdict says: sensitive files that changed, a security review with a hole,
 * advice that contradicts itself, a review that took too long. Asks roles, never accounts.
 */
export function findEscalations(
  context: PullRequestContext,
  conflicts: readonly Conflict[],
  facts: EscalationFacts,
): readonly Escalation[] {
  const { escalation } = context.settings;
  const isSensitive = escalation.paths.length === 0 ? () => false : compileGlobs(escalation.paths);
  return [
    ...sensitiveFiles(context, isSensitive),
    ...securityHoles(facts, isSensitive),
    ...contradictions(conflicts),
    ...slowReview(facts, escalation.pendingMinutes),
  ];
}

type IsSensitive = (path: string) => boolean;

/** A file that left a sensitive place counts like one that changed there. */
function sensitiveFiles({ files }: PullRequestContext, isSensitive: IsSensitive): readonly Escalation[] {
  const paths = files
    .filter(({ path, change }) => isSensitive(path) || isSensitive(change.oldPath ?? path))
    .map(({ path }) => path);
  if (paths.length === 0) return [];
  const what =
    paths.length === 1
      ? 'A security-sensitive file was changed.'
      : `${paths.length} security-sensitive files were changed.`;
  return [{ reason: what, role: 'code owners', paths }];
}

function securityHoles(
  { agents, coverage, reviewers }: EscalationFacts,
  isSensitive: IsSensitive,
): readonly Escalation[] {
  const byName = new Map(reviewers.map((reviewer) => [reviewer.name, reviewer]));
  const ended = agents.filter(
    (agent) => !isComplete(agent) && isForSecurity(agent.name, byName.get(agent.name)),
  );
  const unread = coverage.notReviewed.map(({ path }) => path).filter(isSensitive);
  return [
    ...ended.map(({ name, status }) => ({
      reason: `The security review is incomplete: ${name} ended as ${status.replaceAll('-', ' ')}.`,
      role: 'people who know security',
      reviewer: name,
    })),
    ...(unread.length === 0
      ? []
      : [
          {
            reason: 'Security-sensitive files could not be reviewed.',
            role: 'people who know security',
            paths: unread,
          },
        ]),
  ];
}

function isComplete({ status }: AgentReport): boolean {
  return status === 'done' || status === 'not-needed';
}

/** The built-in one, and each of a repository's own that looks for nothing else. */
function isForSecurity(name: string, reviewer: ReviewerDefinition | undefined): boolean {
  if (name === 'security') return true;
  const categories = reviewer?.categories ?? [];
  const known: readonly string[] = SECURITY_CATEGORIES;
  return categories.length > 0 && categories.every((category) => known.includes(category));
}

function contradictions(conflicts: readonly Conflict[]): readonly Escalation[] {
  if (conflicts.length === 0) return [];
  const what =
    conflicts.length === 1 ? 'Two findings contradict' : `${conflicts.length} pairs of findings contradict`;
  return [{ reason: `${what} each other: somebody has to decide.`, role: 'maintainers' }];
}

function slowReview({ ms, pendingMs }: EscalationFacts, minutes: number): readonly Escalation[] {
  const most = minutes * 60_000;
  const longest = Math.max(ms, pendingMs ?? 0);
  if (longest <= most) return [];
  const took = `${Math.floor(longest / 60_000)} min`;
  const what =
    ms > most ? `This review took ${took}` : `An earlier review of this commit was pending for ${took}`;
  return [{ reason: `${what}; escalation.pending-minutes is ${minutes}.`, role: 'maintainers' }];
}
