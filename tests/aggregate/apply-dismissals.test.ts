import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDismissals, type DismissalsAround, staleNotes } from '../../src/aggregate/apply-dismissals.ts';
import { buildReport } from '../../src/aggregate/build-report.ts';
import type { GatedFinding } from '../../src/aggregate/run-outcome.ts';
import type { AgentReport, ChangedFile, Dismissal } from '../../src/model.ts';
import { makeChangedFile, makeContext } from '../make-changed-file.ts';
import { makeAgent, makeFinding, makeGated } from '../make-finding.ts';

const TODAY = '2026-11-21';
const around = (more: Partial<DismissalsAround> = {}): DismissalsAround => ({
  today: TODAY,
  pathAtBase: (path) => path,
  settled: new Set(['src/a.ts']),
  ...more,
});

const finding = makeFinding({ fingerprint: 'f1:1', ruleId: 'no-eval', path: 'src/a.ts' });

function makeDismissal(more: Partial<Dismissal> = {}): Dismissal {
  return {
    fingerprint: 'f1:1',
    scope: 'finding',
    reason: 'a closed list',
    by: 'alice',
    until: null,
    ruleId: 'no-eval',
    path: 'src/a.ts',
    origin: 'file',
    source: 'dismissals.yml:1',
    ...more,
  };
}

const statesOf = (dismissal: Partial<Dismissal>, ...findings: readonly Partial<typeof finding>[]) =>
  applyDismissals(
    findings.map((more) => ({ ...finding, ...more })),
    [makeDismissal(dismissal)],
    around(),
  ).findings.map(({ state }) => state);

describe('what a dismissal reaches', () => {
  it('one finding, by its fingerprint alone', () => {
    expect(statesOf({}, {}, { fingerprint: 'f1:2' }, { path: 'moved.ts' })).toEqual([
      'dismissed',
      'new',
      'dismissed',
    ]);
  });

  it('the same rule in the same file, also when the file is renamed', () => {
    const scope = { scope: 'file', fingerprint: '' } as const;
    expect(statesOf(scope, { fingerprint: 'f1:2' }, { path: 'b.ts' }, { ruleId: 'other' })).toEqual([
      'dismissed',
      'new',
      'new',
    ]);
    const renamed = around({ pathAtBase: (path) => (path === 'src/new.ts' ? 'src/a.ts' : path) });
    const { findings } = applyDismissals(
      [{ ...finding, path: 'src/new.ts' }],
      [makeDismissal(scope)],
      renamed,
    );
    expect(findings[0]?.state).toBe('dismissed');
  });

  it('the same rule everywhere', () => {
    const { path: _, ...rule } = makeDismissal({ scope: 'rule', fingerprint: '' });
    const subject = makeFinding({ ruleId: 'no-eval', anchor: 'subject' });
    const { findings } = applyDismissals(
      [{ ...finding, path: 'b.ts' }, subject, { ...finding, ruleId: 'x' }],
      [rule],
      around(),
    );
    expect(findings.map(({ state }) => state)).toEqual(['dismissed', 'dismissed', 'new']);
  });

  it('an empty fingerprint matches nothing', () => {
    expect(statesOf({ fingerprint: '' }, { fingerprint: '' })).toEqual(['new']);
  });
});

describe('what it says', () => {
  it('reason, person and place', () => {
    const { findings, used } = applyDismissals(
      [finding],
      [makeDismissal({ reason: ' a\n closed  list ' })],
      around(),
    );
    expect(findings).toEqual([
      { ...finding, state: 'dismissed', suppressedBy: 'dismissal: a closed list (@alice, dismissals.yml:1)' },
    ]);
    expect(used).toHaveLength(1);
  });

  it('the narrowest scope speaks, then the earlier entry; all that match are used', () => {
    const dismissals = [
      makeDismissal({ scope: 'rule', source: 'dismissals.yml:1' }),
      makeDismissal({ scope: 'file', source: 'dismissals.yml:7' }),
      makeDismissal({ source: 'dismissals.yml:14' }),
      makeDismissal({ source: 'https://example.test/comment', origin: 'comment' }),
    ];
    const { findings, used, stale } = applyDismissals([finding], dismissals, around());
    expect(findings[0]?.suppressedBy).toContain('dismissals.yml:14');
    expect(used).toEqual(dismissals);
    expect(stale).toEqual([]);
  });

  it('what is held back for another reason keeps it, and the entry is not stale', () => {
    const held = { ...finding, suppressedBy: 'refuted by the verifier' };
    const { findings, stale } = applyDismissals([held], [makeDismissal()], around());
    expect(findings).toEqual([held]);
    expect(stale).toEqual([]);
  });

  it('drops, adds and reorders nothing', () => {
    const some = fc.array(fc.constantFrom<string[]>('f1:1', 'f1:2', 'f1:3'), { maxLength: 8 });
    fc.assert(
      fc.property(some, some, (found, dismissed) => {
        const findings = found.map((fingerprint) => ({ ...finding, fingerprint }));
        const dismissals = dismissed.map((fingerprint) => makeDismissal({ fingerprint }));
        const result = applyDismissals(findings, dismissals, around());
        expect(result.findings.map(({ fingerprint }) => fingerprint)).toEqual(found);
        for (const { fingerprint, state } of result.findings)
          expect(state === 'dismissed').toBe(dismissed.includes(fingerprint));
        expect(result.used.length + result.stale.length).toBe(dismissals.length);
      }),
    );
  });
});

describe('when it ends', () => {
  it('after its last day, which still counts', () => {
    expect(statesOf({ until: TODAY }, {})).toEqual(['dismissed']);
    expect(statesOf({ until: '2026-11-20' }, {})).toEqual(['new']);
    const { stale } = applyDismissals([finding], [makeDismissal({ until: '2026-11-20' })], around());
    expect(staleNotes(stale)).toEqual([
      'dismissals.yml:1 is stale: it expired after 2026-11-20. Take it out, or renew it.',
    ]);
  });

  const whyStale = (more: Partial<Dismissal>) =>
    applyDismissals([], [makeDismissal(more)], around()).stale.map(({ why }) => why);

  it('is stale where all lines were looked at and nothing matched', () => {
    expect(whyStale({})).toEqual(['matches nothing']);
    expect(whyStale({ scope: 'file' })).toEqual(['matches nothing']);
    expect(staleNotes(applyDismissals([], [makeDismissal()], around()).stale)).toEqual([
      'dismissals.yml:1 is stale: nothing in src/a.ts matches it any more, so its code has changed. Take it out, or renew it.',
    ]);
  });

  it.each<readonly [string, Partial<Dismissal>]>([
    ['its file is not part of the change', { path: 'src/elsewhere.ts' }],
    ['it holds for a rule', { scope: 'rule' }],
    ['a model raised it, which need not repeat itself', { ruleId: 'model/logic' }],
    ['it was said in this pull request', { origin: 'comment' }],
  ])('is not stale when %s', (_name, more) => {
    expect(whyStale(more)).toEqual([]);
  });

  it('many stale entries are counted', () => {
    const dismissals = Array.from({ length: 7 }, (_, index) =>
      makeDismissal({ fingerprint: `f1:${index}x` }),
    );
    const notes = staleNotes(applyDismissals([], dismissals, around()).stale);
    expect(notes).toHaveLength(6);
    expect(notes.at(-1)).toBe('2 more dismissals are stale.');
  });
});

describe('in a report', () => {
  const CODE = 'const rows = eval(input);';
  const critical = (quote: string): GatedFinding =>
    makeGated({ severity: 'critical', ruleId: 'no-eval', path: 'src/a.ts', startLine: 1, endLine: 1, quote });

  function report(
    quote: string | null,
    dismissals: readonly Dismissal[],
    more: { readonly files?: readonly ChangedFile[]; readonly agents?: readonly AgentReport[] } = {},
  ) {
    const files = more.files ?? [makeChangedFile('src/a.ts', null, `${quote ?? 'fine()'}\n`)];
    const path = files[0]?.path ?? '';
    return buildReport(
      makeContext(files),
      {
        findings: quote === null ? [] : [{ ...critical(quote), path }],
        agents: more.agents ?? [makeAgent()],
        coverage: { reviewed: [{ path, by: ['tree'] }], excluded: [], notReviewed: [] },
        notes: [],
        ms: 1,
      },
      {
        tool: { name: 'multi-agent-review', version: '0.0.0' },
        mode: 'deterministic',
        workflow: 'default',
        configDigest: 'd',
        reviewers: [],
        dismissals,
        today: TODAY,
      },
    );
  }
  const fingerprint = report(CODE, []).findings[0]?.fingerprint ?? '';
  const dismissal = makeDismissal({ fingerprint });

  it('a dismissed critical finding stays in it, and neither shows nor gates', () => {
    expect(report(CODE, [])).toMatchObject({ verdict: 'findings', gate: 'fail' });
    expect(report(CODE, [dismissal])).toMatchObject({
      verdict: 'clean',
      gate: 'pass',
      shownCount: 0,
      findings: [{ state: 'dismissed', suppressedBy: 'dismissal: a closed list (@alice, dismissals.yml:1)' }],
      agents: [{ findings: { shown: 0 } }],
      notes: [],
    });
  });

  it('survives spacing, another line and a rename', () => {
    const renamed = makeChangedFile('src/b.ts', null, `${CODE}\n`);
    const file = {
      ...renamed,
      change: { ...renamed.change, status: 'renamed', oldPath: 'src/a.ts' },
    } as const;
    expect(report(`  ${CODE}`, [dismissal]).gate).toBe('pass');
    expect(report(CODE, [dismissal], { files: [file] }).gate).toBe('pass');
  });

  it('ends when the code changes: another finding, which gates, and the entry is named as stale', () => {
    const changed = report('const rows = eval(request.body);', [dismissal]);
    expect(changed).toMatchObject({ verdict: 'findings', gate: 'fail', findings: [{ state: 'new' }] });
    expect(changed.notes).toEqual([
      expect.stringContaining('dismissals.yml:1 is stale: nothing in src/a.ts'),
    ]);
    expect(report(null, [dismissal]).notes).toHaveLength(1);
  });

  it('is not called stale where only a part of the file is in the change, or a reviewer did not end', () => {
    const modified = makeChangedFile('src/a.ts', `${CODE}\nold()\n`, `${CODE}\nnew()\n`);
    expect(report(null, [dismissal], { files: [modified] }).notes).toEqual([]);
    expect(report(null, [dismissal], { agents: [makeAgent({ status: 'timed-out' })] }).notes).toEqual([]);
    const removed = makeChangedFile('src/a.ts', `${CODE}\n`, null);
    expect(report(null, [dismissal], { files: [removed] }).notes).toHaveLength(1);
  });
});
