import { describe, expect, it } from 'vitest';
import { listFunctions } from '../../../src/analyzers/symbols/list-functions.ts';
import { makeLineIndex } from '../../../src/analyzers/tree/line-index.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';

async function functions(path: string, lines: readonly string[]) {
  const file = await makeAnalyzedFile(makeChangedFile(path, null, lines.join('\n')));
  return listFunctions(file.tree!, file.text, makeLineIndex(file.lines));
}

describe('functions of Go', () => {
  const source = [
    'package shop',
    '',
    '// Load reads an order.',
    '// It never waits.',
    'func Load(ctx context.Context, a, b string, rest ...int) (Order, error) {',
    '\treturn read(a)',
    '}',
    '',
    'func (s *Store[T]) Get(_ int) {}',
    'func (s *cache) Get() {}',
    'func hidden() {}',
    'func Outside(n int) int',
  ];

  it('have names, parameters, comments and are exported by their case', async () => {
    const [load, get, cached, hidden, ...others] = await functions('shop/load.go', source);
    expect(load).toMatchObject({
      name: 'Load',
      exported: true,
      parameters: ['ctx', 'a', 'b', 'rest'],
      startLine: 5,
      endLine: 7,
      signature: '(ctx context.Context, a, b string, rest ...int) (Order, error)',
      documentation: { text: '// Load reads an order.\n// It never waits.', startLine: 3 },
    });
    expect(get).toMatchObject({ name: 'Store.Get', exported: true, parameters: [], documentation: null });
    expect(cached).toMatchObject({ name: 'cache.Get', exported: false });
    expect(hidden).toMatchObject({ name: 'hidden', exported: false });
    expect(others).toEqual([]);
  });
});

describe('functions of Java', () => {
  const source = [
    'class Store {',
    '  /**',
    '   * Loads an order.',
    '   * @param id its number',
    '   */',
    '  @GetMapping("/x")',
    '  public <T> Order load(@PathVariable("id") final String id, int... rest) { return null; }',
    '  /* no documentation */',
    '  public Store(int size) {}',
    '  @Override public String toString() { return ""; }',
    '  void local() {}',
    '}',
    'interface Shop { default int sum(int a) { return a; } int open(); }',
  ];

  it('have owners, parameters, doc comments and are exported when public', async () => {
    const [load, made, override, local, sum, ...others] = await functions('Store.java', source);
    expect(load).toMatchObject({
      name: 'Store.load',
      exported: true,
      parameters: ['id', 'rest'],
      nameLine: 7,
      startLine: 6,
      documentation: { startLine: 2 },
    });
    expect(made).toMatchObject({ name: 'Store.Store', exported: true, documentation: null });
    expect(override).toMatchObject({ exported: false });
    expect(local).toMatchObject({ exported: false });
    expect(sum).toMatchObject({ name: 'Shop.sum', exported: true });
    expect(others).toEqual([]);
  });
});

describe('functions of Ruby', () => {
  const source = [
    'class Store',
    '  # Loads an order.',
    '  def load(id, name: nil, *rest, **more, &block)',
    '    id',
    '  end',
    '',
    '  def self.open(path) = new(path)',
    '  private def cache(key)',
    '    key',
    '  end',
    '',
    '  private',
    '',
    '  def hidden',
    '    1',
    '  end',
    'end',
  ];

  it('have owners, parameters, comments and are exported above private', async () => {
    const [load, open, cache, hidden, ...others] = await functions('store.rb', source);
    expect(load).toMatchObject({
      name: 'Store.load',
      exported: true,
      parameters: ['id', 'name', 'rest', 'more', 'block'],
      documentation: { text: '# Loads an order.', startLine: 2 },
    });
    expect(open).toMatchObject({ name: 'Store.open', exported: true, parameters: ['path'] });
    expect(cache).toMatchObject({ exported: false });
    expect(hidden).toMatchObject({ exported: false });
    expect(others).toEqual([]);
  });
});

describe('languages without a lister', () => {
  it('have no functions', async () => {
    expect(await functions('a.rs', ['fn main() {}'])).toEqual([]);
  });
});
