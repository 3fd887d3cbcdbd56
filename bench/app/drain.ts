import { setTimeout as wait } from 'node:timers/promises';
import { loadNow, row } from './figures.ts';
import { lookInto } from './look-into.ts';
import { cpuSecondsOf, type StandIn, sendLoad, startApp } from './processes.ts';
import type { World } from './world.ts';

const WIDTHS = [9, 11, 9, 9, 9, 9, 11, 12];
const HEADERS = ['seconds', 'reviews/s', 'faster', 'ended', 'comment', 'status', 'GitHub CPU', 'load'];
const PATIENCE_MS = 3_600_000;

interface Drained {
  readonly seconds: number;
  readonly isWhole: boolean;
}

/**
 * Reviews that wait in the queue of a server, carried out by one, two and four worker processes that review one pull
 * request at a time each. Nothing may be lost: each review ends, each pull request has one comment and one final status.
 * GitHub answers after as long as another data centre of the same continent would; without that the processors of this
 * machine are all that is measured, which one worker can keep busy.
 */
export async function benchDrain(world: World): Promise<void> {
  const count = world.reviews;
  for (const latencyMs of world.latencies) await drainBy([1, 2, 4], latencyMs, count, world);
}

async function drainBy(
  counts: readonly number[],
  latencyMs: number,
  count: number,
  world: World,
): Promise<void> {
  console.log(
    `\n${count} queued reviews of one changed file each, GitHub ${latencyMs} ms away, one at a time for each worker; ${loadNow()}`,
  );
  console.log(row('', HEADERS, WIDTHS));
  let first: number | null = null;
  for (const workers of counts) {
    const standIn = await world.startStandIn({ heads: count, pulls: count }, { latencyMs });
    try {
      const { seconds } = await drain({ world, standIn, count, workers }, first);
      first ??= seconds;
    } finally {
      await standIn.close();
    }
  }
}

interface Round {
  readonly world: World;
  readonly standIn: StandIn;
  readonly count: number;
  readonly workers: number;
}

async function drain({ world, standIn, count, workers }: Round, first: number | null): Promise<Drained> {
  const url = await world.createDatabase();
  const database = { url };
  const web = await startApp({ role: 'web', standIn, database });
  const { accepted } = await sendLoad({
    kind: 'pull-requests',
    url: `${web.url}/webhooks`,
    secret: standIn.app.webhookSecret,
    payload: standIn.pullPayload,
    from: 1,
    count,
    perSecond: 100,
    duplicatePercent: 0,
    heads: standIn.heads,
  });
  await web.stop();
  if (accepted !== count) throw new Error(`Of ${count} webhooks ${accepted} were accepted.`);
  const cpuBefore = (await standIn.count(count)).cpuSeconds;
  const environment = { REVIEW_CONCURRENCY: '1' };
  const running = await Promise.all(
    Array.from({ length: workers }, () => startApp({ role: 'worker', standIn, database, environment })),
  );
  const look = await lookInto(url);
  try {
    const deadline = performance.now() + PATIENCE_MS;
    while ((await look.reviews()).open > 0) {
      if (performance.now() > deadline) throw new Error('The queue was not drained within an hour.');
      await wait(500);
    }
    // The last status and comment are written before a review ends; what is left is the end of the token.
    const reviews = await look.reviews();
    const counted = await standIn.count(count);
    const isWhole = reviews.done === count && counted.settled === count && counted.oneComment === count;
    const { seconds } = reviews;
    const workersCpu = running.reduce((sum, { pid }) => sum + cpuSecondsOf(pid), 0);
    const columns = [
      seconds.toFixed(1),
      (count / seconds).toFixed(2),
      first === null ? '1.00' : (first / seconds).toFixed(2),
      `${reviews.done}/${count}`,
      `${counted.oneComment}/${count}`,
      `${counted.settled}/${count}`,
      `${((100 * (counted.cpuSeconds - cpuBefore)) / seconds).toFixed(0)} %`,
      loadNow().replace(/ on .*/, ''),
    ];
    console.log(row(`${workers} worker${workers === 1 ? '' : 's'}`, columns, WIDTHS));
    console.log(
      `    processor of the workers without their review processes: ${((1_000 * workersCpu) / count).toFixed(0)} ms a review`,
    );
    if (!isWhole) console.log(`  LOST: ${JSON.stringify({ reviews, counted })}`);
    if (counted.unexpected.length > 0) console.log(`  unexpected: ${counted.unexpected.join('; ')}`);
    return { seconds, isWhole };
  } finally {
    await look.close();
    await Promise.all(running.map((one) => one.stop()));
  }
}
