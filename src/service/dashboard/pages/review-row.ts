import type { ReviewLine } from '../../../adapters/store/dashboard/review-queries.ts';
import { SEVERITIES } from '../../../model.ts';
import { formatDollars } from '../../../render/format-quantity.ts';
import { type Html, html } from '../html.ts';
import { agoWords, durationWords, standingOf } from './words.ts';

/** Reviews as a list; on a phone each becomes a card. */
export function reviewTable(reviews: readonly ReviewLine[], now: number, label: string): Html {
  const rows = reviews.map((review) => reviewRow(review, now));
  return html`<div class="panel scroll"><table class="reviews" aria-label="${label}">
<thead><tr><th scope="col">State</th><th scope="col">Pull request</th><th scope="col">Findings</th><th scope="col" class="number">Time</th><th scope="col" class="number">Cost</th><th scope="col" class="number">When</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function reviewRow(review: ReviewLine, now: number): Html {
  const { owner, name, pullNumber, title, author, headSha, costUsd, queuedAt } = review;
  const head = headSha === null ? null : html` · <code>${headSha.slice(0, 7)}</code>`;
  return html`<tr><td>${standingChip(review)}</td>
<td class="what"><a href="/reviews/${review.id}">${title === '' ? `#${pullNumber}` : title}</a><span class="where">${owner}/${name}#${pullNumber}${head} · ${author}</span></td>
<td>${severityCounts(review)}</td>
<td class="number">${durationWords(review, now)}</td>
<td class="number">${costUsd > 0 ? formatDollars(costUsd) : '–'}</td>
<td class="number"><time datetime="${queuedAt.toISOString()}" title="${queuedAt.toISOString()}">${agoWords(queuedAt, now)}</time></td></tr>`;
}

export function standingChip(review: ReviewLine): Html {
  const { tone, mark, word } = standingOf(review);
  return html`<span class="state tone-${tone}"><i aria-hidden="true">${mark}</i>${word}</span>`;
}

/** How many of each severity; those without any are left out. */
export function severityCounts({ counts, state }: ReviewLine): Html {
  const chips = SEVERITIES.flatMap((severity) =>
    counts[severity] === 0
      ? []
      : [
          html`<span class="count s-${severity}" title="${severity}"><b>${counts[severity]}</b> ${severity}</span>`,
        ],
  );
  if (chips.length > 0) return html`<span class="counts">${chips}</span>`;
  return html`<span class="muted">${state === 'done' ? 'none' : '–'}</span>`;
}
