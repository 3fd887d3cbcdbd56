import type {
  DayLine,
  RepositoryFigures,
  RepositoryLine,
  RuleLine,
} from '../../../adapters/store/dashboard/insight-queries.ts';
import type { ReviewLine } from '../../../adapters/store/dashboard/review-queries.ts';
import { formatCount, formatDollars, formatDuration, formatNumber } from '../../../render/format-quantity.ts';
import { type Html, html } from '../html.ts';
import { dayChart } from './day-chart.ts';
import { type Person, pageOf } from './frame.ts';
import { reviewTable } from './review-row.ts';
import { agoWords, percentWords } from './words.ts';

/** Days that figures look back. */
export const WINDOW_DAYS = 30;

/** Every repository that the person may see and the App is installed in. */
export function repositoriesPage(person: Person, repositories: readonly RepositoryLine[], now: number): Html {
  const rows = repositories.map(
    (one) =>
      html`<tr><td class="what"><a href="/repositories/${one.installationId}/${one.repositoryId}">${one.owner}/${one.name}</a>${one.isPrivate ? html` <span class="chip">private</span>` : null}</td>
<td class="number">${formatNumber(one.reviews)}</td><td class="number">${formatNumber(one.blocked)}</td><td class="number">${one.costUsd > 0 ? formatDollars(one.costUsd) : '–'}</td>
<td class="number">${one.lastReviewAt === null ? 'never' : agoWords(one.lastReviewAt, now)}</td></tr>`,
  );
  const list =
    rows.length === 0
      ? html`<p class="empty">Your GitHub account sees no repository that this App has reviewed.</p>`
      : html`<div class="panel scroll"><table><thead><tr><th scope="col">Repository</th><th scope="col" class="number">Reviews</th><th scope="col" class="number">Blocked</th><th scope="col" class="number">Cost</th><th scope="col" class="number">Last review</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return pageOf({
    title: 'Repositories',
    here: 'repositories',
    person,
    body: html`<h1>Repositories <small>last ${WINDOW_DAYS} days</small></h1>${list}`,
  });
}

export interface RepositoryPage {
  readonly person: Person;
  readonly repository: RepositoryLine;
  readonly figures: RepositoryFigures;
  readonly days: readonly DayLine[];
  readonly rules: readonly RuleLine[];
  readonly recent: readonly ReviewLine[];
  readonly since: Date;
  readonly now: number;
}

/** How reviews go in one repository. */
export function repositoryPage(page: RepositoryPage): Html {
  const { person, repository, figures, days, rules, recent, since, now } = page;
  const { owner, name } = repository;
  return pageOf({
    title: `${owner}/${name}`,
    here: 'repositories',
    person,
    body: html`<h1>${owner}/${name} <small>last ${WINDOW_DAYS} days</small></h1>
${figureTiles(figures)}
<section aria-labelledby="trend"><h2 id="trend">Findings by day</h2>${dayChart(days, since, new Date(now))}</section>
<section aria-labelledby="rules"><h2 id="rules">Noisiest rules <small>dismissed most, then raised most</small></h2>${ruleTable(rules)}</section>
<section aria-labelledby="recent"><h2 id="recent">Recent reviews</h2>${recent.length === 0 ? html`<p class="empty">No review yet.</p>` : reviewTable(recent, now, 'Recent reviews')}</section>`,
  });
}

function figureTiles(figures: RepositoryFigures): Html {
  const { reviews, costUsd, medianSeconds, p95Seconds, findings, addressed, dismissed } = figures;
  const tile = (name: string, value: string, note: string) =>
    html`<div class="figure"><dt>${name}</dt><dd><b>${value}</b><span>${note}</span></dd></div>`;
  const seconds = (value: number | null) => (value === null ? '–' : formatDuration(value * 1_000));
  return html`<dl class="figure-tiles">${[
    tile(
      'Reviews',
      formatNumber(reviews),
      costUsd > 0 && reviews > 0 ? `${formatDollars(costUsd / reviews)} each` : 'no model cost',
    ),
    tile(
      'Address rate',
      percentWords(addressed, findings),
      `${formatNumber(addressed)} of ${formatNumber(findings)} findings fixed`,
    ),
    tile('Dismissed', percentWords(dismissed, findings), formatCount(dismissed, 'finding')),
    tile('Time to review', seconds(medianSeconds), `p95 ${seconds(p95Seconds)}`),
    tile('Cost', formatDollars(costUsd), `in ${WINDOW_DAYS} days`),
  ]}</dl>`;
}

function ruleTable(rules: readonly RuleLine[]): Html {
  if (rules.length === 0) return html`<p class="empty">No finding yet.</p>`;
  const rows = rules.map(
    (rule) =>
      html`<tr><td><code>${rule.ruleId}</code></td><td>${rule.reviewer}</td><td class="number">${rule.findings}</td><td class="number">${percentWords(rule.addressed, rule.findings)}</td><td class="number">${percentWords(rule.dismissed, rule.findings)}</td></tr>`,
  );
  return html`<div class="panel scroll"><table><thead><tr><th scope="col">Rule</th><th scope="col">Reviewer</th><th scope="col" class="number">Findings</th><th scope="col" class="number">Addressed</th><th scope="col" class="number">Dismissed</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
