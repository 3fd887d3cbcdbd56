import { describe, expect, it } from 'vitest';
import { parsePatch } from '../../src/diff/parse-patch.ts';
import { splitPatch } from '../../src/diff/split-patch.ts';

const HUNK = '@@ -1 +1 @@\n-a\n+b\n';

/** A modified file as git prints it. */
function modified(heading: string, before: string, after: string, hunks = HUNK): string {
  return `diff --git ${heading}\nindex 1111111..2222222 100644\n--- ${before}\n+++ ${after}\n${hunks}`;
}

const paths = (patch: string | Uint8Array) => parsePatch(patch).files.map(({ path }) => path);

describe('R28 diff fidelity: names', () => {
  it.each([
    ['a/x.ts b/x.ts', 'a/x.ts', 'b/x.ts'],
    ['b/x.ts a/x.ts', 'b/x.ts', 'a/x.ts'],
    ['i/x.ts w/x.ts', 'i/x.ts', 'w/x.ts'],
    ['c/x.ts i/x.ts', 'c/x.ts', 'i/x.ts'],
    ['c/x.ts w/x.ts', 'c/x.ts', 'w/x.ts'],
    ['o/x.ts w/x.ts', 'o/x.ts', 'w/x.ts'],
    ['1/x.ts 2/x.ts', '1/x.ts', '2/x.ts'],
    ['x.ts x.ts', 'x.ts', 'x.ts'],
  ])('%s is x.ts', (heading, before, after) => {
    expect(paths(modified(heading, before, after))).toEqual(['x.ts']);
  });

  it('takes a custom prefix from a rename in the same patch', () => {
    const rename =
      'diff --git src/old.ts dst/new.ts\nsimilarity index 90%\nrename from old.ts\nrename to new.ts\nindex 1111111..2222222 100644\n' +
      `--- src/old.ts\n+++ dst/new.ts\n${HUNK}`;

    expect(paths(rename + modified('src/x.ts dst/x.ts', 'src/x.ts', 'dst/x.ts'))).toEqual(['new.ts', 'x.ts']);
    expect(paths(modified('src/x.ts dst/x.ts', 'src/x.ts', 'dst/x.ts'))).toEqual([]);
  });

  it.each([
    ['lines below name another file', modified('a/x b/x', 'a/y', 'b/y')],
    ['one side is another file', modified('a/x b/y', 'a/x', 'b/y')],
    ['two blobs compared', modified('a/one.ts b/two.ts', 'a/one.ts', 'b/two.ts')],
    ['no new side without being deleted', modified('a/x b/x', 'a/x', '/dev/null', '@@ -1 +0,0 @@\n-a\n')],
    ['no old side without being new', modified('a/x b/x', '/dev/null', 'b/x', '@@ -0,0 +1 @@\n+a\n')],
    ['a broken quote', modified('"a/x\\q" "b/x\\q"', '"a/x\\q"', '"b/x\\q"')],
    ['a rename that does not fit', 'diff --git a/x b/y\nsimilarity index 100%\nrename from z\nrename to y\n'],
    ['a rename without target', 'diff --git a/x b/y\nsimilarity index 100%\nrename from x\n'],
    ['nothing but half a heading', 'diff --git a/x'],
  ])('refuses with a reason: %s', (_, patch) => {
    const result = parsePatch(patch);

    expect(result.files).toEqual([]);
    expect(result.problems).toEqual([{ path: null, reason: expect.stringMatching(/./) }]);
  });

  it('reads quoted names beside unquoted ones, and escapes of every kind', () => {
    const rename =
      'diff --git a/plain "b/tab\\there"\nsimilarity index 100%\nrename from plain\nrename to "tab\\there"\n';

    expect(paths(rename)).toEqual(['tab\there']);
    expect(
      paths(
        modified(
          '"a/\\a\\b\\v\\f\\r\\"\\\\\\303\\251" "b/\\a\\b\\v\\f\\r\\"\\\\\\303\\251"',
          '"a/\\a\\b\\v\\f\\r\\"\\\\\\303\\251"',
          '"b/\\a\\b\\v\\f\\r\\"\\\\\\303\\251"',
        ),
      ),
    ).toEqual(['\x07\b\v\f\r"\\é']);
  });

  it('reads a plain unified diff and refuses what it cannot be sure of', () => {
    const dated = `--- x/one.c\t2026-01-01 10:00:00\n+++ x/one.c\t2026-01-02 10:00:00\n${HUNK}`;
    const added = '--- /dev/null\n+++ b/new.c\n@@ -0,0 +1 @@\n+a\n';
    const prefixed = `--- a/one.c\n+++ b/one.c\n${HUNK}`;

    expect(paths(dated)).toEqual(['x/one.c']);
    expect(parsePatch(prefixed + added).files).toMatchObject([
      { path: 'one.c', status: 'modified' },
      { path: 'new.c', status: 'added', oldPath: null },
    ]);
    expect(parsePatch(added)).toMatchObject({ files: [], problems: [{ path: null }] });
    expect(parsePatch(`--- one.c.orig\n+++ one.c\n${HUNK}`)).toMatchObject({
      files: [],
      problems: [{ path: null }],
    });
  });

  it('tells of a path that stands in the patch twice', () => {
    const twice = modified('a/x b/x', 'a/x', 'b/x') + modified('a/x b/x', 'a/x', 'b/x');

    expect(parsePatch(twice).files.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('more than once'),
      expect.stringContaining('more than once'),
    ]);
  });
});

describe('R29 paths that try to leave the tree are data', () => {
  it.each(['../up', '/etc/passwd', 'a/../../b', '.git/config'])('%s is kept as it is', (path) => {
    expect(paths(modified(`a/${path} b/${path}`, `a/${path}`, `b/${path}`))).toEqual([path]);
  });

  it('keeps NUL and line feed in a quoted name', () => {
    expect(paths(modified('"a/x\\000y\\n" "b/x\\000y\\n"', '"a/x\\000y\\n"', '"b/x\\000y\\n"'))).toEqual([
      'x\0y\n',
    ]);
  });
});

describe('text around and instead of files', () => {
  it('reads a mail of git format-patch: header before, signature behind', () => {
    const mail = `From 1234 Mon Sep 17 00:00:00 2001\nSubject: [PATCH] x\n\n---\n x | 2 +-\n\n${modified('a/x b/x', 'a/x', 'b/x')}-- \n2.39.5\n\n`;

    expect(parsePatch(mail)).toMatchObject({
      files: [{ path: 'x', added: 1, deleted: 1, problem: null }],
      problems: [],
    });
  });

  it.each([
    ['coloured output', '\x1b[1mdiff --git a/x b/x\x1b[m\n'],
    ['a stat', ' x | 2 +-\n 1 file changed\n'],
    ['prose', 'hello'],
  ])('%s is a problem, not an empty change', (_, text) => {
    expect(parsePatch(text)).toEqual({
      files: [],
      problems: [{ path: null, reason: expect.stringContaining('no file header') }],
    });
  });

  it('a hunk that belongs to no file is a problem', () => {
    expect(parsePatch(HUNK).problems[0]?.reason).toContain('belongs to no file');
  });

  it.each(['', '\n \n', new Uint8Array()])('nothing is no change', (input) => {
    expect(parsePatch(input)).toEqual({ files: [], problems: [] });
  });

  it('tells of unmerged paths and submodule summaries by name', () => {
    const text = '* Unmerged path src/x.ts\nSubmodule vendor/lib 1111111..2222222:\n  > a commit\n';

    expect(parsePatch(text).problems.map(({ path }) => path)).toEqual(['src/x.ts', 'vendor/lib']);
  });

  it('a combined diff between common ones is told and harms neither', () => {
    const combined =
      'diff --cc m.txt\nindex 1,2..3\n--- a/m.txt\n+++ b/m.txt\n@@@ -1,1 -1,1 +1,1 @@@\n- a\n -b\n++c\n';
    const common = (path: string) => modified(`a/${path} b/${path}`, `a/${path}`, `b/${path}`);

    const result = parsePatch(common('x') + combined + common('y'));

    expect(result.files.map(({ path, problem }) => [path, problem])).toEqual([
      ['x', null],
      ['y', null],
    ]);
    expect(result.problems).toEqual([{ path: 'm.txt', reason: expect.stringContaining('combined') }]);
  });

  it('reads UTF-16 as PowerShell writes it, and byte order marks', () => {
    const patch = modified('a/ü b/ü', 'a/ü', 'b/ü');

    expect(paths(Buffer.from(`\uFEFF${patch}`, 'utf16le'))).toEqual(['ü']);
    expect(paths(Buffer.from(`\uFEFF${patch}`))).toEqual(['ü']);
    expect(paths(`\uFEFF${patch}`)).toEqual(['ü']);
  });

  it('says that a patch was converted to CRLF', () => {
    const patch = modified('a/x b/x', 'a/x', 'b/x').replaceAll('\n', '\r\n');

    expect(parsePatch(patch).files).toMatchObject([
      { path: 'x', added: 1, problem: expect.stringContaining('CRLF') },
    ]);
  });

  it('says that hunks are missing where the content changed', () => {
    const patch = 'diff --git a/x b/x\nindex 1111111..2222222 100644\n';

    expect(parsePatch(patch).files).toMatchObject([
      { path: 'x', problem: expect.stringContaining('no hunk') },
    ]);
  });

  it('says that a header does not tell what happened', () => {
    for (const patch of ['diff --git a/x b/x', 'diff --git a/x b/x\nold mode 100644\n']) {
      expect(parsePatch(patch).files).toMatchObject([
        { path: 'x', problem: expect.stringContaining('cut off') },
      ]);
    }
  });

  it('does not read a piece above the limit, and reads its neighbours', () => {
    const common = (path: string, hunks = HUNK) =>
      modified(`a/${path} b/${path}`, `a/${path}`, `b/${path}`, hunks);
    const patch = common('x') + common('y', `@@ -0,0 +1 @@\n+${'y'.repeat(2_000)}\n`) + common('z');

    const pieces = [...splitPatch(Buffer.from(patch), 1_000)];

    expect(pieces.map(({ text }) => text === null)).toEqual([false, true, false]);
    expect(pieces[1]?.firstLine).toBe('diff --git a/y b/y');
  });
});

describe('entries of --raw', () => {
  const entry = (status: string, path: string, oldPath = path) => ({
    oldMode: '100644',
    newMode: '100644',
    oldSha: '1',
    newSha: '2',
    status,
    score: null,
    path,
    oldPath,
    undecodable: false,
  });

  it('win over every header, prefixes included', () => {
    const patch = modified('old/x.ts new/x.ts', 'old/x.ts', 'new/x.ts');

    expect(parsePatch(patch, { entries: [entry('M', 'x.ts')] })).toMatchObject({
      files: [{ path: 'x.ts', status: 'modified', added: 1 }],
      problems: [],
    });
  });

  it('an entry without a diff is told, and the others still find theirs', () => {
    const patch = modified('a/y b/y', 'a/y', 'b/y');

    const { files, problems } = parsePatch(patch, {
      entries: [entry('M', 'x'), entry('M', 'y'), entry('M', 'z')],
    });

    expect(problems).toEqual([]);
    expect(files.map(({ path, added, problem }) => [path, added, problem])).toEqual([
      ['x', 0, expect.stringContaining('printed no diff')],
      ['y', 1, null],
      ['z', 0, expect.stringContaining('printed no diff')],
    ]);
  });

  it('a diff without entry is told and given to nobody', () => {
    const patch = modified('a/other b/other', 'a/other', 'b/other');

    const { files, problems } = parsePatch(patch, { entries: [entry('M', 'x')] });

    expect(files).toMatchObject([{ path: 'x', hunks: [], problem: expect.stringContaining('no diff') }]);
    expect(problems).toMatchObject([{ path: null, reason: expect.stringContaining('a/other') }]);
  });

  it('an unmerged path is a problem, once', () => {
    const combined = 'diff --cc x\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1,1 -1,1 +1,1 @@@\n++c\n';

    const { files, problems } = parsePatch(combined, {
      entries: [entry('U', 'x'), entry('M', 'x'), entry('U', 'y')],
    });

    expect(files).toEqual([]);
    expect(problems.map(({ path }) => path)).toEqual(['x', 'y']);
  });
});
