import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { pullRequestPage } from './github-demo/pull-request-page.ts';
import { runGitHubDemo } from './github-demo/run-github-demo.ts';

/**
 * `npm run demo:github`: the built Action on a pull request of a stand-in of GitHub, and the pull request as a web page.
 * No account, no key, no network. `--once --output FILE` writes the page and ends; `--port` fixes the port.
 */
const { values } = parseArgs({
  options: { once: { type: 'boolean' }, output: { type: 'string' }, port: { type: 'string' } },
});
if ((values.once === true) !== (values.output !== undefined)) {
  throw new Error('--once and --output FILE go together: the page is written to FILE.');
}

console.log('The Action reviews pull request 7 of octo/shop, on a stand-in of GitHub …');
const result = await runGitHubDemo();
const page = pullRequestPage(result);
const status = result.statuses.at(-1);
console.log(`${status?.state ?? 'no status'}: ${status?.description ?? ''}`);
console.log(
  `${result.comments.length} comment, ${result.reviewComments.length} inline comments, ${result.requests.length} requests, ${(result.milliseconds / 1_000).toFixed(1)} s`,
);

if (values.output !== undefined) {
  writeFileSync(values.output, page);
} else {
  const server = createServer((request, response) => {
    const isPage = request.url === '/';
    response.writeHead(isPage ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
    response.end(isPage ? page : 'Only / is here.');
  });
  server.listen(Number(values.port ?? 0), '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ (end with Ctrl+C)`);
  });
}
