import { setTimeout as wait } from 'node:timers/promises';
import { loadNow, row, slopeOf } from './figures.ts';
import { lookInto } from './look-into.ts';
import { type AppProcess, memoryOf, type StandIn, sendLoad, startApp } from './processes.ts';
import type { World } from './world.ts';

const WIDTHS = [12, 12, 12, 12, 12];
const HEADERS = ['service', 'children', 'all', 'seconds', 'dead'];
/** What is loaded and compiled at first use is there by then. */
const WARM_SAMPLES = 2;

/**
 * Memory of the service and of its review processes over many jobs. The jobs are those of a merge queue: each takes a
 * webhook, a transaction, a token of GitHub, an order to a review process, a final status, and the end of the token.
 */
export async function benchMemory(world: World): Promise<void> {
  const { jobs } = world;
  const samples = 10;
  console.log(`\nmemory over ${jobs} jobs of a merge queue, MB; ${loadNow()}`);
  console.log(row('after so many jobs', HEADERS, WIDTHS));
  const standIn = await world.startStandIn({ heads: jobs, pulls: 1 });
  const url = await world.createDatabase();
  const app = await startApp({ standIn, database: { url } });
  const database = await lookInto(url);
  const seen: { readonly own: number; readonly all: number }[] = [];
  try {
    printHeld('0', app, 0, 0);
    for (let done = 0; done < jobs; done += jobs / samples) {
      const began = performance.now();
      await sendGroups(app, standIn, { from: done + 1, count: jobs / samples });
      while ((await database.reviews()).open > 0) await wait(200);
      const { dead } = await database.reviews();
      const seconds = (performance.now() - began) / 1_000;
      seen.push(printHeld(String(done + jobs / samples), app, seconds, dead));
    }
    const { done } = await database.reviews();
    const warm = seen.slice(WARM_SAMPLES);
    const slope = (of: 'own' | 'all') => (slopeOf(warm.map((one) => one[of])) * samples * 1_000) / jobs;
    console.log(
      `  ${done} of ${jobs} ended; slope after the first ${WARM_SAMPLES} samples: service ${slope('own').toFixed(2)} MB, all ${slope('all').toFixed(2)} MB for 1,000 jobs; ${loadNow()}`,
    );
    // The collector of garbage lets a heap grow and then empties it: what is kept shows at its lowest points.
    const half = Math.ceil(warm.length / 2);
    const lowest = (part: typeof warm) => Math.min(...part.map(({ own }) => own)).toFixed(0);
    const highest = Math.max(...seen.map(({ own }) => own)).toFixed(0);
    console.log(
      `  service: lowest ${lowest(warm.slice(0, half))} MB in the first half, ${lowest(warm.slice(half))} MB in the second; never above ${highest} MB`,
    );
  } finally {
    await database.close();
    await app.stop();
    await standIn.close();
  }
}

async function sendGroups(
  app: AppProcess,
  standIn: StandIn,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<void> {
  const { accepted, refused } = await sendLoad({
    kind: 'merge-groups',
    url: `${app.url}/webhooks`,
    secret: standIn.app.webhookSecret,
    payload: standIn.groupPayload,
    from,
    count,
    perSecond: 100,
    duplicatePercent: 0,
    heads: standIn.heads,
  });
  if (accepted !== count)
    throw new Error(`Of ${count} webhooks ${accepted} were accepted: ${JSON.stringify(refused)}`);
}

function printHeld(
  name: string,
  app: AppProcess,
  seconds: number,
  dead: number,
): { readonly own: number; readonly all: number } {
  const { own, children } = memoryOf(app.pid);
  const below = children.reduce((sum, one) => sum + one, 0);
  const all = own + below;
  const columns = [own, below, all].map((value) => value.toFixed(0));
  console.log(row(name, [...columns, seconds.toFixed(1), String(dead)], WIDTHS));
  return { own, all };
}
