import { RE2JS } from 're2js';
import { messageOf } from '../errors.ts';
import { showText } from './show-value.ts';

export const LONGEST_REGEX = 2000;
/** Instructions that one expression may unfold to: `[a-z]{1000}` is a thousand. */
const MOST_INSTRUCTIONS = 4000;

/** What a regular expression costs once its counts are written out, at most. */
export interface RegexCheck {
  readonly instructions: number;
  /** What is wrong with it, or null. */
  readonly problem: string | null;
}

/**
 * Checks a user's expression: valid in RE2, which matches in linear time, and small when unfolded.
 *
 * @param source the expression
 * @param budget instructions that may still be spent, so that a file of many expressions stays bounded too
 */
export function checkRegex(source: string, budget = MOST_INSTRUCTIONS): RegexCheck {
  const instructions = unfoldedSize(source);
  if (instructions > Math.min(budget, MOST_INSTRUCTIONS)) {
    const problem =
      instructions > MOST_INSTRUCTIONS
        ? `the expression unfolds to ${instructions} steps, at most ${MOST_INSTRUCTIONS} are allowed; use smaller counts in {…}`
        : 'the expressions of this file are too large together; use smaller counts in {…} or split the file';
    return { instructions: 0, problem };
  }
  try {
    RE2JS.compile(source);
    return { instructions, problem: null };
  } catch (thrown) {
    return { instructions, problem: explain(source, messageOf(thrown)) };
  }
}

function explain(source: string, reason: string): string {
  if (/\(\?<?[=!]/.test(source)) {
    return (
      'look-around such as "(?=…)" or "(?<!…)" is not supported, because expressions run in linear time (RE2 syntax); ' +
      'say it with not, inside, has, follows or precedes instead'
    );
  }
  if (/\\[1-9]|\\k</.test(source)) {
    return (
      'back-references such as "\\1" are not supported, because expressions run in linear time (RE2 syntax); ' +
      'use the same meta-variable twice in a pattern instead'
    );
  }
  return `not a valid expression in RE2 syntax: ${showText(reason.replace(/^error parsing regexp: /, ''))}`;
}

/** Upper bound of the program's size: every character counts one, every count multiplies what stands before it. */
function unfoldedSize(source: string): number {
  const outer: number[] = [];
  let total = 0;
  let last = 0;
  let index = 0;
  while (index < source.length) {
    const count =
      source.charAt(index) === '{'
        ? /^\{(\d{1,9})(?:,(\d{0,9}))?\}/.exec(source.slice(index, index + 24))
        : null;
    if (count !== null) {
      const times = Math.max(1, Number(count[1]), Number(count[2] ?? 0));
      total += last * (times - 1);
      last *= times;
      index += count[0].length;
      continue;
    }
    if (source.charAt(index) === '(') {
      outer.push(total);
      total = 0;
      last = 0;
    } else if (source.charAt(index) === ')') {
      // Without an opening one it was quoted by \Q: taking all that stands before it as the group is the safe side.
      last = total + 2;
      total = (outer.pop() ?? 0) + last;
    } else {
      last = 1;
      total += 1;
    }
    index = endOfAtom(source, index);
  }
  return outer.reduce((sum, part) => sum + part, total);
}

/** Where the character, escape or class that starts at `index` ends. */
function endOfAtom(source: string, index: number): number {
  const character = source.charAt(index);
  if (character === '\\') {
    const isProperty = /[pP]/.test(source.charAt(index + 1));
    const isBraced = /[pPx]/.test(source.charAt(index + 1)) && source.charAt(index + 2) === '{';
    const close = isBraced ? source.indexOf('}', index) : -1;
    return close > 0 ? close + 1 : index + (isProperty ? 3 : 2);
  }
  if (character !== '[') {
    return index + 1;
  }
  let end = index + 1;
  end += source.charAt(end) === '^' ? 1 : 0;
  end += source.charAt(end) === ']' ? 1 : 0;
  while (end < source.length && source.charAt(end) !== ']') {
    const isNamed = source.startsWith('[:', end);
    const close = isNamed ? source.indexOf(':]', end) : -1;
    end = close > 0 ? close + 2 : end + (source.charAt(end) === '\\' ? 2 : 1);
  }
  return end + 1;
}
