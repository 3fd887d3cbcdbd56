import { describe, expect, it } from 'vitest';
import { silentLog } from '../../src/entry/system-ports.ts';
import type { AgentStatus } from '../../src/model.ts';
import { writeProgress } from '../../src/service/worker/live-progress.ts';

const statusOf = (agent: string, progress: number): AgentStatus => ({
  agent,
  state: 'running',
  task: 'reads',
  progress,
  blockers: [],
  findings: 0,
});

/** Progress over a clock that is moved by hand, and a database that answers when it is let. */
function setProgress() {
  const due = new Set<() => void>();
  const clock = {
    after: (_ms: number, call: () => void) => {
      due.add(call);
      return () => void due.delete(call);
    },
  };
  const written: string[] = [];
  const held: (() => void)[] = [];
  let isSlow = false;
  const tenant = {
    agent: async (_id: string, { agent, progress }: AgentStatus) => {
      if (isSlow) await new Promise<void>((resolve) => held.push(resolve));
      if (agent === 'broken') throw new Error('The database is away.');
      written.push(`${agent} ${progress}`);
    },
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    progress: writeProgress(tenant, 'a-review', { clock, log: silentLog }),
    written,
    /** Lets the time between two writes pass. */
    async pass() {
      for (const call of [...due]) {
        due.delete(call);
        call();
      }
      await settle();
    },
    slow: (value: boolean) => {
      isSlow = value;
      for (const go of held.splice(0)) go();
    },
  };
}

describe('live progress', () => {
  it('is written in its newest state, and all of it at the end', async () => {
    const { progress, written, pass } = setProgress();
    progress.agent(statusOf('security', 1));
    progress.agent(statusOf('security', 2));
    await pass();
    expect(written).toEqual(['security 2']);
    progress.agent(statusOf('style', 5));
    await progress.finish();
    progress.agent(statusOf('style', 6));
    await pass();
    expect(written).toEqual(['security 2', 'style 5']);
  });

  it('does not gather while the database is slow: then only what is newest is written', async () => {
    const { progress, written, pass, slow } = setProgress();
    slow(true);
    for (let index = 1; index <= 1_000; index += 1) {
      progress.agent(statusOf('security', index));
      await pass();
    }
    slow(false);
    await pass();
    await pass();
    await progress.finish();
    expect(written).toEqual(['security 1', 'security 1000']);
  });

  it('that cannot be written does not keep the next from it', async () => {
    const { progress, written, pass } = setProgress();
    progress.agent(statusOf('broken', 1));
    await pass();
    progress.agent(statusOf('style', 1));
    await progress.finish();
    expect(written).toEqual(['style 1']);
  });
});
