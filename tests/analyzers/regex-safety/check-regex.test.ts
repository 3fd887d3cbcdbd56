import { describe, expect, it } from 'vitest';
import { checkRegex } from '../../../src/analyzers/regex-safety/check-regex.ts';
import { findAmbiguity } from '../../../src/analyzers/regex-safety/find-ambiguity.ts';
import { parseRegex } from '../../../src/analyzers/regex-safety/parse-regex.ts';
import { processorNow } from '../processor-time.ts';

const growthOf = (pattern: string) => {
  const node = parseRegex(pattern);
  return node === null ? 'not understood' : findAmbiguity(node).growth;
};

describe('catastrophic regular expressions', () => {
  it.each([
    '^(a+)+$',
    '^(a|a)*$',
    '(x+x+)+y',
    '(a|b|ab)*c',
    '^(\\d+|\\d+\\.\\d*)+$',
    '^([a-zA-Z0-9]+\\s?)*$',
    '^(\\w+\\s?)*$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '^(\\s*\\w+\\s*)*;$',
    '^([\\/\\w \\.-]*)*\\/?$',
    '(?:[^<]+|<[^/])*?\\n</x',
    '^(.*,)*end$',
    '^(?:a?b?)*c$',
    '^(0|00)+1$',
    '(?<word>[a-z]+)+\\d',
    '^((ab)*)*c',
    '(\\w|\\d)+:',
    '^(?:.*a){3,}$',
    '(a+)+|(b+)+$',
    '(\\w+)+\\b',
  ])('finds exponential growth in %s', (pattern) => {
    expect(checkRegex(pattern)).toMatchObject({ growth: 'exponential' });
  });

  it.each(['\\d+\\d+x', '^a*a*$', '.*.*=.*;', '^\\w+\\w*$', '^(\\d+)(\\d*)x'])(
    'finds polynomial growth in %s',
    (pattern) => {
      expect(checkRegex(pattern)).toMatchObject({ growth: 'polynomial' });
    },
  );

  it.each([
    '^[a-z]+@[a-z]+\\.[a-z]+$',
    '^(?:[^"\\\\]|\\\\.)*$',
    '"(?:[^"\\\\]|\\\\.)*"',
    '\\s*,\\s*',
    '^\\s+|\\s+$',
    '.*foo.*',
    '<.*?>.*?</.*?>',
    '^v?\\d+(\\.\\d+)*$',
    '^[a-z]+(-[a-z]+)*$',
    '^(?:\\w+\\.)*\\w+;$',
    '(foo|for|fob)*x',
    '^(\\w+,)*\\w+$',
    '[-\\w]+(?:\\.[-\\w]+)*@',
    '^\\s*(\\w+)\\s*=\\s*(.*)$',
    '(a+)+',
    '^(?:x[0-9]{0,3})*$',
    'a*a*b?',
    '^#(.*)\\n(.*)$',
    '^(?:\\d{1,3}\\.){3}\\d{1,3}$',
    '^(?:a|b|c)+$',
    '^(?:ab|ac)*d$',
    '\\[[^\\]]*\\]',
    '-?\\d*\\.?\\d+',
  ])('leaves %s alone', (pattern) => {
    expect(checkRegex(pattern)).toBeNull();
  });

  it.each(['(?=a+)+b', '(a)\\1+$', '\\p{L}+', '(?i)a', '(', '[a', 'a**', ''])(
    'says nothing about %s, which it does not understand',
    (pattern) => {
      expect(checkRegex(pattern)).toBeNull();
    },
  );

  it('shows a text to repeat that the doubled part accepts', () => {
    const unsafe = checkRegex('^(?:ab|a|b)*c$');

    expect(unsafe?.pump).toMatch(/^(?:ab|ba){1,2}$/);
  });

  it('names the part that matches in two ways', () => {
    expect(checkRegex('^x(?:y(a+)+)*z$')?.part).toBe('(a+)+');
    expect(checkRegex('^x\\d+\\d+y')?.part).toBe('\\d+');
  });

  it('takes a pattern that is too large for unknown', () => {
    expect(growthOf('(?:a{1,50}b{1,50}){1,40}')).toBe('unknown');
    expect(checkRegex(`(${'a'.repeat(600)}+)+$`)).toBeNull();
  });

  it('judges any pattern of 500 characters in bounded time', () => {
    const start = processorNow();
    for (const unit of ['(a+', '(a|', '[a-z]*', 'a?', '(', '.*', '\\w+\\s*', '((a*)*']) {
      const body = unit.repeat(Math.floor(240 / unit.length));
      checkRegex(`${body}${')'.repeat((body.match(/\(/g) ?? []).length)}+$`);
    }
    expect(processorNow() - start).toBeLessThan(5_000);
  });
});
