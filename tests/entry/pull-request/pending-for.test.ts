import { describe, expect, it } from 'vitest';
import { makePendingFor, pendingFor } from '../../../src/entry/pull-request/pending-for.ts';
import { ForgeError } from '../../../src/errors.ts';
import type { SeenStatus } from '../../../src/ports.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const status = (more: Partial<SeenStatus> = {}): SeenStatus => ({
  state: 'pending',
  description: 'reviewing',
  targetUrl: null,
  creatorId: 1,
  creator: 'bot',
  createdAt: '2026-11-21T11:40:00Z',
  ...more,
});

describe('how long a commit was pending', () => {
  it('is the age of its pending status', () => {
    expect(pendingFor(status(), NOW)).toBe(20 * 60_000);
  });

  it.each([
    ['no status', null],
    ['an ended review', status({ state: 'success' })],
    ['a draft', status({ description: 'draft: reviewed when ready' })],
    ['no time', status({ createdAt: 'yesterday' })],
    ['a time to come', status({ createdAt: '2026-11-22T12:00:00Z' })],
  ])('is not known of %s', (_name, seen) => {
    expect(pendingFor(seen, NOW)).toBeNull();
  });

  it('is not worth a failed review', async () => {
    const warnings: string[] = [];
    const log = {
      debug: () => undefined,
      info: () => undefined,
      warn: (text: string) => void warnings.push(text),
    };
    const reader = {
      conversation: () =>
        Promise.reject(
          new ForgeError('forge-unavailable', 'no', 'try again', { status: 500, maybeDone: false }),
        ),
    };
    const ask = makePendingFor(reader, { clock: { now: () => NOW }, log });
    expect(await ask(AbortSignal.timeout(1_000))).toBeNull();
    expect(warnings).toHaveLength(1);
  });
});
