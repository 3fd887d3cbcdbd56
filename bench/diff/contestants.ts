import { createRequire } from 'node:module';
import { parsePatch } from '../../src/diff/parse-patch.ts';
import type { FileChange } from '../../src/model.ts';
import type { Truth } from './generate-patch.ts';

/** A parser under measurement: `parse` is timed, `count` is not. */
export interface Contestant {
  readonly name: string;
  /** Read from bytes (decoding is timed) or from a string made beforehand. */
  readonly input: 'bytes' | 'string';
  /** Loads the parser; returns what parses. */
  load(): (input: Uint8Array & string) => unknown;
  count(parsed: unknown): Truth;
}

const require = createRequire(import.meta.url);

interface ParseDiffFile {
  readonly chunks: readonly {
    readonly changes: readonly { readonly type: string; readonly ln?: number }[];
  }[];
}

interface GitdiffFile {
  readonly hunks: readonly {
    readonly changes: readonly { readonly type: string; readonly lineNumber?: number }[];
  }[];
}

interface PierreFile {
  readonly additionLines: readonly string[];
  readonly deletionLines: readonly string[];
  readonly hunks: readonly {
    readonly additionStart: number;
    readonly deletionStart: number;
    readonly hunkContent: readonly (
      | { readonly type: 'context'; readonly lines: number; readonly additionLineIndex: number }
      | {
          readonly type: 'change';
          readonly deletions: number;
          readonly deletionLineIndex: number;
          readonly additions: number;
          readonly additionLineIndex: number;
        }
    )[];
  }[];
}

interface Numbered {
  readonly kind: string;
  readonly oldLine: number;
  readonly newLine: number;
  readonly text: string;
}

type PierreParse = (data: string) => readonly { readonly files: readonly PierreFile[] }[];

export const CONTESTANTS: readonly Contestant[] = [
  {
    name: 'ours, from bytes',
    input: 'bytes',
    load: () => (input) => parsePatch(input).files,
    count: countOurs,
  },
  {
    name: 'ours, from a string',
    input: 'string',
    load: () => (input) => parsePatch(input).files,
    count: countOurs,
  },
  {
    name: 'parse-diff 0.12.0',
    input: 'string',
    load: () => require('parse-diff') as (input: string) => unknown,
    count: (parsed) => {
      const files = parsed as readonly ParseDiffFile[];
      const changes = files.flatMap(({ chunks }) => chunks.flatMap((chunk) => chunk.changes));
      return tally(files.length, changes, 'add', 'del', ({ ln }) => ln ?? 0);
    },
  },
  {
    name: 'gitdiff-parser 0.3.1',
    input: 'string',
    load: () => (require('gitdiff-parser') as { parse(input: string): unknown }).parse,
    count: (parsed) => {
      const files = parsed as readonly GitdiffFile[];
      const changes = files.flatMap(({ hunks }) => hunks.flatMap((hunk) => hunk.changes));
      return tally(files.length, changes, 'insert', 'delete', ({ lineNumber }) => lineNumber ?? 0);
    },
  },
  {
    name: '@pierre/diffs 1.6.4, no line numbers',
    input: 'string',
    load: () => loadPierre(),
    count: (parsed) => countPierre(numberPierre(parsed as ReturnType<PierreParse>)),
  },
  {
    name: '@pierre/diffs 1.6.4, lines numbered',
    input: 'string',
    load: () => {
      const parse = loadPierre();
      return (input) => numberPierre(parse(input));
    },
    count: (parsed) => countPierre(parsed as readonly (readonly Numbered[])[]),
  },
];

function loadPierre(): PierreParse {
  // By its file: the package has no entry for require, and its main entry loads a whole highlighter.
  const file = './node_modules/@pierre/diffs/dist/utils/parsePatchFiles.js';
  return (require(file) as { parsePatchFiles: PierreParse }).parsePatchFiles;
}

function countOurs(parsed: unknown): Truth {
  const files = parsed as readonly FileChange[];
  const lines = files.flatMap(({ hunks }) => hunks.flatMap((hunk) => hunk.lines));
  return tally(files.length, lines, 'add', 'delete', ({ oldLine, newLine }) => oldLine + newLine);
}

function countPierre(files: readonly (readonly Numbered[])[]): Truth {
  return tally(files.length, files.flat(), 'add', 'delete', ({ oldLine, newLine }) => oldLine + newLine);
}

function tally<Line extends { type: string } | { kind: string }>(
  files: number,
  lines: readonly Line[],
  addMark: string,
  deleteMark: string,
  numberOf: (line: Line) => number,
): Truth {
  let added = 0;
  let deleted = 0;
  let numberSum = 0;
  for (const line of lines) {
    const mark = 'type' in line ? line.type : line.kind;
    if (mark === addMark) added += 1;
    else if (mark === deleteMark) deleted += 1;
    else continue;
    numberSum += numberOf(line);
  }
  return { files, added, deleted, numberSum };
}

/** @pierre/diffs keeps lines per side and runs of them per hunk: this gives every line its numbers, as the others do. */
function numberPierre(patches: ReturnType<PierreParse>): Numbered[][] {
  return patches.flatMap(({ files }) => files.map(numberPierreFile));
}

function numberPierreFile(file: PierreFile): Numbered[] {
  const lines: Numbered[] = [];
  for (const hunk of file.hunks) {
    let oldLine = hunk.deletionStart;
    let newLine = hunk.additionStart;
    for (const content of hunk.hunkContent) {
      if (content.type === 'context') {
        for (let at = 0; at < content.lines; at += 1, oldLine += 1, newLine += 1) {
          const text = file.additionLines[content.additionLineIndex + at] ?? '';
          lines.push({ kind: 'context', oldLine, newLine, text });
        }
        continue;
      }
      for (let at = 0; at < content.deletions; at += 1, oldLine += 1) {
        const text = file.deletionLines[content.deletionLineIndex + at] ?? '';
        lines.push({ kind: 'delete', oldLine, newLine: 0, text });
      }
      for (let at = 0; at < content.additions; at += 1, newLine += 1) {
        const text = file.additionLines[content.additionLineIndex + at] ?? '';
        lines.push({ kind: 'add', oldLine: 0, newLine, text });
      }
    }
  }
  return lines;
}
