import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectPatterns, compilePatterns } from '../../../src/analyzers/tree/collect-patterns.ts';
import { literalsOfRegex } from '../../../src/analyzers/tree/literals-of-regex.ts';
import { meets, requiredText } from '../../../src/analyzers/tree/required-text.ts';
import { makeWordSearch } from '../../../src/analyzers/tree/word-search.ts';
import type { Rule, RuleNode } from '../../../src/config/rule.ts';
import { grammars, makeRule } from './run-rule.ts';

describe('literals of an expression', () => {
  it.each<[string, readonly string[] | null]>([
    ['^(eval|exec)$', ['eval', 'exec']],
    ['createHash', ['createHash']],
    ['^crypto\\.createHash$', ['crypto.createHash']],
    ['query$|^execute', ['query', 'execute']],
    ['(?:md5|sha1)sum', ['md5', 'sha1']],
    ['foo.*barbaz', ['barbaz']],
    ['colou?r', ['colo']],
    ['abcd*', ['abc']],
    ['(abcd)?x', null],
    ['(?i)eval', null],
    ['[abc]+', null],
    ['eval|x', null],
    ['\\x41bcd', null],
    ['a{2}bcd', ['bcd']],
    ['', null],
  ])('%s gives %j', (source, literals) => {
    expect(literalsOfRegex(source)).toEqual(literals);
  });

  it.each([
    '^(eval|exec)$',
    'colou?rful(s|ly)+',
    '(abc|(def)?ghi|jkl[mno]pqr)stu',
    'a+bcd{2,3}efg',
    '[|)(]abc|def\\|ghi',
    '(one|two)?three(four|five){0}six',
    'abc\\.def\\(',
    'x|yyyy',
    '(?:(?:(?:(?:(?:(?:abcdef))))))',
    '[\\]abc]def',
    '[^]]abc',
  ])('every text that matches %s holds one of them', (source) => {
    const regex = new RegExp(source);
    const literals = literalsOfRegex(source);
    fc.assert(
      fc.property(fc.stringMatching(regex), (text) => {
        expect(literals === null || literals.some((literal) => text.includes(literal))).toBe(true);
      }),
    );
  });
});

describe('required text of a rule', () => {
  async function needs(condition: RuleNode, more: Partial<Rule> = {}): Promise<(text: string) => boolean> {
    const rule = makeRule(condition, more);
    const required = requiredText(
      rule,
      'javascript',
      await compilePatterns(collectPatterns([rule]), grammars),
    );
    return (text) => meets(required, (word) => text.includes(word));
  }

  it('names of a pattern, all of them', async () => {
    const met = await needs({ pattern: 'child_process.exec($X)' });

    expect([met('child_process .exec'), met('child_process'), met('exec')]).toEqual([true, false, false]);
  });

  it('one alternative of any, nothing of not', async () => {
    const any = await needs({ any: [{ pattern: 'eval($X)' }, { pattern: 'exec($X)' }] });
    const not = await needs({ kind: 'identifier', not: { pattern: 'harmless' } });

    expect([any('eval'), any('exec'), any('other'), not('other')]).toEqual([true, true, false, true]);
  });

  it('related nodes and utils', async () => {
    const utils = { sink: { pattern: 'dangerous($X)' } };
    const met = await needs({ kind: 'identifier', inside: { matches: 'sink', stopBy: 'end' } }, { utils });

    expect([met('dangerous'), met('other')]).toEqual([true, false]);
  });

  it('constraints on variables that are always bound, and on no others', async () => {
    const constraints = { M: { regex: '^createHash$' } };
    const bound = await needs({ pattern: '$X.$M()' }, { constraints });
    const perhaps = await needs({ any: [{ pattern: '$X.$M()' }, { kind: 'string' }] }, { constraints });

    expect([bound('createHash'), bound('other'), perhaps('other')]).toEqual([true, false, true]);
  });
});

describe('word search', () => {
  it('says what String.includes says', () => {
    const piece = fc.constantFrom('ab', 'abc', 'eval', 'x', '😀', 'é', ' ', '\n');
    const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, fc.array(texts, { maxLength: 5 }), (text, words) => {
        const has = makeWordSearch(text);
        for (const word of [...words, ...words]) expect(has(word)).toBe(text.includes(word));
      }),
    );
  });
});
