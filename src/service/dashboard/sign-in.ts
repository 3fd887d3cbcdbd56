import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  endSession,
  findSession,
  type Session,
  saveSession,
} from '../../adapters/store/dashboard/sessions.ts';
import type { Clock, Random, SqlDatabase } from '../../ports.ts';
import type { People } from './access.ts';
import { redirect, sendPage } from './answers.ts';
import { cookieNames, makeCookie, readCookie } from './cookies.ts';
import { forbiddenPage, signInPage } from './pages/plain-page.ts';
import type { Seal } from './seal.ts';

/** Who signed in, with the token that asks GitHub in their name. */
export interface SignedIn {
  readonly session: Session;
  readonly accessToken: string;
  /** For the forms of this session. */
  readonly formToken: string;
}

export interface SignInOptions {
  readonly database: SqlDatabase;
  readonly people: People;
  readonly seal: Seal;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly random: Random;
}

export interface SignIn {
  /** Sends the person to GitHub. */
  begin(response: ServerResponse, back: string): void;
  /** Takes the person back from GitHub. */
  finish(
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
    signal: AbortSignal,
  ): Promise<void>;
  /** Null when nobody is signed in. */
  who(request: IncomingMessage): Promise<SignedIn | null>;
  end(signedIn: SignedIn, response: ServerResponse): Promise<void>;
  isFormToken(signedIn: SignedIn, token: string): boolean;
}

const SIGN_IN_SECONDS = 600;
/** A token of a person lasts eight hours (facts: GitHub's user tokens); so does the session when GitHub names no end. */
const SESSION_SECONDS = 8 * 3_600;
const COOKIE_PURPOSE = 'sign-in cookie';
const TOKEN_PURPOSE = 'person token';
const FORM_PURPOSE = 'form';

/** Signing in with GitHub: authorisation code, state bound to the browser by a cookie, PKCE. */
export function makeSignIn(options: SignInOptions): SignIn {
  const { database, people, seal, publicUrl, clock, random } = options;
  const cookies = cookieNames(publicUrl);
  const redirectUri = `${publicUrl}/sign-in/callback`;
  const now = () => new Date(clock.now());
  return {
    begin(response, back) {
      const state = random.hex(16);
      const codeVerifier = random.hex(32);
      const kept = seal.close(COOKIE_PURPOSE, JSON.stringify({ state, codeVerifier, back: localPath(back) }));
      const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
      const cookie = makeCookie(cookies.signIn, kept, SIGN_IN_SECONDS, cookies.isSecure);
      redirect(response, people.authorizeUrl({ state, codeChallenge, redirectUri }), [cookie]);
    },
    async finish(request, response, query, signal) {
      const begun = readBegun(seal, readCookie(request, cookies.signIn));
      const code = query.get('code') ?? '';
      if (begun === null || !isSame(begun.state, query.get('state') ?? '')) {
        sendPage(
          response,
          403,
          forbiddenPage(
            null,
            'This sign-in was not begun in this browser, or it took longer than ten minutes. Begin again.',
          ),
        );
        return;
      }
      if (code === '') {
        sendPage(
          response,
          403,
          signInPage(true, begun.back, 'GitHub did not let you in: the sign-in was refused.'),
        );
        return;
      }
      const { codeVerifier, back } = begun;
      const { accessToken, expiresAt } = await people.exchange({ code, codeVerifier, redirectUri }, signal);
      const { id, login } = await people.user(accessToken, signal);
      const sessionId = random.hex(32);
      const latest = new Date(clock.now() + SESSION_SECONDS * 1_000);
      await saveSession(database, {
        idHash: hashOf(sessionId),
        userId: id,
        login,
        sealedTokens: seal.close(TOKEN_PURPOSE, accessToken),
        expiresAt: expiresAt !== null && expiresAt < latest ? expiresAt : latest,
      });
      redirect(response, back, [
        makeCookie(cookies.session, sessionId, SESSION_SECONDS, cookies.isSecure),
        makeCookie(cookies.signIn, '', 0, cookies.isSecure),
      ]);
    },
    async who(request) {
      const id = readCookie(request, cookies.session);
      if (id === null || !/^[0-9a-f]{64}$/.test(id)) return null;
      const session = await findSession(database, hashOf(id), now());
      const accessToken = session === null ? null : seal.open(TOKEN_PURPOSE, session.sealedTokens);
      if (session === null || accessToken === null) return null;
      return { session, accessToken, formToken: seal.sign(FORM_PURPOSE, session.idHash) };
    },
    async end({ session }, response) {
      await endSession(database, session.idHash, now());
      redirect(response, '/sign-in', [makeCookie(cookies.session, '', 0, cookies.isSecure)]);
    },
    isFormToken: ({ session }, token) => seal.isSigned(FORM_PURPOSE, session.idHash, token),
  };
}

interface Begun {
  readonly state: string;
  readonly codeVerifier: string;
  readonly back: string;
}

function readBegun(seal: Seal, kept: string | null): Begun | null {
  const text = kept === null ? null : seal.open(COOKIE_PURPOSE, kept);
  // Closed by us: it has the shape that `begin` gave it.
  return text === null ? null : (JSON.parse(text) as Begun);
}

/** A path of ours and nothing else: `//elsewhere` and `/\elsewhere` would leave the site. */
export function localPath(back: string): string {
  return /^\/(?![/\\])[\w/?=&.%-]{0,300}$/.test(back) ? back : '/';
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function isSame(expected: string, given: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(expected)), Buffer.from(hashOf(given)));
}
