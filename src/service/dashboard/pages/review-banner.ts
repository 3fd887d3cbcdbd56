import type { ReviewDetail } from '../../../adapters/store/dashboard/review-queries.ts';
import type { Report } from '../../../model.ts';
import {
  convergenceWords,
  factsOf,
  headlineOf,
  headlineText,
  warningsOf,
} from '../../../render/describe-report.ts';
import { formatDollars } from '../../../render/format-quantity.ts';
import { type Html, html } from '../html.ts';
import type { Person } from './frame.ts';
import { standingChip } from './review-row.ts';
import { agoWords, durationWords, standingOf, titleWords } from './words.ts';

export interface ReviewBanner {
  readonly person: Person;
  readonly review: ReviewDetail;
  /** `https://github.com`, for links. */
  readonly serverUrl: string;
  /** The person may write to the repository: they may ask for the review again. */
  readonly mayWrite: boolean;
  readonly now: number;
}

/** How the review stands, in one look, and the ways on from here. */
export function reviewBanner(banner: ReviewBanner): Html {
  const { review, serverUrl } = banner;
  const { owner, name, pullNumber, headSha, report, reason } = review;
  const pullUrl = `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/pull/${pullNumber}`;
  const head = headSha === null ? null : html`<code>${headSha.slice(0, 7)}</code>`;
  return html`<section class="verdict tone-${standingOf(review).tone}" aria-label="Review"><div class="kicker">${standingChip(review)}<a href="/repositories/${review.installationId}/${review.repositoryId}">${owner}/${name}</a><a href="${pullUrl}" rel="noreferrer">pull request #${pullNumber}</a>${head}<span data-live role="status"></span></div>
<h1>${titleWords(review)}</h1>
${reason === null ? null : html`<p class="${review.state === 'superseded' ? 'compared' : 'warning'}">${reason}</p>`}
${report === null ? null : verdictOf(report)}
${factList(banner)}${againForm(banner)}</section>`;
}

function verdictOf(report: Report): Html {
  const converged = convergenceWords(report);
  return html`<p class="aside">${headlineText(headlineOf(report))}</p>
${warningsOf(report).map((warning) => html`<p class="warning">${warning}</p>`)}${converged === null ? null : html`<p class="compared">${converged}</p>`}
<ul class="facts">${factsOf(report).map((fact) => html`<li>${fact}</li>`)}</ul>`;
}

function factList({ review, now }: ReviewBanner): Html {
  const { owner, name, pullNumber, author, askedBy, commentUrl, costUsd, queuedAt, startedAt, finishedAt } =
    review;
  const search = new URLSearchParams({ search: `${owner}/${name}#${pullNumber}` });
  const time = durationWords(review, now);
  const facts = [
    html`by ${author}`,
    ...(askedBy === null ? [] : [html`asked for by @${askedBy}`]),
    html`queued <time datetime="${queuedAt.toISOString()}" title="${queuedAt.toISOString()}">${agoWords(queuedAt, now)}</time>`,
    ...(startedAt === null ? [] : [finishedAt === null ? html`at work for ${time}` : html`took ${time}`]),
    ...(costUsd > 0 ? [html`cost ${formatDollars(costUsd)}`] : []),
    ...(commentUrl?.startsWith('http') === true
      ? [html`<a href="${commentUrl}" rel="noreferrer">comment on GitHub</a>`]
      : []),
    html`<a href="/?${search.toString()}">all its reviews</a>`,
  ];
  return html`<ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`;
}

function againForm({ person, review, mayWrite }: ReviewBanner): Html | null {
  if (!mayWrite || (review.state !== 'done' && review.state !== 'failed')) return null;
  return html`<form method="post" action="/reviews/${review.id}/again"><input type="hidden" name="token" value="${person.formToken}"><button>Review again</button></form>`;
}
