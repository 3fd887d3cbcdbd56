import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { messageOf, ReviewError } from '../../errors.ts';
import type { Clock, Log } from '../../ports.ts';

/** Answers a request, or leaves it to the next. @returns whether it was answered */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface ServeOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Asked one after the other; what none answers is not found. */
  readonly handlers: readonly Handler[];
  /** Browsers are told to come by https only. */
  readonly isSecure: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: ServeLimits;
}

/** How long a client may take. */
export interface ServeLimits {
  readonly headersMs: number;
  /** For headers and body together. */
  readonly requestMs: number;
  /** How often the two are looked at. */
  readonly checkMs: number;
}

export interface Served {
  /** `http://host:port` as this machine reaches it. */
  readonly url: string;
  /** Takes no more requests, lets running ones end, and after `graceMs` cuts what is left. */
  stop(graceMs: number): Promise<void>;
}

/** GitHub gives up after ten seconds; 25 MB in half a minute is a slow line. */
const LIMITS: ServeLimits = { headersMs: 10_000, requestMs: 30_000, checkMs: 2_000 };
/** Longer than the 60 seconds after which common proxies drop an idle connection: they must be the first. */
const KEEP_ALIVE_MS = 65_000;
const MOST_CONNECTIONS = 2_000;
const MOST_HEADER_BYTES = 16_384;

/** For every answer; a handler that shows pages sets its own over them. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/**
 * Serves HTTP.
 * @throws ReviewError `bad-usage` when host and port cannot be had
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { host, port, clock, limits = LIMITS } = options;
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.checkMs,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: MOST_HEADER_BYTES,
    },
    (request, response) => void answer(request, response, options),
  );
  server.maxConnections = MOST_CONNECTIONS;
  await listen(server, host, port);
  return { url: addressOf(server, host), stop: (graceMs) => stop(server, graceMs, clock) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { handlers, isSecure, log }: ServeOptions,
): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (isSecure) response.setHeader('strict-transport-security', 'max-age=31536000');
  // An absolute address, or one that begins with another host's name, is nothing that a browser or GitHub asks for.
  if (!/^\/(?!\/)/.test(request.url ?? '')) return say(response, 400, 'The address is none of this service.');
  try {
    for (const handler of handlers) if (await handler(request, response)) return;
    say(response, 404, 'Not found.');
  } catch (thrown) {
    log.warn(`A request could not be answered: ${messageOf(thrown)}`);
    if (response.headersSent) response.destroy();
    else say(response, 500, 'The service failed. Its log says why.');
  }
}

/** A short answer in text. */
export function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new ReviewError(
          'bad-usage',
          `The App cannot listen on ${host}, port ${port}: ${messageOf(cause)}.`,
          'Stop what uses that port, or set HOST and PORT to others.',
          { cause },
        ),
      ),
    );
    server.listen(port, host, () => resolve());
  });
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

async function stop(server: Server, graceMs: number, clock: Clock): Promise<void> {
  await new Promise<void>((resolve) => {
    const cancel = clock.after(graceMs, () => server.closeAllConnections());
    server.close(() => {
      cancel();
      resolve();
    });
    server.closeIdleConnections();
  });
}
