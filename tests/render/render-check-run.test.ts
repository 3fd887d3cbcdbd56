import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { endedWithout, renderCheckRun } from '../../src/render/render-check-run.ts';
import { makeFinding } from '../make-finding.ts';
import { makeReport } from './make-report.ts';

const status = (state: 'success' | 'failure' | 'error', description = 'a word') => ({ state, description });

describe('renderCheckRun', () => {
  it.each<[string, Partial<Report>, ReturnType<typeof status>, string]>([
    ['clean', { verdict: 'clean', gate: 'pass' }, status('success'), 'success'],
    ['findings below the gate', { verdict: 'findings', gate: 'pass' }, status('success'), 'success'],
    ['a finding that blocks', { verdict: 'findings', gate: 'fail' }, status('failure'), 'failure'],
    ['one that blocks, incomplete', { verdict: 'incomplete', gate: 'fail' }, status('failure'), 'failure'],
    ['incomplete', { verdict: 'incomplete', gate: 'incomplete' }, status('error'), 'action_required'],
    ['incomplete, allowed', { verdict: 'incomplete', gate: 'pass' }, status('success'), 'neutral'],
    ['skipped', { verdict: 'skipped', gate: 'pass' }, status('success'), 'neutral'],
    [
      'an error beside a gate that passed',
      { verdict: 'clean', gate: 'pass' },
      status('error'),
      'action_required',
    ],
    [
      'overridden',
      { verdict: 'incomplete', gate: 'pass', overriddenBy: 'ada' },
      status('success'),
      'success',
    ],
  ])('%s', (_name, fields, given, conclusion) => {
    expect(renderCheckRun(makeReport(fields), given).conclusion).toBe(conclusion);
  });

  it('shows findings at their lines, and the comment without its marker', () => {
    const finding = makeFinding({ path: 'src/a.ts', startLine: 3, endLine: 4, severity: 'critical' });
    const removed = makeFinding({ path: 'src/a.ts', startLine: 9, side: 'old' });
    const check = renderCheckRun(
      makeReport({ findings: [finding, removed], shownCount: 2 }),
      status('failure', 'b'),
    );
    expect(check.title).toBe('b');
    expect(check.summary).not.toContain('<!--');
    expect(check.summary.length).toBeGreaterThan(50);
    expect(check.annotations).toMatchObject([{ path: 'src/a.ts', startLine: 3, endLine: 4 }]);
  });
});

describe('endedWithout', () => {
  it('makes foreign words harmless', () => {
    const { title, summary } = endedWithout('cancelled', 'aborted\nby x', '<img src=x> @team');
    expect(title).not.toContain('\n');
    expect(summary).toBe('&lt;img src=x&gt; `@team`');
  });
});
