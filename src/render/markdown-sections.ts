import type { Report } from '../model.ts';
import { countFiles } from '../model.ts';
import { cutLine, cutPath, cutText } from './cut-text.ts';
import { engineOf, isComplete, locationOf, placeOf, resultOf } from './describe-report.ts';
import { codeSpan, escapeMarkdown, escapeMarkdownCell, escapeMarkdownLine } from './escape-markdown.ts';
import { formatCount, formatDollars, formatDuration, formatNumber, formatTokens } from './format-quantity.ts';
import { dismissalWords, pathsByReason, suppressionReasons } from './group-findings.ts';
import { folded } from './markdown-finding.ts';

const MOST_AGENTS = 24;
const MOST_PROBLEMS = 10;
const MOST_NOTES = 10;
const MOST_PATHS = 30;
const MOST_REASONS = 6;
const MOST_DISMISSED = 20;
/** Paths shown of those that share a reason for being excluded. */
const MOST_EXCLUDED = 5;

/** Why the review is incomplete, one item per reason; empty when nothing is missing. */
export function missingSection(report: Report): string {
  if (report.incompleteReasons.length === 0) return '';
  return `**Missing from this review**\n\n${list(report.incompleteReasons, MOST_PROBLEMS, 300)}\n\n`;
}

/** Mistakes in the configuration, with file and line. */
export function problemsSection(report: Report): string {
  const { configProblems } = report;
  if (configProblems.length === 0) return '';
  const items = configProblems.slice(0, MOST_PROBLEMS).map((problem) => {
    const key = problem.key === '' ? '' : ` ${codeSpan(cutLine(problem.key, 80))}:`;
    return `- ${codeSpan(cutPath(placeOf(problem.file, problem.line), 120))}${key} ${escapeMarkdownLine(cutText(problem.message, 300))}`;
  });
  return `**Configuration problems**\n\n${withRest(items, configProblems.length, 'problem')}\n\n`;
}

/** Advice that contradicts other advice. */
export function conflictsSection(report: Report): string {
  const conflicts = report.conflicts ?? [];
  if (conflicts.length === 0) return '';
  const items = conflicts.slice(0, MOST_PROBLEMS).map(({ findings, reason }) => {
    const ids = findings
      .slice(0, 6)
      .map((id) => codeSpan(cutLine(id, 60)))
      .join(' and ');
    return `- ${ids}: ${escapeMarkdownLine(cutText(reason, 300))}`;
  });
  return `**Conflicting advice, yours to decide**\n\n${withRest(items, conflicts.length, 'conflict')}\n\n`;
}

/** Files that were not reviewed or left out by policy; what should have been read comes first. */
export function coverageSection(report: Report): string {
  const { notReviewed, excluded } = report.coverage;
  const parts: string[] = [];
  if (notReviewed.length > 0) {
    const items = notReviewed
      .slice(0, MOST_PATHS)
      .map(
        ({ path, reason }) =>
          `- ${codeSpan(cutPath(path, 160))}: ${escapeMarkdownLine(cutText(reason, 200))}`,
      );
    parts.push(
      `**Not reviewed, although they should have been**\n\n${withRest(items, notReviewed.length, 'file')}`,
    );
  }
  if (excluded.length > 0) {
    const groups = pathsByReason(excluded);
    const items = groups.slice(0, MOST_REASONS).map(({ reason, paths }) => {
      const named = paths.slice(0, MOST_EXCLUDED).map((path) => codeSpan(cutPath(path, 100)));
      const more =
        paths.length > named.length ? ` and ${formatNumber(paths.length - named.length)} more` : '';
      return `- ${escapeMarkdownLine(cutText(reason, 120))}: ${named.join(', ')}${more}`;
    });
    parts.push(`**Excluded by policy**\n\n${withRest(items, groups.length, 'reason')}`);
  }
  if (parts.length === 0) return '';
  const total = formatCount(countFiles(notReviewed) + excluded.length, 'file');
  return `${folded(`Not reviewed or excluded: ${total}`, parts.join('\n\n'))}\n\n`;
}

/** What people dismissed, each with whom and why. */
export function dismissedSection(dismissed: Report['findings']): string {
  if (dismissed.length === 0) return '';
  const items = dismissed.slice(0, MOST_DISMISSED).map((finding) => {
    const what = `${codeSpan(cutLine(finding.id, 60))} ${finding.severity} · ${escapeMarkdownLine(cutLine(finding.title, 80))}`;
    const where = codeSpan(cutPath(locationOf(finding), 120));
    return `- ${what} · ${where}: ${escapeMarkdownLine(cutText(dismissalWords(finding), 400))}`;
  });
  return `${folded(`Dismissed: ${formatCount(dismissed.length, 'finding')}`, withRest(items, dismissed.length, 'finding'))}\n\n`;
}

/** How many findings are held back, and why. */
export function suppressedSection(suppressed: Report['findings']): string {
  if (suppressed.length === 0) return '';
  const reasons = suppressionReasons(suppressed);
  const items = reasons
    .slice(0, MOST_REASONS)
    .map(([reason, count]) => `- ${formatNumber(count)} × ${escapeMarkdownLine(cutText(reason, 120))}`);
  return `${folded(`Not shown: ${formatCount(suppressed.length, 'finding')}`, withRest(items, reasons.length, 'reason'))}\n\n`;
}

/** What the run has to say besides. */
export function notesSection(report: Report): string {
  if (report.notes.length === 0) return '';
  return `${folded(formatCount(report.notes.length, 'note'), list(report.notes, MOST_NOTES, 300))}\n\n`;
}

/**
 * Who ran and what each came to; with models also which ones, for how many tokens and dollars. What says most comes first:
 * a phone shows two or three columns.
 */
export function agentsTable(report: Report): string {
  const { agents, usage } = report;
  if (agents.length === 0) return '';
  const withModels = agents.some(({ engine }) => engine !== 'analyzers');
  const line = (first: readonly string[], ofModels: readonly string[]) =>
    row(withModels ? [...first, ...ofModels] : first);
  const rows = agents.slice(0, MOST_AGENTS).map((agent) => {
    const mark = isComplete(agent) ? '' : '⚠️ ';
    const name = cell(agent.name, 40);
    return line(
      [
        agent.required ? name : `${name} (optional)`,
        `${mark}${cell(resultOf(agent, report), 160)}`,
        formatDuration(agent.ms),
      ],
      [cell(engineOf(agent), 60), tokensCell(agent.tokens), formatDollars(agent.costUsd)],
    );
  });
  if (agents.length > MOST_AGENTS)
    rows.push(line([`and ${agents.length - MOST_AGENTS} more`, '', ''], ['', '', '']));
  if (agents.length > 1) {
    const sum = ['', tokensCell(usage.tokens), formatDollars(usage.costUsd)];
    rows.push(line(['**whole run**', '', formatDuration(usage.ms)], sum));
  }
  const head = line(['Reviewer', 'Result', 'Time'], ['Engine', 'Tokens in / cached / out', 'Cost']);
  const ruler = line(['---', '---', '---:'], ['---', '---:', '---:']);
  return `${[head, ruler, ...rows].join('\n')}\n\n`;
}

function tokensCell({ input, cacheWritten, cacheRead, output }: Report['usage']['tokens']): string {
  if (input + cacheWritten + cacheRead + output === 0) return '–';
  return `${formatTokens(input + cacheWritten)} / ${formatTokens(cacheRead)} / ${formatTokens(output)}`;
}

function cell(text: string, most: number): string {
  return escapeMarkdownCell(cutLine(text, most));
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function list(texts: readonly string[], most: number, length: number): string {
  const items = texts
    .slice(0, most)
    .map((text) => `- ${escapeMarkdown(cutText(text, length)).replace(/\n+/g, ' ')}`);
  return withRest(items, texts.length, 'item');
}

function withRest(items: readonly string[], total: number, noun: string): string {
  const rest = total - items.length;
  return [
    ...items,
    ...(rest > 0 ? [`- and ${formatNumber(rest)} more ${noun}${rest === 1 ? '' : 's'}`] : []),
  ].join('\n');
}
