import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/diff/decode-blob.ts
var MAX_BLOB_BYTES = 5 * 1024 * 1024;
var TOO_LARGE = { kind: "unreadable", reason: "larger than 5 MB" };
var BINARY_PROBE = 8e3;
function decodeBlob(bytes) {
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) return { kind: "binary" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: "text", text, undecodable: false };
  } catch {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return { kind: "text", text, undecodable: true };
  }
}

// src/diff/parse-hunk-header.ts
var MAX_LINE = 1e9;
function parseHunkHeader(text, start, end) {
  if (text.startsWith("@@@", start)) return "a combined diff of a merge is not supported";
  const cursor = { text, position: start, end };
  if (!skip(cursor, "@@ -")) return "not a hunk header";
  const oldStart = number(cursor);
  const oldCount = skip(cursor, ",") ? number(cursor) : 1;
  if (!skip(cursor, " +")) return "not a hunk header";
  const newStart = number(cursor);
  const newCount = skip(cursor, ",") ? number(cursor) : 1;
  if (!skip(cursor, " @@")) return "not a hunk header";
  if (oldStart < 0 || oldCount < 0 || newStart < 0 || newCount < 0)
    return "a hunk header without usable numbers";
  if (oldStart === 0 && oldCount > 0 || newStart === 0 && newCount > 0) {
    return "a hunk header that starts at line 0, which does not exist";
  }
  skip(cursor, " ");
  return { oldStart, oldCount, newStart, newCount, section: text.slice(cursor.position, end) };
}
function skip(cursor, expected) {
  if (!cursor.text.startsWith(expected, cursor.position)) return false;
  cursor.position += expected.length;
  return cursor.position <= cursor.end;
}
function number(cursor) {
  let value = 0;
  const from = cursor.position;
  while (cursor.position < cursor.end) {
    const digit = cursor.text.charCodeAt(cursor.position) - 48;
    if (digit < 0 || digit > 9) break;
    value = value > MAX_LINE ? value : value * 10 + digit;
    cursor.position += 1;
  }
  return cursor.position === from || value > MAX_LINE ? -1 : value;
}

// src/diff/hunk-reader.ts
var LINE_FEED = 10;
var SPACE = 32;
var PLUS = 43;
var MINUS = 45;
var BACKSLASH = 92;
var HunkReader = class {
  hunks = [];
  added = 0;
  deleted = 0;
  /** Start of the next unread line. */
  position;
  #text;
  #firstProblem = null;
  #moreProblems = 0;
  /** First line after the hunks read so far, on either side. */
  #oldEnd = 1;
  #newEnd = 1;
  /** @param text whole text; reading starts at offset `position`, which must be the start of a line */
  constructor(text, position) {
    this.#text = text;
    this.position = position;
  }
  get atEnd() {
    return this.position >= this.#text.length;
  }
  /** Everything that was wrong, in words; null when nothing was. */
  get problem() {
    if (this.#firstProblem === null || this.#moreProblems === 0) return this.#firstProblem;
    return `${this.#firstProblem} (and ${this.#moreProblems} more of this kind)`;
  }
  /** Records what is wrong. The first reason is kept in full, later ones are counted. */
  note(reason) {
    if (this.#firstProblem === null) this.#firstProblem = reason;
    else this.#moreProblems += 1;
  }
  /** The next unread line, cut to a length that can be shown to a person, as a quoted string. */
  preview() {
    return quoteLine(this.#text, this.position);
  }
  /** Reads hunks until a line that does not start one. */
  readRun() {
    while (isHunkStart(this.#text, this.position)) this.#readHunk();
  }
  #readHunk() {
    const text = this.#text;
    const start = this.position;
    const lineEnd = endOfLine(text, start);
    this.position = lineEnd + 1;
    const header = parseHunkHeader(text, start, lineEnd);
    if (typeof header === "string") {
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
        `before the hunk ${quoteLine(text, start)} the two sides move apart, so the patch leaves changes out or its line numbers are wrong`
      );
    }
    const lines = [];
    const body = this.#readBody(lines, oldFrom, newFrom, header.oldCount, header.newCount);
    if (body.oldLeft > 0 || body.newLeft > 0) {
      this.note(
        `the hunk ${quoteLine(text, start)} ends ${body.oldLeft} old and ${body.newLeft} new lines too early${this.atEnd ? "" : `, at ${this.preview()}`}`
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
      newNoNewline: body.newNoNewline
    });
  }
  /** Reads body lines until both counts are used up or a line does not fit. The hot loop: no allocation but the lines. */
  #readBody(lines, oldFrom, newFrom, oldCount, newCount) {
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
        if (lastMark !== PLUS) oldNoNewline = true;
        if (lastMark !== MINUS) newNoNewline = true;
        if (oldNoNewline && oldLine < oldEnd || newNoNewline && newLine < newEnd) {
          this.note('a "no newline at end of file" mark is followed by more lines of that side');
        }
        position = endOfLine(text, position) + 1;
        lastMark = 0;
        continue;
      }
      const hasOld = oldLine < oldEnd;
      const hasNew = newLine < newEnd;
      if (!hasOld && !hasNew) break;
      let end = text.indexOf("\n", position);
      if (end === -1) end = length;
      if (mark === PLUS && hasNew) {
        lines.push({ kind: "add", oldLine: 0, newLine, text: text.slice(position + 1, end) });
        newLine += 1;
        added += 1;
      } else if (mark === MINUS && hasOld) {
        lines.push({ kind: "delete", oldLine, newLine: 0, text: text.slice(position + 1, end) });
        oldLine += 1;
        deleted += 1;
      } else if ((mark === SPACE || mark === LINE_FEED) && hasOld && hasNew) {
        const content = mark === SPACE ? text.slice(position + 1, end) : "";
        lines.push({ kind: "context", oldLine, newLine, text: content });
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
      newNoNewline
    };
  }
  /** Passes over the body of a hunk whose header could not be read. */
  #skipBody() {
    const text = this.#text;
    while (this.position < text.length) {
      const mark = text.charCodeAt(this.position);
      if (mark !== SPACE && mark !== PLUS && mark !== MINUS && mark !== BACKSLASH) return;
      if (isFileHeader(text, this.position)) return;
      this.position = endOfLine(text, this.position) + 1;
    }
  }
};
function isHunkStart(text, position) {
  return text.startsWith("@@ -", position) || text.startsWith("@@@ -", position);
}
function endOfLine(text, position) {
  const end = text.indexOf("\n", position);
  return end === -1 ? text.length : end;
}
function isFileHeader(text, position) {
  if (!text.startsWith("--- ", position)) return false;
  const second = endOfLine(text, position) + 1;
  return text.startsWith("+++ ", second) && text.startsWith("@@ -", endOfLine(text, second) + 1);
}
function quoteLine(text, position) {
  const end = Math.min(endOfLine(text, position), position + 80);
  return JSON.stringify(text.slice(position, end));
}

export {
  MAX_BLOB_BYTES,
  TOO_LARGE,
  decodeBlob,
  HunkReader,
  isHunkStart,
  endOfLine,
  isFileHeader,
  quoteLine
};
