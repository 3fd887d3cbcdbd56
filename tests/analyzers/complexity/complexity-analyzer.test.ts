import { describe, expect, it } from 'vitest';
import { complexityAnalyzer } from '../../../src/analyzers/complexity/complexity-analyzer.ts';
import { measureComplexity } from '../../../src/analyzers/complexity/measure-complexity.ts';
import { listFunctions } from '../../../src/analyzers/symbols/list-functions.ts';
import { makeLineIndex } from '../../../src/analyzers/tree/line-index.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';

async function cognitive(path: string, code: string): Promise<number> {
  const file = await makeAnalyzedFile(makeChangedFile(path, null, code));
  const tree = file.tree!;
  const [first] = listFunctions(tree, code, makeLineIndex(file.lines));
  return measureComplexity(tree, code, first!.body).cognitive;
}

const branches = (count: number) =>
  Array.from({ length: count }, (_, n) => `  if (order.part${n} > ${n}) total += ${n};`);
const plain = [
  'export function price(order: Order): number {',
  '  let total = 0;',
  '  return total;',
  '}',
  '',
].join('\n');
const branchy = (count: number) =>
  [
    'export function price(order: Order): number {',
    '  let total = 0;',
    ...branches(count),
    '  return total;',
    '}',
    '',
  ].join('\n');

describe('cognitive complexity', () => {
  it.each([
    ['a.ts', 'function f() { return 1; }', 0],
    ['a.ts', 'function f(a) { if (a) { g(); } }', 1],
    ['a.ts', 'function f(a) { if (a) { g(); } else { h(); } }', 2],
    ['a.ts', 'function f(a) { if (a) { g(); } else if (b) { h(); } else { i(); } }', 3],
    ['a.ts', 'function f(a) { for (const x of a) { if (x) { g(); } } }', 3],
    ['a.ts', 'function f(a, b, c) { return a && b && c; }', 1],
    ['a.ts', 'function f(a, b, c) { return a && b || c; }', 2],
    ['a.ts', 'function f(a) { return a.map((x) => { if (x) { return 1; } return 0; }); }', 2],
    ['a.py', 'def f(a):\n    if a:\n        g()\n    elif b:\n        h()\n    else:\n        i()\n', 3],
    [
      'a.py',
      'def f(a):\n    for x in a:\n        while x:\n            if x and y:\n                pass\n',
      7,
    ],
    ['a.go', 'package a\nfunc f() { if a { g() } else if b { h() } else { i() } }', 3],
    ['a.go', 'package a\nfunc f() { for _, x := range y { if x && z { g() } } }', 4],
    ['a.go', 'package a\nfunc f() { select { case <-a: switch b { default: c() } } }', 3],
    ['A.java', 'class A { void f() { for (int x : y) { if (x) { g(); } else { h(); } } } }', 4],
    ['A.java', 'class A { void f() { try { g(); } catch (E e) { i = a ? b : c; } } }', 3],
    ['a.rb', 'def f\n  if a\n    b\n  elsif c\n    d\n  else\n    e\n  end\nend\n', 3],
    ['a.rb', 'def f\n  case a\n  when 1 then b\n  else c\n  end\n  d unless e && g\nend\n', 3],
  ])('measures %s %s as %i', async (path, code, expected) => {
    expect(await cognitive(path, code)).toBe(expected);
  });
});

describe('complexity analyzer', () => {
  it('reports a function that the change makes hard to follow, with both figures', async () => {
    const file = await makeAnalyzedFile(makeChangedFile('src/price.ts', branchy(10), branchy(18)));
    const findings = await complexityAnalyzer.run(file);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      ruleId: 'complexity-growth',
      reviewer: 'style',
      title: 'price is hard to follow: cognitive complexity 18',
    });
    expect(findings[0]?.explanation).toContain('Before the change it was 10.');
    expect(file.map.isChanged('new', findings[0]?.startLine ?? 0)).toBe(true);
  });

  it('is quiet about a function that was hard before and barely grew', async () => {
    const file = await makeAnalyzedFile(makeChangedFile('src/price.ts', branchy(18), branchy(20)));
    expect(await complexityAnalyzer.run(file)).toEqual([]);
  });

  it('is quiet about simple changes and about tests', async () => {
    expect(
      await complexityAnalyzer.run(await makeAnalyzedFile(makeChangedFile('src/price.ts', null, plain))),
    ).toEqual([]);
    expect(
      await complexityAnalyzer.run(
        await makeAnalyzedFile(makeChangedFile('price.test.ts', null, branchy(30))),
      ),
    ).toEqual([]);
  });

  it('reports nesting that grew to five levels', async () => {
    const nested =
      'def f(a):\n    for b in a:\n        for c in b:\n            if c:\n                for d in c:\n                    if d:\n                        g(d)\n';
    const findings = await complexityAnalyzer.run(
      await makeAnalyzedFile(makeChangedFile('job.py', null, nested)),
    );
    expect(findings.map((finding) => finding.ruleId)).toEqual(['deep-nesting']);
  });

  it('survives hostile nesting', async () => {
    const deep = `function f(a) {\n${'if (a) {'.repeat(3_000)}${'}'.repeat(3_000)}\n}\n`;
    const findings = await complexityAnalyzer.run(
      await makeAnalyzedFile(makeChangedFile('src/deep.ts', null, deep)),
    );
    expect(findings).toHaveLength(1);
  });
});
