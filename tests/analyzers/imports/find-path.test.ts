import { describe, expect, it } from 'vitest';
import { makePathFinder } from '../../../src/analyzers/imports/find-path.ts';

const HEAD = [
  'src/a.ts',
  'a.ts',
  'packages/web/src/b.ts',
  'packages/api/src/c.ts',
  'lib/src/c.ts',
  'main.go',
];

function find(
  location: string,
  {
    roots = ['/builds/shop'],
    others = [] as readonly string[],
    headPaths = HEAD as readonly string[] | null,
  } = {},
) {
  const changedPaths = ['src/a.ts'];
  return makePathFinder({ headPaths, changedPaths, roots, locations: [location, ...others] })(location);
}

describe('finding the file that another program means', () => {
  it.each([
    ['src/a.ts', 'src/a.ts'],
    ['./src//a.ts', 'src/a.ts'],
    ['src\\a.ts', 'src/a.ts'],
    ['src/x/../a.ts', 'src/a.ts'],
    ['/builds/shop/src/a.ts', 'src/a.ts'],
    ['/builds/shop/a.ts', 'a.ts'],
    ['/elsewhere/build/src/a.ts', 'src/a.ts'],
    ['src/b.ts', 'packages/web/src/b.ts'],
  ])('%s is %s', (location, path) => {
    expect(find(location)).toBe(path);
  });

  it.each([
    ['src/c.ts', 'two files end so'],
    ['b.ts', 'a bare name says too little'],
    ['/builds/shop/node_modules/x/src/a.ts', 'code of others'],
    ['node_modules/x/src/a.ts', 'code of others'],
    ['../../etc/passwd', 'it leaves its start'],
    ['../src/a.ts', 'it leaves its start'],
    ['xsrc/a.ts', 'half a name'],
    ['src/a.ts\u0000', 'a control character'],
    ['', 'nothing'],
  ])('%s is no file: %s', (location) => {
    expect(find(location)).toBeNull();
  });

  it('looks up no path that is too long', () => {
    expect(find('a/'.repeat(100_000))).toBeNull();
  });

  it('takes off what all locations have in common, and no more', () => {
    const go = ['example.com/shop/main.go', 'example.com/shop/cart/cart.go'];
    expect(find('example.com/shop/main.go', { others: go })).toBe('main.go');
    expect(find('example.com/other/main.go', { others: go })).toBeNull();
  });

  it('guesses no end where the paths at head are not known', () => {
    expect(find('src/b.ts', { headPaths: null })).toBeNull();
    expect(find('/builds/shop/src/a.ts', { headPaths: null })).toBe('src/a.ts');
  });
});
