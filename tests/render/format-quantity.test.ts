import { describe, expect, it } from 'vitest';
import { cutLine, cutPath, cutText } from '../../src/render/cut-text.ts';
import { byteLength } from '../../src/render/fit-budget.ts';
import {
  formatCount,
  formatDollars,
  formatDuration,
  formatList,
  formatNumber,
  formatTokens,
} from '../../src/render/format-quantity.ts';
import { revealHiddenText } from '../../src/render/reveal-hidden-text.ts';

describe('quantities in words', () => {
  it.each([
    [formatNumber(0), '0'],
    [formatNumber(1_234_567), '1,234,567'],
    [formatCount(0, 'finding'), 'no findings'],
    [formatCount(1, 'critical finding'), '1 critical finding'],
    [formatCount(2_000, 'finding'), '2,000 findings'],
    [formatDuration(0), '0 s'],
    [formatDuration(3), '<0.1 s'],
    [formatDuration(412), '0.4 s'],
    [formatDuration(3_100), '3.1 s'],
    [formatDuration(59_999), '1 min 0 s'],
    [formatDuration(65_000), '1 min 5 s'],
    [formatDuration(3_725_000), '1 h 2 min'],
    [formatTokens(0), '0'],
    [formatTokens(900), '900'],
    [formatTokens(1_200), '1.2k'],
    [formatTokens(9_990), '10k'],
    [formatTokens(14_020), '14k'],
    [formatTokens(1_250_000), '1.3M'],
    [formatDollars(0), '$0'],
    [formatDollars(0.0004), '<$0.001'],
    [formatDollars(0.0131), '$0.013'],
    [formatDollars(1.239), '$1.24'],
    [formatList(['a']), 'a'],
    [formatList(['a', 'b', 'c']), 'a, b and c'],
    [formatList(['a', 'b', 'c', 'd'], 2), 'a, b and 2 more'],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});

describe('cut texts', () => {
  it('say how much is missing and never halve a character', () => {
    expect(cutText('abc', 3)).toBe('abc');
    expect(cutText('abcdef', 3)).toBe('abc… (3 more characters)');
    expect(cutLine('ab🎉', 4)).toBe('ab🎉');
    expect(cutLine('ab🎉c', 4)).toBe('ab…');
    expect(cutPath('src/very/long/path.ts', 10)).toBe('…g/path.ts');
    expect(cutPath('a🎉bcd', 5)).toBe('…bcd');
  });

  it('bytes are counted as UTF-8 has them', () => {
    for (const text of ['abc', 'é', '漢', '🎉', 'a\u0000\uffff']) {
      expect(byteLength(text)).toBe(new TextEncoder().encode(text).length);
    }
  });
});

describe('hidden text is shown', () => {
  it.each([
    ['admin\u202e', 'admin⟦U+202E⟧'],
    ['a\u200bb', 'a⟦U+200B⟧b'],
    ['\u{e0041}\u{e0042}', '⟦U+E0041⟧⟦U+E0042⟧'],
    ['\u{e0041}'.repeat(900), '⟦900 hidden characters from U+E0041⟧'],
    ['\ud83d alone', '⟦U+D83D⟧ alone'],
    ['1\ufe0f', '1⟦U+FE0F⟧'],
  ])('%j', (text, expected) => {
    expect(revealHiddenText(text)).toBe(expected);
    expect(revealHiddenText(expected)).toBe(expected);
  });

  it.each(['👩‍💻', '❤️‍🔥', '👍🏽', '1️⃣', 'می‌خواهم', 'क्‍ष', 'naïve café', '日本語', 'tab\tand\nline'])(
    '%s stays',
    (text) => {
      expect(revealHiddenText(text)).toBe(text);
    },
  );
});
