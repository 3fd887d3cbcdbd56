import type { Finding, Report } from '../model.ts';
import { cutLine } from './cut-text.ts';
import {
  convergenceWords,
  factsOf,
  findingsInWords,
  gateWords,
  headlineOf,
  headlineText,
  revisionWords,
  verdictWord,
  warningsOf,
} from './describe-report.ts';
import { escapeHtmlLine } from './escape-html.ts';
import { groupFindings } from './group-findings.ts';
import { htmlFinding } from './html-finding.ts';
import { agentsPanel, alertPanels, coveragePanel, remarkPanels, tiles } from './html-sections.ts';
import { HTML_FILTERS, HTML_STYLE } from './html-style.ts';

/** Nothing may load and nothing may run: the page is text and its own style. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as one self-contained page: no script, no asset, every foreign text escaped. */
export function renderHtml(report: Report): string {
  const groups = groupFindings(report);
  const visible = report.findings.filter((finding) => finding.suppressedBy === undefined);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapeHtmlLine(cutLine(headlineText(headlineOf(report)), 200))}</title>
<style>${HTML_STYLE}${HTML_FILTERS}</style>
</head>
<body>
<a class="skip" href="#findings">Go to the findings</a>
<div class="page">
${banner(report)}
${visible.length === 0 ? '' : tiles(visible)}
<main>
${alertPanels(report)}
<div id="findings">
${emptyOrNothing(report, visible)}
${section('Blocking', groups.blocking, true)}
${section(groups.blocking.length > 0 ? 'Also worth a look' : 'Worth a look', groups.notable, true)}
${section('Small things', groups.minor, false)}
${foldedSection(groups.folded)}
</div>
${agentsPanel(report)}
${coveragePanel(report)}
${remarkPanels(report, groups)}
</main>
${pageFooter(report)}
</div>
</body>
</html>
`;
}

function banner(report: Report): string {
  const { mark, text, asides } = headlineOf(report);
  const aside =
    asides.length === 0 ? '' : `<p class="aside">${escapeHtmlLine(cutLine(asides.join(' · '), 400))}</p>`;
  const facts = factsOf(report).map((fact) => `<li>${escapeHtmlLine(fact)}</li>`);
  const converged = convergenceWords(report);
  const calm = converged === null ? '' : `<p class="compared">${escapeHtmlLine(converged)}</p>`;
  const warnings = warningsOf(report).map((warning) => `<p class="warning">${escapeHtmlLine(warning)}</p>`);
  return `<header class="verdict tone-${mark}">
<div class="kicker"><b>${escapeHtmlLine(cutLine(report.repository, 120))}</b><span class="chip">${verdictWord(report)}</span><span class="chip">gate: ${report.gate}</span></div>
<h1>${escapeHtmlLine(cutLine(text, 400))}</h1>${aside}
<p class="compared">${revisionHtml(report.head)} against ${revisionHtml(report.base)}</p>
<ul class="facts">${facts.join('')}</ul>${calm}
${warnings.join('')}
<p class="gate">${escapeHtmlLine(gateWords(report))}</p>
</header>`;
}

function revisionHtml(revision: Report['head']): string {
  const { sha, label } = revisionWords(revision);
  const parts = [label === null ? null : cutLine(label, 120), sha];
  return parts
    .filter((part) => part !== null)
    .map((part) => `<code>${escapeHtmlLine(part)}</code>`)
    .join(' ');
}

function emptyOrNothing(report: Report, visible: readonly Finding[]): string {
  if (visible.length > 0) return '';
  const text =
    report.coverage.reviewed.length === 0
      ? 'No file was reviewed, so there is nothing to say about this change.'
      : `No findings in what was reviewed.${report.verdict === 'incomplete' ? ' A part of the change was not reviewed.' : ''}`;
  return `<section aria-label="Findings"><h2>Findings</h2><p class="empty">${text}</p></section>`;
}

function section(title: string, findings: readonly Finding[], open: boolean): string {
  if (findings.length === 0) return '';
  const articles = findings.map((finding) => htmlFinding(finding, open));
  return `<section aria-label="${title}"><h2>${title} <small>${findingsInWords(findings)}</small></h2>\n${articles.join('\n')}</section>`;
}

function foldedSection(findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const articles = findings.map((finding) => htmlFinding(finding, false));
  return `<section aria-label="Beyond the limit"><h2>Beyond the limit</h2><details class="fold"><summary>${findingsInWords(findings)}</summary><div class="inside">${articles.join('\n')}</div></details></section>`;
}

function pageFooter(report: Report): string {
  const parts = [
    `${report.tool.name} ${report.tool.version}`,
    `workflow ${report.workflow}`,
    `configuration ${cutLine(report.configDigest, 16)}`,
    `schema ${report.schemaVersion}`,
  ];
  return `<footer>${parts.map((part) => escapeHtmlLine(cutLine(part, 120))).join(' · ')}</footer>`;
}
