import { describe, expect, it } from 'vitest';
import { displayWidth, fitColumns, wrapColumns } from '../../src/render/display-width.ts';
import { escapeTerminal } from '../../src/render/escape-terminal.ts';
import { renderText } from '../../src/render/render-text.ts';
import { makeAgent, makeFinding } from '../make-finding.ts';
import { makeFailingReport, makeReport } from './make-report.ts';
import { INVISIBLE, NAUGHTY_STRINGS, poisonedReport } from './naughty-strings.ts';

const plain = { color: false, width: 100 };
/** Escape sequences of ours: colours, and links to cwe.mitre.org. */
const OUR_SEQUENCES =
  /\u001b\[\d+m|\u001b\]8;;(?:https:\/\/cwe\.mitre\.org\/data\/definitions\/\d+\.html)?\u001b\\/g;

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1) ?? '';

describe('the terminal report', () => {
  it('starts with the verdict and ends with the gate and the exit code', () => {
    const text = renderText(makeFailingReport(), plain);
    expect(text.split('\n')[0]).toBe('✖ 1 critical finding blocks this change · deterministic mode');
    expect(lastLine(text)).toBe('Gate failed: 1 finding at or above critical. Exit code 1.');
  });

  it('clean and incomplete end with their own exit codes', () => {
    expect(lastLine(renderText(makeReport(), plain))).toContain('Exit code 0.');
    const incomplete = makeReport({
      verdict: 'incomplete',
      gate: 'incomplete',
      incompleteReasons: ['style: failed'],
    });
    expect(lastLine(renderText(incomplete, plain))).toBe(
      'Gate incomplete: a part of the change was not reviewed. Exit code 2.',
    );
    expect(renderText(incomplete, plain).toLowerCase()).not.toContain('clean');
  });

  it('shows code with numbers, a mark and an underline as long as the code', () => {
    const lines = renderText(makeFailingReport(), plain).split('\n');
    const marked = lines.findIndex((line) => line.startsWith('  ▶ 42 │   const rows'));
    const code = (lines[marked] ?? '').split('│')[1]?.trim() ?? '';
    expect(lines[marked - 1]).toBe('    41 │   const name = request.query.name;');
    expect((lines[marked + 1] ?? '').trim()).toBe(`│   ${'^'.repeat(code.length)}`);
  });

  it('has what goes wrong, the proof and the fix of a blocking finding', () => {
    const text = renderText(makeFailingReport(), { color: false, width: 120 });
    expect(text).toMatch(/Goes wrong {2,}A name such as/);
    expect(text).toMatch(/Proof {2,}1\. src\/db\/search\.ts:40 /);
    expect(text).toMatch(/Fix {2,}Pass the value as a parameter/);
    expect(text).toMatch(/\n {14}- {3}const rows.*\n {14}\+ {3}const rows/);
  });

  it.each([60, 80, 100, 140])('no line is wider than %i columns', (width) => {
    const reports = [
      makeFailingReport({ shownCount: 3, notes: ['a note that is long '.repeat(20)] }),
      makeReport({
        verdict: 'incomplete',
        gate: 'incomplete',
        incompleteReasons: ['x'.repeat(300)],
        agents: [
          makeAgent({
            name: 'n'.repeat(60),
            status: 'failed',
            reason: 'r'.repeat(300),
            engine: 'model',
            model: 'm'.repeat(60),
            costUsd: 1,
          }),
        ],
        findings: [
          makeFinding({
            path: `${'deep/'.repeat(60)}a.ts`,
            title: '漢字'.repeat(60),
            explanation: '漢'.repeat(500),
          }),
        ],
      }),
    ];
    for (const report of reports) {
      for (const line of renderText(report, { color: false, width }).split('\n')) {
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  });

  it('lists every file that was not reviewed up to 20, then counts', () => {
    const notReviewed = Array.from({ length: 25 }, (_, index) => ({
      path: `f${index}.ts`,
      reason: 'too large',
    }));
    const text = renderText(
      makeReport({
        verdict: 'incomplete',
        gate: 'incomplete',
        coverage: { reviewed: [], excluded: [], notReviewed },
      }),
      plain,
    );
    expect(text).toContain('NOT REVIEWED: 25 files');
    expect(text).toContain('f19.ts: too large');
    expect(text).not.toContain('f20.ts');
    expect(text).toContain('- and 5 more');
  });

  it('2,000 findings: the shown in full, some listed, the rest counted by severity', () => {
    const findings = Array.from({ length: 2_000 }, (_, index) =>
      makeFinding({ severity: 'low', id: `id${index}` }),
    );
    const text = renderText(makeReport({ findings, shownCount: 10 }), plain);
    expect(text).toContain('Small things: 10 low findings');
    expect(text).toContain('Beyond the limit: 1,990 low findings');
    expect(text).toContain('and 1,960 more');
    expect(text.split('\n').length).toBeLessThan(300);
  });

  it('the table aligns its columns and marks who did not end well', () => {
    const agents = [
      makeAgent({ name: 'security' }),
      makeAgent({ name: 'performance', status: 'timed-out', reason: 'no answer in 60 s', ms: 60_000 }),
    ];
    const lines = renderText(makeReport({ agents }), plain).split('\n');
    const head = lines.find((line) => line.includes('Reviewer ')) ?? '';
    const security = lines.find((line) => line.includes('✓ security')) ?? '';
    const performance = lines.find((line) => line.includes('✗ performance')) ?? '';
    expect(security.indexOf('no findings')).toBe(head.indexOf('Result'));
    expect(performance.indexOf('timed out: no answer in 60 s')).toBe(head.indexOf('Result'));
    expect(performance.endsWith('1 min 0 s')).toBe(true);
    expect(performance.length).toBe(security.length);
  });

  it('dismissed findings have their own section, with whom and why', () => {
    const suppressedBy = 'dismissal: a closed list (@alice, dismissals.yml:12)';
    const text = renderText(makeReport({ findings: [makeFinding({ state: 'dismissed', suppressedBy })] }), {
      ...plain,
      width: 200,
    });
    expect(text).toContain('Dismissed: 1 finding');
    expect(text).toContain(
      '3fa9c21b critical SQL built from request input · src/db/search.ts:42: a closed list (@alice, dismissals.yml:12)',
    );
    expect(text).not.toContain('Not shown');
  });

  it('colour changes no word', () => {
    const report = makeFailingReport();
    const coloured = renderText(report, { color: true, width: 100, hyperlinks: true });
    expect(coloured).not.toBe(renderText(report, plain));
    expect(coloured.replace(OUR_SEQUENCES, '')).toBe(renderText(report, plain));
  });

  it('links a weakness only when asked', () => {
    const link = '\u001b]8;;https://cwe.mitre.org/data/definitions/89.html\u001b\\CWE-89\u001b]8;;\u001b\\';
    expect(renderText(makeFailingReport(), { ...plain, hyperlinks: true })).toContain(link);
    expect(renderText(makeFailingReport(), plain)).not.toContain('\u001b');
  });
});

describe('R23 no foreign text reaches the terminal as anything but text', () => {
  it.each(NAUGHTY_STRINGS)('%j everywhere', (text) => {
    const shown = renderText(poisonedReport(text), { color: true, width: 100, hyperlinks: true });
    const rest = shown.replace(OUR_SEQUENCES, '');
    expect(INVISIBLE.test(rest.replaceAll('\n', ''))).toBe(false);
    expect(rest.split('\n').filter((line) => /^(?:::|##\[)/.test(line))).toEqual([]);
  });

  it('shows escape sequences and keeps to one line', () => {
    expect(escapeTerminal('\u001b[31mred\u001b[0m\r\nnext\u0007')).toBe(
      '⟦U+001B⟧[31mred⟦U+001B⟧[0m next⟦U+0007⟧',
    );
    expect(escapeTerminal('::add-mask::x')).toBe(' ::add-mask::x');
  });
});

describe('columns', () => {
  it('counts wide, combining and joined characters', () => {
    expect(displayWidth('abc')).toBe(3);
    expect(displayWidth('漢字')).toBe(4);
    expect(displayWidth('e\u0301')).toBe(1);
  });

  it('wraps at spaces and cuts words that are longer than a line', () => {
    expect(wrapColumns('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapColumns('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrapColumns('', 4)).toEqual(['']);
    expect(fitColumns('abcdef', 4)).toBe('abc…');
    expect(fitColumns('漢字漢字', 5)).toBe('漢字…');
  });
});
