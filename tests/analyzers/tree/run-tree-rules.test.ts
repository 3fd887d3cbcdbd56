import { describe, expect, it } from 'vitest';
import { collectPatterns, compilePatterns } from '../../../src/analyzers/tree/collect-patterns.ts';
import { compileRules } from '../../../src/analyzers/tree/compile-rules.ts';
import { runTreeRules } from '../../../src/analyzers/tree/run-tree-rules.ts';
import { sampleFile } from '../../../src/analyzers/tree/sample-file.ts';
import type { Rule } from '../../../src/config/rule.ts';
import { makeLineMap } from '../../../src/diff/line-map.ts';
import { grammars, makeRule, runRule, treeOf } from './run-rule.ts';

const EVAL = { pattern: 'eval($CODE)' };

describe('findings of tree rules', () => {
  it('carry the rule, the exact line and the texts with what was matched', async () => {
    const text = 'const a = 1;\n  run(eval(input.body));\n';
    const { findings } = await runRule('javascript', text, EVAL, {
      title: 'eval of $CODE',
      message: '`$CODE` is run as code.',
      fix: 'Parse $CODE; keep $HOME as it is.',
      cwe: 'CWE-95',
    });

    expect(findings).toEqual([
      {
        reviewer: 'correctness',
        ruleId: 'test-rule',
        category: 'logic',
        cwe: 'CWE-95',
        severity: 'medium',
        confidence: 80,
        anchor: 'line',
        path: 'src/sample',
        startLine: 2,
        endLine: 2,
        side: 'new',
        quote: '  run(eval(input.body));',
        title: 'eval of input.body',
        explanation: '`input.body` is run as code. Why.',
        failureScenario: 'Scenario.',
        fix: 'Parse input.body; keep $HOME as it is.',
        proof: [],
      },
    ]);
  });

  it('put long and many-line values on one short line, without breaking a character', async () => {
    const { findings } = await runRule('javascript', `eval("${'😀'.repeat(60)}\\\n x")`, EVAL, {
      message: '$CODE',
    });
    const { explanation = '' } = findings[0] ?? {};

    expect(explanation).toMatch(/^"(😀)+… Why\.$/u);
    expect(explanation.length).toBeLessThanOrEqual(60 + ' Why.'.length);
  });

  it('a value with backticks does not end the code that the text shows it as', async () => {
    const text = 'eval(`alert(1)`)';
    const { findings } = await runRule('javascript', text, EVAL, { message: '`$CODE` is run.' });

    expect(findings[0]?.explanation).toBe("`'alert(1)'` is run. Why.");
  });

  it('a value with replacement signs stays as it is', async () => {
    const { findings } = await runRule('javascript', 'eval("$& $1 $CODE")', EVAL, { message: '$CODE' });

    expect(findings[0]?.explanation).toBe('"$& $1 $CODE" Why.');
  });

  it('one finding per rule and line', async () => {
    const { lines } = await runRule('javascript', 'eval(eval(a)); eval(b);\neval(c);', EVAL);

    expect(lines).toEqual([1, 2]);
  });

  it('lines are exact behind surrogate pairs and with carriage returns', async () => {
    const text = '// 😀😀 𝒳\r\nconst s = "😀"; eval("é😀");\r\n\r\neval(x)\r\n';
    const { findings } = await runRule('javascript', text, EVAL, { title: '$CODE' });

    expect(findings.map(({ startLine, quote, title }) => [startLine, quote, title])).toEqual([
      [2, 'const s = "😀"; eval("é😀");\r', '"é😀"'],
      [4, 'eval(x)\r', 'x'],
    ]);
  });

  it('good parts of a file that does not parse are matched', async () => {
    const text = 'eval(a);\nfunction ( { { ]\n;\nfunction ok() { eval(b); }\n';
    const tree = await treeOf('javascript', text);
    const { lines } = await runRule('javascript', text, EVAL);

    expect(tree.errors).toBeGreaterThan(0);
    expect(lines).toContain(1);
  });

  it('rules of other languages and other paths do not run', async () => {
    const other = await runRule('javascript', 'eval(a)', EVAL, { languages: ['python'] });
    const excluded = await runRule('javascript', 'eval(a)', EVAL, { paths: ['!src/**'] });
    const included = await runRule('javascript', 'eval(a)', EVAL, { paths: ['src/**'] });

    expect([other.lines, excluded.lines, included.lines]).toEqual([[], [], [1]]);
  });

  it('a rule that matches everywhere stops at 200 lines and says so', async () => {
    const { lines, gaveUp } = await runRule('javascript', 'eval(a);\n'.repeat(300), EVAL);

    expect(lines.length).toBe(200);
    expect(gaveUp.join()).toContain('200 lines');
  });
});

describe('where a finding stands in the change', () => {
  /** Runs a rule on a text of which only some lines were added. */
  async function linesWithChange(text: string, added: readonly number[], more: Partial<Rule> = {}) {
    const rule = makeRule(EVAL, more);
    const tree = await treeOf('javascript', text);
    const table = await compilePatterns(collectPatterns([rule]), grammars);
    const file = sampleFile('a.js', text, tree);
    const [hunk] = file.file.change.hunks;
    if (!hunk) throw new Error('no hunk');
    const lines = hunk.lines.map((line) =>
      added.includes(line.newLine) ? line : { ...line, kind: 'context' as const, oldLine: line.newLine },
    );
    const map = makeLineMap({ hunks: [{ ...hunk, lines }] });
    const compiled = compileRules([rule], 'javascript', table, tree);
    return runTreeRules(compiled, { ...file, map }).map(({ startLine, endLine, quote }) => [
      startLine,
      endLine,
      quote,
    ]);
  }

  it('at the start of the match when that line changed', async () => {
    expect(await linesWithChange('eval(\n a)', [1, 2])).toEqual([[1, 2, 'eval(']]);
  });

  it('at the first changed line when the match starts before it', async () => {
    expect(await linesWithChange('eval(\n 1 +\n a)', [3])).toEqual([[3, 3, ' a)']]);
  });

  it('up to the last changed line when the match goes on behind it', async () => {
    expect(await linesWithChange('eval(\n a,\n)', [2])).toEqual([[2, 2, ' a,']]);
    expect(await linesWithChange('eval(\n a +\n b +\n c,\n)', [2, 4])).toEqual([[2, 4, ' a +']]);
  });

  it('at its start when the match is longer than 20 lines', async () => {
    expect(await linesWithChange(`eval(${'\n'.repeat(20)}a)`, [21])).toEqual([[1, 1, 'eval(']]);
    expect(await linesWithChange(`eval(${'\n'.repeat(19)}a)`, [20])).toEqual([[20, 20, 'a)']]);
  });

  it('at what the rule says it belongs to, when all lines from there on are new', async () => {
    const inFunction = { beginsAt: { kind: 'function_declaration' } };
    const text = 'function f() {\n b();\n eval(a);\n}\neval(c)';

    expect(await linesWithChange(text, [1, 2, 3, 4, 5], inFunction)).toEqual([
      [1, 3, 'function f() {'],
      [5, 5, 'eval(c)'],
    ]);
    expect(await linesWithChange(text, [1, 3], inFunction)).toEqual([[3, 3, ' eval(a);']]);
    expect(await linesWithChange(text, [1, 2, 4], inFunction)).toEqual([]);
  });

  it('at the innermost of these, however long it is', async () => {
    const inFunction = { beginsAt: { kind: 'function_declaration' } };
    const text = `function f() { function g() {${'\n'.repeat(30)}eval(a); } }`;
    const all = Array.from({ length: 31 }, (_, index) => index + 1);

    expect(await linesWithChange(`\n${text}`, [1, ...all.map((line) => line + 1)], inFunction)).toEqual([
      [2, 2, 'function f() { function g() {'],
    ]);
  });

  it('nowhere when the change touches no line of it', async () => {
    expect(await linesWithChange('eval(a)\nb()\n', [2])).toEqual([]);
  });

  it('at the first changed match alone when the rule is said once a file', async () => {
    const text = 'eval(a)\nb()\neval(c)\neval(d)\n';

    expect(await linesWithChange(text, [2, 3, 4], { oncePerFile: true })).toEqual([[3, 3, 'eval(c)']]);
  });
});
