import { parseArgs } from 'node:util';
import { benchDrain } from './drain.ts';
import { loadNow } from './figures.ts';
import { benchMemory } from './memory.ts';
import { benchStart } from './start.ts';
import { benchWebhooks } from './webhooks.ts';
import { makeWorld } from './world.ts';

/**
 * The built App on a stand-in of GitHub and a real PostgreSQL server: webhooks taken in while reviews run, queued reviews
 * drained by one, two and four workers, memory over thousands of jobs, start. On Linux, for it reads `/proc`.
 * `--quick` shortens all of it; `--only webhooks,drain,memory,start` picks parts.
 */
const PARTS = { start: benchStart, webhooks: benchWebhooks, drain: benchDrain, memory: benchMemory };

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const wanted = values.only?.split(',') ?? Object.keys(PARTS);
console.log(`Node ${process.version}, ${loadNow()}`);
const world = await makeWorld(values.quick);
try {
  for (const [name, bench] of Object.entries(PARTS)) if (wanted.includes(name)) await bench(world);
} finally {
  await world.close();
}
