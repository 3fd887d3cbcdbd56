import { describe, expect, it } from 'vitest';
import { linesOf, runRule } from './run-rule.ts';

describe('patterns in JavaScript', () => {
  it('match the same code whatever its spaces, line breaks and comments', async () => {
    const lines = ['eval(input)', 'eval( input )', 'eval(/* why */ input)', 'eval(other)', 'evil(input)'];

    expect(await linesOf('javascript', lines, { pattern: 'eval(input)' })).toEqual([1, 2, 3]);
  });

  it('mean the expression and not the statement around it', async () => {
    const lines = ['eval(input);', 'const x = eval(input);', 'f(eval(input))'];

    expect(await linesOf('javascript', lines, { pattern: 'eval(input)' })).toEqual([1, 2, 3]);
  });

  it('accept a statement with and without its semicolon', async () => {
    const lines = ['debugger;', 'debugger', 'stop();'];

    expect(await linesOf('javascript', lines, { pattern: 'debugger' })).toEqual([1, 2]);
    expect(await linesOf('javascript', lines, { pattern: 'debugger;' })).toEqual([1, 2]);
  });

  it('let either quote match the other, and no other string', async () => {
    const lines = ["require('fs')", 'require("fs")', 'require(`fs`)', "require('path')"];

    expect(await linesOf('javascript', lines, { pattern: "require('fs')" })).toEqual([1, 2]);
  });

  it('tell operators and keywords apart', async () => {
    const lines = ['a == b', 'a === b', 'a != b'];
    const declarations = ['let a = 1', 'const b = 1', 'var c = 1'];

    expect(await linesOf('javascript', lines, { pattern: '$A == $B' })).toEqual([1]);
    expect(await linesOf('javascript', declarations, { pattern: 'var $A = $B' })).toEqual([3]);
  });

  it('skip tokens that only the code has', async () => {
    const lines = ['function f() {}', 'async function g() {}', 'function* h() {}'];

    expect(await linesOf('javascript', lines, { pattern: 'function $F() {}' })).toEqual([1, 2]);
  });

  it('$NAME stands for exactly one node', async () => {
    const lines = ['f()', 'f(1)', 'f(1, 2)', 'f(...rest)', 'f({ a: [1] })'];

    expect(await linesOf('javascript', lines, { pattern: 'f($A)' })).toEqual([2, 4, 5]);
  });

  it('the same name twice means equal text, $_ twice does not', async () => {
    const lines = ['a.b === a.b', 'a.b === a.c', 'f(1) === f(1)'];

    expect(await linesOf('javascript', lines, { pattern: '$A === $A' })).toEqual([1, 3]);
    expect(await linesOf('javascript', lines, { pattern: '$_ === $_' })).toEqual([1, 2, 3]);
  });

  it('$$$ stands for any number of nodes, wherever it stands', async () => {
    const lines = ['f()', 'f(1)', 'f(1, 2)', 'f(1, last)', 'f(last)', 'f(last, 1)'];

    expect(await linesOf('javascript', lines, { pattern: 'f($$$)' })).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await linesOf('javascript', lines, { pattern: 'f($A, $$$REST)' })).toEqual([2, 3, 4, 5, 6]);
    expect(await linesOf('javascript', lines, { pattern: 'f($$$, last)' })).toEqual([4, 5]);
    expect(await linesOf('javascript', lines, { pattern: 'f($$$, last, $$$)' })).toEqual([4, 5, 6]);
  });

  it('$$$ finds a later place when the first does not fit', async () => {
    const lines = ['f(a, x, a, b)', 'f(a, x, b)', 'f(a, b, c)'];

    expect(await linesOf('javascript', lines, { pattern: 'f($$$, a, b)' })).toEqual([1]);
    expect(await linesOf('javascript', lines, { pattern: 'f($$$, a, $$$, b)' })).toEqual([1, 2]);
    expect(await linesOf('javascript', ['f(g(1), g(2), 2)'], { pattern: 'f($$$, g($A), $A)' })).toEqual([1]);
  });

  it('$$$NAME twice means equal lists', async () => {
    const lines = ['a(1, 2) || b(1, 2)', 'a(1, 2) || b(1)', 'a() || b()'];

    expect(await linesOf('javascript', lines, { pattern: 'a($$$X) || b($$$X)' })).toEqual([1, 3]);
  });

  it('take the selected node of a context', async () => {
    const lines = ['class A { #secret = 1 }', 'class B { open = 1 }'];
    const pattern = { context: 'class X { #secret = $V }', selector: 'field_definition' };

    expect(await linesOf('javascript', lines, { pattern })).toEqual([1]);
  });

  it('match objects, templates, classes and JSX', async () => {
    const lines = ['g({ rejectUnauthorized: false, a: 1 })', 'g({ rejectUnauthorized: true })'];
    const markup = ['const a = <div dangerouslySetInnerHTML={{ __html: x }} />', 'const b = <div id="x" />'];

    const object = { context: '({ $$$, rejectUnauthorized: false, $$$ })', selector: 'object' };

    expect(await linesOf('javascript', lines, { pattern: object })).toEqual([1]);
    expect(
      await linesOf('javascript', lines, { pattern: 'g({ $$$, rejectUnauthorized: false, $$$ })' }),
    ).toEqual([1]);
    expect(
      await linesOf('javascript', markup, { pattern: '<div dangerouslySetInnerHTML={{ __html: $X }} />' }),
    ).toEqual([1]);
  });
});

describe('patterns in TypeScript and TSX', () => {
  it('match type syntax', async () => {
    const lines = ['const a = b as any', 'const c = d as unknown', 'let e: any'];

    expect(await linesOf('typescript', lines, { pattern: '$X as any' })).toEqual([1]);
    expect(await linesOf('tsx', lines, { pattern: '$X as any' })).toEqual([1]);
    expect(await linesOf('typescript', lines, { pattern: '$X!' })).toEqual([]);
  });

  it('match elements in TSX', async () => {
    const lines = ['const a = <a target="_blank" href={x}>y</a>', 'const b = <a href={x}>y</a>'];

    expect(await linesOf('tsx', lines, { pattern: '<a $$$ target="_blank" $$$>$$$</a>' })).toEqual([1]);
  });
});

describe('patterns in Python', () => {
  it('know meta-variables although $ is no letter there', async () => {
    const lines = ['eval(x)', 'eval(x, y)', 'x == None', 'None == x', 'y is None'];

    expect(await linesOf('python', lines, { pattern: 'eval($X)' })).toEqual([1]);
    expect(await linesOf('python', lines, { pattern: 'eval($$$)' })).toEqual([1, 2]);
    expect(await linesOf('python', lines, { pattern: '$X == None' })).toEqual([3]);
  });

  it('match statements with bodies', async () => {
    const lines = [
      'try:',
      '    f()',
      'except:',
      '    pass',
      'try:',
      '    g()',
      'except ValueError:',
      '    raise',
    ];
    const condition = {
      kind: 'except_clause',
      pattern: { context: 'try:\n  f()\nexcept:\n  $$$B', selector: 'except_clause' },
    };

    expect(await linesOf('python', lines, condition)).toEqual([3]);
  });

  it('let either quote match the other, and mind prefixes', async () => {
    const lines = ["open('a')", 'open("a")', 'open("""a""")', 'open(b"a")', "open('b')"];

    expect(await linesOf('python', lines, { pattern: 'open("a")' })).toEqual([1, 2, 3]);
  });

  it('match functions with a default', async () => {
    const lines = ['def f(a, b=[]): pass', 'def g(a, b=None): pass', 'async def h(b=[]): pass'];

    expect(await linesOf('python', lines, { pattern: 'def $F($$$, $P=[], $$$): $$$' })).toEqual([1, 3]);
  });
});

describe('patterns that cannot be used', () => {
  it.each([
    ['f(', 'does not parse as javascript'],
    ['f(); g()', 'has several parts side by side'],
    ['// nothing', 'is empty'],
    ['$$$ALL', 'is only a $$$ variable'],
  ])('%s is a problem with a reason', async (pattern, reason) => {
    const { problems, lines } = await runRule('javascript', 'f()', { pattern });

    expect(problems.join()).toContain(reason);
    expect(problems.join()).toContain(pattern);
    expect(lines).toEqual([]);
  });

  it('a selector that is not in the context is a problem', async () => {
    const { problems } = await runRule('javascript', 'f()', {
      pattern: { context: 'f()', selector: 'class_body' },
    });

    expect(problems.join()).toContain('has no node of kind class_body in its context');
  });
});

describe('patterns in languages where a lone name is no file', () => {
  it('let a variable alone stand for any node, equal wherever it occurs again', async () => {
    const rule = {
      kind: 'binary_expression',
      all: [{ has: { field: 'left', pattern: '$SAME' } }, { has: { field: 'right', pattern: '$SAME' } }],
    };

    expect(await linesOf('go', ['package a', 'var x = a == a', 'var y = a == b'], rule)).toEqual([2]);
    expect(await linesOf('java', ['class A {', '  int x = a - a;', '  int y = a - b;', '}'], rule)).toEqual([
      2,
    ]);
  });

  it('read C with the grammar of C++', async () => {
    const lines = ['void f(char *s) {', '  gets(s);', '}'];

    expect(
      await linesOf('c', lines, { kind: 'call_expression', has: { field: 'function', regex: '^gets$' } }),
    ).toEqual([2]);
  });
});
