import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { messageOf, ReviewError } from '../../../errors.ts';
import type { Random } from '../../../ports.ts';
import type { Html } from '../../../service/dashboard/html.ts';
import { checkAddress } from '../given-addresses.ts';
import { type Handler, say } from '../serve.ts';
import type { NewApp } from './exchange-code.ts';
import { donePage, problemPage, registerPage, STYLE_SOURCE, startPage } from './set-up-page.ts';

export interface SetUpOptions {
  /** Whoever knows it may register the App; it stands in the address that was printed. */
  readonly token: string;
  readonly serverUrl: string;
  /** Where GitHub reaches us, as far as it is known; empty otherwise. */
  readonly publicUrl: string;
  /** Requests of other machines are answered. */
  readonly remote: boolean;
  readonly random: Random;
  manifestFor(publicUrl: string, redirectUrl: string): Readonly<Record<string, unknown>>;
  /** Exchanges the code and keeps what came back. @returns the page of the App and the file of its credentials */
  finish(code: string, publicUrl: string): Promise<Pick<NewApp, 'pageUrl'> & { readonly file: string }>;
  /** The last page is on its way. */
  onDone(): void;
}

/** GitHub's page takes a person minutes, not hours. */
const MOST_STATES = 50;
const ORGANISATION = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))?$/;

/**
 * The pages that register the App. They belong to whoever started the service: the address holds a token, the way back
 * from GitHub a state of its own, and requests from elsewhere are not answered (a page in the same browser that found
 * another name for this machine is from elsewhere, too).
 */
export function setUpRoutes(options: SetUpOptions): Handler {
  /** The address that was given in each attempt. */
  const states = new Map<string, string>();
  let isDone = false;
  const home = `/setup/${options.token}`;

  /** Where the browser is now. Behind a proxy that is the public address. */
  const baseOf = ({ headers }: IncomingMessage) =>
    options.remote && options.publicUrl !== '' ? options.publicUrl : `http://${headers.host}`;

  const start = (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => {
    if (query.get('step') !== '2')
      return show(response, 200, startPage(home, options.publicUrl, null), options);
    const given = query.get('public-url') ?? '';
    const organisation = query.get('organisation') ?? '';
    const problem = problemOf(given, organisation);
    if (problem !== null) return show(response, 400, startPage(home, given, problem), options);
    const state = options.random.hex(16);
    // The oldest goes: nobody needs fifty tries.
    if (states.size >= MOST_STATES) states.delete([...states.keys()][0] ?? '');
    const publicUrl = checkAddress('The address', given);
    states.set(state, publicUrl);
    const manifest = options.manifestFor(publicUrl, `${baseOf(request)}${home}/done`);
    const page = { serverUrl: options.serverUrl, organisation, publicUrl, state, manifest, back: home };
    return show(response, 200, registerPage(page), options);
  };

  const finish = async (response: ServerResponse, query: URLSearchParams) => {
    const code = query.get('code') ?? '';
    const state = query.get('state') ?? '';
    const publicUrl = states.get(state);
    // A state works once, so that nobody slips an App of theirs under a person who has registered one.
    states.delete(state);
    if (publicUrl === undefined || !/^[\w-]{1,200}$/.test(code))
      return show(
        response,
        400,
        problemPage('This answer of GitHub belongs to no attempt of this service.', home),
        options,
      );
    try {
      const { pageUrl, file } = await options.finish(code, publicUrl);
      isDone = true;
      response.once('close', () => options.onDone());
      show(response, 200, donePage(pageUrl, file, publicUrl), options);
    } catch (thrown) {
      const what = thrown instanceof ReviewError ? `${thrown.message} ${thrown.remedy}` : messageOf(thrown);
      show(response, 502, problemPage(what, home), options);
    }
  };

  return async (request, response) => {
    if (!options.remote && !isOfThisMachine(request)) {
      say(
        response,
        403,
        'The App is registered from the machine it runs on. ALLOW_REMOTE_SETUP=true changes that.',
      );
      return true;
    }
    const url = new URL(request.url ?? '/', 'http://setup.invalid');
    const [, first, token = '', page = '', ...more] = url.pathname.split('/');
    const isKnown = first === 'setup' && more.length === 0 && isToken(token, options.token);
    if (isDone || !isKnown || request.method !== 'GET' || (page !== '' && page !== 'done')) return false;
    if (page === 'done') await finish(response, url.searchParams);
    else start(request, response, url.searchParams);
    return true;
  };
}

function problemOf(publicUrl: string, organisation: string): string | null {
  if (!ORGANISATION.test(organisation))
    return `"${organisation.slice(0, 60)}" is no name of an organisation.`;
  try {
    checkAddress('The address', publicUrl);
    return null;
  } catch (thrown) {
    return messageOf(thrown);
  }
}

function isToken(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

const LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;
const OWN_NAMES = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

function isOfThisMachine({ socket, headers }: IncomingMessage): boolean {
  // Behind a proxy everybody comes from here.
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  return LOOPBACK.test(socket.remoteAddress ?? '') && OWN_NAMES.test(headers.host ?? '');
}

function show(response: ServerResponse, status: number, page: Html, { serverUrl }: SetUpOptions): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src ${STYLE_SOURCE}; form-action 'self' ${new URL(serverUrl).origin}; frame-ancestors 'none'; base-uri 'none'`,
    connection: 'close',
  });
  response.end(page.text);
}
