import type { AgentLine, ReviewDetail } from '../../../adapters/store/dashboard/review-queries.ts';
import type { Report } from '../../../model.ts';
import { countFiles } from '../../../model.ts';
import { cutLine } from '../../../render/cut-text.ts';
import { formatCount, formatDollars, formatDuration, formatTokens } from '../../../render/format-quantity.ts';
import { groupFindings } from '../../../render/group-findings.ts';
import { alertPanels, remarkPanels } from '../../../render/html-sections.ts';
import { type Html, html, ready } from '../html.ts';
import { makeTimeline, type Timeline } from '../timeline.ts';
import { type Cells, type Column, dataTable } from './data-table.ts';
import { pageOf } from './frame.ts';
import { liveBoard } from './live-board.ts';
import { type ReviewBanner, reviewBanner } from './review-banner.ts';
import { agreementsSection, type FindingFilter, findingsSection } from './review-findings.ts';
import { timelineChart } from './timeline-chart.ts';
import { agentTone, STATE_WORDS, titleWords } from './words.ts';

export interface ReviewPage extends ReviewBanner {
  readonly filter: FindingFilter;
}

const MOST_REASON = 160;
const MOST_FILES = 500;

/** One review: how it stands, who ran when, what was found, what it cost. */
export function reviewPage(page: ReviewPage): Html {
  const { person, review } = page;
  const isOpen = review.state === 'queued' || review.state === 'running';
  const body = html`${reviewBanner(page)}
${isOpen ? liveBoard(review) : endedParts(page)}`;
  return pageOf({
    title: titleWords(review),
    here: 'reviews',
    person,
    body: isOpen ? html`<div data-events="/reviews/${review.id}/events">${body}</div>` : body,
  });
}

function endedParts({ review, filter }: ReviewPage): Html {
  const { agents, id, report } = review;
  const timeline = timelineOf(agents);
  const time = timeline === null ? null : timelineChart(timeline);
  if (report === null) return html`${time}${costSection(review)}`;
  return html`${jumps(report, timeline)}
${ready(alertPanels(report))}
${time}
${costSection(review)}
${agreementsSection(report)}
${findingsSection(id, report, filter)}
${coverageSection(report)}
${ready(remarkPanels(report, groupFindings(report)))}`;
}

function timelineOf(agents: readonly AgentLine[]): Timeline | null {
  return makeTimeline(
    agents.flatMap(({ name, startedAt, endedAt }) =>
      startedAt === null || endedAt === null
        ? []
        : [{ name, start: startedAt.getTime(), end: endedAt.getTime() }],
    ),
  );
}

/** The way to the parts of a long page. */
function jumps({ findings }: Report, timeline: Timeline | null): Html {
  const shown = findings.filter(({ suppressedBy }) => suppressedBy === undefined).length;
  const places = [
    ...(timeline === null ? [] : [{ id: 'timeline', word: 'Timeline' }]),
    { id: 'costs', word: 'Reviewers and cost' },
    { id: 'findings', word: `Findings (${shown})` },
    { id: 'files', word: 'Files' },
  ];
  return html`<nav class="jumps" aria-label="On this page">${places.map(({ id, word }) => html`<a href="#${id}">${word}</a>`)}</nav>`;
}

const COST_COLUMNS: readonly Column[] = [
  { word: 'Reviewer', kind: 'name' },
  { word: 'Result', kind: 'wide' },
  { word: 'Model', kind: 'wide' },
  { word: 'Findings', kind: 'number' },
  { word: 'Time', kind: 'number' },
  { word: 'In / cached / out', kind: 'number wide' },
  { word: 'Cost', kind: 'number' },
];

function costSection({ agents, costUsd, tokens }: ReviewDetail): Html | null {
  if (agents.length === 0) return null;
  const sum =
    tokens === 0 ? 'no model was asked' : `${formatTokens(tokens)} tokens, ${formatDollars(costUsd)}`;
  return html`<section aria-labelledby="costs"><h2 id="costs">Reviewers and cost <small>${sum}</small></h2>
${dataTable('Reviewers and cost', COST_COLUMNS, agents.map(costCells))}</section>`;
}

function costCells(agent: AgentLine): Cells {
  const { tokensIn, tokensCached, tokensOut, reason } = agent;
  const why = reason === null ? null : html`<span class="where">${cutLine(reason, MOST_REASON)}</span>`;
  return [
    agent.name,
    html`<span><span class="state tone-${agentTone(agent)}"><i aria-hidden="true"></i>${STATE_WORDS[agent.state]}</span>${why}</span>`,
    agent.model ?? 'analyzers',
    agent.shown,
    agent.ms === null ? null : formatDuration(agent.ms),
    tokensIn + tokensCached + tokensOut === 0
      ? null
      : [tokensIn, tokensCached, tokensOut].map(formatTokens).join(' / '),
    agent.costUsd > 0 ? formatDollars(agent.costUsd) : null,
  ];
}

function coverageSection({ coverage: { reviewed, notReviewed, excluded } }: Report): Html {
  const list = (
    title: string,
    rows: readonly { readonly path: string; readonly reason: string }[],
    open: boolean,
  ) =>
    rows.length === 0
      ? null
      : html`<details class="fold"${open ? html` open` : null}><summary>${title}: ${formatCount(rows.length, 'file')}</summary><div class="inside"><ul class="rows">${rows.slice(0, MOST_FILES).map(({ path, reason }) => html`<li><code>${path}</code> <span class="reason">${reason}</span></li>`)}</ul></div></details>`;
  const missing = countFiles(notReviewed);
  return html`<section aria-labelledby="files"><h2 id="files">Files <small>${reviewed.length} reviewed, ${missing} not reviewed, ${excluded.length} excluded by policy</small></h2>
${list('Not reviewed, although they should have been', notReviewed, true)}${list('Excluded by policy', excluded, false)}${list(
  'Reviewed',
  reviewed.map(({ path, by }) => ({ path, reason: by.join(', ') })),
  false,
)}</section>`;
}
