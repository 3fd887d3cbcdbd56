/**
 * Characters that a reader cannot see or that change how the others are shown: controls (line feed and tab are layout
 * and stay), format characters such as bidi controls, tags and zero-width ones, fillers, variation selectors, lone
 * surrogates. (Security requirement T3; Unicode 15.1, property Default_Ignorable_Code_Point and category Cf.)
 */
const HIDDEN =
  /(?:(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800])+/gu;

const JOINER = /^[\u200c\u200d]$/u;
const EMOJI_GLUE = /^[\ufe0e\ufe0f]?\u200d?$/u;
const EMOJI_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;
/** Scripts in which a joiner or non-joiner is part of correct spelling. */
const JOINING_LETTER =
  '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}' +
  '\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}' +
  '\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}]';
const JOINING_BEFORE = new RegExp(`${JOINING_LETTER}$`, 'u');
const JOINING_AFTER = new RegExp(`^${JOINING_LETTER}`, 'u');

/** Runs longer than this are counted, so that a hidden message cannot flood the page. */
const MOST_SPELLED_OUT = 4;

/**
 * Shows what is hidden in a text: each invisible character becomes `⟦U+XXXX⟧`, a long run becomes a count. Joiners
 * inside emoji and inside words of scripts that need them stay. What is returned holds no hidden character, so it may
 * be called twice.
 */
export function revealHiddenText(text: string): string {
  return text.replace(HIDDEN, (run, offset: number) => {
    const before = text.slice(Math.max(0, offset - 2), offset);
    const after = text.slice(offset + run.length, offset + run.length + 2);
    return isSpelling(before, run, after) ? run : spellOut([...run]);
  });
}

/** The text on one line: line ends and tabs become spaces, hidden characters are shown. */
export function flattenText(text: string): string {
  return revealHiddenText(text.replace(/\r\n?|[\n\t\u2028\u2029]/g, ' '));
}

/** A line of code: hidden characters shown, tabs as four spaces, the carriage return of a CRLF line end dropped. */
export function showCodeLine(line: string): string {
  return revealHiddenText(line.replace(/\r$/, '').replace(/\n/g, ' ')).replaceAll('\t', '    ');
}

function isSpelling(before: string, run: string, after: string): boolean {
  if (JOINER.test(run) && JOINING_BEFORE.test(before) && JOINING_AFTER.test(after)) return true;
  if (!EMOJI_GLUE.test(run)) return false;
  if (run === '\ufe0f' && /[0-9#*]$/.test(before)) return after.startsWith('\u20e3');
  return EMOJI_BEFORE.test(before) && (!run.endsWith('\u200d') || EMOJI_AFTER.test(after));
}

function spellOut(run: readonly string[]): string {
  if (run.length <= MOST_SPELLED_OUT) return run.map((character) => `⟦${codePointName(character)}⟧`).join('');
  return `⟦${run.length} hidden characters from ${codePointName(run[0] ?? '')}⟧`;
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
