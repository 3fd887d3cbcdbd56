import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePatch } from '../../src/diff/parse-patch.ts';
import type { RawEntry } from '../../src/diff/parse-raw.ts';
import type { FileChange } from '../../src/model.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/diffs');

/** One file of an `expected.json`, written from git's NUL-separated output. */
interface Expected {
  readonly status: string;
  readonly similarity?: number;
  readonly old_path: string | null;
  readonly new_path: string | null;
  readonly new_path_base64?: string;
  readonly old_mode: string;
  readonly new_mode: string;
  readonly binary: boolean;
  readonly added?: number;
  readonly deleted?: number;
  readonly added_lines?: readonly number[];
  readonly removed_lines?: readonly number[];
}

interface Case {
  readonly name: string;
  readonly patch: Uint8Array;
  readonly files: readonly Expected[];
}

const CASES: readonly Case[] = readdirSync(FOLDER).map((name) => ({
  name,
  patch: readFileSync(join(FOLDER, name, 'change.diff')),
  files: JSON.parse(readFileSync(join(FOLDER, name, 'expected.json'), 'utf8')).files,
}));

const COMMON = CASES.filter(({ name }) => name !== 'combined-merge');

/** Its prefixes old/ and new/ cannot be told from folders of these names. */
const REFUSED = 'mnemonic-prefix';

const STATUS: Readonly<Record<string, string>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'type-changed',
};

describe('R28 diff fidelity: cases made by git, against git’s own answer', () => {
  it.each(COMMON.filter(({ name }) => name !== REFUSED))(
    '$name, from the patch alone',
    ({ patch, files }) => {
      const result = parsePatch(patch);

      expect(result.problems).toEqual([]);
      // Only this says modes of an unchanged file: a rename without change has no `index` line.
      const expected = files.map((file) =>
        summaryOfExpected(file, result.files.find(isPureRename) === undefined),
      );
      expect(result.files.map((file) => summary(file))).toEqual(expected);
    },
  );

  it.each(COMMON)('$name, with the entries of --raw', ({ patch, files }) => {
    const result = parsePatch(patch, { entries: files.map(toEntry) });

    expect(result.problems).toEqual([]);
    expect(result.files.map((file) => summary(file))).toEqual(
      files.map((file) => summaryOfExpected(file, true)),
    );
  });

  it.each(COMMON)('$name, the same from text as from bytes', ({ patch }) => {
    expect(parsePatch(new TextDecoder('utf-8', { ignoreBOM: true }).decode(patch))).toEqual(
      parsePatch(patch),
    );
  });

  it('has every case', () => {
    expect(CASES).toHaveLength(34);
  });

  it('prefixes that could be folders are refused, never guessed', () => {
    const refused = parsePatch(CASES.find(({ name }) => name === REFUSED)?.patch ?? '');

    expect(refused.files).toEqual([]);
    expect(refused.problems).toHaveLength(2);
    for (const problem of refused.problems) {
      expect(problem).toEqual({
        path: null,
        reason: expect.stringContaining('cannot be told from their prefixes'),
      });
    }
  });

  it('combined-merge is refused with its path, never misread', () => {
    const combined = CASES.find(({ name }) => name === 'combined-merge');

    const result = parsePatch(combined?.patch ?? '');

    expect(result.files).toEqual([]);
    expect(result.problems).toEqual([
      { path: 'm.txt', reason: expect.stringContaining('combined diff of a merge') },
    ]);
  });

  it('name-invalid-utf8 is kept and told', () => {
    const [file] = parsePatch(CASES.find(({ name }) => name === 'name-invalid-utf8')?.patch ?? '').files;

    expect(file).toMatchObject({ path: 'caf\uFFFD.txt', problem: expect.stringContaining('not UTF-8') });
  });

  it('keeps content that other parsers take for line ends or headers', () => {
    const texts = (name: string) =>
      parsePatch(CASES.find((candidate) => candidate.name === name)?.patch ?? '').files.flatMap(({ hunks }) =>
        hunks.flatMap(({ lines }) => lines.map(({ text }) => text)),
      );

    expect(texts('lone-cr').join('\n')).toContain('\r');
    expect(texts('line-separators').some((text) => /[\u2028\u2029]/.test(text))).toBe(true);
    expect(texts('crlf').some((text) => text.endsWith('\r'))).toBe(true);
    expect(texts('invalid-utf8').some((text) => text.includes('\uFFFD'))).toBe(true);
    expect(texts('fake-headers').some((text) => text.startsWith('-- ') || text.startsWith('++ '))).toBe(true);
    expect(Math.max(...texts('long-line').map(({ length }) => length))).toBe(200_000);
  });

  it('knows which side has no newline at its end', () => {
    const patch = CASES.find(({ name }) => name === 'no-newline')?.patch ?? '';

    const flags = parsePatch(patch).files.map(({ path, hunks }) => [
      path,
      hunks[0]?.oldNoNewline,
      hunks[0]?.newNoNewline,
    ]);

    expect(flags.map(([, before, after]) => `${before} ${after}`).sort()).toEqual([
      'false true',
      'true false',
      'true true',
    ]);
  });
});

function isPureRename(file: FileChange): boolean {
  return file.similarity === 100;
}

function summary(file: FileChange) {
  const lines = file.hunks.flatMap((hunk) => hunk.lines);
  return {
    status: file.status,
    similarity: file.similarity,
    path: file.path,
    oldPath: file.oldPath,
    oldMode: file.oldMode,
    newMode: file.newMode,
    binary: file.binary,
    added: file.added,
    deleted: file.deleted,
    addedLines: lines.filter(({ kind }) => kind === 'add').map(({ newLine }) => newLine),
    removedLines: lines.filter(({ kind }) => kind === 'delete').map(({ oldLine }) => oldLine),
  };
}

function summaryOfExpected(file: Expected, modesKnown: boolean) {
  const newPath = nameOf(file.new_path, file.new_path_base64);
  return {
    status: STATUS[file.status],
    // Git also scores a rewrite; our model has a similarity for renames and copies only.
    similarity: file.status === 'R' || file.status === 'C' ? file.similarity : null,
    path: newPath ?? file.old_path,
    oldPath: file.old_path,
    oldMode: modesKnown && file.old_mode !== '000000' ? file.old_mode : null,
    newMode: modesKnown && file.new_mode !== '000000' ? file.new_mode : null,
    binary: file.binary,
    added: file.added ?? 0,
    deleted: file.deleted ?? 0,
    addedLines: file.added_lines ?? [],
    removedLines: file.removed_lines ?? [],
  };
}

function nameOf(plain: string | null, base64: string | undefined): string | null {
  return base64 === undefined ? plain : Buffer.from(base64, 'base64').toString('utf8');
}

function toEntry(file: Expected): RawEntry {
  const newPath = nameOf(file.new_path, file.new_path_base64);
  return {
    oldMode: file.old_mode,
    newMode: file.new_mode,
    oldSha: '0'.repeat(40),
    newSha: '0'.repeat(40),
    status: file.status,
    score: file.similarity ?? null,
    path: newPath ?? file.old_path ?? '',
    oldPath: file.old_path ?? newPath ?? '',
    undecodable: file.new_path_base64 !== undefined,
  };
}
