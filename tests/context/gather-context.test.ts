import { describe, expect, it } from 'vitest';
import { type ContextRequest, gatherContext } from '../../src/context/gather-context.ts';
import { addition, BUILT_INS, edit, type FakeChange, fakeSource } from './fake-source.ts';

const SIGNAL = new AbortController().signal;
const NOTHING: ContextRequest = { builtIns: BUILT_INS, overrides: {}, config: null };

function gather(change: FakeChange, request: Partial<ContextRequest> = {}) {
  return gatherContext(fakeSource(change), { ...NOTHING, ...request }, SIGNAL);
}

describe('gatherContext', () => {
  it('reads both sides of every changed file and tells its language', async () => {
    const { context } = await gather({
      patch: `${edit('src/a.ts')}${addition('tool', '#!/usr/bin/env python3', 'pass')}`,
      head: { 'src/a.ts': '1\n2\nnew\n', tool: '#!/usr/bin/env python3\npass\n' },
      base: { 'src/a.ts': '1\n2\nold\n' },
    });

    expect(context.files.map((file) => [file.path, file.language, file.partial])).toEqual([
      ['src/a.ts', 'typescript', false],
      ['tool', 'python', false],
    ]);
    expect(context.files[0]?.base).toMatchObject({ kind: 'text', text: '1\n2\nold\n' });
    expect(context.files[1]?.base).toEqual({ kind: 'missing' });
    expect(context).toMatchObject({
      repository: 'shop',
      subject: { title: 'A title', description: 'A description' },
      headPaths: ['src/a.ts', 'tool'],
      unreadable: [],
      notes: [],
    });
  });

  it('reads a renamed file at its old path, and nothing for the side that is absent', async () => {
    const patch = [
      'diff --git a/old.ts b/new.ts\nsimilarity index 90%\nrename from old.ts\nrename to new.ts\n',
      '--- a/old.ts\n+++ b/new.ts\n@@ -1 +1 @@\n-a\n+b\n',
      'diff --git a/gone.ts b/gone.ts\ndeleted file mode 100644\n--- a/gone.ts\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n',
    ].join('');
    const source = fakeSource({
      patch,
      head: { 'new.ts': 'b\n' },
      base: { 'old.ts': 'a\n', 'gone.ts': 'x\n' },
    });

    const { context } = await gatherContext(source, NOTHING, SIGNAL);

    expect(context.files.map((file) => [file.path, file.head.kind, file.base.kind])).toEqual([
      ['new.ts', 'text', 'text'],
      ['gone.ts', 'missing', 'text'],
    ]);
    expect(source.opened).not.toContain('missing');
    expect(context.files[1]?.partial).toBe(false);
  });

  it('rebuilds what the hunks show when the content at head is missing, and says so', async () => {
    const { context } = await gather({ patch: edit('a.ts') });

    expect(context.files[0]).toMatchObject({
      partial: true,
      head: { kind: 'text', text: '\n\nnew\n', undecodable: false },
    });
    expect(context.notes).toEqual([
      '1 file was reviewed from the lines of the patch alone: the content at head was not found.',
    ]);
  });

  it('keeps what could not be read as it is, with its reason', async () => {
    const { context } = await gather({
      patch: edit('large.js'),
      head: { 'large.js': { kind: 'unreadable', reason: 'larger than 5 MB' } },
      unreadable: [{ path: 'torn.ts', reason: 'torn' }],
    });

    expect(context.files[0]?.head).toEqual({ kind: 'unreadable', reason: 'larger than 5 MB' });
    expect(context.files[0]?.partial).toBe(false);
    expect(context.unreadable).toEqual([{ path: 'torn.ts', reason: 'torn' }]);
  });

  it('R29 never opens an unsafe path and reports it', async () => {
    const paths = ['../up.ts', 'a/../../up.ts', '.git/hooks/pre-commit', 'a\\..\\b.ts'];
    const source = fakeSource({ patch: paths.map(edit).join('') + edit('safe.ts') });

    const { context } = await gatherContext(source, NOTHING, SIGNAL);

    expect(context.files.map((file) => file.path)).toEqual(['safe.ts']);
    for (const { reason } of context.unreadable) expect(reason).toContain('not safe to open');
    expect(context.unreadable.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['../up.ts', 'a\\..\\b.ts']),
    );
    expect(source.opened.filter((path) => paths.includes(path))).toEqual([]);
  });

  it('R31 lists every file beyond the first 3,000', async () => {
    const patch = Array.from({ length: 3_010 }, (_, index) => edit(`f${index}.ts`)).join('');

    const { context } = await gather({ patch, headPaths: null });

    expect(context.files.length).toBe(3_000);
    expect(context.unreadable.length).toBe(10);
    expect(context.unreadable[0]).toEqual({
      path: 'f3000.ts',
      reason: 'it is beyond the first 3,000 changed files and was not read',
    });
  });

  it('goes on without a list of the files at head', async () => {
    const { context } = await gather({
      patch: edit('a.ts'),
      head: { 'a.ts': 'x' },
      headPaths: new Error('too slow'),
    });

    expect(context.headPaths).toBeNull();
    expect(context.notes).toEqual(['The files at head could not be listed: too slow']);
  });
});

describe('configuration of a review', () => {
  const MAIN = '.github/multi-agent-review.yml';

  it('comes from the base commit; overrides stand above it', async () => {
    const change = { patch: edit('a.ts'), configuration: { [MAIN]: 'fail-on: high\nmodel: required\n' } };

    const { context } = await gather(change, { overrides: { model: 'off' } });

    expect(context.settings.failOn).toBe('high');
    expect(context.settings.model).toBe('off');
    expect(context.configProblems).toEqual([]);
  });

  it('hands on what is wrong with it, with file and line', async () => {
    const { context } = await gather({ patch: edit('a.ts'), configuration: { [MAIN]: '\nfail-on: hihg\n' } });

    expect(context.settings.failOn).toBe('critical');
    expect(context.configProblems).toMatchObject([{ file: MAIN, line: 2, key: 'fail-on' }]);
  });

  it('takes a settings file given by hand in place of the base, and reports under its name', async () => {
    const change = { patch: '', configuration: { [MAIN]: 'fail-on: high\n' } };

    const { context } = await gather(change, {
      config: { name: 'mine.yml', text: 'model: off\nfail-on: nope\n' },
    });

    expect(context.settings).toMatchObject({ model: 'off', failOn: 'critical' });
    expect(context.configProblems).toMatchObject([{ file: 'mine.yml', line: 2 }]);
    expect(context.notes).toEqual(['Settings come from mine.yml, not from the base commit.']);
  });

  it('does not take a link or a submodule for the absence of a configuration', async () => {
    const { context } = await gather({
      patch: edit('a.ts'),
      base: {
        [MAIN]: { kind: 'symlink', target: '../elsewhere.yml' },
        '.github/reviewers': { kind: 'submodule', commit: 'c' },
      },
    });

    expect(context.configProblems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      `${MAIN}: not read: it is a symbolic link, and links are never followed; commit the file itself`,
      '.github/reviewers: not read: it is a submodule; commit the files themselves',
    ]);
  });

  it('chooses the workflow that the settings name', async () => {
    const { workflow } = await gather({ patch: '', configuration: { [MAIN]: 'workflow: short\n' } });

    expect(workflow.name).toBe('short');
  });

  it('refuses overrides that name what does not exist', async () => {
    const cases = [
      [{ workflow: 'shrot' }, 'There is no workflow "shrot". Did you mean "short"?'],
      [{ reviewers: ['securty'] }, 'There is no reviewer "securty". Did you mean "security"?'],
      [
        { reviewers: ['style'], workflow: 'short' },
        'The reviewer "style" is not part of the workflow "short".',
      ],
    ] as const;

    for (const [overrides, message] of cases) {
      await expect(gather({ patch: '' }, { overrides })).rejects.toMatchObject({
        code: 'bad-usage',
        message,
      });
    }
  });
});
