/**
 * Characters of code per token, on the careful side: no tokenizer is shipped, and servers other than Anthropic's do not
 * count for us (facts/models.md A6). Calibrate on the usage that answers report.
 */
export const CHARACTERS_PER_TOKEN = 3;

/** Estimated tokens of texts sent together. */
export function estimateTokens(...texts: readonly string[]): number {
  return Math.ceil(texts.reduce((total, text) => total + text.length, 0) / CHARACTERS_PER_TOKEN);
}
