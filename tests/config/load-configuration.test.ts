import { describe, expect, test } from 'vitest';
import type { BuiltIns } from '../../src/config/built-ins.ts';
import { DEFAULT_SETTINGS } from '../../src/config/default-settings.ts';
import { CONFIGURATION_PATHS, loadConfiguration } from '../../src/config/load-configuration.ts';
import { parseReviewer } from '../../src/config/parse-reviewer.ts';
import { parseRules } from '../../src/config/parse-rules.ts';
import { parseWorkflow } from '../../src/config/parse-workflow.ts';

const reviewer = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Looks.\n${more}---\nLook at ${name}.\n`;
const workflow = (name: string, reviewers: string): string =>
  `name: ${name}\nphases:\n  - name: one\n    reviewers: [${reviewers}]\n`;
const rule = (id: string, filedUnder: string): string => `id: ${id}
reviewer: ${filedUnder}
title: T
severity: low
category: logic
languages: [python]
rule: { kind: call }
message: M
why: W
failure-scenario: S
fix: F
tests: { match: [a()], no-match: [a] }
`;

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) {
    throw new Error('the test data should parse');
  }
  return value;
}

const BUILT_INS: BuiltIns = {
  reviewers: ['security', 'style'].map((name) =>
    present(parseReviewer(reviewer(name), `reviewers/${name}/reviewer.md`, true).value),
  ),
  workflows: [
    present(parseWorkflow(workflow('default', 'security, style'), 'workflows/default.yml').value),
    present(parseWorkflow(workflow('quick', 'style'), 'workflows/quick.yml').value),
  ],
  rules: parseRules(rule('no-loop', 'style'), 'reviewers/style/rules/a.yml', {
    reviewer: 'style',
    builtIn: true,
  }).value,
  checkIds: ['hidden-text'],
  analyzerNames: ['secrets'],
};

const MAIN = '.github/multi-agent-review.yml';
const load = (files: Readonly<Record<string, string>>, builtIns = BUILT_INS) =>
  loadConfiguration(new Map(Object.entries(files)), builtIns);
const lines = (files: Readonly<Record<string, string>>): readonly string[] =>
  load(files).problems.map(({ file, line, key, message }) => `${file}:${line ?? '-'} ${key} | ${message}`);

describe('loadConfiguration', () => {
  test('without files the built-in configuration holds', () => {
    expect(load({})).toEqual({
      settings: DEFAULT_SETTINGS,
      reviewers: BUILT_INS.reviewers,
      workflows: BUILT_INS.workflows,
      rules: BUILT_INS.rules,
      dismissals: [],
      problems: [],
      digest: '[]',
    });
  });

  test('reviewers, workflows and rules of the user are added, and settings may name them', () => {
    const configuration = load({
      [MAIN]: 'reviewers: [api]\nworkflow: mine\nrules: { my-rule: off, no-loop: high, hidden-text: off }\n',
      '.github/reviewers/api.md': reviewer('api', 'analyzers: [api, secrets, style]\n'),
      '.github/reviewers/README.md': 'How to write reviewers.',
      '.github/multi-agent-review/workflows/mine.yaml': workflow('mine', 'api, style'),
      '.github/multi-agent-review/rules/mine.yml': rule('my-rule', 'api'),
      'src/code.ts': 'none of our business',
    });

    expect(configuration.problems).toEqual([]);
    expect(configuration.settings).toMatchObject({ reviewers: ['api'], workflow: 'mine' });
    expect(configuration.reviewers.map(({ name, builtIn }) => [name, builtIn])).toEqual([
      ['security', true],
      ['style', true],
      ['api', false],
    ]);
    expect(configuration.workflows.map(({ name }) => name)).toEqual(['default', 'quick', 'mine']);
    expect(configuration.rules.map(({ id }) => id)).toEqual(['no-loop', 'my-rule']);
  });

  test('an added reviewer joins the first phase of the default workflow, and of no other', () => {
    const { workflows } = load({ '.github/reviewers/api.md': reviewer('api') });

    expect(workflows.map(({ phases }) => phases[0]?.reviewers)).toEqual([
      ['security', 'style', 'api'],
      ['style'],
    ]);
  });

  test("a default workflow of the user's own is left as it is", () => {
    const { workflows } = load({
      '.github/reviewers/api.md': reviewer('api'),
      '.github/multi-agent-review/workflows/default.yml': workflow('default', 'security'),
    });

    expect(workflows[0]?.phases[0]?.reviewers).toEqual(['security']);
  });

  test('a reviewer of the same name replaces the built-in one in its place', () => {
    const { reviewers, workflows } = load({
      '.github/reviewers/security.md': reviewer('security', 'model: strong\n'),
    });

    expect(reviewers.map(({ name, model }) => [name, model])).toEqual([
      ['security', 'strong'],
      ['style', 'balanced'],
    ]);
    expect(workflows[0]?.phases[0]?.reviewers).toEqual(['security', 'style']);
  });

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    [
      'an unknown reviewer',
      { [MAIN]: 'model: off\nreviewers:\n  - style\n  - secuirty\n' },
      `${MAIN}:4 reviewers | there is no reviewer "secuirty". Did you mean "security"? There are security, style`,
    ],
    [
      'a reviewer outside of the workflow',
      { [MAIN]: 'reviewers: [security]\nworkflow: quick' },
      `${MAIN}:1 reviewers | reviewer "security" is not part of the workflow "quick", so it would not run`,
    ],
    [
      'an unknown workflow',
      { [MAIN]: '\nworkflow: qiuck' },
      `${MAIN}:2 workflow | there is no usable workflow "qiuck", so "default" runs instead. Did you mean "quick"? There are default, quick`,
    ],
    [
      'an unknown rule',
      { [MAIN]: 'rules:\n  no-lop: off' },
      `${MAIN}:2 rules.no-lop | there is no rule "no-lop". Did you mean "no-loop"? "multi-agent-review rules" lists them`,
    ],
    [
      'both endings of the settings',
      { [MAIN]: '', '.github/multi-agent-review.yaml': '' },
      '.github/multi-agent-review.yaml:-  | not read: .github/multi-agent-review.yml exists as well and counts; keep one of the two',
    ],
    [
      'both endings of a workflow',
      {
        '.github/multi-agent-review/workflows/a.yml': workflow('a', 'style'),
        '.github/multi-agent-review/workflows/a.yaml': '',
      },
      '.github/multi-agent-review/workflows/a.yaml:-  | not read: .github/multi-agent-review/workflows/a.yml exists as well and counts; keep one of the two',
    ],
    [
      'a file that is no rule file',
      { '.github/multi-agent-review/rules/a.json': '{}' },
      '.github/multi-agent-review/rules/a.json:-  | not read: the name of such a file ends in ".yml" or ".yaml"',
    ],
    [
      'a reviewer that is no Markdown',
      { '.github/reviewers/a.yml': '' },
      '.github/reviewers/a.yml:-  | not read: a reviewer is a Markdown file whose name ends in ".md"',
    ],
    [
      'a folder in a folder',
      { '.github/reviewers/team/a.md': reviewer('a') },
      '.github/reviewers/team/a.md:-  | not read: files lie directly in .github/reviewers, not in folders below it',
    ],
    [
      'two reviewers of one name',
      { '.github/reviewers/a.md': reviewer('api'), '.github/reviewers/b.md': reviewer('api') },
      '.github/reviewers/b.md:2 name | a reviewer named "api" is already defined in .github/reviewers/a.md; this file is not used',
    ],
    [
      'two workflows of one name',
      {
        '.github/multi-agent-review/workflows/a.yml': workflow('x', 'style'),
        '.github/multi-agent-review/workflows/b.yml': workflow('x', 'style'),
      },
      '.github/multi-agent-review/workflows/b.yml:1 name | a workflow named "x" is already defined in .github/multi-agent-review/workflows/a.yml; this file is not used',
    ],
    [
      'a workflow with an unknown reviewer',
      { '.github/multi-agent-review/workflows/a.yml': workflow('x', 'stile') },
      '.github/multi-agent-review/workflows/a.yml:4 phases[0].reviewers[0] | there is no reviewer "stile". Did you mean "style"? There are security, style',
    ],
    [
      'an unknown analyzer',
      { '.github/reviewers/a.md': reviewer('a', 'analyzers: [a, secerts]\n') },
      '.github/reviewers/a.md:4 analyzers | there is no analyzer "secerts". Did you mean "secrets"? There are secrets, security, style, a',
    ],
    [
      'a rule under an unknown reviewer',
      { '.github/multi-agent-review/rules/a.yml': rule('x', 'stlye') },
      '.github/multi-agent-review/rules/a.yml:1 reviewer | rule "x" is filed under "stlye", which is no reviewer. Did you mean "style"? There are security, style',
    ],
    [
      'a rule that nobody runs',
      {
        '.github/reviewers/a.md': reviewer('a', 'analyzers: [secrets]\n'),
        '.github/multi-agent-review/rules/a.yml': rule('x', 'a'),
      },
      '.github/multi-agent-review/rules/a.yml:1 reviewer | rule "x" would never run: the analyzers of reviewer "a" do not name "a"',
    ],
    [
      'a rule with the id of a built-in one',
      { '.github/multi-agent-review/rules/a.yml': rule('no-loop', 'style') },
      '.github/multi-agent-review/rules/a.yml:1 id | the id "no-loop" belongs to a built-in rule; choose another, and switch the built-in one off with "rules: { no-loop: off }" if yours replaces it',
    ],
    [
      'an id in two files',
      {
        '.github/multi-agent-review/rules/a.yml': rule('x', 'style'),
        '.github/multi-agent-review/rules/b.yml': rule('x', 'style'),
      },
      '.github/multi-agent-review/rules/b.yml:1 id | the id "x" is already taken by a rule in .github/multi-agent-review/rules/a.yml',
    ],
    [
      'too much in all',
      Object.fromEntries(
        Array.from({ length: 9 }, (_, index) => [
          `.github/multi-agent-review/rules/r${index}.yml`,
          `${rule(`x-${index}`, 'style')}#${'x'.repeat(60_000)}`,
        ]),
      ),
      '.github/multi-agent-review/rules/r8.yml:-  | not read: all configuration together is larger than 512 KB',
    ],
  ])('%s', (_name, files, expected) => {
    expect(lines(files)).toEqual([expected]);
  });

  test('what is wrong does not take effect', () => {
    const configuration = load({
      [MAIN]: 'reviewers: [nobody]\nworkflow: none\nrules: { no-lop: off, no-loop: off }',
      '.github/multi-agent-review/rules/a.yml': rule('no-loop', 'style').replace(
        'severity: low',
        'severity: critical',
      ),
      '.github/multi-agent-review/workflows/default.yml': workflow('default', 'nobody'),
    });

    expect(configuration.settings).toMatchObject({
      reviewers: null,
      workflow: 'default',
      rules: new Map([['no-loop', 'off']]),
    });
    expect(configuration.rules).toEqual(BUILT_INS.rules);
    expect(configuration.workflows).toEqual(BUILT_INS.workflows);
  });

  test('without the ids of checks only near slips of rule ids are told', () => {
    const { checkIds: _, ...builtIns } = BUILT_INS;

    const { problems, settings } = load({ [MAIN]: 'rules: { hidden-text: off, no-lop: off }' }, builtIns);

    expect(problems.map(({ key }) => key)).toEqual(['rules.no-lop']);
    expect([...settings.rules.keys()]).toEqual(['hidden-text']);
  });

  test('the digest text depends on the files and not on their order', () => {
    const files = { [MAIN]: 'model: off', '.github/reviewers/a.md': reviewer('a') };
    const reversed = Object.fromEntries(Object.entries(files).reverse());

    expect(load(files).digest).toBe(load(reversed).digest);
    expect(load(files).digest).not.toBe(load({ ...files, [MAIN]: 'model: auto' }).digest);
  });

  test('all that is read lies below the listed paths', () => {
    expect(CONFIGURATION_PATHS).toEqual([
      '.github/multi-agent-review.yml',
      '.github/multi-agent-review.yaml',
      '.github/multi-agent-review/workflows',
      '.github/multi-agent-review/rules',
      '.github/reviewers',
      '.github/multi-agent-review/dismissals.yml',
    ]);
  });
});
