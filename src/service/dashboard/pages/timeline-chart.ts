import { formatDuration } from '../../../render/format-quantity.ts';
import { type Html, html } from '../html.ts';
import type { Timeline } from '../timeline.ts';

/** Width of a row in units of its own. */
const WIDTH = 1_000;

/** Who ran when: a row for each agent, the critical path marked. */
export function timelineChart(timeline: Timeline): Html {
  const { spans, start, wall, sum, saved, widest, criticalPath } = timeline;
  const critical = new Set(criticalPath);
  const scale = wall === 0 ? 0 : WIDTH / wall;
  const rows = spans.map(({ name, start: from, end }) => {
    const left = Math.round((from - start) * scale);
    const width = Math.max(4, Math.round((end - from) * scale));
    const kind = critical.has(name) ? 'critical' : 'beside';
    return html`<tr><th scope="row">${name}</th><td class="lane"><svg viewBox="0 0 ${WIDTH} 16" preserveAspectRatio="none" aria-hidden="true"><rect class="${kind}" x="${Math.min(left, WIDTH - 4)}" y="2" width="${width}" height="12" rx="3"></rect></svg></td>
<td class="number">${formatDuration(end - from)}</td><td class="number muted">${formatDuration(from - start)}</td></tr>`;
  });
  return html`<section aria-labelledby="timeline"><h2 id="timeline">Timeline <small>${formatDuration(wall)}, up to ${widest} at once</small></h2>
<div class="panel"><table class="timeline" aria-label="Timeline"><thead><tr><th scope="col">Reviewer</th><th scope="col" class="lane"><span class="ends"><span>0 s</span><span>${formatDuration(wall)}</span></span></th><th scope="col" class="number">Ran</th><th scope="col" class="number">Began at</th></tr></thead><tbody>${rows}</tbody></table>
<dl class="figures"><div><dt>One after the other</dt><dd>${formatDuration(sum)}</dd></div><div><dt>Saved by running at once</dt><dd>${formatDuration(saved)}</dd></div><div><dt><i class="critical"></i>Critical path</dt><dd>${criticalPath.join(' → ')}</dd></div></dl></div></section>`;
}
