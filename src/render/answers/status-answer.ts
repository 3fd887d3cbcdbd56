import type { Override, RememberedFinding } from '../../model.ts';
import { cutLine } from '../cut-text.ts';
import { codeSpan, escapeMarkdownLine, markdownLink } from '../escape-markdown.ts';
import { formatCount } from '../format-quantity.ts';

/** What `/review status` says; all of it was read, nothing is claimed. */
export interface StandingReview {
  readonly head: string;
  /** The newest status of our context on the head; null when there is none. */
  readonly status: {
    readonly state: string;
    readonly description: string;
    readonly targetUrl: string | null;
    readonly createdAt: string;
  } | null;
  /** The head that was last reviewed to its end; null before the first review. */
  readonly reviewedHead: string | null;
  readonly findings: readonly RememberedFinding[];
  readonly pausedBy: string | null;
  readonly override: Override | null;
  readonly dismissals: number;
  /** The review comment; null when there is none. */
  readonly commentUrl: string | null;
  readonly notes: readonly string[];
}

/** The answer to `/review status`, inert Markdown. */
export function statusAnswer(standing: StandingReview): string {
  const { head, status, reviewedHead, pausedBy, override, dismissals, commentUrl, notes } = standing;
  const commit = codeSpan(head.slice(0, 7));
  const lines = [
    status === null
      ? `No review of ${commit} has begun.`
      : `${commit}: **${status.state}** since ${codeSpan(cutLine(status.createdAt, 30))}: ${linked(status)}`,
    reviewedLine(standing),
    ...(reviewedHead === null ? [] : [findingsLine(standing)]),
    ...(pausedBy === null
      ? []
      : [
          `Automatic reviews are paused by ${escapeMarkdownLine(pausedBy)}; ${codeSpan('/review resume')} starts them again.`,
        ]),
    ...(override === null ? [] : [overrideLine(override)]),
    ...(dismissals === 0
      ? []
      : [`${formatCount(dismissals, 'dismissal')} by commands of this pull request.`]),
    ...(commentUrl === null ? [] : [markdownLink('The review comment', commentUrl)]),
    ...notes.map((note) => escapeMarkdownLine(note)),
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

function linked({ description, targetUrl }: NonNullable<StandingReview['status']>): string {
  return markdownLink(escapeMarkdownLine(cutLine(description, 200)), targetUrl);
}

function reviewedLine({ head, reviewedHead }: StandingReview): string {
  if (reviewedHead === null) return 'No review of this pull request has ended yet, or what it left is gone.';
  return reviewedHead === head
    ? 'This commit was reviewed to its end.'
    : `The last commit that was reviewed to its end is ${codeSpan(reviewedHead.slice(0, 7))}.`;
}

function findingsLine({ findings }: StandingReview): string {
  const count = (state: RememberedFinding['state']) => findings.filter((one) => one.state === state).length;
  return `Findings: ${count('open')} open, ${count('fixed')} fixed, ${count('dismissed')} dismissed.`;
}

function overrideLine({ by, reason, head }: Override): string {
  return `Overridden by ${escapeMarkdownLine(by)} for ${codeSpan(head.slice(0, 7))}, and no other commit: ${escapeMarkdownLine(reason)}`;
}
