import type { Finding } from '../model.ts';
import { codeFrame, suggestionLines } from './code-frame.ts';
import { cutLine, cutPath, cutText } from './cut-text.ts';
import { certaintyOf, locationOf, placeOf } from './describe-report.ts';
import { escapeHtml, escapeHtmlLine, escapeHtmlProse } from './escape-html.ts';
import { formatNumber } from './format-quantity.ts';
import { showCodeLine } from './reveal-hidden-text.ts';

const MOST_TEXT = 4_000;
const MOST_STEPS = 20;
const FRAME_WIDTH = 300;

/** A finding as an article. @param open proof and fix stand open */
export function htmlFinding(finding: Finding, open: boolean): string {
  const title =
    escapeHtmlProse(cutLine(finding.title.replace(/\s+/g, ' '), 200)) || 'Finding without a title';
  const explanation = escapeHtmlProse(cutText(finding.explanation.trim(), MOST_TEXT));
  return `<article class="finding s-${finding.severity}" aria-label="${finding.severity} finding">
<header><div class="top"><span class="badge">${finding.severity}</span><h3>${title}</h3></div>
<div class="meta">${metaOf(finding)}</div></header>
<div class="body">${frameOf(finding)}${explanation === '' ? '' : `<p class="prose">${explanation}</p>`}</div>
${detailsOf(finding, open)}</article>`;
}

function metaOf(finding: Finding): string {
  const agreed = finding.agreedBy.slice(0, 6).map((name) => escapeHtmlLine(cutLine(name, 40)));
  const reviewer = escapeHtmlLine(cutLine(finding.reviewer, 40));
  return [
    `<span class="path">${escapeHtmlLine(cutPath(locationOf(finding), 240))}</span>`,
    `<span>${reviewer}${agreed.length === 0 ? '' : `, also seen by ${agreed.join(', ')}`}</span>`,
    `<span>${certaintyOf(finding)}</span>`,
    ...(finding.state === 'new' ? [] : [`<span>${finding.state}</span>`]),
    ...(finding.cwe === undefined ? [] : [`<span>${linkedCwe(finding.cwe)}</span>`]),
    `<span><code>${escapeHtmlLine(cutLine(finding.id, 60))}</code></span>`,
  ].join('\n');
}

function linkedCwe(cwe: string): string {
  const [, number] = /^CWE-(\d{1,5})$/.exec(cwe) ?? [];
  if (number === undefined) return escapeHtmlLine(cutLine(cwe, 20));
  return `<a rel="noreferrer" href="https://cwe.mitre.org/data/definitions/${number}.html">${cwe}</a>`;
}

function frameOf(finding: Finding): string {
  const frame = codeFrame(finding, FRAME_WIDTH);
  if (frame.length === 0) return '';
  const rows = frame.map(({ number, text, marked }) => {
    const shown = number === 0 ? '' : String(number);
    return `<span class="row${marked ? ' marked' : ''}"><span class="no">${shown}</span><span>${escapeHtml(text)}\n</span></span>`;
  });
  return `<pre class="frame" tabindex="0" aria-label="Code"><code>${rows.join('')}</code></pre>`;
}

function detailsOf(finding: Finding, open: boolean): string {
  const parts = [
    part('What goes wrong', prose(finding.failureScenario)),
    part('Proof', proofOf(finding)),
    part('Fix', prose(finding.fix)),
    part('Suggested change', suggestionOf(finding)),
    part(
      'Rule',
      `<p><code>${escapeHtmlLine(cutLine(finding.ruleId, 120))}</code> · confidence ${Math.round(finding.confidence)} of 100</p>`,
    ),
  ];
  const summary = finding.proof.length > 0 ? 'Proof and fix' : 'Why and how to fix it';
  return `<details${open ? ' open' : ''}><summary>${summary}</summary><div class="body">${parts.join('')}</div></details>`;
}

function part(title: string, body: string): string {
  return body === '' ? '' : `<div class="part"><h4>${title}</h4><div>${body}</div></div>`;
}

function prose(text: string): string {
  return text.trim() === '' ? '' : `<p class="prose">${escapeHtmlProse(cutText(text.trim(), MOST_TEXT))}</p>`;
}

function proofOf(finding: Finding): string {
  if (finding.proof.length === 0) return '';
  const steps = finding.proof.slice(0, MOST_STEPS).map((step) => {
    const place = step.path === undefined ? '' : cutPath(placeOf(step.path, step.line), 200);
    const shown = place === '' ? '' : `<code>${escapeHtmlLine(place)}</code> `;
    return `<li>${shown}${escapeHtmlProse(cutText(step.text, 500))}</li>`;
  });
  const more = finding.proof.length - MOST_STEPS;
  return `<ol class="proof">${steps.join('')}${more > 0 ? `<li>and ${formatNumber(more)} more steps</li>` : ''}</ol>`;
}

function suggestionOf(finding: Finding): string {
  const lines = suggestionLines(finding);
  if (lines === null || lines.length === 0) return '';
  const rows = lines.map((line) => {
    const kind = line.startsWith('+') ? 'added' : 'removed';
    return `<span class="row ${kind}">${escapeHtml(showCodeLine(cutLine(line, FRAME_WIDTH)))}\n</span>`;
  });
  return `<pre class="frame" tabindex="0" aria-label="Suggested change"><code>${rows.join('')}</code></pre>`;
}
