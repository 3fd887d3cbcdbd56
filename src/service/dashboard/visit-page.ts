import type { ServerResponse } from 'node:http';
import {
  dailyFigures,
  listRepositories,
  noisiestRules,
  repositoryFigures,
  reviewerFigures,
} from '../../adapters/store/dashboard/insight-queries.ts';
import {
  agentsOf,
  findReview,
  LIST_FILTERS,
  listReviews,
  type ReviewFilter,
} from '../../adapters/store/dashboard/review-queries.ts';
import type { Clock, SqlDatabase, Tenant } from '../../ports.ts';
import type { Access } from './access.ts';
import { sendPage } from './answers.ts';
import type { LiveEvents, LivePart } from './live-events.ts';
import type { Person } from './pages/frame.ts';
import { homePage, pastList, runningBoard } from './pages/home-page.ts';
import { liveBoard } from './pages/live-board.ts';
import { notFoundPage } from './pages/plain-page.ts';
import { repositoriesPage, repositoryPage, WINDOW_DAYS } from './pages/repository-pages.ts';
import { reviewPage } from './pages/review-page.ts';
import { reviewersPage } from './pages/reviewers-page.ts';

/** A page that a person asks for. */
export interface Visit {
  readonly url: URL;
  readonly person: Person;
  readonly access: Access;
  /** What the person may see now, for pages that stay open. Null after the token ended. */
  accessNow(): Promise<Access | null>;
}

export interface VisitWorld {
  readonly database: SqlDatabase;
  readonly live: LiveEvents;
  readonly serverUrl: string;
  readonly clock: Clock;
}

const PAGE_LENGTH = 30;
const MOST_RUNNING = 24;
const MOST_RULES = 12;
const DAY_MS = 86_400_000;

/** Answers one GET. What is not there and what may not be seen are one answer. */
export async function visitPage(visit: Visit, response: ServerResponse, world: VisitWorld): Promise<void> {
  const { url, person, access } = visit;
  const { database, clock } = world;
  const since = new Date(clock.now() - WINDOW_DAYS * DAY_MS);
  const [, kind = '', first = '', second = '', ...rest] = url.pathname.split('/');
  if (rest.length > 0) return sendPage(response, 404, notFoundPage(person));
  if (kind === '') return showHome(visit, response, world);
  if (kind === 'events' && first === '') return followHome(visit, response, world);
  if (kind === 'reviews' && second === 'events') return followReview(visit, first, response, world);
  if (kind === 'reviews' && second === '') return showReview(visit, first, response, world);
  if (kind === 'reviewers' && first === '')
    return sendPage(
      response,
      200,
      reviewersPage(person, await reviewerFigures(database, access.allowed, since)),
    );
  if (kind === 'repositories' && first === '') {
    const repositories = await listRepositories(database, access.allowed, since);
    return sendPage(response, 200, repositoriesPage(person, repositories, clock.now()));
  }
  const tenant = { installationId: Number(first), repositoryId: Number(second) };
  if (kind === 'repositories') return showRepository(visit, tenant, since, response, world);
  return sendPage(response, 404, notFoundPage(person));
}

async function showHome(
  { url, person, access }: Visit,
  response: ServerResponse,
  { database, clock }: VisitWorld,
): Promise<void> {
  const running = await runningNow(database, access.allowed);
  const past = await pastReviews(database, access.allowed, filterOf(url.searchParams));
  sendPage(response, 200, homePage({ person, ...running, ...past, now: clock.now() }));
}

async function pastReviews(database: SqlDatabase, allowed: readonly Tenant[], filter: ReviewFilter) {
  const found = await listReviews(database, allowed, { ...filter, most: PAGE_LENGTH + 1 });
  const past = found.slice(0, PAGE_LENGTH);
  return { past, filter, hasMore: found.length > PAGE_LENGTH, repositories: allowed.length };
}

async function runningNow(database: SqlDatabase, allowed: readonly Tenant[]) {
  const only = {
    only: 'running',
    search: '',
    repository: null,
    before: null,
    most: MOST_RUNNING + 1,
  } as const;
  const found = await listReviews(database, allowed, only);
  const running = found.slice(0, MOST_RUNNING);
  return {
    running,
    areMore: found.length > MOST_RUNNING,
    agents: await agentsOf(
      database,
      allowed,
      running.map(({ id }) => id),
    ),
  };
}

async function followHome(visit: Visit, response: ServerResponse, world: VisitWorld): Promise<void> {
  const { live, database, clock } = world;
  const filter = filterOf(visit.url.searchParams);
  /** The list is long and changes only when a review comes or goes. */
  let listed: string | null = null;
  const isSeen = ({ installationId, repositoryId }: Tenant) =>
    visit.access.allowed.some(
      (one) => one.installationId === installationId && one.repositoryId === repositoryId,
    );
  await live.open(response, {
    concerns: isSeen,
    async render(): Promise<readonly LivePart[] | null> {
      const access = await visit.accessNow();
      if (access === null) return null;
      const now = clock.now();
      const reviews = await runningNow(database, access.allowed);
      const board = { id: 'running', markup: runningBoard({ ...reviews, now }) };
      const ids = reviews.running.map(({ id }) => id).join();
      if (ids === listed) return [board];
      listed = ids;
      const past = await pastReviews(database, access.allowed, filter);
      return [board, { id: 'list', markup: pastList({ ...past, now }) }];
    },
  });
}

async function showReview(
  { url, person, access }: Visit,
  id: string,
  response: ServerResponse,
  { database, serverUrl, clock }: VisitWorld,
): Promise<void> {
  const review = await findReview(database, access.allowed, id);
  if (review === null) return sendPage(response, 404, notFoundPage(person));
  const filter = {
    reviewer: wordIn(url.searchParams, 'reviewer'),
    state: wordIn(url.searchParams, 'state'),
    text: wordIn(url.searchParams, 'text'),
  };
  const mayWrite = access.mayWrite(review);
  sendPage(response, 200, reviewPage({ person, review, filter, serverUrl, mayWrite, now: clock.now() }));
}

async function followReview(
  visit: Visit,
  id: string,
  response: ServerResponse,
  world: VisitWorld,
): Promise<void> {
  const { live, database } = world;
  const review = await findReview(database, visit.access.allowed, id);
  if (review === null) return sendPage(response, 404, notFoundPage(visit.person));
  await live.open(response, {
    concerns: ({ reviewId }) => reviewId === id,
    async render(): Promise<readonly LivePart[] | 'reload' | null> {
      const access = await visit.accessNow();
      const now = access === null ? null : await findReview(database, access.allowed, id);
      if (now === null) return null;
      const isOpen = now.state === 'queued' || now.state === 'running';
      return isOpen ? [{ id: 'board', markup: liveBoard(now) }] : 'reload';
    },
  });
}

async function showRepository(
  { person, access }: Visit,
  tenant: Tenant,
  since: Date,
  response: ServerResponse,
  { database, serverUrl, clock }: VisitWorld,
): Promise<void> {
  const allowed = access.allowed.filter(
    ({ installationId, repositoryId }) =>
      installationId === tenant.installationId && repositoryId === tenant.repositoryId,
  );
  const [repository] = allowed.length === 0 ? [] : await listRepositories(database, allowed, since);
  if (repository === undefined) return sendPage(response, 404, notFoundPage(person));
  const recentOnly = { only: 'all', search: '', repository: tenant, before: null, most: 10 } as const;
  const [figures, days, rules, recent] = await Promise.all([
    repositoryFigures(database, allowed, since),
    dailyFigures(database, allowed, since),
    noisiestRules(database, allowed, since, MOST_RULES),
    listReviews(database, allowed, recentOnly),
  ]);
  const page = { person, repository, figures, days, rules, recent, since, serverUrl, now: clock.now() };
  sendPage(response, 200, repositoryPage(page));
}

function filterOf(query: URLSearchParams): ReviewFilter {
  const before = new Date(query.get('before') ?? '');
  return {
    only: LIST_FILTERS.find((one) => one === query.get('only')) ?? 'past',
    search: wordIn(query, 'search'),
    repository: null,
    before: Number.isNaN(before.getTime()) ? null : before,
    most: PAGE_LENGTH,
  };
}

/** A word of the address, cut to a length that nobody types past. NUL is none of the database's characters. */
function wordIn(query: URLSearchParams, name: string): string {
  return (query.get(name) ?? '').replaceAll('\0', '').trim().slice(0, 100);
}
