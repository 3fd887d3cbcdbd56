import type {
  AgentLine,
  ReviewFilter,
  ReviewLine,
} from '../../../adapters/store/dashboard/review-queries.ts';
import { type Html, html } from '../html.ts';
import { type Person, pageOf } from './frame.ts';
import { reviewTable, standingChip } from './review-row.ts';
import { agentTone, durationWords, STATE_WORDS, titleWords } from './words.ts';

/** What ran, newest first, as far as it is asked for. */
export interface PastReviews {
  readonly past: readonly ReviewLine[];
  readonly filter: ReviewFilter;
  /** There are older ones. */
  readonly hasMore: boolean;
  /** How many repositories the person may see. */
  readonly repositories: number;
  readonly now: number;
}

export interface RunningReviews {
  readonly running: readonly ReviewLine[];
  readonly agents: ReadonlyMap<string, readonly AgentLine[]>;
  /** More run or wait than are shown. */
  readonly areMore: boolean;
  readonly now: number;
}

export interface HomePage extends PastReviews, RunningReviews {
  readonly person: Person;
}

const FILTERS = [
  { only: 'past', word: 'All' },
  { only: 'blocked', word: 'Blocked' },
  { only: 'incomplete', word: 'Incomplete' },
  { only: 'failed', word: 'Gave up' },
] as const;

/** What runs now, and what ran. */
export function homePage(home: HomePage): Html {
  const { person, filter } = home;
  const events = addressOf('/events', filter, filter.before);
  return pageOf({
    title: 'Reviews',
    here: 'reviews',
    person,
    body: html`<div data-events="${events}"><h1>Reviews <small data-live role="status"></small></h1>
${runningBoard(home)}
<section aria-labelledby="past"><h2 id="past">Past reviews</h2>${filterForm(filter)}${pastList(home)}</section></div>`,
  });
}

/** The list of what ran; the event stream replaces it when a review ends. */
export function pastList(reviews: PastReviews): Html {
  const { past, filter, hasMore, now } = reviews;
  const oldest = past.at(-1);
  const newest =
    filter.before === null
      ? null
      : html`<a class="button plain" href="${addressOf('/', filter, null)}">Newest reviews</a>`;
  const older =
    hasMore && oldest !== undefined
      ? html`<a class="button plain" href="${addressOf('/', filter, oldest.queuedAt)}">Older reviews</a>`
      : null;
  const list =
    past.length > 0
      ? reviewTable(past, now, 'Past reviews')
      : html`<p class="empty">${emptyWords(reviews)}</p>`;
  const pages = newest === null && older === null ? null : html`<p class="pages">${newest}${older}</p>`;
  return html`<div id="list">${list}${pages}</div>`;
}

/** An address that keeps what the list is cut down to. */
function addressOf(path: string, { only, search }: ReviewFilter, before: Date | null): string {
  const query = new URLSearchParams();
  if (only !== 'past') query.set('only', only);
  if (search !== '') query.set('search', search);
  if (before !== null) query.set('before', before.toISOString());
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

function emptyWords({ filter, repositories }: PastReviews): string {
  if (filter.before !== null) return 'There are no older reviews.';
  if (filter.search !== '' || filter.only !== 'past') return 'No review matches.';
  if (repositories === 0)
    return 'Your GitHub account sees no repository in which this App is installed. Install it, or ask who manages it.';
  return 'No review yet. Open a pull request, push to one, or write /review in a comment.';
}

/** What runs now; the event stream replaces it. */
export function runningBoard({ running, agents, areMore, now }: RunningReviews): Html {
  const cards = running.map((review) => runningCard(review, agents.get(review.id) ?? [], now));
  const body =
    cards.length === 0
      ? html`<p class="empty">Nothing runs at the moment.</p>`
      : html`<div class="cards">${cards}</div>`;
  return html`<section id="running" aria-labelledby="now"><h2 id="now">Running <small>${running.length}${areMore ? ' and more' : null}</small></h2>${body}</section>`;
}

function runningCard(review: ReviewLine, agents: readonly AgentLine[], now: number): Html {
  const { owner, name, pullNumber } = review;
  const bars = agents.map(
    (agent) =>
      html`<li class="tone-${agentTone(agent)}"><span>${agent.name}</span><progress max="100" value="${agent.progress}" aria-label="${agent.name}: ${STATE_WORDS[agent.state]}, ${agent.progress} %"></progress></li>`,
  );
  const time =
    review.startedAt === null ? null : html`<span class="muted">${durationWords(review, now)}</span>`;
  return html`<article class="card"><header>${standingChip(review)}${time}</header>
<h3><a class="title" href="/reviews/${review.id}">${titleWords(review)}</a></h3><p class="where">${owner}/${name}#${pullNumber}</p>
${bars.length === 0 ? null : html`<ul class="mini">${bars}</ul>`}</article>`;
}

function filterForm(filter: ReviewFilter): Html {
  const choices = FILTERS.map(
    ({ only, word }) =>
      html`<a href="${addressOf('/', { ...filter, only }, null)}"${only === filter.only ? html` aria-current="true"` : null}>${word}</a>`,
  );
  const kept = filter.only === 'past' ? null : html`<input type="hidden" name="only" value="${filter.only}">`;
  return html`<div class="filters"><nav class="choices" aria-label="Which reviews">${choices}</nav>
<form method="get" action="/" role="search">${kept}<input type="search" name="search" value="${filter.search}" maxlength="100" placeholder="Title, author, repository" aria-label="Search in title, author and repository"><button>Search</button></form></div>`;
}
