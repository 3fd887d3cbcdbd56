import { verify } from 'node:crypto';
import { type Refusal, refuse } from './answers.ts';
import type { App } from './app-state.ts';
import type { State, Token } from './state.ts';

/** Longest life of a JSON web token, in seconds. */
const LONGEST_LIFE = 600;

/** Null: no token was sent. A refusal: one that GitHub does not take. */
export function authenticate(state: State, header: string | undefined): Token | null | Refusal {
  if (header === undefined) return null;
  const [, value = ''] = /^(?:token|bearer) (.+)$/i.exec(header) ?? [];
  const known = state.tokens.get(value);
  if (known === undefined) {
    return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value) ? fromWebToken(state, value) : badCredentials();
  }
  const { expiresAt, installation } = known;
  if (expiresAt !== null && state.milliseconds() >= expiresAt) return badCredentials();
  if (installation?.deleted === true) return badCredentials();
  if (installation !== null && installation.suspendedAt !== null) return suspended();
  return known;
}

export function suspended(): Refusal {
  return refuse(403, 'This installation has been suspended');
}

/** What GitHub says to anything that is no JSON web token of an App. */
export function noWebToken(): Refusal {
  return refuse(401, 'A JSON web token could not be decoded');
}

function badCredentials(): Refusal {
  return refuse(401, 'Bad credentials');
}

/** An App as itself: RS256 with its own key, `iss` its id or client id, at most ten minutes ahead. */
function fromWebToken(state: State, value: string): Token | Refusal {
  const [head = '', claims = '', signature = ''] = value.split('.');
  const header = decode(head);
  const payload = decode(claims);
  if (header?.alg !== 'RS256' || payload === null) return noWebToken();
  const app = appNamed(state, payload.iss);
  if (app === null) return refuse(404, 'Integration not found');
  const signed = Buffer.from(`${head}.${claims}`);
  if (!verify('RSA-SHA256', signed, app.publicKey, Buffer.from(signature, 'base64url'))) return noWebToken();
  const now = Math.floor(state.milliseconds() / 1000);
  const { iat, exp } = payload;
  if (!Number.isInteger(iat) || Number(iat) > now) {
    return refuse(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (!Number.isInteger(exp) || Number(exp) <= now) {
    return refuse(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (Number(exp) - now > LONGEST_LIFE) {
    return refuse(401, "'Expiration time' claim ('exp') is too far in the future");
  }
  return app.token;
}

function appNamed(state: State, issuer: unknown): App | null {
  return state.apps.find((one) => String(one.id) === String(issuer) || one.clientId === issuer) ?? null;
}

function decode(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null; // no JSON is no token; the caller refuses it
  }
}
