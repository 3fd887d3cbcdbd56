import type { ServerResponse } from 'node:http';
import type { Html } from './html.ts';

/**
 * Nothing loads but our own style and script, nobody may frame a page, forms go to us or, by a redirect of the sign-in,
 * nowhere else (R39).
 */
export const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // What one person may see is not for a shared cache.
  'cache-control': 'no-store',
};

/** Answers with a page. */
export function sendPage(response: ServerResponse, status: number, page: Html): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'text/html; charset=utf-8' });
  response.end(page.text);
}

/** Sends the browser to another address. Cookies go with it. */
export function redirect(response: ServerResponse, location: string, cookies: readonly string[] = []): void {
  response.writeHead(303, {
    ...HEADERS,
    location,
    ...(cookies.length === 0 ? {} : { 'set-cookie': [...cookies] }),
  });
  response.end();
}

/** Answers with one of our own files, whose address changes with its content. */
export function sendAsset(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, {
    ...HEADERS,
    'content-type': type,
    'cache-control': 'public, max-age=31536000, immutable',
  });
  response.end(text);
}

/** Begins a stream of events that stays open. */
export function beginEvents(response: ServerResponse): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
  // How long a browser waits before it comes back after a lost connection.
  response.write('retry: 3000\n\n');
}
