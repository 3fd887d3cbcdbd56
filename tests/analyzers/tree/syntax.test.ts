import { describe, expect, it } from 'vitest';
import { enclosingSymbol } from '../../../src/analyzers/tree/enclosing-symbol.ts';
import { makeLineIndex } from '../../../src/analyzers/tree/line-index.ts';
import {
  ancestorOfKind,
  ancestors,
  childByField,
  childOfKind,
  children,
  descendantsOfKind,
  fieldOf,
  isNamed,
  kindOf,
  namedChildren,
  nodeAt,
  textOf,
} from '../../../src/analyzers/tree/syntax.ts';
import { treeOf } from './run-rule.ts';

describe('ways through a tree', () => {
  it('children, fields, ancestors, descendants', async () => {
    const text = 'call(a, /* c */ b)';
    const tree = await treeOf('javascript', text);
    const call = descendantsOfKind(tree, 0, new Set(['call_expression']))[0] ?? -1;
    const list = childByField(tree, call, 'arguments');
    const show = (nodes: readonly number[]) => nodes.map((node) => textOf(tree, text, node));

    expect(show(children(tree, list))).toEqual(['(', 'a', ',', '/* c */', 'b', ')']);
    expect(show(namedChildren(tree, list))).toEqual(['a', 'b']);
    expect(fieldOf(tree, list)).toBe('arguments');
    expect(childByField(tree, call, 'body')).toBe(-1);
    expect(childByField(tree, call, 'no such field')).toBe(-1);
    expect(textOf(tree, text, childOfKind(tree, list, 'identifier'))).toBe('a');
    expect(ancestors(tree, list).map((node) => kindOf(tree, node))).toEqual([
      'call_expression',
      'expression_statement',
      'program',
    ]);
    expect(ancestorOfKind(tree, list, new Set(['program']))).toBe(0);
    expect(ancestorOfKind(tree, 0, new Set(['program']))).toBe(-1);
    expect(textOf(tree, text, nodeAt(tree, text.indexOf('b')))).toBe('b');
    expect(isNamed(tree, childOfKind(tree, list, '('))).toBe(false);
  });
});

describe('line index', () => {
  it('numbers offsets by their line', () => {
    const text = 'a\r\n\nbc\n';
    const index = makeLineIndex(text.split('\n'));

    expect([...text].map((_, offset) => index.lineOf(offset))).toEqual([1, 1, 1, 2, 3, 3, 3]);
    expect(index.lineOf(text.length)).toBe(4);
    expect([1, 2, 3, 4].map((line) => index.startOf(line))).toEqual([0, 3, 4, 7]);
  });
});

describe('enclosing symbol', () => {
  it.each([
    ['go', 'package a\nfunc (s *Store[T]) Get() {\n\tx()\n}', 3, 'Store.Get'],
    ['go', 'package a\nfunc load() {\n\tx()\n}', 3, 'load'],
    ['go', 'package a\ntype Store struct {\n\tA int\n}', 3, 'Store'],
    ['java', 'class Store {\n  int get() {\n    return 1;\n  }\n}', 3, 'Store.get'],
    ['java', 'class Store {\n  int size;\n}', 2, 'Store'],
    ['ruby', 'class Store\n  def get\n    1\n  end\nend', 3, 'Store.get'],
    ['ruby', 'module Shop\n  def self.get\n    1\n  end\nend', 3, 'Shop.get'],
    ['rust', 'impl Store {\n  fn get() {\n    x();\n  }\n}', 3, 'Store.get'],
    ['php', '<?php\nclass Store {\n  function get() {\n    x();\n  }\n}', 4, 'Store.get'],
    ['csharp', 'class Store {\n  int Get() {\n    return 1;\n  }\n}', 3, 'Store.Get'],
  ])('%s: %s, line %i is in %s', async (language, text, line, name) => {
    expect(enclosingSymbol(await treeOf(language, text), text, line)).toBe(name);
  });

  async function symbols(language: string, lines: readonly string[]): Promise<readonly string[]> {
    const text = lines.join('\n');
    const tree = await treeOf(language, text);
    return lines.map((_, index) => enclosingSymbol(tree, text, index + 1));
  }

  it.each(['javascript', 'typescript', 'tsx'])('functions, methods and classes in %s', async (language) => {
    const lines = [
      'import a from "a";',
      'export function load() {',
      '  return 1;',
      '}',
      'export class Store {',
      '  size = 0;',
      '  get(key) {',
      '    return items.map((item) => {',
      '      return item;',
      '    });',
      '  }',
      '  save = async () => {',
      '    await go();',
      '  };',
      '}',
      'const fetchAll = async () => {',
      '  await go();',
      '};',
      'const api = { list() {',
      '  go();',
      '} };',
      '',
    ];

    expect(await symbols(language, lines)).toEqual([
      '',
      'load',
      'load',
      'load',
      'Store',
      'Store',
      'Store.get',
      'Store.get',
      'Store.get',
      'Store.get',
      'Store.get',
      'Store',
      'Store.save',
      'Store.save',
      'Store',
      'fetchAll',
      'fetchAll',
      'fetchAll',
      'list',
      'list',
      'list',
      '',
    ]);
  });

  it('functions, methods and classes in Python', async () => {
    const lines = [
      'import os',
      'class Store:',
      '    size = 0',
      '    @property',
      '    def get(self):',
      '        return 1',
      'async def load():',
      '    pass',
    ];

    expect(await symbols('python', lines)).toEqual([
      '',
      'Store',
      'Store',
      'Store',
      'Store.get',
      'Store.get',
      'load',
      'load',
    ]);
  });

  it('ends on a class inside a class inside a class, 20,000 times', async () => {
    const text = `${'x = class { y = '.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const tree = await treeOf('javascript', text);

    expect(enclosingSymbol(tree, text, 1)).toBeTypeOf('string');
  });
});
