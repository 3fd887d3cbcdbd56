import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeStateSeal } from '../../../src/adapters/state/make-state-seal.ts';

const seal = makeStateSeal('a secret');

describe('R21 the state in a comment is believed only with our signature', () => {
  it('opens what it packed, signed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(seal.open(seal.pack(text, '1/2'), '1/2')).toEqual({ text, isSigned: true });
      }),
    );
  });

  it('is not signed with another key, without a key, about something else, or when altered', () => {
    const packed = seal.pack('{"head":"a"}', '1/2');
    expect(makeStateSeal('another').open(packed, '1/2')?.isSigned).toBe(false);
    expect(makeStateSeal(null).open(packed, '1/2')?.isSigned).toBe(false);
    expect(seal.open(packed, '1/3')?.isSigned).toBe(false);
    expect(seal.open(makeStateSeal('').pack('x', '1/2'), '1/2')).toEqual({ text: 'x', isSigned: false });
    const [signature] = packed.split('.');
    const forged = deflateRawSync('{"head":"b"}').toString('base64');
    expect(seal.open(`${signature}.${forged}`, '1/2')).toEqual({ text: '{"head":"b"}', isSigned: false });
  });

  it('opens nothing that is damaged or grows too large', () => {
    const bomb = deflateRawSync(Buffer.alloc(3_000_000)).toString('base64');
    for (const packed of ['', '.', 'a.', `0.${bomb}`, '0.not!base64', `0.${'A'.repeat(70_000)}`])
      expect(seal.open(packed, '1/2')).toBeNull();
  });

  it('survives Markdown and an HTML comment', () => {
    const packed = seal.pack(randomBytes(600).toString('hex'), '1/2');
    expect(packed).toMatch(/^[\w+/=]+\.[\w+/=]+$/);
  });
});
