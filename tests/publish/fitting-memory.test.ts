import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeStateSeal } from '../../src/adapters/state/make-state-seal.ts';
import type { CarriedFinding, ReviewMemory } from '../../src/model.ts';
import { EMPTY_STATE, readComment, withState } from '../../src/publish/comment-state.ts';
import { makeRaised } from '../evidence/make-raised.ts';

const key = { seal: makeStateSeal('secret'), about: '1/2' };
const keys = (count: number, length: number, seed: string): ReadonlySet<string> =>
  new Set(
    Array.from({ length: count }, (_, index) =>
      createHash('sha256').update(`${seed}${index}`).digest('hex').slice(0, length),
    ),
  );
const carried = (count: number): readonly CarriedFinding[] =>
  Array.from({ length: count }, (_, index) => ({
    ...makeRaised({ origin: 'model', explanation: [...keys(1, 64, `text${index}`)].join() }),
    verdict: 'confirmed',
    symbol: '',
    agreedBy: [],
  }));
const memory = (more: Partial<ReviewMemory>): ReviewMemory => ({
  head: 'a'.repeat(40),
  base: 'b'.repeat(40),
  baseLabel: 'main',
  configDigest: 'c',
  modelsDigest: 'm',
  rounds: 6,
  finished: ['security'],
  files: keys(20, 32, 'file'),
  glanced: new Set(),
  seenHead: 'a'.repeat(40),
  signatures: new Set(),
  lines: keys(1_500, 10, 'line'),
  findings: [],
  carried: [],
  ...more,
});

function kept(more: Partial<ReviewMemory>) {
  const body = withState('text', { ...EMPTY_STATE, memory: memory(more) }, key);
  const hidden = body.length - 'text'.length;
  return { hidden, memory: readComment(body, key).state?.memory ?? null };
}

describe('what does not fit into the state', () => {
  it('is nothing for as many lines as are remembered at all', () => {
    const { hidden, memory: read } = kept({});
    expect(read).toEqual(memory({}));
    expect(hidden).toBeLessThan(14_000);
  });

  it('goes, the keys of lines first, then what models said, then the keys of files', () => {
    const some = kept({ carried: carried(250) });
    expect(some.memory).toMatchObject({ rounds: 6, finished: ['security'] });
    expect(some.memory?.lines.size).toBe(0);
    expect(some.memory?.carried).toHaveLength(250);
    const more = kept({ carried: carried(2_000) });
    expect(more.memory).toMatchObject({ rounds: 6, finished: [], carried: [] });
    expect(more.memory?.files.size).toBe(20);
    const most = kept({ carried: carried(2_000), files: keys(2_000, 32, 'file') });
    expect(most.memory?.rounds).toBe(6);
    expect(most.memory?.files.size).toBe(0);
    for (const { hidden } of [some, more, most]) expect(hidden).toBeLessThan(20_200);
  });
});
