import { between, type CharacterSet, dot, EMPTY, escapedClass, inverse, only } from './character-set.ts';

/** A regular expression without its groups. An assertion consumes nothing, but the match may fail at it. */
export type RegexNode =
  | { readonly kind: 'assertion' }
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly parts: readonly RegexNode[] }
  | RegexRepeat;

export interface RegexRepeat {
  readonly kind: 'repeat';
  readonly part: RegexNode;
  readonly min: number;
  readonly max: number;
  /** The repetition as it is written. */
  readonly source: string;
}

const QUANTIFIER = /^(?:([*+?])|\{([0-9]{1,4})(,?)([0-9]{0,4})\})[?+]?/;
const CONTROL = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
]);
/** Deeper nesting is no pattern of a person. */
const DEEPEST = 40;

/**
 * Parses the part of the syntax that decides about backtracking. Look-around, back-references, property escapes and
 * inline flags are not understood.
 *
 * @returns null when the pattern holds something else: the answer is then unknown
 */
export function parseRegex(pattern: string, dotMatchesLineEnds = false): RegexNode | null {
  const reader = new RegexReader(pattern, dotMatchesLineEnds);
  const node = reader.choice(0);
  return node !== null && reader.isAtEnd() ? node : null;
}

class RegexReader {
  readonly #pattern: string;
  readonly #dot: CharacterSet;
  #at = 0;

  constructor(pattern: string, dotMatchesLineEnds: boolean) {
    this.#pattern = pattern;
    this.#dot = dot(dotMatchesLineEnds);
  }

  isAtEnd(): boolean {
    return this.#at >= this.#pattern.length;
  }

  choice(depth: number): RegexNode | null {
    const parts: RegexNode[] = [];
    do {
      const part = this.#sequence(depth);
      if (part === null) return null;
      parts.push(part);
    } while (this.#take('|'));
    return parts.length === 1 ? (parts[0] ?? null) : { kind: 'choice', parts };
  }

  #sequence(depth: number): RegexNode | null {
    const parts: RegexNode[] = [];
    while (!this.isAtEnd() && this.#peek() !== '|' && this.#peek() !== ')') {
      const start = this.#at;
      const atom = this.#atom(depth);
      if (atom === null) return null;
      parts.push(this.#repeated(atom, start));
    }
    return { kind: 'sequence', parts };
  }

  #repeated(part: RegexNode, start: number): RegexNode {
    const match = QUANTIFIER.exec(this.#pattern.slice(this.#at, this.#at + 16));
    if (match === null) return part;
    this.#at += match[0].length;
    const repeat = (min: number, max: number): RegexNode => {
      return { kind: 'repeat', part, min, max, source: this.#pattern.slice(start, this.#at) };
    };
    if (match[1] === '*') return repeat(0, Number.POSITIVE_INFINITY);
    if (match[1] === '+') return repeat(1, Number.POSITIVE_INFINITY);
    if (match[1] === '?') return repeat(0, 1);
    const min = Number(match[2]);
    const open = match[4] === '' ? Number.POSITIVE_INFINITY : Number(match[4]);
    return repeat(min, match[3] === '' ? min : open);
  }

  #atom(depth: number): RegexNode | null {
    const character = this.#next();
    switch (character) {
      case '^':
      case '$':
        return { kind: 'assertion' };
      case '.':
        return { kind: 'set', set: this.#dot };
      case '(':
        return this.#group(depth);
      case '[':
        return this.#class();
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        return null;
      default:
        return { kind: 'set', set: only(character) };
    }
  }

  #group(depth: number): RegexNode | null {
    if (depth >= DEEPEST) return null;
    if (this.#take('?')) {
      const opening = /^(?::|P?<[A-Za-z_$][\w$]{0,60}>)/.exec(this.#pattern.slice(this.#at, this.#at + 70));
      if (opening === null) return null;
      this.#at += opening[0].length;
    }
    const node = this.choice(depth + 1);
    return node !== null && this.#take(')') ? node : null;
  }

  #escape(): RegexNode | null {
    const letter = this.#next();
    if (letter === 'b' || letter === 'B' || letter === 'A' || letter === 'Z') return { kind: 'assertion' };
    if (letter === 'k' || letter === 'p' || letter === 'P' || /[1-9]/.test(letter)) return null;
    const set = this.#escapedSet(letter);
    return set === null ? null : { kind: 'set', set };
  }

  #escapedSet(letter: string): CharacterSet | null {
    if (letter === '') return null;
    const known = escapedClass(letter);
    if (known !== null) return known;
    if (letter === 'x' || letter === 'u') return this.#coded(letter);
    return only(CONTROL.get(letter) ?? letter);
  }

  #coded(letter: string): CharacterSet | null {
    const digits = letter === 'x' ? /^[0-9a-f]{2}/i : /^(?:[0-9a-f]{4}|\{[0-9a-f]{1,6}\})/i;
    const match = digits.exec(this.#pattern.slice(this.#at, this.#at + 10));
    if (match === null) return only(letter);
    this.#at += match[0].length;
    const code = Number.parseInt(match[0].replace(/[{}]/g, ''), 16);
    return code > 0x10ffff ? null : only(String.fromCodePoint(code));
  }

  #class(): RegexNode | null {
    const isInverse = this.#take('^');
    let set = EMPTY;
    while (!this.isAtEnd()) {
      if (this.#peek() === ']') {
        this.#at += 1;
        return { kind: 'set', set: isInverse ? inverse(set) : set };
      }
      const start = this.#at;
      const one = this.#member();
      if (one === null) return null;
      const low = this.#pattern.slice(start, this.#at);
      const isRange =
        this.#peek() === '-' &&
        this.#pattern[this.#at + 1] !== ']' &&
        this.#pattern[this.#at + 1] !== undefined;
      if (!isRange || /^\\[dDwWsS]$/.test(low)) {
        set |= one;
        continue;
      }
      this.#at += 1;
      const highStart = this.#at;
      const other = this.#member();
      if (other === null) return null;
      const high = this.#pattern.slice(highStart, this.#at);
      set |= low.length === 1 && high.length === 1 ? between(low, high) : spanOf(one, other);
    }
    return null;
  }

  #member(): CharacterSet | null {
    const character = this.#next();
    if (character !== '\\') return only(character);
    const letter = this.#next();
    if (letter === 'b') return only('\b');
    if (letter === 'p' || letter === 'P') return null;
    return this.#escapedSet(letter);
  }

  #peek(): string {
    return this.#pattern[this.#at] ?? '';
  }

  #next(): string {
    const character = this.#pattern[this.#at] ?? '';
    this.#at += 1;
    return character;
  }

  #take(character: string): boolean {
    if (this.#pattern[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }
}

/** A range whose ends are escapes: from the lowest bit of one to the highest of the other. */
function spanOf(first: CharacterSet, last: CharacterSet): CharacterSet {
  let set = first | last;
  let isInside = false;
  for (let bit = 0n; bit <= 128n; bit += 1n) {
    if ((first >> bit) & 1n) isInside = true;
    if (isInside) set |= 1n << bit;
    if ((last >> bit) & 1n) break;
  }
  return set;
}
