import type { Finding, Report } from '../../../model.ts';
import { locationOf } from '../../../render/describe-report.ts';
import { formatCount } from '../../../render/format-quantity.ts';
import { htmlFinding } from '../../../render/html-finding.ts';
import { tiles } from '../../../render/html-sections.ts';
import { type Html, html, ready } from '../html.ts';

/** What of the findings is to be seen; empty for all. */
export interface FindingFilter {
  readonly reviewer: string;
  readonly state: string;
  /** What title, place, rule or id has to hold. */
  readonly text: string;
}

/** The most findings that one page shows; the report itself holds them all. */
const MOST_FINDINGS = 300;
const MOST_AGREED = 50;

/** What was found, as far as it is asked for. */
export function findingsSection(id: string, report: Report, filter: FindingFilter): Html {
  const visible = report.findings.filter(({ suppressedBy }) => suppressedBy === undefined);
  if (visible.length === 0)
    return html`<section aria-labelledby="findings"><h2 id="findings">Findings</h2><p class="empty">${report.verdict === 'clean' ? 'Nothing found.' : 'No finding to show.'}</p></section>`;
  const shown = visible.filter((finding) => isWanted(finding, filter));
  const cards = shown.slice(0, MOST_FINDINGS).map((finding) => ready(htmlFinding(finding, false)));
  const rest = shown.length - cards.length;
  const list =
    shown.length === 0
      ? html`<p class="empty">No finding matches. <a href="/reviews/${id}#findings">Show all ${visible.length}</a></p>`
      : html`${ready(tiles(shown))}<div class="findings">${cards}</div>${rest > 0 ? html`<p class="muted">and ${formatCount(rest, 'more finding')}; filters bring them up</p>` : null}`;
  return html`<section aria-labelledby="findings"><h2 id="findings">Findings <small>${shown.length === visible.length ? visible.length : html`${shown.length} of ${visible.length}`}</small></h2>
${findingForm(id, visible, filter)}${list}</section>`;
}

function isWanted(finding: Finding, { reviewer, state, text }: FindingFilter): boolean {
  const words = [finding.title, locationOf(finding), finding.ruleId, finding.id].join('\n').toLowerCase();
  return (
    (reviewer === '' || finding.reviewer === reviewer) &&
    (state === '' || finding.state === state) &&
    words.includes(text.toLowerCase())
  );
}

function findingForm(id: string, findings: readonly Finding[], filter: FindingFilter): Html {
  const choice = (name: 'reviewer' | 'state', words: readonly string[], any: string) =>
    html`<select name="${name}" aria-label="${name}"><option value="">${any}</option>${words.map((word) => html`<option${word === filter[name] ? html` selected` : null}>${word}</option>`)}</select>`;
  const distinct = (words: readonly string[]) => [...new Set(words)].sort();
  return html`<form class="filters" method="get" action="/reviews/${id}#findings" role="search">${choice('reviewer', distinct(findings.map(({ reviewer }) => reviewer)), 'all reviewers')}${choice('state', distinct(findings.map(({ state }) => state)), 'any state')}
<input type="search" name="text" value="${filter.text}" maxlength="100" placeholder="Title, path, rule, id" aria-label="Search in title, path, rule and id"><button>Show</button></form>`;
}

/** Where several reviewers said the same. Conflicts stand among the alerts. */
export function agreementsSection(report: Report): Html | null {
  const agreed = report.findings.filter(
    ({ agreedBy, suppressedBy }) => agreedBy.length > 0 && suppressedBy === undefined,
  );
  if (agreed.length === 0) return null;
  const rows = agreed
    .slice(0, MOST_AGREED)
    .map(
      (finding) =>
        html`<li><span class="count s-${finding.severity}">${finding.severity}</span> ${finding.title} <code>${finding.id}</code> <span class="muted">${[finding.reviewer, ...finding.agreedBy].join(', ')}</span></li>`,
    );
  return html`<section aria-labelledby="agreements"><h2 id="agreements">Agreements <small>${formatCount(agreed.length, 'finding')} seen by several reviewers</small></h2><div class="panel"><ul class="rows">${rows}</ul></div></section>`;
}
