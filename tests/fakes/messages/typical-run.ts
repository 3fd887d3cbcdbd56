import { makeModelClient } from '../../../src/adapters/llm/make-model-client.ts';
import { runFanOut } from '../../../src/dispatch/model/fan-out.ts';
import { type ModelAgentRun, runModelAgent } from '../../../src/dispatch/model/run-model-agent.ts';
import type { Tokens } from '../../../src/model.ts';
import { BUILT_IN_PRICES, costOf } from '../../../src/plan/model-plan/prices.ts';
import type { Clock } from '../../../src/ports.ts';
import {
  makeFakeRandom,
  makeMaterial,
  makeOrder,
  makeReviewer,
  makeSurroundings,
  wireAnswer,
  wireFinding,
} from '../../dispatch/model/material.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { type MessagesServer, startMessagesServer } from './start-messages-server.ts';

export interface TypicalRun {
  readonly runs: readonly ModelAgentRun[];
  readonly prefixTokens: number;
  /** Requests that wrote to the cache. */
  readonly writes: number;
  readonly inputRatio: number;
  readonly totalRatio: number;
  readonly dollars: number;
  readonly ms: number;
  readonly problems: readonly string[];
}

export interface TypicalRunOptions {
  /** Estimated tokens of the shared prefix to aim at. */
  readonly prefixTokens: number;
  /** All calls start at once, as without the leader-first rule. */
  readonly race?: boolean;
  readonly clock: Clock;
}

const NAMES = ['security', 'correctness', 'performance', 'style', 'documentation'];
/** Output of a median reviewer, thinking included (facts/models.md D). */
const OUTPUT_TOKENS = 2_000;

/**
 * Five reviewers of one model over one change, through the real client, against the stand-in that bills by the cache
 * rules; compared with the same calls when nothing is cached.
 */
export async function typicalRun(options: TypicalRunOptions): Promise<TypicalRun> {
  const all: { arrived: Promise<void> } = { arrived: Promise.resolve() };
  const server = await startMessagesServer({
    behave: () => ({
      kind: 'answer',
      content: longAnswer(),
      // A model thinks before it speaks: calls that do not wait for the leader arrive before its first event.
      start: options.race === true ? all.arrived : new Promise((resolve) => setTimeout(resolve, 40)),
    }),
  });
  all.arrived = server.arrived(NAMES.length);
  try {
    return await measure(server, options);
  } finally {
    await server.close();
  }
}

async function measure(
  server: MessagesServer,
  { prefixTokens, race, clock }: TypicalRunOptions,
): Promise<TypicalRun> {
  const material = materialOf(prefixTokens);
  const client = makeModelClient({
    apiKey: 'none',
    baseUrl: server.url,
    profile: 'anthropic',
    clock,
    random: makeFakeRandom(),
  });
  const around = makeSurroundings(client, material, clock, { runTokens: 2_000_000, runDollars: 10 });
  const signal = new AbortController().signal;
  const orders = NAMES.map((name) =>
    makeOrder(material, makeReviewer(name, { instructions: 'Look. '.repeat(300) })),
  );
  const size = orders[0]?.prefix.tokens ?? 0;
  const began = performance.now();
  const results = await runFanOut(
    orders.map((order) => ({
      name: order.role.reviewer.name,
      group: order.choice.model,
      run: (onFirstEvent: () => void) => runModelAgent(order, around, signal, onFirstEvent),
    })),
    { estimatePrefixTokens: () => (race === true ? 0 : size), clock },
  );
  const ms = performance.now() - began;
  const runs = results.flatMap((result) => (result.kind === 'ended' ? [result.value] : []));
  const [paid, naive] = [
    sum(runs.map((run) => bill(run.tokens))),
    sum(runs.map((run) => bill(uncached(run.tokens)))),
  ];
  return {
    runs,
    prefixTokens: size,
    writes: server.seen.filter((one) => one.billed.cache_creation_input_tokens > 0).length,
    inputRatio: paid.input / naive.input,
    totalRatio: (paid.input + paid.output) / (naive.input + naive.output),
    dollars: paid.input + paid.output,
    ms,
    problems: server.problems,
  };
}

const MODEL = 'claude-sonnet-5-5';

function bill(tokens: Tokens): { input: number; output: number } {
  const output =
    costOf(BUILT_IN_PRICES, MODEL, { input: 0, cacheRead: 0, cacheWritten: 0, output: tokens.output }) ?? 0;
  return { input: (costOf(BUILT_IN_PRICES, MODEL, tokens) ?? 0) - output, output };
}

function uncached(tokens: Tokens): Tokens {
  const input = tokens.input + tokens.cacheRead + tokens.cacheWritten;
  return { input, cacheRead: 0, cacheWritten: 0, output: tokens.output };
}

function sum(bills: readonly { input: number; output: number }[]) {
  return {
    input: bills.reduce((total, one) => total + one.input, 0),
    output: bills.reduce((total, one) => total + one.output, 0),
  };
}

/** A change whose shared prefix has about so many estimated tokens. */
function materialOf(prefixTokens: number) {
  const base = makeMaterial([makeChangedFile('src/a.ts', null, 'first\nsecond\n')]);
  const missing = (prefixTokens - base.builder.build(base.paths).tokens) * 3;
  const line = '  const total = items.reduce((sum, item) => sum + item.price * item.count, 0); // row\n';
  const rows = Math.max(0, Math.round(missing / (line.length + 6)));
  return makeMaterial([makeChangedFile('src/a.ts', null, `first\nsecond\n${line.repeat(rows)}`)]);
}

function longAnswer() {
  const bare = wireAnswer([wireFinding()]);
  const missing = OUTPUT_TOKENS * 3 - JSON.stringify(bare).length;
  return wireAnswer([wireFinding({ explanation: 'x'.repeat(missing) })]);
}
