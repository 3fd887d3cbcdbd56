import type { AgentStatus } from '../model.ts';
import { codeSpan, escapeMarkdownCell } from './escape-markdown.ts';
import { COMMENT_MARKER } from './render-markdown.ts';

/** A hostile configuration may name many reviewers; the rest is counted. */
const MOST_ROWS = 50;
// Texts from elsewhere are escaped: none of them can hold one of these lines.
const UNFINISHED = '<!-- multi-agent-review unfinished -->';
const EARLIER = '<!-- multi-agent-review earlier report -->';
const FOLD_END = '\n\n</details>';

/** The run whose progress is shown. */
export interface ShownRun {
  /** The commit under review. */
  readonly sha: string;
  /** Id of the status by which the run claimed the commit: that of no other run. */
  readonly statusId: number;
}

/**
 * The sticky comment while a review still runs: one row for each reviewer. The report replaces it; a run that ends
 * without one leaves `renderUnfinished`.
 * @param agents the newest status of each reviewer
 * @param earlier the report that stood there, as `earlierReport` gives it; kept, folded
 */
export function renderProgressComment(
  run: ShownRun,
  agents: readonly AgentStatus[],
  earlier: string | null,
): string {
  const rows = agents
    .slice(0, MOST_ROWS)
    .map(
      ({ agent, state, task, progress, findings }) =>
        `| ${escapeMarkdownCell(agent)} | ${state} | ${Math.round(progress)} % | ${escapeMarkdownCell(task)} | ${findings} |`,
    );
  const left = agents.length - rows.length;
  const kept = ['', '<details><summary>The last report</summary>', '', EARLIER, `${earlier}${FOLD_END}`];
  return [
    COMMENT_MARKER,
    markOf(run.statusId),
    `**Review of ${codeSpan(run.sha.slice(0, 7))} is running.** This comment becomes its report; findings so far are not checked yet.`,
    '',
    '| Reviewer | State | Done | Doing | Findings |',
    '|---|---|---:|---|---:|',
    ...rows,
    ...(left > 0 ? ['', `and ${left} more`] : []),
    ...(earlier === null ? [] : kept),
    '',
  ].join('\n');
}

/**
 * What a comment says when its run ended without a report: that, what to do, and the report that stood there before.
 * @param text the visible text of the comment that shows progress
 * @param commands the comment names the `/review` commands
 */
export function renderUnfinished(run: ShownRun, text: string, commands: boolean): string {
  const earlier = earlierReport(text);
  const ask = commands ? `comment ${codeSpan('/review')}, push, or run the job again` : 'start it again';
  const follows =
    earlier === null ? [] : ['', 'Below stands the last report that was finished.', '', EARLIER, earlier];
  return [
    COMMENT_MARKER,
    UNFINISHED,
    `**The review of ${codeSpan(run.sha.slice(0, 7))} did not finish**, so nothing is known of this commit. To get a report, ${ask}; the log of the run says what ended it.`,
    ...follows,
    '',
  ].join('\n');
}

/** Whether a comment shows the progress of this very run. Look at its author first. */
export function showsProgressOf(statusId: number, body: string): boolean {
  return body.split(/\r?\n/, 2)[1] === markOf(statusId);
}

/** The finished report in a comment of ours, without its first line; null when it holds none. */
export function earlierReport(text: string): string | null {
  const [, second = ''] = text.split('\n', 2);
  const isProgress = /^<!-- multi-agent-review progress \d+ -->$/.test(second);
  if (!isProgress && second !== UNFINISHED) return text.slice(COMMENT_MARKER.length + 1).trimEnd() || null;
  const start = text.indexOf(`\n${EARLIER}\n`);
  if (start === -1) return null;
  const kept = text.slice(start + EARLIER.length + 2).trimEnd();
  return isProgress && kept.endsWith(FOLD_END) ? kept.slice(0, -FOLD_END.length) : kept;
}

function markOf(statusId: number): string {
  return `<!-- multi-agent-review progress ${statusId} -->`;
}
