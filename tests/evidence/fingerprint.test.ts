import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, normaliseCode, shortIds } from '../../src/evidence/fingerprint.ts';

const PARTS = {
  category: 'injection',
  pathAtBase: 'src/a.ts',
  code: 'db.query( sql );',
  symbol: 'search',
  ordinal: 0,
};

describe('fingerprint', () => {
  it('is the same on every machine and for ever: a change of the recipe needs another prefix', () => {
    expect(fingerprintOf(PARTS)).toBe('f1:0bb0a262ec1ea7387cceac20');
  });

  it('does not change with spacing, line ends and trailing commas', () => {
    for (const code of ['db.query(sql);', '\tdb.query(sql)', 'db . query ( sql ) ;', 'db.query(sql),\r']) {
      expect(fingerprintOf({ ...PARTS, code })).toBe(fingerprintOf(PARTS));
    }
  });

  it('changes with everything that identifies a finding', () => {
    const others = [
      { ...PARTS, category: 'xss' },
      { ...PARTS, pathAtBase: 'src/b.ts' },
      { ...PARTS, code: 'db.query(other);' },
      { ...PARTS, symbol: 'load' },
      { ...PARTS, ordinal: 1 },
    ];
    expect(new Set([PARTS, ...others].map(fingerprintOf)).size).toBe(6);
  });

  it('does not let words that touch become one word', () => {
    expect(normaliseCode('return value')).not.toBe(normaliseCode('returnvalue'));
  });

  it('normalises once: a second time changes nothing', () => {
    fc.assert(fc.property(fc.string(), (code) => normaliseCode(normaliseCode(code)) === normaliseCode(code)));
  });
});

describe('short ids', () => {
  it('are eight characters, longer only where two would be the same', () => {
    const a = `f1:${'a'.repeat(40)}`;
    const b = `f1:${'a'.repeat(10)}${'b'.repeat(30)}`;
    const c = `f1:${'c'.repeat(40)}`;
    const ids = shortIds([a, b, c, a]);
    expect([ids.get(a), ids.get(b), ids.get(c)]).toEqual([
      'a'.repeat(11),
      `${'a'.repeat(10)}b`,
      'c'.repeat(8),
    ]);
  });

  it('are unique and begin their fingerprint', () => {
    const hash = fc.stringMatching(/^[0-3]{40}$/).map((hex) => `f1:${hex}`);
    fc.assert(
      fc.property(fc.uniqueArray(hash, { maxLength: 60 }), (fingerprints) => {
        const ids = shortIds(fingerprints);
        expect(new Set(ids.values()).size).toBe(fingerprints.length);
        for (const [fingerprint, id] of ids) expect(fingerprint.slice(3).startsWith(id)).toBe(true);
      }),
    );
  });
});
