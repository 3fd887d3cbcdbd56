import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/config/default-settings.ts';
import { parseSettings } from '../../src/config/parse-settings.ts';
import { problemLines } from './problem-lines.ts';

const FILE = '.github/multi-agent-review.yml';
const KEYS =
  'model, reviewers, rules, paths, instructions, thresholds, fail-on, on-incomplete, drafts, skip, budgets, language, workflow, commands, escalation, convergence, never-send, advisories, sarif-gates';
const NAME = 'a name of at most 40 characters in lower-case words joined by hyphens, such as "api-design"';

describe('parseSettings', () => {
  test('reads every key', () => {
    const text = `
model: required
reviewers: [security, style, security]
rules: { no-eval: off, long-function: info }
paths: [src/**, "!**/*.snap"]
instructions: |
  We use tabs.
thresholds: { shown: 3, min-confidence: 70 }
fail-on: never
on-incomplete: success
drafts: true
skip: { labels: [wip], authors: ["renovate[bot]"], titles: [chore], paths: [docs/**] }
budgets: { agent-seconds: 60, run-seconds: 90, run-tokens: 1000, run-dollars: 0.05, month-dollars: 20 }
language: pt-BR
workflow: deep
commands: { enabled: false, cooldown-seconds: 5, per-day: 7 }
escalation: { paths: [core/**], pending-minutes: 30 }
convergence: { rounds: 2 }
never-send: [private/**]
advisories: off
sarif-gates: true
`;

    const { value, problems } = parseSettings(text, FILE);

    expect(problems).toEqual([]);
    expect(value).toEqual({
      advisories: 'off',
      model: 'required',
      reviewers: ['security', 'style'],
      rules: new Map([
        ['no-eval', 'off'],
        ['long-function', 'info'],
      ]),
      paths: ['src/**', '!**/*.snap'],
      instructions: 'We use tabs.\n',
      thresholds: { shown: 3, minConfidence: 70 },
      failOn: 'never',
      onIncomplete: 'success',
      drafts: true,
      skip: { labels: ['wip'], authors: ['renovate[bot]'], titles: ['chore'], paths: ['docs/**'] },
      budgets: { agentSeconds: 60, runSeconds: 90, runTokens: 1000, runDollars: 0.05, monthDollars: 20 },
      language: 'pt-BR',
      workflow: 'deep',
      commands: { enabled: false, cooldownSeconds: 5, perDay: 7 },
      escalation: { paths: ['core/**'], pendingMinutes: 30 },
      convergence: { rounds: 2 },
      neverSend: [...DEFAULT_SETTINGS.neverSend, 'private/**'],
      sarifGates: true,
    });
  });

  test.each(['', '\n', '# only words\n', '---\n# a comment\n', '\uFEFF# byte order mark\r\n', '{}'])(
    '%j leaves the defaults',
    (text) => {
      expect(parseSettings(text, FILE)).toMatchObject({ value: DEFAULT_SETTINGS, problems: [] });
    },
  );

  test('a part of a section leaves the other defaults of it', () => {
    const { value } = parseSettings('budgets:\n  run-seconds: 60\n', FILE);

    expect(value.budgets).toEqual({ ...DEFAULT_SETTINGS.budgets, runSeconds: 60 });
  });

  test.each([
    [
      'fail-on: hihg',
      '1:10 fail-on | "hihg" is not one of critical, high, medium, low, info, never. Did you mean "high"?',
    ],
    ['model: false', '1:8 model | false is not one of auto, required, off'],
    ['drafts: "yes"', '1:9 drafts | "yes" is not true or false'],
    ['failOn: high', `1:1 failOn | unknown key "failOn". Did you mean "fail-on"? Known keys: ${KEYS}`],
    [
      '\n\n  tresholds: 1',
      `3:3 tresholds | unknown key "tresholds". Did you mean "thresholds"? Known keys: ${KEYS}`,
    ],
    ['xyzzy: 1', `1:1 xyzzy | unknown key "xyzzy". Known keys: ${KEYS}`],
    [
      'thresholds:\n  shwon: 3',
      '2:3 thresholds.shwon | unknown key "shwon". Did you mean "shown"? Known keys: shown, min-confidence',
    ],
    ['thresholds:\n  shown: 3.5', '2:10 thresholds.shown | 3.5 is not a whole number from 0 to 100'],
    ['thresholds: {shown: 101}', '1:21 thresholds.shown | 101 is not a whole number from 0 to 100'],
    ['budgets: {run-dollars: .nan}', '1:24 budgets.run-dollars | NaN is not a number from 0 to 1000'],
    [
      'budgets:',
      '1:9 budgets | no value is given; expected a map with the keys agent-seconds, run-seconds, run-tokens, run-dollars, month-dollars',
    ],
    ['skip: docs', '1:7 skip | "docs" is not a map with the keys labels, authors, titles, paths'],
    ['reviewers: []', '1:12 reviewers | [] is not a list of 1 to 30 reviewer names'],
    ['reviewers: everyone', '1:12 reviewers | "everyone" is not "all" or a list of reviewer names'],
    ['reviewers: [Security]', `1:13 reviewers[0] | "Security" is not ${NAME}`],
    [
      'paths: ["*.{ts,js}"]',
      '1:9 paths[0] | "*.{ts,js}": braces are not supported; write one pattern for each alternative',
    ],
    [
      'paths: src/**',
      '1:8 paths | "src/**" is not a list of at most 100 path patterns, such as "src/**" or "!**/*.snap"',
    ],
    [
      'rules:\n  SQL: off',
      '2:3 rules.SQL | "SQL" is not a rule id of at most 80 characters in lower-case words joined by hyphens, such as "no-raw-sql"',
    ],
    [
      'rules: {no-eval: hgih}',
      '1:18 rules.no-eval | "hgih" is not one of off, critical, high, medium, low, info. Did you mean "high"?',
    ],
    [
      'language: "en\\u202e\\nx"',
      '1:11 language | "en\\u{202e}\\nx" is not a language tag such as "en" or "pt-BR"',
    ],
    [`workflow: ${'a'.repeat(500)}`, `1:11 workflow | "${'a'.repeat(60)}…" is not ${NAME}`],
    ['drafts: {a: [1, {b: c}]}', '1:9 drafts | {"a":[1,{"b":"c"}]} is not true or false'],
    [
      'drafts: true\ndrafts: false',
      '2:1 drafts | the key "drafts" was already given in line 1, which counts',
    ],
    [
      'paths: &p [a]\nnever-send: *p',
      '2:13 never-send | the alias "*p" is not supported; write the value out',
    ],
    ['drafts: !js true', '1:13 drafts | the tag "!js" is not supported; write a plain value'],
    ['- model: off', '1:1  | this is a list; expected keys with values, such as "name: value"'],
    ['off', '1:1  | this is a single value; expected keys with values, such as "name: value"'],
    ['model: off\n---\nmodel: auto', '2:1  | a second YAML document starts here; write everything into one'],
    ['? [a, b]\n: 1', '1:3  | not valid YAML, so nothing of this file is used: a key must be plain text'],
  ])('%j', (text, expected) => {
    expect(problemLines(parseSettings(text, FILE).problems)).toEqual([expected]);
  });

  test('a syntax error names its place and costs the file', () => {
    const { value, problems } = parseSettings('model: off\npaths: [a\nfail-on: high\n', FILE);

    expect(value).toEqual(DEFAULT_SETTINGS);
    expect(problems[0]).toMatchObject({ file: FILE, line: 3, key: '' });
    expect(problems[0]?.message).toMatch(/^not valid YAML, so nothing of this file is used: /);
  });

  test('one wrong entry costs that entry, the others count', () => {
    const text =
      'fail-on: hihg\nmodel: off\npaths: [src/**, 5, lib/**]\nrules: {a: off, b: of}\nthresholds: {shown: x, min-confidence: 9}\nwhat: 1\n';

    const { value, problems } = parseSettings(text, FILE);

    expect(problems.map((problem) => problem.key)).toEqual([
      'fail-on',
      'paths[1]',
      'rules.b',
      'thresholds.shown',
      'what',
    ]);
    expect(value).toEqual({
      ...DEFAULT_SETTINGS,
      model: 'off',
      paths: ['src/**', 'lib/**'],
      rules: new Map([['a', 'off']]),
      thresholds: { shown: DEFAULT_SETTINGS.thresholds.shown, minConfidence: 9 },
    });
  });

  test('a list that lost its only entry is one problem, not two', () => {
    const { value, problems } = parseSettings('reviewers: [5]', FILE);

    expect(problemLines(problems)).toEqual([`1:13 reviewers[0] | 5 is not ${NAME}`]);
    expect(value.reviewers).toBeNull();
  });

  test('more than fifty problems are counted', () => {
    const { problems } = parseSettings(`paths: [${'1, '.repeat(70)}]`, FILE);

    expect(problems).toHaveLength(51);
    expect(problems.at(-1)?.message).toBe('and 20 more problems in this file');
  });

  test('properties of every text: no throw, no pollution, settings of the right shape', () => {
    const word = fc.constantFrom(
      ...KEYS.split(', '),
      '__proto__',
      'constructor',
      'prototype',
      'shown',
      '*a',
      '&a',
      '!x',
      '<<',
    );
    const glue = fc.constantFrom(
      ': ',
      '\n',
      '\n  ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '- ',
      '"',
      '|',
      '#',
      '? ',
      '\t',
      '\0',
      '\r\n',
    );
    const mixture = fc
      .array(fc.oneof(word, glue, fc.string({ maxLength: 5 })), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(mixture, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const { value, problems } = parseSettings(text, FILE);

        expect(Object.keys(value)).toEqual(Object.keys(DEFAULT_SETTINGS));
        expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('shown');
        expect(value.rules).toBeInstanceOf(Map);
        for (const problem of problems) {
          expect(problem.message).not.toMatch(/[\p{Cc}\p{Cf}\u{2028}]/u);
          expect(problem.key).not.toMatch(/[\p{Cc}\p{Cf}\u{2028}]/u);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('R16 the endpoint is not for the repository to choose', () => {
  test.each([
    'base-url',
    'base_url',
    'baseURL',
    'BASE_URL',
    'api-base',
    'api_base',
    'apiBase',
    'endpoint',
    'provider',
    'proxy',
    'https_proxy',
    'anthropic-base-url',
    'openai',
    'host',
    'headers',
  ])('"%s" is refused by name, at the top and inside of sections', (key) => {
    for (const [text, path] of [
      [`model: off\n${key}: http://169.254.169.254`, key],
      [`model: off\nbudgets:\n  ${key}: x`, `budgets.${key}`],
    ] as const) {
      const { value, problems } = parseSettings(text, FILE);

      expect(value).toEqual({ ...DEFAULT_SETTINGS, model: 'off' });
      expect(problems).toEqual([
        {
          file: FILE,
          line: path === key ? 2 : 3,
          column: path === key ? 1 : 3,
          key: path,
          message: `the key "${key}" is refused: where the model is reached is never read from repository configuration, because whoever may edit a file could then send the model key and the code elsewhere. Set ANTHROPIC_BASE_URL in the environment of the workflow step, the App or the command line instead`,
        },
      ]);
    }
  });

  test.each([
    'api-key',
    'apiKey',
    'anthropic-api-key',
    'ANTHROPIC_API_KEY',
    'token',
    'auth_token',
    'secret',
    'key',
  ])('"%s" is refused and its value is not repeated', (key) => {
    const { problems } = parseSettings(`${key}: do-not-repeat-me`, FILE);

    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(
      /is refused: credentials are never read from repository configuration/,
    );
    expect(JSON.stringify(problems)).not.toContain('do-not-repeat-me');
  });

  test('ordinary slips are not taken for it', () => {
    expect(parseSettings('keyword: 1', FILE).problems[0]?.message).toMatch(/^unknown key/);
    expect(parseSettings('rules: { hardcoded-api-key: off }', FILE).problems).toEqual([]);
  });
});

describe('R27 config safety', () => {
  const KB64 = 64 * 1024;
  const bombs: readonly (readonly [string, string])[] = [
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((key, index) => `${key}: &${key} [${`*${'abcdefgh'[index]},`.repeat(9)}]`)
        .join('\n')}\npaths: *i`,
    ],
    ['10 MB', 'paths: [a]\n'.repeat(1_000_000)],
    ['10 MB in one line', 'a'.repeat(10_000_000)],
    ['64 KB of open brackets', '['.repeat(KB64)],
    ['64 KB of open braces', '{'.repeat(KB64)],
    ['64 KB of nested maps', '{a: '.repeat(KB64 / 4)],
    ['64 KB of nested lists', '- '.repeat(KB64 / 2)],
    ['64 KB of nested keys', '? '.repeat(KB64 / 2)],
    ['64 KB of commas', `[${','.repeat(19_000)}`],
    ['64 KB of closing brackets', ']'.repeat(KB64)],
    ['64 KB of directives', '%a\n'.repeat(KB64 / 4)],
    ['64 KB of documents', '---\n'.repeat(KB64 / 4)],
    ['64 KB of quotes', '"'.repeat(KB64)],
    ['64 KB of line feeds', '\n'.repeat(KB64)],
    ['64 KB of one key', 'model: off\n'.repeat(4900)],
    ['64 KB of unknown keys', Array.from({ length: 4900 }, (_, index) => `k${index}: 1`).join('\n')],
    ['64 KB of wrong entries', `paths: [${'1,'.repeat(9000)}]`],
  ];

  test.each(bombs)('%s is answered at once, with a problem and the defaults', (_name, text) => {
    parseSettings('model: off', FILE);
    const start = performance.now();

    const { value, problems } = parseSettings(text, FILE);

    // 200 ms is the requirement; five times that, so that a busy machine does not fail the suite.
    expect(performance.now() - start).toBeLessThan(1000);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(102);
    expect({ ...value, model: 'auto' }).toEqual(DEFAULT_SETTINGS);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s is refused and reaches nothing', (key) => {
    const text = `${key}: { polluted: yes }\nrules:\n  ${key}: off\nmodel: off`;

    const { value, problems } = parseSettings(text, FILE);

    expect(problemLines(problems)).toEqual([
      `1:1 ${key} | the key "${key}" is not allowed`,
      `3:3 rules.${key} | the key "${key}" is not allowed`,
    ]);
    expect(value).toEqual({ ...DEFAULT_SETTINGS, model: 'off' });
    expect('polluted' in {}).toBe(false);
  });

  test('what is too large says so', () => {
    expect(problemLines(parseSettings('#'.repeat(KB64 + 1), FILE).problems)).toEqual([
      '-:-  | the file is larger than 64 KB and was not read; split it or shorten it',
    ]);
    expect(problemLines(parseSettings(`paths: ${'['.repeat(60)}`, FILE).problems)).toEqual([
      '1:55  | values are nested more than 48 levels deep here; the file was not read',
    ]);
  });
});
