import { describe, expect, it } from 'vitest';
import type { EarlierReview, ReviewMemory } from '../../../src/model.ts';
import { type ChangeKeys, decideExtent } from '../../../src/plan/incremental/decide-extent.ts';

const NOW: ChangeKeys = {
  base: 'b'.repeat(40),
  baseLabel: 'main',
  configDigest: 'c',
  modelsDigest: 'm',
  reviewers: ['security', 'style'],
  files: new Map([
    ['a.ts', 'ka'],
    ['b.ts', 'kb'],
    ['c.ts', 'kc'],
  ]),
  signatures: new Map([
    ['a.ts', 'sa'],
    ['b.ts', 'sb'],
  ]),
  isSensitive: (path) => path.startsWith('auth/'),
  usersOf: (path) => (path === 'a.ts' ? ['b.ts', 'elsewhere.ts'] : []),
};

function earlier(memory: Partial<ReviewMemory> = {}, more: Partial<EarlierReview> = {}): EarlierReview {
  return {
    memory: {
      head: 'h',
      base: NOW.base,
      baseLabel: 'main',
      configDigest: 'c',
      modelsDigest: 'm',
      rounds: 1,
      finished: ['security', 'style'],
      files: new Set(NOW.files.values()),
      glanced: new Set(),
      seenHead: 'h',
      signatures: new Set(NOW.signatures.values()),
      lines: new Set(),
      findings: [],
      carried: [],
      ...memory,
    },
    isTrusted: true,
    widenBecause: [],
    reviewersAgain: [],
    fullWhenUnchanged: false,
    linesSince: null,
    isAutomatic: true,
    ...more,
  };
}

function asked(before: EarlierReview | null, reviewer = 'security', now = NOW): readonly string[] {
  const extent = decideExtent(now, before);
  return [...now.files.keys()].filter((path) => extent.asks(reviewer, path));
}

describe('how much is looked at again', () => {
  it('nothing when nothing changed', () => {
    expect(decideExtent(NOW, earlier()).kind).toBe('changed');
    expect(asked(earlier())).toEqual([]);
  });

  it('the file that changed', () => {
    expect(asked(earlier({ files: new Set(['ka', 'kb']) }))).toEqual(['c.ts']);
  });

  it('with the users of a function whose signature changed, and not otherwise', () => {
    expect(asked(earlier({ files: new Set(['kb', 'kc']) }))).toEqual(['a.ts']);
    expect(asked(earlier({ files: new Set(['kb', 'kc']), signatures: new Set(['old']) }))).toEqual([
      'a.ts',
      'b.ts',
    ]);
  });

  it('all files of a reviewer that did not finish or is asked for by name', () => {
    const unfinished = earlier({ finished: ['style'] });
    expect(asked(unfinished)).toHaveLength(3);
    expect(asked(unfinished, 'style')).toEqual([]);
    const named = earlier({}, { reviewersAgain: ['style'] });
    expect(asked(named, 'style')).toHaveLength(3);
    expect(asked(named)).toEqual([]);
  });

  it('everything when somebody asked and nothing changed', () => {
    expect(decideExtent(NOW, earlier({}, { fullWhenUnchanged: true }))).toMatchObject({ kind: 'full' });
    const changed = earlier({ files: new Set(['ka', 'kb']) }, { fullWhenUnchanged: true });
    expect(asked(changed)).toEqual(['c.ts']);
    const unfinished = earlier({ finished: ['style'] }, { fullWhenUnchanged: true });
    expect(asked(unfinished, 'style')).toEqual([]);
  });
});

describe('R21 state that is not proven ours never narrows a review', () => {
  it.each([
    ['no earlier review', null, /no earlier review/],
    ['no signature', earlier({}, { isTrusted: false }), /not signed/],
    ['base moved', earlier({ base: 'd'.repeat(40) }), /base moved from ddddddd to bbbbbbb/],
    ['base branch changed', earlier({ baseLabel: 'dev' }), /from dev to main/],
    ['configuration', earlier({ configDigest: 'x' }), /configuration/],
    ['no model before', earlier({ modelsDigest: null }), /asked no model/],
    ['other models', earlier({ modelsDigest: 'x' }), /other models/],
    ['from outside', earlier({}, { widenBecause: ['it was reopened'] }), /it was reopened/],
  ])('%s: everything, with the reason', (_name, before, reason) => {
    const extent = decideExtent(NOW, before);
    expect(extent.kind).toBe('full');
    expect(extent.reasons.join()).toMatch(reason);
    expect(extent.carried).toEqual([]);
    expect(asked(before)).toHaveLength(3);
  });
});

describe('a small push', () => {
  const names = ['correctness', 'security', 'style'];
  const now: ChangeKeys = { ...NOW, reviewers: names };
  const finding = { path: 'c.ts', reviewer: 'style', agreedBy: ['security'] };
  const pushed = (memory: Partial<ReviewMemory> = {}, more: Partial<EarlierReview> = {}) =>
    earlier({ finished: names, files: new Set(['ka', 'kb']), ...memory }, { linesSince: 10, ...more });
  const who = (review: EarlierReview, keys = now) =>
    names.filter((name) => asked(review, name, keys).includes('c.ts'));

  it('is shown to the reviewer of trivial changes alone, and said', () => {
    expect(who(pushed())).toEqual(['correctness']);
    expect(decideExtent(now, pushed()).glance).toEqual({ lines: 10, reviewers: ['correctness'] });
  });

  it('and to those who found something in its files', () => {
    const carried = [finding] as unknown as ReviewMemory['carried'];
    expect(who(pushed({ carried }))).toEqual(names);
  });

  it('is not shown twice, and to all once more has come together', () => {
    expect(who(pushed({ glanced: new Set(['kc']) }))).toEqual([]);
    expect(who(pushed({ glanced: new Set(['kc']) }, { linesSince: 11 }))).toEqual(names);
  });

  it.each([
    ['nobody knows how small it is', pushed({}, { linesSince: null }), now],
    ['a person asked', pushed({}, { fullWhenUnchanged: true }), now],
    ['it touches a sensitive path', pushed(), { ...now, isSensitive: (path: string) => path === 'c.ts' }],
    ['it changes a signature', pushed(), { ...now, signatures: new Map([['c.ts', 'other']]) }],
    ['the reviewer of trivial changes does not run', pushed(), { ...now, reviewers: ['security', 'style'] }],
  ])('is shown to all when %s', (_why, review, keys) => {
    expect(who(review, keys)).toEqual(names);
    expect(decideExtent(keys, review).glance).toBeUndefined();
  });
});
