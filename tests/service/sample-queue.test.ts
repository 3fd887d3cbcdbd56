import { describe, expect, it } from 'vitest';
import type { MetricEvent, QueueDepth } from '../../src/ports.ts';
import { sampleQueue } from '../../src/service/sample-queue.ts';

const DEPTH: QueueDepth = { waiting: 3, running: 1, dead: 0, oldestSeconds: 12 };

function sampled(depth: () => Promise<QueueDepth>) {
  const events: MetricEvent[] = [];
  const warnings: string[] = [];
  const waiting = new Set<() => void>();
  const clock = {
    now: () => 0,
    steady: () => 0,
    after: (ms: number, call: () => void) => {
      expect(ms).toBe(10_000);
      waiting.add(call);
      return () => waiting.delete(call);
    },
  };
  const log = {
    debug: () => undefined,
    info: () => undefined,
    warn: (message: string, fields: unknown) => warnings.push(`${message}: ${JSON.stringify(fields)}`),
  };
  const metrics = { record: (event: MetricEvent) => events.push(event) };
  const sampler = sampleQueue({ depth }, { metrics, clock, log });
  return {
    sampler,
    events,
    warnings,
    waiting,
    /** Lets ten seconds pass, and what happens then come to its end. */
    async pass() {
      const due = [...waiting];
      waiting.clear();
      for (const call of due) call();
      await settled();
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue', () => {
  it('is looked at from the start and again and again', async () => {
    let waits = 3;
    const { events, pass } = sampled(async () => ({ ...DEPTH, waiting: waits }));
    await settled();
    waits = 7;
    await pass();
    expect(events).toEqual([
      { kind: 'queue', ...DEPTH },
      { kind: 'queue', ...DEPTH, waiting: 7 },
    ]);
  });

  it('is looked at again after a look that failed, and that is logged', async () => {
    let fails = true;
    const { events, warnings, pass } = sampled(() =>
      fails ? Promise.reject(new Error('no database')) : Promise.resolve(DEPTH),
    );
    await settled();
    expect(warnings).toEqual(['the queue could not be looked at: {"reason":"no database"}']);
    fails = false;
    await pass();
    expect(events).toEqual([{ kind: 'queue', ...DEPTH }]);
  });

  it('is left alone after the end, which waits for a look under way', async () => {
    let answer = (_depth: QueueDepth) => {};
    const { sampler, events, waiting } = sampled(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    let isOver = false;
    const closing = sampler.close().then(() => {
      isOver = true;
    });
    await settled();
    expect(isOver).toBe(false);
    answer(DEPTH);
    await closing;
    expect(events).toHaveLength(1);
    expect(waiting.size).toBe(0);
  });
});
