import type { ReviewLine } from '../../../adapters/store/dashboard/review-queries.ts';
import { SEVERITIES } from '../../../model.ts';
import { cutLine } from '../../../render/cut-text.ts';
import { formatDollars } from '../../../render/format-quantity.ts';
import { type Html, html } from '../html.ts';
import { type Cells, type Column, dataTable } from './data-table.ts';
import { agoWords, durationWords, standingOf, titleWords } from './words.ts';

const MOST_REASON = 160;

const COLUMNS: readonly Column[] = [
  { word: 'Pull request', kind: 'name' },
  { word: 'State', kind: 'text' },
  { word: 'Findings', kind: 'wide' },
  { word: 'Time', kind: 'number' },
  { word: 'Cost', kind: 'number' },
  { word: 'When', kind: 'number' },
];

/** Reviews as a list. */
export function reviewTable(reviews: readonly ReviewLine[], now: number, label: string): Html {
  return dataTable(
    label,
    COLUMNS,
    reviews.map((review) => reviewCells(review, now)),
  );
}

function reviewCells(review: ReviewLine, now: number): Cells {
  const { owner, name, pullNumber, author, headSha, costUsd, queuedAt, reason, state } = review;
  const head = headSha === null ? null : html` · <code>${headSha.slice(0, 7)}</code>`;
  const why =
    state === 'failed' && reason !== null
      ? html`<span class="where note">${cutLine(reason, MOST_REASON)}</span>`
      : null;
  return [
    html`<a class="title" href="/reviews/${review.id}">${titleWords(review)}</a><span class="where">${owner}/${name}#${pullNumber}${head} · ${author}</span>${why}`,
    standingChip(review),
    severityCounts(review),
    review.startedAt === null ? null : durationWords(review, now),
    costUsd > 0 ? formatDollars(costUsd) : null,
    html`<time datetime="${queuedAt.toISOString()}" title="${queuedAt.toISOString()}">${agoWords(queuedAt, now)}</time>`,
  ];
}

export function standingChip(review: ReviewLine): Html {
  const { tone, mark, word } = standingOf(review);
  return html`<span class="state tone-${tone}"><i aria-hidden="true">${mark}</i>${word}</span>`;
}

/** How many of each severity, those without any left out; null when nothing was looked for. */
function severityCounts({ counts, state }: ReviewLine): Html | null {
  const chips = SEVERITIES.flatMap((severity) =>
    counts[severity] === 0
      ? []
      : [html`<span class="count s-${severity}"><b>${counts[severity]}</b> ${severity}</span>`],
  );
  if (chips.length > 0) return html`<span class="counts">${chips}</span>`;
  return state === 'done' ? html`<span class="muted">none</span>` : null;
}
