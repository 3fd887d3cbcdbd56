import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeSchemas } from '../../scripts/write-schemas.ts';
import { parseDismissals } from '../../src/config/parse-dismissals.ts';
import { parseReviewer } from '../../src/config/parse-reviewer.ts';
import { parseRules } from '../../src/config/parse-rules.ts';
import { parseSettings } from '../../src/config/parse-settings.ts';
import { parseWorkflow } from '../../src/config/parse-workflow.ts';
import { STARTER_CONFIG } from '../../src/config/starter-files.ts';

const SCHEMAS = makeSchemas();

function validator(name: string): ValidateFunction {
  const file = SCHEMAS.find((schema) => schema.name === name);
  return new Ajv({ strict: false, formats: { date: true } }).compile(JSON.parse(file?.text ?? 'null'));
}

describe('schemas/', () => {
  test.each(SCHEMAS.map(({ name, text }) => [name, text]))(
    '%s is what the code makes (npm run schemas)',
    (name, text) => {
      expect(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')).toBe(text);
    },
  );

  test('every key of the settings has a description and a default, and no other key is allowed', () => {
    const visit = (schema: Record<string, unknown>, path: string): readonly string[] => {
      const properties = Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>);
      const closed =
        properties.length === 0 || schema.additionalProperties === false ? [] : [`${path} is open`];
      return [
        ...closed,
        ...properties.flatMap(([key, value]) => [
          ...(typeof value.description === 'string' ? [] : [`${path}.${key} has no description`]),
          ...('default' in value ? [] : [`${path}.${key} has no default`]),
          ...visit(value, `${path}.${key}`),
        ]),
      ];
    };
    const schema = JSON.parse(SCHEMAS.find(({ name }) => name === 'config.schema.json')?.text ?? '{}');

    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(visit(schema, 'settings')).toEqual([]);
    expect(STARTER_CONFIG.split('\n')[0]).toBe(`# yaml-language-server: $schema=${schema.$id}`);
  });

  const RULE =
    'id: a\nreviewer: b\ntitle: T\nseverity: low\ncategory: logic\nlanguages: [python]\nmessage: M\nwhy: W\nfailure-scenario: S\nfix: F\ntests: { match: [a()], no-match: [{ code: a }] }\n';
  const samples: readonly (readonly [schema: string, isGood: boolean, text: string])[] = [
    ['config', true, 'model: off'],
    ['config', true, 'reviewers: all'],
    [
      'config',
      true,
      'reviewers: [a-b]\nthresholds: { shown: 1 }\nrules: { x: off, y: low }\nnever-send: [a/**]',
    ],
    ['config', false, 'model: on'],
    ['config', false, 'reviewers: []'],
    ['config', false, 'reviewers: some'],
    ['config', false, 'Model: off'],
    ['config', false, 'base-url: x'],
    ['config', false, 'rules: { X: off }'],
    ['config', false, 'rules: { x: of }'],
    ['config', false, 'thresholds: { shown: 1.5 }'],
    ['config', false, 'thresholds: { shown: 101 }'],
    ['config', false, 'budgets: { run-dollars: -1 }'],
    ['config', true, 'budgets: { month-dollars: unlimited }'],
    ['config', true, 'budgets: { month-dollars: 20 }'],
    ['config', false, 'budgets: { month-dollars: -1 }'],
    ['config', false, 'drafts: 1'],
    ['config', false, 'skip: { label: [a] }'],
    ['config', false, `paths: [${'a'.repeat(201)}]`],
    ['config', false, 'language: german'],
    ['reviewer', true, 'name: a\ndescription: b'],
    [
      'reviewer',
      true,
      'name: a\ndescription: b\nsees: [diff, intent]\ncategories: [logic]\nmin-confidence: 1',
    ],
    ['reviewer', false, 'name: a'],
    ['reviewer', false, 'name: A\ndescription: b'],
    ['reviewer', false, 'name: a\ndescription: b\ntools: [x]'],
    ['reviewer', false, 'name: a\ndescription: b\ncategories: [bugs]'],
    ['dismissals', true, '[]'],
    [
      'dismissals',
      true,
      '- { fingerprint: "f1:00112233445566778899aabb", reason: r, by: alice, until: 2027-06-30 }',
    ],
    ['dismissals', true, '- { scope: rule, rule: x, reason: r, by: alice }'],
    ['dismissals', false, 'a: []'],
    ['dismissals', false, '- { fingerprint: 00112233, reason: r, by: alice }'],
    ['dismissals', false, '- { scope: rule, rule: x, by: alice }'],
    ['dismissals', false, '- { scope: rule, rule: x, reason: r, by: alice, untill: 2027-06-30 }'],
    ['dismissals', false, '- { scope: rule, rule: x, reason: r, by: alice, until: 2027-02-30 }'],
    ['workflow', true, 'name: a\nphases: [{ name: b, reviewers: [c] }]'],
    [
      'workflow',
      true,
      'name: a\nphases: [{ name: b, reviewers: [c] }, { name: d, reviewers: [e], needs: [b] }]',
    ],
    ['workflow', false, 'name: a\nphases: []'],
    ['workflow', false, 'name: a\nphases: [{ name: b, reviewers: [] }]'],
    ['workflow', false, 'name: a\nphases: [{ name: b, reviewers: [c], after: [d] }]'],
    ['rule', true, `${RULE}rule: { kind: call }`],
    [
      'rule',
      true,
      `${RULE}rule: { any: [{ pattern: a }, { not: { has: { regex: x, stopBy: { kind: b }, field: c } } }] }`,
    ],
    ['rule', true, 'utils: { a: { kind: b } }\nrules: []'],
    ['rule', false, RULE],
    ['rule', false, `${RULE}rule: { kinds: call }`],
    ['rule', false, `${RULE}rule: { has: { kind: a, stopBy: never } }`],
    ['rule', false, `${RULE}rule: { kind: call }\ncwe: 89`],
    ['rule', false, 'rules: 5'],
    ['rule', false, 'utils: { a: { knid: b } }'],
  ];
  const problemsOf: Readonly<Record<string, (text: string) => number>> = {
    config: (text) => parseSettings(text, 'f').problems.length,
    reviewer: (text) => parseReviewer(`---\n${text}\n---\nBody`, 'f', false).problems.length,
    dismissals: (text) => parseDismissals(text, 'f').problems.length,
    workflow: (text) => parseWorkflow(text, 'f').problems.length,
    rule: (text) => parseRules(text, 'f', { reviewer: null, builtIn: false }).problems.length,
  };

  test.each(samples)('%s.schema.json and the parser agree (%s) on %j', (format, isGood, text) => {
    expect(validator(`${format}.schema.json`)(parse(text))).toBe(isGood);
    expect(problemsOf[format]?.(text) === 0).toBe(isGood);
  });
});
