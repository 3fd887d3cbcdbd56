import type { Finding, ProofStep } from '../model.ts';
import { codeFrame, suggestionLines } from './code-frame.ts';
import { cutLine, cutPath, cutText } from './cut-text.ts';
import { certaintyOf, locationOf } from './describe-report.ts';
import { codeFence, codeSpan, escapeMarkdown, escapeMarkdownLine, markdownLink } from './escape-markdown.ts';
import { formatNumber } from './format-quantity.ts';

/** Gives the permalink of a line of the reviewed code, or null. */
export type BlobUrl = (path: string, line: number, endLine?: number) => string | null;

const MOST_TEXT = 2_000;
const MOST_STEPS = 12;
const FRAME_WIDTH = 140;

/**
 * A finding in three sizes: with frame, proof and fix; with its explanation; one line.
 * @param heading what stands before the title, of ours: `1 · critical`
 */
export function markdownFinding(
  finding: Finding,
  heading: string,
  blobUrl: BlobUrl,
): readonly [string, string, string] {
  const title = `#### ${heading} · ${titleOf(finding, 160)}`;
  const meta = metaLine(finding, blobUrl);
  const explanation = escapeMarkdown(cutText(finding.explanation, MOST_TEXT));
  const short = escapeMarkdown(cutText(finding.explanation, 280));
  const full = [title, meta, explanation, frameOf(finding), detailsOf(finding, blobUrl)];
  return [
    `${full.filter((part) => part !== '').join('\n\n')}\n\n`,
    `${[title, meta, short].filter((part) => part !== '').join('\n\n')}\n\n`,
    `${findingLine(finding, blobUrl)}\n`,
  ];
}

/** A finding as one list item. */
export function findingLine(finding: Finding, blobUrl: BlobUrl): string {
  const place = linkedLocation(finding, blobUrl, 120);
  return `- **${finding.severity}** · ${titleOf(finding, 100)} · ${place} · ${escapeMarkdownLine(cutLine(finding.reviewer, 40))} · ${codeSpan(cutLine(finding.id, 60))}`;
}

/** The least that is said of a finding that may never be left out. */
export function findingStub(finding: Finding): string {
  return `- **${finding.severity}** · ${codeSpan(cutPath(locationOf(finding), 60))}\n`;
}

function titleOf(finding: Finding, most: number): string {
  const title = escapeMarkdownLine(cutLine(finding.title, most));
  return title === '' ? 'finding without a title' : title;
}

function metaLine(finding: Finding, blobUrl: BlobUrl): string {
  const others = finding.agreedBy.map((name) => escapeMarkdownLine(cutLine(name, 40)));
  const agreed = others.length === 0 ? '' : `, also seen by ${others.join(', ')}`;
  return [
    linkedLocation(finding, blobUrl, 240),
    `${escapeMarkdownLine(cutLine(finding.reviewer, 40))}${agreed}`,
    certaintyOf(finding),
    ...(finding.state === 'new' ? [] : [finding.state]),
    ...(finding.cwe === undefined ? [] : [linkedCwe(finding.cwe)]),
    codeSpan(cutLine(finding.id, 60)),
  ].join(' · ');
}

function linkedLocation(finding: Finding, blobUrl: BlobUrl, most: number): string {
  const label = codeSpan(cutPath(locationOf(finding), most));
  if (finding.path === undefined || finding.startLine === undefined || finding.side === 'old') return label;
  return markdownLink(label, blobUrl(finding.path, finding.startLine, finding.endLine));
}

/** Only a well-formed number becomes a link: the field comes from rules and models. */
function linkedCwe(cwe: string): string {
  const [, number] = /^CWE-(\d{1,5})$/.exec(cwe) ?? [];
  const url = number === undefined ? null : `https://cwe.mitre.org/data/definitions/${number}.html`;
  return markdownLink(escapeMarkdownLine(cutLine(cwe, 20)), url);
}

function frameOf(finding: Finding): string {
  const frame = codeFrame(finding, FRAME_WIDTH);
  if (frame.length === 0) return '';
  const width = String(frame.at(-1)?.number ?? 0).length;
  const lines = frame.map(({ number, text, marked }) => {
    const shown = number === 0 ? ' '.repeat(width) : String(number).padStart(width);
    return `${marked ? '▶' : ' '} ${shown} │ ${text}`;
  });
  return codeFence(lines, 'text');
}

function detailsOf(finding: Finding, blobUrl: BlobUrl): string {
  const parts: string[] = [];
  if (finding.failureScenario.trim() !== '') {
    parts.push(`**What goes wrong.** ${escapeMarkdown(cutText(finding.failureScenario, MOST_TEXT))}`);
  }
  const proof = proofOf(finding.proof, blobUrl);
  if (proof !== '') parts.push(`**Proof**\n\n${proof}`);
  if (finding.fix.trim() !== '') parts.push(`**Fix.** ${escapeMarkdown(cutText(finding.fix, MOST_TEXT))}`);
  const suggestion = suggestionLines(finding);
  if (suggestion !== null) {
    parts.push(
      `**Suggested change**\n\n${codeFence(
        suggestion.map((line) => cutLine(line, 300)),
        'diff',
      )}`,
    );
  }
  parts.push(
    `Rule ${codeSpan(cutLine(finding.ruleId, 120))}, confidence ${Math.round(finding.confidence)} of 100`,
  );
  const summary = proof === '' ? 'Why and how to fix it' : 'Proof and fix';
  return folded(summary, parts.join('\n\n'));
}

function proofOf(steps: readonly ProofStep[], blobUrl: BlobUrl): string {
  const shown = steps.slice(0, MOST_STEPS).map((step, index) => {
    const text = escapeMarkdownLine(cutText(step.text, 300));
    if (step.path === undefined) return `${index + 1}. ${text}`;
    const place = step.line === undefined ? step.path : `${step.path}:${step.line}`;
    const label = codeSpan(cutPath(place, 160));
    const linked = step.line === undefined ? label : markdownLink(label, blobUrl(step.path, step.line));
    return `${index + 1}. ${linked} ${text}`;
  });
  const more = steps.length - shown.length;
  return [...shown, ...(more > 0 ? [`${shown.length + 1}. and ${formatNumber(more)} more steps`] : [])].join(
    '\n',
  );
}

/** A folded part. The empty lines make GitHub read the inside as Markdown. @param summary ours, never foreign */
export function folded(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
