import { isFolded, isLookAlike, skeleton } from './confusables.ts';
import { HIDDEN } from './hidden-kind.ts';

/** A word that is not what it looks like. */
export interface Homoglyph {
  /** UTF-16 offset in its line. */
  readonly index: number;
  readonly word: string;
  /** The ASCII word it is taken for. */
  readonly looksLike: string;
  /** Letters that deceive, without repeats. */
  readonly letters: readonly string[];
  /** The file also holds the ASCII word, or it is a keyword: the two are different names that look the same. */
  readonly clashes: boolean;
  /** ASCII letters and look-alikes stand in one word. */
  readonly mixed: boolean;
}

const WORDS = /[\p{L}\p{M}\p{N}_$]{1,200}/gu;
/** Names with whatever stands in them, so that half of a name that is cut by a hidden character is no name. */
const NAMES = new RegExp(`(?:[\\p{L}\\p{M}\\p{N}_$]|${HIDDEN.source}){1,200}`, 'gu');
const ASCII_NAME = /^[A-Za-z_$][\w$]*$/;
/** At most so many are listed for one line. */
const MOST_PER_LINE = 20;
const BEYOND_ASCII = /[^\0-\x7f]/;
const CYRILLIC_AND_OTHERS = /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Names that a shadow of is dangerous in any language, beside those that the file itself uses. */
const KEYWORDS = new Set(
  (
    'admin assert async await break case catch class const continue def delete else eval exec export false final for ' +
    'from function if import in is let new null open pass print private public raise require return root self static ' +
    'struct super switch this throw true try user var void while with yield'
  ).split(' '),
);

/**
 * Lists the words of one line that only look like ASCII words. Words in one natural script among others of that script
 * (a sentence, an identifier in Russian or Greek) are not listed, nor is a Latin abbreviation with a Cyrillic ending,
 * nor Greek letters as mathematicians use them.
 *
 * @param vocabulary ASCII names of the whole file, asked for only when a word is suspect
 * @param isCode false for prose, where full-width and mathematical letters are decoration
 */
export function findHomoglyphs(
  line: string,
  vocabulary: () => ReadonlySet<string>,
  isCode: boolean,
): Homoglyph[] {
  if (!BEYOND_ASCII.test(line)) return [];
  const found: Homoglyph[] = [];
  const surroundings = readSurroundings(line, vocabulary, isCode);
  /** A line may repeat one word hundreds of thousands of times. */
  const honest = new Set<string>();
  for (const match of line.matchAll(WORDS)) {
    const word = match[0];
    if (!BEYOND_ASCII.test(word) || honest.has(word)) continue;
    const one = judgeWord(word, surroundings);
    if (one === null) honest.add(word);
    else found.push({ index: match.index, word, ...one });
    if (found.length >= MOST_PER_LINE) break;
  }
  return found;
}

/** What the judgement of a word needs to know of its line and file. */
interface Surroundings {
  readonly vocabulary: () => ReadonlySet<string>;
  readonly isCode: boolean;
  readonly hasEastAsian: boolean;
  /** Letters that look like no ASCII letter: the line holds real text in that script. */
  readonly hasNaturalGreek: boolean;
  readonly hasNaturalCyrillic: boolean;
}

function readSurroundings(
  line: string,
  vocabulary: () => ReadonlySet<string>,
  isCode: boolean,
): Surroundings {
  // Each letter once: a line may be a megabyte of one.
  const letters = [...new Set(line)].filter((letter) => BEYOND_ASCII.test(letter));
  const isNatural = (script: RegExp) => letters.some((letter) => script.test(letter) && !isLookAlike(letter));
  return {
    vocabulary,
    isCode,
    hasEastAsian: EAST_ASIAN.test(line),
    hasNaturalGreek: isNatural(/\p{Script=Greek}/u),
    hasNaturalCyrillic: isNatural(CYRILLIC_AND_OTHERS),
  };
}

function judgeWord(word: string, surroundings: Surroundings): Omit<Homoglyph, 'index' | 'word'> | null {
  const mixed = /[A-Za-z]/.test(word);
  // A word without ASCII letters deceives in code only, and only as another name; letters are looked at one by one after that.
  if (!mixed && !surroundings.isCode) return null;
  const looksLike = skeleton(word);
  if (BEYOND_ASCII.test(looksLike)) return null;
  const clashes = KEYWORDS.has(looksLike) || surroundings.vocabulary().has(looksLike);
  if (!mixed && !clashes) return null;
  const foreign = [...word].filter((letter) => BEYOND_ASCII.test(letter));
  if (!foreign.every(isLookAlike)) return null;
  const isTrick = foreign.every(isFolded)
    ? isFoldedTrick(word, clashes, surroundings)
    : mixed
      ? isMixedTrick(word, clashes)
      : isWholeTrick(word, clashes, surroundings);
  return isTrick ? { looksLike, letters: [...new Set(foreign)], clashes, mixed } : null;
}

/** Python reads a bold mathematical `exec` as exec (PEP 3131, NFKC); in prose and beside East Asian text such letters
 * are decoration. */
function isFoldedTrick(word: string, clashes: boolean, surroundings: Surroundings): boolean {
  return surroundings.isCode && word.length >= 2 && clashes && !surroundings.hasEastAsian;
}

/** A Greek letter that stands alone in its part of the name (x_nu, alphaMax) and shows as such is a symbol. */
const SYMBOL =
  /^(?:[A-Za-z0-9_$]{0,60}_)?[A-Za-z]?[\u03b1\u03b3\u03b5\u03b7\u03b9\u03ba\u03bd\u03c1\u03c4\u03c5\u03c7\u03c9](?:[_0-9A-Z$][A-Za-z0-9_$]{0,60})?$/;

function isMixedTrick(word: string, clashes: boolean): boolean {
  if (SYMBOL.test(word)) return false;
  return clashes || !/^[A-Z0-9]{2,20}\p{Script=Cyrillic}{1,3}$/u.test(word);
}

function isWholeTrick(word: string, clashes: boolean, surroundings: Surroundings): boolean {
  const isGreek = /\p{Script=Greek}/u.test(word);
  const isNatural = isGreek ? surroundings.hasNaturalGreek : surroundings.hasNaturalCyrillic;
  return clashes && surroundings.isCode && !isNatural && (word.length > 1 || !isGreek);
}

/** The ASCII names of a text, computed once. */
export function makeVocabulary(text: string): () => ReadonlySet<string> {
  let names: ReadonlySet<string> | null = null;
  return () => {
    names ??= new Set((text.match(NAMES) ?? []).filter((name) => ASCII_NAME.test(name)));
    return names;
  };
}
