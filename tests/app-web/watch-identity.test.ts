import { describe, expect, it } from 'vitest';
import { watchIdentity } from '../../src/entry/app/watch-identity.ts';
import { ForgeError } from '../../src/errors.ts';
import type { Clock } from '../../src/ports.ts';
import { recordedLog } from './recorded.ts';

const IDENTITY = { id: 7, slug: 'reviewer', botLogin: 'reviewer[bot]' };

function refusal(status: number | null): ForgeError {
  return new ForgeError('forge-unavailable', `GitHub said ${status}`, 'Wait.', { status, maybeDone: false });
}

/** A clock whose timers are run by hand. */
function manualClock() {
  const waiting: { readonly ms: number; readonly call: () => void }[] = [];
  const clock: Clock = {
    now: () => 0,
    steady: () => 0,
    after: (ms, call) => {
      const timer = { ms, call };
      waiting.push(timer);
      return () => void waiting.splice(waiting.indexOf(timer), 1);
    },
  };
  const next = async () => {
    const timer = waiting.shift();
    timer?.call();
    // What the timer started are promises that settle at once.
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    return timer?.ms;
  };
  return { clock, waiting, next };
}

/** Answers one after the other, the last for ever. */
function watch(answers: readonly (typeof IDENTITY | ForgeError)[]) {
  const { log, lines } = recordedLog();
  const manual = manualClock();
  let count = 0;
  const ask = async () => {
    const answer = answers[Math.min(count, answers.length - 1)];
    count += 1;
    if (answer === undefined || answer instanceof Error) throw answer;
    return answer;
  };
  const stop = new AbortController();
  const watching = watchIdentity({ appId: 7, ask, clock: manual.clock, log, signal: stop.signal });
  return { watching, lines, stop, ...manual };
}

describe('who we are on GitHub', () => {
  it('is known from the start', async () => {
    const { watching, waiting } = watch([IDENTITY]);
    const found = await watching;
    expect([found.known(), found.problem()]).toEqual([IDENTITY, null]);
    expect(waiting).toEqual([]);
  });

  it.each([401, 404])('stops the start when GitHub answers %i', async (status) => {
    await expect(watch([refusal(status)]).watching).rejects.toThrow(
      'GitHub does not accept the private key for the App 7.',
    );
  });

  it('stops the start when the key is of another App', async () => {
    await expect(watch([{ ...IDENTITY, id: 8 }]).watching).rejects.toThrow(
      'The private key belongs to the App 8 (reviewer), and APP_ID is 7.',
    );
  });

  it.each([null, 500, 503, 403, 429])('is asked for again after %s, ever more slowly', async (status) => {
    const { watching, next } = watch([...Array.from({ length: 8 }, () => refusal(status)), IDENTITY]);
    const found = await watching;
    expect([found.known(), found.problem()]).toEqual([null, `GitHub said ${status}`]);
    const pauses = [];
    while (found.known() === null) pauses.push(await next());
    expect(pauses).toEqual([1_000, 2_000, 5_000, 15_000, 30_000, 60_000, 60_000, 60_000]);
    expect([found.known(), found.problem()]).toEqual([IDENTITY, null]);
  });

  it('is told and not asked again when GitHub comes back and refuses the key', async () => {
    const { watching, next, waiting, lines } = watch([refusal(503), refusal(401)]);
    const found = await watching;
    await next();
    expect(found.problem()).toBe('GitHub does not accept the private key for the App 7.');
    expect(waiting).toEqual([]);
    expect(lines.at(-1)).toContain('does not accept');
  });

  it('is not asked for any more after the stop', async () => {
    const { watching, waiting, stop } = watch([refusal(503)]);
    await watching;
    stop.abort();
    expect(waiting).toEqual([]);
  });
});
