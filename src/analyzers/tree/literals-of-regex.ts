/** Shorter texts are in every file. */
const SHORTEST = 3;
/** More alternatives are not worth looking for one by one. */
const MOST = 24;
const DEEPEST = 4;
/** Case-insensitive parts, quoted parts, and escapes that are longer than two characters. */
const NOT_PLAIN = /\(\?[a-zA-Z-]*i|\\[QxuUpPc0-9]/;

/**
 * Texts of which at least one occurs wherever the expression matches, or null when none can be named: `^(eval|exec)$`
 * gives eval and exec. Looks only at what is certain: plain characters outside of groups, sets and repetitions.
 */
export function literalsOfRegex(source: string, depth = 0): readonly string[] | null {
  if (depth > DEEPEST || NOT_PLAIN.test(source)) return null;
  const literals: string[] = [];
  for (const alternative of splitAlternatives(source)) {
    const found = literalsOfSequence(alternative, depth);
    if (found === null) return null;
    literals.push(...found);
  }
  return literals.length > MOST ? null : literals;
}

/** Splits at the `|` that stand in no group and no set. */
function splitAlternatives(source: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === '[') at = endOfSet(source, at);
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '|' && depth === 0) {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(source.slice(from));
  return parts;
}

/** The best answer of one alternative: its longest run of plain characters, or those of a group that must match. */
function literalsOfSequence(sequence: string, depth: number): readonly string[] | null {
  let best: readonly string[] | null = null;
  let run = '';
  const offer = (literals: readonly string[] | null) => {
    if (literals && shortest(literals) >= SHORTEST && shortest(literals) > shortest(best ?? []))
      best = literals;
  };
  const endRun = () => {
    offer(run === '' ? null : [run]);
    run = '';
  };
  for (let at = 0; at < sequence.length; ) {
    const unit = unitAt(sequence, at);
    const optional = isOneOf(sequence[unit.end], '?*{');
    if (unit.plain !== null && !optional) run += unit.plain;
    else endRun();
    if (unit.group !== null && !optional) offer(literalsOfRegex(unit.group, depth + 1));
    at = unit.end;
    if (isOneOf(sequence[at], '?*+{')) {
      endRun();
      at = endOfRepetition(sequence, at);
    }
  }
  endRun();
  return best;
}

interface Unit {
  readonly end: number;
  /** The character it stands for, when it is a plain one. */
  readonly plain: string | null;
  /** The inside, when it is a group. */
  readonly group: string | null;
}

/** One character, escape, set or group. */
function unitAt(sequence: string, at: number): Unit {
  const character = sequence[at] ?? '';
  if (character === '\\') {
    const escaped = sequence[at + 1] ?? '';
    return { end: at + 2, plain: isLetterOrDigit(escaped) ? null : escaped, group: null };
  }
  if (character === '[') return { end: endOfSet(sequence, at) + 1, plain: null, group: null };
  if (character === '(') {
    const end = endOfGroup(sequence, at);
    const inside = sequence.slice(at + 1, end).replace(/^\?:/, '');
    return { end: end + 1, plain: null, group: inside.startsWith('?') ? null : inside };
  }
  return { end: at + 1, plain: isOneOf(character, '.^$)|') ? null : character, group: null };
}

function endOfSet(source: string, at: number): number {
  let end = at + 1;
  if (source[end] === '^') end++;
  if (source[end] === ']') end++;
  while (end < source.length && source[end] !== ']') {
    if (source[end] === '\\') end++;
    else if (source.startsWith('[:', end)) end = Math.max(source.indexOf(':]', end), end) + 1;
    end++;
  }
  return end;
}

function endOfGroup(source: string, at: number): number {
  let depth = 0;
  for (let end = at; end < source.length; end++) {
    const character = source[end];
    if (character === '\\') end++;
    else if (character === '[') end = endOfSet(source, end);
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return end;
  }
  return source.length;
}

function endOfRepetition(source: string, at: number): number {
  const end = source[at] === '{' ? Math.max(source.indexOf('}', at), at) + 1 : at + 1;
  return source[end] === '?' || source[end] === '+' ? end + 1 : end;
}

function isOneOf(character: string | undefined, set: string): boolean {
  return character !== undefined && set.includes(character);
}

function isLetterOrDigit(character: string): boolean {
  return character === '' || /[A-Za-z0-9]/.test(character);
}

function shortest(texts: readonly string[]): number {
  return texts.length === 0 ? 0 : Math.min(...texts.map((text) => text.length));
}
