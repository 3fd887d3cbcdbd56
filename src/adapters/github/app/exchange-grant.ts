import { ForgeError } from '../../../errors.ts';
import type { PersonTokens } from '../../../ports.ts';
import { recordOf } from '../json-record.ts';
import type { PersonHostOptions } from './make-person-host.ts';

export interface GrantOptions extends PersonHostOptions {
  /** Most milliseconds for the answer. */
  readonly answerMs: number;
}

/**
 * Exchanges what a person granted for tokens. Not by the client of the other requests: its errors hold the body of a
 * request, and here that holds the client secret (R40). Sent once; a code works once.
 * @param grant fields beside the client's own
 * @throws ForgeError `forge-forbidden` when GitHub does not take it
 */
export async function exchangeGrant(
  options: GrantOptions,
  grant: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<PersonTokens> {
  const answer = recordOf(await post(options, grant, signal));
  const { access_token: token, error, expires_in: seconds, refresh_token: refreshToken } = answer;
  if (typeof token !== 'string' || token === '') {
    const code = typeof error === 'string' && /^[a-z_]{1,60}$/.test(error) ? error : 'no token';
    throw new ForgeError(
      'forge-forbidden',
      `GitHub did not take the sign-in (${code}).`,
      code === 'incorrect_client_credentials'
        ? 'Check the client id and the client secret of the App.'
        : 'Sign in again.',
      { status: null, maybeDone: false },
    );
  }
  return {
    accessToken: token,
    expiresAt: typeof seconds === 'number' ? new Date(options.clock.now() + seconds * 1_000) : null,
    refreshToken: typeof refreshToken === 'string' ? refreshToken : null,
  };
}

async function post(
  options: GrantOptions,
  grant: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<unknown> {
  const { clientId, clientSecret, serverUrl, clock, answerMs } = options;
  const send = options.fetch ?? fetch;
  const timer = new AbortController();
  const cancel = clock.after(answerMs, () => timer.abort());
  try {
    const response = await send(`${serverUrl}/login/oauth/access_token`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': 'multi-agent-review',
      },
      body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, ...grant }),
      redirect: 'error',
      signal: AbortSignal.any([timer.signal, signal]),
    });
    if (!response.ok) throw unavailable(response.status);
    return await response.json();
  } catch (error) {
    signal.throwIfAborted();
    // the cause stays out of it: what it holds of the request is not known
    throw error instanceof ForgeError ? error : unavailable(null);
  } finally {
    cancel();
  }
}

function unavailable(status: number | null): ForgeError {
  return new ForgeError(
    'forge-unavailable',
    `GitHub could not be asked for the sign-in (${status === null ? 'no answer' : `status ${status}`}).`,
    'Sign in again.',
    { status, maybeDone: true },
  );
}
