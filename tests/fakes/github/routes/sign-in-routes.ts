import { createHash, randomBytes } from 'node:crypto';
import type { Answer } from '../answers.ts';
import type { App } from '../app-state.ts';
import { makeUserToken } from '../app-tokens.ts';
import { buttons, formAnswer, html, type PageCall, redirect } from '../pages.ts';
import type { State, User } from '../state.ts';

const AUTHORIZE = '/login/oauth/authorize';
const CODE_MS = 600_000;
const REFRESH_SECONDS = 15_897_600;

/** The sign-in of an App: a page where a person says yes, and the exchange of the code it gives. */
export const signInPages: Readonly<Record<string, (call: PageCall) => Answer>> = {
  [`GET ${AUTHORIZE}`]: (call) => {
    const request = requestOf(call, call.url.searchParams);
    if ('status' in request) return request;
    const { user } = call.state.browser;
    if (user !== null) return grant(call, request, user);
    const people = [...call.state.users.values()].filter((one) => one.type === 'User');
    const hidden = Object.fromEntries(call.url.searchParams);
    const names = people.map((one) => one.login);
    return html(
      200,
      `Authorize ${request.app.name}`,
      buttons(AUTHORIZE, hidden, 'login', names) + buttons(AUTHORIZE, hidden, 'cancel', ['Cancel']),
    );
  },

  [`POST ${AUTHORIZE}`]: (call) => {
    const request = requestOf(call, call.form);
    if ('status' in request) return request;
    const state = request.state ?? undefined;
    if (call.form.has('cancel')) {
      const told = 'The user has denied your application access.';
      return redirect(request.redirectUri, { error: 'access_denied', error_description: told, state });
    }
    const user = call.state.users.get(call.form.get('login') ?? '');
    if (user === undefined) return html(400, 'Sign in', 'Nobody has this name.');
    return grant(call, request, user);
  },

  'POST /login/oauth/access_token': (call) => {
    const { form, state, accept } = call;
    const app = state.apps.find((one) => one.clientId === form.get('client_id'));
    if (app === undefined || form.get('client_secret') !== app.clientSecret) {
      return failed(
        accept,
        'incorrect_client_credentials',
        'The client_id and/or client_secret passed are incorrect.',
      );
    }
    const kind = form.get('grant_type') ?? 'authorization_code';
    if (kind === 'refresh_token') return refresh(call, app);
    if (kind === 'authorization_code') return exchange(call, app);
    return failed(accept, 'unsupported_grant_type', 'The grant type is not supported.');
  },
};

interface SignInRequest {
  readonly app: App;
  readonly redirectUri: string;
  readonly state: string | null;
  readonly challenge: string | null;
}

/** What an App asks of a person, or the page that says what is wrong with it. */
function requestOf({ state }: PageCall, given: URLSearchParams): SignInRequest | Answer {
  const app = state.apps.find((one) => one.clientId === given.get('client_id'));
  if (app === undefined) return html(404, 'Page not found', 'No App has this client id.');
  const redirectUri = given.get('redirect_uri') ?? app.callbackUrls[0];
  if (redirectUri === undefined || !app.callbackUrls.includes(redirectUri)) {
    return html(400, 'Be careful!', 'The redirect_uri is not associated with this application.');
  }
  const challenge = given.get('code_challenge');
  const isS256 = given.get('code_challenge_method') === 'S256' && /^[\w-]{43}$/.test(challenge ?? '');
  if (challenge !== null && !isS256) {
    return html(400, 'Invalid request', 'A code_challenge takes the method S256 and 43 characters.');
  }
  return { app, redirectUri, state: given.get('state'), challenge };
}

function grant({ state }: PageCall, request: SignInRequest, user: User): Answer {
  const code = randomBytes(10).toString('hex');
  const { app, redirectUri, challenge } = request;
  state.signInCodes.set(code, {
    app,
    user,
    redirectUri,
    challenge,
    expiresAt: state.milliseconds() + CODE_MS,
  });
  return redirect(redirectUri, { code, state: request.state ?? undefined });
}

/** A code works once. */
function exchange({ form, state, accept }: PageCall, app: App): Answer {
  const code = form.get('code') ?? '';
  const found = state.signInCodes.get(code);
  state.signInCodes.delete(code);
  const fresh = found !== undefined && found.app === app && state.milliseconds() < found.expiresAt;
  const proven = found?.challenge === null || found?.challenge === sha256(form.get('code_verifier') ?? '');
  if (!fresh || !proven) {
    return failed(accept, 'bad_verification_code', 'The code passed is incorrect or expired.');
  }
  const redirectUri = form.get('redirect_uri');
  if (redirectUri !== null && redirectUri !== found.redirectUri) {
    return failed(
      accept,
      'redirect_uri_mismatch',
      'The redirect_uri MUST match the registered callback URL for this application.',
    );
  }
  return tokens(state, accept, app, found.user);
}

/** Both the old token and the old refresh token end with it. */
function refresh({ form, state, accept }: PageCall, app: App): Answer {
  const old = form.get('refresh_token') ?? '';
  const found = state.refreshTokens.get(old);
  if (found === undefined || found.app !== app || state.milliseconds() >= found.expiresAt) {
    return failed(accept, 'bad_refresh_token', 'The refresh token passed is incorrect or expired.');
  }
  state.refreshTokens.delete(old);
  state.tokens.delete(found.accessToken);
  return tokens(state, accept, app, found.user);
}

function tokens(state: State, accept: string, app: App, user: User): Answer {
  const { token } = makeUserToken(state, app, user);
  const refreshToken = `ghr_${randomBytes(38).toString('hex')}`;
  const expiresAt = state.milliseconds() + REFRESH_SECONDS * 1000;
  state.refreshTokens.set(refreshToken, { app, user, accessToken: token, expiresAt });
  return formAnswer(accept, {
    access_token: token,
    expires_in: 28_800,
    refresh_token: refreshToken,
    refresh_token_expires_in: REFRESH_SECONDS,
    scope: '',
    token_type: 'bearer',
  });
}

function failed(accept: string, error: string, description: string): Answer {
  const uri =
    'https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/';
  return formAnswer(accept, { error, error_description: description, error_uri: uri });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
