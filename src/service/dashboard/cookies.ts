import type { IncomingMessage } from 'node:http';

/** Reads one cookie of a request; null without it. */
export function readCookie(request: IncomingMessage, name: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

/** Names of our cookies: `__Host-` binds them to this host and to HTTPS, where there is HTTPS. */
export interface CookieNames {
  readonly session: string;
  readonly signIn: string;
  readonly isSecure: boolean;
}

/** @param publicUrl address at which people reach the dashboard */
export function cookieNames(publicUrl: string): CookieNames {
  const isSecure = publicUrl.startsWith('https:');
  const prefix = isSecure ? '__Host-' : '';
  return { session: `${prefix}review-session`, signIn: `${prefix}review-sign-in`, isSecure };
}

/** A cookie that no script reads. `Lax`: it comes along when GitHub sends the person back. @param seconds 0 takes it away */
export function makeCookie(name: string, value: string, seconds: number, isSecure: boolean): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure ? '; Secure' : ''}`;
}
