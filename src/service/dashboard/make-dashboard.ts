import type { IncomingMessage, ServerResponse } from 'node:http';
import { findReview } from '../../adapters/store/dashboard/review-queries.ts';
import { ForgeError, messageOf, ReviewError } from '../../errors.ts';
import type { Clock, Log, Random, SqlDatabase, Tenant } from '../../ports.ts';
import { type Access, makeAccesses, type People } from './access.ts';
import { redirect, sendAsset, sendPage } from './answers.ts';
import { makeLiveEvents } from './live-events.ts';
import { ASSETS, type Person } from './pages/frame.ts';
import { awayPage, forbiddenPage, notFoundPage, signInPage } from './pages/plain-page.ts';
import { isOwnForm, readForm } from './read-form.ts';
import { makeSeal } from './seal.ts';
import { localPath, makeSignIn, type SignedIn } from './sign-in.ts';
import { type Visit, visitPage } from './visit-page.ts';

export interface DashboardOptions {
  readonly database: SqlDatabase;
  /** Null when the service has no client id and secret: nobody can sign in, so nothing is shown. */
  readonly people: People | null;
  /** The OAuth client secret, or another secret of the service that stays the same; keys are derived from it. */
  readonly secret: string;
  /** Address at which people reach the dashboard, without a slash at its end. */
  readonly publicUrl: string;
  /** `https://github.com`, for links. */
  readonly serverUrl: string;
  /** Puts a review into the queue again. @returns the address of the page that shows it */
  again(review: AgainRequest): Promise<string>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** A review that a person asked for on the dashboard. */
export interface AgainRequest extends Tenant {
  readonly reviewId: string;
  readonly askedBy: string;
}

export interface Dashboard {
  /** @returns false when the address is none of the dashboard's */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  close(): Promise<void>;
}

/** Paths that are the dashboard's; deploy/kubernetes lets them in. */
export const DASHBOARD_PATHS =
  /^\/($|\?|events$|sign-in|sign-out$|assets\/|reviews\/|repositories|reviewers$)/;
const REQUEST_MS = 20_000;

/**
 * The dashboard: pages made on the server, for people who signed in with GitHub. Each sees only what GitHub says, at this
 * minute, that they may see; everything else is not found.
 */
export function makeDashboard(options: DashboardOptions): Dashboard {
  const { database, people, clock, log, publicUrl } = options;
  const seal = makeSeal(options.secret);
  const signIn = people === null ? null : makeSignIn({ ...options, people, seal });
  const accesses = people === null ? null : makeAccesses(people, clock);
  const live = makeLiveEvents(database, clock, log);

  const serve = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const signal = AbortSignal.timeout(REQUEST_MS);
    const asset = ASSETS.get(url.pathname);
    if (asset !== undefined) return sendAsset(response, asset.type, asset.text);
    if (signIn === null || accesses === null) return sendPage(response, 503, signInPage(false, '/', null));
    const back = localPath(url.searchParams.get('back') ?? '/');
    if (url.pathname === '/sign-in') return sendPage(response, 200, signInPage(true, back, null));
    if (url.pathname === '/sign-in/github') return signIn.begin(response, back);
    if (url.pathname === '/sign-in/callback')
      return signIn.finish(request, response, url.searchParams, signal);
    const signedIn = await signIn.who(request);
    if (signedIn === null) return askToSignIn(request, response, url);
    const access = await accesses.of(signedIn.session.idHash, signedIn.accessToken);
    if (access === null) return signIn.end(signedIn, response);
    const person = personOf(signedIn);
    if (request.method === 'POST') {
      const form = await readForm(request);
      if (!isOwnForm(request, publicUrl) || !signIn.isFormToken(signedIn, form.get('token') ?? ''))
        return sendPage(
          response,
          403,
          forbiddenPage(person, 'This form was not made for your session. Load the page again.'),
        );
      if (url.pathname !== '/sign-out') return post(response, url, person, access);
      accesses.forget(signedIn.session.idHash);
      return signIn.end(signedIn, response);
    }
    const visit: Visit = {
      url,
      person,
      access,
      accessNow: async () => {
        // Whoever signs out in one window sees nothing more in the others.
        const still = await signIn.who(request);
        return still === null ? null : accesses.of(still.session.idHash, still.accessToken);
      },
    };
    return visitPage(visit, response, { ...options, live });
  };

  const post = async (response: ServerResponse, url: URL, person: Person, access: Access) => {
    const [, id = ''] = /^\/reviews\/([0-9a-f-]{36})\/again$/.exec(url.pathname) ?? [];
    const review = id === '' ? null : await findReview(database, access.allowed, id);
    if (review === null) return sendPage(response, 404, notFoundPage(person));
    if (!access.mayWrite(review))
      return sendPage(
        response,
        403,
        forbiddenPage(person, 'Only who may write to the repository can ask for a review.'),
      );
    const { installationId, repositoryId } = review;
    redirect(
      response,
      await options.again({ reviewId: id, installationId, repositoryId, askedBy: person.login }),
    );
  };

  return {
    async handle(request, response) {
      const url = new URL(request.url ?? '/', 'http://dashboard.invalid');
      if (!DASHBOARD_PATHS.test(url.pathname)) return false;
      if (request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'POST') {
        response.writeHead(405, { allow: 'GET, HEAD, POST' }).end();
        return true;
      }
      try {
        await serve(request, response, url);
      } catch (error) {
        log.warn('a page of the dashboard could not be made', {
          path: url.pathname,
          reason: messageOf(error),
        });
        if (response.headersSent) response.end();
        else if (error instanceof ForgeError) sendPage(response, 503, awayPage(null, error.message));
        else if (error instanceof ReviewError && error.code === 'bad-usage')
          sendPage(response, 400, forbiddenPage(null, error.message));
        else
          sendPage(
            response,
            500,
            forbiddenPage(null, 'The page could not be made. The log of the service says why.'),
          );
      }
      return true;
    },
    close: () => live.close(),
  };
}

function personOf({ session, formToken }: SignedIn): Person {
  return { login: session.login, formToken };
}

/** A person is sent to the door and back; a stream or a form is only refused. */
function askToSignIn(request: IncomingMessage, response: ServerResponse, url: URL): void {
  if (request.method === 'POST' || url.pathname.endsWith('/events')) {
    sendPage(response, 401, signInPage(true, '/', null));
    return;
  }
  const back = localPath(url.pathname + url.search);
  redirect(response, back === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(back)}`);
}
