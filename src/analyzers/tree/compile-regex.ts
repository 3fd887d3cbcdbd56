import { RE2JS } from 're2js';

/** True when the expression matches anywhere in the text. */
export interface TextTest {
  test(text: string): boolean;
  /** What one character costs compared with the built-in engine; for budgets. */
  readonly cost: number;
}

/** Syntax that RE2 knows and JavaScript reads differently or not at all. */
const ONLY_RE2 = /\[\[:|\\[AzQECapP]|\(\?P?<|\(\?[a-zA-Z-]*[):]|\\x\{/;
const LEADING_FLAGS = /^\(\?([ims]+)\)/;

/**
 * Compiles an expression of a rule, in RE2 syntax: no look-around, no back-references.
 * @param trusted the expression comes with the program, where the test suite proves its speed: it may run on the
 *   built-in engine, which is faster and not linear. Users' expressions never do.
 * @throws when the expression is not valid RE2
 */
export function compileRegex(source: string, trusted: boolean): TextTest {
  if (trusted) {
    const native = nativeRegex(source);
    if (native) return { test: (text) => native.test(text), cost: 1 };
  }
  const linear = RE2JS.compile(source);
  return { test: (text) => linear.test(text), cost: 40 };
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
