import type {
  AgentLine,
  ReviewFilter,
  ReviewLine,
} from '../../../adapters/store/dashboard/review-queries.ts';
import { type Html, html } from '../html.ts';
import { type Person, pageOf } from './frame.ts';
import { reviewTable, standingChip } from './review-row.ts';
import { agentTone, durationWords, STATE_WORDS } from './words.ts';

export interface HomePage {
  readonly person: Person;
  readonly running: readonly ReviewLine[];
  readonly agents: ReadonlyMap<string, readonly AgentLine[]>;
  readonly past: readonly ReviewLine[];
  readonly filter: ReviewFilter;
  /** There are older ones. */
  readonly hasMore: boolean;
  /** How many repositories the person may see. */
  readonly repositories: number;
  readonly now: number;
}

const FILTERS = [
  { only: 'past', word: 'All' },
  { only: 'blocked', word: 'Blocked' },
  { only: 'incomplete', word: 'Incomplete' },
  { only: 'failed', word: 'Gave up' },
] as const;

/** What runs now, and what ran. */
export function homePage(home: HomePage): Html {
  const { person, past, filter, hasMore, now } = home;
  const oldest = past.at(-1);
  const query = new URLSearchParams({ only: filter.only, search: filter.search });
  if (oldest !== undefined) query.set('before', oldest.queuedAt.toISOString());
  const more =
    hasMore && oldest !== undefined
      ? html`<p><a class="button plain" href="/?${query.toString()}">Older reviews</a></p>`
      : null;
  const list =
    past.length > 0
      ? html`${reviewTable(past, now, 'Reviews')}${more}`
      : html`<p class="empty">${emptyWords(home)}</p>`;
  return pageOf({
    title: 'Reviews',
    here: 'reviews',
    person,
    body: html`<div data-events="/events"><h1>Reviews</h1>
${runningBoard(home)}
<section aria-labelledby="past"><h2 id="past">Past reviews</h2>${filterForm(filter)}${list}</section></div>`,
  });
}

function emptyWords({ filter, repositories }: HomePage): string {
  if (filter.search !== '' || filter.only !== 'past') return 'No review matches.';
  if (repositories === 0)
    return 'Your GitHub account sees no repository in which this App is installed. Install it, or ask who manages it.';
  return 'No review yet. Open a pull request, push to one, or write /review in a comment.';
}

/** What runs now; the event stream replaces it. */
export function runningBoard({ running, agents, now }: Pick<HomePage, 'running' | 'agents' | 'now'>): Html {
  const cards = running.map((review) => runningCard(review, agents.get(review.id) ?? [], now));
  const body =
    cards.length === 0
      ? html`<p class="empty">Nothing runs at the moment.</p>`
      : html`<div class="cards">${cards}</div>`;
  return html`<section id="running" aria-labelledby="now"><h2 id="now">Running <small>${running.length} <span data-live role="status"></span></small></h2>${body}</section>`;
}

function runningCard(review: ReviewLine, agents: readonly AgentLine[], now: number): Html {
  const { owner, name, pullNumber, title } = review;
  const chips = agents.map(
    (agent) =>
      html`<li class="tone-${agentTone(agent)}"><span>${agent.name}</span><progress max="100" value="${agent.progress}" aria-label="${agent.name}: ${STATE_WORDS[agent.state]}, ${agent.progress} %"></progress></li>`,
  );
  return html`<article class="card"><header>${standingChip(review)}<span class="muted">${durationWords(review, now)}</span></header>
<h3><a href="/reviews/${review.id}">${title === '' ? `#${pullNumber}` : title}</a></h3><p class="where">${owner}/${name}#${pullNumber}</p>
${chips.length === 0 ? null : html`<ul class="mini">${chips}</ul>`}</article>`;
}

function filterForm({ only, search }: ReviewFilter): Html {
  const choices = FILTERS.map(
    (one) =>
      html`<label class="choice"><input type="radio" name="only" value="${one.only}"${one.only === only ? html` checked` : null}><span>${one.word}</span></label>`,
  );
  return html`<form class="filters" method="get" action="/" role="search"><fieldset><legend class="skip">Which reviews</legend>${choices}</fieldset>
<input type="search" name="search" value="${search}" maxlength="100" placeholder="Title, author, repository" aria-label="Search in title, author and repository"><button>Show</button></form>`;
}
