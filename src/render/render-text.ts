import type { Report } from '../model.ts';
import { cutLine } from './cut-text.ts';
import {
  findingsInWords,
  gateWords,
  headlineOf,
  headlineText,
  type Mark,
  warningsOf,
} from './describe-report.ts';
import { wrapColumns } from './display-width.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { formatNumber } from './format-quantity.ts';
import { groupFindings } from './group-findings.ts';
import { textFinding, textFindingLine } from './text-finding.ts';
import { agentLines, coverageLines, factLines, remarkLines } from './text-sections.ts';
import { makeTextStyle, rule, type TextStyle } from './text-style.ts';

export interface TextOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** The terminal shows OSC 8 links. */
  readonly hyperlinks?: boolean;
}

const MARKS: Readonly<Record<Mark, string>> = { pass: '✔', fail: '✖', incomplete: '▲', skipped: '○' };
/** Folded findings listed, one line each; the rest is counted. */
const MOST_FOLDED = 30;

/** The report for a terminal or a log: verdict first, the gate and the meaning of the exit code last. */
export function renderText(report: Report, options: TextOptions): string {
  const style = makeTextStyle(options);
  const groups = groupFindings(report);
  const lines = [
    ...headlineLines(report, style),
    ...factLines(report, style),
    ...warningsOf(report)
      .flatMap((warning) => wrapColumns(warning, style.width - 2))
      .map((line) => `  ${style.strong.incomplete(line)}`),
    '',
    ...section('Blocking', groups.blocking, style, true),
    ...section(
      groups.blocking.length > 0 ? 'Also worth a look' : 'Worth a look',
      groups.notable,
      style,
      true,
    ),
    ...section('Small things', groups.minor, style, false),
    ...foldedLines(groups.folded, style),
    ...remarkLines(report, groups, style),
    ...agentLines(report, style),
    ...coverageLines(report, style),
    ...gateLines(report, style),
  ];
  return `${lines.join('\n')}\n`;
}

function headlineLines(report: Report, style: TextStyle): readonly string[] {
  const headline = headlineOf(report);
  const paint = style.strong[headline.mark];
  return wrapColumns(escapeTerminal(cutLine(headlineText(headline), 600)), style.width - 2).map(
    (line, index) => `${index === 0 ? paint(MARKS[headline.mark]) : ' '} ${paint(line)}`,
  );
}

function section(
  title: string,
  findings: Report['findings'],
  style: TextStyle,
  whole: boolean,
): readonly string[] {
  if (findings.length === 0) return [];
  const heading = rule(style, `${title}: ${findingsInWords(findings)}`);
  return [heading, '', ...findings.flatMap((finding) => textFinding(finding, style, whole))];
}

function foldedLines(folded: Report['findings'], style: TextStyle): readonly string[] {
  if (folded.length === 0) return [];
  const more = folded.length - MOST_FOLDED;
  return [
    rule(style, `Beyond the limit: ${findingsInWords(folded)}`),
    ...folded.slice(0, MOST_FOLDED).map((finding) => textFindingLine(finding, style)),
    ...(more > 0 ? [`  and ${formatNumber(more)} more; --format json or html holds them all`] : []),
    '',
  ];
}

function gateLines(report: Report, style: TextStyle): readonly string[] {
  return wrapColumns(escapeTerminal(gateWords(report)), style.width).map((line) =>
    style.strong[report.gate](line),
  );
}
