import { expect, it } from 'vitest';
import { duplicatedBlocksAnalyzer } from '../../../src/analyzers/copies/duplicated-blocks.ts';
import type { ChangedFile } from '../../../src/model.ts';
import { makeChangedFile, makeContext } from '../../make-changed-file.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';

async function found(...files: readonly ChangedFile[]) {
  const analyzed = await Promise.all(files.map(makeAnalyzedFile));
  const findings = await duplicatedBlocksAnalyzer.run(makeContext(files), analyzed);
  return findings.map((one) => `${one.path}:${one.startLine} ${one.severity} ${one.title}`);
}

const block = (count: number, name = 'value') =>
  Array.from(
    { length: count },
    (_, index) => `  const ${name}${index} = compute(input.field${index}, ${index});`,
  ).join('\n');
const one = (name: string, body: string) => `export function ${name}(input) {\n${body}\n}\n`;

it('names a block that the change adds in two files', async () => {
  const first = makeChangedFile('src/a.ts', null, one('a', block(11)));
  const second = makeChangedFile('src/b.ts', null, one('b', block(11)));
  expect(await found(first, second)).toEqual(['src/b.ts:2 info 11 lines repeat src/a.ts lines 2–12']);
});

it('names a block that stands in the same file already, wherever the copy is put', async () => {
  const old = one('late', block(16));
  const file = makeChangedFile('src/a.ts', old, `${one('early', block(16))}\n${old}`);
  expect(await found(file)).toEqual(['src/a.ts:2 low 16 lines repeat lines 21–36']);
});

it('says nothing of what was moved, of short likeness, of tests, imports and data', async () => {
  const old = `${one('a', block(12))}${one('b', block(3, 'other'))}`;
  expect(
    await found(makeChangedFile('src/a.ts', old, `${one('b', block(3, 'other'))}${one('a', block(12))}`)),
  ).toEqual([]);
  expect(await found(makeChangedFile('src/a.ts', null, one('a', block(9)) + one('b', block(9))))).toEqual([]);
  expect(
    await found(makeChangedFile('src/a.test.ts', null, one('a', block(12)) + one('b', block(12)))),
  ).toEqual([]);
  const imports = Array.from(
    { length: 12 },
    (_, index) => `import { some${index} } from './module-number-${index}.ts';`,
  ).join('\n');
  expect(
    await found(makeChangedFile('src/a.ts', null, imports), makeChangedFile('src/b.ts', null, imports)),
  ).toEqual([]);
  const data = Array.from({ length: 12 }, (_, index) => `key-${index}: a value that is long enough`).join(
    '\n',
  );
  expect(await found(makeChangedFile('a.yaml', null, data), makeChangedFile('b.yaml', null, data))).toEqual(
    [],
  );
});

it('counts the lines of one long copy once', async () => {
  const lines = await found(makeChangedFile('src/a.ts', null, one('a', block(30)) + one('b', block(30))));
  expect(lines).toHaveLength(1);
});

it('takes what two files begin with for their set-up, unless it is most of them', async () => {
  const files = (count: number) =>
    ['src/a.ts', 'src/b.ts'].map((path) => makeChangedFile(path, null, `${block(count)}\n${one(path, '')}`));
  expect(await found(...files(20))).toEqual([]);
  expect(await found(...files(31))).toEqual(['src/b.ts:1 low 31 lines repeat src/a.ts lines 1–31']);
});
