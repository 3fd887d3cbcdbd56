import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { at, loadNow, median, milliseconds, row } from './figures.ts';
import type { Load, Loaded } from './generator.ts';
import {
  type AppOptions,
  type AppProcess,
  cpuSecondsOf,
  type StandIn,
  sendLoad,
  startApp,
} from './processes.ts';
import type { World } from './world.ts';

const GOAL_MS = 50;
const PER_SECOND = 200;
const DUPLICATE_PERCENT = 5;
const WIDTHS = [9, 9, 9, 9, 9, 9, 9, 11, 10];
const HEADERS = ['accepted', 'refused', 'p50', 'p95', 'p99', 'max', 'p99÷50', 'App CPU', 'reviews'];

interface Case {
  readonly name: string;
  readonly database: 'server' | 'embedded';
  readonly isReviewing: boolean;
}

const CASES: readonly Case[] = [
  { name: 'server, while reviews run', database: 'server', isReviewing: true },
  { name: 'server, --role web, no reviews', database: 'server', isReviewing: false },
  { name: 'embedded, while reviews run', database: 'embedded', isReviewing: true },
];

/** Signed webhooks at fixed moments, and how long the App took to answer each. */
export async function benchWebhooks(world: World): Promise<void> {
  const seconds = world.isQuick ? 4 : 10;
  const rounds = world.isQuick ? 1 : 3;
  console.log(
    `\n${PER_SECOND} signed webhooks a second for ${seconds} s, ${DUPLICATE_PERCENT} % sent twice; from the moment each was due`,
  );
  console.log(row('', HEADERS, WIDTHS));
  const count = seconds * PER_SECOND;
  const standIn = await startStandInFor(world);
  try {
    for (const one of CASES) await benchCase(one, { world, standIn, count, rounds });
  } finally {
    await standIn.close();
  }
}

/** GitHub is another machine in life: its stand-in makes way for what is measured. */
function startStandInFor(world: World): Promise<StandIn> {
  return world.startStandIn({ heads: REAL_PULLS, pulls: REAL_PULLS }, { isNice: true });
}

/** Pull requests that can be reviewed; all others of the burst wait behind them. */
const REAL_PULLS = 150;

interface Round {
  readonly world: World;
  readonly standIn: StandIn;
  readonly count: number;
  readonly rounds: number;
}

async function benchCase({ name, database, isReviewing }: Case, round: Round): Promise<void> {
  const { world, standIn, count, rounds } = round;
  const place: AppOptions['database'] =
    database === 'server' ? { url: await world.createDatabase() } : { folder: world.folder('embedded') };
  const app = await startApp({ role: isReviewing ? 'all' : 'web', standIn, database: place });
  try {
    const hooks: Load = {
      kind: 'pull-requests',
      url: `${app.url}/webhooks`,
      secret: standIn.app.webhookSecret,
      payload: standIn.pullPayload,
      from: 1,
      count: REAL_PULLS,
      perSecond: 50,
      duplicatePercent: 0,
      heads: standIn.heads,
    };
    if (isReviewing) {
      await sendLoad(hooks);
      await reviewsRun(standIn);
    }
    const seen: Loaded[] = [];
    for (let done = 0; done < rounds; done += 1) {
      const from = 1_000 + done * count;
      const load = { ...hooks, from, count, perSecond: PER_SECOND, duplicatePercent: DUPLICATE_PERCENT };
      const { loaded, cpu, reviews } = await burst(load, app, standIn);
      seen.push(loaded);
      print(`${name}, ${done + 1}`, loaded, [`${cpu.toFixed(0)} %`, isReviewing ? String(reviews) : '–']);
    }
    const p99 = median(seen.map(({ latencies }) => at(latencies, 0.99)));
    const verdict = p99 < GOAL_MS ? 'met' : 'MISSED';
    console.log(
      `  goal: p99 under ${GOAL_MS} ms; median of ${rounds}: ${milliseconds(p99)}, ${verdict}; ${loadNow()}`,
    );
    const empty = await toEmptyServer({ ...hooks, from: 900_000, count, perSecond: PER_SECOND });
    print('  an empty server in the same minute', empty, ['', '']);
  } finally {
    await app.stop();
  }
}

async function burst(
  load: Load,
  app: AppProcess,
  standIn: StandIn,
): Promise<{ readonly loaded: Loaded; readonly cpu: number; readonly reviews: number }> {
  const cpuBefore = cpuSecondsOf(app.pid);
  const before = await standIn.count(REAL_PULLS);
  const loaded = await sendLoad(load);
  const after = await standIn.count(REAL_PULLS);
  const cpu = (100 * (cpuSecondsOf(app.pid) - cpuBefore)) / loaded.seconds;
  return { loaded, cpu, reviews: after.finals - before.finals };
}

/** Both review processes are started and warm. */
async function reviewsRun(standIn: StandIn): Promise<void> {
  const before = (await standIn.count(REAL_PULLS)).requests;
  while ((await standIn.count(REAL_PULLS)).requests < before + 60) await wait(200);
}

async function toEmptyServer(load: Load): Promise<Loaded> {
  const server = fork(join(import.meta.dirname, 'empty-server.ts'));
  server.send(load.secret);
  const [port] = (await once(server, 'message')) as [number];
  try {
    return await sendLoad({ ...load, url: `http://127.0.0.1:${port}/` });
  } finally {
    server.kill('SIGKILL');
  }
}

function print(name: string, loaded: Loaded, more: readonly string[]): void {
  const { accepted, refused, latencies, lateness } = loaded;
  const no = Object.entries(refused).map(([status, count]) => `${count} × ${status}`);
  const p99 = at(latencies, 0.99);
  const columns = [
    String(accepted),
    no.length === 0 ? '0' : no.join(' '),
    ...[0.5, 0.95].map((share) => milliseconds(at(latencies, share))),
    milliseconds(p99),
    milliseconds(latencies.at(-1) ?? Number.NaN),
    (p99 / GOAL_MS).toFixed(2),
    ...more,
  ];
  console.log(row(name, columns, WIDTHS));
  console.log(`    the generator itself was late by p99 ${milliseconds(at(lateness, 0.99))}`);
}
