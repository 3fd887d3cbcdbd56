import { wireAnswer, wireFinding } from '../../tests/dispatch/model/material.ts';
import type { WireRequest } from '../../tests/fakes/messages/check-request.ts';
import {
  type Behaviour,
  type MessagesServer,
  startMessagesServer,
} from '../../tests/fakes/messages/start-messages-server.ts';
import { judged, median, type Ran, run, type Stage, setStage } from './stage.ts';

const PATH = 'src/price.js';
const QUOTE = '  return amount - discount / 100;';
/** Looks like a key, and is none. */
const KEY = 'a key for the stand-in alone';

/** When an answer begins and ends, in milliseconds after its question. */
interface Latency {
  readonly first: number;
  readonly end: number;
}

/** Six reviewers and the verifier against both stand-ins: a small pull request, and the overlap of the fan-out. */
export async function benchModels(): Promise<void> {
  await benchSmall();
  await benchFanOut();
}

/** Every model answers within two seconds; security raises one critical finding, which the verifier confirms. */
async function benchSmall(): Promise<void> {
  const latency: Latency = { first: 600, end: 2_000 };
  const server = await startMessagesServer({ behave: (request) => answerOf(request, latency) });
  console.log('six reviewers and the verifier, 2 s an answer: medians of three');
  for (const [spacing, most] of [
    ['0', 5.5],
    ['1000', 8],
  ] as const) {
    const runs: Ran[] = [];
    for (let n = 0; n < 3; n += 1) {
      const stage = await setStage(`models-${spacing}-${n}`, sources(12));
      runs.push(await runWith(stage, server, spacing));
      await stage.fake.close();
    }
    const seconds = median(runs.map((one) => one.seconds));
    const [requests, writes] = [
      median(runs.map((one) => one.requests)),
      median(runs.map((one) => one.writes)),
    ];
    const parts = [
      `${judged(`models, writes ${spacing} ms apart: seconds`, seconds, most)} s`,
      `${(seconds / 4).toFixed(2)} × the models alone`,
      `${judged(`models, writes ${spacing} ms apart: requests`, requests, 9, 0)} requests`,
      `${judged(`models, writes ${spacing} ms apart: writes`, writes, 5, 0)} writes`,
      `${median(runs.map((one) => one.megabytes)).toFixed(0)} MB`,
      runs[0]?.status ?? '',
    ];
    console.log(`  writes ${Number(spacing) / 1000} s apart: ${parts.join(', ')}`);
  }
  await againOnSameHead(server);
  console.log(`  problems seen by the stand-in: ${server.problems.length}\n`);
  await server.close();
}

async function againOnSameHead(server: MessagesServer): Promise<void> {
  const stage = await setStage('models-again', sources(12));
  await runWith(stage, server, '0');
  const before = { comments: stage.fake.comments.length, calls: server.seen.length };
  const again = await runWith(stage, server, '0');
  const parts = [
    `${judged('same head again: model calls', server.seen.length - before.calls, 0, 0)} model calls`,
    `${judged('same head again: new comments', stage.fake.comments.length - before.comments, 0, 0)} new comments`,
    `${judged('same head again: requests', again.requests, 6, 0)} requests`,
    `${again.seconds.toFixed(2)} s`,
  ];
  console.log(`  the same head again: ${parts.join(', ')}`);
  await stage.fake.close();
}

/** Scripted latencies, by the position in which a question arrives; the last of a group is its slowest. */
const SCRIPT: readonly Latency[] = [
  { first: 500, end: 1_500 },
  { first: 500, end: 1_200 },
  { first: 400, end: 1_800 },
  { first: 700, end: 2_500 },
  { first: 300, end: 1_400 },
  { first: 600, end: 2_200 },
];

/** First question to last answer, as the server sees them, over the least that the latencies allow. */
async function benchFanOut(): Promise<void> {
  console.log(
    'fan-out through the whole Action ÷ (slowest agent + the leader’s first event): best and median of five',
  );
  for (const [name, rows, leader] of [
    ['no leader, small prefix', 12, 0],
    ['leader first, 14K tokens', 1_400, SCRIPT[0]?.first ?? 0],
  ] as const) {
    const ratios: number[] = [];
    let writes = 0;
    for (let n = 0; n < 5; n += 1) {
      const server = await startMessagesServer({
        behave: (request, index) => answerOf(request, SCRIPT[index] ?? { first: 1, end: 2 }, []),
      });
      const stage = await setStage(`fan-${rows}-${n}`, sources(rows));
      await runWith(stage, server, '0');
      await stage.fake.close();
      await server.close();
      const from = Math.min(...server.seen.map((one) => one.arrivedAt));
      const to = Math.max(...server.seen.map((one) => one.endedAt ?? Number.NaN));
      const slowest = Math.max(...SCRIPT.map(({ end }) => end));
      ratios.push((to - from) / (slowest + leader));
      writes = server.seen.filter((one) => one.billed.cache_creation_input_tokens > 4_000).length;
    }
    const best = Math.min(...ratios).toFixed(3);
    console.log(
      `  ${name}: ${best}, ${judged(`fan-out, ${name}`, median(ratios), 1.05, 3)}; ${writes} cache writes of the change for two models`,
    );
  }
}

function runWith(stage: Stage, server: MessagesServer, spacing: string): Promise<Ran> {
  const environment = { 'INPUT_ANTHROPIC-API-KEY': KEY, ANTHROPIC_BASE_URL: server.url };
  return run(stage, { spacing, environment });
}

/** Harmless lines after one function that a model can say something about. */
function sources(rows: number) {
  const more = Array.from({ length: rows }, (_, index) => `export const step${index} = ${index * 7};\n`).join(
    '',
  );
  return [
    { path: PATH, before: '', after: `export function price(amount, discount) {\n${QUOTE}\n}\n${more}` },
  ];
}

const FOUND = [
  wireFinding({
    path: PATH,
    quote: QUOTE,
    severity: 'critical',
    title: 'The discount is not applied',
    explanation: 'A part of the discount is taken from the amount.',
    failureScenario: 'price(200, 50) is 199.5.',
    fix: 'Multiply.',
  }),
];

function answerOf(
  request: WireRequest,
  { first, end }: Latency,
  found: readonly unknown[] = FOUND,
): Behaviour {
  const text = request.messages.flatMap((message) => message.content.map((block) => block.text)).join('\n');
  const verdicts = [
    { finding: 'v1', verdict: 'confirmed', reason: 'As told.', path: PATH, line: 2, quote: QUOTE },
  ];
  const content = text.includes('# Your role: refute')
    ? wireAnswer([], { verdicts })
    : wireAnswer(/# Your role: secur/i.test(text) ? [...found] : []);
  return { kind: 'answer', content, start: after(first), rest: after(end) };
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
