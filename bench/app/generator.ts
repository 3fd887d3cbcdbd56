import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { signedDelivery } from '../../src/entry/send-webhook/sign-delivery.ts';

/** A stream of webhooks, made and signed before the first is sent. */
export interface Load {
  readonly kind: 'pull-requests' | 'merge-groups';
  readonly url: string;
  readonly secret: string;
  /** A real payload; number and head are put in. */
  readonly payload: string;
  /** The first number; head and number go up by one each time. */
  readonly from: number;
  readonly count: number;
  readonly perSecond: number;
  /** Of a hundred deliveries so many are sent a second time, under the same id. */
  readonly duplicatePercent: number;
  /** Heads of the numbers from 1 on; a number without one gets a head that GitHub does not know. */
  readonly heads: readonly string[];
}

/** What became of it. Latency counts from the moment a delivery was due, so that waiting to be sent counts too. */
export interface Loaded {
  readonly sent: number;
  readonly duplicates: number;
  readonly accepted: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Milliseconds, ascending. */
  readonly latencies: readonly number[];
  /** How late the generator itself sent, ascending. */
  readonly lateness: readonly number[];
  readonly seconds: number;
  readonly bodyBytes: number;
}

interface Due {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isDuplicate: boolean;
}

process.on('message', (load: Load) => {
  void send(load).then((loaded) => process.send?.(loaded));
});
process.once('disconnect', () => process.exit(0));

async function send(load: Load): Promise<Loaded> {
  const due = make(load);
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const latencies: number[] = [];
  const lateness: number[] = [];
  const refused: Record<string, number> = {};
  let accepted = 0;
  // Whatever the machine does first is over, and connections are open.
  await Promise.all(Array.from({ length: 20 }, () => ask(load.url, agent)));
  const start = performance.now() + 50;
  const answers: Promise<void>[] = [];
  for (const [index, one] of due.entries()) {
    const scheduled = start + (index * 1_000) / load.perSecond;
    while (performance.now() < scheduled) await wait(Math.max(0, Math.floor(scheduled - performance.now())));
    lateness.push(performance.now() - scheduled);
    answers.push(
      ask(load.url, agent, one).then((status) => {
        latencies.push(performance.now() - scheduled);
        if (status === '202') accepted += 1;
        else refused[status] = (refused[status] ?? 0) + 1;
      }),
    );
  }
  await Promise.all(answers);
  const seconds = (performance.now() - start) / 1_000;
  agent.destroy();
  const ascending = (numbers: number[]) => numbers.sort((left, right) => left - right);
  return {
    sent: due.length,
    duplicates: due.filter(({ isDuplicate }) => isDuplicate).length,
    accepted,
    refused,
    latencies: ascending(latencies),
    lateness: ascending(lateness),
    seconds,
    bodyBytes: due[0]?.body.length ?? 0,
  };
}

function make(load: Load): readonly Due[] {
  const payload = JSON.parse(load.payload) as Record<string, unknown>;
  const every = load.duplicatePercent === 0 ? 0 : Math.round(100 / load.duplicatePercent);
  const due: Due[] = [];
  for (let number = load.from; due.length < load.count; number += 1) {
    const head = load.heads[number - 1] ?? number.toString(16).padStart(40, '0');
    const { headers, body } = signedDelivery({
      secret: load.secret,
      event: load.kind === 'pull-requests' ? 'pull_request' : 'merge_group',
      payload: load.kind === 'pull-requests' ? ofPull(payload, number, head) : ofGroup(payload, head),
      deliveryId: `00000000-0000-4000-8000-${number.toString().padStart(12, '0')}`,
    });
    due.push({ headers, body, isDuplicate: false });
    if (every > 0 && due.length % every === every - 1) due.push({ headers, body, isDuplicate: true });
  }
  return due.slice(0, load.count);
}

function ofPull(payload: Record<string, unknown>, number: number, head: string): object {
  const pull = payload.pull_request as Record<string, unknown>;
  const changed = { id: 10_000 + number, number, title: `Change ${number}` };
  return {
    ...payload,
    number,
    pull_request: { ...pull, ...changed, head: { ...(pull.head as object), sha: head } },
  };
}

function ofGroup(payload: Record<string, unknown>, head: string): object {
  return { ...payload, merge_group: { ...(payload.merge_group as object), head_sha: head } };
}

/** @returns the status as text, or the code of what went wrong */
function ask(url: string, agent: Agent, due?: Due): Promise<string> {
  return new Promise((resolve) => {
    const options =
      due === undefined
        ? { agent }
        : {
            agent,
            method: 'POST',
            headers: { ...due.headers, 'content-length': Buffer.byteLength(due.body) },
          };
    const sent = request(url, options, (response) => {
      response.resume();
      response.once('end', () => resolve(String(response.statusCode)));
    });
    sent.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'failed'));
    sent.end(due?.body);
  });
}
