import { RE2JS } from 're2js';

/** True when the expression matches anywhere in the text. */
export type TextTest = (text: string) => boolean;

/**
 * Up to this length a trusted expression runs on the built-in engine, which is several times as fast on short texts
 * (0.1 against 0.3–3 µs at 30 characters) and may be quadratic. Longer texts always go to RE2, which is linear (5–10 ns
 * a character, measured with re2js 2.10).
 */
const LONGEST_NATIVE = 128;

/** Syntax that RE2 knows and JavaScript reads differently or not at all. */
const ONLY_RE2 = /\[\[:|\\[AzQECapP]|\(\?P?<|\(\?[a-zA-Z-]*[):]|\\x\{/;
const LEADING_FLAGS = /^\(\?([ims]+)\)/;

/**
 * Compiles an expression of a rule, in RE2 syntax: no look-around, no back-references.
 * @param trusted the expression comes with the program, where the test suite proves its speed: short texts may go to
 *   the built-in engine. Users' expressions never do.
 * @throws when the expression is not valid RE2; for trusted ones not before a long text comes (the suite checks them)
 */
export function compileRegex(source: string, trusted: boolean): TextTest {
  const native = trusted ? nativeRegex(source) : null;
  let linear: RE2JS | null = native ? null : RE2JS.compile(source);
  return (text) => {
    if (native && text.length <= LONGEST_NATIVE) return native.test(text);
    linear ??= RE2JS.compile(source);
    return linear.test(text);
  };
}

/** Steps of a matching budget that a test of so many characters takes. */
export function regexSteps(length: number): number {
  return length <= LONGEST_NATIVE ? 2 + (length >> 3) : 2 + (length >> 1);
}

/** The same expression for the built-in engine, or null where the two engines would differ. */
function nativeRegex(source: string): RegExp | null {
  const flags = LEADING_FLAGS.exec(source);
  const body = flags ? source.slice(flags[0].length) : source;
  if (ONLY_RE2.test(body.replaceAll('(?:', '('))) return null;
  try {
    return new RegExp(body, flags?.[1] ?? '');
  } catch {
    // Not the same language after all: RE2 decides, and says what is wrong when it is wrong there too.
    return null;
  }
}
