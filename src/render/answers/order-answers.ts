import { LONGEST_REASON, type RememberedFinding } from '../../model.ts';
import { cutLine } from '../cut-text.ts';
import { dismissalLines } from '../dismissal-lines.ts';
import { codeFence, codeSpan, escapeMarkdownLine } from '../escape-markdown.ts';
import { idOf } from './finding-lines.ts';

/** The answer to `/review dismiss`: until when it holds, and the lines that make it last. */
export function dismissedAnswer(finding: RememberedFinding, reason: string, by: string): string {
  const lines = dismissalLines(finding, reason, by).trimEnd().split('\n');
  return [
    `Dismissed in this pull request until its code changes: ${codeSpan(idOf(finding))} ${escapeMarkdownLine(cutLine(finding.title, 90))}.`,
    `To make it last, add these lines to ${codeSpan('.github/multi-agent-review/dismissals.yml')} on the base branch:`,
    codeFence(lines, 'text'),
  ].join('\n\n');
}

/** The answer to `/review override`: who, why, which commit, and that it ends with it. */
export function overriddenAnswer(head: string, reason: string, by: string): string {
  return `${escapeMarkdownLine(by)} lets ${codeSpan(head.slice(0, 7))} pass: ${escapeMarkdownLine(cutLine(reason, LONGEST_REASON))} · This holds for that commit and no other: the next push is judged anew.`;
}

/** The answer to `/review override` when nothing of ours is older than the comment. */
export function unseenHeadAnswer(head: string): string {
  return `${codeSpan(head.slice(0, 7))} was not overridden: no review of it had begun when you wrote that, so you may have meant an older commit. Look at what the review says of it, then write it again.`;
}

/** The answer to `/review pause`. */
export function pausedAnswer(): string {
  return `Automatic reviews of this pull request are paused: pushes get the status "paused" and no review. Commands still work, and ${codeSpan('/review resume')} starts them again.`;
}

/** What is said when there is nothing to do. */
export const NOTHING_TO_DO = {
  resume: 'Automatic reviews of this pull request are not paused.',
  abort: 'No review is running on the newest commit.',
} as const;

/** The answer to any command that a closed pull request does not take. */
export function closedAnswer(): string {
  return `This pull request is closed. ${['status', 'explain <id>', 'help'].map((word) => codeSpan(`/review ${word}`)).join(', ')} still answer; everything else waits until it is open again.`;
}

/** The answer to `/review undismiss` when no command dismissed the finding. */
export function notDismissedAnswer(finding: RememberedFinding): string {
  return finding.state === 'dismissed'
    ? `${codeSpan(idOf(finding))} was not dismissed by a command: take its entry out of ${codeSpan('.github/multi-agent-review/dismissals.yml')}, or take back the reaction or resolution beside its line.`
    : `${codeSpan(idOf(finding))} is not dismissed: it is ${finding.state}.`;
}

/** The answer to `/review dismiss` when the finding is gone. */
export function alreadyFixedAnswer(finding: RememberedFinding): string {
  return `${codeSpan(idOf(finding))} is fixed by ${codeSpan((finding.fixedBy ?? '').slice(0, 7))}: there is nothing to dismiss.`;
}
