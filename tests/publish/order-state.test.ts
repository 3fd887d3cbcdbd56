import { describe, expect, it } from 'vitest';
import { makeStateSeal } from '../../src/adapters/state/make-state-seal.ts';
import type { Order, RememberedFinding, ReviewMemory } from '../../src/model.ts';
import { EMPTY_STATE, readComment, withOrders, withState } from '../../src/publish/comment-state.ts';
import { standingOrders } from '../../src/publish/order-state.ts';

const HEAD = 'a'.repeat(40);
const OTHER = 'b'.repeat(40);
const FINGERPRINT = `f1:${'3fa9c21b'.repeat(3)}`;
const place = { commentId: 12, commentKind: 'conversation', line: 'c'.repeat(32) } as const;
const pause: Order = { ...place, kind: 'pause' };
const override: Order = { ...place, kind: 'override', head: HEAD };
const dismiss: Order = { ...place, commentKind: 'review', kind: 'dismiss', fingerprint: FINGERPRINT };
const memoryWith = (findings: readonly Pick<RememberedFinding, 'fingerprint' | 'state'>[]) => ({ findings });
const key = { seal: makeStateSeal('secret'), about: '1/2' };

const MEMORY: ReviewMemory = {
  head: HEAD,
  base: OTHER,
  baseLabel: 'main',
  configDigest: 'c',
  modelsDigest: 'm',
  rounds: 1,
  seenHead: HEAD,
  finished: ['security'],
  files: new Set(['k'.repeat(20)]),
  glanced: new Set(),
  signatures: new Set(['s'.repeat(20)]),
  lines: new Set(),
  findings: [],
  carried: [],
};

describe('R21 recording an order', () => {
  it('keeps what we signed, and signs nothing of what others wrote', () => {
    const state = { ...EMPTY_STATE, head: HEAD, memory: MEMORY };
    const foreign = { ...key, seal: makeStateSeal('of somebody else') };
    const afterwards = (from: typeof key) =>
      readComment(withOrders(readComment(withState('text', state, from), key), [pause], [], key), key);
    expect(afterwards(key)).toMatchObject({ isSigned: true, state: { orders: [pause], memory: MEMORY } });
    const unsigned = { ...key, seal: makeStateSeal(null) };
    const read = readComment(withState('text', state, unsigned), unsigned);
    const again = readComment(withOrders(read, [pause], [], unsigned), unsigned);
    expect(again).toMatchObject({ isSigned: false, state: { memory: MEMORY } });
    const forged = afterwards(foreign);
    expect(forged).toMatchObject({ text: 'text', isSigned: true, state: { orders: [pause] } });
    expect(forged.state?.memory).toMatchObject({ finished: [], carried: [], files: new Set() });
  });
});

describe('orders in the state of a comment', () => {
  it('come back as they were written, with the commands that were obeyed', () => {
    const state = {
      ...EMPTY_STATE,
      orders: [pause, override, dismiss],
      obeyed: [{ commentId: 9, at: 1_000 }],
    };
    expect(readComment(withState('text', state, key), key).state).toMatchObject(state);
  });

  it.each([
    ['a kind that is none', { ...pause, kind: 'approve' }],
    ['no line', { ...pause, line: undefined }],
    ['an override of no commit', { ...override, head: 'main' }],
    ['a dismissal of no finding', { ...dismiss, fingerprint: '*' }],
    ['a negative comment', { ...pause, commentId: -1 }],
    ['a list', [pause]],
    ['null', null],
  ])('R21: %s is no order', (_name, order) => {
    const text = JSON.stringify({ v: 3, head: HEAD, report: 'r', text: 't', orders: [order, pause] });
    const body = `text\n\n<!-- multi-agent-review state ${key.seal.pack(text, key.about)} -->`;
    expect(readComment(body, key).state?.orders).toEqual([pause]);
  });

  it('end: an override with its commit, a dismissal with the code of its finding', () => {
    const was = memoryWith([{ fingerprint: FINGERPRINT, state: 'dismissed' }]);
    const gone = memoryWith([{ fingerprint: FINGERPRINT, state: 'fixed' }]);
    const all = [pause, override, dismiss];
    expect(standingOrders(all, HEAD, was, was)).toEqual(all);
    expect(standingOrders(all, OTHER, was, was)).toEqual([pause, dismiss]);
    expect(standingOrders(all, HEAD, was, gone)).toEqual([pause, override]);
    expect(standingOrders(all, HEAD, was, memoryWith([]))).toEqual([pause, override]);
  });

  it('a dismissal that was given after the last review stands', () => {
    const open = memoryWith([{ fingerprint: FINGERPRINT, state: 'open' }]);
    expect(standingOrders([dismiss], HEAD, open, open)).toEqual([dismiss]);
    expect(standingOrders([dismiss], HEAD, null, open)).toEqual([dismiss]);
    expect(standingOrders([dismiss], HEAD, null, null)).toEqual([dismiss]);
  });
});
