import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Security requirements of what is built so far; others join as their parts do. */
const WANTED = [...numbers(1, 33), ...numbers(41, 44)].map((number) => `R${number}`);

function numbers(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** What `describe`, `it` and `test` say, with or without `.each`; the name may stand on the next line. */
const NAMES = /\b(?:describe|it|test)(?:\.each\([\s\S]*?\))?\(\s*(['"`])(.*?)\1/g;

it('every requirement has a test that is named by its number', () => {
  const named = new Set<string>();
  for (const path of globSync('**/*.test.ts', { cwd: import.meta.dirname })) {
    const text = readFileSync(join(import.meta.dirname, path), 'utf8');
    for (const [, , name = ''] of text.matchAll(NAMES))
      for (const [number] of name.matchAll(/\bR\d+\b/g)) named.add(number);
  }
  expect(WANTED.filter((number) => !named.has(number))).toEqual([]);
});
