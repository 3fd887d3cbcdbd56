import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { makeSources } from '../review/make-sources.ts';
import { benchModels } from './models.ts';
import { benchOneFilePush } from './one-file-push.ts';
import { judged, median, NODE, printTargets, type Ran, run, setStage, WORK } from './stage.ts';

async function benchStart(): Promise<void> {
  const small = await setStage('small', makeSources(1, 2_000));
  const words = ['--input-type=module', '-e', `await fetch('${small.fake.url}/rate_limit')`];
  const starts = { action: [] as number[], fetch: [] as number[] };
  for (let n = 0; n < 9; n += 1) {
    starts.fetch.push((await run(small, { words })).firstRequestMs);
    starts.action.push((await run(small)).firstRequestMs);
  }
  await small.fake.close();
  const [action, plain] = [median(starts.action), median(starts.fetch)];
  console.log('start to the first request, median of nine');
  console.log(`  plain fetch  ${plain.toFixed(0)} ms`);
  console.log(
    `  action.js    ${judged('start to the first request, ms', action, 130, 0)} ms, ${judged('start to the first request ÷ plain fetch', action / plain, 2.4)} × the fetch\n`,
  );
}

interface Case {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** Targets where there are any: requests of the first run and of the same head again, memory, seconds. */
  readonly most?: {
    readonly first?: number;
    readonly again?: number;
    readonly megabytes?: number;
    readonly seconds?: number;
  };
}

const CASES: readonly Case[] = [
  { name: 'one file', files: 1, bytes: 2_000, most: { first: 9, megabytes: 120 } },
  { name: '100 files, 250 KB', files: 100, bytes: 130_000, most: { first: 12, again: 6 } },
  { name: '320 files, 800 KB', files: 320, bytes: 410_000, most: { seconds: 15 } },
  { name: '200 files, 5 MB', files: 200, bytes: 2_500_000, most: { megabytes: 400 } },
  { name: '3,000 files, 4 MB', files: 3_000, bytes: 2_000_000, most: { megabytes: 512 } },
];

async function benchKeyless(): Promise<void> {
  console.log(
    'without a key                          requests  writes            time          memory  status',
  );
  for (const { name, files, bytes, most = {} } of CASES) {
    const stage = await setStage(name.replaceAll(/\W+/g, '-'), makeSources(files, bytes));
    line(`${name}, first run`, await run(stage), { ...most, requests: most.first });
    line(`${name}, same head`, await run(stage), { requests: most.again });
    await stage.fake.close();
  }
  const spaced = await setStage('spaced', makeSources(1, 2_000));
  line('one file, writes 1 s apart', await run(spaced, { spacing: '1000' }), {});
  await spaced.fake.close();
  console.log('');
}

function line(
  name: string,
  { requests, writes, seconds, megabytes, status }: Ran,
  most: { readonly requests?: number | undefined; readonly seconds?: number; readonly megabytes?: number },
): void {
  const against = (what: string, value: number, limit: number | undefined, digits: number) =>
    limit === undefined ? value.toFixed(digits) : judged(`${name}: ${what}`, value, limit, digits);
  const columns = [
    name.padEnd(29),
    against('requests', requests, most.requests, 0).padStart(18),
    String(writes).padStart(7),
    `${against('seconds', seconds, most.seconds, 2)} s`.padStart(15),
    `${against('MB', megabytes, most.megabytes, 0)} MB`.padStart(15),
    ` ${status.slice(0, 60)}`,
  ];
  console.log(columns.join(' '));
}

/**
 * The built Action against the stand-ins for GitHub and for the models, each run in a cold process: requests and
 * writes, time, memory, the start up to the first request as a ratio to a plain fetch, the fan-out as a ratio to what
 * its latencies allow. Ratios travel, seconds do not. Every target is printed beside its figure; nothing is asserted.
 */
console.log(`Node ${execFileSync(NODE, ['--version'], { encoding: 'utf8' }).trim()}\n`);
await benchStart();
await benchKeyless();
await benchModels();
await benchOneFilePush();
printTargets();
rmSync(WORK, { recursive: true, force: true });
