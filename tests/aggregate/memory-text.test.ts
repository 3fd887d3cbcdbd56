import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMemory, writeMemory } from '../../src/aggregate/memory-text.ts';
import type { ReviewMemory } from '../../src/model.ts';
import { makeRaised } from '../evidence/make-raised.ts';

const MEMORY: ReviewMemory = {
  head: 'a'.repeat(40),
  base: 'b'.repeat(40),
  baseLabel: 'main',
  configDigest: 'c',
  modelsDigest: 'm',
  rounds: 3,
  finished: ['security'],
  files: new Set(['k1', 'k2']),
  glanced: new Set(['g1']),
  seenHead: 'e'.repeat(40),
  signatures: new Set(['s1']),
  lines: new Set(['0123456789', 'abcdefabcd']),
  findings: [
    {
      fingerprint: `f1:${'1'.repeat(24)}`,
      codeKey: 'c',
      placeKey: 'p',
      state: 'fixed',
      fixedBy: 'd'.repeat(40),
      reviewer: 'security',
      ruleId: 'r',
      origin: 'model',
      severity: 'high',
      title: 'Title',
      path: 'src/a.ts',
      line: 3,
      side: 'new',
    },
  ],
  carried: [
    {
      ...makeRaised({ origin: 'model', suggestion: 'x' }),
      verdict: 'confirmed',
      symbol: 'load',
      agreedBy: ['style'],
    },
  ],
};

describe('R21 a memory is checked field by field', () => {
  it('comes back as it was written', () => {
    expect(readMemory(writeMemory(MEMORY))).toEqual(MEMORY);
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['a missing field', JSON.stringify({ ...JSON.parse(writeMemory(MEMORY)), head: undefined })],
    ['a wrong type', JSON.stringify({ ...JSON.parse(writeMemory(MEMORY)), rounds: '3' })],
    ['a negative count', JSON.stringify({ ...JSON.parse(writeMemory(MEMORY)), rounds: -1 })],
    ['an unknown severity', writeMemory(MEMORY).replace('"severity":"high"', '"severity":"worst"')],
    ['a wrong fingerprint', writeMemory(MEMORY).replace('f1:', 'zz:')],
    ['keys of lines that are none', writeMemory(MEMORY).replace('0123456789abcdefabcd', '0123456789abc')],
    ['too long a text', `${' '.repeat(2_000_001)}`],
  ])('%s is no memory', (_name, text) => {
    expect(readMemory(text)).toBeNull();
  });

  it('never throws and never pollutes', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        readMemory(text);
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      }),
    );
    expect(readMemory(writeMemory(MEMORY).replace('{', '{"__proto__":{"polluted":1},'))).toEqual(MEMORY);
  });
});
