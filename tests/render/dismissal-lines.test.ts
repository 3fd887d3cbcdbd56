import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseDismissals } from '../../src/config/parse-dismissals.ts';
import { dismissalLines } from '../../src/render/dismissal-lines.ts';
import { codeFence } from '../../src/render/escape-markdown.ts';
import { makeFinding } from '../make-finding.ts';
import { NAUGHTY_STRINGS } from './naughty-strings.ts';

const finding = makeFinding();

/** Strings as hostile as they come: any code unit, and pieces of YAML. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 150 }),
  fc
    .array(
      fc.constantFrom(
        '\n',
        '- ',
        ': ',
        ' #',
        '"',
        "'",
        '\\',
        '&a',
        '*a',
        '---',
        '!!js',
        '{',
        '}',
        '@',
        '`',
        '%',
        '\u0085',
        '\u2028',
        '\ud800',
        '\u{e0041}',
        'until: 2099-01-01',
        'x',
        ' ',
        '<!-- multi-agent-review v1 -->',
        '😀',
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((pieces) => pieces.join('')),
  fc.constantFrom(
    'true',
    'No',
    'null',
    '~',
    '12',
    '1e3',
    '0x1f',
    '.inf',
    '2027-06-30',
    '...',
    '',
    ...NAUGHTY_STRINGS.filter((text) => text.length <= 200),
  ),
);
const login = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,30}(?:\[bot\])?$/);
const shown = fc.string({ unit: 'binary', minLength: 1, maxLength: 150 }).filter((text) => /\S/.test(text));

describe('dismissalLines', () => {
  it('are the lines of the documentation', () => {
    expect(dismissalLines(finding, 'the name comes from a closed list', 'alice', '2027-06-30')).toBe(
      `- fingerprint: f1:3fa9c21b00aa11bb22cc33dd
  scope: finding
  rule: sql-from-input
  path: src/db/search.ts
  reason: the name comes from a closed list
  by: alice
  until: 2027-06-30
`,
    );
  });

  it('without a path or an end leave the key out', () => {
    const { path: _, ...subject } = finding;
    expect(dismissalLines(subject, 'see #12: "fine"', 'renovate[bot]')).toBe(
      `- fingerprint: f1:3fa9c21b00aa11bb22cc33dd
  scope: finding
  rule: sql-from-input
  reason: "see #12: \\"fine\\""
  by: "renovate[bot]"
`,
    );
  });

  it('R17 no text breaks out of its value: any YAML reader gets the same one entry back', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, hostile, (fingerprint, ruleId, path, reason, by) => {
        const lines = dismissalLines({ fingerprint, ruleId, path }, reason, by, '2027-06-30');
        expect(parse(lines)).toEqual([
          { fingerprint, scope: 'finding', rule: ruleId, path, reason, by, until: '2027-06-30' },
        ]);
        expect(lines.split('\n')).toHaveLength(8);
        expect(lines).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are read back by the parser with the same values, also from a fence of Markdown', () => {
    fc.assert(
      fc.property(shown, shown, shown, login, (ruleId, path, reason, by) => {
        const lines = dismissalLines({ ...finding, ruleId, path }, reason, by);
        for (const text of [
          lines,
          codeFence(lines.trimEnd().split('\n'), 'text').split('\n').slice(1, -1).join('\n'),
        ]) {
          expect(parseDismissals(text, 'dismissals.yml')).toEqual({
            problems: [],
            value: [
              {
                fingerprint: finding.fingerprint,
                scope: 'finding',
                ruleId,
                path,
                reason,
                by,
                until: null,
                origin: 'file',
                source: 'dismissals.yml:1',
              },
            ],
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('can be added below each other', () => {
    const other = { ...finding, fingerprint: 'f1:00a9c21b00aa11bb22cc33dd', path: 'a\n- b: c.ts' };
    const text = dismissalLines(finding, 'one', 'alice') + dismissalLines(other, 'two', 'bob');
    const { value, problems } = parseDismissals(text, 'dismissals.yml');
    expect(problems).toEqual([]);
    expect(value.map(({ path, source }) => [path, source])).toEqual([
      ['src/db/search.ts', 'dismissals.yml:1'],
      ['a\n- b: c.ts', 'dismissals.yml:7'],
    ]);
  });

  it('cut a reason that is longer than the parser takes, and leave out what it would refuse', () => {
    const text = dismissalLines(
      { ...finding, path: 'x'.repeat(5_000), ruleId: 'r'.repeat(300) },
      'because '.repeat(50),
      'alice',
    );
    const { value, problems } = parseDismissals(text, 'dismissals.yml');
    expect(problems).toEqual([]);
    expect(value[0]?.reason).toMatch(/^because .*…$/);
    expect(value[0]?.reason.length).toBeLessThanOrEqual(200);
    expect(value[0]).not.toHaveProperty('path');
  });
});
