import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ScrapedMetrics } from '../../src/adapters/metrics/make-metrics.ts';
import type { Scraped } from './scraped.ts';

/**
 * Serves metrics on a loopback port.
 * @param work called again and again until it is stopped: what happens in the service
 */
export async function serveMetrics(
  { text, contentType }: ScrapedMetrics,
  work: () => void,
): Promise<Scraped> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    text().then(
      (body) => response.writeHead(200, { 'content-type': contentType }).end(body),
      (thrown: unknown) => response.writeHead(500).end(String(thrown)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const timer = setInterval(work, 200);
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        clearInterval(timer);
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
