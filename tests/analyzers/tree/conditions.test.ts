import { describe, expect, it } from 'vitest';
import type { RuleNode } from '../../../src/config/rule.ts';
import { linesOf, runRule } from './run-rule.ts';

const CALL: RuleNode = { kind: 'call_expression' };

describe('conditions on the node itself', () => {
  it('kind: named nodes of that kind, not the keyword of the same name', async () => {
    const lines = ['class A {}', 'const B = class {};', 'f()'];

    expect(await linesOf('javascript', lines, { kind: 'class' })).toEqual([2]);
    expect(await linesOf('javascript', lines, CALL)).toEqual([3]);
  });

  it('regex: anywhere in the text unless anchored, flags at its start', async () => {
    const lines = ['password', 'myPassword', 'word'];

    expect(await linesOf('javascript', lines, { kind: 'identifier', regex: 'assword' })).toEqual([1, 2]);
    expect(await linesOf('javascript', lines, { kind: 'identifier', regex: '(?i)^password$' })).toEqual([1]);
  });

  it('regex of a built-in rule gives the same', async () => {
    const lines = ['password', 'myPassword', 'word'];
    const condition = { kind: 'identifier', regex: '(?i)^PASS(word|phrase)$' };

    expect(await linesOf('javascript', lines, condition, { builtIn: true })).toEqual([1]);
    expect(await linesOf('javascript', lines, condition)).toEqual([1]);
  });

  it('any, all, not', async () => {
    const lines = ['a()', 'b()', 'c()', 'b(1)'];
    const any = [{ pattern: 'a($$$)' }, { pattern: 'b($$$)' }];

    expect(await linesOf('javascript', lines, { any })).toEqual([1, 2, 4]);
    expect(await linesOf('javascript', lines, { all: [{ any }, { not: { pattern: 'b()' } }] })).toEqual([
      1, 4,
    ]);
    expect(await linesOf('javascript', lines, { ...CALL, not: { any } })).toEqual([3]);
  });

  it('matches: a condition of utils, which may name others', async () => {
    const utils = { call: CALL, harmless: { matches: 'named-c' }, 'named-c': { pattern: 'c()' } };
    const condition = { all: [{ matches: 'call' }, { not: { matches: 'harmless' } }] };

    expect(await linesOf('javascript', ['a()', 'c()'], condition, { utils })).toEqual([1]);
  });

  it('matches: utils that name each other in a circle end', async () => {
    const utils: Record<string, RuleNode> = {
      one: { any: [{ matches: 'two' }, { pattern: 'a()' }] },
      two: { any: [{ matches: 'one' }, { pattern: 'b()' }] },
    };

    expect(await linesOf('javascript', ['a()', 'b()', 'c()'], { matches: 'one' }, { utils })).toEqual([1, 2]);
  });

  it('alternatives that fail leave no bindings behind', async () => {
    const any = [{ all: [{ pattern: '$A + $B' }, { regex: 'never' }] }, { pattern: '$B + $A' }];

    expect(await linesOf('javascript', ['x + y'], { any })).toEqual([1]);
  });

  it('constraints look at what meta-variables stand for', async () => {
    const lines = ['db.query(x)', 'db.close(x)', 'db.query(1)'];
    const constraints = { METHOD: { regex: '^(query|execute)$' }, X: { kind: 'identifier' } };

    expect(await linesOf('javascript', lines, { pattern: '$DB.$METHOD($X)' }, { constraints })).toEqual([1]);
  });
});

describe('conditions on related nodes', () => {
  const nested = ['if (a) { f() }', 'while (b) { if (c) { f() } }', 'f()'];

  it('inside: the parent, any ancestor, or up to a stop that is looked at too', async () => {
    const call = { pattern: 'f()' };
    const statement = { kind: 'if_statement' };
    const loop = { kind: 'while_statement' };

    expect(await linesOf('javascript', nested, { ...call, inside: statement })).toEqual([]);
    expect(await linesOf('javascript', nested, { ...call, inside: { ...statement, stopBy: 'end' } })).toEqual(
      [1, 2],
    );
    expect(await linesOf('javascript', nested, { ...call, inside: { ...loop, stopBy: statement } })).toEqual(
      [],
    );
    expect(
      await linesOf('javascript', nested, { ...call, inside: { ...statement, stopBy: statement } }),
    ).toEqual([1, 2]);
  });

  it('inside with a field: the side on which the node stands', async () => {
    const lines = ['a = f()', 'f().x = a'];
    const inside = { kind: 'assignment_expression', field: 'right', stopBy: 'end' as const };

    expect(await linesOf('javascript', lines, { pattern: 'f()', inside })).toEqual([1]);
  });

  it('has: a child, any descendant, or down to a stop that is looked at too', async () => {
    const lines = ['g(await x)', 'g([await x])', 'g(() => { await x })', 'g(x)'];
    const has = { kind: 'await_expression' };
    const g = { pattern: 'g($$$)' };

    expect(await linesOf('javascript', lines, { kind: 'arguments', has })).toEqual([1]);
    expect(await linesOf('javascript', lines, { ...g, has: { ...has, stopBy: 'end' } })).toEqual([1, 2, 3]);
    expect(
      await linesOf('javascript', lines, { ...g, has: { ...has, stopBy: { kind: 'arrow_function' } } }),
    ).toEqual([1, 2]);
  });

  it('has with a field: the child in it, and with stopBy what is below', async () => {
    const lines = ['a.b(c);', 'c.d(a);', '(c + 1).e(a);'];
    const c = { kind: 'identifier', regex: '^c$' };

    expect(await linesOf('javascript', lines, { ...CALL, has: { field: 'function', ...c } })).toEqual([]);
    expect(
      await linesOf('javascript', lines, { ...CALL, has: { field: 'function', ...c, stopBy: 'end' } }),
    ).toEqual([2, 3]);
    expect(await linesOf('javascript', ['f()', 'return_'], { ...CALL, has: { field: 'arguments' } })).toEqual(
      [1],
    );
  });

  it('has sees tokens, so that a keyword can be asked for', async () => {
    const lines = ['async function a() {}', 'function b() {}'];

    expect(
      await linesOf('javascript', lines, { kind: 'function_declaration', has: { regex: '^async$' } }),
    ).toEqual([1]);
    expect(
      await linesOf('javascript', lines, { kind: 'function_declaration', has: { kind: 'async' } }),
    ).toEqual([1]);
  });

  it('follows and precedes: the neighbour across comments and tokens, or any sibling', async () => {
    const lines = ['open();', '// then', 'use();', 'rest();', 'close();'];
    const use = { kind: 'expression_statement', regex: '^use' };
    const open = { regex: '^open' };
    const close = { regex: '^close' };

    expect(await linesOf('javascript', lines, { ...use, follows: open })).toEqual([3]);
    expect(await linesOf('javascript', lines, { ...use, precedes: close })).toEqual([]);
    expect(await linesOf('javascript', lines, { ...use, precedes: { ...close, stopBy: 'end' } })).toEqual([
      3,
    ]);
    expect(
      await linesOf('javascript', lines, { ...use, precedes: { ...close, stopBy: { regex: '^rest' } } }),
    ).toEqual([]);
  });

  it('follows a token: the first argument', async () => {
    const condition = { kind: 'identifier', regex: '^key$', follows: { regex: '^\\($' } };

    expect(await linesOf('javascript', ['f(key, 1)', 'f(1, key)'], condition)).toEqual([1]);
  });

  it('share meta-variables with the pattern they belong to', async () => {
    const lines = ['function a() { x = 1; return x }', 'function b() { y = 1; return x }'];
    const condition = {
      pattern: 'return $V',
      inside: { kind: 'statement_block', has: { pattern: '$V = $_', stopBy: 'end' as const } },
    };

    expect(await linesOf('javascript', lines, condition)).toEqual([1]);
  });

  it('give each name its own answer, however often the file is searched', async () => {
    const filler = Array.from({ length: 100 }, (_, index) => `const v${index} = ${index};`);
    const lines = [
      'declared();',
      'absent();',
      'declared();',
      'absent();',
      'function declared() {}',
      ...filler,
    ];
    const condition = {
      kind: 'call_expression',
      has: {
        field: 'function',
        pattern: '$NAME',
        inside: {
          kind: 'program',
          stopBy: 'end' as const,
          has: {
            kind: 'function_declaration',
            stopBy: 'end' as const,
            has: { field: 'name', pattern: '$NAME' },
          },
        },
      },
    };

    expect(await linesOf('javascript', lines, condition)).toEqual([1, 3]);
  });

  it('hold in whatever order they are written', async () => {
    const lines = ['if (a) { f(x); f(y) }', 'f(x)'];
    const inside = { inside: { kind: 'if_statement', stopBy: 'end' as const } };
    const binds = { pattern: 'f($A)' };
    const compares = { has: { stopBy: 'end' as const, pattern: '$A', regex: '^x$' } };

    expect(await linesOf('javascript', lines, { all: [binds, compares, inside] })).toEqual([1]);
    expect(await linesOf('javascript', lines, { all: [inside, compares, binds] })).toEqual([1]);
  });

  it('work the same in Python', async () => {
    const lines = [
      'for u in users:',
      '    db.get(u)',
      'db.get(1)',
      'def f():',
      '    return [db.get(u) for u in users]',
    ];
    const inside = {
      any: [{ kind: 'for_statement' }, { kind: 'list_comprehension' }],
      stopBy: 'end' as const,
    };

    expect(await linesOf('python', lines, { pattern: 'db.get($X)', inside })).toEqual([2, 5]);
  });

  it('work the same in TypeScript and TSX', async () => {
    const lines = ['function f(a: any): void {}', 'function g(a: string): any {}'];
    const condition = {
      kind: 'predefined_type',
      regex: '^any$',
      inside: { kind: 'required_parameter', stopBy: 'end' as const },
    };

    expect(await linesOf('typescript', lines, condition)).toEqual([1]);
    expect(await linesOf('tsx', lines, condition)).toEqual([1]);
  });
});

describe('problems of a rule', () => {
  it.each<[string, RuleNode, string]>([
    ['unknown kind', { kind: 'call_expresion' }, 'kind "call_expresion" does not exist in javascript'],
    ['unknown field', { ...CALL, has: { field: 'func', kind: 'identifier' } }, 'field "func" does not exist'],
    ['look-around', { kind: 'string', regex: '(?<=a)b' }, 'regex "(?<=a)b" is not valid RE2 syntax'],
    ['unknown util', { matches: 'nothing' }, 'matches: "nothing" is not among'],
    ['no key', {}, 'has no key'],
  ])('%s is named and matches nothing', async (_, condition, message) => {
    const { problems, lines } = await runRule('javascript', "f('a')", condition);

    expect(problems.join()).toContain(message);
    expect(lines).toEqual([]);
  });

  it('a constraint on a variable that no pattern has is named', async () => {
    const { problems } = await runRule(
      'javascript',
      'f(1)',
      { pattern: 'f($X)' },
      { constraints: { Y: CALL } },
    );

    expect(problems.join()).toContain('constraint on $Y');
  });
});
