import { compileGlobs } from '../../config/compile-glob.ts';
import { isTestPath } from '../../diff/is-test-path.ts';
import type { ChangedFile } from '../../model.ts';
import type { Plan, PlannedAgent } from '../make-plan.ts';

/** Changed lines up to which one reviewer is enough (facts/models.md C1: the fixed price of a call outweighs them). */
export const TRIVIAL_LINES = 10;

/** A kind of change that not every reviewer has something to say about. */
interface Kind {
  readonly includes: (path: string) => boolean;
  /** Asked about any change of this kind. */
  readonly reviewers: readonly string[];
  /** Asked about a trivial one. */
  readonly trivial: string;
}

/** The first that includes all paths holds. */
const KINDS: readonly Kind[] = [
  { includes: isDocument, reviewers: ['documentation', 'style'], trivial: 'documentation' },
  { includes: isTestPath, reviewers: ['correctness', 'test-coverage', 'style'], trivial: 'correctness' },
];

/**
 * Triage: the reviewers whose model is asked. A change of few lines gets one reviewer, a change of documents or of tests
 * alone gets those who know them and the repository's own reviewers. A change that touches a security-sensitive path
 * gets all, and so does one whose reviewers by these rules are not part of the run.
 * @param sensitive globs of `settings.escalation.paths`
 */
export function neededReviewers(plan: Plan, sensitive: readonly string[]): readonly PlannedAgent[] {
  const agents = plan.phases
    .flatMap((phase) => phase.agents)
    .filter((agent) => agent.notNeeded === null && agent.paths.length > 0);
  const paths = plan.reviewable.flatMap(({ path, change }) => [path, change.oldPath ?? path]);
  if (sensitive.length > 0 && paths.some(compileGlobs(sensitive))) return agents;
  const kind = KINDS.find(({ includes }) => paths.every(includes));
  const needed = isTrivial(plan.reviewable)
    ? agents.filter(({ reviewer }) => reviewer.name === (kind?.trivial ?? 'correctness'))
    : agents.filter(({ reviewer }) => !reviewer.builtIn || kind?.reviewers.includes(reviewer.name) !== false);
  return needed.length === 0 ? agents : needed;
}

function isTrivial(files: readonly ChangedFile[]): boolean {
  return files.reduce((sum, { change }) => sum + change.added + change.deleted, 0) <= TRIVIAL_LINES;
}

/** Text that only people read. What an assistant is told to do is not: it acts on what stands there. */
function isDocument(path: string): boolean {
  const parts = path.split('/');
  if (!/\.(?:md|markdown|rst|adoc)$/i.test(parts.at(-1) ?? '')) return false;
  return !parts.some((part) => part.startsWith('.') || FOR_MACHINES.test(part));
}

const FOR_MACHINES = /^(?:agents|claude|gemini|skills?|prompts?|reviewers|commands)(?:\.|$)/i;
