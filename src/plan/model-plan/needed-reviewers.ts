import { compileGlobs } from '../../config/compile-glob.ts';
import type { ChangedFile } from '../../model.ts';
import type { Plan, PlannedAgent } from '../make-plan.ts';

/** Changed lines up to which one reviewer is enough (facts/models.md C1: the fixed price of a call outweighs them). */
export const TRIVIAL_LINES = 10;
const ALWAYS_NEEDED = 'correctness';

/**
 * Triage: the reviewers whose model is asked. A change of few lines gets `correctness` alone, unless it touches a
 * security-sensitive path or that reviewer is not part of the run.
 * @param sensitive globs of `settings.escalation.paths`
 */
export function neededReviewers(plan: Plan, sensitive: readonly string[]): readonly PlannedAgent[] {
  const agents = plan.phases
    .flatMap((phase) => phase.agents)
    .filter((agent) => agent.notNeeded === null && agent.paths.length > 0);
  if (!isTrivial(plan.reviewable, sensitive)) return agents;
  const one = agents.filter((agent) => agent.reviewer.name === ALWAYS_NEEDED);
  return one.length === 0 ? agents : one;
}

function isTrivial(files: readonly ChangedFile[], sensitive: readonly string[]): boolean {
  const lines = files.reduce((sum, { change }) => sum + change.added + change.deleted, 0);
  if (lines > TRIVIAL_LINES) return false;
  if (sensitive.length === 0) return true;
  const isSensitive = compileGlobs(sensitive);
  return !files.some(({ path, change }) => isSensitive(path) || isSensitive(change.oldPath ?? path));
}
