/** Controls other than line feed and tab, lone surrogates, bidi controls, zero-width and tag characters. */
const UNWANTED =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/**
 * Text for people, made of text nobody trusts: invisible and control characters go, the length is capped.
 * @param text any text
 * @param limit most characters kept
 */
export function cleanText(text: string, limit: number): string {
  const plain = text
    .slice(0, limit * 4)
    .toWellFormed()
    .replace(UNWANTED, '')
    .trim();
  return plain.length <= limit
    ? plain
    : `${plain
        .slice(0, limit - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
