import { fileKeyOf } from '../evidence/file-keys.ts';
import { areKnownLines } from '../evidence/line-keys.ts';
import {
  type Category,
  type Convergence,
  type EarlierReview,
  type Finding,
  isAtLeast,
  NIT_CATEGORIES,
  type PullRequestContext,
  type ReviewMemory,
  SECURITY_CATEGORIES,
} from '../model.ts';

/** The findings, those annotated that a converged review does not show, and what is said of it; null when it has not. */
export interface ConvergedFindings {
  readonly findings: readonly Finding[];
  readonly convergence: Convergence | null;
}

/** The automatic review that a run is, counted from 1; a run that somebody asked for is none of its own. */
export function roundOf(earlier: EarlierReview | null, head: string): number {
  if (earlier === null) return 1;
  const { memory, isAutomatic } = earlier;
  return isAutomatic && memory.head !== head ? memory.rounds + 1 : memory.rounds;
}

/**
 * After `convergence.rounds` automatic reviews a finding is held back when it is first raised where the last review saw
 * the same code, and a nit also when it was gone or dismissed before. What an attacker could gain by pushing often is
 * never held back: high and critical findings, what reaches `fail-on`, security findings above low. A memory that is not
 * signed holds back nits below medium alone (R21). A run that somebody asked for shows everything.
 * @param findings with their states
 * @param configDigest other rules or reviewers are a reason to look at old lines again
 */
export function convergeFindings(
  findings: readonly Finding[],
  earlier: EarlierReview | null,
  { context, configDigest }: { readonly context: PullRequestContext; readonly configDigest: string },
): ConvergedFindings {
  const { failOn, convergence } = context.settings;
  const after = convergence.rounds;
  const round = roundOf(earlier, context.head.sha ?? '');
  if (after === 0 || earlier === null || !earlier.isAutomatic || round <= after)
    return { findings, convergence: null };
  const { memory, isTrusted } = earlier;
  if (memory.configDigest !== configDigest) return { findings, convergence: null };
  const wasSeen = makeSeenBefore(context, memory);
  const judged = findings.map((finding): Finding => {
    if (finding.suppressedBy !== undefined || !isSmall(finding, failOn, isTrusted)) return finding;
    if (finding.state === 'reopened' && isNit(finding))
      return { ...finding, suppressedBy: `converged: a small thing that was gone or dismissed before` };
    if (finding.state === 'new' && wasSeen(finding))
      return { ...finding, suppressedBy: `converged: first raised after ${after} reviews of the same lines` };
    return finding;
  });
  const suppressed = judged.filter((finding, index) => finding !== findings[index]).length;
  return { findings: judged, convergence: { round, after, suppressed } };
}

/** Whether a finding may be held back at all. */
function isSmall(
  { severity, category }: Finding,
  failOn: PullRequestContext['settings']['failOn'],
  isTrusted: boolean,
): boolean {
  if (isAtLeast(severity, 'high') || (failOn !== 'never' && isAtLeast(severity, failOn))) return false;
  return !isAtLeast(severity, 'medium') || (isTrusted && !isIn(SECURITY_CATEGORIES, category));
}

function isNit({ severity, category }: Finding): boolean {
  return !isAtLeast(severity, 'medium') || isIn(NIT_CATEGORIES, category);
}

function isIn(categories: readonly Category[], category: Category): boolean {
  return categories.includes(category);
}

/** Whether the last review saw the very lines of a finding, and its reviewer finished. Where nobody knows, no. */
function makeSeenBefore({ files }: PullRequestContext, memory: ReviewMemory): (finding: Finding) => boolean {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const finished = new Set(memory.finished);
  return ({ reviewer, anchor, path = '', side = 'new', startLine, endLine }) => {
    const file = byPath.get(path);
    if (file === undefined || anchor === 'subject' || !finished.has(reviewer)) return false;
    if (memory.files.has(fileKeyOf(file))) return true;
    if (anchor === 'file' || startLine === undefined) return false;
    const range = { side, startLine, endLine: Math.max(startLine, endLine ?? startLine) };
    return areKnownLines(file, range, memory.lines);
  };
}
