import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Report } from '../../src/model.ts';
import { SEVERITIES } from '../../src/model.ts';
import { fitBudget } from '../../src/render/fit-budget.ts';
import { COMMENT_MARKER, renderMarkdown } from '../../src/render/render-markdown.ts';
import { makeAgent, makeFinding } from '../make-finding.ts';
import { makeFailingReport, makeReport } from './make-report.ts';
import { INVISIBLE, NAUGHTY_STRINGS, poisonedReport } from './naughty-strings.ts';
import {
  codeBlocks,
  foreignMarkup,
  isBalanced,
  liveReferences,
  parseMarkdown,
  textOutsideCode,
} from './rendered-markdown.ts';

const blobUrl = (path: string, line: number) => `https://forge.example/blob/abc/${path}#L${line}`;
const secondLine = (markdown: string) => markdown.split('\n')[1] ?? '';
const byteLength = (text: string) => new TextEncoder().encode(text).length;

function expectInert(markdown: string): void {
  const html = parseMarkdown(markdown);
  expect(foreignMarkup(html)).toEqual([]);
  expect(liveReferences(markdown)).toEqual([]);
  expect(isBalanced(html)).toBe(true);
  expect(INVISIBLE.test(markdown.replaceAll('\n', ''))).toBe(false);
  expect(markdown.indexOf(COMMENT_MARKER)).toBe(0);
  expect(markdown.lastIndexOf(COMMENT_MARKER)).toBe(0);
}

describe('the verdict stands first', () => {
  it('starts with the marker, then the heading', () => {
    const markdown = renderMarkdown(makeFailingReport());
    expect(
      markdown.startsWith('<!-- multi-agent-review v1 -->\n### ❌ 1 critical finding blocks this change'),
    ).toBe(true);
  });

  it('a gate at another severity counts what blocks', () => {
    const markdown = renderMarkdown(makeFailingReport({ failOn: 'high' }));
    expect(secondLine(markdown)).toContain('❌ 1 critical and 1 high findings block this change');
  });

  it('findings that do not block', () => {
    const findings = [makeFinding({ severity: 'medium' }), makeFinding({ severity: 'low' })];
    expect(secondLine(renderMarkdown(makeReport({ findings })))).toContain(
      '✅ Nothing blocks this change: 1 medium and 1 low findings',
    );
  });

  it('a timed-out reviewer and unread files are named in the first line', () => {
    const report = makeReport({
      verdict: 'incomplete',
      gate: 'incomplete',
      mode: 'models',
      agents: [
        makeAgent(),
        makeAgent({ name: 'performance', status: 'timed-out', reason: 'no answer in 60 s' }),
      ],
      incompleteReasons: ['performance: no answer in 60 s', '2 files could not be reviewed'],
      coverage: {
        reviewed: [{ path: 'a.ts', by: ['tree'] }],
        excluded: [],
        notReviewed: [
          { path: 'big.js', reason: 'larger than 2 MB' },
          { path: 'b.ts', reason: 'no patch' },
        ],
      },
    });
    const markdown = renderMarkdown(report);
    expect(secondLine(markdown)).toBe('### ⚠️ Review incomplete: performance timed out, 2 files not reviewed');
    expect(markdown).toContain('1/2 reviewers · 1/3 files');
    expect(markdown).toContain('- `big.js`: larger than 2 MB');
    expect(markdown).toContain('⚠️ timed out: no answer in 60 s');
    expect(markdown.toLowerCase()).not.toContain('clean');
  });

  it('a critical finding in an incomplete review says both', () => {
    const report = makeFailingReport({
      verdict: 'incomplete',
      agents: [makeAgent({ name: 'performance', status: 'failed' })],
      incompleteReasons: ['performance: failed'],
    });
    expect(secondLine(renderMarkdown(report))).toContain(
      '❌ 1 critical finding blocks this change · incomplete: performance failed',
    );
  });

  it('skipped is neither clean nor reviewed', () => {
    const report = makeReport({
      verdict: 'skipped',
      coverage: { reviewed: [], excluded: [{ path: 'a.lock', reason: 'lock file' }], notReviewed: [] },
    });
    const markdown = renderMarkdown(report);
    expect(secondLine(markdown)).toContain('Skipped by configuration: 0 of 1 file reviewed');
    expect(markdown.toLowerCase()).not.toContain('clean');
  });

  it('a report that calls an empty review clean is not believed', () => {
    const report = makeReport({ mode: 'models', coverage: { reviewed: [], excluded: [], notReviewed: [] } });
    expect(renderMarkdown(report).toLowerCase()).not.toContain('clean');
  });

  it('an override names the person without pinging', () => {
    const markdown = renderMarkdown(makeFailingReport({ gate: 'pass', overriddenBy: 'octocat' }));
    expect(secondLine(markdown)).toContain('✅ Overridden by `@octocat`');
  });

  it('says plainly that no model reviewed', () => {
    const agents = [makeAgent({ engine: 'analyzers+model', model: 'm', status: 'failed' })];
    expect(
      renderMarkdown(makeReport({ mode: 'models', verdict: 'incomplete', gate: 'incomplete', agents })),
    ).toContain('No model reviewed this change');
  });
});

describe('R44 no-key mode is honest', () => {
  const reports: readonly (readonly [string, Partial<Report>])[] = [
    ['without findings', {}],
    ['with findings', { findings: [makeFinding({ severity: 'low' })] }],
    ['with a failed gate', { findings: [makeFinding()], gate: 'fail' }],
    ['incomplete', { verdict: 'incomplete', gate: 'incomplete', incompleteReasons: ['x'] }],
    ['skipped', { verdict: 'skipped', coverage: { reviewed: [], excluded: [], notReviewed: [] } }],
  ];

  it.each(reports)('%s: the heading says deterministic mode', (_name, changes) => {
    expect(secondLine(renderMarkdown(makeReport({ ...changes, mode: 'deterministic' })))).toContain(
      'deterministic mode',
    );
  });

  it.each(reports)('%s: the heading never equals that of a full review', (_name, changes) => {
    const without = secondLine(renderMarkdown(makeReport({ ...changes, mode: 'deterministic' })));
    const full = secondLine(renderMarkdown(makeReport({ ...changes, mode: 'models' })));
    expect(without).not.toBe(full);
    expect(full).not.toContain('deterministic');
  });

  it('does not call an analyzer-only review clean', () => {
    expect(renderMarkdown(makeReport()).toLowerCase()).not.toContain('clean');
    expect(secondLine(renderMarkdown(makeReport({ mode: 'models' })))).toBe(
      '### ✅ Clean: no findings in 2 files',
    );
  });
});

describe('findings', () => {
  it('a blocking finding has its code, its proof and its fix', () => {
    const html = parseMarkdown(renderMarkdown(makeFailingReport(), { blobUrl }));
    expect(html).toContain('<h4>1 · critical · SQL built from request input</h4>');
    expect(html).toContain('href="https://forge.example/blob/abc/src/db/search.ts#L42"');
    const [frame, suggestion] = codeBlocks(html);
    expect(frame).toContain('▶ 42 │   const rows = await db.query(');
    expect(suggestion).toMatch(
      /^- {3}const rows.*\n\+ {3}const rows = await db\.query\(BY_NAME, \[name\]\);\n$/,
    );
    expect(html).toContain('sink: query() runs the text as SQL');
    expect(html).toContain('Pass the value as a parameter of the query.');
    expect(html).toContain('also seen by correctness');
  });

  it.each(SEVERITIES)('%s appears with its title, place and id', (severity) => {
    const text = textOutsideCode(
      parseMarkdown(renderMarkdown(makeReport({ findings: [makeFinding({ severity })] }))),
    );
    const markdown = renderMarkdown(makeReport({ findings: [makeFinding({ severity })] }));
    expect(text).toContain('SQL built from request input');
    expect(markdown).toContain('`src/db/search.ts:42`');
    expect(markdown).toContain('`3fa9c21b`');
  });

  it('low and info are folded, what lies beyond the cap is listed apart', () => {
    const markdown = renderMarkdown(makeFailingReport({ shownCount: 4 }));
    expect(markdown).toContain('<summary>1 low finding, folded</summary>');
    expect(markdown).toContain('<summary>1 info finding beyond the limit</summary>');
  });

  it('a critical finding is never folded, wherever the cap stands', () => {
    const findings = [
      makeFinding({ origin: 'model', verdict: 'unverified' }),
      makeFinding({ severity: 'high' }),
    ];
    const markdown = renderMarkdown(makeReport({ findings, shownCount: 0 }));
    expect(markdown).toContain('#### 1 · critical · SQL built from request input');
  });

  it('dismissed findings stand in their own folded section, with whom and why', () => {
    const dismissed = makeFinding({
      state: 'dismissed',
      suppressedBy: 'dismissal: fixed in #12 says @bob (@alice, dismissals.yml:12)',
    });
    const markdown = renderMarkdown(makeReport({ findings: [dismissed] }));
    expectInert(markdown);
    expect(markdown).toContain('<summary>Dismissed: 1 finding</summary>');
    expect(markdown).toContain('`3fa9c21b` critical · SQL built from request input · `src/db/search.ts:42`');
    expect(markdown).toContain('(`@alice`, dismissals.yml:12)');
    expect(markdown).not.toContain('Not shown');
  });

  it('suppressed findings are counted with their reason and not shown', () => {
    const findings = [
      makeFinding({
        severity: 'low',
        title: 'Quiet one',
        suppressedBy: 'rule switched off by configuration',
      }),
    ];
    const markdown = renderMarkdown(makeReport({ findings }));
    expect(markdown).toContain('<summary>Not shown: 1 finding</summary>');
    expect(markdown).toContain('- 1 × rule switched off by configuration');
    expect(markdown).not.toContain('Quiet one');
  });

  it('conflicts, configuration problems and notes are there', () => {
    const markdown = renderMarkdown(
      makeReport({
        conflicts: [{ findings: ['aaaa1111', 'bbbb2222'], reason: 'one adds what the other removes' }],
        configProblems: [
          {
            file: '.github/multi-agent-review.yml',
            line: 7,
            column: 3,
            key: 'fail-on',
            message: '"x" is no severity',
          },
        ],
        notes: ['Advisories were not looked up.'],
      }),
    );
    expect(markdown).toContain('- `aaaa1111` and `bbbb2222`: one adds what the other removes');
    expect(markdown).toContain('- `.github/multi-agent-review.yml:7` `fail-on`: "x" is no severity');
    expect(markdown).toContain('- Advisories were not looked up.');
  });

  it('commands stand in the footer only when they can be answered', () => {
    expect(renderMarkdown(makeFailingReport())).not.toContain('/review');
    expect(renderMarkdown(makeFailingReport(), { commands: true })).toContain('`/review explain 3fa9c21b`');
  });

  it('the table has one row per reviewer with tokens and cost', () => {
    const agent = makeAgent({
      engine: 'analyzers+model',
      model: 'claude-sonnet-5-5',
      ms: 3_100,
      tokens: { input: 1_200, cacheWritten: 0, cacheRead: 14_000, output: 900 },
      costUsd: 0.0131,
    });
    expect(renderMarkdown(makeReport({ mode: 'models', agents: [agent] }))).toContain(
      '| security | no findings | 3.1 s | analyzers + claude-sonnet-5-5 | 1.2k / 14k / 900 | $0.013 |',
    );
    const withoutModels = renderMarkdown(makeReport({ agents: [makeAgent({ ms: 3_100 })] }));
    expect(withoutModels).toContain(
      '| Reviewer | Result | Time |\n| --- | --- | ---: |\n| security | no findings | 3.1 s |\n\n',
    );
  });
});

describe('R17 R18 R19 a comment full of foreign text is inert', () => {
  it.each(NAUGHTY_STRINGS)('%j everywhere', (text) => {
    const markdown = renderMarkdown(poisonedReport(text), { blobUrl, commands: true });
    expectInert(markdown);
  });

  it.each(NAUGHTY_STRINGS)('%j: the parser sees the blocks we made and no others', (text) => {
    const html = parseMarkdown(renderMarkdown(poisonedReport(text), { blobUrl }));
    const blocks = [...html.matchAll(/<pre><code class="language-(?:text|diff)">/g)].length;
    expect(codeBlocks(html)).toHaveLength(blocks);
    expect([...html.matchAll(/<h3>/g)]).toHaveLength(1);
    expect([...html.matchAll(/<h4>/g)]).toHaveLength(3);
    expect([...html.matchAll(/<table>/g)]).toHaveLength(1);
  });

  it('holds for any text', () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom(...NAUGHTY_STRINGS.slice(0, -1)), fc.string({ unit: 'binary' })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(text, (parts) => expectInert(renderMarkdown(poisonedReport(parts.join(' ')), { blobUrl }))),
      { numRuns: 100 },
    );
  });
});

describe('R22 body limits', () => {
  function many(count: number, severity: Finding['severity'], changes: Partial<Finding> = {}): Finding[] {
    return Array.from({ length: count }, (_, index) =>
      makeFinding({
        severity,
        id: `${severity.charAt(0)}${index}`,
        path: `src/${severity}/${index}.ts`,
        ...changes,
      }),
    );
  }

  it('2,000 findings fit, criticals all stand, the lowest went, and it says how many', () => {
    const findings = [
      ...many(30, 'critical'),
      ...many(370, 'high'),
      ...many(800, 'medium'),
      ...many(800, 'low'),
    ];
    const markdown = renderMarkdown(makeReport({ findings, gate: 'fail' }), { blobUrl });
    expect(byteLength(markdown)).toBeLessThanOrEqual(60_000);
    for (let index = 0; index < 30; index += 1) expect(markdown).toContain(`src/critical/${index}.ts`);
    const left = /Left out of this comment for its size: ([^*]*) findings/.exec(markdown)?.[1] ?? '';
    expect(left).toContain('800 low');
    expect(left).not.toContain('critical');
    const kept = (severity: string) =>
      new Set([...markdown.matchAll(new RegExp(`src/${severity}/\\d+\\.ts`, 'g'))].map(String)).size;
    const leftOut = (severity: string) =>
      Number((new RegExp(`([\\d,]+) ${severity}`).exec(left)?.[1] ?? '0').replace(',', ''));
    expect(kept('high') + leftOut('high')).toBe(370);
    expect(kept('medium') + leftOut('medium')).toBe(800);
    expect(isBalanced(parseMarkdown(markdown))).toBe(true);
    expectInert(markdown);
  });

  it('400 criticals are one line each before any is cut', () => {
    const markdown = renderMarkdown(makeReport({ findings: many(400, 'critical'), gate: 'fail' }), {
      blobUrl,
    });
    expect(byteLength(markdown)).toBeLessThanOrEqual(60_000);
    for (let index = 0; index < 400; index += 1) expect(markdown).toContain(`src/critical/${index}.ts`);
    expect(markdown).not.toContain('Left out');
  });

  it.each(['word ', '`', '```\n', '|', '<b>', '@a ', '\u200ba', '漢', '🎉', '\n'])(
    '300 KB of %j in every text field',
    (unit) => {
      const markdown = renderMarkdown(poisonedReport(unit.repeat(300_000 / unit.length)), {
        blobUrl,
        commands: true,
      });
      expect(byteLength(markdown)).toBeLessThanOrEqual(60_000);
      expectInert(markdown);
    },
  );

  it('what is left out is never more important than what stays', () => {
    const slots = ['aaaa', 'b'.repeat(50), 'c'].map((text) => ({ sizes: [text, ''] }));
    expect(fitBudget(slots, 20)).toEqual(['aaaa', '', '']);
    expect(fitBudget([...slots, { sizes: ['long must', 'must'] }], 20)).toEqual([
      'aaaa',
      '',
      '',
      'long must',
    ]);
    expect(fitBudget([{ sizes: ['', ''] }, { sizes: ['c', ''] }], 20)).toEqual(['', 'c']);
  });

  it('2,000 unread files are listed first, then counted', () => {
    const notReviewed = Array.from({ length: 2_000 }, (_, index) => ({
      path: `dir/${index}.ts`,
      reason: 'no patch',
    }));
    const report = makeReport({
      verdict: 'incomplete',
      gate: 'incomplete',
      coverage: { reviewed: [], excluded: [], notReviewed },
    });
    const markdown = renderMarkdown(report);
    expect(secondLine(markdown)).toContain('2,000 files not reviewed');
    expect(markdown).toContain('- and 1,970 more files');
    expect(byteLength(markdown)).toBeLessThanOrEqual(60_000);
  });

  it('any budget from 20,000 bytes holds', () => {
    const findings = [...many(40, 'critical'), ...many(60, 'medium')];
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 65_000 }), (budget) => {
        const markdown = renderMarkdown(makeReport({ findings, gate: 'fail' }), { budget });
        expect(byteLength(markdown)).toBeLessThanOrEqual(budget);
        expect(isBalanced(parseMarkdown(markdown))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
