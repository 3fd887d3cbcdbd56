/** What a character does that a reader cannot see. */
export type HiddenKind =
  | 'bidi-control'
  | 'bidi-mark'
  | 'tag'
  | 'variation-selector'
  | 'zero-width'
  | 'filler'
  | 'soft-hyphen'
  | 'line-separator'
  | 'control';

/** What hides, by block: controls and marks of direction, zero-width characters, fillers, selectors, tags. */
const RANGES = [
  String.raw`\0-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f`,
  String.raw`\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb`,
  String.raw`\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}`,
].join('');

/** Any character that this folder knows; a cheap test before a text is looked at character by character. */
export const HIDDEN = new RegExp(`[${RANGES}]`, 'u');

/** Same class for one character at a time. */
export const EVERY_HIDDEN = new RegExp(HIDDEN.source, 'gu');

/**
 * The kind of a hidden character, or null for one that shows. Ranges: Unicode 17, Default_Ignorable_Code_Point and
 * Bidi_Control, and the blank letters that CVE-2021-42574/42694 and later reports used.
 */
export function hiddenKind(codePoint: number): HiddenKind | null {
  if (isIn(codePoint, 0x202a, 0x202e) || isIn(codePoint, 0x2066, 0x2069)) return 'bidi-control';
  if (codePoint === 0x200e || codePoint === 0x200f || codePoint === 0x61c) return 'bidi-mark';
  if (isIn(codePoint, 0xe0000, 0xe007f)) return 'tag';
  if (isIn(codePoint, 0xfe00, 0xfe0f) || isIn(codePoint, 0xe0100, 0xe01ef)) return 'variation-selector';
  if (isIn(codePoint, 0x180b, 0x180d) || codePoint === 0x180f) return 'variation-selector';
  if (codePoint === 0x2028 || codePoint === 0x2029 || codePoint === 0x85) return 'line-separator';
  if (codePoint === 0xad) return 'soft-hyphen';
  if ([0x115f, 0x1160, 0x3164, 0xffa0, 0x2800, 0x17b4, 0x17b5].includes(codePoint)) return 'filler';
  if (isIn(codePoint, 0x200b, 0x200d) || isIn(codePoint, 0x2060, 0x206f)) return 'zero-width';
  if (codePoint === 0xfeff || codePoint === 0x34f || codePoint === 0x180e) return 'zero-width';
  if (isIn(codePoint, 0xfff9, 0xfffb) || isIn(codePoint, 0x1d173, 0x1d17a)) return 'zero-width';
  if (isIn(codePoint, 0xe0080, 0xe0fff)) return 'zero-width';
  const isControl = codePoint < 0x20 || isIn(codePoint, 0x7f, 0x9f);
  return isControl && ![0x09, 0x0a, 0x0c, 0x0d].includes(codePoint) ? 'control' : null;
}

function isIn(value: number, first: number, last: number): boolean {
  return value >= first && value <= last;
}

/** `U+202E`, as the Unicode charts write it. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
