import { describe, expect, it } from 'vitest';
import { compileTextRules, runTextRules } from '../../../src/analyzers/text-rules/run-text-rules.ts';
import { sampleFile } from '../../../src/analyzers/tree/sample-file.ts';
import type { Rule } from '../../../src/config/rule.ts';
import { makeLineMap } from '../../../src/diff/line-map.ts';
import { processorNow } from '../processor-time.ts';
import { makeRule } from '../tree/run-rule.ts';

const textRule = (regex: string | undefined, more: Partial<Rule> = {}) =>
  makeRule(regex === undefined ? {} : { regex }, { languages: ['text'], ...more });

function run(rules: readonly Rule[], text: string, path = 'notes/a.txt') {
  return runTextRules(compileTextRules(rules), sampleFile(path, text, null));
}

describe('text rules', () => {
  it('look at each line on its own, in any file', () => {
    const findings = run([textRule('^<<<<<<< ')], 'a\n<<<<<<< ours\r\n <<<<<<< no\n');

    expect(findings).toMatchObject([
      { startLine: 2, endLine: 2, side: 'new', quote: '<<<<<<< ours\r', anchor: 'line' },
    ]);
  });

  it('do not see the carriage return', () => {
    expect(run([textRule('end$')], 'the end\r\n')).toHaveLength(1);
  });

  it('look at changed lines only', () => {
    const file = sampleFile('a.txt', 'bad\nbad', null);
    const [hunk] = file.file.change.hunks;
    if (!hunk) throw new Error('no hunk');
    const lines = hunk.lines.map((line) =>
      line.newLine === 2 ? line : { ...line, kind: 'context' as const, oldLine: 1 },
    );
    const map = makeLineMap({ hunks: [{ ...hunk, lines }] });

    expect(
      runTextRules(compileTextRules([textRule('bad')]), { ...file, map }).map((found) => found.startLine),
    ).toEqual([2]);
  });

  it('keep to their paths and leave rules about trees alone', () => {
    const elsewhere = textRule('bad', { paths: ['src/**'] });
    const tree = makeRule({ regex: 'bad', kind: 'string' });

    expect(run([elsewhere, tree], 'bad')).toEqual([]);
    expect(run([elsewhere], 'bad', 'src/a.txt')).toHaveLength(1);
  });

  it('report a habit once, where the rule says so', () => {
    const once = textRule('bad', { oncePerFile: true });

    expect(run([once, textRule('bad')], 'bad\nbad\nbad').map((found) => found.startLine)).toEqual([
      1, 1, 2, 3,
    ]);
  });

  it('see the first 20,000 characters of a line', () => {
    expect(run([textRule('bad')], `${'a'.repeat(19_997)}bad`)).toHaveLength(1);
    expect(run([textRule('bad')], `${'a'.repeat(19_998)}bad`)).toEqual([]);
  });

  it.each([
    ['(?=a)', 'invalid'],
    [undefined, 'needs rule.regex'],
  ])('an expression that cannot be used (%s) is a problem with rule and file', (regex, message) => {
    const { problems, rules } = compileTextRules([textRule(regex)]);

    expect(rules).toEqual([]);
    expect(problems).toMatchObject([
      { ruleId: 'test-rule', source: 'rules/test.yml', message: expect.stringContaining(message) },
    ]);
  });

  it('R26: an expression that would explode elsewhere takes linear time', () => {
    const started = processorNow();
    const findings = run([textRule('(a+)+$')], `${'a'.repeat(1_000_000)}!`);

    expect(findings).toHaveLength(1);
    expect(processorNow() - started).toBeLessThan(1000);
  });
});
