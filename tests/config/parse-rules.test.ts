import { describe, expect, test } from 'vitest';
import { stringify as toYaml } from 'yaml';
import { GRAMMARS } from '../../src/adapters/grammar/languages.ts';
import { READERS } from '../../src/analyzers/readers/readers.ts';
import { checkRuleIds } from '../../src/config/check-rule-ids.ts';
import { readRuleFiles } from '../../src/config/load-rules.ts';
import { parseRules, type RuleOptions } from '../../src/config/parse-rules.ts';
import { RULE_LANGUAGES } from '../../src/config/rule-schema.ts';
import { problemLines } from './problem-lines.ts';

const FILE = '.github/multi-agent-review/rules/no-eval.yml';
const OWN: RuleOptions = { reviewer: null, builtIn: false };

const RULE = {
  id: 'no-eval',
  reviewer: 'security',
  title: 'Text is run as code',
  severity: 'high',
  category: 'code-execution',
  languages: ['javascript'],
  rule: { pattern: 'eval($CODE)' },
  message: '$CODE is run as code.',
  why: 'Whoever writes the text decides what runs.',
  'failure-scenario': 'A text such as process.exit() ends the program.',
  fix: 'Parse the text instead.',
  tests: { match: ['eval(x)'], 'no-match': [{ code: 'parse(x)', language: 'javascript', path: 'src/a.js' }] },
} as const;

/** YAML without anchors, which our files do not have. */
function stringify(value: object): string {
  return toYaml(value, { aliasDuplicateObjects: false });
}

/** The rule with some keys replaced; undefined takes a key out. */
function rule(changes: Readonly<Record<string, unknown>> = {}): string {
  return stringify({ ...RULE, ...changes });
}

/** Problems without places: where YAML is made from objects, lines say nothing. */
function messages(text: string, options: RuleOptions = OWN): readonly string[] {
  return parseRules(text, FILE, options).problems.map(({ key, message }) => `${key} | ${message}`);
}

describe('parseRules', () => {
  test('a file is one rule', () => {
    expect(parseRules(rule({ cwe: 'CWE-95', confidence: 90 }), FILE, OWN)).toMatchObject({
      problems: [],
      value: [
        {
          id: 'no-eval',
          reviewer: 'security',
          title: 'Text is run as code',
          severity: 'high',
          confidence: 90,
          category: 'code-execution',
          cwe: 'CWE-95',
          languages: ['javascript'],
          paths: [],
          rule: { pattern: 'eval($CODE)' },
          constraints: {},
          utils: {},
          failureScenario: 'A text such as process.exit() ends the program.',
          references: [],
          tests: {
            match: [{ code: 'eval(x)' }],
            noMatch: [{ code: 'parse(x)', language: 'javascript', path: 'src/a.js' }],
          },
          source: FILE,
          builtIn: false,
        },
      ],
    });
  });

  test('or a list of rules; a wrong one costs itself alone', () => {
    const text = stringify({
      rules: [RULE, { ...RULE, id: 'second', severity: 'bad' }, { ...RULE, id: 'third' }],
    });

    const { value, problems } = parseRules(text, FILE, OWN);

    expect(value.map(({ id }) => id)).toEqual(['no-eval', 'third']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      file: FILE,
      key: 'rules[1].severity',
      message: '"bad" is not one of critical, high, medium, low, info',
    });
  });

  test('in a folder of a reviewer the rules are its own', () => {
    const { value } = parseRules(rule({ reviewer: undefined }), 'reviewers/style/rules/a.yml', {
      reviewer: 'style',
      builtIn: true,
    });

    expect(value).toMatchObject([{ reviewer: 'style', builtIn: true }]);
  });

  test('all conditions of the format are read, nested as deep as people write', () => {
    const node = {
      any: [{ kind: 'call_expression' }, { kind: '=' }],
      all: [{ regex: '(?i)^eval' }],
      not: { matches: 'safe' },
      inside: { kind: 'program', stopBy: 'end' },
      has: {
        field: 'arguments',
        pattern: { context: 'f($A)', selector: 'arguments' },
        stopBy: { kind: 'function' },
      },
      follows: { kind: 'comment', stopBy: 'neighbor' },
      precedes: { kind: 'comment' },
    };
    const { value, problems } = parseRules(
      rule({ rule: node, utils: { safe: { kind: 'string' } }, constraints: { A: { regex: '^x' } } }),
      FILE,
      OWN,
    );

    expect(problems).toEqual([]);
    expect(value).toMatchObject([
      { rule: node, utils: { safe: { kind: 'string' } }, constraints: { A: { regex: '^x' } } },
    ]);
  });

  test.each<readonly [Readonly<Record<string, unknown>>, string]>([
    [
      { id: 'No_Eval' },
      'id | "No_Eval" is not a rule id of at most 80 characters in lower-case words joined by hyphens, such as "no-raw-sql"',
    ],
    [{ title: 'x'.repeat(81) }, `title | "${'x'.repeat(60)}…" is not a title of at most 80 characters`],
    [{ message: undefined }, 'message | missing; expected a sentence of at most 500 characters'],
    [{ fix: undefined }, 'fix | missing; expected text of at most 2000 characters'],
    [{ confidence: 101 }, 'confidence | 101 is not a whole number from 0 to 100'],
    [{ cwe: '95' }, 'cwe | "95" is not a weakness id such as "CWE-89"'],
    [{ references: ['http://x'] }, 'references[0] | "http://x" is not an address that begins with https://'],
    [
      { reviewer: undefined },
      'reviewer | missing; name the reviewer under which the rule is filed, such as "reviewer: security"',
    ],
    [
      { serverity: 'high' },
      'serverity | unknown key "serverity". Did you mean "severity"? Known keys: id, reviewer, title, severity, confidence, category, cwe, languages, paths, rule, constraints, begins-at, once-per-file, utils, message, why, failure-scenario, fix, references, tests',
    ],
    [
      { languages: ['javscript'] },
      `languages[0] | "javscript" is not one of ${RULE_LANGUAGES.join(', ')}. Did you mean "javascript"?`,
    ],
    [{ tests: { match: ['a'] } }, 'tests.no-match | missing; expected a list of 1 to 100 samples'],
    [{ tests: { match: [], 'no-match': ['a'] } }, 'tests.match | [] is not a list of 1 to 100 samples'],
    [
      { tests: { match: [{ cod: 'a' }], 'no-match': ['a'] } },
      'tests.match[0].code | missing; expected code of at most 4000 characters',
    ],
    [
      { rule: {} },
      'rule | the condition is empty; expected a condition: a map with pattern, kind, regex, any, all, not, matches, inside, has, follows or precedes',
    ],
    [
      { rule: { has: { stopBy: 'end' } } },
      'rule.has | the condition is empty; expected a condition: a map with pattern, kind, regex, any, all, not, matches, inside, has, follows or precedes',
    ],
    [
      { rule: { patern: 'a' } },
      'rule.patern | unknown key "patern". Did you mean "pattern"? Known keys: pattern, kind, regex, any, all, not, matches, inside, has, follows, precedes',
    ],
    [
      { rule: { inside: { kind: 'a', stopBy: 'ned' } } },
      'rule.inside.stopBy | "ned" is not "neighbor", "end" or a condition',
    ],
    [
      { rule: { inside: { kind: 'a', stopBy: { knid: 'b' } } } },
      'rule.inside.stopBy.knid | unknown key "knid". Did you mean "kind"? Known keys: pattern, kind, regex, any, all, not, matches, inside, has, follows, precedes',
    ],
    [{ rule: { any: [] } }, 'rule.any | [] is not a list of 1 to 100 conditions'],
    [
      { rule: { matches: 'saef' }, utils: { safe: { kind: 'a' } } },
      'rule.matches | there is no condition "saef" under utils. Did you mean "safe"? There are safe',
    ],
    [
      { rule: { kind: 'a' }, utils: { a: { not: { matches: 'b' } }, b: { matches: 'a' } } },
      'utils.a | these utils refer to each other in a circle: a → b → a',
    ],
    [
      { constraints: { code: { regex: 'a' } } },
      'constraints.code | "code" is not the name of a meta-variable without "$", such as NAME',
    ],
    [
      { languages: ['text'], rule: { regex: 'a', kind: 'b' } },
      'rule | rules for "text" are matched line by line and have "regex" alone, not kind, regex',
    ],
    [
      { languages: ['text', 'python'] },
      'languages | "text" already means every file; it stands alone or not at all',
    ],
    [
      { rule: { regex: '(?<!a)b' } },
      'rule.regex | "(?<!a)b": look-around such as "(?=…)" or "(?<!…)" is not supported, because expressions run in linear time (RE2 syntax); say it with not, inside, has, follows or precedes instead',
    ],
    [
      { rule: { regex: '(a)\\1' } },
      'rule.regex | "(a)\\1": back-references such as "\\1" are not supported, because expressions run in linear time (RE2 syntax); use the same meta-variable twice in a pattern instead',
    ],
    [
      { rule: { regex: '(a' } },
      'rule.regex | "(a": not a valid expression in RE2 syntax: missing closing ): `(a`',
    ],
    [
      { rule: { regex: 'a'.repeat(2001) } },
      `rule.regex | "${'a'.repeat(60)}…" is not a regular expression of at most 2000 characters`,
    ],
    [
      { rule: { regex: '(abcde){1000}' } },
      'rule.regex | "(abcde){1000}": the expression unfolds to 7000 steps, at most 4000 are allowed; use smaller counts in {…}',
    ],
  ])('%j', (changes, expected) => {
    const text = rule(changes);

    expect(messages(text)[0]).toBe(expected);
    expect(parseRules(text, FILE, OWN).value).toEqual([]);
  });

  test('names line and column of what is wrong deep inside', () => {
    const text = `rules:\n  - id: a\n    rule:\n      any:\n        - kind: x\n        - regx: y\n`;

    expect(problemLines(parseRules(text, FILE, OWN).problems)).toContain(
      '6:11 rules[0].rule.any[1].regx | unknown key "regx". Did you mean "regex"? Known keys: pattern, kind, regex, any, all, not, matches, inside, has, follows, precedes',
    );
  });

  test('a rule in a folder of another reviewer', () => {
    expect(messages(rule(), { reviewer: 'style', builtIn: true })).toEqual([
      'reviewer | "security" differs from the folder, which belongs to "style"; leave the key out',
    ]);
  });

  test.each([
    ['rules: 5', 'rules | this is not a list of rules; begin each with "- id: …"'],
    [
      'rules: []\nrule: {}\nid: a',
      'rule | unknown key "rule". A file is one rule, or has the keys rules and utils',
    ],
    ['- id: a', ' | this is a list; expected keys with values, such as "name: value"'],
    ['', ' | the file holds no settings at all'],
  ])('%j', (text, expected) => {
    expect(messages(text)[0]).toBe(expected);
  });

  test('the same id twice in a file names both lines', () => {
    const text = stringify({ rules: [RULE, RULE] });
    const second = text.indexOf('id: no-eval', text.indexOf('id: no-eval') + 1);

    const { value, problems } = parseRules(text, FILE, OWN);

    expect(value).toHaveLength(1);
    expect(problems).toEqual([
      {
        file: FILE,
        line: text.slice(0, second).split('\n').length,
        column: 5,
        key: 'rules[1].id',
        message: 'the id "no-eval" is already taken by the rule in line 2',
      },
    ]);
  });

  test('the expressions of one file are bounded together', () => {
    const rules = Array.from({ length: 60 }, (_, index) => ({
      ...RULE,
      id: `r-${index}`,
      rule: { regex: '\\pL{1000}' },
    }));

    const { value, problems } = parseRules(stringify({ rules }), FILE, OWN);

    expect(value).toHaveLength(30);
    expect(problems[0]?.message).toBe(
      '"\\pL{1000}": the expressions of this file are too large together; use smaller counts in {…} or split the file',
    );
  });

  test('every language with a grammar can have rules, and no other', () => {
    expect([...GRAMMARS.keys(), ...READERS.keys(), 'text'].toSorted()).toEqual(
      [...RULE_LANGUAGES].toSorted(),
    );
  });
});

describe('readRuleFiles', () => {
  const python = { ...RULE, languages: ['python'], rule: { matches: 'input' } };
  const file = (name: string, content: object) => ({ path: `rules/${name}`, text: stringify(content) });

  test('conditions are shared by file name, the nearest counts, and only what is used travels with a rule', () => {
    const { value, problems } = readRuleFiles(
      [
        file('web-python.yml', { rules: [{ ...python, id: 'a' }] }),
        file('own-python.yml', { utils: { input: { kind: 'own' } }, rules: [{ ...python, id: 'b' }] }),
        file('other.yml', {
          rules: [
            { ...python, id: 'c' },
            { ...python, id: 'd', utils: { input: { kind: 'mine' } } },
          ],
        }),
        file('utils-python.yml', { utils: { input: { any: [{ kind: 'py' }, { matches: 'base' }] } } }),
        file('utils.yml', {
          utils: { input: { kind: 'all' }, base: { kind: 'base' }, unused: { kind: 'x' } },
        }),
      ],
      { reviewer: 'security', builtIn: true },
    );

    expect(problems).toEqual([]);
    expect(Object.fromEntries(value.map(({ id, utils }) => [id, utils]))).toEqual({
      a: { input: { any: [{ kind: 'py' }, { matches: 'base' }] }, base: { kind: 'base' } },
      b: { input: { kind: 'own' } },
      c: { input: { kind: 'all' } },
      d: { input: { kind: 'mine' } },
    });
  });

  test('a mistake in shared conditions is told once', () => {
    const { problems } = readRuleFiles([file('utils.yml', { utils: { a: { regex: '(' } } })], OWN);

    expect(problemLines(problems)).toEqual([
      '3:12 utils.a.regex | "(": not a valid expression in RE2 syntax: missing closing ): `(`',
    ]);
  });
});

describe('checkRuleIds', () => {
  test('a user may not take the id of a built-in rule, nor an id twice', () => {
    const [builtIn] = parseRules(rule({ id: 'x' }), 'reviewers/a.yml', {
      reviewer: null,
      builtIn: true,
    }).value;
    const [first] = parseRules(rule({ id: 'x' }), 'one.yml', OWN).value;
    const [second, third] = ['two.yml', 'three.yml'].flatMap(
      (name) => parseRules(rule({ id: 'y' }), name, OWN).value,
    );
    const all = [first, second, third, builtIn].filter((each) => each !== undefined);

    expect(checkRuleIds(all, () => ({ line: 4, column: 2 }))).toEqual([
      {
        file: 'one.yml',
        line: 4,
        column: 2,
        key: 'id',
        message:
          'the id "x" belongs to a built-in rule; choose another, and switch the built-in one off with "rules: { x: off }" if yours replaces it',
      },
      {
        file: 'three.yml',
        line: 4,
        column: 2,
        key: 'id',
        message: 'the id "y" is already taken by a rule in two.yml',
      },
    ]);
  });
});
