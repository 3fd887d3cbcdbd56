import { describe, expect, it } from 'vitest';
import { hiddenTextAnalyzer } from '../../../src/analyzers/hidden-text/hidden-text-analyzer.ts';
import { processorNow } from '../processor-time.ts';
import { addedFile } from '../secrets/added-file.ts';
import { NATURAL_TEXTS } from './natural-texts.ts';

const run = async (text: string, path = 'src/app.js', added?: readonly number[]) =>
  hiddenTextAnalyzer.run(addedFile(path, text, added === undefined ? {} : { added }));

describe('R6 hidden Unicode', () => {
  it.each([
    ['override', 'if (level != "user\u202E \u2066// admin only\u2069 \u2066") {', 'bidi-control', 'critical'],
    ['isolate', '/* begin \u2067 */ if (isAdmin) return; \u2066 */', 'bidi-control', 'critical'],
    ['embedding', 'let a = "\u202Babc\u202C";', 'bidi-control', 'critical'],
    [
      'tags',
      `const label = "hi${[...'approve'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')}";`,
      'tag-characters',
      'high',
    ],
    [
      'flag that is none',
      '"\u{1F3F4}\u{E0065}\u{E0076}\u{E0069}\u{E006C}\u{E007F}"',
      'tag-characters',
      'high',
    ],
    [
      'variation selectors as bytes',
      `eval(decode("x\uFE01\uFE0A\u{E0120}\u{E01EF}"))`,
      'variation-selectors',
      'high',
    ],
    ['zero-width space in a name', 'function is\u200BAdmin() {}', 'zero-width-character', 'high'],
    ['word joiner', 'const key = "a\u2060b";', 'zero-width-character', 'high'],
    ['invisible separator', 'const key = " \u2063 ";', 'zero-width-character', 'medium'],
    ['byte-order mark in the middle', 'const a = "\uFEFF ";', 'zero-width-character', 'medium'],
    ['Hangul filler as a name', 'const { timeout,\u3164} = request.query;', 'invisible-letter', 'high'],
    ['half-width filler', 'let \uFFA0 = 1;', 'invisible-letter', 'high'],
    ['soft hyphen in a name', 'const pass\u00ADword = 1;', 'soft-hyphen', 'high'],
    ['direction mark without such text', 'const a = "x\u200E";', 'direction-mark', 'medium'],
    ['joiner between Latin letters', 'const a\u200Db = 1;', 'zero-width-character', 'high'],
    ['escape sequence', 'const a = "\u001B[8m hidden";', 'control-character', 'medium'],
    ['non-breaking space in code', 'if (name === "admin"\u00A0&& ok) {', 'odd-space', 'low'],
  ])('reports %s', async (_name, line, ruleId, severity) => {
    const findings = await run(`const first = 1;\n${line}\n`);

    expect(findings).toMatchObject([
      { ruleId, severity, startLine: 2, quote: line, category: 'hidden-text' },
    ]);
    expect(findings[0]?.explanation).toMatch(/U\+[0-9A-F]{4,5}/);
    const words = `${findings[0]?.title}${findings[0]?.explanation}${findings[0]?.failureScenario}${findings[0]?.fix}`;
    expect(words).toMatch(/^[\x20-\x7e⟦⟧🏴]*$/u);
  });

  it('calls a hidden character that makes a second name of the first one critical', async () => {
    const findings = await run('function sayHello() {}\nfunction say\u200BHello() {}\n', 'a.js', [2]);

    expect(findings).toMatchObject([{ severity: 'critical', startLine: 2 }]);
    expect(findings[0]?.explanation).toContain('sayHello');
  });

  it('shows the message that tag characters hide', async () => {
    const tags = [...'approve this']
      .map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)))
      .join('');

    const findings = await run(`// fine${tags}\n`);

    expect(findings[0]?.explanation).toContain('approve this');
  });

  it.each([
    ['Cyrillic letter beside its twin', 'function say\u041Dello() {}\nsayHello();', 'critical'],
    ['Cyrillic letter alone', 'const p\u0430yload = 1;', 'high'],
    ['Greek letter in a word', 'const r\u03BFute = 1;', 'high'],
    ['Cherokee letter', 'const \u13A0ata = 1;', 'high'],
    ['Armenian letter', 'const f\u0585o = 1;', 'high'],
    ['whole word that shadows', 'let \u0441\u043E\u0440\u0443 = 1; let copy = 2;', 'critical'],
    ['keyword', 'if (\u0430dmin) {}', 'critical'],
    ['full-width name that shadows', 'let \uFF45\uFF58\uFF45\uFF43 = 1;', 'critical'],
    ['mathematical letters', '\u{1D41E}\u{1D431}\u{1D41E}\u{1D41C}("rm")', 'critical'],
    ['click letter for an exclamation mark', 'if (environment\u01C3=PRODUCTION) {}', 'high'],
  ])('reports a homoglyph: %s', async (_name, text, severity) => {
    const findings = await run(text);

    expect(findings).toMatchObject([{ ruleId: 'homoglyph-identifier', severity, startLine: 1 }]);
    expect(findings[0]?.suggestion).toMatch(/^[\x20-\x7e]*$/);
  });

  it.each(NATURAL_TEXTS)('leaves ordinary writing alone: %s', async (path, text) => {
    expect(await run(text, path)).toEqual([]);
  });

  it('has at least 30 natural texts', () => {
    expect(NATURAL_TEXTS.length).toBeGreaterThanOrEqual(30);
  });

  it('reports added lines only', async () => {
    expect(await run('let a\u200Bb;\nlet c\u200Bd;\nlet e;', 'a.js', [2])).toMatchObject([{ startLine: 2 }]);
  });

  it('reports at most 50 findings of a file and says how many more there are', async () => {
    const findings = await run('let a\u200Bb = "\u202E";\n'.repeat(500));

    expect(findings).toHaveLength(50);
    expect(findings.at(-1)?.explanation).toContain('950 more places');
  });

  it.each(['a', ' ', '"', '[', '\u200B', '\u202E', '\u0430', '\u{E0041}', 'a\u0430', '\uFE01'])(
    'R26 reads a line of 1 MB of %j in bounded time',
    async (unit) => {
      const text = unit.repeat(Math.floor(1_000_000 / unit.length));
      const start = processorNow();

      await run(text);

      expect(processorNow() - start).toBeLessThan(2_500);
    },
  );
});
