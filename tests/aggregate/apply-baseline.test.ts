import { expect, it } from 'vitest';
import { applyBaseline, baselineNotes } from '../../src/aggregate/apply-baseline.ts';
import { findingKeys } from '../../src/evidence/finding-keys.ts';
import type { BaselineFinding, Finding } from '../../src/model.ts';
import { makeFinding } from '../make-finding.ts';

const same = (path: string) => path;
const known = (finding: Finding): BaselineFinding => ({
  fingerprint: finding.fingerprint,
  ...findingKeys(finding, finding.path ?? ''),
});
const held = (findings: readonly Finding[], baseline: readonly BaselineFinding[], pathAtBase = same) =>
  applyBaseline(findings, baseline, pathAtBase).map(({ suppressedBy }) => suppressedBy);

const FIRST = makeFinding();
const OTHER = { fingerprint: 'f1:0000000000000000' };

it('knows a finding by its fingerprint, by the same code elsewhere, by its rule in the same function', () => {
  expect(held([FIRST], [known(FIRST)])).toEqual(['baseline']);
  expect(held([makeFinding({ ...OTHER, path: 'src/moved.ts' })], [known(FIRST)])).toEqual(['baseline']);
  expect(held([makeFinding({ ...OTHER, quote: 'db.query(edited)' })], [known(FIRST)])).toEqual(['baseline']);
  const renamed = makeFinding({ ...OTHER, path: 'src/new.ts', quote: 'db.query(edited)' });
  expect(held([renamed], [known(FIRST)], () => 'src/db/search.ts')).toEqual(['baseline']);
});

it('lets one entry stand for one finding: a second of the same kind is new', () => {
  const second = makeFinding({ ...OTHER, quote: 'db.query(second)' });
  expect(held([second, FIRST], [known(FIRST)])).toEqual([undefined, 'baseline']);
});

it('leaves another rule, another function and what is held back for another reason as they are', () => {
  const others = [
    makeFinding({ ...OTHER, ruleId: 'other', quote: 'x(1234567)' }),
    makeFinding({ ...OTHER, symbol: 'other', quote: 'x(1234567)' }),
    makeFinding({ suppressedBy: 'confidence 10 is below 50' }),
  ];
  expect(held(others, [known(FIRST)])).toEqual([undefined, undefined, 'confidence 10 is below 50']);
});

it('counts what it holds back, critical ones by name', () => {
  const findings = applyBaseline([FIRST, makeFinding({ ...OTHER, ruleId: 'x' })], [known(FIRST)], same);
  expect(baselineNotes(findings)).toEqual([
    '1 finding stands in the baseline, 1 of them critical, and does not count.',
  ]);
  expect(baselineNotes([FIRST])).toEqual([]);
});
