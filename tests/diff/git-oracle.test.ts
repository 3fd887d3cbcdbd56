import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHunks } from '../../src/diff/make-hunks.ts';
import { parsePatch } from '../../src/diff/parse-patch.ts';
import { parseRawEntries } from '../../src/diff/parse-raw.ts';
import type { FileChange } from '../../src/model.ts';
import { applyHunks } from './apply-hunks.ts';

/** One file of a generated tree. */
interface TreeFile {
  readonly kind: 'text' | 'executable' | 'link' | 'binary';
  readonly text: string;
}

/** path → file */
type Tree = ReadonlyMap<string, TreeFile>;

const NAMES = [
  'plain.ts',
  'dir/deep/file.py',
  'with space.md',
  ' lead',
  'trail ',
  'tab\there',
  'line\nfeed',
  'quote"d',
  'back\\slash',
  'größe.txt',
  '日本/語.go',
  'x b/x',
  'a/b',
  'b/a',
  'dev/null',
  'cr\rname',
  '\uFFFDvalid',
];

const LINES = [
  'one',
  'two',
  '',
  ' ',
  '-- a/x',
  '++ b/x',
  '@@ -1 +1 @@',
  'diff --git a/x b/x',
  '\\ No newline at end of file',
  'crlf\r',
  'lone\rcr',
  'sep\u2028arator\u0085',
  'ünï',
  '}',
];

const text = fc
  .tuple(fc.array(fc.constantFrom(...LINES), { maxLength: 25 }), fc.boolean())
  .map(([lines, ended]) => lines.join('\n') + (ended && lines.length > 0 ? '\n' : ''));

const file: fc.Arbitrary<TreeFile> = fc.oneof(
  { weight: 8, arbitrary: text.map((content): TreeFile => ({ kind: 'text', text: content })) },
  { weight: 2, arbitrary: text.map((content): TreeFile => ({ kind: 'executable', text: content })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('one', 'dir/two').map((target): TreeFile => ({ kind: 'link', text: target })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\0a', '\0b').map((content): TreeFile => ({ kind: 'binary', text: content })),
  },
);

const tree = fc.dictionary(fc.constantFrom(...NAMES), file, { maxKeys: 6, noNullPrototype: true });

/** Two trees: the second keeps, edits, moves or drops what the first has, and has files of its own. */
const trees = fc
  .tuple(
    tree,
    tree,
    fc.array(fc.constantFrom('keep', 'edit', 'move', 'drop', 'other'), { minLength: 6, maxLength: 6 }),
  )
  .map(([first, second, fates]): [Tree, Tree] => {
    const before = new Map(Object.entries(first));
    const after = new Map<string, TreeFile>();
    [...before].forEach(([path, old], index) => {
      const fate = fates[index] ?? 'keep';
      if (fate === 'keep') after.set(path, old);
      if (fate === 'edit')
        after.set(path, { ...old, text: old.kind === 'link' ? 'else' : `${old.text}\nedited\n` });
      if (fate === 'move') after.set(`moved/${path}`, old);
    });
    for (const [path, own] of Object.entries(second)) if (!after.has(path)) after.set(path, own);
    return [before, withoutClashes(after)];
  });

/** A name cannot be a file and a folder at once. */
function withoutClashes(files: Map<string, TreeFile>): Tree {
  const all = [...files.keys()];
  return new Map([...files].filter(([path]) => !all.some((other) => other.startsWith(`${path}/`))));
}

const OPTIONS = [
  [],
  ['-U0'],
  ['-U1', '--no-prefix'],
  ['-U10', '--full-index'],
  ['-M', '-C', '--find-copies-harder'],
  ['-B', '-M'],
  ['-B1%/1%'],
  ['-R'],
  ['--binary'],
  ['--function-context'],
  ['--patience', '--inter-hunk-context=4'],
];

/** Options with which git prints a patch even where only a list is asked for. */
const IMPLIES_PATCH = /^(?:-U|--binary|--function-context)/;

let folder = '';

const git = (...words: readonly string[]): Buffer =>
  execFileSync('git', ['-c', 'core.safecrlf=false', '-c', 'core.autocrlf=false', ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.invalid',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.invalid',
    },
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'git-oracle-'));
  git('init', '-q');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a tree into the repository and returns the name of its tree object. */
function writeTree(files: Tree): string {
  git('read-tree', '--empty');
  rmSync(join(folder, 'work'), { recursive: true, force: true });
  for (const [path, { kind, text: content }] of files) {
    const full = join(folder, 'work', path);
    mkdirSync(dirname(full), { recursive: true });
    if (kind === 'link') symlinkSync(content, full);
    else writeFileSync(full, content);
    if (kind === 'executable') chmodSync(full, 0o755);
  }
  mkdirSync(join(folder, 'work'), { recursive: true });
  git('--work-tree=work', 'add', '-A', '-f', '.');
  return git('write-tree').toString().trim();
}

const STATUS: Readonly<Record<string, string>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'type-changed',
};

/** What `git diff --numstat -z` says: path at head → added, deleted, or binary. */
function readNumstat(bytes: Buffer): Map<string, string> {
  const fields = bytes.toString().split('\0');
  const found = new Map<string, string>();
  for (let index = 0; index < fields.length - 1; index += 1) {
    const [added = '', deleted = '', ...path] = (fields[index] ?? '').split('\t');
    let name = path.join('\t');
    if (name === '') {
      name = fields[index + 2] ?? '';
      index += 2;
    }
    found.set(name, added === '-' ? 'binary' : `${added} ${deleted}`);
  }
  return found;
}

/** Nothing in a patch says that a file which only moved is binary. */
function countsOf(
  { binary, added, deleted, similarity }: FileChange,
  counted: string | undefined,
): string | undefined {
  if (similarity === 100 && counted === 'binary') return 'binary';
  return binary ? 'binary' : `${added} ${deleted}`;
}

describe('R28 diff fidelity: git as oracle', () => {
  it('names, status, modes, counts and every line agree with git, and the hunks apply', () => {
    fc.assert(
      fc.property(trees, fc.constantFrom(...OPTIONS), fc.boolean(), ([before, after], options, quoted) => {
        const reversed = options.includes('-R');
        const [from, to] = [writeTree(withoutClashes(new Map(before))), writeTree(after)];
        const run = (words: readonly string[]) =>
          git('-c', `core.quotePath=${quoted}`, 'diff', ...words, from, to);
        const lists = options.filter((option) => !IMPLIES_PATCH.test(option));
        const patch = run(options);
        const entries = parseRawEntries(run([...lists, '--raw', '-z', '--no-abbrev']));

        const withEntries = parsePatch(patch, { entries });
        const alone = parsePatch(patch);

        expect(withEntries.problems).toEqual([]);
        expect(withEntries.files.map(({ problem }) => problem)).toEqual(entries.map(() => null));
        expect(withEntries.files.map(({ status, path, oldPath }) => [status, path, oldPath])).toEqual(
          entries.map(({ status, path, oldPath }) => [STATUS[status], path, status === 'A' ? null : oldPath]),
        );
        const counted = readNumstat(run([...lists, '--numstat', '-z']));
        for (const change of withEntries.files) {
          // numstat compares the contents of a link and a file; the patch takes all of the one away and adds the other.
          if (change.status === 'type-changed') continue;
          expect(countsOf(change, counted.get(change.path))).toBe(counted.get(change.path));
        }
        expectSameWithoutEntries(alone.files, withEntries.files);
        expect(alone.problems).toEqual([]);
        const [old, current] = reversed ? [after, before] : [before, after];
        for (const change of withEntries.files) expectApplies(change, old, current);
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it('our own comparison of two texts is one that git apply takes', () => {
    fc.assert(
      fc.property(text, text, fc.nat(4), (before, after, context) => {
        expect(applyHunks(before, makeHunks(before, after, context))).toBe(after);
      }),
      { numRuns: 500 },
    );
  });
});

/** The patch alone says all that the list says, but for the modes of a rename without change. */
function expectSameWithoutEntries(alone: readonly FileChange[], withEntries: readonly FileChange[]): void {
  const strip = (change: FileChange) => ({ ...change, problem: null, oldMode: null, newMode: null });
  expect(alone.map(strip)).toEqual(withEntries.map(strip));
  alone.forEach((change, index) => {
    const expected = withEntries[index];
    if (change.newMode !== null) expect(change.newMode).toBe(expected?.newMode);
    if (change.oldMode !== null) expect(change.oldMode).toBe(expected?.oldMode);
  });
}

function expectApplies(change: FileChange, before: Tree, after: Tree): void {
  if (change.binary) return;
  const old = change.oldPath === null ? '' : (before.get(change.oldPath)?.text ?? '');
  const current = change.status === 'removed' ? '' : (after.get(change.path)?.text ?? '');
  if (change.status !== 'type-changed') {
    expect(applyHunks(old, change.hunks)).toBe(current);
    return;
  }
  // A deletion and a creation: the first takes everything away, the second starts from nothing.
  const removal = change.hunks.filter(({ newCount }) => newCount === 0);
  const creation = change.hunks.filter(({ oldCount }) => oldCount === 0);
  expect(applyHunks(old, removal)).toBe('');
  expect(applyHunks('', creation)).toBe(current);
}
