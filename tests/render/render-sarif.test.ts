import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { renderSarif } from '../../src/render/render-sarif.ts';
import { pathToUri, sarifText } from '../../src/render/sarif-text.ts';
import { makeFinding } from '../make-finding.ts';
import { makeFailingReport, makeReport } from './make-report.ts';
import { INVISIBLE, NAUGHTY_STRINGS, poisonedReport } from './naughty-strings.ts';
import { foreignMarkup, liveReferences, parseMarkdown } from './rendered-markdown.ts';
import { SARIF_SUBSET_SCHEMA } from './sarif-schema.ts';

const validate = new Ajv({ allErrors: true }).compile(SARIF_SUBSET_SCHEMA);

interface Run {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly help: { readonly markdown: string };
        readonly properties: Readonly<Record<string, unknown>>;
      }[];
    };
  };
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly {
      readonly level: string;
      readonly message: { readonly text: string };
    }[];
  }[];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: Readonly<Record<string, unknown>>;
      };
    }[];
    readonly suppressions?: readonly unknown[];
    readonly codeFlows?: readonly unknown[];
    readonly fixes?: readonly unknown[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
  }[];
}

function runOf(report: Report): Run {
  const sarif = JSON.parse(
    renderSarif(report, { version: '1.2.3', informationUri: 'https://forge.example/tool' }),
  ) as { runs: [Run] };
  expect(validate(sarif), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  return sarif.runs[0];
}

describe('SARIF 2.1.0', () => {
  it('levels follow severity and every result finds its rule', () => {
    const run = runOf(makeFailingReport());
    expect(run.results.map((result) => result.level)).toEqual(['error', 'error', 'warning', 'note', 'note']);
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
  });

  it('a security rule carries its weakness and its severity', () => {
    const [rule] = runOf(makeFailingReport()).tool.driver.rules;
    expect(rule?.properties).toEqual({
      tags: ['security', 'injection', 'external/cwe/cwe-089'],
      precision: 'very-high',
      'security-severity': '9.5',
    });
  });

  it('a rule that is no security rule has no security severity', () => {
    const findings = [
      makeFinding({
        ruleId: 'long',
        category: 'complexity',
        severity: 'low',
        cwe: undefined,
        reviewer: 'style',
      }),
    ];
    const [rule] = runOf(makeReport({ findings })).tool.driver.rules;
    expect(rule?.properties).toEqual({
      tags: ['complexity', 'style'],
      precision: 'very-high',
      'problem.severity': 'recommendation',
    });
  });

  it('holds place, snippet, flow, fix and identity', () => {
    const [result] = runOf(makeFailingReport()).results;
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('src/db/search.ts');
    expect(result?.locations[0]?.physicalLocation.region).toMatchObject({ startLine: 42, endLine: 42 });
    expect(result?.codeFlows).toHaveLength(1);
    expect(result?.fixes).toHaveLength(1);
    expect(result?.partialFingerprints).toEqual({
      'multiAgentReview/v1': 'f1:3fa9c21b00aa11bb22cc33dd',
      primaryLocationLineHash: '3fa9c21b00aa11bb22cc33dd:1',
    });
  });

  it('a removed line, a file and a subject are placed on the file', () => {
    const findings = [
      makeFinding({ side: 'old', startLine: 900, endLine: 900 }),
      makeFinding({ anchor: 'file', startLine: undefined, endLine: undefined }),
      makeFinding({
        anchor: 'subject',
        path: undefined,
        source: 'title',
        startLine: undefined,
        endLine: undefined,
      }),
    ];
    const { results } = runOf(makeReport({ findings }));
    for (const result of results)
      expect(result.locations[0]?.physicalLocation.region).toEqual({ startLine: 1 });
    expect(results[0]?.message.text).toContain('About: src/db/search.ts:900 (removed)');
    expect(results[2]?.message.text).toContain('About: title');
    expect(results[2]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('src/db/search.ts');
  });

  it('suppressed findings are suppressed results', () => {
    const findings = [makeFinding({ suppressedBy: 'dismissal 4' })];
    expect(runOf(makeReport({ findings })).results[0]?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'dismissal 4' },
    ]);
  });

  it('R31 an incomplete review is an unsuccessful run that names what is missing', () => {
    const [invocation] = runOf(
      makeReport({
        verdict: 'incomplete',
        gate: 'incomplete',
        incompleteReasons: ['style: no answer'],
        coverage: {
          reviewed: [],
          excluded: [],
          notReviewed: [{ path: 'big.js', reason: 'larger than 2 MB' }],
        },
        configProblems: [{ file: 'c.yml', line: 3, column: 1, key: 'fail-on', message: 'bad' }],
      }),
    ).invocations;
    expect(invocation?.executionSuccessful).toBe(false);
    const errors = invocation?.toolExecutionNotifications
      .filter(({ level }) => level === 'error')
      .map(({ message }) => message.text);
    expect(errors).toEqual(['style: no answer', 'Not reviewed: larger than 2 MB']);
    expect(runOf(makeReport()).invocations[0]?.executionSuccessful).toBe(true);
  });

  it('keeps the worst 5,000 and says how many are left out', () => {
    const findings = Array.from({ length: 6_000 }, (_, index) =>
      makeFinding({ id: `id${index}`, ruleId: `rule-${index % 40}` }),
    );
    const report = makeReport({ findings });
    const run = runOf(report);
    expect(run.results).toHaveLength(5_000);
    expect(
      run.invocations[0]?.toolExecutionNotifications.some(({ message }) =>
        message.text.startsWith('1000 more'),
      ),
    ).toBe(true);
    expect(gzipSync(renderSarif(report, { version: '1' })).length).toBeLessThan(10_000_000);
  });

  it.each(NAUGHTY_STRINGS)('%j everywhere validates and is inert', (text) => {
    const report = poisonedReport(text);
    const run = runOf(report);
    for (const rule of run.tool.driver.rules) {
      expect(foreignMarkup(parseMarkdown(rule.help.markdown))).toEqual([]);
      expect(liveReferences(rule.help.markdown)).toEqual([]);
    }
    for (const result of run.results) expect(result.message.text).not.toMatch(/\]\(|\{\d/);
    expect(INVISIBLE.test(renderSarif(report, { version: '1' }).replaceAll('\n', ''))).toBe(false);
  });
});

describe('SARIF texts', () => {
  it.each([
    ['src/a b/ü.ts', 'src/a%20b/%C3%BC.ts'],
    ['../../etc/passwd', '%2E%2E/%2E%2E/etc/passwd'],
    ['/abs//path', 'abs/path'],
    ['http://evil', 'http%3A/evil'],
    ['a\\b?#%', 'a%5Cb%3F%23%25'],
    ['lone\ud83d', 'lone%EF%BF%BD'],
  ])('path %j becomes %s', (path, uri) => {
    expect(pathToUri(path)).toBe(uri);
  });

  it('links and placeholders are broken', () => {
    expect(sarifText('see [docs](https://evil.example) {0}')).toBe('see [docs] (https://evil.example) { 0}');
  });
});
