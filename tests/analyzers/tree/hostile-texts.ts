import type { RequiredText } from '../../../src/analyzers/tree/required-text.ts';

const MEGABYTE = 1_000_000;

/** One line of 1 MB each: what R26 names, and constructs that make matching expensive. */
export function hostileLines(language: string): ReadonlyMap<string, string> {
  const fill = (piece: string, rest = '') =>
    piece.repeat(Math.floor((MEGABYTE - rest.length) / piece.length)) + rest;
  const half = MEGABYTE / 2;
  const lines = new Map([
    ['letters', fill('a')],
    ['spaces', fill(' ')],
    ['open brackets', fill('[')],
    ['nested brackets', '['.repeat(half) + ']'.repeat(half)],
    ['open parentheses', fill('(')],
    ['nested parentheses', `${'('.repeat(half)}a${')'.repeat(half)}`],
    ['open braces', fill('{')],
    ['a list', `[${fill('a,', 'a]')}`],
    ['a sum', fill('a+', 'a')],
    ['a sum of strings', fill('"a"+', 'a')],
    ['nested calls', `${'a('.repeat(MEGABYTE / 3)}${')'.repeat(MEGABYTE / 3)}`],
    ['a chain of calls', `a${fill('.a()')}`],
    ['one string', `"${fill('a', '""')}"`],
    ['calls', fill('a(b);')],
    ['equal assignments', fill('a=a;')],
  ]);
  if (language === 'python') {
    lines.set('quotes', fill('"'));
    lines.set('a comment', `#${fill(' ')}`);
  } else {
    lines.set('nested functions', `${'()=>'.repeat(100_000)}a`);
    lines.set('blocks', '{'.repeat(half) + '}'.repeat(half));
    lines.set('templates', fill('`'));
    lines.set('a comment', `//${fill(' ')}`);
    lines.set('declarations', fill('let a=b;'));
  }
  return lines;
}

/** All words that rules look for, so that hostile text passes every filter. */
export function wordsOf(required: RequiredText): readonly string[] {
  if (required === null) return [];
  if (typeof required === 'string') return [required];
  return ('all' in required ? required.all : required.any).flatMap(wordsOf);
}
