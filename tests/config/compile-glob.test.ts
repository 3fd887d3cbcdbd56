import fc from 'fast-check';
import { minimatch } from 'minimatch';
import { describe, expect, test } from 'vitest';
import { checkGlob, compileGlobs } from '../../src/config/compile-glob.ts';

describe('compileGlobs', () => {
  test.each([
    // pattern, path, matches
    ['src/**', 'src/a.ts', true],
    ['src/**', 'src/a/b/c.ts', true],
    ['src/**', 'src', false],
    ['src/**/*.ts', 'src/a.ts', true],
    ['src/**/*.ts', 'src/a/b.ts', true],
    ['src/**/*.ts', 'lib/src/b.ts', false],
    ['**/*.ts', 'a.ts', true],
    ['*.ts', 'deep/er/a.ts', true],
    ['/*.ts', 'a.ts', true],
    ['/*.ts', 'deep/a.ts', false],
    ['vendor/', 'vendor/x/y.js', true],
    ['vendor/', 'src/vendor/y.js', true],
    ['vendor/', 'vendor', false],
    ['.env*', 'apps/web/.env.local', true],
    ['.github/workflows/**', '.github/workflows/ci.yml', true],
    ['**', '.hidden/file', true],
    ['a/*/c', 'a/b/c', true],
    ['a/*/c', 'a/b/b/c', false],
    ['a/**/c', 'a/c', true],
    ['a/?.ts', 'a/b.ts', true],
    ['a/?.ts', 'a/bc.ts', false],
    ['*.[jt]s', 'x.js', true],
    ['*.[jt]s', 'x.cs', false],
    ['*.[!a-f]s', 'x.ts', true],
    ['*.[!a-f]s', 'x.cs', false],
    ['app/\\[id\\]/page.tsx', 'app/[id]/page.tsx', true],
    ['app/[id]/page.tsx', 'app/[id]/page.tsx', false],
    ['*a*b*', 'xaxbx', true],
    ['*a*b', 'ab', true],
    ['*ab*ab', 'ab', false],
    ['a*a', 'a', false],
    ['**/*Test.java', 'src/test/FooTest.java', true],
    ['README.md', 'readme.md', false],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(compileGlobs([pattern])(path)).toBe(expected);
  });

  test('a path is in when any plain pattern matches and no excluding one does, in any order', () => {
    const patterns = ['!**/*.snap', 'src/**', 'lib/**'];

    for (const order of [patterns, patterns.toReversed()]) {
      const isIn = compileGlobs(order);

      expect(['src/a.ts', 'lib/b.ts', 'src/a.snap', 'docs/c.md'].filter(isIn)).toEqual([
        'src/a.ts',
        'lib/b.ts',
      ]);
    }
  });

  test('with excluding patterns alone everything else is in', () => {
    expect(['a.ts', 'a.lock'].filter(compileGlobs(['!*.lock']))).toEqual(['a.ts']);
    expect(compileGlobs([])('anything')).toBe(true);
  });

  test('agrees with minimatch on ordinary patterns', () => {
    const name = fc.stringMatching(/^[ab.*]{1,4}$/).filter((word) => !word.includes('**'));
    const pattern = fc
      .array(fc.oneof(name, fc.constant('**')), { minLength: 2, maxLength: 5 })
      .map((names) => `top/${names.join('/')}`);
    const path = fc
      .array(
        fc.stringMatching(/^[ab.]{1,4}$/).filter((word) => !/^\.\.?$/.test(word)),
        { minLength: 1, maxLength: 6 },
      )
      .map((names) => `top/${names.join('/')}`);
    fc.assert(
      fc.property(pattern, path, (glob, file) => {
        fc.pre(!/(^|\/)\.{1,2}(\/|$)/.test(glob));
        const oracle = minimatch(file, glob, {
          dot: true,
          nobrace: true,
          noext: true,
          nonegate: true,
          nocomment: true,
        });
        expect(compileGlobs([glob])(file)).toBe(oracle);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('checkGlob', () => {
  test.each([
    ['src/*.{ts,tsx}', 'braces are not supported; write one pattern for each alternative'],
    ['src/+(a|b)', 'groups such as "+(…)" are not supported; write one pattern for each alternative'],
    [
      'src\\a.ts',
      'paths have forward slashes; a backslash only stands before * ? [ ] ! or another backslash',
    ],
    ['./src/a.ts', 'patterns start at the top of the repository; leave the "./" or "../" out'],
    ['src/a**', '"**" stands for whole folders; put slashes around it, as in "src/**/*.ts"'],
    ['', 'a pattern may not be empty or have blanks at its ends'],
    ['!', 'a pattern may not be empty or have blanks at its ends'],
    [' a', 'a pattern may not be empty or have blanks at its ends'],
    ['a'.repeat(201), 'a pattern has at most 200 characters, this one has 201'],
    ['a/'.repeat(40), 'a pattern has at most 32 folders'],
    ['?'.repeat(17), 'a pattern has at most 16 of "?" and "[…]"'],
  ])('%s', (pattern, message) => {
    expect(checkGlob(pattern)).toBe(message);
    expect(() => compileGlobs([pattern])).toThrow(message);
  });

  test.each(['src/**', '!**/*.snap', '/a', 'a/', '**/*.[jt]s', '.env*', '\\[id\\]/**', 'a b/c d.ts'])(
    '%s is fine',
    (glob) => {
      expect(checkGlob(glob)).toBeNull();
    },
  );
});

describe('R25 glob safety', () => {
  const hostile = [
    `${'*a'.repeat(10)}x`,
    `${'**/a/'.repeat(13)}x`,
    `${'*'.repeat(1)}${'*a'.repeat(99)}x`.slice(1),
    `**/${'a/'.repeat(28)}b/**/x`,
    `**/${'*a/'.repeat(28)}b/**/x`,
    `*${'?'.repeat(16)}b*x`,
    `${'*?'.repeat(16)}x`,
    `${'*[a-z]a'.repeat(16)}x`,
    `**/${'a*a*a*a*a*a*a*a/'.repeat(7)}**/y`,
    `*${'a'.repeat(100)}b*`,
  ];
  const paths = [
    ...Array.from({ length: 2500 }, (_, index) => `${'a/'.repeat(50)}${index}`),
    ...Array.from({ length: 2500 }, (_, index) => `${'a'.repeat(200)}${index}`),
  ];

  test('ten hostile patterns on 5,000 paths take less than a second', () => {
    expect(hostile.filter((pattern) => checkGlob(pattern) !== null)).toEqual([]);
    const start = performance.now();

    const matches = paths.filter((path) => hostile.some((pattern) => compileGlobs([pattern])(path)));

    // A second is the requirement; five times that, so that a busy machine does not fail the suite.
    expect(performance.now() - start).toBeLessThan(5000);
    expect(matches).toEqual([]);
  });

  test('what could expand is refused with a reason', () => {
    expect(checkGlob('{a,b}'.repeat(25))).toMatch(/^braces are not supported/);
    expect(checkGlob(`+(${'a|'.repeat(30)}b)`)).toMatch(/^groups such as/);
    expect(checkGlob('**/'.repeat(66))).toBe('a pattern has at most 32 folders');
  });
});
