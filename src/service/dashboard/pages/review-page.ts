import type { AgentLine, ReviewDetail } from '../../../adapters/store/dashboard/review-queries.ts';
import type { Finding, Report } from '../../../model.ts';
import { countFiles } from '../../../model.ts';
import { headlineOf, headlineText } from '../../../render/describe-report.ts';
import { formatCount, formatDollars, formatDuration, formatTokens } from '../../../render/format-quantity.ts';
import { htmlFinding } from '../../../render/html-finding.ts';
import { alertPanels, tiles } from '../../../render/html-sections.ts';
import { type Html, html, ready } from '../html.ts';
import { makeTimeline } from '../timeline.ts';
import { type Person, pageOf } from './frame.ts';
import { liveBoard } from './live-board.ts';
import { standingChip } from './review-row.ts';
import { timelineChart } from './timeline-chart.ts';
import { agentTone, agoWords, durationWords, STATE_WORDS, standingOf } from './words.ts';

/** What of the findings is to be seen; empty for all. */
export interface FindingFilter {
  readonly reviewer: string;
  readonly state: string;
}

export interface ReviewPage {
  readonly person: Person;
  readonly review: ReviewDetail;
  readonly filter: FindingFilter;
  /** `https://github.com`, for links. */
  readonly serverUrl: string;
  /** The person may write to the repository: they may ask for the review again. */
  readonly mayWrite: boolean;
  readonly now: number;
}

/** The most findings that one page shows; the report itself holds them all. */
const MOST_FINDINGS = 300;

/** One review: how it stands, who ran when, what was found, what it cost. */
export function reviewPage(page: ReviewPage): Html {
  const { person, review } = page;
  const isOpen = review.state === 'queued' || review.state === 'running';
  const { report } = review;
  const timeline = makeTimeline(
    review.agents.flatMap(({ name, startedAt, endedAt }) =>
      startedAt === null || endedAt === null
        ? []
        : [{ name, start: startedAt.getTime(), end: endedAt.getTime() }],
    ),
  );
  const body = html`${banner(page)}
${isOpen ? liveBoard(review) : null}
${report === null ? null : ready(alertPanels(report))}
${timeline === null ? null : timelineChart(timeline)}
${isOpen ? null : costTable(review)}
${report === null ? null : agreements(report)}
${report === null ? null : findingsSection(report, page)}
${report === null ? null : coverage(report)}`;
  return pageOf({
    title: review.title === '' ? `#${review.pullNumber}` : review.title,
    here: 'reviews',
    person,
    body: isOpen ? html`<div data-events="/reviews/${review.id}/events">${body}</div>` : body,
  });
}

function banner({ person, review, serverUrl, mayWrite, now }: ReviewPage): Html {
  const { owner, name, pullNumber, headSha, author, askedBy, report, reason, commentUrl, costUsd } = review;
  const { tone } = standingOf(review);
  const pullUrl = `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/pull/${pullNumber}`;
  const again =
    mayWrite && (review.state === 'done' || review.state === 'failed')
      ? html`<form method="post" action="/reviews/${review.id}/again"><input type="hidden" name="token" value="${person.formToken}"><button>Review again</button></form>`
      : null;
  const asked = askedBy === null ? null : html`<li>asked for by @${askedBy}</li>`;
  const comment =
    commentUrl === null || !commentUrl.startsWith('http')
      ? null
      : html`<li><a href="${commentUrl}" rel="noreferrer">the comment on GitHub</a></li>`;
  return html`<section class="verdict tone-${tone}"><div class="kicker">${standingChip(review)}<a href="${pullUrl}" rel="noreferrer">${owner}/${name}#${pullNumber}</a>${headSha === null ? null : html`<code>${headSha.slice(0, 7)}</code>`}</div>
<h1>${review.title === '' ? `Pull request #${pullNumber}` : review.title}</h1>
${report === null ? null : html`<p class="aside">${headlineText(headlineOf(report))}</p>`}
${reason === null ? null : html`<p class="warning">${reason}</p>`}
<ul class="facts"><li>by ${author}</li><li>${agoWords(review.queuedAt, now)}</li><li>${durationWords(review, now)}</li>${costUsd > 0 ? html`<li>${formatDollars(costUsd)}</li>` : null}${asked}${comment}</ul>${again}</section>`;
}

function findingsSection(report: Report, { review, filter }: ReviewPage): Html {
  const visible = report.findings.filter(({ suppressedBy }) => suppressedBy === undefined);
  if (visible.length === 0)
    return html`<section aria-labelledby="findings"><h2 id="findings">Findings</h2><p class="empty">${report.verdict === 'clean' ? 'Nothing found.' : 'No finding to show.'}</p></section>`;
  const shown = visible.filter(
    ({ reviewer, state }) =>
      (filter.reviewer === '' || reviewer === filter.reviewer) &&
      (filter.state === '' || state === filter.state),
  );
  const cards = shown.slice(0, MOST_FINDINGS).map((finding) => ready(htmlFinding(finding, false)));
  const rest = shown.length - cards.length;
  return html`<section aria-labelledby="findings"><h2 id="findings">Findings <small>${shown.length} of ${visible.length}</small></h2>
${findingForm(review.id, visible, filter)}${ready(tiles(shown))}<div class="findings">${cards}</div>${rest > 0 ? html`<p class="muted">and ${formatCount(rest, 'more finding')}; the report holds them all</p>` : null}</section>`;
}

function findingForm(id: string, findings: readonly Finding[], filter: FindingFilter): Html {
  const choice = (name: 'reviewer' | 'state', words: readonly string[], any: string) =>
    html`<label>${name} <select name="${name}"><option value="">${any}</option>${words.map((word) => html`<option${word === filter[name] ? html` selected` : null}>${word}</option>`)}</select></label>`;
  const distinct = (words: readonly string[]) => [...new Set(words)].sort();
  return html`<form class="filters" method="get" action="/reviews/${id}">${choice('reviewer', distinct(findings.map(({ reviewer }) => reviewer)), 'all reviewers')}${choice('state', distinct(findings.map(({ state }) => state)), 'any state')}<button>Show</button></form>`;
}

/** Where several reviewers said the same. Conflicts stand among the alerts. */
function agreements(report: Report): Html | null {
  const agreed = report.findings.filter(
    ({ agreedBy, suppressedBy }) => agreedBy.length > 0 && suppressedBy === undefined,
  );
  if (agreed.length === 0) return null;
  const rows = agreed
    .slice(0, 50)
    .map(
      (finding) =>
        html`<li><span class="count s-${finding.severity}">${finding.severity}</span> ${finding.title} <span class="muted">${[finding.reviewer, ...finding.agreedBy].join(', ')}</span></li>`,
    );
  return html`<section aria-labelledby="agreements"><h2 id="agreements">Agreements <small>${formatCount(agreed.length, 'finding')} seen by several reviewers</small></h2><div class="panel"><ul class="rows">${rows}</ul></div></section>`;
}

function costTable({ agents, costUsd, tokens }: ReviewDetail): Html | null {
  if (agents.length === 0) return null;
  const rows = agents.map(
    (agent) =>
      html`<tr><th scope="row">${agent.name}</th><td>${agent.model ?? 'analyzers'}</td><td><span class="state tone-${agentTone(agent)}"><i aria-hidden="true"></i>${STATE_WORDS[agent.state]}</span></td>
<td class="number">${agent.shown}</td><td class="number">${agent.ms === null ? '–' : formatDuration(agent.ms)}</td><td class="number">${tokenCell(agent)}</td><td class="number">${agent.costUsd > 0 ? formatDollars(agent.costUsd) : '–'}</td></tr>`,
  );
  return html`<section aria-labelledby="costs"><h2 id="costs">Reviewers and cost <small>${tokens === 0 ? 'no model was asked' : `${formatTokens(tokens)} tokens, ${formatDollars(costUsd)}`}</small></h2>
<div class="panel scroll"><table><thead><tr><th scope="col">Reviewer</th><th scope="col">Model</th><th scope="col">Result</th><th scope="col" class="number">Findings</th><th scope="col" class="number">Time</th><th scope="col" class="number">In / cached / out</th><th scope="col" class="number">Cost</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function tokenCell({ tokensIn, tokensCached, tokensOut }: AgentLine): string {
  if (tokensIn + tokensCached + tokensOut === 0) return '–';
  return `${formatTokens(tokensIn)} / ${formatTokens(tokensCached)} / ${formatTokens(tokensOut)}`;
}

function coverage({ coverage: { reviewed, notReviewed, excluded }, notes }: Report): Html {
  const list = (
    title: string,
    rows: readonly { readonly path: string; readonly reason: string }[],
    open: boolean,
  ) =>
    rows.length === 0
      ? null
      : html`<details class="fold"${open ? html` open` : null}><summary>${title}: ${formatCount(rows.length, 'file')}</summary><div class="inside"><ul class="rows">${rows.slice(0, 500).map(({ path, reason }) => html`<li><code>${path}</code> <span class="reason">${reason}</span></li>`)}</ul></div></details>`;
  const missing = countFiles(notReviewed);
  return html`<section aria-labelledby="files"><h2 id="files">Files <small>${reviewed.length} reviewed, ${missing} not reviewed, ${excluded.length} excluded by policy</small></h2>
${list('Not reviewed, although they should have been', notReviewed, true)}${list('Excluded by policy', excluded, false)}${list(
  'Reviewed',
  reviewed.map(({ path, by }) => ({ path, reason: by.join(', ') })),
  false,
)}${notes.length === 0 ? null : html`<div class="panel"><ul class="rows">${notes.map((note) => html`<li>${note}</li>`)}</ul></div>`}</section>`;
}
