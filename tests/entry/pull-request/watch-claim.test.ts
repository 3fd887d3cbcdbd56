import { describe, expect, it } from 'vitest';
import { watchClaim } from '../../../src/entry/pull-request/watch-claim.ts';
import type { CommitStatus, ModelAnswer, ModelRequest, PullRequestReader } from '../../../src/ports.ts';

const HEAD = 'a'.repeat(40);
const NEXT = 'b'.repeat(40);
const own = { canWrite: true, sha: HEAD, authorId: 1, statusId: 5, runUrl: null } as const;
const SIGNAL = new AbortController().signal;
const ANSWER = { kind: 'answer', text: '{}' } as unknown as ModelAnswer;
const REQUEST = { model: 'm' } as unknown as ModelRequest;

function status(id: number, description: string): CommitStatus {
  return {
    id,
    description,
    state: 'error',
    targetUrl: null,
    creatorId: 1,
    creator: 'bot',
    createdAt: '2026-11-01T00:00:00Z',
  };
}

/** A pull request that changes as the test says, and a clock that stands unless it is moved. */
function setUp() {
  const world = { head: HEAD, restHead: HEAD, newest: status(5, 'reviewing'), looks: 0, asked: 0, time: 0 };
  const timers: { at: number; call: () => void }[] = [];
  const clock = {
    now: () => world.time,
    steady: () => world.time,
    after: (ms: number, call: () => void) => {
      const timer = { at: world.time + ms, call };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  };
  const reader = {
    now: () => {
      world.looks += 1;
      return Promise.resolve({ headSha: world.head, newestStatus: null });
    },
    refresh: () => Promise.resolve({ headSha: world.restHead }),
  } as unknown as PullRequestReader;
  const statuses = {
    create: () => Promise.reject(new Error('nothing is written')),
    newest: () => Promise.resolve(world.newest),
    recent: () => Promise.resolve([]),
  };
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
  const watch = watchClaim({ own, reader, statuses, clock, log }, SIGNAL);
  const client = {
    call: () => {
      world.asked += 1;
      return Promise.resolve(ANSWER);
    },
  };
  const guarded = watch.guard({ client } as unknown as Parameters<typeof watch.guard>[0]);
  const ask = () => guarded.client.call(REQUEST, SIGNAL);
  const pass = async (ms: number) => {
    world.time += ms;
    for (const timer of timers.filter(({ at }) => at <= world.time)) {
      timers.splice(timers.indexOf(timer), 1);
      timer.call();
    }
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { world, watch, ask, pass, timers };
}

describe('watchClaim', () => {
  it('looks once for a phase, not for each question', async () => {
    const { world, watch, ask } = setUp();
    await Promise.all([ask(), ask(), ask()]);
    expect(world.looks).toBe(0);
    world.time += 5_000;
    await Promise.all([ask(), ask()]);
    expect(world.looks).toBe(1);
    world.time += 5_000;
    await ask();
    expect(world.looks).toBe(2);
    expect(watch.halted()).toBeNull();
  });

  it.each([
    ['aborted by jane', { kind: 'aborted', by: 'jane' }],
    ['paused by jane', { kind: 'paused', by: 'jane' }],
    ['reviewing', { kind: 'superseded', by: 'a newer run' }],
  ])('stops before the next phase when the newest status says "%s"', async (description, reason) => {
    const { world, watch, ask } = setUp();
    await ask();
    world.newest = status(6, description);
    world.time += 5_000;
    await ask();
    expect(watch.halted()).toMatchObject({ reason, isSaid: true });
    expect(watch.signal.aborted).toBe(true);
  });

  it('R24 stops when the head moved, and only when both ways to ask say so', async () => {
    const { world, watch, ask } = setUp();
    await ask();
    world.head = NEXT;
    world.time += 5_000;
    await ask();
    expect(watch.halted()).toBeNull();
    world.restHead = NEXT;
    world.time += 5_000;
    await ask();
    expect(watch.halted()).toMatchObject({ reason: { kind: 'superseded', by: 'bbbbbbb' }, isSaid: false });
  });

  it('looks every ten seconds while a question is under way, and no more after its end', async () => {
    const { world, watch, pass, timers } = setUp();
    world.newest = status(6, 'aborted by jane');
    await pass(10_000);
    expect(watch.signal.aborted).toBe(true);
    watch.end();
    expect(timers).toHaveLength(0);
    await pass(60_000);
    expect(world.looks).toBe(1);
  });
});
