import { describe, expect, it } from 'vitest';
import { removedTestsAnalyzer } from '../../../src/analyzers/coverage/removed-tests.ts';
import { untestedChangesAnalyzer } from '../../../src/analyzers/coverage/untested-changes.ts';
import type { ChangedFile, PullRequestContext } from '../../../src/model.ts';
import { makeChangedFile, makeContext } from '../../make-changed-file.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';

async function untested(files: readonly ChangedFile[], more: Partial<PullRequestContext> = {}) {
  const analyzed = await Promise.all(files.filter((file) => file.head.kind === 'text').map(makeAnalyzedFile));
  return untestedChangesAnalyzer.run(makeContext(files, more), analyzed);
}

const SOURCE =
  'export function total(items: number[]): number {\n  let sum = 0;\n  for (const item of items) sum += item;\n  return sum;\n}\n';

describe('untested changes', () => {
  it('names an exported function that no test mentions', async () => {
    const findings = await untested([makeChangedFile('src/total.ts', null, SOURCE)]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ title: 'No test touches total', startLine: 1, severity: 'info' });
  });

  it('says it once, where there is most to test, of a project that has no tests at all', async () => {
    const branchy = SOURCE.replace('total', 'rebate').replace(
      '  return sum',
      '  if (sum > 9) { if (sum > 99) { if (sum > 999) return 3; return 2; } return 1; }\n  return sum',
    );
    const files = [
      makeChangedFile('src/total.ts', null, SOURCE),
      makeChangedFile('src/rebate.ts', null, branchy),
    ];
    expect(await untested(files)).toMatchObject([{ title: 'No test touches rebate' }]);
    const headPaths = ['src/total.ts', 'src/rebate.ts', 'tests/cart.test.ts'];
    expect(await untested(files, { headPaths })).toHaveLength(2);
  });

  it('is quiet when a changed test or one near the change mentions it', async () => {
    const test = makeChangedFile(
      'src/total.test.ts',
      null,
      "import { total } from './total.ts';\ntotal([1]);\n",
    );
    expect(await untested([makeChangedFile('src/total.ts', null, SOURCE), test])).toEqual([]);
    const related = new Map([['tests/cart.test.ts', 'expect(total([1])).toBe(1);']]);
    expect(await untested([makeChangedFile('src/total.ts', null, SOURCE)], { related })).toEqual([]);
  });

  it('does not take part of another word for a mention', async () => {
    const related = new Map([['tests/cart.test.ts', 'expect(subtotal([1])).toBe(1); totals();']]);
    expect(await untested([makeChangedFile('src/total.ts', null, SOURCE)], { related })).toHaveLength(1);
  });

  it('leaves internal functions, touch-ups, scripts and tests alone', async () => {
    expect(await untested([makeChangedFile('src/total.ts', null, SOURCE.replace('export ', ''))])).toEqual(
      [],
    );
    expect(
      await untested([makeChangedFile('src/total.ts', SOURCE, SOURCE.replace('sum = 0', 'sum = 1'))]),
    ).toEqual([]);
    expect(await untested([makeChangedFile('scripts/total.ts', null, SOURCE)])).toEqual([]);
    expect(await untested([makeChangedFile('tests/total.ts', null, SOURCE)])).toEqual([]);
  });

  it('asks for tests in Go, Java and Ruby where the file has some', async () => {
    const go =
      'package cart\n\nfunc Total(items []int) int {\n\tsum := 0\n\tfor _, one := range items {\n\t\tsum += one\n\t}\n\treturn sum\n}\n';
    const source = makeChangedFile('cart/total.go', null, go);
    const beside = new Map([
      ['cart/other_test.go', 'package cart\n\nfunc TestOther(t *testing.T) { Other() }\n'],
    ]);
    expect(await untested([source])).toEqual([]);
    expect(await untested([source], { related: beside })).toMatchObject([{ title: 'No test touches Total' }]);
    const calls = new Map([
      ['cart/total_test.go', 'package cart\n\nfunc TestTotal(t *testing.T) { Total(nil) }\n'],
    ]);
    expect(await untested([source], { related: calls })).toEqual([]);
  });

  it('says nothing when the files of the repository are not known', async () => {
    expect(await untested([makeChangedFile('src/total.ts', null, SOURCE)], { headPaths: null })).toEqual([]);
  });

  it('joins the functions of a file into one finding, worse when one branches a lot, worst when a test reads the module', async () => {
    const many =
      'def pay(order):\n    if a:\n        if b:\n            return 1\n    for x in order:\n        if x:\n            return 2\n    return 3\n\ndef refund(order):\n    x = 1\n    y = 2\n    return x + y\n';
    const findings = await untested([makeChangedFile('shop/pay.py', null, many)]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'low', title: 'No test touches 2 changed functions' });
    const related = new Map([
      ['tests/test_pay.py', 'from shop.checkout import charge\n\ndef test_charge(): assert charge(1)\n'],
    ]);
    expect(
      (await untested([makeChangedFile('shop/checkout.py', null, many)], { related }))[0]?.severity,
    ).toBe('medium');
    expect(findings[0]?.explanation).toContain('pay, refund');
  });
});

describe('removed tests', () => {
  const run = (files: readonly ChangedFile[]) => removedTestsAnalyzer.run(makeContext(files), []);
  const two =
    "it('adds', () => {\n  expect(1).toBe(1);\n});\nit('subtracts', () => {\n  expect(1).toBe(1);\n});\n";
  const one = "it('adds', () => {\n  expect(1).toBe(1);\n});\n";

  it('quotes the removed test on the old side', async () => {
    const findings = await run([makeChangedFile('src/total.test.ts', two, one)]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ side: 'old', startLine: 4, quote: "it('subtracts', () => {" });
  });

  it.each([
    [
      'cart/total_test.go',
      'package cart\n\n',
      'func TestAdd(t *testing.T) {}\n',
      'func TestSubtract(t *testing.T) {}\n',
    ],
    [
      'src/test/java/CartTest.java',
      'class CartTest {\n',
      '  @Test\n  void adds() {}\n',
      '  @Test\n  void subtracts() {}\n}\n',
    ],
    [
      'spec/cart_spec.rb',
      'describe Cart do\n',
      "  it 'adds' do\n  end\n",
      "  it 'subtracts' do\n  end\nend\n",
    ],
  ])('knows the tests of %s', async (path, head, kept, gone) => {
    const end = gone.split('\n').slice(2).join('\n');
    const findings = await run([makeChangedFile(path, head + kept + gone, head + kept + end)]);
    expect(findings).toMatchObject([{ title: 'The change removes a test and keeps the code' }]);
  });

  it('is quiet when tests moved, or their code went with them', async () => {
    expect(
      await run([makeChangedFile('a.test.ts', two, one), makeChangedFile('b.test.ts', null, one)]),
    ).toEqual([]);
    expect(
      await run([makeChangedFile('a.test.ts', two, null), makeChangedFile('a.ts', 'x\n', null)]),
    ).toEqual([]);
  });
});
