import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Load, Loaded } from './generator.ts';
import type { Counted, FromStandIn, Opened, StandInSize, ToStandIn } from './stand-in.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

/** How the stand-in behaves beside what is measured. */
export interface StandInManner {
  /** It makes way for what is measured: GitHub is another machine in life. */
  readonly isNice?: boolean;
  /** Milliseconds on the way to it. */
  readonly latencyMs?: number;
}

/** The stand-in of GitHub in a process of its own. */
export interface StandIn extends Opened {
  count(pulls: number): Promise<Counted>;
  close(): Promise<void>;
}

export async function startStandIn(
  directory: string,
  size: StandInSize,
  { isNice = false, latencyMs = 0 }: StandInManner,
): Promise<StandIn> {
  const child = fork(join(import.meta.dirname, 'stand-in.ts'), [String(latencyMs)]);
  const ask = async (message: ToStandIn): Promise<FromStandIn> => {
    child.send(message);
    return answerOf<FromStandIn>(child);
  };
  const opened = await ask({ kind: 'open', directory, size, isNice });
  if (opened.kind !== 'opened') throw new Error('The stand-in did not open.');
  return {
    ...opened,
    async count(pulls) {
      const counted = await ask({ kind: 'count', pulls });
      if (counted.kind !== 'counted') throw new Error('The stand-in did not count.');
      return counted;
    },
    close: () => end(child, 'SIGKILL'),
  };
}

/** Sends webhooks from a process of its own. */
export async function sendLoad(load: Load): Promise<Loaded> {
  const child = fork(join(import.meta.dirname, 'generator.ts'));
  child.send(load);
  const loaded = await answerOf<Loaded>(child);
  await end(child, 'SIGKILL');
  return loaded;
}

export interface AppOptions {
  readonly role?: 'web' | 'worker' | 'all';
  readonly standIn: StandIn;
  /** A server's address, or a folder. */
  readonly database: { readonly url: string } | { readonly folder: string };
  readonly environment?: Readonly<Record<string, string>>;
}

/** A process of the built App. */
export interface AppProcess {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to the first good answer of `/readyz`. */
  readonly readyMs: number;
  stop(): Promise<void>;
}

const READY_MS = 120_000;

/** @throws Error with the App's last words when it does not get ready */
export async function startApp({
  role = 'all',
  standIn,
  database,
  environment,
}: AppOptions): Promise<AppProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { app } = standIn;
  const began = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'app', 'app.js'), '--role', role], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      ...('url' in database ? { DATABASE_URL: database.url } : { DATA_FOLDER: database.folder }),
      APP_ID: String(app.id),
      PRIVATE_KEY: app.privateKey,
      WEBHOOK_SECRET: app.webhookSecret,
      GITHUB_CLIENT_ID: app.clientId,
      GITHUB_CLIENT_SECRET: app.clientSecret,
      GITHUB_API_URL: standIn.apiUrl,
      GITHUB_GRAPHQL_URL: standIn.graphqlUrl,
      GITHUB_SERVER_URL: standIn.serverUrl,
      WRITE_SPACING_MS: '0',
      LOG_LEVEL: 'warn',
      ...environment,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-3_000);
      if (process.env.BENCH_LOG !== undefined) process.stderr.write(text);
    });
  while (!(await isReady(`${url}/readyz`))) {
    const isLate = performance.now() - began > READY_MS;
    if (child.exitCode !== null || isLate) {
      await end(child, 'SIGKILL');
      throw new Error(`The App did not get ready. It said: ${said}`);
    }
    await wait(5);
  }
  return {
    url,
    pid: child.pid ?? 0,
    readyMs: performance.now() - began,
    stop: () => end(child, 'SIGTERM'),
  };
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(url).catch(() => null);
  await answer?.text();
  return answer?.ok === true;
}

/** Megabytes that a process holds, and those of its children together. Read from `/proc`, so on Linux only. */
export interface Held {
  readonly own: number;
  readonly children: readonly number[];
}

export function memoryOf(pid: number): Held {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return { own: residentOf(String(pid)), children: children.map(residentOf) };
}

function parentOf(pid: string): number {
  return Number(/^PPid:\s*(\d+)/m.exec(statusOf(pid))?.[1] ?? -1);
}

function residentOf(pid: string): number {
  return Number(/^VmRSS:\s*(\d+)/m.exec(statusOf(pid))?.[1] ?? 0) / 1_024;
}

/** Seconds of processor time that a process has taken, without its children. */
export function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  // The kernel counts in hundredths of a second.
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Empty for a process that has ended meanwhile. */
function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

/** @throws Error when the process ends without a word */
function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('A process of the bench ended before it answered.'));
    child.once('exit', gone);
    child.once('message', (answer) => {
      child.off('exit', gone);
      resolve(answer as Answer);
    });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
