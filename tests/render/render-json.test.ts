import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { renderJson } from '../../src/render/render-json.ts';
import { reportJsonSchema } from '../../src/render/report-schema.ts';
import { makeFailingReport, makeReport } from './make-report.ts';
import { INVISIBLE, NAUGHTY_STRINGS, poisonedReport } from './naughty-strings.ts';

const SCHEMA_FILE = join(import.meta.dirname, '../../schemas/report.schema.json');
const validate = new Ajv({ allErrors: true, strict: true }).compile(reportJsonSchema());

/** The same values with the keys of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

interface SchemaNode {
  readonly description?: string;
  readonly additionalProperties?: boolean;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

/** Objects that are open and keys that nobody described. */
function gaps(node: SchemaNode, path: string): readonly string[] {
  const properties = Object.entries(node.properties ?? {});
  return [
    ...(node.properties !== undefined && node.additionalProperties !== false ? [`${path} is open`] : []),
    ...properties
      .filter(([, inner]) => (inner.description ?? '') === '')
      .map(([key]) => `${path}.${key} has no description`),
    ...properties.flatMap(([key, inner]) => gaps(inner, `${path}.${key}`)),
    ...(node.items === undefined ? [] : gaps(node.items, `${path}[]`)),
  ];
}

describe('the JSON report', () => {
  it.each([
    ['failing', makeFailingReport({ conflicts: [{ findings: ['a'], reason: 'b' }], overriddenBy: 'x' })],
    ['clean', makeReport()],
    ['poisoned', poisonedReport('\u202e"\\<x>')],
  ])('%s: validates and reads back equal', (_name, report) => {
    const json = renderJson(report);
    expect(validate(JSON.parse(json))).toBe(true);
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(report)));
    expect(json.endsWith('}\n')).toBe(true);
  });

  it('does not depend on the order of keys in memory', () => {
    const report = makeFailingReport();
    expect(renderJson(reversed(report) as Report)).toBe(renderJson(report));
  });

  it('the schema refuses what is not in it', () => {
    expect(validate({ ...makeReport(), extra: 1 })).toBe(false);
    expect(validate({ ...makeReport(), verdict: 'good' })).toBe(false);
    expect(validate({ ...makeReport(), shownCount: -1 })).toBe(false);
  });

  it.each(NAUGHTY_STRINGS)('%j is spelled out', (text) => {
    expect(INVISIBLE.test(renderJson(poisonedReport(text)).replaceAll('\n', ''))).toBe(false);
  });
});

describe('the published schema', () => {
  it('describes every key and closes every object', () => {
    expect(gaps(reportJsonSchema() as SchemaNode, '$')).toEqual([]);
    expect(reportJsonSchema()).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
  });

  it('is the committed file', () => {
    expect(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(reportJsonSchema())),
    );
  });
});
