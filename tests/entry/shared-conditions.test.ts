import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileBuiltIns } from '../../scripts/compile-built-ins.ts';
import { packRules, unpackRules } from '../../src/entry/shared-conditions.ts';

const { rules } = compileBuiltIns(join(import.meta.dirname, '..', '..'));

describe('rules in the file that ships', () => {
  it('are the same when they are loaded', () => {
    const loaded: unknown = JSON.parse(JSON.stringify(packRules(rules)));
    expect(unpackRules(loaded as ReturnType<typeof packRules>)).toEqual(rules);
  });

  it('hold every shared condition once', () => {
    const { utils } = packRules(rules);
    const texts = utils.map((node) => JSON.stringify(node));
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.join('').length * 3).toBeLessThan(JSON.stringify(rules.map((rule) => rule.utils)).length);
  });

  it('are refused when a condition is missing', () => {
    const packed = packRules(rules);
    expect(() => unpackRules({ ...packed, utils: packed.utils.slice(1) })).toThrow('no shared condition');
  });
});
