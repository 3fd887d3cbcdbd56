import { loadNow, median, milliseconds, row } from './figures.ts';
import { type AppOptions, memoryOf, type StandIn, startApp } from './processes.ts';
import type { World } from './world.ts';

const WIDTHS = [12, 12, 12];

/** From the start of the process to the first good answer of `/readyz`, and the memory held then. */
export async function benchStart(world: World): Promise<void> {
  const times = world.isQuick ? 1 : 5;
  const standIn = await world.startStandIn({ heads: 1, pulls: 1 });
  console.log(`\nstart, median of ${times}; ${loadNow()}`);
  console.log(row('', ['ready', 'slowest', 'memory'], WIDTHS));
  const folders = Array.from({ length: times }, () => world.folder('embedded'));
  const urls: string[] = [];
  for (let n = 0; n < times; n += 1) urls.push(await world.createDatabase());
  const embedded = folders.map((folder) => ({ folder }));
  const server = urls.map((url) => ({ url }));
  try {
    await printStarts('embedded, first start', embedded, standIn);
    await printStarts('embedded, later start', embedded, standIn);
    await printStarts('server, empty database', server, standIn);
    await printStarts('server, later start', server, standIn);
  } finally {
    await standIn.close();
  }
}

async function printStarts(
  name: string,
  places: readonly AppOptions['database'][],
  standIn: StandIn,
): Promise<void> {
  const ready: number[] = [];
  const held: number[] = [];
  for (const database of places) {
    const app = await startApp({ standIn, database });
    ready.push(app.readyMs);
    held.push(memoryOf(app.pid).own);
    await app.stop();
  }
  const columns = [
    milliseconds(median(ready)),
    milliseconds(Math.max(...ready)),
    `${median(held).toFixed(0)} MB`,
  ];
  console.log(row(name, columns, WIDTHS));
}
