import { skeleton } from '../hidden-text/confusables.ts';
import { HIDDEN } from '../hidden-text/hidden-kind.ts';

/** A text as signals want to see it, with the way back to lines. */
export interface NormalisedText {
  readonly text: string;
  /** 1-based line of an offset in `text`. */
  lineAt(offset: number): number;
}

/** Marks before a line that belong to comments, quotes and lists, not to the sentence. */
const LEAD = /^[\s/*#;%>|"'`+~-]{0,80}(?:<!--|\{\/\*|"""|'''|REM |dnl )?[\s*#"'`]{0,40}/;
/** The line carries a comment mark. */
const MARKED = /^\s{0,200}(?:\/\/|\/?\*|#|--|;|%|<!--|"""|''')/;
/** Marks behind it. */
const TAIL = /[\s*"'`]{0,40}(?:\*\/\}?|-->|"""|''')?[\s"'`,;+\\]{0,40}$/;
const LONGEST_TAIL = 40 + '*/}'.length + 40;
/** Blanks that are not one space already. */
const BLANKS = /\s{2,200}|[^\S ]/g;
/** Nothing but marks and no more of them than a lead may have: no text is left of it. */
const ONLY_MARKS = /^[\s/*#;%>|"'`+~-]{0,80}$/;
/** Longer lines are minified code or data; the part that is read is enough for any sentence. */
const LONGEST_LINE = 20_000;

/**
 * Folds what stands between a sentence and its meaning: case, comment marks, line breaks inside a sentence, names
 * written as snake_case or camelCase, invisible characters and look-alike letters.
 *
 * @param lines the text's lines; `keep` says which of them are read, so that only what is near a change costs time
 */
export function normaliseText(
  lines: readonly string[],
  keep: (line: number) => boolean = () => true,
): NormalisedText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const numbers: number[] = [];
  let length = 0;
  let wasMarked = false;
  lines.forEach((line, index) => {
    if (!keep(index + 1)) return;
    const folded = foldLine(line);
    // An empty line ends a passage, so that sentences far apart do not run together.
    // So does the step from code to a comment: a sentence starts there.
    const isMarked = MARKED.test(line);
    const opens = isMarked !== wasMarked && folded !== '';
    wasMarked = folded === '' ? wasMarked : isMarked;
    const piece = folded === '' ? '\n' : `${opens ? '\n' : ''}${folded} `;
    if (folded === '' && pieces.at(-1) === '\n') return;
    pieces.push(piece);
    starts.push(length);
    numbers.push(index + 1);
    length += piece.length;
  });
  return { text: pieces.join(''), lineAt: (offset) => numbers[lastAtMost(starts, offset)] ?? 1 };
}

function foldLine(line: string): string {
  if (ONLY_MARKS.test(line)) return '';
  let text = line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line;
  text = withoutTail(text.replace(LEAD, ''));
  if (/[^\0-\x7f]/.test(text)) text = foldUnicode(text).replaceAll('\u2019', "'");
  if (text.includes('\\')) text = text.replace(/\\(["'`])/g, '$1');
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .replace(BLANKS, ' ')
    .trim()
    .toLowerCase();
}

/** Only the end can be a tail: looking for one from each character on would cost as much as all the rest. */
function withoutTail(text: string): string {
  const from = Math.max(0, text.length - LONGEST_TAIL);
  return text.slice(0, from) + text.slice(from).replace(TAIL, '');
}

/** Tags become the ASCII they copy, other invisible characters go, look-alikes in mixed words become ASCII. */
function foldUnicode(text: string): string {
  const shown = text.replace(/[\u{e0020}-\u{e007e}]/gu, (tag) =>
    String.fromCharCode((tag.codePointAt(0) ?? 0) - 0xe0000),
  );
  const visible = HIDDEN.test(shown)
    ? [...shown].filter((letter) => letter === '\t' || !HIDDEN.test(letter)).join('')
    : shown;
  return visible
    .normalize('NFKC')
    .replace(/[\p{L}\p{M}]{1,60}/gu, (word) =>
      /[A-Za-z]/.test(word) && /[^\0-\x7f]/.test(word) ? foldWord(word) : word,
    );
}

/** Only words that mix scripts are folded; a word with accents stays as it is. */
function foldWord(word: string): string {
  const folded = skeleton(word);
  return /^[\0-\x7f]{1,60}$/.test(folded) ? folded : word;
}

/** Index of the last element that is at most `value`, in an ascending list. */
function lastAtMost(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
