/** Where scalars of YAML 1.2 end. Offsets are UTF-16 units; nothing is resolved. */

const FEED = 10;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const COLON = 58;
const BACKSLASH = 92;

/** Space, tab, carriage return. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}

/** A blank, a line feed, or the end of the text (where there is no code). */
export function isBreak(code: number): boolean {
  return code === 32 || code === FEED || code === 9 || code === 13 || Number.isNaN(code);
}

/** What ends a plain scalar inside of brackets: `,` `[` `]` `{` `}`. */
export function isFlowIndicator(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}

/** Offset of the line feed that ends the line, or the text's length. */
export function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed === -1 ? text.length : feed;
}

/** `---` or `...` at the start of a line. */
export function isDocumentMarker(text: string, at: number): boolean {
  return (text.startsWith('---', at) || text.startsWith('...', at)) && isBreak(text.charCodeAt(at + 3));
}

/** Where a scalar ends, and where its last line begins. */
export interface ScalarEnd {
  readonly end: number;
  readonly lineStart: number;
}

/** What the end of a scalar depends on. */
export interface Surroundings {
  /** Lines that stand further left, or just as far, end the scalar. */
  readonly indent: number;
  readonly inFlow: boolean;
}

/** The end of a plain scalar, which goes on over further indented lines unless it is a key. */
export function endOfPlain(text: string, from: number, lineStart: number, around: Surroundings): ScalarEnd {
  let stop = stopOfPlain(text, from, around.inFlow);
  let end = trimmed(text, from, stop);
  let line = lineStart;
  while (text.charCodeAt(stop) === FEED) {
    const next = nextText(text, stop + 1);
    const isOver =
      next.at >= text.length ||
      next.at - next.lineStart <= around.indent ||
      text.charCodeAt(next.at) === HASH ||
      (next.at === next.lineStart && isDocumentMarker(text, next.at));
    if (isOver || (around.inFlow && isFlowIndicator(text.charCodeAt(next.at)))) break;
    stop = stopOfPlain(text, next.at, around.inFlow);
    // A further line with a colon is no part of the text: somebody has slipped with the indentation.
    if (!around.inFlow && text.charCodeAt(stop) === COLON) break;
    end = trimmed(text, next.at, stop);
    line = next.lineStart;
    if (stop === next.at) break;
  }
  return { end, lineStart: line };
}

/** The first place of the line where a plain scalar cannot go on. */
function stopOfPlain(text: string, from: number, inFlow: boolean): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === FEED) return at;
    if (code === COLON) {
      const next = text.charCodeAt(at + 1);
      if (isBreak(next) || (inFlow && isFlowIndicator(next))) return at;
    } else if (code === HASH) {
      if (at > from && isBlank(text.charCodeAt(at - 1))) return at;
    } else if (inFlow && isFlowIndicator(code)) return at;
  }
  return at;
}

function trimmed(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** The first character that is no blank, from the start of a line, and the start of its line. */
function nextText(text: string, from: number): { readonly at: number; readonly lineStart: number } {
  let at = from;
  let lineStart = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === FEED) lineStart = at + 1;
    else if (!isBlank(code)) break;
  }
  return { at, lineStart };
}

/** The end of a quoted scalar. Without its closing quote it ends with the last line that is indented far enough. */
export function endOfQuoted(
  text: string,
  from: number,
  lineStart: number,
  indent: number,
): ScalarEnd & { readonly closed: boolean } {
  const quote = text.charCodeAt(from);
  let line = lineStart;
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && quote === QUOTE) at += 2;
    else if (code === quote) {
      if (quote !== APOSTROPHE || text.charCodeAt(at + 1) !== APOSTROPHE)
        return { end: at + 1, lineStart: line, closed: true };
      at += 2;
    } else if (code === FEED) {
      const next = nextText(text, at + 1);
      const isOver = next.at >= text.length || next.at - next.lineStart <= indent;
      if (isOver) return { end: trimmed(text, from + 1, at), lineStart: line, closed: false };
      line = next.lineStart;
      at = next.at;
    } else at += 1;
  }
  return { end: text.length, lineStart: line, closed: false };
}

/** Where the text of a block scalar begins and ends; `next` is the start of the line after it. */
export interface BlockScalarExtent {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/**
 * The extent of a block scalar.
 * @param header offset of `|` or `>`
 * @param indent of what holds the scalar: the text stands further right
 */
export function extentOfBlockScalar(text: string, header: number, indent: number): BlockScalarExtent {
  const feed = lineEnd(text, header);
  const start = Math.min(feed + 1, text.length);
  const digit = /^[|>][+-]?([1-9])/.exec(text.slice(header, header + 3))?.[1];
  let least = digit === undefined ? 0 : Math.max(indent, 0) + Number(digit);
  let end = start;
  let at = start;
  while (at < text.length) {
    const stop = lineEnd(text, at);
    let first = at;
    while (first < stop && text.charCodeAt(first) === 32) first += 1;
    if (trimmed(text, first, stop) > first) {
      const column = first - at;
      if (least === 0) least = Math.max(column, indent + 1);
      if (column < least || (column === 0 && isDocumentMarker(text, at))) break;
      end = trimmed(text, first, stop);
    }
    at = stop + 1;
  }
  return { start, end, next: Math.min(at, text.length) };
}
