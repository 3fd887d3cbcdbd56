import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showText, showValue } from '../../src/config/show-value.ts';
import { suggest } from '../../src/config/suggest.ts';

describe('showValue', () => {
  test.each([
    ['text', '"text"'],
    ['a\nb\tc\r\u001b[31m', '"a\\nb\\tc\\u{d}\\u{1b}[31m"'],
    ['\u202e\u200b\u{e0041}\ufe0f\u3164\u2028', '"\\u{202e}\\u{200b}\\u{e0041}\\u{fe0f}\\u{3164}\\u{2028}"'],
    ['x'.repeat(61), `"${'x'.repeat(60)}…"`],
    ['é漢🎉', '"é漢🎉"'],
    [5, '5'],
    [true, 'true'],
    [null, 'nothing'],
    [['a', 1], '["a",1]'],
    [{ a: { b: 'x'.repeat(100) } }, `{"a":{"b":"${'x'.repeat(49)}…`],
  ])('%j', (value, expected) => {
    expect(showValue(value)).toBe(expected);
  });

  test('every text becomes one short line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(showText(text)).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{0,600}$/u);
      }),
    );
  });
});

describe('suggest', () => {
  test.each([
    ['hihg', ['high', 'low'], 'high'],
    ['failOn', ['fail-on', 'drafts'], 'fail-on'],
    ['fail_on', ['fail-on', 'drafts'], 'fail-on'],
    ['FAIL-ON', ['fail-on', 'drafts'], 'fail-on'],
    ['of', ['off', 'low'], 'off'],
    ['on', ['off', 'low'], null],
    ['xyzzy', ['off', 'low'], null],
    ['', ['a'], 'a'],
    ['a'.repeat(65), ['a'.repeat(64)], null],
  ])('%s of %j is %s', (word, candidates, expected) => {
    expect(suggest(word, candidates)).toBe(expected);
  });
});
