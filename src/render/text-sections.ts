import type { AgentReport, Report } from '../model.ts';
import { countFiles } from '../model.ts';
import { cutLine, cutPath, cutText } from './cut-text.ts';
import { escalationText } from './describe-escalation.ts';
import {
  convergenceWords,
  engineOf,
  factsOf,
  isComplete,
  locationOf,
  placeOf,
  resultOf,
  revisionWords,
} from './describe-report.ts';
import { displayWidth, fitColumns, padColumns } from './display-width.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { formatCount, formatDollars, formatDuration, formatNumber, formatTokens } from './format-quantity.ts';
import { dismissalWords, type FindingGroups, pathsByReason, suppressionReasons } from './group-findings.ts';
import { item, paragraph, rule, type TextStyle } from './text-style.ts';

const MOST_LISTED = 20;
const MOST_REASONS = 8;

/** What was compared, and the counts. */
export function factLines(report: Report, style: TextStyle): readonly string[] {
  const compared = `${revisionText(report.head)} against ${revisionText(report.base)}`;
  const converged = convergenceWords(report);
  return [
    ...paragraph(style, compared, 2, '  '),
    ...paragraph(style, factsOf(report).join(' · '), 2, '  ').map((line) => style.dim(line)),
    ...(converged === null ? [] : paragraph(style, converged, 2, '  ')),
  ];
}

/** Who ran, how long, for how many tokens and dollars; columns that do not fit or say nothing are left out. */
export function agentLines(report: Report, style: TextStyle): readonly string[] {
  if (report.agents.length === 0) return [];
  const paid = report.usage.costUsd > 0 || report.agents.some((agent) => tokensOf(agent) > 0);
  const columns = [
    { title: 'Reviewer', side: 'left', least: 0, cell: nameCell },
    { title: 'Engine', side: 'left', least: 84, cell: (agent: AgentReport) => engineOf(agent) },
    { title: 'Result', side: 'left', least: 0, cell: (agent: AgentReport) => resultOf(agent, report) },
    { title: 'Time', side: 'right', least: 0, cell: (agent: AgentReport) => formatDuration(agent.ms) },
    { title: 'In / cached / out', side: 'right', least: paid ? 96 : Infinity, cell: tokensCell },
    {
      title: 'Cost',
      side: 'right',
      least: paid ? 70 : Infinity,
      cell: (agent: AgentReport) => formatDollars(agent.costUsd),
    },
  ] as const;
  const shown = columns.filter((column) => style.width >= column.least);
  const rows = report.agents.map((agent) =>
    shown.map((column) => escapeTerminal(cutLine(column.cell(agent), 300))),
  );
  const widths = shown.map((column, index) =>
    Math.max(displayWidth(column.title), ...rows.map((row) => displayWidth(row[index] ?? ''))),
  );
  const result = shown.findIndex((column) => column.title === 'Result');
  shrinkTo(widths, result, style.width - 4 - 2 * (shown.length - 1));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        padColumns(fitColumns(cell, widths[index] ?? 0), widths[index] ?? 0, shown[index]?.side),
      )
      .join('  ')
      .trimEnd();
  return [
    rule(style, 'Reviewers'),
    style.dim(`    ${line(shown.map((column) => column.title))}`),
    ...report.agents.map((agent, index) => {
      const mark = isComplete(agent) ? style.strong.pass('✓') : style.strong.incomplete('✗');
      return `  ${mark} ${line(rows[index] ?? [])}`;
    }),
    style.dim(
      `    ${formatDuration(report.usage.ms)} in all${paid ? `, ${formatDollars(report.usage.costUsd)}` : ''}`,
    ),
    '',
  ];
}

/** Files by what became of them. What should have been read and was not is listed, never only counted. */
export function coverageLines(report: Report, style: TextStyle): readonly string[] {
  const { reviewed, excluded, notReviewed } = report.coverage;
  const total = reviewed.length + excluded.length + countFiles(notReviewed);
  const lines = [`  Reviewed ${formatNumber(reviewed.length)} of ${formatCount(total, 'file')}`];
  const reasons = pathsByReason(excluded);
  for (const { reason, paths } of reasons.slice(0, MOST_REASONS)) {
    const named = paths.slice(0, 3).map((path) => cutPath(path, 60));
    const more = paths.length > named.length ? ` and ${formatNumber(paths.length - named.length)} more` : '';
    lines.push(...item(style, `Excluded, ${cutText(reason, 120)}: ${named.join(', ')}${more}`, '  '));
  }
  if (reasons.length > MOST_REASONS)
    lines.push(`  and ${formatNumber(reasons.length - MOST_REASONS)} more reasons`);
  if (notReviewed.length > 0) {
    lines.push(
      `  ${style.strong.incomplete(`NOT REVIEWED: ${formatCount(countFiles(notReviewed), 'file')}`)}`,
    );
    for (const { path, reason } of notReviewed.slice(0, MOST_LISTED)) {
      lines.push(...item(style, `${cutPath(path, 160)}: ${cutText(reason, 200)}`, '    - '));
    }
    if (notReviewed.length > MOST_LISTED)
      lines.push(`    - and ${formatNumber(notReviewed.length - MOST_LISTED)} more`);
  }
  return [rule(style, 'Files'), ...lines, ''];
}

/** What is missing, misconfigured, in conflict, held back or worth knowing; sections without content are left out. */
export function remarkLines(
  report: Report,
  { dismissed, suppressed }: FindingGroups,
  style: TextStyle,
): readonly string[] {
  const problems = report.configProblems.map(
    (problem) =>
      `${placeOf(problem.file, problem.line)} ${problem.key === '' ? '' : `${problem.key}: `}${problem.message}`,
  );
  const conflicts = (report.conflicts ?? []).map(
    ({ findings, reason }) => `${findings.join(' and ')}: ${reason}`,
  );
  const held = suppressionReasons(suppressed).map(([reason, count]) => `${formatNumber(count)} × ${reason}`);
  const ended = dismissed.map(
    (finding) =>
      `${finding.id} ${finding.severity} ${cutLine(finding.title, 80)} · ${cutPath(locationOf(finding), 120)}: ${dismissalWords(finding)}`,
  );
  return [
    ...listSection('Needs a person', (report.escalations ?? []).map(escalationText), style),
    ...listSection('Missing from this review', report.incompleteReasons, style),
    ...listSection('Configuration problems', problems, style),
    ...listSection('Conflicting advice, yours to decide', conflicts, style),
    ...listSection(`Dismissed: ${formatCount(dismissed.length, 'finding')}`, ended, style),
    ...listSection(`Not shown: ${formatCount(suppressed.length, 'finding')}`, held, style),
    ...listSection('Notes', report.notes, style),
  ];
}

function listSection(title: string, texts: readonly string[], style: TextStyle): readonly string[] {
  if (texts.length === 0) return [];
  const more = texts.length - MOST_LISTED;
  return [
    rule(style, title),
    ...texts.slice(0, MOST_LISTED).flatMap((text) => item(style, cutText(text, 500), '  - ')),
    ...(more > 0 ? [`  - and ${formatNumber(more)} more`] : []),
    '',
  ];
}

function revisionText(revision: Report['head']): string {
  const { sha, label } = revisionWords(revision);
  return [label, sha].filter((part) => part !== null).join(' ');
}

function nameCell(agent: AgentReport): string {
  return agent.required ? agent.name : `${agent.name} (optional)`;
}

function tokensOf({ tokens }: AgentReport): number {
  return tokens.input + tokens.cacheWritten + tokens.cacheRead + tokens.output;
}

function tokensCell(agent: AgentReport): string {
  if (tokensOf(agent) === 0) return '–';
  const { input, cacheWritten, cacheRead, output } = agent.tokens;
  return `${formatTokens(input + cacheWritten)} / ${formatTokens(cacheRead)} / ${formatTokens(output)}`;
}

/** Takes what is too wide from the result column first, then from the widest. */
function shrinkTo(widths: number[], result: number, room: number): void {
  let over = widths.reduce((total, width) => total + width, 0) - room;
  const order = [result, ...widths.map((_, index) => index).filter((index) => index !== result)];
  for (const index of order) {
    const width = widths[index] ?? 0;
    const taken = Math.max(0, Math.min(over, width - 10));
    widths[index] = width - taken;
    over -= taken;
  }
}
