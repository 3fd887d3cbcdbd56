/**
 * Makes foreign text inert in GitHub-flavoured Markdown (security T15, T16; requirements R17–R19). Foreign is all that
 * a model, an analyzer's rule, a configuration or the change itself wrote.
 *
 * Backslashes and entities stop Markdown, but not GitHub: it looks for `@name`, `#1`, SHAs, URLs, `:emoji:` and `$math$`
 * in the text after Markdown was rendered, and it spares only code. So a word that holds one of these is put in a code
 * span.
 */
import { flattenText, revealHiddenText, showCodeLine } from './reveal-hidden-text.ts';

/** What GitHub would turn into a link, a ping, a picture or a formula; every alternative is linear. */
const LIVE = new RegExp(
  [
    '[@$]', // mentions, teams, e-mail addresses, mathematics
    ':\\/\\/', // any URL with a scheme
    '(?<![a-z0-9])www\\.',
    '#\\d', // #1 and owner/repository#1
    '(?<![a-z0-9])gh-\\d',
    '(?<![a-z0-9])(?:ghsa|cve)-',
    '(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])', // abbreviated and full commit SHAs
    ':[a-z0-9_+-]+(?::|$)', // emoji short codes, also those that a colon of ours would complete
  ].join('|'),
  'i',
);

/** Punctuation around a word that stays outside its code span. */
const OPENING = '("\'[{';
const CLOSING = ')]}"\',.;:!?';

interface Piece {
  readonly kind: 'text' | 'code';
  readonly text: string;
}

/**
 * Foreign prose as inert Markdown paragraphs. Line breaks stay, several empty lines become one, text between matching
 * backticks stays code; everything else is shown as it was typed.
 */
export function escapeMarkdown(text: string): string {
  const lines = revealHiddenText(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
    .split('\n')
    .map(escapeLine);
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Foreign text as inert Markdown on one line, for titles and list items. */
export function escapeMarkdownLine(text: string): string {
  return escapeLine(flattenText(text));
}

/** Foreign text for a table cell: one line, and pipes end no cell, not even inside code. */
export function escapeMarkdownCell(text: string): string {
  return escapeLine(flattenText(text).replaceAll('|', '¦'));
}

/** Foreign text as a code span whose fence is longer than any run of backticks inside. */
export function codeSpan(text: string): string {
  const flat = breakMarker(flattenText(text));
  if (flat.trim() === '') return '` `';
  const fence = '`'.repeat(longestRun(flat) + 1);
  // A dollar sign beside a backtick is GitHub's other way to write a formula.
  const pad = /^[`$ ]|[`$ ]$/.test(flat) ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}

/**
 * Foreign lines as a fenced block. `prefixes` puts our own mark before each line, so that no line of the body can start
 * with a slash command.
 * @param info one word of ours after the fence; never foreign
 */
export function codeFence(lines: readonly string[], info: 'text' | 'diff'): string {
  const shown = lines.map((line) => breakMarker(showCodeLine(line)).trimEnd());
  const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n')) + 1));
  return [`${fence}${info}`, ...shown, fence].join('\n');
}

/**
 * A link whose target is ours. A target that is not http(s) gives the label alone.
 * @param label Markdown that is already inert
 */
export function markdownLink(label: string, url: string | null): string {
  if (url === null || !/^https?:\/\//i.test(url)) return label;
  const safe = url.replace(/[^\w.~:/?#@!&,;=%+-]/gu, (character) =>
    /^[\ud800-\udfff]$/.test(character)
      ? ''
      : encodeURIComponent(character).replace(/[()'*!]/g, percentEncode),
  );
  return `[${label}](<${safe}>)`;
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function escapeLine(line: string): string {
  let result = '';
  let before: Piece['kind'] = 'text';
  for (const piece of splitCode(line.replace(/\s+/gu, ' ').trim())) {
    for (const part of piece.kind === 'code' ? [piece] : splitWords(piece.text, result === '')) {
      if (part.text === '') continue;
      // Two code spans that touch would be read as one with other ends.
      if (before === 'code' && part.kind === 'code') result += ' ';
      result += part.kind === 'code' ? codeSpan(part.text) : escapePunctuation(part.text);
      before = part.kind;
    }
  }
  return escapeLineStart(result.trim());
}

/** Splits at code spans: a run of backticks up to the next run of the same length. */
function splitCode(line: string): readonly Piece[] {
  const runs = [...line.matchAll(/`+/g)];
  const nextOfSameLength = new Map<number, number>();
  const closing = new Array<number>(runs.length).fill(-1);
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.[0].length ?? 0;
    closing[index] = nextOfSameLength.get(length) ?? -1;
    nextOfSameLength.set(length, index);
  }
  const pieces: Piece[] = [];
  let end = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const open = runs[index];
    const close = runs[closing[index] ?? -1];
    if (open === undefined || close === undefined) continue;
    pieces.push({ kind: 'text', text: line.slice(end, open.index) });
    pieces.push({ kind: 'code', text: line.slice(open.index + open[0].length, close.index) });
    end = close.index + close[0].length;
    index = closing[index] ?? index;
  }
  pieces.push({ kind: 'text', text: line.slice(end) });
  return pieces;
}

function splitWords(text: string, atLineStart: boolean): readonly Piece[] {
  return text.split(/( )/).flatMap((word, index): readonly Piece[] => {
    const command = atLineStart && index === 0 && word.startsWith('/');
    if (!command && !LIVE.test(word)) return [{ kind: 'text', text: word }];
    let start = 0;
    let end = word.length;
    while (start < end && OPENING.includes(word.charAt(start))) start += 1;
    while (end > start && CLOSING.includes(word.charAt(end - 1))) end -= 1;
    return [
      { kind: 'text', text: word.slice(0, start) },
      { kind: 'code', text: word.slice(start, end) },
      { kind: 'text', text: word.slice(end) },
    ];
  });
}

function escapePunctuation(text: string): string {
  return text
    .replace(/[\\*_[\]|~#!]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('`', '&#96;');
}

/** Headings, lists, rules, underlines of headings, table rulers and slash commands need the start of a line. */
function escapeLineStart(line: string): string {
  return line.replace(/^[+\-=:/]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Our markers are HTML comments; inside code they would still be found by a search for their text. */
function breakMarker(text: string): string {
  return text.replace(/<!--(?=\s*multi-agent-review)/gi, '<!- -');
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
