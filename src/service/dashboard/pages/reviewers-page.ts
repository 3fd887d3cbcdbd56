import type { ReviewerLine } from '../../../adapters/store/dashboard/insight-queries.ts';
import {
  formatDollars,
  formatDuration,
  formatNumber,
  formatTokens,
} from '../../../render/format-quantity.ts';
import { type Html, html } from '../html.ts';
import { type Person, pageOf } from './frame.ts';
import { WINDOW_DAYS } from './repository-pages.ts';
import { percentWords } from './words.ts';

/** How each reviewer does in all repositories that the person may see. */
export function reviewersPage(person: Person, reviewers: readonly ReviewerLine[]): Html {
  const rows = reviewers.map(
    (one) =>
      html`<tr><th scope="row">${one.name}</th><td class="number">${formatNumber(one.runs)}</td><td class="number">${share(one.succeeded, one.runs)}</td>
<td class="number">${duration(one.p50Ms)} / ${duration(one.p95Ms)}</td><td class="number">${formatNumber(one.escalations)}</td>
<td class="number">${formatNumber(one.findings)}</td><td class="number">${share(one.confirmed, one.findings)}</td><td class="number">${share(one.addressed, one.findings)}</td><td class="number">${share(one.dismissed, one.findings)}</td>
<td class="number">${one.tokens === 0 ? '–' : formatTokens(one.tokens)}</td><td class="number">${one.costUsd > 0 ? formatDollars(one.costUsd) : '–'}</td></tr>`,
  );
  const heads = [
    'Runs',
    'Success',
    'p50 / p95',
    'Escalations',
    'Findings',
    'Confirmed',
    'Addressed',
    'Dismissed',
    'Tokens',
    'Cost',
  ];
  const list =
    rows.length === 0
      ? html`<p class="empty">No reviewer ran yet.</p>`
      : html`<div class="panel scroll"><table class="reviewers"><thead><tr><th scope="col">Reviewer</th>${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>
<p class="muted">Confirmed: by the model that tries to refute. Addressed: gone after a later push. Dismissed: by a person. Each finding counts once for a pull request.</p>`;
  return pageOf({
    title: 'Reviewers',
    here: 'reviewers',
    person,
    body: html`<h1>Reviewers <small>last ${WINDOW_DAYS} days</small></h1>${list}`,
  });
}

function duration(ms: number | null): string {
  return ms === null ? '–' : formatDuration(ms);
}

/** A share with a bar under it. */
function share(part: number, whole: number): Html {
  return whole === 0
    ? html`–`
    : html`<span class="share">${percentWords(part, whole)}<meter min="0" max="${whole}" value="${part}"></meter></span>`;
}
