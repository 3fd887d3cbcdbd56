import type { Tokens } from '../../model.ts';

/** Nothing was asked. */
export const NO_TOKENS: Tokens = { input: 0, cacheWritten: 0, cacheRead: 0, output: 0 };

/** Two bills' tokens together. */
export function addTokens(a: Tokens, b: Tokens): Tokens {
  return {
    input: a.input + b.input,
    cacheWritten: a.cacheWritten + b.cacheWritten,
    cacheRead: a.cacheRead + b.cacheRead,
    output: a.output + b.output,
  };
}
