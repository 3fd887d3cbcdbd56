import { EVERY_HIDDEN, HIDDEN, type HiddenKind, hiddenKind } from './hidden-kind.ts';

/** A hidden character that has no business where it stands. */
export interface HiddenCharacter {
  /** UTF-16 offset in the text that was given. */
  readonly index: number;
  readonly codePoint: number;
  readonly kind: HiddenKind;
  /** Letters or digits stand right before and after it: it splits or extends a name. */
  readonly inName: boolean;
}

/** Scripts that join letters or place marks with ZWJ and ZWNJ (Unicode core specification, chapters 9, 12, 13, 16). */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Adlam}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Tibetan}\p{Script=Balinese}\p{Script=Javanese}\p{Script=Thaana}]/u;
/** Scripts written without spaces, in which ZWSP marks where a line may break. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Tai_Le}]/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;
const NAME = /[\p{L}\p{N}_$]/u;
/** The three flags that Unicode recommends for interchange: England, Scotland, Wales. */
const FLAG_TAGS = new Set(['gbeng', 'gbsct', 'gbwls']);

/** At most so many are listed for one line; a line made of them is no less clear for it. */
export const MOST_PER_LINE = 1_000;

/**
 * Lists the hidden characters of one line that are not part of ordinary writing. Ordinary are: emoji with their
 * variation selectors, joiners and flag tags; ZWJ and ZWNJ in scripts that join; ZWSP in scripts without spaces;
 * direction marks beside right-to-left letters; ideographic variants; a byte-order mark at the very start.
 *
 * @param atStart the line is the first of its file, where a byte-order mark may stand
 */
export function findHiddenCharacters(line: string, atStart = false): HiddenCharacter[] {
  if (!HIDDEN.test(line)) return [];
  const isRightToLeft = RIGHT_TO_LEFT.test(line);
  const found: HiddenCharacter[] = [];
  let allowedUntil = 0;
  for (const match of line.matchAll(EVERY_HIDDEN)) {
    const index = match.index;
    const codePoint = match[0].codePointAt(0) ?? 0;
    const kind = hiddenKind(codePoint);
    if (kind === null || index < allowedUntil || (atStart && index === 0 && codePoint === 0xfeff)) continue;
    const before = characterBefore(line, index);
    const after = characterAt(line, index + match[0].length);
    if (kind === 'tag') {
      allowedUntil = endOfFlag(line, index, before);
      if (allowedUntil > index) continue;
    }
    if (isOrdinary(kind, codePoint, before, after, isRightToLeft)) continue;
    if (found.length >= MOST_PER_LINE) break;
    found.push({ index, codePoint, kind, inName: NAME.test(before) && NAME.test(after) });
  }
  return found;
}

function isOrdinary(
  kind: HiddenKind,
  codePoint: number,
  before: string,
  after: string,
  isRightToLeft: boolean,
): boolean {
  switch (kind) {
    case 'bidi-mark':
      return isRightToLeft;
    case 'variation-selector':
      return isOrdinaryVariation(codePoint, before);
    case 'soft-hyphen':
      // Between letters of a word in prose it only says where to break; inside ASCII names it hides.
      return /\p{L}/u.test(before) && /\p{L}/u.test(after) && !/[A-Za-z]/.test(before + after);
    case 'zero-width':
      if (codePoint === 0x200c) return JOINING.test(before) || JOINING.test(after);
      if (codePoint === 0x200d) return JOINING.test(before) || isEmojiJoin(before, after);
      if (codePoint === 0x200b) return UNSPACED.test(before) || UNSPACED.test(after);
      return codePoint === 0x180e && /\p{Script=Mongolian}/u.test(before);
    case 'filler':
      // U+2800 is the space of Braille text.
      return codePoint === 0x2800 && /[\u2801-\u28ff]/.test(before + after);
    default:
      return false;
  }
}

/** Unicode's StandardizedVariants, emoji-variation-sequences and the ideographic collections, by their base. */
function isOrdinaryVariation(codePoint: number, before: string): boolean {
  if (codePoint >= 0xe0100) return /\p{Script=Han}/u.test(before);
  if (codePoint >= 0x180b && codePoint <= 0x180f) return /\p{Script=Mongolian}/u.test(before);
  if (codePoint >= 0xfe0e)
    return /[\p{Emoji}\p{Extended_Pictographic}\p{So}\p{Sm}\u2190-\u2bff\u3030-\u303f]/u.test(before);
  return (
    codePoint <= 0xfe02 &&
    /[\p{Sm}\p{Script=Han}\p{Script=Myanmar}\u2200-\u2aff\u3000-\u303f\uff00-\uffef0]/u.test(before)
  );
}

/** The character after the joiner must be a picture; before it a picture, its selector, its skin colour. */
function isEmojiJoin(before: string, after: string): boolean {
  return (PICTURE.test(before) || before === '\ufe0f' || before === '\u{e007f}') && PICTURE.test(after);
}

/** End of a flag's tag sequence that starts at `index`, or `index` when it is none. */
function endOfFlag(line: string, index: number, before: string): number {
  if (before !== '\u{1f3f4}') return index;
  let tags = '';
  for (let at = index; at < line.length && tags.length <= 5; at += 2) {
    const codePoint = line.codePointAt(at) ?? 0;
    if (codePoint === 0xe007f) return FLAG_TAGS.has(tags) ? at + 2 : index;
    if (codePoint < 0xe0020 || codePoint > 0xe007e) return index;
    tags += String.fromCharCode(codePoint - 0xe0000);
  }
  return index;
}

function characterBefore(line: string, index: number): string {
  const low = line.charCodeAt(index - 1);
  const size = low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
  return line.slice(Math.max(0, index - size), index);
}

function characterAt(line: string, index: number): string {
  const codePoint = line.codePointAt(index);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}
