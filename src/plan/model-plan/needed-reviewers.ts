import { compileGlobs } from '../../config/compile-glob.ts';
import { isTestPath } from '../../diff/is-test-path.ts';
import type { ChangedFile } from '../../model.ts';
import type { Plan, PlannedAgent } from '../make-plan.ts';

/** Changed lines up to which one reviewer is enough (facts/models.md C1: the fixed price of a call outweighs them). */
export const TRIVIAL_LINES = 10;

/** A kind of change that not every reviewer has something to say about. */
interface Kind {
  readonly name: string;
  readonly includes: (path: string) => boolean;
  /** Asked about any change of this kind. */
  readonly reviewers: readonly string[];
  /** Asked about a trivial one. */
  readonly trivial: string;
}

/** The first that includes all paths holds. */
const KINDS: readonly Kind[] = [
  {
    name: 'documents',
    includes: isDocument,
    reviewers: ['documentation', 'style'],
    trivial: 'documentation',
  },
  {
    name: 'tests',
    includes: isTestPath,
    reviewers: ['correctness', 'test-coverage', 'style'],
    trivial: 'correctness',
  },
];

/** Whose model is asked. */
export interface Triage {
  readonly agents: readonly PlannedAgent[];
  /** Why not all are, or nobody is, in words for a person; null when all are. */
  readonly why: string | null;
}

/**
 * Triage: the reviewers whose model is asked. A change of few lines gets one reviewer, a change of documents or of tests
 * alone gets those who know them and the repository's own reviewers. A change that touches a security-sensitive path
 * gets all, and so does one whose reviewers by these rules are not part of the run.
 * @param sensitive globs of `settings.escalation.paths`
 */
export function triageReviewers(plan: Plan, sensitive: readonly string[]): Triage {
  const agents = plan.phases
    .flatMap((phase) => phase.agents)
    .filter((agent) => agent.notNeeded === null && agent.paths.length > 0);
  if (agents.length === 0)
    return { agents, why: 'No model was asked: there is no file that a reviewer of this run has to read.' };
  const paths = plan.reviewable.flatMap(({ path, change }) => [path, change.oldPath ?? path]);
  if (sensitive.length > 0 && paths.some(compileGlobs(sensitive))) return { agents, why: null };
  const kind = kindOf(paths);
  const trivial = isTrivial(plan.reviewable);
  const needed = trivial
    ? agents.filter(({ reviewer }) => reviewer.name === trivialReviewer(paths))
    : agents.filter(({ reviewer }) => !reviewer.builtIn || kind?.reviewers.includes(reviewer.name) !== false);
  if (needed.length === 0 || needed.length === agents.length) return { agents, why: null };
  const names = needed.map(({ reviewer }) => reviewer.name).join(', ');
  const size = trivial ? `has at most ${TRIVIAL_LINES} lines` : null;
  const about = kind === undefined ? null : `is of ${kind.name} alone`;
  const because = [size, about].filter((part) => part !== null).join(' and ');
  return { agents: needed, why: `Models were asked for ${names} only: the change ${because}.` };
}

/** The reviewer that is asked about a trivial change of these files. */
export function trivialReviewer(paths: readonly string[]): string {
  return kindOf(paths)?.trivial ?? 'correctness';
}

function kindOf(paths: readonly string[]): Kind | undefined {
  return KINDS.find(({ includes }) => paths.every(includes));
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
