import { parseArgs } from 'node:util';
import { startAppDemo } from './app-demo/start-app-demo.ts';

/**
 * `npm run demo:app`: the built App on a stand-in of GitHub with two repositories, its webhooks, reviews and dashboard.
 * No account, no key, no network. `--port` fixes the port of the dashboard.
 */
const { values } = parseArgs({ options: { port: { type: 'string' } } });
const port = values.port === undefined ? {} : { port: Number(values.port) };

console.log('The App starts with an embedded database and a stand-in of GitHub …');
const demo = await startAppDemo({ ...port, onLog: (line) => console.log(`  ${line}`) });
const stop = () => void demo.close().then(() => process.exit(0));
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
console.log(`GitHub tells it of ${demo.pulls.length} pull requests.`);
await demo.open(demo.pulls);
await demo.settled(demo.pulls, 120_000);
for (const { repository, number, headSha } of demo.pulls) {
  const status = demo.fake.statuses.findLast(({ sha }) => sha === headSha);
  console.log(`${repository.fullName}#${number} ${status?.state ?? '–'}: ${status?.description ?? ''}`);
}
console.log(`The dashboard: ${demo.url}/ (you are signed in as ada; end with Ctrl+C)`);
