import { compileGlobs } from '../config/compile-glob.ts';
import { exclusionOf } from '../diff/classify-path.ts';
import type {
  ChangedFile,
  PathReason,
  PullRequestContext,
  ReviewerDefinition,
  Settings,
  WorkflowDefinition,
} from '../model.ts';

/** One reviewer's share of the change. */
export interface PlannedAgent {
  readonly reviewer: ReviewerDefinition;
  /** Files it reviews, in the order of the change. */
  readonly paths: readonly string[];
  /** Why it has nothing to do; null when it has. */
  readonly notNeeded: string | null;
}

export interface PlannedPhase {
  readonly name: string;
  readonly needs: readonly string[];
  readonly agents: readonly PlannedAgent[];
}

/** Which reviewer sees which files, in which phase. */
export interface Plan {
  readonly workflow: string;
  readonly phases: readonly PlannedPhase[];
  /** Files that at least one engine reads. */
  readonly reviewable: readonly ChangedFile[];
  readonly excluded: readonly PathReason[];
  readonly notReviewed: readonly PathReason[];
}

/**
 * Plans a run.
 * @param context the change
 * @param workflow its phases name reviewers
 * @param reviewers all known definitions
 * @returns every file of the change stands in exactly one of reviewable, excluded, notReviewed
 */
export function makePlan(
  context: PullRequestContext,
  workflow: WorkflowDefinition,
  reviewers: readonly ReviewerDefinition[],
): Plan {
  const { reviewable, excluded, notReviewed } = sortFiles(context);
  const byName = new Map(reviewers.map((reviewer) => [reviewer.name, reviewer]));
  const wanted = context.settings.reviewers;
  const phases = workflow.phases.map((phase) => ({
    name: phase.name,
    needs: phase.needs,
    agents: phase.reviewers
      .filter((name) => wanted === null || wanted.includes(name))
      .flatMap((name) => {
        const reviewer = byName.get(name);
        return reviewer === undefined ? [] : [planAgent(reviewer, reviewable, context.files)];
      }),
  }));
  return { workflow: workflow.name, phases, reviewable, excluded, notReviewed };
}

/** Excluded files count here: what they are (a link, an odd name) is looked at even where nothing in them is. */
function planAgent(
  reviewer: ReviewerDefinition,
  reviewable: readonly ChangedFile[],
  all: readonly ChangedFile[],
): PlannedAgent {
  const matches = compileGlobs(reviewer.paths);
  const paths = reviewable.filter((file) => matches(file.path)).map((file) => file.path);
  if (all.some((file) => matches(file.path))) return { reviewer, paths, notNeeded: null };
  return {
    reviewer,
    paths,
    notNeeded: all.length === 0 ? 'no file to review' : 'no changed file in its paths',
  };
}

function sortFiles(context: PullRequestContext): Pick<Plan, 'reviewable' | 'excluded' | 'notReviewed'> {
  const reviewable: ChangedFile[] = [];
  const excluded: PathReason[] = [];
  const notReviewed: PathReason[] = [...context.unreadable];
  const listed = new Set(notReviewed.map((entry) => entry.path));
  const policy = policyOf(context.settings);
  for (const file of context.files) {
    if (listed.has(file.path)) continue;
    const reason = policy(file);
    const obstacle = reason === null ? obstacleOf(file) : null;
    if (reason !== null) excluded.push({ path: file.path, reason });
    else if (obstacle !== null) notReviewed.push({ path: file.path, reason: obstacle });
    else reviewable.push(file);
  }
  return { reviewable, excluded, notReviewed };
}

/** Why a file is left out by policy, or null. */
function policyOf(settings: Settings): (file: ChangedFile) => string | null {
  const included = compileGlobs(settings.paths);
  const skipped = settings.skip.paths.length === 0 ? () => false : compileGlobs(settings.skip.paths);
  return (file) => {
    if (!included(file.path) || skipped(file.path)) return 'path filter';
    if (file.head.kind === 'submodule' || file.change.newMode === '160000') return 'submodule';
    if (file.head.kind === 'symlink') return 'symbolic link';
    if (file.head.kind === 'binary' || file.change.binary) return 'binary';
    return exclusionOf(file.path, file.head.kind === 'text' ? file.head.text : null, file.change);
  };
}

/** Why a file that should be reviewed cannot be, or null. */
function obstacleOf(file: ChangedFile): string | null {
  if (file.change.problem !== null) return file.change.problem;
  if (file.head.kind === 'unreadable') return file.head.reason;
  if (file.head.kind === 'missing' && file.change.status !== 'removed')
    return 'its content at head is missing';
  return null;
}
