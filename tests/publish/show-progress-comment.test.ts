import { describe, expect, it } from 'vitest';
import { makeStateSeal } from '../../src/adapters/state/make-state-seal.ts';
import type { AgentStatus } from '../../src/model.ts';
import type { Clock } from '../../src/ports.ts';
import type { Claim } from '../../src/publish/claim.ts';
import { EMPTY_STATE, isUntouched, readComment, withState } from '../../src/publish/comment-state.ts';
import { showProgressComment } from '../../src/publish/show-progress-comment.ts';
import { COMMENT_MARKER } from '../../src/render/render-markdown.ts';
import { FakeForge, OWN_ID, refused } from './fake-forge.ts';

const SIGNAL = new AbortController().signal;
const SHA = 'a'.repeat(40);
const CLAIM: Claim = { canWrite: true, sha: SHA, authorId: OWN_ID, statusId: 1, runUrl: null };
const LOG = { debug: () => undefined, info: () => undefined, warn: () => undefined };

/** Time that goes on only when told, with every promise settled in between. */
function makeClock(): Clock & { pass(ms: number): Promise<void> } {
  let now = 0;
  const timers = new Set<{ readonly at: number; readonly call: () => void }>();
  return {
    now: () => now,
    steady: () => now,
    after: (ms, call) => {
      const timer = { at: now + ms, call };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass: async (ms) => {
      now += ms;
      for (const timer of [...timers]) {
        if (timer.at > now) continue;
        timers.delete(timer);
        timer.call();
      }
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function status(agent: string, progress: number): AgentStatus {
  return { agent, state: 'running', task: 'reads | files', progress, blockers: [], findings: 2 };
}

function start(forge: FakeForge, claim: Claim = CLAIM) {
  const clock = makeClock();
  return { clock, shown: showProgressComment(forge.ports.comments, claim, { clock, log: LOG }, SIGNAL) };
}

describe('progress of a long review', () => {
  it('a short review writes nothing', async () => {
    const forge = new FakeForge();
    const { clock, shown } = start(forge);
    shown.agent(status('security', 50));
    await clock.pass(9_000);
    await shown.finish();
    await clock.pass(60_000);
    expect(forge.writes).toEqual([]);
  });

  it('is one comment, created after ten seconds and edited in place when something changed', async () => {
    const forge = new FakeForge();
    const { clock, shown } = start(forge);
    shown.agent(status('security', 10));
    shown.agent(status('style', 20));
    await clock.pass(10_000);
    expect(forge.comments[0]?.body.split('\n')[0]).toBe(COMMENT_MARKER);
    expect(forge.comments[0]?.body).toContain('| security | running | 10 % | reads ¦ files | 2 |');
    await clock.pass(10_000);
    expect(forge.writes).toEqual(['create comment']);
    for (let n = 11; n < 90; n += 1) shown.agent(status('security', n));
    await clock.pass(10_000);
    expect(forge.writes).toEqual(['create comment', 'update comment']);
    expect(forge.comments).toHaveLength(1);
    expect(forge.comments[0]?.body).toContain('89 %');
    await shown.finish();
  });

  it('keeps what the comment remembers, but no longer passes for the report', async () => {
    const forge = new FakeForge();
    const posted = [`f1:${'0'.repeat(16)}`];
    const key = { seal: makeStateSeal('secret'), about: '1/2' };
    const kept = { ...EMPTY_STATE, head: 'b'.repeat(40), report: 'r', posted };
    const before = withState(`${COMMENT_MARKER}\nold`, kept, key);
    forge.addComment(before, OWN_ID);
    const { clock, shown } = start(forge);
    shown.agent(status('security', 10));
    await clock.pass(10_000);
    const { text, state, isSigned } = readComment(forge.comments[0]?.body ?? '', key);
    expect(text).toContain('is running');
    expect(state).toMatchObject({ head: 'b'.repeat(40), report: 'r', posted });
    expect(isSigned).toBe(true);
    expect(state === null || isUntouched(text, state)).toBe(false);
    await shown.finish();
  });

  it.each([
    ['keeps the last report below it', 1_000, true],
    ['leaves out a last report that does not fit', 64_900, false],
  ])('%s', async (_what, length, isKept) => {
    const forge = new FakeForge();
    const report = `REPORT ${'x'.repeat(length)}`;
    forge.addComment(`${COMMENT_MARKER}\n${report}`, OWN_ID);
    const { clock, shown } = start(forge);
    shown.agent(status('security', 10));
    await clock.pass(10_000);
    expect(forge.comments[0]?.body).toContain('is running');
    expect(forge.comments[0]?.body.includes(report)).toBe(isKept);
    expect(forge.comments[0]?.body.length).toBeLessThan(65_536);
    expect(shown.isShown()).toBe(true);
    await shown.finish();
  });

  it('is not worth a failure, and never written without the right to', async () => {
    const forge = new FakeForge();
    forge.failures.set('create comment', refused(403));
    const { clock, shown } = start(forge);
    shown.agent(status('security', 10));
    await clock.pass(10_000);
    await shown.finish();
    const readOnly = start(forge, { canWrite: false, sha: SHA, reason: 'read only' });
    readOnly.shown.agent(status('security', 10));
    await readOnly.clock.pass(10_000);
    expect(forge.writes).toEqual([]);
  });
});
