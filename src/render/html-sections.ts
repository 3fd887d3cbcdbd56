import type { AgentReport, Finding, Report } from '../model.ts';
import { countFiles, SEVERITIES } from '../model.ts';
import { cutLine, cutPath, cutText } from './cut-text.ts';
import { escalationText } from './describe-escalation.ts';
import { engineOf, isComplete, locationOf, placeOf, resultOf } from './describe-report.ts';
import { escapeHtmlLine, escapeHtmlProse } from './escape-html.ts';
import { formatCount, formatDollars, formatDuration, formatNumber, formatTokens } from './format-quantity.ts';
import { dismissalWords, type FindingGroups, pathsByReason, suppressionReasons } from './group-findings.ts';

/** Paths listed of one kind; the JSON output holds them all. */
const MOST_PATHS = 1_000;
const MOST_SUPPRESSED = 200;

/** How many findings of each severity; each tile is the switch that shows or hides them. */
export function tiles(findings: readonly Finding[]): string {
  const cells = SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const number = `<b>${formatNumber(count)}</b>`;
    if (count === 0) return `<div class="tile none s-${severity}">${number}<span>${severity}</span></div>`;
    const input = `<input type="checkbox" id="show-${severity}" checked aria-label="Show ${severity} findings">`;
    return `<label class="tile s-${severity}">${number}${input}<span>${severity}</span></label>`;
  });
  return `<fieldset class="tiles"><legend>Findings by severity; untick to hide</legend>${cells.join('')}</fieldset>`;
}

/** Who ran, how long beside the others, for how many tokens and dollars. */
export function agentsPanel(report: Report): string {
  if (report.agents.length === 0) return '';
  const longest = Math.max(1, ...report.agents.map((agent) => agent.ms));
  const paid = report.usage.costUsd > 0 || report.agents.some((agent) => tokensCell(agent) !== '–');
  const rows = report.agents.map((agent) => {
    const money = paid
      ? `<td class="number" data-label="In / cached / out">${tokensCell(agent)}</td><td class="number" data-label="Cost">${formatDollars(agent.costUsd)}</td>`
      : '';
    return `<tr><th scope="row">${agentName(agent)}</th><td class="engine">${line(engineOf(agent), 80)}</td>
<td${isComplete(agent) ? '' : ' class="bad"'}>${line(resultOf(agent, report), 240)}</td>
<td class="time">${timeBar(agent, longest)}</td>${money}</tr>`;
  });
  const money = paid
    ? '<th scope="col" class="number">In / cached / out</th><th scope="col" class="number">Cost</th>'
    : '';
  const cost = paid ? `, ${formatDollars(report.usage.costUsd)}` : '';
  return `<section aria-labelledby="reviewers"><h2 id="reviewers">Reviewers <small>${formatDuration(report.usage.ms)} in all${cost}</small></h2>
<div class="panel scroll"><table class="agents"><thead><tr><th scope="col">Reviewer</th><th scope="col">Engine</th><th scope="col">Result</th><th scope="col">Time</th>${money}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div></section>`;
}

function timeBar(agent: AgentReport, longest: number): string {
  const share = Math.max(0, Math.min(1, agent.ms / longest)).toFixed(3);
  const tone = isComplete(agent) ? '' : ' class="tone-incomplete"';
  return `<span class="bar"><i${tone} style="--share:${share}"></i>${formatDuration(agent.ms)}</span>`;
}

function agentName(agent: AgentReport): string {
  return `${line(agent.name, 60)}${agent.required ? '' : ' <span class="engine">(optional)</span>'}`;
}

function tokensCell({ tokens }: AgentReport): string {
  const { input, cacheWritten, cacheRead, output } = tokens;
  if (input + cacheWritten + cacheRead + output === 0) return '–';
  return `${formatTokens(input + cacheWritten)} / ${formatTokens(cacheRead)} / ${formatTokens(output)}`;
}

/** What became of each file. What should have been read and was not stands open, the rest is folded. */
export function coveragePanel(report: Report): string {
  const { reviewed, excluded, notReviewed } = report.coverage;
  const share = (kind: string, count: number) =>
    count === 0 ? '' : `<i class="${kind}" style="--share:${count}"></i>`;
  const missing = notReviewed.map(({ path, reason }) => pathRow(path, reason));
  const byPolicy = pathsByReason(excluded).flatMap(({ reason, paths }) =>
    paths.map((path) => pathRow(path, reason)),
  );
  const read = reviewed.map(({ path, by }) => pathRow(path, by.join(', ')));
  return `<section aria-labelledby="files"><h2 id="files">Files</h2>
<div class="cover" aria-hidden="true">${share('reviewed', reviewed.length)}${share('missing', countFiles(notReviewed))}${share('excluded', excluded.length)}</div>
<ul class="legend"><li><b>${formatNumber(reviewed.length)}</b> reviewed</li><li><b>${formatNumber(countFiles(notReviewed))}</b> not reviewed</li><li><b>${formatNumber(excluded.length)}</b> excluded by policy</li></ul>
${fold(`Not reviewed, although they should have been: ${formatCount(countFiles(notReviewed), 'file')}`, missing, true)}
${fold(`Excluded by policy: ${formatCount(excluded.length, 'file')}`, byPolicy, false)}
${fold(`Reviewed: ${formatCount(reviewed.length, 'file')}`, read, false)}</section>`;
}

/** Missing parts, configuration problems and conflicts: before the findings, because they qualify them. */
export function alertPanels(report: Report): string {
  const problems = report.configProblems.map(({ file, line: at, key, message }) => {
    const where = key === '' ? '' : `<code>${line(key, 120)}</code> `;
    return `<li><code>${line(cutPath(placeOf(file, at), 200), 200)}</code> ${where}${prose(message)}</li>`;
  });
  const conflicts = (report.conflicts ?? []).map(({ findings, reason }) => {
    const ids = findings.slice(0, 6).map((id) => `<code>${line(id, 60)}</code>`);
    return `<li>${ids.join(' and ')}: ${prose(reason)}</li>`;
  });
  return [
    panel(
      'Needs a person',
      (report.escalations ?? []).map((escalation) => `<li>${prose(escalationText(escalation))}</li>`),
    ),
    panel(
      'Missing from this review',
      report.incompleteReasons.map((reason) => `<li>${prose(reason)}</li>`),
    ),
    panel('Configuration problems', problems),
    panel('Conflicting advice, yours to decide', conflicts),
  ].join('');
}

/** What was dismissed or held back, with the reason, and what else the run has to say. */
export function remarkPanels(report: Report, { dismissed, suppressed }: FindingGroups): string {
  const ended = dismissed.map((finding) =>
    pathRow(locationOf(finding), `${finding.severity} · ${finding.title} · ${dismissalWords(finding)}`),
  );
  const reasons = suppressionReasons(suppressed).map(
    ([reason, count]) => `<li><b>${formatNumber(count)}</b> × ${prose(reason)}</li>`,
  );
  const held = suppressed
    .slice(0, MOST_SUPPRESSED)
    .map((finding) =>
      pathRow(locationOf(finding), `${finding.severity} · ${finding.title} · ${finding.suppressedBy ?? ''}`),
    );
  const notes = report.notes.map((note) => `<li>${prose(note)}</li>`);
  const shown =
    suppressed.length === 0
      ? ''
      : `<section aria-labelledby="held"><h2 id="held">Not shown</h2>${fold(formatCount(suppressed.length, 'finding'), [...reasons, ...held], false)}</section>`;
  const waived =
    dismissed.length === 0
      ? ''
      : `<section aria-labelledby="dismissed"><h2 id="dismissed">Dismissed</h2>${fold(formatCount(dismissed.length, 'finding'), ended, false)}</section>`;
  const said =
    notes.length === 0
      ? ''
      : `<section aria-labelledby="notes"><h2 id="notes">Notes</h2><div class="panel"><ul class="rows">${notes.join('')}</ul></div></section>`;
  return waived + shown + said;
}

function panel(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<section><h2>${title}</h2><div class="panel alert"><ul class="rows">${items.join('')}</ul></div></section>`;
}

function fold(summary: string, items: readonly string[], open: boolean): string {
  if (items.length === 0) return '';
  const more = items.length - MOST_PATHS;
  const rest = more > 0 ? `<li>and ${formatNumber(more)} more</li>` : '';
  return `<details class="fold"${open ? ' open' : ''}><summary>${summary}</summary><div class="inside"><ul class="rows">${items.slice(0, MOST_PATHS).join('')}${rest}</ul></div></details>`;
}

function pathRow(path: string, reason: string): string {
  return `<li><code>${line(cutPath(path, 300), 300)}</code> <span class="reason">${prose(reason)}</span></li>`;
}

function prose(text: string): string {
  return escapeHtmlProse(cutText(text.replace(/\s+/g, ' '), 600));
}

function line(text: string, most: number): string {
  return escapeHtmlLine(cutLine(text, most));
}
