import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileBuiltIns } from '../scripts/compile-built-ins.ts';
import {
  LEAST_EVIDENCE,
  LOWEST_PRECISION,
  MEASURED_RULES,
  type MeasuredRule,
  measuredRulesText,
  precisionOf,
  readMeasuredRules,
} from '../scripts/measured-rules.ts';
import { rulesPage } from '../scripts/rules-page.ts';
import { shippedCheckIds } from '../scripts/shipped-check-ids.ts';
import { allChecks } from '../src/analyzers/checks.ts';
import type { Severity } from '../src/model.ts';

const ROOT = join(import.meta.dirname, '..');
const measured = readMeasuredRules(ROOT);
const listed = [...compileBuiltIns(ROOT).rules, ...allChecks(shippedCheckIds())];

/** Ids of rules that are wrong too often for what they say. */
function tooLoud(
  rules: readonly { readonly id: string; readonly severity: Severity }[],
  figures: Readonly<Record<string, MeasuredRule>>,
): readonly string[] {
  return rules
    .filter(({ id, severity }) => {
      const { share, judged } = precisionOf(figures[id]);
      return severity !== 'info' && judged >= LEAST_EVIDENCE && share < LOWEST_PRECISION;
    })
    .map(({ id }) => id);
}

const counts = (good: number, bad: number): MeasuredRule => ({
  tune: [good + bad, good, bad],
  heldOut: [0, 0, 0],
  pullRequests: [0, 0, 0],
});

describe('measured precision', () => {
  it('no rule that is wrong at more than half of eight judged places says more than info', () => {
    expect(Object.keys(measured).length).toBeGreaterThan(100);
    expect(tooLoud(listed, measured)).toEqual([]);
  });

  it.each([
    ['low', 3, 5, ['a']],
    ['info', 3, 5, []],
    ['low', 4, 4, []],
    ['critical', 0, 7, []],
  ] as const)(
    'a rule of severity %s, right at %i places and wrong at %i',
    (severity, good, bad, expected) => {
      expect(tooLoud([{ id: 'a', severity }], { a: counts(good, bad) })).toEqual(expected);
    },
  );

  it('is kept as counts only, sorted, as the bench writes it', () => {
    const text = readFileSync(join(ROOT, MEASURED_RULES), 'utf8');
    expect(text === measuredRulesText(measured)).toBe(true);
    expect(Object.values(measured).flatMap((one) => Object.values(one).flat())).toSatisfy((all: unknown[]) =>
      all.every(Number.isInteger),
    );
  });

  it('stands on the page of rules, and says where nothing is known', () => {
    const [first, second] = listed;
    if (first === undefined || second === undefined) throw new Error('there are no rules');
    const two = [first, { ...second, reviewer: first.reviewer }];
    const page = rulesPage(two, [first.reviewer], { [first.id]: counts(23, 2) });
    const rowOf = (id: string) => page.split('\n').find((line) => line.startsWith(`| \`${id}\``)) ?? '';
    expect(rowOf(first.id)).toContain('| 92 % of 25 |');
    expect(rowOf(second.id)).toContain(`| ${second.confidence} | not measured |`);
  });
});
