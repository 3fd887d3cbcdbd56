import { type ChildProcess, fork } from 'node:child_process';
import { constants, getPriority, setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../../errors.ts';
import type { Allowance, Log, ProcessEnd, ProcessEvent, ProcessOrder, SpendingWish } from '../../ports.ts';
import type { FromProcess, ToProcess } from './messages.ts';

/** One process and the order that it works on. */
export interface ReviewProcess {
  /** Resolves when the process is gone, whatever ended it. */
  readonly ended: Promise<void>;
  state(): { readonly orders: number; readonly rssBytes: number; readonly isAlive: boolean };
  /** One order at a time. Never rejects: a process that dies is `failed`. */
  carryOut(order: ProcessOrder, ear: Ear): Promise<ProcessEnd>;
  /** Ends the process at once and waits until it is gone. */
  kill(): Promise<void>;
}

/** Who hears what a process says of an order. */
export interface Ear {
  readonly onEvent: (event: ProcessEvent) => void;
  /** Says what the review of the order may spend. */
  readonly allow: (wish: SpendingWish) => Promise<Allowance>;
  /** Takes the order's secrets out of a text. */
  readonly hide: (text: string) => string;
}

interface Start {
  readonly entry: URL;
  readonly assets: URL;
  readonly log: Log;
  readonly environment?: Readonly<Record<string, string>>;
}

const MOST_LINE = 2_000;

/** Starts a review process. It has only the environment that is given and hears its orders over a channel of its own. */
export function startReviewProcess({ entry, assets, log, environment = {} }: Start): ReviewProcess {
  const child = fork(fileURLToPath(entry), [], {
    env: { ...environment },
    // In place of the options of the service's own Node (a debugger's port). The youngest generation of the heap stays
    // small: after a hundred small reviews 230 MB are held in place of 340, for the same time.
    execArgv: ['--max-semi-space-size=4'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  makeWay(child, log);
  let orders = 0;
  let rssBytes = 0;
  let isAlive = true;
  let current: { readonly ear: Ear; readonly finish: (end: ProcessEnd) => void } | null = null;
  const onLine = (line: string) => {
    const shown = (current?.ear.hide ?? ((text: string) => text))(line.slice(0, MOST_LINE));
    log.warn('a review process wrote a line', { pid: child.pid ?? null, line: shown });
  };
  for (const stream of [child.stdout, child.stderr]) if (stream !== null) readLines(stream, onLine);
  const finish = (end: ProcessEnd) => {
    const ending = current;
    current = null;
    ending?.finish(end);
  };
  const gone = (how: string) => {
    isAlive = false;
    // What it wrote last stands in our log: people on the pull request are not told of our folders.
    finish({ kind: 'failed', reason: `The review process ended (${how}).`, isRetryable: true });
  };
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      gone(signal ?? `code ${code}`);
      resolve();
    });
    child.once('error', (error) => {
      log.warn('a review process failed', { reason: error.message });
      // A process that never started has no exit.
      if (child.pid !== undefined) return;
      gone(error.message);
      resolve();
    });
  });
  const answerWish = async (wish: SpendingWish) => {
    const asked = current;
    const allowance = await asked?.ear.allow(wish).catch((error: unknown) => {
      log.warn('what a review may spend is not known', { reason: messageOf(error) });
      return null;
    });
    // The answer is for that order only.
    if (current === asked) tell(child, { kind: 'allowance', allowance: allowance ?? null });
  };
  child.on('message', (message: FromProcess) => {
    if (message.kind === 'wish') void answerWish(message.wish);
    if (message.kind === 'event') current?.ear.onEvent(message.event);
    if (message.kind !== 'end') return;
    rssBytes = message.rssBytes;
    finish(message.end);
  });
  tell(child, { kind: 'start', assets: assets.href });
  return {
    ended,
    state: () => ({ orders, rssBytes, isAlive }),
    carryOut: (order, ear) => {
      orders += 1;
      return new Promise<ProcessEnd>((resolve) => {
        current = { ear, finish: resolve };
        if (isAlive) tell(child, { kind: 'order', order });
        else gone('before it was asked');
      });
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Steps of the system's scale of urgency. */
const LESS_URGENT = constants.priority.PRIORITY_BELOW_NORMAL;

/** A review may take a little longer; a webhook that waits for a processor is given up by GitHub after ten seconds. */
function makeWay({ pid }: ChildProcess, log: Log): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, Math.min(constants.priority.PRIORITY_LOW, getPriority() + LESS_URGENT));
  } catch (error) {
    log.debug('a review process keeps its priority', { pid, reason: messageOf(error) });
  }
}

/** What cannot be sent is no failure of its own: the end of the process is. */
function tell(child: ChildProcess, message: ToProcess): void {
  if (child.connected) child.send(message, () => undefined);
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = `${rest}${text}`.split('\n');
    rest = (lines.pop() ?? '').slice(-MOST_LINE);
    for (const line of lines) if (line.trim() !== '') onLine(line);
  });
  stream.on('end', () => {
    if (rest.trim() !== '') onLine(rest);
  });
}
