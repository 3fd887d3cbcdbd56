import { endOfLine, HunkReader, isFileHeader, isHunkStart, quoteLine } from './hunk-reader.ts';
import { readGitHeader } from './read-git-header.ts';
import type { PatchProblem, Section } from './section.ts';
import { readName } from './unquote-path.ts';

/** Where sections and problems are put as they are read. */
export interface SectionSink {
  readonly sections: Section[];
  readonly problems: PatchProblem[];
}

const MERGE_REASON =
  'this is the combined diff of a merge (diff --cc), which is not a change against one base';

/** Lines that tell of a path without giving a diff of it. */
const WORDLESS: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /^\* Unmerged path (.+)$/, reason: 'the path has a merge conflict that is not resolved' },
  {
    pattern:
      /^Submodule (.+) (?:[0-9a-f]{7,64}\.{2,3}[0-9a-f]{7,64}(?: \([a-z ]+\))?:?|contains (?:un|mod)[a-z ]+)$/,
    reason: 'the submodule is shown as a summary (diff.submodule), not as a change of its commit',
  },
];

/**
 * Reads one chunk of a patch: either text before the first file, or a `diff --…` line and everything up to the next.
 * Text between files is passed over, plain unified diffs in it are read.
 */
export function readSections(chunk: string, sink: SectionSink): void {
  let position = 0;
  if (chunk.startsWith('diff --git ')) position = readGitSection(chunk, sink);
  else if (/^diff --c(?:c|ombined) /.test(chunk)) {
    sink.problems.push({ path: readMergePath(chunk), reason: MERGE_REASON });
    return;
  }
  while (position < chunk.length) {
    if (isFileHeader(chunk, position)) {
      position = readPlainSection(chunk, position, sink);
      continue;
    }
    const end = endOfLine(chunk, position);
    readWordless(chunk, position, end, sink);
    position = end + 1;
  }
}

function readGitSection(chunk: string, sink: SectionSink): number {
  const { end, contentChanged, ...header } = readGitHeader(chunk, 0);
  const reader = new HunkReader(chunk, end);
  if (header.problem !== null) reader.note(header.problem);
  readHunksAndTail(chunk, reader, sink);
  const { hunks, added, deleted } = reader;
  if (hunks.length === 0 && !header.binary && (contentChanged || header.before !== null)) {
    reader.note('the patch says that the content changed and holds no hunk');
  }
  if (hunks.length > 0 && header.after === null)
    reader.note('hunks without the two lines --- and +++ before them');
  if (header.event === 'added' && deleted > 0) reader.note('a new file with deleted lines');
  if (header.event === 'removed' && added > 0) reader.note('a deleted file with added lines');
  sink.sections.push({ ...header, hunks, added, deleted, problem: reader.problem });
  return reader.position;
}

function readPlainSection(chunk: string, start: number, sink: SectionSink): number {
  const beforeEnd = endOfLine(chunk, start);
  const afterEnd = endOfLine(chunk, beforeEnd + 1);
  const reader = new HunkReader(chunk, afterEnd + 1);
  readHunksAndTail(chunk, reader, sink);
  const { hunks, added, deleted } = reader;
  sink.sections.push({
    heading: null,
    before: plainName(chunk.slice(start + 4, beforeEnd)),
    after: plainName(chunk.slice(beforeEnd + 5, afterEnd)),
    event: null,
    from: null,
    to: null,
    oldMode: null,
    newMode: null,
    similarity: null,
    binary: false,
    hunks,
    added,
    deleted,
    problem: reader.problem,
  });
  return reader.position;
}

/** Name in a plain unified diff: what stands before the tab that separates it from a date. */
function plainName(value: string): string | null {
  const tab = value.indexOf('\t');
  const name = tab === -1 ? value : value.slice(0, tab);
  return readName(name.endsWith('\r') ? name.slice(0, -1) : name);
}

/**
 * Reads all hunks of a file and passes over the text behind them, up to the next plain file or the end of the chunk.
 * Lines that look like a body but belong to no hunk, and hunks after other text, are problems of the file.
 */
function readHunksAndTail(chunk: string, reader: HunkReader, sink: SectionSink): void {
  const start = reader.position;
  reader.readRun();
  if (reader.position > start && !isFileHeader(chunk, reader.position) && isStray(chunk, reader.position)) {
    reader.note(`lines behind the last hunk that its header does not count: ${reader.preview()}`);
  }
  while (!reader.atEnd && !isFileHeader(chunk, reader.position)) {
    if (isHunkStart(chunk, reader.position)) {
      reader.note(`a hunk behind text that belongs to no hunk: ${reader.preview()}`);
      reader.readRun();
      continue;
    }
    const end = endOfLine(chunk, reader.position);
    readWordless(chunk, reader.position, end, sink);
    reader.position = end + 1;
  }
}

/** The line looks like one of a hunk; `-- ` alone is the signature line of a mail. */
function isStray(text: string, position: number): boolean {
  const mark = text[position];
  if (
    mark === '-' &&
    /^-- \r?$/.test(text.slice(position, Math.min(endOfLine(text, position), position + 5)))
  ) {
    return false;
  }
  return mark === '+' || mark === '-' || mark === ' ' || mark === '\\';
}

function readWordless(text: string, start: number, end: number, sink: SectionSink): void {
  if (isHunkStart(text, start)) {
    sink.problems.push({ path: null, reason: `a hunk that belongs to no file: ${quoteLine(text, start)}` });
    return;
  }
  if (end - start > 10_000 || !(text.startsWith('* ', start) || text.startsWith('Submodule ', start))) return;
  const line = text.slice(start, end);
  for (const { pattern, reason } of WORDLESS) {
    const path = pattern.exec(line)?.[1];
    if (path !== undefined) sink.problems.push({ path, reason });
  }
}

function readMergePath(chunk: string): string | null {
  const line = chunk.slice(0, endOfLine(chunk, 0));
  return readName(line.slice(line.indexOf(' ', 'diff --'.length) + 1));
}
