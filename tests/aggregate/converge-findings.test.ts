import { describe, expect, it } from 'vitest';
import { buildReport, type ReportFrame } from '../../src/aggregate/build-report.ts';
import { rememberReview } from '../../src/aggregate/remember-review.ts';
import type { GatedFinding } from '../../src/aggregate/run-outcome.ts';
import { DEFAULT_SETTINGS } from '../../src/config/default-settings.ts';
import type { EarlierReview, Report, ReviewExtent, ReviewMemory, Settings } from '../../src/model.ts';
import { renderMarkdown } from '../../src/render/render-markdown.ts';
import { makeChangedFile, makeContext } from '../make-changed-file.ts';
import { makeAgent, makeGated } from '../make-finding.ts';

const FRAME: ReportFrame = {
  tool: { name: 'multi-agent-review', version: '0.0.0' },
  mode: 'deterministic',
  workflow: 'default',
  configDigest: 'd',
  reviewers: [],
  dismissals: [],
  today: '2026-11-21',
};
const OLD = ['let first = 1;', 'let second = 2;', 'let third = 3;'];

interface Push {
  readonly lines: readonly string[];
  readonly findings?: readonly GatedFinding[];
  readonly settings?: Partial<Settings>;
  readonly earlier?: EarlierReview | null;
  readonly head?: string;
  readonly configDigest?: string;
  readonly extent?: ReviewExtent;
}

/** One review of a pull request that changes one file, and what it leaves for the next. */
function push({ lines, findings = [], settings = {}, earlier = null, ...more }: Push): {
  readonly report: Report;
  readonly memory: ReviewMemory;
} {
  const { head = 'b'.repeat(40), configDigest = 'd', extent = null } = more;
  const context = makeContext([makeChangedFile('src/a.ts', null, `${lines.join('\n')}\n`)], {
    settings: { ...DEFAULT_SETTINGS, ...settings },
    head: { sha: head, label: 'topic' },
  });
  const coverage = { reviewed: [{ path: 'src/a.ts', by: ['text'] }], excluded: [], notReviewed: [] };
  const outcome = { findings, agents: [makeAgent()], coverage, notes: [], ms: 1 };
  const report = buildReport(context, outcome, { ...FRAME, configDigest, earlier, extent });
  return { report, memory: rememberReview(report, { context, analyzed: [], modelsDigest: null, earlier }) };
}

function followedBy(rounds: number, memory: ReviewMemory, more: Partial<EarlierReview> = {}): EarlierReview {
  return {
    memory: { ...memory, rounds },
    isTrusted: true,
    widenBecause: [],
    reviewersAgain: [],
    fullWhenUnchanged: false,
    linesSince: null,
    isAutomatic: true,
    ...more,
  };
}

function raised(line: number, lines: readonly string[], more: Partial<GatedFinding> = {}): GatedFinding {
  const quote = lines[line - 1] ?? '';
  return makeGated({ startLine: line, endLine: line, quote, category: 'logic', severity: 'low', ...more });
}

const before = push({ lines: OLD, head: 'a'.repeat(40) }).memory;
const changed = [...OLD, 'let fourth = 4;'];
const states = ({ findings }: Report) => findings.map(({ suppressedBy }) => suppressedBy ?? 'shown');

describe('a review that has converged', () => {
  it('says nothing new of lines that were there, and all of new ones', () => {
    const findings = [raised(2, changed), raised(4, changed)];
    const { report } = push({ lines: changed, findings, earlier: followedBy(5, before) });
    expect(states(report)).toEqual(['shown', expect.stringMatching(/^converged: first raised after 5/)]);
    expect(report.convergence).toEqual({ round: 6, after: 5, suppressed: 1 });
    expect(report.findings).toHaveLength(2);
  });

  it('is said in the comment, with the way back and the count of what is not shown', () => {
    const findings = [raised(2, changed), raised(4, changed)];
    const { report } = push({ lines: changed, findings, earlier: followedBy(5, before) });
    const comment = renderMarkdown(report, { commands: true });
    expect(comment).toContain('This review has converged: after 5 automatic reviews');
    expect(comment).toContain('1 finding is not shown for it.');
    expect(comment).toContain('`/review full` looks at everything again.');
    expect(comment).toContain('<summary>Not shown: 1 finding</summary>');
    expect(renderMarkdown(report)).not.toContain('/review full');
  });

  it.each([
    ['the fifth round', followedBy(4, before), {}],
    ['a setting of 0', followedBy(500, before), { convergence: { rounds: 0 } }],
    ['a later setting', followedBy(6, before), { convergence: { rounds: 7 } }],
    ['a command', followedBy(9, before, { isAutomatic: false }), {}],
    ['the first review', null, {}],
  ])('holds nothing back at %s', (_name, earlier, settings) => {
    const { report } = push({ lines: changed, findings: [raised(2, changed)], earlier, settings });
    expect(states(report)).toEqual(['shown']);
    expect(report.convergence).toBeUndefined();
    expect(renderMarkdown(report)).not.toContain('converged');
  });

  it('holds nothing back after other rules, without keys, or where the reviewer did not finish', () => {
    const findings = [raised(2, changed)];
    const unknown = { ...before, lines: new Set<string>() };
    const unfinished = { ...before, finished: [] };
    for (const earlier of [followedBy(9, unknown), followedBy(9, unfinished)])
      expect(states(push({ lines: changed, findings, earlier }).report)).toEqual(['shown']);
    const other = push({ lines: changed, findings, earlier: followedBy(9, before), configDigest: 'other' });
    expect(states(other.report)).toEqual(['shown']);
  });

  it('keeps what was open, whatever it is', () => {
    const known = push({ lines: OLD, findings: [raised(2, OLD)], head: 'a'.repeat(40) }).memory;
    const { report } = push({
      lines: changed,
      findings: [raised(2, changed)],
      earlier: followedBy(9, known),
    });
    expect(report.findings).toMatchObject([{ state: 'open' }]);
    expect(states(report)).toEqual(['shown']);
  });

  it('does not bring back a nit that was gone, not even on a new line; a bug does come back', () => {
    const nit = { category: 'naming', severity: 'medium', ruleId: 'name', symbol: 'f' } as const;
    const bug = { category: 'logic', severity: 'medium', ruleId: 'bug', symbol: 'f' } as const;
    const shown = push({
      lines: OLD,
      findings: [raised(1, OLD, nit), raised(2, OLD, bug)],
      head: 'c'.repeat(40),
    });
    const gone = push({ lines: ['other'], earlier: followedBy(2, shown.memory), head: 'd'.repeat(40) });
    const findings = [raised(1, OLD, nit), raised(2, OLD, bug)];
    const { report } = push({ lines: OLD, findings, earlier: followedBy(9, gone.memory) });
    expect(report.findings.map(({ ruleId, state }) => [ruleId, state])).toEqual([
      ['bug', 'reopened'],
      ['name', 'reopened'],
    ]);
    expect(states(report)).toEqual(['shown', expect.stringMatching(/gone or dismissed/)]);
    const early = push({ lines: OLD, findings, earlier: followedBy(3, gone.memory) });
    expect(states(early.report)).toEqual(['shown', 'shown']);
  });

  it('counts equal lines: one more of them is new', () => {
    const lines = [...OLD, OLD[1] ?? ''];
    const { report } = push({ lines, findings: [raised(4, lines)], earlier: followedBy(9, before) });
    expect(states(report)).toEqual(['shown']);
  });

  it('counts a line as seen only when all of its reviewers saw it, not the one of a small push', () => {
    const glance = { lines: 1, reviewers: ['correctness'] };
    const extent: ReviewExtent = { kind: 'changed', reasons: [], carriedFiles: 0, askedFiles: 1, glance };
    const small = push({ lines: changed, earlier: followedBy(5, before), head: 'c'.repeat(40), extent });
    const lines = [...changed, 'let fifth = 5;'];
    const findings = [raised(2, lines), raised(4, lines)];
    const { report } = push({ lines, findings, earlier: followedBy(6, small.memory) });
    expect(states(report)).toEqual(['shown', expect.stringMatching(/^converged/)]);
    expect(report.findings[0]?.startLine).toBe(4);
  });

  it('the same head again is no further round', () => {
    const { memory } = push({ lines: OLD, earlier: followedBy(5, before), head: 'a'.repeat(40) });
    expect(memory.rounds).toBe(5);
    expect(push({ lines: changed, earlier: followedBy(5, before) }).memory.rounds).toBe(6);
  });
});

describe('R21 pushing often makes nothing of weight quieter', () => {
  const trusted = followedBy(50, before);
  const unsigned = followedBy(50, before, { isTrusted: false });

  it.each([
    ['critical', { severity: 'critical' }],
    ['high', { severity: 'high' }],
    ['a confirmed critical of a model', { severity: 'critical', origin: 'model', verdict: 'confirmed' }],
    ['a medium security finding', { severity: 'medium', category: 'injection' }],
  ] as const)('%s is shown', (_name, more) => {
    const { report } = push({ lines: changed, findings: [raised(2, changed, more)], earlier: trusted });
    expect(states(report)).toEqual(['shown']);
  });

  it('whatever reaches fail-on is shown, and fails', () => {
    const { report } = push({
      lines: changed,
      findings: [raised(2, changed)],
      earlier: trusted,
      settings: { failOn: 'low' },
    });
    expect(report.gate).toBe('fail');
    expect(states(report)).toEqual(['shown']);
  });

  it('a memory that is not signed holds back less than medium alone', () => {
    const findings = [raised(1, changed, { severity: 'medium' }), raised(2, changed)];
    expect(states(push({ lines: changed, findings, earlier: unsigned }).report)).toEqual([
      'shown',
      expect.stringMatching(/^converged/),
    ]);
    expect(states(push({ lines: changed, findings, earlier: trusted }).report)).toEqual([
      expect.stringMatching(/^converged/),
      expect.stringMatching(/^converged/),
    ]);
  });
});
