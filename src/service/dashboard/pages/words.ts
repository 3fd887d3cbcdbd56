import type { AgentLine, ReviewLine } from '../../../adapters/store/dashboard/review-queries.ts';
import { formatDuration } from '../../../render/format-quantity.ts';

/** How a review stands, for colour and for people. The tone is never the only sign. */
export interface Standing {
  readonly tone: 'pass' | 'fail' | 'incomplete' | 'skipped' | 'running';
  readonly mark: string;
  readonly word: string;
}

export function standingOf(review: ReviewLine): Standing {
  switch (review.state) {
    case 'queued':
      return { tone: 'running', mark: '◷', word: review.attempt > 0 ? 'waits for another try' : 'queued' };
    case 'running':
      return { tone: 'running', mark: '◐', word: 'running' };
    case 'failed':
      return { tone: 'fail', mark: '!', word: 'gave up' };
    case 'superseded':
      return { tone: 'skipped', mark: '–', word: 'superseded' };
    case 'answered':
      return { tone: 'skipped', mark: '–', word: 'answered' };
    case 'done':
      return doneStanding(review);
  }
}

function doneStanding({ gate, verdict }: ReviewLine): Standing {
  if (gate === 'fail') return { tone: 'fail', mark: '✕', word: 'blocked' };
  if (verdict === 'skipped') return { tone: 'skipped', mark: '–', word: 'skipped' };
  if (gate === 'incomplete' || verdict === 'incomplete')
    return { tone: 'incomplete', mark: '!', word: 'incomplete' };
  if (verdict === 'findings') return { tone: 'pass', mark: '✓', word: 'findings' };
  if (verdict === 'clean') return { tone: 'pass', mark: '✓', word: 'clean' };
  return { tone: 'skipped', mark: '–', word: 'no review' };
}

/** The title of the pull request, or its number where it has none. */
export function titleWords({ title, pullNumber }: Pick<ReviewLine, 'title' | 'pullNumber'>): string {
  return title.trim() === '' ? `Pull request #${pullNumber}` : title;
}

/** `3 min ago`; a date when it is longer than two weeks. */
export function agoWords(then: Date, now: number): string {
  const seconds = Math.max(0, Math.round((now - then.getTime()) / 1_000));
  if (seconds < 5) return 'just now';
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h ago`;
  if (seconds < 14 * 86_400) return `${Math.floor(seconds / 86_400)} d ago`;
  return then.toISOString().slice(0, 10);
}

/** How long a review took, or takes by now. */
export function durationWords(review: ReviewLine, now: number): string {
  if (review.startedAt === null) return '–';
  return formatDuration((review.finishedAt?.getTime() ?? now) - review.startedAt.getTime());
}

/** A share in per cent; a dash where there is nothing to share. */
export function percentWords(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

/** Whether an agent still has something to do. */
export function isOpen({ state }: AgentLine): boolean {
  return state === 'waiting' || state === 'running';
}

export const STATE_WORDS: Readonly<Record<AgentLine['state'], string>> = {
  waiting: 'waiting',
  running: 'running',
  done: 'done',
  degraded: 'degraded',
  failed: 'failed',
  'timed-out': 'timed out',
  truncated: 'cut off',
  refused: 'refused',
  unparsable: 'unreadable answer',
  cancelled: 'cancelled',
  'over-budget': 'over budget',
  'not-needed': 'not needed',
};

/** The tone of an agent's state. */
export function agentTone({ state }: AgentLine): Standing['tone'] {
  if (state === 'done') return 'pass';
  if (state === 'waiting' || state === 'not-needed') return 'skipped';
  return state === 'running' ? 'running' : 'incomplete';
}
