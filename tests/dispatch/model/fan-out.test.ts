import { describe, expect, it } from 'vitest';
import { makeModelClient } from '../../../src/adapters/llm/make-model-client.ts';
import { type FanOutCall, runFanOut } from '../../../src/dispatch/model/fan-out.ts';
import { runModelAgent } from '../../../src/dispatch/model/run-model-agent.ts';
import { systemClock } from '../../../src/entry/system-ports.ts';
import { startMessagesServer } from '../../fakes/messages/start-messages-server.ts';
import { typicalRun } from '../../fakes/messages/typical-run.ts';
import { makeFakeClock } from '../fake-ports.ts';
import { makeFakeRandom, makeMaterial, makeOrder, makeReviewer, makeSurroundings } from './material.ts';

/** Calls that start, begin and end when told. */
function makeCalls(...names: readonly string[]) {
  const log: string[] = [];
  const steps = new Map<string, { begin: () => void; end: () => void; fail: () => void }>();
  const calls = names.map(
    (name): FanOutCall<string> => ({
      name,
      group: name.split('-')[0] ?? '',
      run: (onFirstEvent) =>
        new Promise((resolve, reject) => {
          log.push(name);
          steps.set(name, {
            begin: onFirstEvent,
            end: () => resolve(name.toUpperCase()),
            fail: () => reject(new Error(`${name} failed`)),
          });
        }),
    }),
  );
  const step = (name: string) => {
    const found = steps.get(name);
    if (found === undefined) throw new Error(`${name} has not started`);
    return found;
  };
  return { calls, log, step };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const LARGE = () => 14_000;

describe('leader-first fan-out', () => {
  it('releases the others at the leader’s first event, one leader per group', async () => {
    const { calls, log, step } = makeCalls('s-1', 's-2', 'h-1', 's-3', 'h-2');
    const results = runFanOut(calls, { estimatePrefixTokens: LARGE, clock: makeFakeClock() });
    await settled();
    expect(log).toEqual(['s-1', 'h-1']);
    step('s-1').begin();
    await settled();
    expect(log).toEqual(['s-1', 'h-1', 's-2', 's-3']);
    step('h-1').begin();
    await settled();
    for (const name of ['s-1', 's-2', 's-3', 'h-1', 'h-2']) step(name).end();

    expect((await results).map((one) => one.kind === 'ended' && one.value)).toEqual([
      'S-1',
      'S-2',
      'H-1',
      'S-3',
      'H-2',
    ]);
  });

  it('releases them when the leader fails, and rejects nothing', async () => {
    const { calls, log, step } = makeCalls('s-1', 's-2');
    const results = runFanOut(calls, { estimatePrefixTokens: LARGE, clock: makeFakeClock() });
    await settled();
    step('s-1').fail();
    await settled();
    expect(log).toEqual(['s-1', 's-2']);
    step('s-2').end();

    expect(await results).toMatchObject([
      { kind: 'threw', thrown: { message: 's-1 failed' } },
      { kind: 'ended' },
    ]);
  });

  it('releases them after 8 seconds of silence', async () => {
    const { calls, log, step } = makeCalls('s-1', 's-2');
    const clock = makeFakeClock();
    const results = runFanOut(calls, { estimatePrefixTokens: LARGE, clock });
    await settled();
    clock.advance(7_999);
    await settled();
    expect(log).toEqual(['s-1']);
    clock.advance(1);
    await settled();
    expect(log).toEqual(['s-1', 's-2']);
    step('s-1').end();
    step('s-2').end();
    await results;
  });

  it('starts all at once below 4,000 tokens', async () => {
    const { calls, log, step } = makeCalls('s-1', 's-2', 's-3');
    const results = runFanOut(calls, { estimatePrefixTokens: () => 3_999, clock: makeFakeClock() });
    await settled();
    expect(log).toEqual(['s-1', 's-2', 's-3']);
    for (const name of log) step(name).end();
    await results;
  });

  it('keeps to one at a time where the server wants that', async () => {
    const { calls, log, step } = makeCalls('s-1', 's-2', 'h-1');
    const results = runFanOut(calls, { estimatePrefixTokens: LARGE, clock: makeFakeClock(), atOnce: 1 });
    for (const count of [1, 2, 3]) {
      await settled();
      expect(log).toHaveLength(count);
      step(log.at(-1) ?? '').end();
    }
    expect(await results).toHaveLength(3);
  });
});

describe('R32 model failure matrix, all agents over HTTP', () => {
  it.each([
    ['529', { kind: 'error', status: 529 }, 'failed'],
    ['401', { kind: 'error', status: 401 }, 'failed'],
    ['a page in place of an answer', { kind: 'html' }, 'failed'],
    ['refusals', { kind: 'answer', content: '', stopReason: 'refusal' }, 'refused'],
    ['nothing readable', { kind: 'answer', content: 'hello' }, 'unparsable'],
  ] as const)('%s leaves no agent done', async (_name, behaviour, status) => {
    const server = await startMessagesServer({ behave: () => behaviour });
    const material = makeMaterial();
    const hasty = {
      ...systemClock,
      after: (ms: number, call: () => void) => systemClock.after(ms / 1_000, call),
    };
    const random = makeFakeRandom();
    const client = makeModelClient({
      apiKey: 'none',
      baseUrl: server.url,
      profile: 'anthropic',
      clock: hasty,
      random,
    });
    const around = makeSurroundings(client, material, systemClock);
    const calls = ['security', 'correctness', 'style'].map((name) => ({
      name,
      group: 'sonnet',
      run: (onFirstEvent: () => void) =>
        runModelAgent(
          makeOrder(material, makeReviewer(name)),
          around,
          new AbortController().signal,
          onFirstEvent,
        ),
    }));
    const results = await runFanOut(calls, { estimatePrefixTokens: LARGE, clock: systemClock });
    await server.close();

    expect(results.map((one) => one.kind === 'ended' && one.value.status)).toEqual(Array(3).fill(status));
    expect(server.problems).toEqual([]);
  });
});

describe('cost of five reviewers against the stand-in that bills by the cache rules', () => {
  it('writes the prefix once, and stays within the cost ratios at 14,000 tokens', async () => {
    const run = await typicalRun({ prefixTokens: 14_000, clock: systemClock });

    expect(run.problems).toEqual([]);
    expect(run.runs.map((one) => one.status)).toEqual(Array(5).fill('done'));
    expect(Math.abs(run.prefixTokens - 14_000)).toBeLessThan(200);
    expect(run.writes).toBe(1);
    expect(run.inputRatio).toBeLessThanOrEqual(0.35);
    expect(run.totalRatio).toBeLessThanOrEqual(0.62);
  });

  it('would write it five times if all started at once', async () => {
    const run = await typicalRun({ prefixTokens: 14_000, clock: systemClock, race: true });
    expect(run.writes).toBe(5);
    expect(run.inputRatio).toBeGreaterThan(1.2);
  });
});
