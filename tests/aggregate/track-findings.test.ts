import { describe, expect, it } from 'vitest';
import { identifyFindings } from '../../src/aggregate/identify-findings.ts';
import { keepIdentity, type TrackedRun, trackFindings } from '../../src/aggregate/track-findings.ts';
import type { Coverage, Finding, RememberedFinding, ReviewMemory } from '../../src/model.ts';
import { makeAgent, makeFinding } from '../make-finding.ts';

const same = (path: string) => path;

function covered(...paths: readonly string[]): Coverage {
  return { reviewed: paths.map((path) => ({ path, by: ['tree'] })), excluded: [], notReviewed: [] };
}

function run(head: string, more: Partial<TrackedRun> = {}): TrackedRun {
  return {
    head,
    agents: [makeAgent()],
    coverage: covered('src/a.ts'),
    pathAtBase: same,
    sarifRead: false,
    ...more,
  };
}

function found(more: Partial<Finding> = {}): Finding {
  const [finding] = identifyFindings(
    [makeFinding({ path: 'src/a.ts', quote: 'eval(input)', symbol: 'load', ...more })],
    same,
  );
  if (finding === undefined) throw new Error('nothing was identified');
  return finding;
}

function memoryOf(findings: readonly RememberedFinding[], head = 'aaa'): ReviewMemory {
  return {
    head,
    base: 'b',
    baseLabel: 'main',
    configDigest: 'c',
    modelsDigest: null,
    rounds: 1,
    finished: [],
    files: new Set(),
    glanced: new Set(),
    seenHead: 'h',
    signatures: new Set(),
    lines: new Set(),
    findings,
    carried: [],
  };
}

const first = trackFindings([found()], null, run('aaa'));

describe('the life of a finding', () => {
  it('is new on the first review', () => {
    expect(first.findings.map(({ state }) => state)).toEqual(['new']);
    expect(first.since).toBeNull();
    expect(first.remembered).toMatchObject([{ state: 'open', path: 'src/a.ts' }]);
  });

  it('stays open wherever its line went', () => {
    const again = trackFindings(
      [found({ startLine: 90, endLine: 90 })],
      memoryOf(first.remembered),
      run('bbb'),
    );
    expect(again.findings[0]?.state).toBe('open');
    expect(again.since).toMatchObject({ head: 'aaa', fixed: [], notChecked: 0 });
  });

  it('stays open when its line was edited', () => {
    const edited = found({ quote: 'eval(input.trim())' });
    const again = trackFindings([edited], memoryOf(first.remembered), run('bbb'));
    expect(again.findings[0]?.state).toBe('open');
    expect(again.remembered).toHaveLength(1);
  });

  it.each([
    ['another function', found({ symbol: 'other' })],
    ['another file', found({ path: 'src/z.ts' })],
  ])('moved to %s', (_name, moved) => {
    const after = run('bbb', { coverage: covered('src/a.ts', 'src/z.ts') });
    const memory = memoryOf(first.remembered);
    const again = trackFindings(keepIdentity([moved], memory, same), memory, after);
    expect(again.findings[0]).toMatchObject({
      state: 'moved',
      fingerprint: found().fingerprint,
      id: found().id,
    });
    expect(again.since?.fixed).toEqual([]);
  });

  it('is fixed by the head that lacks it, known as fixed later, and reopened when it returns', () => {
    const fixed = trackFindings([], memoryOf(first.remembered), run('bbb'));
    expect(fixed.since?.fixed).toMatchObject([{ fixedBy: 'bbb', isNew: true, reviewer: found().reviewer }]);
    const later = trackFindings([], memoryOf(fixed.remembered, 'bbb'), run('ccc'));
    expect(later.since?.fixed).toMatchObject([{ fixedBy: 'bbb', isNew: false }]);
    const back = trackFindings([found()], memoryOf(later.remembered, 'ccc'), run('ddd'));
    expect(back.findings[0]?.state).toBe('reopened');
    expect(back.since?.fixed).toEqual([]);
    const after = trackFindings([found()], memoryOf(back.remembered, 'ddd'), run('eee'));
    expect(after.findings[0]?.state).toBe('open');
  });

  it('is fixed when its file left the change', () => {
    const fixed = trackFindings(
      [],
      memoryOf(first.remembered),
      run('bbb', { coverage: covered('src/b.ts') }),
    );
    expect(fixed.since?.fixed).toHaveLength(1);
  });

  it('is not called fixed when nobody looked', () => {
    const failed = run('bbb', { agents: [makeAgent({ status: 'failed' })] });
    const unread = run('bbb', {
      coverage: { ...covered(), notReviewed: [{ path: 'src/a.ts', reason: 'too large' }] },
    });
    for (const blind of [failed, unread]) {
      const again = trackFindings([], memoryOf(first.remembered), blind);
      expect(again.since).toMatchObject({ fixed: [], notChecked: 1 });
      expect(again.remembered).toMatchObject([{ state: 'open' }]);
    }
  });

  it('of a model is not called fixed when no model was asked', () => {
    const [raised] = trackFindings([found({ origin: 'model' })], null, run('aaa')).remembered;
    const without = trackFindings([], memoryOf(raised === undefined ? [] : [raised]), run('bbb'));
    expect(without.since).toMatchObject({ fixed: [], notChecked: 1 });
    const asked = run('bbb', { agents: [makeAgent({ engine: 'analyzers+model', model: 'm' })] });
    expect(
      trackFindings([], memoryOf(raised === undefined ? [] : [raised]), asked).since?.fixed,
    ).toHaveLength(1);
  });

  it('stays dismissed, and its dismissal ends with its code', () => {
    const dismissed = found({ state: 'dismissed', suppressedBy: 'dismissal' });
    const kept = trackFindings([dismissed], memoryOf(first.remembered), run('bbb'));
    expect(kept.findings[0]?.state).toBe('dismissed');
    expect(kept.since?.dismissed).toEqual([dismissed.id]);
    const again = trackFindings([dismissed], memoryOf(kept.remembered, 'bbb'), run('ccc'));
    expect(again.since?.dismissed).toEqual([]);
    const changed = found({ quote: 'eval(other)' });
    const ended = trackFindings([changed], memoryOf(kept.remembered, 'bbb'), run('ccc'));
    expect(ended.findings[0]?.state).toBe('reopened');
    expect(ended.since?.endedDismissals).toEqual([changed.id]);
  });

  it('tells equal findings apart: one of two fixed leaves one open', () => {
    const two = identifyFindings(
      [
        makeFinding({ path: 'src/a.ts', quote: 'eval(x)', startLine: 3 }),
        makeFinding({ path: 'src/a.ts', quote: 'eval(x)', startLine: 9 }),
      ],
      same,
    );
    const before = trackFindings(two, null, run('aaa'));
    const after = trackFindings(two.slice(0, 1), memoryOf(before.remembered), run('bbb'));
    expect(after.findings.map(({ state }) => state)).toEqual(['open']);
    expect(after.since?.fixed).toHaveLength(1);
  });

  it('leaves out what is not shown', () => {
    const hidden = found({ suppressedBy: 'confidence 20 is below 50' });
    const result = trackFindings([hidden], memoryOf([]), run('bbb'));
    expect(result.findings[0]?.state).toBe('new');
    expect(result.remembered).toEqual([]);
  });
});
