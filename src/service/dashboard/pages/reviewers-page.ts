import type { ReviewerLine } from '../../../adapters/store/dashboard/insight-queries.ts';
import {
  formatDollars,
  formatDuration,
  formatNumber,
  formatTokens,
} from '../../../render/format-quantity.ts';
import { type Html, html } from '../html.ts';
import { type Cells, type Column, dataTable } from './data-table.ts';
import { type Person, pageOf } from './frame.ts';
import { WINDOW_DAYS } from './repository-pages.ts';
import { percentWords } from './words.ts';

const COLUMNS: readonly Column[] = [
  { word: 'Reviewer', kind: 'name' },
  { word: 'Runs', kind: 'number' },
  { word: 'Success', kind: 'number' },
  { word: 'p50', kind: 'number' },
  { word: 'p95', kind: 'number' },
  { word: 'Escalations', kind: 'number' },
  { word: 'Findings', kind: 'number' },
  { word: 'Confirmed', kind: 'number' },
  { word: 'Addressed', kind: 'number' },
  { word: 'Dismissed', kind: 'number' },
  { word: 'Tokens', kind: 'number' },
  { word: 'Cost', kind: 'number' },
];

/** How each reviewer does in all repositories that the person may see. */
export function reviewersPage(person: Person, reviewers: readonly ReviewerLine[]): Html {
  const list =
    reviewers.length === 0
      ? html`<p class="empty">No reviewer ran yet.</p>`
      : html`${dataTable('Reviewers', COLUMNS, reviewers.map(cellsOf))}
<p class="muted">Success: ran to its end. Escalations: asked for help. Confirmed: by the model that tries to refute. Addressed: gone after a later push. Dismissed: by a person. Each finding counts once for a pull request.</p>`;
  return pageOf({
    title: 'Reviewers',
    here: 'reviewers',
    person,
    body: html`<h1>Reviewers <small>last ${WINDOW_DAYS} days</small></h1>${list}`,
  });
}

function cellsOf(one: ReviewerLine): Cells {
  return [
    one.name,
    formatNumber(one.runs),
    share(one.succeeded, one.runs),
    one.p50Ms === null ? null : formatDuration(one.p50Ms),
    one.p95Ms === null ? null : formatDuration(one.p95Ms),
    formatNumber(one.escalations),
    formatNumber(one.findings),
    share(one.confirmed, one.findings),
    share(one.addressed, one.findings),
    share(one.dismissed, one.findings),
    one.tokens === 0 ? null : formatTokens(one.tokens),
    one.costUsd > 0 ? formatDollars(one.costUsd) : null,
  ];
}

/** A share with a bar under it. */
function share(part: number, whole: number): Html | null {
  if (whole === 0) return null;
  return html`<span class="share">${percentWords(part, whole)}<progress max="${whole}" value="${part}" aria-hidden="true"></progress></span>`;
}
