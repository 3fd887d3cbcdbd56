import { describe, expect, it } from 'vitest';
import { makeSecretFilter, mapTexts } from '../../src/render/secret-filter.ts';

/** Looks like a key and is none: made here, so that no scanner takes the file for a leak. */
const SECRET = `sk-${'fake'}-${[3, 5, 7, 11, 13, 17, 19].map((seed) => (seed * 104_729 + 99_991).toString(36).toUpperCase() + seed.toString(36)).join('_x')}`;
const reverse = (text: string) => [...text].reverse().join('');
const encode = (text: string, encoding: 'base64' | 'base64url' | 'hex') =>
  Buffer.from(text).toString(encoding);
const hex = encode(SECRET, 'hex');
const percent = hex.replace(/../g, '%$&');
const hide = makeSecretFilter([SECRET]);

const FORMS: readonly (readonly [name: string, form: string])[] = [
  ['as it is', SECRET],
  ['without its last seven characters', SECRET.slice(0, -7)],
  ['without its first seven characters', SECRET.slice(7)],
  ['in base64', encode(SECRET, 'base64').replace(/=+$/, '')],
  ['in base64 for addresses', encode(SECRET, 'base64url')],
  ['in hexadecimal', hex],
  ['in upper-case hexadecimal', hex.toUpperCase()],
  ['percent-encoded', percent],
  ['percent-encoded in upper case', percent.toUpperCase()],
  ['as part of an address', encodeURIComponent(SECRET)],
];

describe('R14 own secrets never leave', () => {
  it.each([
    ...FORMS,
    ...FORMS.map(([name, form]) => [`reversed, ${name}`, reverse(form)] as const),
    ['reversed, then in hexadecimal', encode(reverse(SECRET), 'hex')] as const,
    ['reversed, then in base64', encode(reverse(SECRET), 'base64').replace(/=+$/, '')] as const,
  ])('%s', (_name, form) => {
    const told = hide(`before ${form}, after`);
    expect(told).toMatch(/^before .{0,8}\[hidden\].{0,8}, after$/);
    for (let start = 0; start + 12 <= form.length; start += 1)
      expect(told).not.toContain(form.slice(start, start + 12));
  });

  it.each([0, 1, 2])('in base64 of a text in which it begins at byte %i of a group', (offset) => {
    const text = encode(`${'.'.repeat(offset)}${SECRET}${'.'.repeat(offset)}`, 'base64');
    expect(hide(text).length).toBeLessThan(20);
    expect(hide(reverse(text)).length).toBeLessThan(20);
  });

  it('any twelve characters of it, in every form', () => {
    for (let start = 0; start + 12 <= SECRET.length; start += 1) {
      const part = SECRET.slice(start, start + 12);
      expect(hide(`<${part}>`)).toBe('<[hidden]>');
      expect(hide(`<${reverse(part)}>`)).toBe('<[hidden]>');
      expect(hide(`<${encode(part, 'hex')}>`)).toBe('<[hidden]>');
      expect(hide(`<${reverse(encode(part, 'hex'))}>`)).toBe('<[hidden]>');
      expect(hide(encode(part, 'base64'))).toContain('[hidden]');
      expect(hide(reverse(encode(part, 'base64')))).toContain('[hidden]');
    }
  });

  it.each([
    ['a zero-width space', '\u200b'],
    ['a soft hyphen', '\u00ad'],
    ['a tag', '\u{e0041}'],
    ['a control character', '\u0000'],
    ['several of them', '\u2060\ufeff\u200d'],
  ])('split by %s', (_name, gap) => {
    expect(hide(`a${gap}b <${[...SECRET].join(gap)}> c`)).toBe(`a${gap}b <[hidden]> c`);
  });

  it('hides each of several, and as often as they stand there', () => {
    const other = reverse(hex).slice(0, 20);
    const both = makeSecretFilter([SECRET, other]);
    expect(both(`${SECRET} ${other} ${SECRET}`)).toBe('[hidden] [hidden] [hidden]');
  });

  it('takes a secret out of every text of a value and leaves all else', () => {
    const value = { path: `a/${SECRET}`, lines: [1, `x ${hex}`], none: null, nested: { side: 'new' } };
    expect(mapTexts(value, hide)).toEqual({
      path: 'a/[hidden]',
      lines: [1, 'x [hidden]'],
      none: null,
      nested: { side: 'new' },
    });
  });
});

describe('what is no secret stays as it is', () => {
  it.each([
    ['a commit', 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334'],
    ['another hash', encode(`${SECRET.length} of another`, 'hex').repeat(2)],
    ['code', 'const key = process.env.API_KEY ?? await readSecret("sk-");\n\tcall(key);'],
    ['eleven characters of it', SECRET.slice(5, 16)],
    ['text with invisible characters', 'soft\u00adhyphen, zero\u200bwidth, \u{e0041}tag, e\u0301'],
    ['emoji and broken halves', '👩‍👩‍👧 \ud800 \udc00'],
    ['nothing', ''],
  ])('%s', (_name, text) => {
    expect(hide(text)).toBe(text);
  });

  it('no secret, or one too short to be told from words, hides nothing', () => {
    expect(makeSecretFilter([])('password')).toBe('password');
    expect(makeSecretFilter(['', 'unset'])('unset is a word')).toBe('unset is a word');
  });
});

describe('time grows with the length of the text alone', () => {
  it.each([
    ['beginnings of the secret', SECRET.slice(0, 11)],
    ['the secret again and again', SECRET],
    ['invisible characters', '\u200b'],
    ['ordinary code', 'export const answer = 42;\n'],
  ])('a megabyte of %s', (_name, part) => {
    const timeOf = (length: number) => {
      const text = part.repeat(Math.ceil(length / part.length));
      const start = performance.now();
      hide(text);
      return performance.now() - start;
    };
    timeOf(100_000);
    // Quadratic work would take a hundred times as long for ten times the text, and minutes for a megabyte.
    expect(timeOf(1_000_000)).toBeLessThan(5_000);
  });
});
