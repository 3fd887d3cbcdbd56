import type { Finding, Report } from '../model.ts';
import { cutLine, cutPath } from './cut-text.ts';
import { locationOf } from './describe-report.ts';
import { codeSpan, escapeMarkdownCell } from './escape-markdown.ts';
import { formatCount } from './format-quantity.ts';
import { folded } from './markdown-finding.ts';

const MOST_ROWS = 30;
const MOST_TEXT = 90;

/** What became of each finding since the last review, as a folded table; empty on a first review. */
export function sinceSection(report: Report): string {
  const { since } = report;
  if (since === undefined) return '';
  const changed = report.findings.filter(isChanged).map(rowOfFinding);
  const fixed = since.fixed
    .filter((one) => one.isNew)
    .map(({ id, title, path = '', fixedBy }) =>
      row(id, `fixed by ${codeSpan(fixedBy.slice(0, 7))}`, title, path === '' ? '' : codePath(path)),
    );
  const rows = [...fixed, ...changed];
  if (rows.length === 0) return '';
  const table = ['| Id | State | Finding | Where |', '|---|---|---|---|', ...rows.slice(0, MOST_ROWS)];
  const more = rows.length - MOST_ROWS;
  const ended = since.endedDismissals.map((id) => codeSpan(cutLine(id, 30)));
  const dismissals =
    ended.length === 0
      ? ''
      : `\n\nDismissed until its code changed, and it did: ${ended.slice(0, MOST_ROWS).join(', ')}.`;
  const rest = more > 0 ? `\n\n… and ${formatCount(more, 'more finding')}.` : '';
  const summary = `What changed since the review of ${since.head.slice(0, 7)}: ${formatCount(rows.length, 'finding')}`;
  return `${folded(summary, `${table.join('\n')}${rest}${dismissals}`)}\n\n`;
}

function isChanged({ state, suppressedBy }: Finding): boolean {
  if (state === 'dismissed') return true;
  return suppressedBy === undefined && state !== 'open';
}

function rowOfFinding(finding: Finding): string {
  return row(finding.id, finding.state, finding.title, codePath(locationOf(finding)));
}

function codePath(path: string): string {
  return codeSpan(cutPath(path, MOST_TEXT)).replaceAll('|', '\\|');
}

function row(id: string, state: string, title: string, where: string): string {
  return `| ${codeSpan(cutLine(id, 30))} | ${state} | ${escapeMarkdownCell(cutLine(title, MOST_TEXT))} | ${where} |`;
}
