import type { IncomingMessage } from 'node:http';
import type { ScrapedMetrics } from '../../adapters/metrics/make-metrics.ts';
import type { Readiness } from './readiness.ts';
import type { Handler } from './serve.ts';

/**
 * `/healthz`: the process answers. `/readyz`: it can do its work, and if not, what is missing. `/metrics`: for
 * Prometheus; no name of a repository or a person stands there.
 */
export function systemRoutes(readiness: () => Promise<Readiness>, scraped: ScrapedMetrics): Handler {
  return async (request, response) => {
    const path = pathOf(request);
    if (path !== '/healthz' && path !== '/readyz' && path !== '/metrics') return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return true;
    }
    if (path === '/metrics') {
      response.writeHead(200, { 'content-type': scraped.contentType }).end(await scraped.text());
      return true;
    }
    const { ready, needs } = path === '/healthz' ? { ready: true, needs: {} } : await readiness();
    response.writeHead(ready ? 200 : 503, { 'content-type': 'application/json; charset=utf-8' });
    response.end(`${JSON.stringify({ status: ready ? 'ok' : 'not ready', ...needs })}\n`);
    return true;
  };
}

function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '';
}
