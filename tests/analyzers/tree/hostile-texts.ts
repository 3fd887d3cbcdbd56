import type { RequiredText } from '../../../src/config/rule.ts';

/** R26 names this size for lines of one character. */
const MEGABYTE = 1_000_000;
/** Code that makes matching expensive has more nodes than such lines; the suite shall end too. */
const CODE = 200_000;

/** Languages whose comments begin with `#`. */
export const HASH_COMMENTS: ReadonlySet<string> = new Set(['python', 'ruby']);

/** What stands before a hostile line, so that statements may stand there. */
export function opening(language: string): string {
  if (language === 'go') return 'package a\nfunc f() {\n';
  return language === 'java' ? 'class A { void f() {\n' : '';
}

/** Long lines: those that R26 names, and constructs that make matching expensive. */
export function hostileLines(language: string): ReadonlyMap<string, string> {
  const fill = (piece: string, last = '') => piece.repeat(Math.floor(CODE / piece.length)) + last;
  const nest = (open: string, close: string) => open.repeat(CODE / 2) + close.repeat(CODE / 2);
  const script = !HASH_COMMENTS.has(language);
  return new Map([
    ...['a', ' ', '"', '['].map((one) => [`"${one}"`, one.repeat(MEGABYTE)] as const),
    ['brackets', nest('[', ']')],
    ['parentheses', nest('(', ')')],
    ['a list', `[${fill('a,', 'a]')}`],
    ['a sum of strings', fill('"a"+', 'a')],
    ['nested calls', `${'a('.repeat(CODE / 3)}a${')'.repeat(CODE / 3)}`],
    ['a chain of calls', `a${fill('.a()')}`],
    ['short chains of calls', fill(`a${'.a()'.repeat(30)};`)],
    ['calls with long names', fill(`${'a'.repeat(120)}(b);`)],
    ['one string', `"${'a'.repeat(CODE)}"`],
    ['assignments', fill('a=a;')],
    ['a comment', `${script ? '//' : '#'}${' '.repeat(CODE)}`],
    ['functions in functions', script ? `${'()=>'.repeat(CODE / 4)}a` : 'lambda:'.repeat(CODE / 8)],
    ['templates', script ? fill('`') : fill('"')],
  ]);
}

/** All words that rules look for, so that hostile text passes every filter. */
export function wordsOf(required: RequiredText): readonly string[] {
  if (required === null) return [];
  if (typeof required === 'string') return [required];
  return ('all' in required ? required.all : required.any).flatMap(wordsOf);
}
