import type { Finding, ProofStep } from '../model.ts';
import { codeFrame, suggestionLines } from './code-frame.ts';
import { cutLine, cutPath, cutText } from './cut-text.ts';
import { certaintyOf, locationOf } from './describe-report.ts';
import { codeFence, codeSpan, escapeMarkdown, escapeMarkdownLine, markdownLink } from './escape-markdown.ts';
import { formatList, formatNumber } from './format-quantity.ts';
import type { Entry } from './merge-neighbours.ts';

/** Gives the permalink of a line of the reviewed code, or null. */
export type BlobUrl = (path: string, line: number, endLine?: number) => string | null;

const MOST_TEXT = 2_000;
/** Of what a neighbour says in other words. */
const MOST_BESIDES = 400;
const MOST_STEPS = 12;
const FRAME_WIDTH = 140;

/**
 * A finding, or neighbours that are shown as one, in three sizes: with frame, proof and fix; with its explanation; one
 * line.
 * @param heading what stands before the title, of ours: `1 · critical`
 */
export function markdownFinding(
  entry: Entry,
  heading: string,
  blobUrl: BlobUrl,
): readonly [string, string, string] {
  const [first, ...others] = entry;
  const times = others.length === 0 ? '' : `, ${formatNumber(entry.length)} times`;
  const title = `#### ${heading} · ${titleOf(first, 160)}${times}`;
  const meta = metaLine(entry, blobUrl);
  const explanation = escapeMarkdown(cutText(first.explanation, MOST_TEXT));
  const short = escapeMarkdown(cutText(first.explanation, 280));
  const besides = differences(first, others);
  const details = detailsOf(first, others, blobUrl);
  const full = [title, meta, explanation, besides, frameOf(entry), details];
  return [
    `${full.filter((part) => part !== '').join('\n\n')}\n\n`,
    `${[title, meta, short].filter((part) => part !== '').join('\n\n')}\n\n`,
    `${findingLine(entry, blobUrl)}\n`,
  ];
}

/** A finding, or neighbours, as one list item. */
export function findingLine(entry: Entry, blobUrl: BlobUrl): string {
  const [first] = entry;
  const titles = [...new Set(entry.map((finding) => titleOf(finding, 100)))];
  return `- **${first.severity}** · ${titles.join('; ')} · ${linkedLocations(entry, blobUrl, 120)} · ${escapeMarkdownLine(cutLine(first.reviewer, 40))} · ${idsOf(entry)}`;
}

/** The least that is said of findings that may never be left out. */
export function findingStub(entry: Entry): string {
  return entry
    .map((finding) => `- **${finding.severity}** · ${codeSpan(cutPath(locationOf(finding), 60))}\n`)
    .join('');
}

function titleOf(finding: Finding, most: number): string {
  const title = escapeMarkdownLine(cutLine(finding.title, most));
  return title === '' ? 'finding without a title' : title;
}

function idsOf(entry: Entry): string {
  return entry.map(({ id }) => codeSpan(cutLine(id, 60))).join(' ');
}

function metaLine(entry: Entry, blobUrl: BlobUrl): string {
  const [first] = entry;
  const unique = (texts: readonly string[]) => [...new Set(texts)];
  const others = unique(entry.flatMap(({ agreedBy }) => agreedBy));
  const names = others.map((name) => escapeMarkdownLine(cutLine(name, 40)));
  const agreed = names.length === 0 ? '' : `, also seen by ${names.join(', ')}`;
  const states = unique(entry.map(({ state }) => state));
  return [
    linkedLocations(entry, blobUrl, 240),
    `${escapeMarkdownLine(cutLine(first.reviewer, 40))}${agreed}`,
    unique(entry.map(certaintyOf)).join(' and '),
    ...(states.length === 1 && states[0] === 'new' ? [] : [states.join(' and ')]),
    ...unique(entry.flatMap(({ cwe }) => cwe ?? [])).map(linkedCwe),
    idsOf(entry),
  ].join(' · ');
}

/** `src/a.ts:10`, `12` and `14`, each a link. */
function linkedLocations(entry: Entry, blobUrl: BlobUrl, most: number): string {
  const [first, ...others] = entry;
  const places = new Map([[locationOf(first), linkedTo(first, cutPath(locationOf(first), most), blobUrl)]]);
  for (const finding of others) {
    if (!places.has(locationOf(finding)))
      places.set(locationOf(finding), linkedTo(finding, lineOf(finding), blobUrl));
  }
  return formatList([...places.values()]);
}

function lineOf({ startLine = 0, endLine = startLine }: Finding): string {
  return endLine > startLine ? `${startLine}–${endLine}` : String(startLine);
}

function linkedTo(finding: Finding, text: string, blobUrl: BlobUrl): string {
  const label = codeSpan(text);
  if (finding.path === undefined || finding.startLine === undefined || finding.side === 'old') return label;
  return markdownLink(label, blobUrl(finding.path, finding.startLine, finding.endLine));
}

/** What neighbours say in other words than the first, one item each. */
function differences(first: Finding, others: readonly Finding[]): string {
  return others
    .map((finding) => {
      const title = finding.title === first.title ? '' : `${titleOf(finding, 160)}. `;
      const isSame = finding.explanation === first.explanation;
      const words = isSame ? '' : escapeMarkdown(cutText(finding.explanation, MOST_BESIDES));
      return title + words === '' ? '' : `- Line ${lineOf(finding)}: ${title}${words.replace(/\n+/g, ' ')}`;
    })
    .filter((item) => item !== '')
    .join('\n');
}

/** Only a well-formed number becomes a link: the field comes from rules and models. */
function linkedCwe(cwe: string): string {
  const [, number] = /^CWE-(\d{1,5})$/.exec(cwe) ?? [];
  const url = number === undefined ? null : `https://cwe.mitre.org/data/definitions/${number}.html`;
  return markdownLink(escapeMarkdownLine(cutLine(cwe, 20)), url);
}

function frameOf(entry: Entry): string {
  const [first, ...others] = entry;
  const frame = codeFrame(first, FRAME_WIDTH);
  if (frame.length === 0) return '';
  const width = String(frame.at(-1)?.number ?? 0).length;
  const lines = frame.map(({ number, text, ...line }) => {
    const marked = line.marked || others.some((other) => isWithin(number, other));
    const shown = number === 0 ? ' '.repeat(width) : String(number).padStart(width);
    return `${marked ? '▶' : ' '} ${shown} │ ${text}`;
  });
  return codeFence(lines, 'text');
}

function isWithin(line: number, { startLine = 0, endLine = startLine }: Finding): boolean {
  return line >= startLine && line <= endLine;
}

/** Each neighbour's proof and suggestion, and what it says in other words than the first. */
function detailsOf(first: Finding, others: readonly Finding[], blobUrl: BlobUrl): string {
  const parts = [
    ...detailParts(first, blobUrl),
    ...others.flatMap((other) => {
      const said = {
        ...other,
        failureScenario: other.failureScenario === first.failureScenario ? '' : other.failureScenario,
        fix: other.fix === first.fix ? '' : other.fix,
      };
      const own = detailParts(said, blobUrl);
      return own.length === 0 ? [] : [`**Line ${lineOf(other)}**`, ...own];
    }),
  ];
  const confidence = Math.round(Math.min(first.confidence, ...others.map((other) => other.confidence)));
  parts.push(`Rule ${codeSpan(cutLine(first.ruleId, 120))}, confidence ${confidence} of 100`);
  const isProven = [first, ...others].some(({ proof }) => proof.length > 0);
  return folded(isProven ? 'Proof and fix' : 'Why and how to fix it', parts.join('\n\n'));
}

function detailParts(finding: Finding, blobUrl: BlobUrl): readonly string[] {
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
  return parts;
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
