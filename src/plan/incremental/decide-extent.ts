import type { CarriedFinding, EarlierReview, Glance } from '../../model.ts';
import { TRIVIAL_LINES, trivialReviewer } from '../model-plan/needed-reviewers.ts';

/** The change as it is now, as far as it decides what has to be looked at again. */
export interface ChangeKeys {
  /** The merge base. */
  readonly base: string;
  readonly baseLabel: string;
  readonly configDigest: string;
  readonly modelsDigest: string;
  /** Reviewers whose model is needed for this change. */
  readonly reviewers: readonly string[];
  /** Path → key of path, content and patch. */
  readonly files: ReadonlyMap<string, string>;
  /** Path → key of what the file offers to others; absent where that is not known. */
  readonly signatures: ReadonlyMap<string, string>;
  /** Files that use another: path → the files of the change that mention it. */
  readonly usersOf: (path: string) => readonly string[];
  /** Whether a path is one that every reviewer has to see, however little changed. */
  readonly isSensitive: (path: string) => boolean;
}

/** What the models are asked about, and what is taken over from the last review. */
export interface Extent {
  readonly kind: 'full' | 'changed';
  /** Why everything, in words for a person; empty for `changed`. */
  readonly reasons: readonly string[];
  /** Whether a reviewer's model has to look at a file again. */
  asks(reviewer: string, path: string): boolean;
  /** Findings of the last review that may be shown again where `asks` says no. */
  readonly carried: readonly CarriedFinding[];
  /** Only for a small push. */
  readonly glance?: Glance;
}

/**
 * Decides how much of a pull request the models look at again: only files whose content or patch changed and those that
 * use a function whose signature changed; of a small push only the reviewer of trivial changes and those who found
 * something in its files. Anything that makes the last review doubtful widens it to everything, with the reason; nothing
 * narrows it (R21).
 * @param earlier the last review; null on the first
 */
export function decideExtent(now: ChangeKeys, earlier: EarlierReview | null): Extent {
  if (earlier === null) return full(['there is no earlier review of this pull request']);
  if (!earlier.isTrusted)
    return full(['what the last review left behind is not signed with a key that this run knows']);
  const reasons = wideningReasons(now, earlier);
  if (reasons.length > 0) return full(reasons);
  const { memory } = earlier;
  const changed = changedPaths(now, memory.files, memory.signatures);
  const finished = new Set(memory.finished);
  const again = new Set(earlier.reviewersAgain);
  const nothingToDo =
    changed.size === 0 && again.size === 0 && now.reviewers.every((name) => finished.has(name));
  if (earlier.fullWhenUnchanged && nothingToDo)
    return full(['nothing changed since the last review, and a review was asked for']);
  const isAskedAgain = (reviewer: string) => again.has(reviewer) || !finished.has(reviewer);
  const glance = glanceOf(now, earlier, changed);
  return {
    kind: 'changed',
    reasons: [],
    asks: (reviewer, path) =>
      isAskedAgain(reviewer) || (glance === null ? changed.has(path) : glance.asks(reviewer, path)),
    carried: memory.carried,
    ...(glance === null ? {} : { glance: glance.told }),
  };
}

/**
 * A push that no person asked to have reviewed, of no more lines than a trivial change has, all of them counted since
 * every reviewer looked: many small pushes make a large one.
 */
function glanceOf(now: ChangeKeys, earlier: EarlierReview, changed: ReadonlySet<string>) {
  const { memory, fullWhenUnchanged: isAskedFor, linesSince: lines } = earlier;
  const { signatures } = now;
  const paths = [...changed];
  const isNewSignature = (path: string) => {
    const key = signatures.get(path);
    return key !== undefined && !memory.signatures.has(key);
  };
  if (isAskedFor || paths.length === 0 || lines === null || lines > TRIVIAL_LINES) return null;
  if (paths.some(now.isSensitive) || paths.some(isNewSignature)) return null;
  const first = trivialReviewer(paths);
  if (!now.reviewers.includes(first)) return null;
  const fresh = new Set(paths.filter((path) => !memory.glanced.has(now.files.get(path) ?? '')));
  const found = memory.carried.filter(({ path = '' }) => fresh.has(path));
  const concerned = (reviewer: string, path: string) =>
    found.some((one) => one.path === path && [one.reviewer, ...one.agreedBy].includes(reviewer));
  const asks = (reviewer: string, path: string) =>
    fresh.has(path) && (reviewer === first || concerned(reviewer, path));
  const reviewers = now.reviewers.filter((name) => paths.some((path) => asks(name, path)));
  return { asks, told: { lines, reviewers } };
}

function wideningReasons(now: ChangeKeys, { memory, widenBecause }: EarlierReview): readonly string[] {
  const reasons = [...widenBecause];
  if (memory.baseLabel !== now.baseLabel)
    reasons.push(`the base branch changed from ${memory.baseLabel} to ${now.baseLabel}`);
  else if (memory.base !== now.base)
    reasons.push(`the base moved from ${memory.base.slice(0, 7)} to ${now.base.slice(0, 7)}`);
  if (memory.configDigest !== now.configDigest)
    reasons.push('the configuration, the reviewers or the tool changed');
  if (memory.modelsDigest !== now.modelsDigest)
    reasons.push(
      memory.modelsDigest === null ? 'the last review asked no model' : 'other models are asked now',
    );
  return reasons;
}

function changedPaths(
  now: ChangeKeys,
  knownFiles: ReadonlySet<string>,
  knownSignatures: ReadonlySet<string>,
): ReadonlySet<string> {
  const changed = new Set([...now.files].filter(([, key]) => !knownFiles.has(key)).map(([path]) => path));
  for (const path of [...changed]) {
    const signature = now.signatures.get(path);
    if (signature !== undefined && knownSignatures.has(signature)) continue;
    for (const user of now.usersOf(path)) if (now.files.has(user)) changed.add(user);
  }
  return changed;
}

function full(reasons: readonly string[]): Extent {
  return { kind: 'full', reasons, asks: () => true, carried: [] };
}
