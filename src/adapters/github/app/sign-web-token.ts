import { type KeyObject, sign } from 'node:crypto';

/** How far back a token begins, for a clock of ours that is ahead of GitHub's. */
const BACK_SECONDS = 60;
/** GitHub takes at most ten minutes ahead; a minute is left for a clock of ours that is ahead. */
const AHEAD_SECONDS = 540;

/**
 * What an App signs a request with as itself: a JSON web token by RS256.
 * @param issuer number or client id of the App
 * @param now milliseconds since the epoch
 */
export function signWebToken(issuer: string, key: KeyObject, now: number): string {
  const seconds = Math.floor(now / 1_000);
  const header = encode({ alg: 'RS256', typ: 'JWT' });
  const claims = encode({ iat: seconds - BACK_SECONDS, exp: seconds + AHEAD_SECONDS, iss: issuer });
  const signature = sign('RSA-SHA256', Buffer.from(`${header}.${claims}`), key).toString('base64url');
  return `${header}.${claims}.${signature}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
