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
 * `--only start,webhooks,drain,memory` picks parts; `--quick` shortens all, `--reviews` and `--jobs` say how much is
 * drained and over how many jobs memory is watched, `--latency` how many milliseconds GitHub is away while it drains.
 */
const PARTS = { start: benchStart, webhooks: benchWebhooks, drain: benchDrain, memory: benchMemory };

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    reviews: { type: 'string' },
    jobs: { type: 'string' },
    latency: { type: 'string', default: '50,0' },
  },
});
const wanted = values.only?.split(',') ?? Object.keys(PARTS);
console.log(`Node ${process.version}, ${loadNow()}`);
const world = makeWorld({
  isQuick: values.quick,
  reviews: Number(values.reviews ?? (values.quick ? 60 : 1_000)),
  latencies: values.latency.split(',').map(Number),
  jobs: Number(values.jobs ?? (values.quick ? 1_000 : 10_000)),
});
try {
  for (const [name, bench] of Object.entries(PARTS)) if (wanted.includes(name)) await bench(world);
} finally {
  await world.close();
}
