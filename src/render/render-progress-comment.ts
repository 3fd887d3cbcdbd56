import type { AgentStatus } from '../model.ts';
import { codeSpan, escapeMarkdownCell } from './escape-markdown.ts';
import { COMMENT_MARKER } from './render-markdown.ts';

/** A hostile configuration may name many reviewers; the rest is counted. */
const MOST_ROWS = 50;

/**
 * The sticky comment while a review still runs: one row for each reviewer. The report replaces it.
 * @param sha the commit under review
 * @param agents the newest status of each reviewer
 */
export function renderProgressComment(sha: string, agents: readonly AgentStatus[]): string {
  const rows = agents
    .slice(0, MOST_ROWS)
    .map(
      ({ agent, state, task, progress, findings }) =>
        `| ${escapeMarkdownCell(agent)} | ${state} | ${Math.round(progress)} % | ${escapeMarkdownCell(task)} | ${findings} |`,
    );
  const left = agents.length - rows.length;
  return [
    COMMENT_MARKER,
    `**Review of ${codeSpan(sha.slice(0, 7))} is running.** This comment becomes its report; findings so far are not checked yet.`,
    '',
    '| Reviewer | State | Done | Doing | Findings |',
    '|---|---|---:|---|---:|',
    ...rows,
    ...(left > 0 ? ['', `and ${left} more`] : []),
    '',
  ].join('\n');
}
