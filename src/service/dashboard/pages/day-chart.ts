import type { DayLine } from '../../../adapters/store/dashboard/insight-queries.ts';
import { SEVERITIES } from '../../../model.ts';
import { formatCount, formatDollars } from '../../../render/format-quantity.ts';
import { type Html, html } from '../html.ts';

const HEIGHT = 100;
const DAY_WIDTH = 10;
const DAY_MS = 86_400_000;

/** Findings of each day as stacked bars, with the same figures as a table for who cannot see them. */
export function dayChart(days: readonly DayLine[], since: Date, until: Date): Html {
  const byDay = new Map(days.map((day) => [day.day.toISOString().slice(0, 10), day]));
  const first = Math.floor(since.getTime() / DAY_MS);
  const last = Math.floor(until.getTime() / DAY_MS);
  const all = Array.from({ length: last - first + 1 }, (_, index) => {
    const date = new Date((first + index) * DAY_MS).toISOString().slice(0, 10);
    return { date, day: byDay.get(date) };
  });
  const most = Math.max(1, ...days.map(sumOf));
  const columns = all.map(({ date, day }, index) =>
    day === undefined ? null : dayColumn(date, day, index * DAY_WIDTH, most),
  );
  const rows = days.map(
    (day) =>
      html`<tr><th scope="row">${day.day.toISOString().slice(0, 10)}</th><td class="number">${day.reviews}</td>${SEVERITIES.map((one) => html`<td class="number">${day.findings[one]}</td>`)}<td class="number">${formatDollars(day.costUsd)}</td></tr>`,
  );
  return html`<figure class="chart"><svg viewBox="0 0 ${all.length * DAY_WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="Findings a day, at most ${most}">${columns}</svg>
<figcaption><span>${all[0]?.date ?? ''}</span><span class="keys">${SEVERITIES.map((one) => html`<span class="key s-${one}"><i></i>${one}</span>`)}</span><span>${all.at(-1)?.date ?? ''}</span></figcaption></figure>
<details class="fold"><summary>The same as a table</summary><div class="inside scroll"><table><thead><tr><th scope="col">Day</th><th scope="col" class="number">Reviews</th>${SEVERITIES.map((one) => html`<th scope="col" class="number">${one}</th>`)}<th scope="col" class="number">Cost</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
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

function sumOf(day: DayLine): number {
  return SEVERITIES.reduce((sum, severity) => sum + day.findings[severity], 0);
}
