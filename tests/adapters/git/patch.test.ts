import { symlinkSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyHunks } from '../../../src/adapters/git/apply-hunks.ts';
import { parsePatch } from '../../../src/diff/parse-patch.ts';
import {
  SIGNAL,
  sourceOf,
  summary,
  TemporaryRepository,
  temporaryFolder,
  words,
} from './temporary-repository.ts';

const TEXT = Array.from({ length: 12 }, (_, line) => `line ${line + 1}\n`).join('');
const CHANGED = TEXT.replace('line 6\n', 'line six\n').replace('line 12\n', 'line 12\nlast\n');

/** A repository with a commit, and the patch of the next change to it. */
function withPatch(): { repository: TemporaryRepository; patch: Uint8Array } {
  const repository = new TemporaryRepository();
  repository.commit('first', { 'a.ts': TEXT, 'gone.ts': 'x\ny\n', 'same.ts': 's\n', 'old.ts': TEXT });
  repository.commit('second', { 'a.ts': CHANGED, 'new.ts': 'n\nm' });
  repository.git('rm', '-q', 'gone.ts');
  repository.git('mv', 'old.ts', 'moved.ts');
  repository.commit('third');
  return { repository, patch: Buffer.from(`${repository.git('diff', '-M', 'HEAD~2', 'HEAD')}\n`) };
}

async function contents(directory: string, patch: Uint8Array, paths: readonly string[]) {
  const source = sourceOf({ directory, kind: 'patch', patch, patchName: 'x.patch' });
  const head = await source.readHead(paths, SIGNAL);
  const base = await source.readBase(paths, SIGNAL);
  return Object.fromEntries(paths.map((path) => [path, [words(base.get(path)), words(head.get(path))]]));
}

describe('patch', () => {
  it('lists the files of the patch', async () => {
    const { repository, patch } = withPatch();

    const source = sourceOf({ directory: repository.directory, kind: 'patch', patch, patchName: 'x.patch' });
    const change = await source.changes(SIGNAL);

    expect(summary(change.files)).toEqual([
      'modified a.ts +2 -1',
      'removed gone.ts +0 -2',
      'renamed old.ts -> moved.ts +0 -0',
      'added new.ts +2 -0',
    ]);
    expect(change.head).toEqual({ sha: null, label: 'x.patch' });
    expect(await source.listHead(SIGNAL)).toEqual(['a.ts', 'moved.ts', 'new.ts', 'same.ts']);
  });

  it('takes both sides from the working tree where the patch was applied, and where it was not', async () => {
    const { repository, patch } = withPatch();
    const paths = ['a.ts', 'gone.ts', 'new.ts', 'moved.ts', 'same.ts'];
    const expected = {
      'a.ts': [TEXT, CHANGED],
      'gone.ts': ['x\ny\n', 'missing'],
      'new.ts': ['missing', 'n\nm'],
      'same.ts': ['s\n', 's\n'],
    };

    const applied = await contents(repository.directory, patch, paths);
    repository.git('checkout', '-q', 'HEAD~2');
    const before = await contents(repository.directory, patch, paths);

    expect(applied).toMatchObject(expected);
    expect(before).toMatchObject(expected);
    expect(applied['moved.ts']?.[1]).toBe(TEXT);
  });

  it('answers `missing` where the lines on disk do not agree, and outside of a repository', async () => {
    const { repository, patch } = withPatch();
    repository.write('a.ts', TEXT.replace('line 7', 'something else'));

    expect((await contents(repository.directory, patch, ['a.ts']))['a.ts']).toEqual(['missing', 'missing']);
    expect(await contents(temporaryFolder(), patch, ['a.ts', 'new.ts'])).toEqual({
      'a.ts': ['missing', 'missing'],
      'new.ts': ['missing', 'n\nm'],
    });
  });

  it('works without git, and then has no configuration', async () => {
    const { patch } = withPatch();
    const source = sourceOf({ directory: temporaryFolder(), kind: 'patch', patch }, { PATH: '' });

    expect((await source.changes(SIGNAL)).files.length).toBe(4);
    expect(await source.listHead(SIGNAL)).toBeNull();
    expect(await source.readConfiguration(['.github'], SIGNAL)).toEqual(new Map());
  });

  it('reads the configuration from HEAD, not from the patch or the working tree', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { '.github/multi-agent-review.yml': 'from HEAD' });
    repository.write('.github/multi-agent-review.yml', 'from disk');
    const patch = Buffer.from('--- a/x.ts\n+++ b/x.ts\n@@ -1 +1 @@\n-a\n+b\n');

    const source = sourceOf({ directory: repository.directory, kind: 'patch', patch });

    expect(await source.readConfiguration(['.github/multi-agent-review.yml'], SIGNAL)).toEqual(
      new Map([['.github/multi-agent-review.yml', 'from HEAD']]),
    );
  });

  it('takes an empty patch for an empty change', async () => {
    const source = sourceOf({ directory: temporaryFolder(), kind: 'patch', patch: new Uint8Array() });

    expect((await source.changes(SIGNAL)).files).toEqual([]);
  });

  it('knows links and submodules from the patch alone, and does not follow a link on disk', async () => {
    const repository = new TemporaryRepository();
    repository.commit('first', { 'real.ts': 'r\n' });
    symlinkSync('real.ts', repository.path('link.ts'));
    repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module`);
    repository.git('add', 'link.ts');
    const patch = Buffer.from(`${repository.git('diff', '--cached')}\n`);
    const directory = temporaryFolder();
    writeFileSync(`${directory}/outside`, 'r\n');
    symlinkSync(`${directory}/outside`, `${directory}/real.ts`);
    const edit = Buffer.from('--- a/real.ts\n+++ b/real.ts\n@@ -1 +1 @@\n-r\n+s\n');

    expect(await contents(directory, patch, ['link.ts', 'module'])).toEqual({
      'link.ts': ['missing', 'symlink to real.ts'],
      module: ['missing', `submodule at ${'1'.repeat(40)}`],
    });
    expect(await contents(directory, edit, ['real.ts'])).toEqual({ 'real.ts': ['missing', 'missing'] });
  });
});

describe('applyHunks', () => {
  it('rebuilds either side of any change from the other, as git made it', () => {
    const repository = new TemporaryRepository();
    const line = fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'a\r\n', 'd');
    const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join(''));
    fc.assert(
      fc.property(text, text, fc.constantFrom('0', '1', '3'), (base, head, context) => {
        fc.pre(base !== head && base !== '' && head !== '');
        repository.write('file', base);
        repository.git('add', 'file');
        repository.write('file', head);
        const output = repository.git('diff', `--unified=${context}`);
        const hunks = parsePatch(`${output}\n`).files[0]?.hunks ?? [];
        const fromHead = applyHunks(head, hunks);
        const fromBase = applyHunks(base, hunks);
        // The text may agree with both sides; then it counts as the head.
        expect(fromHead).toEqual({ base, head });
        expect([base, head]).toContain(fromBase?.head);
      }),
      { numRuns: 40 },
    );
  });
});
