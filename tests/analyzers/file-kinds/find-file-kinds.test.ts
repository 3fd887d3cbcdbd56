import { describe, expect, it } from 'vitest';
import { findFileKinds } from '../../../src/analyzers/file-kinds/find-file-kinds.ts';
import type { Blob, ChangedFile, FileChange } from '../../../src/model.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { processorNow } from '../processor-time.ts';

const changed = (
  path: string,
  change: Partial<FileChange>,
  head: Blob,
  base: Blob = { kind: 'missing' },
): ChangedFile => {
  const file = makeChangedFile(path, base.kind === 'missing' ? null : '', 'x\n');
  return { ...file, change: { ...file.change, ...change }, head, base };
};
const link = (path: string, target: string, before?: string) =>
  changed(
    path,
    { newMode: '120000' },
    { kind: 'symlink', target },
    before === undefined ? { kind: 'missing' } : { kind: 'symlink', target: before },
  );
const text: Blob = { kind: 'text', text: 'x\n', undecodable: false };
const added = (path: string) => changed(path, { newMode: '100644' }, text);

describe('R29 paths and kinds of files', () => {
  it.each(['/etc/passwd', '../outside', 'a/../../b', 'a\0b', 'a\nb', 'C:\\x', '.git/hooks/pre-commit', ''])(
    'flags the path %j',
    (path) => {
      const [finding] = findFileKinds([added(path)]);

      expect(finding).toMatchObject({ ruleId: 'unsafe-path', severity: 'high', anchor: 'file', path });
      expect(finding?.explanation).not.toMatch(/[\0-\x1f]/);
    },
  );

  it.each([
    ['absolute', 'link', '/etc/passwd'],
    ['upwards', 'a/b/link', '../../../secret'],
    ['upwards and down', 'link', 'x/../../y'],
    ['home', 'link', '~/.ssh/id_rsa'],
    ['drive', 'link', 'C:\\Users'],
    ['git folder', 'link', '.git/config'],
  ])('flags a link that leaves the tree: %s', (_name, path, target) => {
    expect(findFileKinds([link(path, target)])).toMatchObject([
      { ruleId: 'symlink-leaves-tree', severity: 'high', cwe: 'CWE-59' },
    ]);
  });

  it('mentions a link inside the tree, and a link that points elsewhere now', () => {
    expect(findFileKinds([link('a/b/link', '../c')])).toMatchObject([
      { ruleId: 'symlink', severity: 'info' },
    ]);
    expect(findFileKinds([link('link', 'new', 'old')])[0]?.title).toContain('elsewhere');
    expect(findFileKinds([link('link', 'same', 'same')])).toEqual([]);
  });

  it('says that the code of a submodule was not reviewed', () => {
    const head: Blob = { kind: 'submodule', commit: 'b'.repeat(40) };
    const base: Blob = { kind: 'submodule', commit: 'a'.repeat(40) };

    expect(findFileKinds([changed('lib', { newMode: '160000' }, head)])).toMatchObject([
      { ruleId: 'submodule-added', severity: 'medium' },
    ]);
    expect(
      findFileKinds([changed('lib', { newMode: '160000', oldMode: '160000' }, head, base)]),
    ).toMatchObject([{ ruleId: 'submodule-moved', severity: 'info' }]);
    expect(findFileKinds([changed('lib', { newMode: '160000' }, head)])[0]?.explanation).toContain(
      'not reviewed',
    );
  });

  it('flags the executable bit where no program is expected', () => {
    expect(
      findFileKinds([changed('data/list.txt', { newMode: '100755', oldMode: '100644' }, text, text)]),
    ).toMatchObject([{ ruleId: 'executable-bit', severity: 'low' }]);
    expect(
      findFileKinds([
        changed('run.sh', { newMode: '100755' }, text),
        changed('bin/tool', { newMode: '100755' }, text),
      ]),
    ).toEqual([]);
    expect(findFileKinds([changed('x.txt', { newMode: '100755', oldMode: '100755' }, text, text)])).toEqual(
      [],
    );
  });

  it('flags names that differ only in case, also from unchanged files', () => {
    expect(findFileKinds([added('src/Cart.ts'), added('src/cart.ts')])).toHaveLength(2);
    expect(findFileKinds([added('src/Cart.ts')], ['src/cart.ts'])).toMatchObject([
      { ruleId: 'case-clash', path: 'src/Cart.ts' },
    ]);
    expect(findFileKinds([added('src/cart.ts')], ['src/cart.ts'])).toEqual([]);
  });

  it('flags names that look like others or hide characters', () => {
    expect(findFileKinds([added('src/p\u0430y.ts')], ['src/pay.ts'])).toMatchObject([
      { ruleId: 'deceptive-name', severity: 'high' },
    ]);
    expect(findFileKinds([added('src/in\u200Bdex.ts')], ['src/index.ts'])).toMatchObject([
      { ruleId: 'deceptive-name', severity: 'high' },
    ]);
    const [finding] = findFileKinds([added('src/\u202Etxt.js')]);
    expect(finding).toMatchObject({ ruleId: 'deceptive-name', severity: 'medium' });
    expect(finding?.explanation).toContain('⟦U+202E⟧');
  });

  it('flags bytes that are not UTF-8 once', () => {
    const broken: Blob = { kind: 'text', text: '\ufffd', undecodable: true };

    expect(findFileKinds([changed('a.txt', {}, broken)])).toMatchObject([
      { ruleId: 'undecodable-text', reviewer: 'correctness' },
    ]);
    expect(findFileKinds([changed('a.txt', {}, broken, broken)])).toEqual([]);
  });

  it('leaves ordinary and removed files alone', () => {
    const removed = {
      ...link('old', '/etc/passwd'),
      change: { ...link('old', '/x').change, status: 'removed' as const },
    };

    expect(
      findFileKinds([added('docs/руководство.md'), added('src/日本.ts'), added('a/b.c/d-e.ts'), removed]),
    ).toEqual([]);
  });

  it('takes linear time for many files', () => {
    const start = processorNow();

    findFileKinds(
      Array.from({ length: 3_000 }, (_, index) => added(`src/part-${index}/file.ts`)),
      Array.from({ length: 20_000 }, (_, index) => `lib/${index}.ts`),
    );

    expect(processorNow() - start).toBeLessThan(2_000);
  });
});
