import { describe, expect, it } from 'vitest';
import { symbolsOf } from '../../../src/dispatch/model/changed-symbols.ts';
import { removedExports } from '../../../src/dispatch/model/removed-exports.ts';
import { readUnchangedFiles } from '../../../src/dispatch/model/unchanged-files.ts';
import { makeAnalyzedFile } from '../../analyzers/make-analyzed-file.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { quietLog } from '../fake-ports.ts';
import { makeMaterial } from './material.ts';

const body = Array.from(
  { length: 8 },
  (_, index) => `  step(${index}, "words that make the hunk longer");\n`,
);
const CHANGED = makeChangedFile(
  'src/load.ts',
  `export function load(id) {\n}\nexport function gone() {}\n`,
  `export function load(id, strict) {\n${body.join('')}}\n`,
);

async function promptWith(related: Readonly<Record<string, string>>, neverSend: readonly string[] = []) {
  const unchanged = await readUnchangedFiles(new Map(Object.entries(related)), neverSend, quietLog);
  const analyzed = [await makeAnalyzedFile(CHANGED)];
  return makeMaterial([CHANGED], { analyzed, unchanged, neverSend }).builder.build(['src/load.ts']).shared
    .text;
}

describe('call sites of changed exports', () => {
  it('come from unchanged tests too, removed names first, and what was not searched is said', async () => {
    const text = await promptWith({
      'tests/load.test.ts': 'function load() {}\nexpect(load("x"));\ngone();\n',
    });
    expect(text).toContain(
      '### Call sites in the changed files and 1 unchanged test (in all other files: call sites not searched)\n' +
        'gone (no longer exported by this file): tests/load.test.ts:3   gone();\n' +
        'load: tests/load.test.ts:2   expect(load("x"));\n',
    );
  });

  it('are at most five a name and three a file, with secrets masked, in whatever order files were read', async () => {
    const key = ['AKIA', 'Q3EGRWZPM5XK', 'T2VB'].join('');
    const related = {
      'tests/a.test.ts': `load("${key}");\n`.repeat(60),
      'tests/b.test.ts': 'load();\n'.repeat(60),
    };
    const text = await promptWith(related);
    expect([...text.matchAll(/^load: tests\/(.)/gm)].map(([, file]) => file)).toEqual([
      'a',
      'a',
      'a',
      'b',
      'b',
    ]);
    expect(text).not.toContain(key);
    expect(await promptWith(Object.fromEntries(Object.entries(related).reverse()))).toBe(text);
  });

  it('are not looked for in files that are never sent, nor in documents', async () => {
    const text = await promptWith(
      { 'tests/private/load.test.ts': 'load("inside");\n', 'docs/load.md': 'load("in words")\n' },
      ['tests/private/'],
    );
    expect(text).toContain('(in unchanged files: call sites not searched)\n');
    expect(text).toContain('load: none\n');
    expect(text).not.toMatch(/inside|in words/);
  });

  it('are asked for when the signature, the body, or a line that is gone was touched', async () => {
    const before =
      'export const a = () => 1;\nexport function b() {\n  check();\n  return 1;\n}\nexport function c(x) {\n  return x;\n}\n';
    const after = before.replace('  check();\n', '').replace('c(x)', 'c(x, y)');
    const symbols = symbolsOf(await makeAnalyzedFile(makeChangedFile('src/a.ts', before, after)));
    expect(symbols?.changedExports.map((one) => one.name)).toEqual(['c', 'b']);
  });
});

describe('unchanged files', () => {
  it('lose secrets that run over several lines', async () => {
    const mark = (word: string) => `-----${word} RSA PRIVATE KEY-----`;
    const rows = ['MIIEpAIBAAKCAQEA7v3kq9Zt2Lw8', 'Xy4Rf6Uj1Po5Hs0Dg3Bn8Mc2Kz7Q'];
    const text = ['const key = `', mark('BEGIN'), ...rows, mark('END'), '`;'].join('\n');
    const [file] = await readUnchangedFiles(new Map([['tests/a.test.ts', text]]), [], quietLog);

    expect(file?.lines).toHaveLength(6);
    for (const row of rows) expect(file?.lines.join('\n')).not.toContain(row);
  });
});

describe('exports that are gone', () => {
  const gone = (before: string, after: string) => {
    const { change } = makeChangedFile('src/a.ts', before, after);
    return removedExports(change.hunks, after.split('\n'));
  };

  it.each([
    ['a function', 'export async function load() {}\n', 'x\n', ['load']],
    ['a constant', 'export const limit = 1;\n', 'const limit = 1;\n', ['limit']],
    ['a Python function', 'def load(x):\n', 'def read(x):\n', ['load']],
    ['what moved within the file', 'export function load() {}\nx\n', 'x\nexport function load(a) {}\n', []],
    [
      'what is exported at the end',
      'export function load() {}\n',
      'function load() {}\nexport { load };\n',
      [],
    ],
    ['what was never exported', 'function load() {}\n', 'x\n', []],
  ])('%s', (_what, before, after, names) => {
    expect(gone(before, after)).toEqual(names);
  });
});
