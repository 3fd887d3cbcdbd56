const LONGEST = 60;

/**
 * Characters that a terminal, a log or a browser would not show as themselves: controls, format and bidirectional
 * controls, separators, private use, lone surrogates, variation selectors and the letters that look like nothing.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\u{115F}\u{1160}\u{2800}\u{3164}\u{FFA0}]|[\u{FE00}-\u{FE0F}]|[\u{E0100}-\u{E01EF}]/gu;

/**
 * Text of the user on one line of a message: unseen characters escaped, cut after 60 characters.
 *
 * @param text anything the user wrote
 */
export function showText(text: string): string {
  // Cut before escaping, so that an escape is never cut in half and the work is bounded.
  const head = [...text.slice(0, LONGEST * 2)];
  const kept = head.slice(0, LONGEST).join('').replace(UNSEEN, escapeCharacter);
  return head.length > LONGEST || text.length > LONGEST * 2 ? `${kept}…` : kept;
}

/** A value of the user as a message shows it: text in quotes, lists and maps as short JSON, on one line. */
export function showValue(value: unknown): string {
  if (value === undefined || value === null) {
    return 'nothing';
  }
  if (typeof value === 'string') {
    return `"${showText(value)}"`;
  }
  return showText(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

function escapeCharacter(character: string): string {
  if (character === '\n') {
    return '\\n';
  }
  if (character === '\t') {
    return '\\t';
  }
  const code = character.codePointAt(0) ?? 0;
  return `\\u{${code.toString(16)}}`;
}
