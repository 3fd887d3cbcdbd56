import type { DayLine } from '../../../adapters/store/dashboard/insight-queries.ts';
import { SEVERITIES } from '../../../model.ts';
import { formatCount, formatDollars, formatDuration } from '../../../render/format-quantity.ts';
import { type Html, html } from '../html.ts';
import { type Column, dataTable } from './data-table.ts';
import { percentWords } from './words.ts';

const HEIGHT = 100;
const DAY_WIDTH = 10;
const DAY_MS = 86_400_000;
const TREND_HEIGHT = 24;

/** Days in a row, also those on which nothing was reviewed. */
export interface DayRow {
  readonly date: string;
  readonly day: DayLine | null;
}

export function dayRows(days: readonly DayLine[], since: Date, until: Date): readonly DayRow[] {
  const byDate = new Map(days.map((day) => [dateOf(day.day), day]));
  const first = Math.floor(since.getTime() / DAY_MS);
  const last = Math.floor(until.getTime() / DAY_MS);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const date = dateOf(new Date((first + index) * DAY_MS));
    return { date, day: byDate.get(date) ?? null };
  });
}

function dateOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Findings of each day as stacked bars, with all figures of the days as a table. */
export function dayChart(rows: readonly DayRow[]): Html {
  const most = Math.max(1, ...rows.map(({ day }) => sumOf(day)));
  const columns = rows.map(({ date, day }, index) =>
    day === null ? null : dayColumn(date, day, index * DAY_WIDTH, most),
  );
  return html`<figure class="chart"><p class="scale">${formatCount(most, 'finding')}</p><svg viewBox="0 0 ${rows.length * DAY_WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="Findings a day, at most ${most}">${columns}</svg>
<figcaption><span>${rows[0]?.date ?? ''}</span><span class="keys">${SEVERITIES.map((one) => html`<span class="key s-${one}"><i></i>${one}</span>`)}</span><span>${rows.at(-1)?.date ?? ''}</span></figcaption></figure>
<details class="fold"><summary>The same as a table</summary><div class="inside">${dayTable(rows)}</div></details>`;
}

const DAY_COLUMNS: readonly Column[] = [
  { word: 'Day', kind: 'name' },
  { word: 'Reviews', kind: 'number' },
  ...SEVERITIES.map((word) => ({ word, kind: 'number' }) as const),
  { word: 'Addressed', kind: 'number' },
  { word: 'Time', kind: 'number' },
  { word: 'Cost', kind: 'number' },
];

function dayTable(rows: readonly DayRow[]): Html {
  const cells = rows.flatMap(({ date, day }) =>
    day === null
      ? []
      : [
          [
            date,
            day.reviews,
            ...SEVERITIES.map((one) => day.findings[one]),
            day.raised === 0 ? null : percentWords(day.addressed, day.raised),
            day.medianSeconds === null ? null : formatDuration(day.medianSeconds * 1_000),
            day.costUsd > 0 ? formatDollars(day.costUsd) : null,
          ],
        ],
  );
  return dataTable('Figures by day', DAY_COLUMNS, cells);
}

function dayColumn(date: string, day: DayLine, x: number, most: number): Html {
  let top = HEIGHT;
  const bars = SEVERITIES.toReversed().map((severity) => {
    const height = (HEIGHT * day.findings[severity]) / most;
    top -= height;
    return height === 0
      ? null
      : html`<rect class="fill s-${severity}" x="${x + 1}" y="${top.toFixed(2)}" width="${DAY_WIDTH - 2}" height="${height.toFixed(2)}"></rect>`;
  });
  return html`<g><title>${date}: ${formatCount(sumOf(day), 'finding')} in ${formatCount(day.reviews, 'review')}</title><rect class="hover" x="${x}" y="0" width="${DAY_WIDTH}" height="${HEIGHT}"></rect>${bars}</g>`;
}

function sumOf(day: DayLine | null): number {
  return day === null ? 0 : SEVERITIES.reduce((sum, severity) => sum + day.findings[severity], 0);
}

/** A figure day by day, as bars under the figure itself. The table of the days holds the numbers. */
export function trendBars(rows: readonly DayRow[], figure: (day: DayLine) => number | null): Html | null {
  const values = rows.map(({ day }) => (day === null ? null : figure(day)));
  const most = Math.max(...values.map((value) => value ?? 0));
  if (most <= 0) return null;
  const bars = values.flatMap((value, index) => {
    if (value === null) return [];
    const height = Math.max(1, (TREND_HEIGHT * value) / most);
    return [
      `M${index * DAY_WIDTH + 1} ${TREND_HEIGHT}v-${height.toFixed(1)}h${DAY_WIDTH - 3}V${TREND_HEIGHT}z`,
    ];
  });
  return html`<svg class="trend" viewBox="0 0 ${rows.length * DAY_WIDTH} ${TREND_HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><path d="${bars.join('')}"/></svg>`;
}
