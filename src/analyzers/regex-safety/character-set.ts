/** A set of characters: one bit for each of ASCII, and one for everything beyond, where detail changes no answer. */
export type CharacterSet = bigint;

const BEYOND = 128n;
export const EMPTY: CharacterSet = 0n;
export const ALL: CharacterSet = (1n << 129n) - 1n;

/** The set of one character. */
export function only(character: string): CharacterSet {
  const code = character.codePointAt(0) ?? 0;
  return 1n << (code < 128 ? BigInt(code) : BEYOND);
}

/** The set from one character to another, both included. */
export function between(first: string, last: string): CharacterSet {
  const low = first.codePointAt(0) ?? 0;
  const high = last.codePointAt(0) ?? 0;
  let set = high >= 128 ? 1n << BEYOND : EMPTY;
  for (let code = low; code <= Math.min(high, 127); code += 1) set |= 1n << BigInt(code);
  return set;
}

/** Everything else. What lies beyond ASCII stays in unless the whole of it was in. */
export function inverse(set: CharacterSet): CharacterSet {
  return (ALL & ~set) | (1n << BEYOND);
}

const DIGIT = between('0', '9');
const WORD = DIGIT | between('a', 'z') | between('A', 'Z') | only('_');
const SPACE = only(' ') | between('\t', '\r') | (1n << BEYOND);
const LINE_ENDS = only('\n') | only('\r');

/** The set of `\d` and its like; null for an escape that is none. */
export function escapedClass(letter: string): CharacterSet | null {
  switch (letter) {
    case 'd':
      return DIGIT;
    case 'D':
      return inverse(DIGIT);
    case 'w':
      return WORD;
    case 'W':
      return inverse(WORD);
    case 's':
      return SPACE;
    case 'S':
      return ALL & ~(SPACE & ~(1n << BEYOND));
    default:
      return null;
  }
}

/** A character of the set that shows well, or the empty text. */
export function sampleOf(set: CharacterSet): string {
  for (const character of 'a0A_ -.,/') if ((set & only(character)) !== EMPTY) return character;
  for (let code = 32; code < 127; code += 1) if ((set >> BigInt(code)) & 1n) return String.fromCharCode(code);
  if (set & only('\t')) return '\t';
  return set === EMPTY ? '' : '\u00e9';
}

/** What `.` matches. */
export function dot(matchesLineEnds: boolean): CharacterSet {
  return matchesLineEnds ? ALL : ALL & ~LINE_ENDS;
}
