import { describe, expect, it } from 'vitest';
import { dedupeFindings } from '../../src/aggregate/dedupe-findings.ts';
import type { Finding } from '../../src/model.ts';
import { makeFinding } from '../make-finding.ts';

const imported = (changes: Partial<Finding> = {}) =>
  makeFinding({
    origin: 'sarif',
    reviewer: 'sarif/scanner',
    ruleId: 'scanner: sql',
    severity: 'high',
    ...changes,
  });
const model = (changes: Partial<Finding> = {}) =>
  makeFinding({ origin: 'model', ruleId: 'model/sql', severity: 'high', ...changes });
const kept = (...findings: readonly Finding[]) =>
  [dedupeFindings(findings), dedupeFindings([...findings].reverse())].map((all) =>
    all.map((one) => [one.origin, one.severity, ...one.agreedBy]).sort(),
  );
const twice = <T>(value: T) => [value, value];

describe('results of other programs among ours', () => {
  it('merge on the same line with the same weakness or category; ours stays', () => {
    expect(kept(makeFinding(), imported())).toEqual(twice([['analyzer', 'critical', 'sarif/scanner']]));
    const other = imported({ category: 'logic' });
    expect(kept(makeFinding(), other)).toEqual(twice([['analyzer', 'critical', 'sarif/scanner']]));
    const { cwe: _cwe, ...without } = imported();
    expect(kept(makeFinding(), without)).toEqual(twice([['analyzer', 'critical', 'sarif/scanner']]));
  });

  it('stay where line or subject differ', () => {
    expect(kept(makeFinding(), imported({ startLine: 43, endLine: 43 }))[0]).toHaveLength(2);
    expect(kept(makeFinding(), imported({ category: 'logic', cwe: 'CWE-1' }))[0]).toHaveLength(2);
  });

  it('never take the place of what may fail the gate where they may not', () => {
    const worse = imported({ severity: 'critical' });
    expect(kept(makeFinding({ severity: 'high' }), worse)).toEqual(
      twice([
        ['analyzer', 'high'],
        ['sarif', 'critical'],
      ]),
    );
    expect(kept(model({ verdict: 'confirmed' }), worse)[0]).toHaveLength(2);
    const doubted = model({ severity: 'critical', verdict: 'uncertain' });
    expect(kept(makeFinding({ severity: 'high' }), doubted)).toEqual(
      twice([
        ['analyzer', 'high'],
        ['model', 'critical'],
      ]),
    );
    expect(kept(model({ verdict: 'confirmed' }), doubted)[0]).toHaveLength(2);
  });

  it('stand before what a model merely says', () => {
    expect(kept(model(), imported())).toEqual(twice([['sarif', 'high', 'security']]));
  });

  it('merge with one another by rule or weakness, not by category alone', () => {
    const more = { reviewer: 'sarif/other', ruleId: 'other: sql' };
    expect(kept(imported(), imported(more))[0]).toHaveLength(1);
    expect(kept(imported(), imported({ ...more, cwe: 'CWE-564' }))[0]).toHaveLength(2);
  });
});
