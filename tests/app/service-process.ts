/**
 * The service as the crash tests start it, from source: everything but the web server. Webhooks come and answers go over
 * the channel to the test. Its settings are those of the App, from the environment.
 */
import { makeAppHost } from '../../src/adapters/github/app/make-app-host.ts';
import { openQueue } from '../../src/adapters/queue/open-queue.ts';
import { makeReviewStore } from '../../src/adapters/store/make-review-store.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import { readAppSettings } from '../../src/entry/app/app-settings.ts';
import { startWork } from '../../src/entry/app/start-work.ts';
import { silentLog, systemClock } from '../../src/entry/system-ports.ts';
import { makeAcceptDelivery } from '../../src/service/accept-delivery.ts';

/** From the test. */
export type ToService =
  | { readonly kind: 'deliver'; readonly id: string; readonly name: string; readonly payload: unknown }
  | { readonly kind: 'look' };

/** To the test. */
export type FromService =
  | { readonly kind: 'ready' }
  | { readonly kind: 'accepted'; readonly outcome: string }
  | {
      readonly kind: 'seen';
      readonly open: number;
      readonly dead: number;
      readonly states: readonly string[];
    };

const tell = (message: FromService) => process.send?.(message);
// The test is gone: nobody else ends this process.
process.on('disconnect', () => process.exit(1));

const [log, clock] = [silentLog, systemClock];
const settings = readAppSettings(['--role', 'all'], process.env);
const { credentials } = settings;
if (credentials === null) throw new Error('The test gave no credentials.');
const database = await openDatabase(settings.database, { clock, log });
const queue = await openQueue(database, { log });
const store = makeReviewStore(database, queue);
const { appId, privateKey } = credentials;
startWork({
  settings: { ...settings, credentials },
  root: new URL('../../', import.meta.url),
  reviewProcess: new URL('./review-process-from-source.ts', import.meta.url),
  database,
  queue,
  store,
  host: makeAppHost({ appId: String(appId), privateKey, apiUrl: settings.apiUrl, clock, log }),
  metrics: { record: () => undefined },
  publicUrl: settings.publicUrl ?? '',
  clock,
  log,
});
const accept = makeAcceptDelivery(
  { store, log },
  { appId: Number(appId), reviewers: [], serviceDigest: 'tests' },
);

async function look() {
  const depth = await queue.depth();
  const { rows } = await database.query('select state from review order by queued_at');
  return { ...depth, rows };
}

async function answer(message: ToService): Promise<FromService> {
  if (message.kind === 'deliver') return { kind: 'accepted', outcome: await accept(message) };
  const seen = await look().catch(() => null);
  // A database that is away is asked again by the test.
  if (seen === null) return { kind: 'seen', open: 1, dead: 0, states: [] };
  const { waiting, running, dead, rows } = seen;
  return { kind: 'seen', open: waiting + running, dead, states: rows.map(({ state }) => String(state)) };
}

process.on('message', (message: ToService) => {
  answer(message).then(tell, (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(2);
  });
});
tell({ kind: 'ready' });
