import type {
  DayLine,
  RepositoryFigures,
  RepositoryLine,
  RuleLine,
} from '../../../adapters/store/dashboard/insight-queries.ts';
import type { ReviewLine } from '../../../adapters/store/dashboard/review-queries.ts';
import { formatCount, formatDollars, formatDuration, formatNumber } from '../../../render/format-quantity.ts';
import { type Html, html } from '../html.ts';
import { type Column, dataTable } from './data-table.ts';
import { type DayRow, dayChart, dayRows, trendBars } from './day-chart.ts';
import { type Person, pageOf } from './frame.ts';
import { reviewTable } from './review-row.ts';
import { agoWords, percentWords } from './words.ts';

/** Days that figures look back. */
export const WINDOW_DAYS = 30;

const REPOSITORY_COLUMNS: readonly Column[] = [
  { word: 'Repository', kind: 'name' },
  { word: 'Reviews', kind: 'number' },
  { word: 'Blocked', kind: 'number' },
  { word: 'Cost', kind: 'number' },
  { word: 'Last review', kind: 'number' },
];

/** Every repository that the person may see and the App is installed in. */
export function repositoriesPage(person: Person, repositories: readonly RepositoryLine[], now: number): Html {
  const rows = repositories.map((one) => [
    html`<a class="title" href="/repositories/${one.installationId}/${one.repositoryId}">${one.owner}/${one.name}</a>${one.isPrivate ? html` <span class="chip">private</span>` : null}`,
    formatNumber(one.reviews),
    formatNumber(one.blocked),
    one.costUsd > 0 ? formatDollars(one.costUsd) : null,
    one.lastReviewAt === null ? 'never' : agoWords(one.lastReviewAt, now),
  ]);
  const list =
    rows.length === 0
      ? html`<p class="empty">Your GitHub account sees no repository that this App has reviewed.</p>`
      : dataTable('Repositories', REPOSITORY_COLUMNS, rows);
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
  /** `https://github.com`, for links. */
  readonly serverUrl: string;
  readonly now: number;
}

/** How reviews go in one repository. */
export function repositoryPage(page: RepositoryPage): Html {
  const { person, repository, recent, serverUrl, now } = page;
  const { owner, name } = repository;
  const url = `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
  const all = `/?${new URLSearchParams({ search: `${owner}/${name}#`.slice(0, 100) }).toString()}`;
  const list =
    recent.length === 0
      ? html`<p class="empty">No review yet. Open a pull request, push to one, or write /review in a comment.</p>`
      : html`${reviewTable(recent, now, 'Recent reviews')}<p class="pages"><a class="button plain" href="${all}">All reviews</a></p>`;
  return pageOf({
    title: `${owner}/${name}`,
    here: 'repositories',
    person,
    body: html`<h1>${owner}/${name} <small>last ${WINDOW_DAYS} days · <a href="${url}" rel="noreferrer">on GitHub</a></small></h1>
${insights(page)}
<section aria-labelledby="recent"><h2 id="recent">Recent reviews</h2>${list}</section>`,
  });
}

/** Nothing before the first review: charts of nothing tell nothing. */
function insights({ figures, days, rules, since, now }: RepositoryPage): Html | null {
  if (figures.reviews === 0) return null;
  const rows = dayRows(days, since, new Date(now));
  return html`${figureTiles(figures, rows)}
<section aria-labelledby="trend"><h2 id="trend">Findings by day</h2>${dayChart(rows)}</section>
<section aria-labelledby="rules"><h2 id="rules">Noisiest rules <small>dismissed most, then raised most</small></h2>${ruleTable(rules)}</section>`;
}

function figureTiles(figures: RepositoryFigures, rows: readonly DayRow[]): Html {
  const { reviews, costUsd, medianSeconds, p95Seconds, findings, addressed, dismissed } = figures;
  const tile = (name: string, value: string, note: string, figure: (day: DayLine) => number | null) =>
    html`<div class="figure"><dt>${name}</dt><dd><b>${value}</b><span>${note}</span>${trendBars(rows, figure)}</dd></div>`;
  const seconds = (value: number | null) => (value === null ? '–' : formatDuration(value * 1_000));
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return html`<dl class="figure-tiles">${[
    tile(
      'Reviews',
      formatNumber(reviews),
      costUsd > 0 ? `${formatDollars(costUsd / reviews)} each` : 'no model cost',
      (day) => day.reviews,
    ),
    tile(
      'Address rate',
      percentWords(addressed, findings),
      `${formatNumber(addressed)} of ${formatNumber(findings)} fixed`,
      (day) => share(day.addressed, day.raised),
    ),
    tile('Dismissed', percentWords(dismissed, findings), formatCount(dismissed, 'finding'), (day) =>
      share(day.dismissed, day.raised),
    ),
    tile('Time to review', seconds(medianSeconds), `p95 ${seconds(p95Seconds)}`, (day) => day.medianSeconds),
    tile('Cost', formatDollars(costUsd), `in ${WINDOW_DAYS} days`, (day) => day.costUsd),
  ]}</dl>`;
}

const RULE_COLUMNS: readonly Column[] = [
  { word: 'Rule', kind: 'name' },
  { word: 'Reviewer', kind: 'wide' },
  { word: 'Findings', kind: 'number' },
  { word: 'Addressed', kind: 'number' },
  { word: 'Dismissed', kind: 'number' },
];

function ruleTable(rules: readonly RuleLine[]): Html {
  if (rules.length === 0) return html`<p class="empty">No finding yet.</p>`;
  const rows = rules.map(({ ruleId, reviewer, findings, addressed, dismissed }) => [
    html`<code>${ruleId}</code>`,
    reviewer,
    formatNumber(findings),
    percentWords(addressed, findings),
    percentWords(dismissed, findings),
  ]);
  return dataTable('Noisiest rules', RULE_COLUMNS, rows);
}
