import type { DiffLine, Hunk } from '../model.ts';
import { parseHunkHeader } from './parse-hunk-header.ts';

const LINE_FEED = 10;
const SPACE = 32;
const PLUS = 43;
const MINUS = 45;
const BACKSLASH = 92;

/**
 * Reads hunks from a patch text, front to back, each character once. The counts of a hunk header decide how many lines
 * belong to it, so content that looks like a header is content. What disagrees with its header is left out and told in
 * `problem`; what was kept has the numbers the header gave.
 */
export class HunkReader {
  readonly hunks: Hunk[] = [];
  added = 0;
  deleted = 0;
  /** Start of the next unread line. */
  position: number;
  readonly #text: string;
  #firstProblem: string | null = null;
  #moreProblems = 0;
  /** First line after the hunks read so far, on either side. */
  #oldEnd = 1;
  #newEnd = 1;

  /** @param text whole text; reading starts at offset `position`, which must be the start of a line */
  constructor(text: string, position: number) {
    this.#text = text;
    this.position = position;
  }

  get atEnd(): boolean {
    return this.position >= this.#text.length;
  }

  /** Everything that was wrong, in words; null when nothing was. */
  get problem(): string | null {
    if (this.#firstProblem === null || this.#moreProblems === 0) return this.#firstProblem;
    return `${this.#firstProblem} (and ${this.#moreProblems} more of this kind)`;
  }

  /** Records what is wrong. The first reason is kept in full, later ones are counted. */
  note(reason: string): void {
    if (this.#firstProblem === null) this.#firstProblem = reason;
    else this.#moreProblems += 1;
  }

  /** The next unread line, cut to a length that can be shown to a person, as a quoted string. */
  preview(): string {
    return quoteLine(this.#text, this.position);
  }

  /** Reads hunks until a line that does not start one. */
  readRun(): void {
    while (isHunkStart(this.#text, this.position)) this.#readHunk();
  }

  #readHunk(): void {
    const text = this.#text;
    const start = this.position;
    const lineEnd = endOfLine(text, start);
    this.position = lineEnd + 1;
    const header = parseHunkHeader(text, start, lineEnd);
    if (typeof header === 'string') {
      this.note(`${header}: ${quoteLine(text, start)}`);
      this.#skipBody();
      return;
    }
    const oldFrom = header.oldCount === 0 ? header.oldStart + 1 : header.oldStart;
    const newFrom = header.newCount === 0 ? header.newStart + 1 : header.newStart;
    const overlaps = oldFrom < this.#oldEnd || newFrom < this.#newEnd;
    if (overlaps) {
      this.note(`the hunk ${quoteLine(text, start)} overlaps the one before it and was left out`);
    } else if (oldFrom - this.#oldEnd !== newFrom - this.#newEnd) {
      this.note(
        `before the hunk ${quoteLine(text, start)} the two sides move apart, so the patch leaves changes out or its line numbers are wrong`,
      );
    }
    const lines: DiffLine[] = [];
    const body = this.#readBody(lines, oldFrom, newFrom, header.oldCount, header.newCount);
    if (body.oldLeft > 0 || body.newLeft > 0) {
      this.note(
        `the hunk ${quoteLine(text, start)} ends ${body.oldLeft} old and ${body.newLeft} new lines too early${
          this.atEnd ? '' : `, at ${this.preview()}`
        }`,
      );
    }
    if (overlaps) return;
    const oldCount = header.oldCount - body.oldLeft;
    const newCount = header.newCount - body.newLeft;
    this.#oldEnd = oldFrom + oldCount;
    this.#newEnd = newFrom + newCount;
    if (lines.length === 0) return;
    this.added += body.added;
    this.deleted += body.deleted;
    this.hunks.push({
      // A side that a cut body left empty is written as git writes an empty side: the line before.
      oldStart: oldCount === 0 ? oldFrom - 1 : oldFrom,
      oldCount,
      newStart: newCount === 0 ? newFrom - 1 : newFrom,
      newCount,
      section: header.section,
      lines,
      oldNoNewline: body.oldNoNewline,
      newNoNewline: body.newNoNewline,
    });
  }

  /** Reads body lines until both counts are used up or a line does not fit. The hot loop: no allocation but the lines. */
  #readBody(lines: DiffLine[], oldFrom: number, newFrom: number, oldCount: number, newCount: number): Body {
    const text = this.#text;
    const length = text.length;
    let position = this.position;
    let oldLine = oldFrom;
    let newLine = newFrom;
    const oldEnd = oldFrom + oldCount;
    const newEnd = newFrom + newCount;
    let added = 0;
    let deleted = 0;
    let lastMark = 0;
    let oldNoNewline = false;
    let newNoNewline = false;
    while (position < length) {
      const mark = text.charCodeAt(position);
      if (mark === BACKSLASH && lastMark !== 0) {
        // "\ No newline at end of file", in whatever language git spoke: about the line before, counts for nothing.
        if (lastMark !== PLUS) oldNoNewline = true;
        if (lastMark !== MINUS) newNoNewline = true;
        if ((oldNoNewline && oldLine < oldEnd) || (newNoNewline && newLine < newEnd)) {
          this.note('a "no newline at end of file" mark is followed by more lines of that side');
        }
        position = endOfLine(text, position) + 1;
        lastMark = 0;
        continue;
      }
      const hasOld = oldLine < oldEnd;
      const hasNew = newLine < newEnd;
      if (!hasOld && !hasNew) break;
      let end = text.indexOf('\n', position);
      if (end === -1) end = length;
      if (mark === PLUS && hasNew) {
        lines.push({ kind: 'add', oldLine: 0, newLine, text: text.slice(position + 1, end) });
        newLine += 1;
        added += 1;
      } else if (mark === MINUS && hasOld) {
        lines.push({ kind: 'delete', oldLine, newLine: 0, text: text.slice(position + 1, end) });
        oldLine += 1;
        deleted += 1;
      } else if ((mark === SPACE || mark === LINE_FEED) && hasOld && hasNew) {
        // An empty line without its mark is an empty context line (diff.suppressBlankEmpty, mailers).
        const content = mark === SPACE ? text.slice(position + 1, end) : '';
        lines.push({ kind: 'context', oldLine, newLine, text: content });
        oldLine += 1;
        newLine += 1;
      } else break;
      lastMark = mark;
      position = end + 1;
    }
    this.position = position;
    return {
      oldLeft: oldEnd - oldLine,
      newLeft: newEnd - newLine,
      added,
      deleted,
      oldNoNewline,
      newNoNewline,
    };
  }

  /** Passes over the body of a hunk whose header could not be read. */
  #skipBody(): void {
    const text = this.#text;
    while (this.position < text.length) {
      const mark = text.charCodeAt(this.position);
      if (mark !== SPACE && mark !== PLUS && mark !== MINUS && mark !== BACKSLASH) return;
      if (isFileHeader(text, this.position)) return;
      this.position = endOfLine(text, this.position) + 1;
    }
  }
}

interface Body {
  readonly oldLeft: number;
  readonly newLeft: number;
  readonly added: number;
  readonly deleted: number;
  readonly oldNoNewline: boolean;
  readonly newNoNewline: boolean;
}

/** The line claims to be a hunk header, of a common or of a combined diff. */
export function isHunkStart(text: string, position: number): boolean {
  return text.startsWith('@@ -', position) || text.startsWith('@@@ -', position);
}

/** Offset of the line feed that ends the line at `position`, or the length of the text. */
export function endOfLine(text: string, position: number): number {
  const end = text.indexOf('\n', position);
  return end === -1 ? text.length : end;
}

/** `--- `, `+++ ` and `@@ -` on three lines: the header of a file in a unified diff. */
export function isFileHeader(text: string, position: number): boolean {
  if (!text.startsWith('--- ', position)) return false;
  const second = endOfLine(text, position) + 1;
  return text.startsWith('+++ ', second) && text.startsWith('@@ -', endOfLine(text, second) + 1);
}

/** The line at `position` as a quoted string of at most about 80 characters, for messages. */
export function quoteLine(text: string, position: number): string {
  const end = Math.min(endOfLine(text, position), position + 80);
  return JSON.stringify(text.slice(position, end));
}
