import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHunks } from '../../src/diff/parse-hunks.ts';
import { parsePatch } from '../../src/diff/parse-patch.ts';
import type { Hunk } from '../../src/model.ts';

const SMALL =
  'diff --git a/x.ts b/y.ts\nsimilarity index 80%\nrename from x.ts\nrename to y.ts\nindex 1111111..2222222 100644\n--- a/x.ts\n+++ b/y.ts\n' +
  '@@ -1,3 +1,4 @@ heading\n a\n-b\n+B\n+é\n c\n\\ No newline at end of file\n' +
  'diff --git "a/t\\tb" "b/t\\tb"\nold mode 100644\nnew mode 100755\n' +
  'diff --git a/p.bin b/p.bin\nindex 1111111..2222222 100644\nGIT binary patch\ndelta 10\nScmbQhJb\n\n' +
  'diff --cc m\nindex 1,2..3\n--- a/m\n+++ b/m\n@@@ -1,1 -1,1 +1,1 @@@\n++c\n';

/** Numbers rise by one line at a time on each side, start where the header says, and the counts are those of the lines. */
function expectConsistent(hunks: readonly Hunk[]): void {
  let oldEnd = 0;
  let newEnd = 0;
  for (const hunk of hunks) {
    const old = hunk.lines.filter(({ kind }) => kind !== 'add').map(({ oldLine }) => oldLine);
    const current = hunk.lines.filter(({ kind }) => kind !== 'delete').map(({ newLine }) => newLine);
    expect(old).toEqual(Array.from({ length: hunk.oldCount }, (_, index) => hunk.oldStart + index));
    expect(current).toEqual(Array.from({ length: hunk.newCount }, (_, index) => hunk.newStart + index));
    // A side without lines names the line before the place, as git does.
    expect(hunk.oldStart + (hunk.oldCount === 0 ? 1 : 0)).toBeGreaterThanOrEqual(oldEnd);
    expect(hunk.newStart + (hunk.newCount === 0 ? 1 : 0)).toBeGreaterThanOrEqual(newEnd);
    oldEnd = hunk.oldStart + hunk.oldCount;
    newEnd = hunk.newStart + hunk.newCount;
  }
}

const numbers = (hunks: readonly Hunk[]) =>
  hunks.flatMap(({ lines }) =>
    lines.map(({ kind, oldLine, newLine, text }) => `${kind} ${oldLine} ${newLine} ${text}`),
  );

describe('R28 hostile hunks', () => {
  it.each([
    ['more old lines promised than there are', '@@ -1,9 +1 @@\n-a\n+b', ['delete 1 0 a', 'add 0 1 b']],
    ['fewer lines promised than there are', '@@ -1 +1 @@\n-a\n+b\n+hidden', ['delete 1 0 a', 'add 0 1 b']],
    ['a body cut off', '@@ -5,3 +5,3 @@\n a\n-b', ['context 5 5 a', 'delete 6 0 b']],
    ['garbage in the body', '@@ -1,3 +1,3 @@\n a\ngarbage\n b\n c', ['context 1 1 a']],
    [
      'a hunk behind garbage',
      '@@ -1,2 +1,2 @@\n a\n?\n b\n@@ -9 +9 @@\n-x\n+y',
      ['context 1 1 a', 'delete 9 0 x', 'add 0 9 y'],
    ],
    ['no numbers', '@@ -x +y @@\n-a\n+b', []],
    ['line 0', '@@ -0,2 +1,2 @@\n a\n b', []],
    ['numbers beyond all files', '@@ -99999999999999999999,1 +1,1 @@\n a', []],
    ['counts beyond all files', '@@ -1,99999999999999999999 +1,1 @@\n a', []],
    ['a combined hunk', '@@@ -1,1 -1,1 +1,1 @@@\n- a\n+ b', []],
    ['a header cut off', '@@ -1,3 +1', []],
    [
      'hunks that overlap',
      '@@ -1,2 +1,2 @@\n a\n b\n@@ -2 +2 @@\n-b\n+c',
      ['context 1 1 a', 'context 2 2 b'],
    ],
    ['hunks in the wrong order', '@@ -9 +9 @@\n-x\n+y\n@@ -1 +1 @@\n-a\n+b', ['delete 9 0 x', 'add 0 9 y']],
    [
      'sides that move apart',
      '@@ -1 +1 @@\n-a\n+b\n@@ -5 +9 @@\n-c\n+d',
      ['delete 1 0 a', 'add 0 1 b', 'delete 5 0 c', 'add 0 9 d'],
    ],
    [
      'lines behind the end of a side',
      '@@ -1,2 +1 @@\n-a\n\\ No newline at end of file\n-b\n+c',
      ['delete 1 0 a', 'delete 2 0 b', 'add 0 1 c'],
    ],
    ['a file that starts with no hunk', 'text\n@@ -1 +1 @@\n-a\n+b', ['delete 1 0 a', 'add 0 1 b']],
    ['only a mark', '\\ No newline at end of file', []],
  ])('%s: a problem, and only certain lines', (_, patch, expected) => {
    const { hunks, problem } = parseHunks(patch);

    expect(numbers(hunks)).toEqual(expected);
    expect(problem).toMatch(/\w/);
    expectConsistent(hunks);
  });

  it.each([
    ['', []],
    ['@@ -1 +1 @@\n-a\n+b\n', ['delete 1 0 a', 'add 0 1 b']],
    ['@@ -1,2 +1,2 @@ @@ -9 +9 @@\n a\n-\n+b', ['context 1 1 a', 'delete 2 0 ', 'add 0 2 b']],
    ['@@ -3,0 +4,2 @@\n+a\n+b', ['add 0 4 a', 'add 0 5 b']],
    ['@@ -1,2 +0,0 @@\n-a\n-b', ['delete 1 0 a', 'delete 2 0 b']],
    ['@@ -1,3 +1,3 @@\n a\n\n-x\n+y', ['context 1 1 a', 'context 2 2 ', 'delete 3 0 x', 'add 0 3 y']],
    ['@@ -1 +1 @@\n-a\n\\ Kein Zeilenumbruch am Dateiende.\n+b\r', ['delete 1 0 a', 'add 0 1 b\r']],
  ])('is content with %j', (patch, expected) => {
    const { hunks, problem } = parseHunks(patch);

    expect(problem).toBeNull();
    expect(numbers(hunks)).toEqual(expected);
  });

  it('says that line 0 does not exist', () => {
    expect(parseHunks('@@ -0,2 +1,2 @@\n a\n b').problem).toContain('line 0');
  });

  it('counts the problems it does not spell out', () => {
    expect(parseHunks('@@ -x\n@@ -y\n@@ -z\n').problem).toMatch(/and 2 more/);
  });

  it('never throws and never misnumbers, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ' a',
        '-b',
        '+c',
        '\\ No',
        '',
        '@@ -1,2 +1,2 @@',
        '@@ -5 +5,3 @@ x',
        '@@ -0,0 +1 @@',
        '@@@ -1 -1 +1 @@@',
        '--- a/x',
        '+++ b/x',
        'diff --git a/x b/x',
        '-- ',
      ),
      fc.string(),
      fc
        .tuple(fc.nat(20), fc.nat(4), fc.nat(20), fc.nat(4))
        .map(([a, b, c, d]) => `@@ -${a},${b} +${c},${d} @@`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('\n');
        expectConsistent(parseHunks(text).hunks);
        for (const file of parsePatch(`diff --git a/x b/x\n--- a/x\n+++ b/x\n${text}`).files) {
          if (file.status !== 'type-changed') expectConsistent(file.hunks);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('R28 hostile patches', () => {
  it('cut at every byte: never throws, never a path that is not there', () => {
    const bytes = Buffer.from(SMALL);
    const known = new Set(['y.ts', 't\tb', 'p.bin']);
    for (let end = 0; end <= bytes.length; end += 1) {
      const { files, problems } = parsePatch(bytes.subarray(0, end));

      for (const { path, hunks } of files) {
        expect(known).toContain(path);
        expectConsistent(hunks);
      }
      if (end > 0) expect(files.length + problems.length).toBeGreaterThan(0);
    }
  });

  it('any byte changed: never throws', () => {
    const bytes = Buffer.from(SMALL);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const changed = Buffer.from(bytes);
        changed[at] = value;
        parsePatch(changed);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a lying count cannot pass one file’s lines off as another’s header unnoticed', () => {
    const patch =
      'diff --git a/x b/x\nindex 1111111..2222222 100644\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n+evil\n';

    expect(parsePatch(patch).files).toMatchObject([
      { path: 'x', added: 1, problem: expect.stringContaining('+evil') },
    ]);
  });

  it('does not take header-looking lines inside a hunk for headers', () => {
    const patch =
      'diff --git a/x b/x\nindex 1111111..2222222 100644\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n--- a/y\n-@@ -1 +1 @@\n+++ b/y\n+diff --git a/y b/y\n';

    expect(parsePatch(patch)).toMatchObject({
      files: [{ path: 'x', added: 2, deleted: 2, problem: null }],
      problems: [],
    });
  });

  it('a new file cannot have deleted lines', () => {
    const patch =
      'diff --git a/x b/x\nnew file mode 100644\nindex 0000000..2222222\n--- /dev/null\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n';

    expect(parsePatch(patch).files[0]?.problem).toContain('new file with deleted lines');
  });

  it.each([
    ['one line of 30 MB', `@@ -1 +1 @@\n-a\n+${'x'.repeat(30_000_000)}`, 1],
    ['200,000 broken headers', '@@ -x +y @@\n'.repeat(200_000), 0],
    ['200,000 hunks that lie', '@@ -1,9 +1,9 @@\n a\n'.repeat(200_000), 1],
    ['a million lines of garbage', '?\n'.repeat(1_000_000), 0],
    ['half a million half headers', '--- a\n+++ b\n'.repeat(500_000), 0],
    ['a count of a billion', '@@ -1,1000000000 +1,1000000000 @@\n a', 1],
  ])('%s: in time that grows with the size', (_, patch, hunks) => {
    const start = performance.now();

    expect(parseHunks(patch).hunks).toHaveLength(hunks);
    parsePatch(`diff --git a/x b/x\n--- a/x\n+++ b/x\n${patch}`);

    // Quadratic work would take minutes; the bound leaves room for a busy machine.
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('100,000 files in one patch, and as many entries, in time that grows with the size', () => {
    const heading = (index: number) =>
      `diff --git a/f${index} b/f${index}\nold mode 100644\nnew mode 100755\n`;
    const patch = Array.from({ length: 100_000 }, (_, index) => heading(index)).join('');
    const start = performance.now();

    expect(parsePatch(patch).files).toHaveLength(100_000);

    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
