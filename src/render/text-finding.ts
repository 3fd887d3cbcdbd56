import type { Finding } from '../model.ts';
import { codeFrame, suggestionLines } from './code-frame.ts';
import { cutLine, cutPath, cutText } from './cut-text.ts';
import { certaintyOf, locationOf, placeOf } from './describe-report.ts';
import { displayWidth, fitColumns, padColumns, wrapColumns } from './display-width.ts';
import { escapeTerminal, escapeTerminalCode } from './escape-terminal.ts';
import { formatNumber } from './format-quantity.ts';
import { paragraph, type TextStyle } from './text-style.ts';

const MOST_TEXT = 2_000;
const MOST_STEPS = 12;
const LABEL_WIDTH = 14;

/** A finding with its code, its reason and its fix. `whole` adds what goes wrong and the proof. */
export function textFinding(finding: Finding, style: TextStyle, whole: boolean): readonly string[] {
  const title = escapeTerminal(cutLine(finding.title, 160)) || 'finding without a title';
  return [
    ...titleLines(finding, title, style),
    ...metaLines(finding, style),
    '',
    ...frameLines(finding, style),
    ...paragraph(style, cutText(finding.explanation, MOST_TEXT), 2),
    '',
    ...(whole ? labelled(style, 'Goes wrong', finding.failureScenario) : []),
    ...(whole ? proofLines(finding, style) : []),
    ...labelled(style, 'Fix', finding.fix),
    ...suggestion(finding, style),
    '',
  ];
}

function titleLines(finding: Finding, title: string, style: TextStyle): readonly string[] {
  const indent = finding.severity.length + 3;
  return wrapColumns(title, style.width - indent).map((line, index) =>
    index === 0
      ? `${style.badge(finding.severity)} ${style.bold(line)}`
      : `${' '.repeat(indent)}${style.bold(line)}`,
  );
}

/** A finding on one line: severity, place, title, id. */
export function textFindingLine(finding: Finding, style: TextStyle): string {
  const severity = style.severity[finding.severity](padColumns(finding.severity, 8));
  const id = escapeTerminal(finding.id);
  const room = style.width - 8 - displayWidth(id) - 7;
  const place = fitColumns(escapeTerminal(cutPath(locationOf(finding), 48)), Math.floor(room * 0.45));
  const title = fitColumns(escapeTerminal(cutLine(finding.title, 200)), room - displayWidth(place));
  return `  ${severity} ${place}  ${title}  ${style.dim(id)}`.trimEnd();
}

function metaLines(finding: Finding, style: TextStyle): readonly string[] {
  const agreed =
    finding.agreedBy.length === 0 ? '' : `, also seen by ${finding.agreedBy.slice(0, 5).join(', ')}`;
  const place = escapeTerminal(cutPath(locationOf(finding), 200));
  const facts = [
    `${finding.reviewer}${agreed}`,
    certaintyOf(finding),
    ...(finding.state === 'new' ? [] : [finding.state]),
    ...(finding.cwe === undefined ? [] : [finding.cwe]),
    finding.ruleId,
    finding.id,
  ].map((fact) => escapeTerminal(cutLine(fact, 120)));
  return [
    ...wrapColumns(place, style.width - 2).map((line) => `  ${style.bold(line)}`),
    ...wrapFacts(facts, style).map((line) => `  ${linkCwe(style.dim(line), finding, style)}`),
  ];
}

/** Facts are kept whole: a line breaks between them. */
function wrapFacts(facts: readonly string[], style: TextStyle): readonly string[] {
  const lines: string[] = [];
  for (const fact of facts) {
    const last = lines.at(-1);
    const joined = `${last} · ${fact}`;
    if (last !== undefined && displayWidth(joined) <= style.width - 2) lines[lines.length - 1] = joined;
    else lines.push(fitColumns(fact, style.width - 2));
  }
  return lines;
}

/** The only hyperlink, built from digits alone: a foreign text never gets into an escape sequence. */
function linkCwe(line: string, finding: Finding, style: TextStyle): string {
  const [cwe, number] = /^CWE-(\d{1,5})$/.exec(finding.cwe ?? '') ?? [];
  if (!style.hyperlinks || cwe === undefined) return line;
  const url = `https://cwe.mitre.org/data/definitions/${number}.html`;
  return line.replace(cwe, `\u001b]8;;${url}\u001b\\${cwe}\u001b]8;;\u001b\\`);
}

function frameLines(finding: Finding, style: TextStyle): readonly string[] {
  const digits = String(codeFrame(finding, 1).at(-1)?.number ?? 0).length;
  const room = style.width - digits - 7;
  const frame = codeFrame(finding, room);
  if (frame.length === 0) return [];
  const underlined = frame.find((line) => line.marked);
  const lines = frame.flatMap((line) => {
    const number = (line.number === 0 ? '' : String(line.number)).padStart(digits);
    const text = fitColumns(line.text, room);
    if (!line.marked) return [`    ${style.dim(`${number} │ ${text}`.trimEnd())}`];
    const paint = style.severity[finding.severity];
    const shown = `  ${paint('▶')} ${style.bold(number)} ${style.dim('│')} ${text}`;
    if (line !== underlined) return [shown];
    const indent = text.length - text.trimStart().length;
    const carets = '^'.repeat(Math.max(1, displayWidth(text.trim())));
    return [shown, `    ${' '.repeat(digits)} ${style.dim('│')} ${' '.repeat(indent)}${paint(carets)}`];
  });
  return [...lines, ''];
}

function labelled(style: TextStyle, label: string, text: string): readonly string[] {
  if (text.trim() === '') return [];
  const first = `  ${style.dim(padColumns(label, LABEL_WIDTH - 2))}`;
  return paragraph(style, cutText(text, MOST_TEXT), LABEL_WIDTH, first);
}

function proofLines(finding: Finding, style: TextStyle): readonly string[] {
  const lines = finding.proof.slice(0, MOST_STEPS).flatMap((step, index) => {
    const place = step.path === undefined ? '' : `${cutPath(placeOf(step.path, step.line), 120)}  `;
    return labelled(style, index === 0 ? 'Proof' : '', `${index + 1}. ${place}${cutText(step.text, 300)}`);
  });
  const more = finding.proof.length - MOST_STEPS;
  return more <= 0 ? lines : [...lines, ...labelled(style, '', `and ${formatNumber(more)} more steps`)];
}

function suggestion(finding: Finding, style: TextStyle): readonly string[] {
  const lines = suggestionLines(finding);
  if (lines === null) return [];
  return lines.map((line) => {
    const text = fitColumns(escapeTerminalCode(line).trimEnd(), style.width - LABEL_WIDTH);
    return `${' '.repeat(LABEL_WIDTH)}${line.startsWith('+') ? style.added(text) : style.removed(text)}`;
  });
}
