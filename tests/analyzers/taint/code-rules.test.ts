import { describe, expect, it } from 'vitest';
import { makeCodeRulesAnalyzer } from '../../../src/analyzers/code-rules-analyzer.ts';
import { makeTaintAnalyzer } from '../../../src/analyzers/taint/taint-analyzer.ts';
import { collectPatterns, compilePatterns } from '../../../src/analyzers/tree/collect-patterns.ts';
import { makeLineMap } from '../../../src/diff/line-map.ts';
import type { FileChange } from '../../../src/model.ts';
import { builtInRules, builtInTaint, fileOf, findIn, grammars } from './find-in.ts';

const syntax = builtInRules.filter((rule) => rule.taint === undefined && rule.reviewer === 'security');
const table = await compilePatterns(collectPatterns(syntax), grammars);
const all = makeCodeRulesAnalyzer(
  [...syntax, ...builtInRules.filter((rule) => rule.taint !== undefined)],
  table,
  builtInTaint,
);
const idsIn = async (language: string, text: string) => {
  const found = await all.run(await fileOf(language, text));
  return found.map((finding) => finding.ruleId);
};

describe('rules of syntax and data flow together', () => {
  it('say once, with the proof, what both find on a line', async () => {
    expect(await idsIn('python', 'from flask import request\neval(request.args["x"])')).toEqual([
      'taint-code-python',
    ]);
  });

  it('keep a suspicion where nothing is known of the value', async () => {
    expect(await idsIn('python', 'import somewhere\neval(somewhere.text)')).toEqual(['py-eval-dynamic']);
  });

  it('drop a suspicion where the value is known to be constant', async () => {
    const text =
      'from flask import request\ntable = {}\ntable["a"] = request.args["x"]\ntable["b"] = "1"\neval(table["b"])';

    expect(await idsIn('python', text)).toEqual([]);
  });

  it('keep the suspicion where the finding of data flow is not shown', async () => {
    const file = await fileOf('python', 'from flask import request\neval(request.args["x"])');
    const found = await all.run(file, undefined, ({ ruleId }) => ruleId !== 'taint-code-python');

    expect(found.map(({ ruleId }) => ruleId)).toEqual(['taint-code-python', 'py-eval-of-request']);
  });

  it('say nothing of kinds whose rules are switched off', async () => {
    const analyzer = makeTaintAnalyzer(
      builtInRules.filter((rule) => rule.id !== 'taint-code-python'),
      builtInTaint,
    );
    const found = await analyzer.run(
      await fileOf('python', 'from flask import request\neval(request.args["x"])'),
    );

    expect(found).toEqual([]);
  });
});

describe('a finding of data flow', () => {
  it('carries the way step by step, with line and code', async () => {
    const [finding] = await findIn(
      'python',
      'from flask import request\nname = request.args["n"]\nline = "ls " + name\nimport os\nos.system(line)',
    );

    expect(finding).toMatchObject({
      ruleId: 'taint-command-python',
      cwe: 'CWE-78',
      severity: 'critical',
      startLine: 5,
      quote: 'os.system(line)',
    });
    expect(finding?.proof).toEqual([
      { path: 'src/app.python', line: 2, text: 'the request: request.args — name = request.args["n"]' },
      { path: 'src/app.python', line: 2, text: 'is kept in name — name = request.args["n"]' },
      { path: 'src/app.python', line: 3, text: 'is put into a text: "ls " + name — line = "ls " + name' },
      { path: 'src/app.python', line: 3, text: 'is kept in line — line = "ls " + name' },
      { path: 'src/app.python', line: 5, text: 'arrives in os.system(line) — os.system(line)' },
    ]);
  });

  const lines = [
    'from flask import request',
    'import os',
    'name = request.args["n"]',
    'line = "ls " + name',
    'os.system(line)',
  ];

  /** The file with a change that added one of its lines. */
  async function foundWithOnly(added: number) {
    const file = await fileOf('python', lines.join('\n'));
    const hunk = {
      oldStart: added - 1,
      oldCount: 0,
      newStart: added,
      newCount: 1,
      section: '',
      oldNoNewline: false,
      newNoNewline: false,
    };
    const line = { kind: 'add' as const, oldLine: 0, newLine: added, text: lines[added - 1] ?? '' };
    const change: FileChange = {
      ...file.file.change,
      status: 'modified',
      hunks: [{ ...hunk, lines: [line] }],
      added: 1,
    };
    return makeTaintAnalyzer(builtInRules, builtInTaint).run({
      ...file,
      file: { ...file.file, change },
      map: makeLineMap(change),
    });
  }

  it.each([
    [5, 5],
    [4, 4],
    [3, 3],
  ])('stands on the changed line %i of the way', async (added, startLine) => {
    const [finding] = await foundWithOnly(added);

    expect(finding?.startLine).toBe(startLine);
    expect(finding?.quote).toBe(lines[startLine - 1]);
  });

  it('is none of this change when the whole way was there before', async () => {
    expect(await foundWithOnly(2)).toEqual([]);
  });
});
