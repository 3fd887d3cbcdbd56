import type { Report, ReviewMemory } from '../model.ts';
import type { ReviewPoster, ThreadResolver } from '../ports.ts';
import { fixedBy, markFixed, planMarks } from './mark-fixed.ts';
import type { OwnThread } from './own-threads.ts';
import { resolveThreads } from './resolve-threads.ts';

/** What is needed to bring our threads up to date. */
export interface Tidying {
  readonly own: readonly OwnThread[];
  readonly authorId: number;
  readonly memory: ReviewMemory;
  readonly head: string;
  /** Threads of fixed findings are resolved too. */
  readonly resolve: boolean;
}

/**
 * Brings our inline comments up to date with the report: what is fixed says so, what is back says so. After the status,
 * because nobody waits for it; what a run does not get done, the next one does.
 * @returns what could not be done, in words
 */
export async function tidyThreads(
  report: Report,
  ports: { readonly reviews: ReviewPoster; readonly threads: ThreadResolver },
  { own, authorId, memory, head, resolve }: Tidying,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const findings = report.findings.filter(
    ({ suppressedBy, state }) => suppressedBy === undefined || state === 'dismissed',
  );
  const known = { findings, remembered: memory.findings, head };
  const present = new Set(findings.map(({ fingerprint }) => fingerprint));
  const isPresent = ({ marker }: OwnThread) => present.has(marker.fingerprint);
  const isFixed = (one: OwnThread) =>
    !isPresent(one) && (one.marker.state === 'fixed' || fixedBy(one, known) !== null);
  try {
    const { resolved, problems } = resolve
      ? await resolveThreads(ports.threads, own, { authorId, isFixed, isPresent }, signal)
      : { resolved: new Set<string>(), problems: [] };
    return [...problems, ...(await markFixed(ports.reviews, planMarks(own, known, resolved), signal))];
  } catch (error) {
    // Everything that matters stands already: the end of the run's time must not spoil its status.
    if (!signal.aborted) throw error;
    return ['The time of this run was over before all comments on fixed findings were brought up to date.'];
  }
}
