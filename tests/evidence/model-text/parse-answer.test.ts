import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswer } from '../../../src/evidence/model-text/parse-answer.ts';
import { WIRE_SCHEMA } from '../../../src/evidence/model-text/wire-schema.ts';
import { wireAnswer, wireFinding } from '../../dispatch/model/material.ts';

const whole = JSON.stringify(wireAnswer([wireFinding(), wireFinding({ title: 'Other' })]));

describe('R8 reading a model’s answer', () => {
  it.each([
    ['bare', whole],
    ['in a code fence', `Here you are:\n\`\`\`json\n${whole}\n\`\`\`\nDone.`],
    ['between prose', `I looked at it. ${whole} That is all.`],
  ])('reads an object %s', (_name, text) => {
    const parsed = parseAnswer(text);
    expect(parsed).toMatchObject({ complete: true, problem: null, rejected: [] });
    expect(parsed.findings.map((one) => one.title)).toEqual(['It is second', 'Other']);
  });

  it('salvages whole items wherever the text is cut', () => {
    const findings = [wireFinding({ quote: 'a "}" \\ {' }), wireFinding({ title: 'Other' })];
    const text = JSON.stringify(wireAnswer(findings));
    const ends = findings.map((one) => text.indexOf(JSON.stringify(one)) + JSON.stringify(one).length);
    for (let cut = 0; cut < text.length; cut += 1) {
      const parsed = parseAnswer(text.slice(0, cut));
      expect(parsed.complete).toBe(false);
      expect(parsed.findings).toHaveLength(ends.filter((end) => cut >= end).length);
    }
  });

  it.each([
    ['an unknown severity', { severity: 'CRITICAL!!' }, 'its severity is unknown'],
    ['an unknown category', { category: 'vibes' }, 'its category is unknown'],
    ['a word for a number', { confidence: 'high' }, 'its confidence is no number'],
    ['an unknown anchor', { anchor: 'everywhere' }, 'its anchor is unknown'],
    ['an unknown side', { side: 'left' }, 'its side is unknown'],
    ['no title', { title: ' ' }, 'it has no title'],
    ['a constructor', { constructor: { prototype: { polluted: 1 } } }, 'it has a forbidden key'],
  ])('refuses an item with %s and keeps its neighbour', (_name, more, reason) => {
    const parsed = parseAnswer(JSON.stringify(wireAnswer([wireFinding(more), wireFinding()])));
    expect(parsed.rejected).toEqual([{ reason }]);
    expect(parsed.findings).toHaveLength(1);
  });

  it('pollutes nothing', () => {
    const item = JSON.stringify(wireFinding()).replace('{', '{"__proto__":{"polluted":true},');
    const parsed = parseAnswer(`{"__proto__":{"polluted":true},"findings":[${item}],"verdicts":[]}`);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(parsed.findings).toEqual([]);
    expect(parsed.rejected).toEqual([{ reason: 'it has a forbidden key' }]);
  });

  it('does not let a finding without a scenario count as more than low', () => {
    const [finding] = parseAnswer(
      JSON.stringify(wireAnswer([wireFinding({ failureScenario: ' ' })])),
    ).findings;
    expect(finding?.severity).toBe('low');
  });

  it('ignores fields beside the schema’s', () => {
    const [finding] = parseAnswer(
      JSON.stringify(wireAnswer([wireFinding({ verdict: 'confirmed', origin: 'analyzer' })])),
    ).findings;
    expect(finding).not.toHaveProperty('verdict');
    expect(finding).not.toHaveProperty('origin');
  });

  it.each([
    ['10 MB of items', `{"findings":[${'{"a":1},'.repeat(1_250_000)}`],
    ['11 MB of text', 'x'.repeat(11_000_000)],
    ['open braces', '{'.repeat(1_000_000)],
    ['open brackets', `{"findings":${'['.repeat(1_000_000)}`],
    ['quotes', `{"findings":[${'{"'.repeat(500_000)}`],
  ])('is quick with %s', (_name, text) => {
    const began = performance.now();
    expect(parseAnswer(text).complete).toBe(false);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('never throws', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('{', '}', '[', ']', '"', '\\', '"findings":[', whole),
      fc.json(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const parsed = parseAnswer(pieces.join(''));
        expect(parsed.complete).toBe(parsed.problem === null);
      }),
    );
  });
});

describe('the wire schema', () => {
  it('requires every field and closes every object', () => {
    const check = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if ('properties' in schema && 'required' in schema) {
        expect(schema.required).toEqual(Object.keys(schema.properties as object));
        expect(Reflect.get(schema, 'additionalProperties')).toBe(false);
      }
      Object.values(schema).forEach(check);
    };
    check(WIRE_SCHEMA);
    expect(Object.keys(WIRE_SCHEMA.properties)).toEqual([
      'findings',
      'verdicts',
      'sliceRequests',
      'facts',
      'remaining',
    ]);
  });
});
