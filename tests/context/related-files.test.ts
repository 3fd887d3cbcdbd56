import { describe, expect, it } from 'vitest';
import { importedNames, moduleNameOf, testedNameOf } from '../../src/analyzers/symbols/module-name.ts';
import { readRelatedFiles } from '../../src/context/read-related-files.ts';
import { parsePatch } from '../../src/diff/parse-patch.ts';
import type { Blob } from '../../src/model.ts';
import { edit, fakeSource } from './fake-source.ts';

const SIGNAL = new AbortController().signal;

/** Paths that are read beside a change of the given files, out of those at head. */
async function relatedTo(
  changed: readonly string[],
  head: Readonly<Record<string, string | Blob>>,
  headPaths?: null,
) {
  const patch = changed.map(edit).join('');
  const source = fakeSource({ patch, head });
  const paths = headPaths === null ? null : Object.keys(head);
  return [...(await readRelatedFiles(source, parsePatch(patch).files, paths, SIGNAL)).keys()];
}

describe('related files', () => {
  it('are manifests, READMEs and change logs above the change, and documents', async () => {
    const head = Object.fromEntries(
      [
        'README.md',
        'CHANGELOG.md',
        'package.json',
        'docs/guide.md',
        'docs/deep/er.md',
        'packages/cart/readme.md',
        'packages/cart/package.json',
        'packages/other/README.md',
        'src/unrelated.ts',
      ].map((path) => [path, 'x']),
    );

    expect(await relatedTo(['packages/cart/src/total.ts'], head)).toEqual([
      'package.json',
      'packages/cart/package.json',
      'README.md',
      'packages/cart/readme.md',
      'CHANGELOG.md',
      'docs/guide.md',
      'docs/deep/er.md',
    ]);
  });

  it('are tests named after a changed module, in every usual convention', async () => {
    const pairs = [
      ['src/cart.ts', 'src/cart.test.ts'],
      ['src/cart.tsx', 'src/__tests__/cart.tsx'],
      ['src/order-list.ts', 'tests/order_list.spec.ts'],
      ['app/prices.py', 'tests/test_prices.py'],
      ['pkg/store.go', 'pkg/store_test.go'],
      ['src/main/java/Cart.java', 'src/test/java/CartTest.java'],
      ['src/orders/index.ts', 'test/orders.test.ts'],
      ['lib/user.rb', 'spec/user_spec.rb'],
    ] as const;
    for (const [module, test] of pairs) {
      expect(await relatedTo([module], { [test]: 'x', 'tests/else.test.ts': 'x' })).toEqual([test]);
    }
  });

  it('are tests that import a changed module, whatever they are called', async () => {
    const head = {
      'tests/checkout.test.ts': "import { total } from '../src/cart.js';",
      'tests/test_nightly.py': 'from shop.jobs import report',
      'tests/other.test.ts': "import { x } from '../src/other.js'; // cart",
    };

    expect(await relatedTo(['src/cart.ts'], head)).toEqual(['tests/checkout.test.ts']);
    expect(await relatedTo(['shop/jobs/report.py'], head)).toEqual(['tests/test_nightly.py']);
  });

  it('leave out changed files, binaries, links and large files', async () => {
    const head = {
      'README.md': 'x'.repeat(400_000),
      'CHANGELOG.md': { kind: 'symlink', target: '/etc/passwd' } as const,
      'package.json': { kind: 'binary' } as const,
      'docs/a.md': 'changed',
      'docs/b.md': 'kept',
    };

    expect(await relatedTo(['docs/a.md', 'src/a.ts'], head)).toEqual(['docs/b.md']);
  });

  it('are bounded in number and size', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => [
      `tests/t${index}.test.ts`,
      "import '../src/cart.ts'",
    ]);
    const large = Array.from({ length: 12 }, (_, index) => [`docs/d${index}.md`, 'y'.repeat(250_000)]);

    expect((await relatedTo(['src/cart.ts'], Object.fromEntries(many))).length).toBe(60);
    expect((await relatedTo(['src/cart.ts'], Object.fromEntries(large))).length).toBe(8);
  });

  it('are the usual ones when the source cannot list its files', async () => {
    expect(await relatedTo(['a.ts'], { 'README.md': 'x', 'docs/guide.md': 'x' }, null)).toEqual([
      'README.md',
    ]);
  });
});

describe('module names', () => {
  it('come from a path, a test and an import alike', () => {
    expect(moduleNameOf('src/Order-List.ts')).toBe('orderlist');
    expect(moduleNameOf('shop/orders/__init__.py')).toBe('orders');
    expect(testedNameOf('tests/test_order_list.py')).toBe('orderlist');
    expect([...importedNames("import a from './order.service';\nfrom shop.orders import list_all")]).toEqual(
      expect.arrayContaining(['orderservice', 'shop', 'orders', 'listall']),
    );
  });

  it('R26 are found in a hostile megabyte in no time', () => {
    const texts = [
      "'".repeat(1_000_000),
      `'${'a/'.repeat(500_000)}`,
      ' '.repeat(1_000_000),
      'import '.repeat(150_000),
    ];
    for (const text of texts) {
      const start = performance.now();
      importedNames(text);
      expect(performance.now() - start).toBeLessThan(2_000);
    }
  });
});
