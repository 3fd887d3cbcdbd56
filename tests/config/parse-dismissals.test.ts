import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadConfiguration } from '../../src/config/load-configuration.ts';
import { parseDismissals } from '../../src/config/parse-dismissals.ts';
import { problemLines } from './problem-lines.ts';

const FILE = '.github/multi-agent-review/dismissals.yml';
const F = (digit: string | number) => `f1:${String(digit).padStart(24, '0')}`;
const parse = (text: string) => parseDismissals(text, FILE);
const problems = (text: string) => problemLines(parse(text).problems);
const GOOD = `- fingerprint: ${F('a')}
  reason: fine
  by: alice
`;

describe('what can be said', () => {
  it('one finding, as the tool prints it', () => {
    const text = `# kept short
- fingerprint: ${F(1)}
  scope: finding        # or file, rule
  rule: sql-from-input
  path: src/db/search.ts
  reason: the name comes from a closed list
  by: alice
  until: 2027-06-30     # optional
`;
    expect(parse(text)).toEqual({
      problems: [],
      value: [
        {
          fingerprint: F(1),
          scope: 'finding',
          ruleId: 'sql-from-input',
          path: 'src/db/search.ts',
          reason: 'the name comes from a closed list',
          by: 'alice',
          until: '2027-06-30',
          origin: 'file',
          source: 'dismissals.yml:2',
        },
      ],
    });
  });

  it('a rule in a file and a rule everywhere, without a fingerprint', () => {
    const { value, problems } = parse(
      '- { scope: file, rule: model/logic, path: a.ts, reason: r, by: "renovate[bot]" }\n- { scope: rule, rule: no-loop, reason: r, by: bob }\n',
    );
    expect(problems).toEqual([]);
    expect(value).toMatchObject([
      {
        scope: 'file',
        ruleId: 'model/logic',
        path: 'a.ts',
        fingerprint: '',
        until: null,
        by: 'renovate[bot]',
      },
      { scope: 'rule', ruleId: 'no-loop', fingerprint: '', source: 'dismissals.yml:2' },
    ]);
  });

  it.each(['', '# nothing yet\n', '[]', '---\n'])('nothing: %j', (text) => {
    expect(parse(text)).toEqual({ value: [], problems: [] });
  });
});

describe('mistakes are named with their line, and cost their entry only', () => {
  it.each<readonly [name: string, entry: string, problem: string]>([
    [
      'no fingerprint',
      '- reason: r\n  by: bob',
      '1:3 [0].fingerprint | missing; expected the fingerprint, which scope "finding" needs',
    ],
    [
      'no path',
      '- scope: file\n  rule: x\n  reason: r\n  by: bob',
      '1:3 [0].path | missing; expected the path, which scope "file" needs',
    ],
    [
      'no rule',
      '- scope: rule\n  reason: r\n  by: bob',
      '1:3 [0].rule | missing; expected the rule, which scope "rule" needs',
    ],
    [
      'no reason',
      `- fingerprint: ${F(1)}\n  by: bob`,
      '1:3 [0].reason | missing; expected a reason of at most 200 characters',
    ],
    [
      'a blank reason',
      `- fingerprint: ${F(1)}\n  by: bob\n  reason: "  "`,
      '3:11 [0].reason | "  " is not a reason of at most 200 characters',
    ],
    [
      'a short id',
      '- fingerprint: 3fa9c21b\n  reason: r\n  by: bob',
      '1:16 [0].fingerprint | "3fa9c21b" is not a fingerprint such as "f1:" and 24 hexadecimal digits, as reports show it',
    ],
    [
      'no such day',
      `${GOOD.replace(F('a'), F(1))}  until: 2027-02-30`,
      '4:10 [0].until | "2027-02-30" is not a date such as 2027-06-30',
    ],
    [
      'no date',
      `${GOOD.replace(F('a'), F(1))}  until: 2027`,
      '4:10 [0].until | 2027 is not a date such as 2027-06-30',
    ],
    [
      'a slip in a key',
      `${GOOD.replace(F('a'), F(1))}  untill: 2027-06-30`,
      '4:3 [0].untill | unknown key "untill". Did you mean "until"? Known keys: fingerprint, scope, rule, path, reason, by, until',
    ],
    [
      'another scope',
      `${GOOD.replace(F('a'), F(1))}  scope: files`,
      '4:10 [0].scope | "files" is not one of finding, file, rule. Did you mean "file"?',
    ],
    [
      'no login',
      `- fingerprint: ${F(1)}\n  reason: r\n  by: the team`,
      '3:7 [0].by | "the team" is not a login such as alice, without "@"',
    ],
    [
      'an alias',
      `${GOOD.replace(F('a'), F(1))}  until: *never`,
      '4:10 [0].until | the alias "*never" is not supported; write the value out',
    ],
    [
      'a key twice',
      `${GOOD.replace(F('a'), F(1))}  by: eve`,
      '4:3 [0].by | the key "by" was already given in line 3, which counts',
    ],
  ])('%s', (_name, entry, problem) => {
    const { value } = parse(`${entry}\n${GOOD}`);
    expect(problems(`${entry}\n${GOOD}`)).toContain(problem);
    expect(value.map(({ fingerprint }) => fingerprint)).toEqual([F('a')]);
  });

  it('an entry that is no map', () => {
    expect(problems(`- ${F(1)}\n${GOOD}`)).toEqual([
      `1:3 [0] | "${F(1)}" is not a map with the keys fingerprint, scope, rule, path, reason, by, until`,
    ]);
    expect(parse(`- ${F(1)}\n${GOOD}`).value).toHaveLength(1);
  });

  it('a map in place of the list', () => {
    expect(problems('dismissals: []')).toEqual([
      '1:1  | this is not a list of dismissals; begin each with "- fingerprint: …"',
    ]);
  });

  it('the same twice: the first counts, and the second names it', () => {
    const text = `${GOOD}- fingerprint: ${F('a')}\n  reason: other\n  by: bob\n- { scope: rule, rule: x, reason: r, by: bob }\n- { scope: rule, rule: x, path: a, reason: s, by: bob }\n`;
    expect(parse(text).value.map(({ reason }) => reason)).toEqual(['fine', 'r']);
    expect(problems(text)).toEqual([
      '4:3 [1] | the same was already dismissed in line 1, which counts; keep one of the two',
      '8:3 [3] | the same was already dismissed in line 7, which counts; keep one of the two',
    ]);
  });

  it('where more is wrong than is listed, nothing is used: an entry could have lost its end', () => {
    const ends = Array.from(
      { length: 60 },
      (_, index) => `- { fingerprint: "${F(index)}", reason: r, by: b, until: *x }\n`,
    );
    expect(parse(ends.join('')).value).toEqual([]);
    expect(parse(ends.join('')).problems).toHaveLength(51);
  });
});

describe('R27 limits', () => {
  const many = (count: number) =>
    Array.from(
      { length: count },
      (_, index) =>
        `- fingerprint: ${F(index)}\n  scope: finding\n  rule: sql-built-from-input\n  path: src/db/some/folder/search-${index}.ts\n  reason: the name comes from a closed list, see the docs\n  by: alice\n  until: 2027-06-30\n`,
    ).join('');

  it('2,000 entries are read; the next is not, and that is said', () => {
    expect(parse(many(2_000))).toMatchObject({ problems: [], value: { length: 2_000 } });
    expect(parse(many(2_001)).value).toHaveLength(2_000);
    expect(problems(many(2_001))).toEqual([
      '1:1  | a file has at most 2000 dismissals, this one has 2001; the others were not read',
    ]);
  });

  it.each([
    ['an alias bomb', `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n`],
    ['an alias bomb in a list', `- &a [x, x]\n- &b [*a, *a]\n- &c [*b, *b]\n`],
    ['depth', '['.repeat(100_000)],
    ['too many bytes', `- ${'x'.repeat(600_000)}`],
    ['too many tokens', '- a\n'.repeat(100_000)],
    ['mistakes', '- ,\n'.repeat(30_000)],
    ['reserved keys', '- __proto__: { reason: r }\n  constructor: x\n'],
  ])('%s is refused in bounded time', (_name, text) => {
    const began = performance.now();
    const { value, problems } = parse(text);
    expect(value).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(Object.hasOwn(Object.prototype, 'reason')).toBe(false);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(Array.isArray(parse(`- ${text}`).value)).toBe(true);
      }),
    );
  });
});

describe('as part of the configuration', () => {
  const load = (files: Readonly<Record<string, string>>) =>
    loadConfiguration(new Map(Object.entries(files)), { reviewers: [], workflows: [], rules: [] });

  it('problems are problems of the configuration, the good entries hold', () => {
    const { dismissals, problems } = load({ [FILE]: `- by: bob\n${GOOD}` });
    expect(dismissals).toHaveLength(1);
    expect(problems.filter(({ file }) => file !== '')).toMatchObject([
      { file: FILE, line: 1, key: '[0].reason' },
    ]);
  });

  it('changes the digest', () => {
    expect(load({ [FILE]: GOOD }).digest).not.toBe(load({}).digest);
    expect(load({ [FILE]: GOOD }).digest).not.toBe(load({ [FILE]: '[]' }).digest);
  });

  it('takes no room from the other files', () => {
    const { problems } = load({
      [FILE]: `# ${'x'.repeat(500_000)}\n`,
      '.github/multi-agent-review.yml': `# ${'x'.repeat(60_000)}\n`,
    });
    expect(problems.filter(({ message }) => message.includes('all configuration together'))).toEqual([]);
  });
});
