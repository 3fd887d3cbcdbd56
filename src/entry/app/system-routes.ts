import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ScrapedMetrics } from '../../adapters/metrics/make-metrics.ts';
import type { Readiness } from './readiness.ts';
import type { Handler } from './serve.ts';

interface MetricsRoute extends ScrapedMetrics {
  /** What a scraper has to show; null lets everybody read. */
  readonly token: string | null;
}

/**
 * `/healthz`: the process answers. `/readyz`: it can do its work, and if not, what is missing. `/metrics`: for
 * Prometheus; no name of a repository or a person stands there.
 */
export function systemRoutes(readiness: () => Promise<Readiness>, metrics: MetricsRoute): Handler {
  return async (request, response) => {
    const path = pathOf(request);
    if (path !== '/healthz' && path !== '/readyz' && path !== '/metrics') return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return true;
    }
    if (path === '/metrics') {
      if (metrics.token !== null && !shows(request, metrics.token))
        response.writeHead(401, { 'www-authenticate': 'Bearer' }).end('METRICS_TOKEN is needed here.\n');
      else response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text());
      return true;
    }
    const { ready, needs } = path === '/healthz' ? { ready: true, needs: {} } : await readiness();
    response.writeHead(ready ? 200 : 503, { 'content-type': 'application/json; charset=utf-8' });
    response.end(`${JSON.stringify({ status: ready ? 'ok' : 'not ready', ...needs })}\n`);
    return true;
  };
}

/** Compared by digests, so that the time taken says nothing about the token. */
function shows({ headers }: IncomingMessage, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}

function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '';
}
