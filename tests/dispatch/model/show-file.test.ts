import { describe, expect, it } from 'vitest';
import { makeAnalyzedFile } from '../../analyzers/make-analyzed-file.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { makeMaterial } from './material.ts';

const rows = (count: number) => Array.from({ length: count }, (_, index) => `  step(${index});`).join('\n');
const before = `export function load(id: string) {\n${rows(6)}\n  return id;\n}\n`;
const FILES = [
  makeChangedFile(
    'src/load.ts',
    before,
    before.replace(
      'return id;',
      'return id.trim().toLowerCase().normalize();\n  // one\n  // two\n  // three\n  // four, with more words than are needed so that the hunk is long enough for its context',
    ),
  ),
  makeChangedFile(
    'src/use.ts',
    'old();\n',
    "import { load } from './load.ts';\nexport const reload = () => preload('x') ?? load('y');\n",
  ),
  makeChangedFile('notes.txt', 'a\n', 'b\n'),
];

async function show(path: string, neverSend: readonly string[] = []) {
  const analyzed = await Promise.all(FILES.slice(0, 2).map(makeAnalyzedFile));
  return makeMaterial(FILES, { analyzed, neverSend }).builder.build([path]).shared.text;
}

describe('context of a hunk', () => {
  it('names the enclosing function, shows its head, and the callers in other changed files', async () => {
    const text = await show('src/load.ts');

    expect(text).toContain('### Hunk in load\nNew lines:');
    expect(text).toContain(
      '### Unchanged lines of the functions around the hunks\n1   export function load(id: string) {',
    );
    expect(text).toContain("load: src/use.ts:2   export const reload = () => preload('x') ?? load('y');");
    expect(text).toContain(
      '### Call sites in the changed files (in unchanged files: call sites not searched)',
    );
  });

  it('says so where callers cannot be found', async () => {
    expect(await show('notes.txt')).toMatch(/^modified, .*; call sites not searched$/m);
    expect(await show('src/load.ts', ['src/use.ts'])).toContain('load: none\n');
  });
});

describe('size of the context', () => {
  it('is never larger than the hunks', async () => {
    const text = await show('src/load.ts');
    const [, hunks = '', context = ''] =
      /(### Hunk[\s\S]*?)(### Call sites[\s\S]*)\n[0-9a-f]+>>>/.exec(text) ?? [];
    expect(hunks.length).toBeGreaterThan(0);
    expect(context.length).toBeGreaterThan(0);
    expect(context.length).toBeLessThanOrEqual(hunks.length);
  });
});
