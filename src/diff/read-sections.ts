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
 * Reads whole files out of a text, and tells of what stands there without being one. Text between files is passed over;
 * plain unified diffs in it are read. Each character is looked at a bounded number of times.
 */
export function readSections(text: string, sink: SectionSink): void {
  let position = 0;
  while (position < text.length) {
    if (text.startsWith('diff --git ', position)) position = readGitSection(text, position, sink);
    else if (isGitStart(text, position)) position = readMerge(text, position, sink);
    else if (isFileHeader(text, position)) position = readPlainSection(text, position, sink);
    else {
      const end = endOfLine(text, position);
      readWordless(text, position, end, sink);
      position = end + 1;
    }
  }
}

/** The line starts a file in git's format, common or combined. No line of a hunk does: those have a mark before them. */
function isGitStart(text: string, position: number): boolean {
  if (!text.startsWith('diff --', position)) return false;
  return GIT_STARTS.some((start) => text.startsWith(start, position));
}

const GIT_STARTS: readonly string[] = ['diff --git ', 'diff --cc ', 'diff --combined '];

/** Passes over a combined diff, up to the next file in git's format. */
function readMerge(text: string, start: number, sink: SectionSink): number {
  let position = endOfLine(text, start);
  const name = text.slice(text.indexOf(' ', start + 'diff --'.length) + 1, position);
  sink.problems.push({ path: readName(name), reason: MERGE_REASON });
  do position = endOfLine(text, position) + 1;
  while (position < text.length && !isGitStart(text, position));
  return position;
}

function readGitSection(text: string, start: number, sink: SectionSink): number {
  const { end, contentChanged, ...header } = readGitHeader(text, start);
  const reader = new HunkReader(text, end);
  if (header.problem !== null) reader.note(header.problem);
  readHunksAndTail(text, reader, sink);
  const { hunks, added, deleted } = reader;
  if (hunks.length === 0 && !header.binary && (contentChanged || header.before !== null)) {
    reader.note('the patch says that the content changed and holds no hunk');
  }
  if (hunks.length === 0 && !header.binary && header.event === null && !isModeChange(header)) {
    reader.note('the patch does not say what happened to the file; it may be cut off');
  }
  if (hunks.length > 0 && header.after === null)
    reader.note('hunks without the two lines --- and +++ before them');
  if (header.event === 'added' && deleted > 0) reader.note('a new file with deleted lines');
  if (header.event === 'removed' && added > 0) reader.note('a deleted file with added lines');
  sink.sections.push({ ...header, hunks, added, deleted, problem: reader.problem });
  return reader.position;
}

/** Both modes are there: from `old mode` and `new mode`, or from an `index` line, which is judged by its object names. */
function isModeChange({ oldMode, newMode }: Pick<Section, 'oldMode' | 'newMode'>): boolean {
  return oldMode !== null && newMode !== null;
}

function readPlainSection(text: string, start: number, sink: SectionSink): number {
  const beforeEnd = endOfLine(text, start);
  const afterEnd = endOfLine(text, beforeEnd + 1);
  const reader = new HunkReader(text, afterEnd + 1);
  readHunksAndTail(text, reader, sink);
  const { hunks, added, deleted } = reader;
  sink.sections.push({
    heading: null,
    before: plainName(text.slice(start + 4, beforeEnd)),
    after: plainName(text.slice(beforeEnd + 5, afterEnd)),
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
 * Reads all hunks of a file and passes over the text behind them, up to the next file.
 * Lines that look like a body but belong to no hunk, and hunks after other text, are problems of the file.
 */
function readHunksAndTail(text: string, reader: HunkReader, sink: SectionSink): void {
  const start = reader.position;
  reader.readRun();
  if (reader.position > start && !isFileHeader(text, reader.position) && isStray(text, reader.position)) {
    reader.note(`lines behind the last hunk that its header does not count: ${reader.preview()}`);
  }
  while (!reader.atEnd && !isFileHeader(text, reader.position) && !isGitStart(text, reader.position)) {
    if (isHunkStart(text, reader.position)) {
      reader.note(`a hunk behind text that belongs to no hunk: ${reader.preview()}`);
      reader.readRun();
      continue;
    }
    const end = endOfLine(text, reader.position);
    readWordless(text, reader.position, end, sink);
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
